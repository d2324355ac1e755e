"""Cards for the pocket on a sheet to cut: painted to the millimetre, as HTML tables cannot be."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QBuffer, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextDocument,
)

from peerdesk.ui import scanning
from peerdesk.ui.paged import document
from peerdesk.ui.sheets import Sheets, layout, paper

MM = 72 / 25.4
WIDE, TALL = 85.6, 54.0
"""Millimetres of a card as it fits a purse (ISO/IEC 7810 ID-1)."""
ACROSS = 2
POINTS = (9.5, 9.0, 8.5, 8.0)
LARGE_POINTS = (17.0, 16.0)
"""The largest that holds every line is taken; with the smallest the last lines go."""
PHONE = 1.5
"""A number is so much larger than the words."""
INSET, CODE, LARGE_CODE = 4.0, 21.0, 26.0
"""Millimetres between edge and words, and the side of a code with its white."""


class CardFace(Protocol):
    """What stands on a card: ``lines`` of HTML, the most needed first; ``code`` may be blank."""

    @property
    def lines(self) -> tuple[str, ...]: ...

    @property
    def code(self) -> str: ...

    @property
    def code_words(self) -> str: ...


class CardSheets(Sheets):
    """Eight cards a sheet; in large print four, of twice the height, to fold in the middle."""

    def __init__(
        self, cards: Sequence[CardFace], large: bool = False, *, right_to_left: bool = False
    ) -> None:
        self.page = paper()
        self.cards, self.large, self._rtl = tuple(cards), large, right_to_left
        self.down = 2 if large else 4
        self._bytes = QBuffer()
        self._device = QPdfWriter(self._bytes)  # never painted on: it lends its measures
        self._device.setPageLayout(layout(self.page))
        self._dots = self._device.logicalDpiY() / 72
        self._made: dict[int, tuple[list[tuple[QTextDocument, QRectF]], int]] = {}

    @property
    def count(self) -> int:
        """How many sheets it will be."""
        return -(-len(self.cards) // (ACROSS * self.down))

    @property
    def wide(self) -> float:
        """Width of the room inside the margins in points."""
        return layout(self.page).paintRectPoints().width()

    def draw(self, painter: QPainter, number: int, width: float) -> None:
        painter.save()
        scale = width / self.wide
        painter.scale(scale, scale)
        for at, box in self.boxes(number):
            self._draw_card(painter, at, box)
        painter.restore()

    def boxes(self, number: int) -> Iterator[tuple[int, QRectF]]:
        """(which card, where in points) on the sheet ``number``, from 1."""
        wide, tall = WIDE * MM, TALL * MM * (2 if self.large else 1)
        a_page = ACROSS * self.down
        left = (self.wide - ACROSS * wide) / 2
        for place in range(a_page):
            at = (number - 1) * a_page + place
            if at >= len(self.cards):
                return
            row, column = divmod(place, ACROSS)
            column = ACROSS - 1 - column if self._rtl else column
            yield at, QRectF(left + column * wide, row * tall, wide, tall)

    def kept(self, at: int) -> int:
        """How many lines of a card found room."""
        return self._texts(at)[1]

    # -- inside --------------------------------------------------------------------------------

    def _draw_card(self, painter: QPainter, at: int, box: QRectF) -> None:
        card = self.cards[at]
        painter.setPen(QPen(Qt.GlobalColor.gray, 0.5, Qt.PenStyle.DashLine))
        painter.drawRect(box)
        if self.large:
            fold = box.center().y()
            for start in (box.left(), box.right() - 8):
                painter.drawLine(QPointF(start, fold), QPointF(start + 8, fold))
        for text, room in self._texts(at)[0]:
            self._draw_text(painter, text, room.translated(box.topLeft()))
        if card.code:
            scanning.paint(painter, self._code_box(box), card.code)

    def _draw_text(self, painter: QPainter, text: QTextDocument, room: QRectF) -> None:
        painter.save()
        painter.translate(room.topLeft())
        painter.scale(1 / self._dots, 1 / self._dots)
        # Not drawContents, which takes the colour of words from the screen: pale in the dark.
        how = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        how.palette = palette
        text.documentLayout().draw(painter, how)
        painter.restore()

    def _code_box(self, box: QRectF) -> QRectF:
        side = (LARGE_CODE if self.large else CODE) * MM
        edge = 2 * MM
        left = box.left() + edge if self._rtl else box.right() - edge - side
        top = box.bottom() - edge - side if self.large else box.top() + edge
        return QRectF(left, top, side, side)

    def _texts(self, at: int) -> tuple[list[tuple[QTextDocument, QRectF]], int]:
        """The words of a card, and where they stand in it; made once."""
        if at not in self._made:
            self._made[at] = self._fit(self.cards[at])
        return self._made[at]

    def _fit(self, card: CardFace) -> tuple[list[tuple[QTextDocument, QRectF]], int]:
        whole = QRectF(0, 0, WIDE * MM, TALL * MM * (2 if self.large else 1))
        inside = INSET * MM
        room = whole.adjusted(inside, inside, -inside, -inside)
        found: list[tuple[QTextDocument, QRectF]] = []
        if card.code:
            code = self._code_box(whole)
            beside = self._beside(code, room)
            points = 14.0 if self.large else 7.5
            label = self._text((f"<p>{html.escape(card.code_words)}</p>",), points, beside.width())
            found.append((label, beside))
            if self.large:
                room.setBottom(code.top() - MM)
            elif self._rtl:
                room.setLeft(code.right() + MM)
            else:
                room.setRight(code.left() - MM)
        text, kept = self._largest(card.lines, room)
        return [(text, room), *found], kept

    def _beside(self, code: QRectF, room: QRectF) -> QRectF:
        """Where the words of a code stand: beside a large one, under a small one."""
        if not self.large:
            return QRectF(code.left(), code.bottom(), code.width(), room.bottom() - code.bottom())
        top, tall = code.top() + 2 * MM, code.height()
        if self._rtl:
            return QRectF(code.right() + MM, top, room.right() - code.right() - MM, tall)
        return QRectF(room.left(), top, code.left() - MM - room.left(), tall)

    def _largest(self, lines: tuple[str, ...], room: QRectF) -> tuple[QTextDocument, int]:
        sizes = LARGE_POINTS if self.large else POINTS
        for points in sizes:
            text = self._text(lines, points, room.width())
            if text.size().height() <= room.height() * self._dots:
                return text, len(lines)
        count = len(lines) - 1
        while count > 1:
            text = self._text(lines[:count], sizes[-1], room.width())
            if text.size().height() <= room.height() * self._dots:
                break
            count -= 1
        return self._text(lines[: max(1, count)], sizes[-1], room.width()), max(1, count)

    def _text(self, lines: tuple[str, ...], points: float, wide: float) -> QTextDocument:
        made = document("", self.large, right_to_left=self._rtl)
        font = QFont(made.defaultFont())
        font.setPointSizeF(points)
        made.setDefaultFont(font)
        made.setDefaultStyleSheet(
            f"p {{ margin: 0 0 2px 0; }} .phone {{ font-size: {points * PHONE}pt; }}"
        )
        made.setHtml("".join(lines))
        made.documentLayout().setPaintDevice(self._device)
        made.setTextWidth(wide * self._dots)
        return made
