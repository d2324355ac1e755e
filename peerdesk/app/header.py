"""The head of every page in the main window: title, the way to find things, the page's buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor

from peerdesk.ui import theme
from peerdesk.ui.page import Page
from peerdesk.ui.widgets import Button, PageHeader

CROWDED = 2
"""With more buttons than this beside it, the search says less."""


class FindButton(Button):
    """Looks like a search field, because that is what it opens."""

    def __init__(self, text: str) -> None:
        super().__init__(text, icon="search", keys="Ctrl K", align="start")
        self._wide = True

    def set_wide(self, wide: bool) -> None:
        """Wide as in the target, or only as wide as the words need."""
        self._wide = wide
        self.updateGeometry()

    def restyle(self) -> None:
        self.setFont(theme.font(15))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), theme.px(290 if self._wide else 0)), hint.height())

    def minimumSizeHint(self) -> QSize:
        return super().sizeHint()

    def _colors(self) -> tuple[QColor | None, QColor, QColor | None]:
        tokens = theme.of(self)
        return tokens.color("surface"), tokens.color("muted"), tokens.color("line")


class Header(PageHeader):
    """Shows a page's title, subtitle and buttons; emits ``find_wanted`` and ``names_wanted``."""

    find_wanted = Signal()
    names_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._narrow, self._own = False, 0
        self._names_open = False
        self.find_button = FindButton(self.tr("Search what you can open"))
        self.find_button.clicked.connect(self.find_wanted)
        self.names_button = Button(self.tr("Show names"), icon="eye", keys="F8")
        self.names_button.clicked.connect(self.names_wanted)
        # At once, so that Tab comes here before it comes to a page.
        self.set_end([self.find_button, self.names_button])

    def show_page(self, page: Page, *, names: bool) -> None:
        """Show the head of ``page``; ``names`` says whether it has names to show or close."""
        self.set_words(page.title(), page.subtitle())
        own = [*([self.names_button] if names else []), *page.header_buttons()]
        self._own = len(own)
        self._shorten()
        if page.focused:
            # What shows the names stays within reach; once they are open, one thing less to see.
            first = own[1:] if names and self._names_open else own
        else:
            first = [self.find_button, *own]
        self.set_end(first)
        before = first[0]
        for button in first[1:]:
            self.setTabOrder(before, button)
            before = button

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is so little room that hints of keys have to go."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._shorten()

    def _shorten(self) -> None:
        short = self._narrow or self._own > CROWDED
        self.find_button.setText(
            self.tr("Search") if short else self.tr("Search what you can open")
        )
        self.find_button.setAccessibleName(self.tr("Search what you can open"))
        self.find_button.set_wide(not short)
        self.find_button.set_keys("" if self._narrow else "Ctrl K")
        self.names_button.set_keys("" if self._narrow else "F8")

    def show_names_state(self, shown: bool) -> None:
        """The button says what a press will do."""
        self._names_open = shown
        self.names_button.setText(self.tr("Close names") if shown else self.tr("Show names"))
        self.names_button.set_icon("eye-off" if shown else "eye")
