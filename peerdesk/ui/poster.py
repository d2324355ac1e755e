"""A page for the wall: as large as one sheet holds, so that it is read from across a room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from peerdesk.ui.paged import document
from peerdesk.ui.sheets import Sheets, layout

LEAST, MOST, STEP = 0.3, 6.0, 0.05
NORMAL = 1.0
"""Scale at which words are as large as clear print for a wall asks for on A4."""


class Poster(Sheets):
    """One sheet. ``body(scale)`` gives the HTML with all sizes times ``scale``."""

    def __init__(
        self,
        body: Callable[[float], str],
        page: QPageSize.PageSizeId,
        *,
        large: bool = False,
        right_to_left: bool | None = None,
    ) -> None:
        self.page, self._rtl = page, right_to_left
        self._bytes = QBuffer()
        self._device = QPdfWriter(self._bytes)  # never painted on: it lends its measures
        self._device.setPageLayout(layout(page))
        sheet = layout(page).paintRectPoints()
        # Twice the paper has twice the room: what is normal there is larger too.
        wished = NORMAL * sheet.width() / layout(QPageSize.PageSizeId.A4).paintRectPoints().width()
        most = self._largest(body)
        self.scale = most if large else min(wished, most)
        self._text = self._laid_out(body(self.scale))

    @property
    def count(self) -> int:
        """How many sheets it will be."""
        return 1

    def draw(self, painter: QPainter, number: int, width: float) -> None:
        del number
        painter.save()
        scale = width / self._device.width()
        painter.scale(scale, scale)
        # Not drawContents, which takes the colour of words from the screen: pale in the dark.
        how = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        how.palette = palette
        self._text.documentLayout().draw(painter, how)
        painter.restore()

    def _laid_out(self, body: str) -> QTextDocument:
        made = document(body, right_to_left=self._rtl)
        made.documentLayout().setPaintDevice(self._device)
        made.setTextWidth(self._device.width())
        return made

    def _fits(self, body: str) -> bool:
        size = self._laid_out(body).size()
        return size.height() <= self._device.height() and size.width() <= self._device.width() + 1

    def _largest(self, body: Callable[[float], str]) -> float:
        """The largest scale that fits, to one step."""
        low, high = 0, round((MOST - LEAST) / STEP)
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(body(LEAST + middle * STEP)):
                low = middle
            else:
                high = middle - 1
        return LEAST + low * STEP
