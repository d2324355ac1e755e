"""The pages as they will be, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.sheets import Sheets
from peerdesk.ui.widgets import Button, Card, Label, Row, paint


class PageView(QWidget):
    """One sheet of paper, as large as there is room. White in every theme, as paper is."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pages: Sheets | None = None
        self._number = 1
        self._drawn: tuple[tuple[int, int, int], QPixmap] | None = None

    def show_page(self, pages: Sheets | None, number: int, name: str) -> None:
        """Show a page; ``name`` tells a screen reader which one."""
        self._pages, self._number, self._drawn = pages, number, None
        self.setAccessibleName(name)
        self.update()

    def sheet(self) -> QRectF:
        """Where the paper lies in the widget."""
        if self._pages is None:
            return QRectF()
        shape = self._pages.shape
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        size = shape.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.left() + (room.width() - size.width()) / 2
        return QRectF(left, room.top() + (room.height() - size.height()) / 2, *size.toTuple())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        box, pages = self.sheet().toRect(), self._pages
        if pages is None or box.width() < 10:
            return
        painter = QPainter(self)
        painter.drawPixmap(box.topLeft(), self._picture(pages, box.size()))
        paint.rounded(painter, box, 2, None, theme.of(self).line)

    def _picture(self, pages: Sheets, size: QSize) -> QPixmap:
        """Drawing a page costs some 20 ms; it is kept until something changes."""
        key = (self._number, size.width(), size.height())
        if self._drawn is None or self._drawn[0] != key:
            ratio = self.devicePixelRatioF()
            made = QPixmap(size * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.white)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pages.draw_sheet(painter, self._number, size.width())
            painter.end()
            self._drawn = key, made
        return self._drawn[1]

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(160))


class Preview(Card):
    """The page, and turning to the next. ``turned`` is emitted with the number of the page."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__(margins=(14, 14, 14, 12), spacing=10)
        self.view = PageView()
        self.back = Button(icon="back", name=self.tr("Page before"), small=True)
        self.words = Label("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.on = Button(icon="chevron", name=self.tr("Next page"), small=True)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self._pages: Sheets | None = None
        self._number = 1
        foot = QWidget()
        row = Row(foot, spacing=8)
        row.addWidget(self.back)
        row.addWidget(self.words, 1)
        row.addWidget(self.on)
        self.box.addWidget(self.view, 1)
        self.box.addWidget(foot)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return 0 if self._pages is None else self._pages.count

    @property
    def number(self) -> int:
        """The page shown, from 1."""
        return self._number

    def load(self, pages: Sheets | None) -> None:
        """Show other pages; the same number where there is one."""
        self._pages = pages
        self._go(min(self._number, max(1, self.count)))

    def turn(self, by: int) -> None:
        """So many pages on, or back."""
        self._go(min(max(1, self._number + by), max(1, self.count)))

    def _go(self, number: int) -> None:
        self._number = number
        said = self.locale().toString
        count = self.count
        words = self.tr("Nothing is chosen yet.")
        if count:
            words = self.tr("Page {n} of {count}").format(n=said(number), count=said(count))
        self.words.setText(words)
        for button, can in ((self.back, number > 1), (self.on, number < count)):
            # A button that has the focus keeps it at the last page, so that a key still turns.
            button.setEnabled(can or button.hasFocus())
        self.view.show_page(self._pages, number, words)
        self.turned.emit(number)
