"""Surfaces and what stands on them: cards, separators, rows of a list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.layouts import Column, Margins, Row, TurningRow

_CARD = {
    "plain": ("surface", "line", 10),
    "crisis": ("plum_soft", "plum", 10),
    "soft": ("accent_soft", None, 8),
    "sunken": ("sunken", None, 8),
    "clay": ("clay_soft", None, 8),
}


class Card(QFrame):
    """A rounded surface: variant plain, crisis, soft, sunken or clay, with its contents in
    :attr:`box` (a :class:`Column`, or a :class:`Row` with ``across=True``).

    ``margins`` are the distances inside the line, as in the target.
    """

    def __init__(
        self,
        variant: str = "plain",
        *,
        margins: Margins | None = None,
        spacing: float = 10,
        across: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.variant = variant
        if margins is None:
            margins = (18, 16, 18, 16) if _CARD[variant][2] == 10 else (13, 11, 13, 11)
        if _CARD[variant][1]:
            margins = (margins[0] + 1, margins[1] + 1, margins[2] + 1, margins[3] + 1)
        kind = Row if across else Column
        self.box: Column | Row = kind(self, margins, spacing)

    def add(self, *widgets: QWidget, stretch: int = 0) -> Card:
        """Add widgets to the card."""
        for widget in widgets:
            self.box.addWidget(widget, stretch)
        return self

    def set_variant(self, variant: str) -> None:
        """Change the look."""
        self.variant = variant
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.of(self)
        fill, border, radius = _CARD[self.variant]
        paint.rounded(
            paint.painter(self),
            self.rect(),
            theme.px(radius),
            getattr(tokens, fill),
            getattr(tokens, border) if border else None,
        )


class Separator(QWidget):
    """A thin line, lying or (``upright=True``) standing."""

    def __init__(
        self, upright: bool = False, token: str = "line", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._token = token
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else free, free if upright else fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter(self)
        painter.fillRect(event.rect(), theme.of(self).color(self._token))


class ListRow(QFrame):
    """A row of a short list: widgets side by side, one under the other where they do not fit, a
    thin line above unless it is the first.

    ``pad`` is the space above and below, in the target's pixels.
    """

    def __init__(
        self,
        *widgets: QWidget,
        first: bool = False,
        pad: float = 9,
        spacing: float = 12,
        token: str = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first, self._token = first, token
        self.box = TurningRow(self, (0, pad, 0, pad), spacing)
        for widget in widgets:
            self.box.addWidget(widget)
            self.box.setAlignment(widget, Qt.AlignmentFlag.AlignVCenter)

    def add(self, *widgets: QWidget, stretch: int = 0) -> ListRow:
        """Add widgets at the end."""
        for widget in widgets:
            self.box.addWidget(widget, stretch)
        return self

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._first:
            painter = paint.painter(self)
            painter.fillRect(0, 0, self.width(), 1, theme.of(self).color(self._token))
