"""The list of the week as it will be on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.ui import printing, theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Card, CheckBox, FlowLayout, InlineMessage, Muted, paint


class Sheet(QWidget):
    """One sheet of paper, as large as there is room. White in every theme, as paper is."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)
        self.pages: printing.Pages | None = None
        self.number = 1

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self.pages is None:
            return
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        size = self.pages.shape.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.left() + (room.width() - size.width()) / 2
        box = QRectF(left, room.top(), size.width(), size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, Qt.GlobalColor.white)
        painter.save()
        painter.translate(box.topLeft())
        self.pages.draw_sheet(painter, self.number, box.width())
        painter.restore()
        paint.rounded(painter, box.toRect(), 2, None, theme.of(self).line)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(160))


class CallsPaper(Card):
    """Look at the pages, and print them. ``closed`` when it is no longer needed."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(18, 16, 18, 16), spacing=10)
        self._body = ""
        self.sheet = Sheet()
        self.words = Muted("", wrap=True)
        self.large = CheckBox(self.tr("Large print"))
        self.large.toggled.connect(lambda _on: self._show(1))
        self.message = InlineMessage("", "problem")
        self.print_button = Button(self.tr("Print"), "primary", icon="print")
        self.turn_button = Button(self.tr("Next page"), icon="chevron")
        self.close_button = Button(self.tr("Back to the list"))
        self.print_button.clicked.connect(self.print_pages)
        self.turn_button.clicked.connect(self._turn)
        self.close_button.clicked.connect(self.closed)
        bar = QWidget()
        FlowLayout(bar, spacing=(8, 8)).add(
            self.print_button, self.turn_button, self.close_button, self.large
        )
        self.box.addWidget(self.sheet, 1)
        self.add(self.words, self.message, bar)

    def load(self, body: str) -> None:
        """Show these pages, from the first."""
        self._body = body
        self.message.clear()
        self._show(1)

    def _show(self, number: int) -> None:
        self.sheet.pages = pages = printing.Pages(self._body, self.large.isChecked())
        self.sheet.number = number
        said = self.locale().toString
        words = self.tr("Page {n} of {count}").format(n=said(number), count=said(pages.count))
        self.words.setText(words)
        self.sheet.setAccessibleName(words)
        self.sheet.update()

    def _turn(self) -> None:
        pages = self.sheet.pages
        if pages is not None:
            self._show(self.sheet.number % pages.count + 1)

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        try:
            printing.print_text(self._body, self, large=self.large.isChecked())
        except KnownError as error:
            self.message.say(render(error.text), "problem")
