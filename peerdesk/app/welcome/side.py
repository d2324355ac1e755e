"""Where the sign-in stands: beside help right now, or beneath it where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import Card, Column, ScrollColumn

WIDE = 410
LEAST = 320
"""Help right now needs this much (in the target's pixels) where something stands beside it."""


class Side(QFrame):
    """The panel at the end: surface with a thin line. What it shows goes into ``column.box``, and
    moves into a card of its own where there is no room for a panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = ScrollColumn((42, 52, 42, 44), 16)
        self.card: Card | None = None
        """Holds the contents while they stand beneath help right now."""
        box = Column(self)
        box.add(self.column)

    def fit(self, room: int) -> bool:
        """Take the target's width, or less where words are large and the window is small. Returns
        whether that leaves too little beside it."""
        wide = min(theme.px(WIDE), max(theme.px(250), round(room * 0.4)))
        narrow = room - wide < theme.px(LEAST)
        side = 42 if wide >= theme.px(360) else 20
        self.setFixedWidth(min(wide, room))
        above, below = (52, 44) if side == 42 else (28, 24)
        self.column.box.margins = (20, 20, 20, 14) if narrow else (side, above, side, below)
        self.column.box.restyle()
        return narrow

    def move_beneath(self, page: ScrollColumn) -> None:
        """Put the contents at the end of ``page``, in a card."""
        self.card = Card(margins=(0, 0, 0, 0), spacing=0)
        page.box.insertWidget(page.box.count() - 1, self.card)  # before the stretch
        inside = self.column.takeWidget()
        self.card.add(inside)
        inside.show()

    def move_back(self) -> None:
        """Put the contents into the panel again."""
        if self.card is None:
            return
        card, self.card = self.card, None
        inside = self.column.inside
        card.box.removeWidget(inside)
        self.column.setWidget(inside)
        inside.setAutoFillBackground(False)
        inside.show()
        card.hide()
        card.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), t.color("surface"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(self.width() - 1 if rtl else 0, 0, 1, self.height(), t.color("line"))
