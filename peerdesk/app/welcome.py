"""The welcome page: help first, signing in second. Nothing here is recorded.

Imports QtCore, QtGui, QtWidgets and sqlcipher3 alone (through ``glance``), so that it is painted
at once; what signing in needs is imported at the first key (``sign_in``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QStackedWidget, QWidget

from peerdesk.app.help_now import CrisisCard
from peerdesk.app.sign_in import SignInPanel
from peerdesk.core.clock import Clock
from peerdesk.store.glance import Glance
from peerdesk.ui import theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Badge,
    Button,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Muted,
    Row,
    ScrollColumn,
    Tile,
)

if TYPE_CHECKING:
    from peerdesk.app.welcome_meetings import MeetingsHere
    from peerdesk.features.keys.service import SignedIn

SIDE = 410
SCALES = (100, 125, 150, 175, 200)


class _Tiles(QWidget):
    """Tiles in two columns, or one when it is narrow."""

    def __init__(self, tiles: Sequence[Tile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = list(tiles)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        self.restyle()

    def restyle(self) -> None:
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(18))
        self._arrange()

    def _arrange(self) -> None:
        widest = max(t.minimumSizeHint().width() for t in self._tiles)
        columns = 2 if self.width() >= 2 * max(widest, theme.px(290)) + theme.px(16) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class _Side(QFrame):
    """The panel at the end: surface with a thin line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = ScrollColumn((42, 52, 42, 44), 16)
        box = Column(self)
        box.add(self.column)

    def fit(self, room: int) -> None:
        """Take the target's width, or less where words are large and the window is small."""
        wide = min(theme.px(SIDE), max(theme.px(250), round(room * 0.4)))
        side = 42 if wide >= theme.px(360) else 20
        self.setFixedWidth(min(wide, room))
        self.column.box.margins = (side, 52 if side == 42 else 28, side, 44 if side == 42 else 24)
        self.column.box.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), t.color("surface"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(self.width() - 1 if rtl else 0, 0, 1, self.height(), t.color("line"))


class WelcomePage(QWidget):
    """The whole page.

    ``signed_in(SignedIn)`` after the right password; ``local_help`` when that is asked for;
    ``set_up`` when nobody can sign in yet and a group is to be made; ``language(str)`` and
    ``text_scale(int, per cent)`` when somebody chose another.
    """

    signed_in = Signal(object)
    local_help = Signal()
    set_up = Signal()
    language = Signal(str)
    text_scale = Signal(int)

    def __init__(
        self,
        glance: Glance,
        open_keys: Callable[[str, str], SignedIn],
        clock: Clock,
        languages: Sequence[tuple[str, str]] = (("en", "English"),),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._glance = glance
        self._languages = languages
        self.meetings: MeetingsHere | None = None
        self.pages = QStackedWidget()
        self.main = self._main()
        self.pages.addWidget(self.main)
        self.panel = SignInPanel(open_keys, clock, can_sign_in=glance.can_sign_in)
        self.panel.signed_in.connect(self.signed_in)
        self.panel.set_up.connect(self.set_up)
        self.side = _Side()
        self.side.column.add(self.panel)
        self.side.column.box.addStretch(1)
        self.side.column.add(self._switches(), self._promise())
        box = Row(self, spacing=0)
        box.addWidget(self.pages, 1)
        box.addWidget(self.side)
        self._fit()

    # -- the left side -----------------------------------------------------------------------

    def _main(self) -> ScrollColumn:
        column = ScrollColumn((44, 46, 44, 46), 18)
        words = self.tr(
            "You can use this page without signing in. Nothing you do here is recorded."
        )
        if self._glance.centre:
            words = self.tr("{centre}. {words}").format(centre=self._glance.centre, words=words)
        head = Row(spacing=14)
        head.addWidget(Badge("P", 42), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = Column(spacing=0)
        texts.add(Heading(self.tr("Welcome"), 1, wrap=True), Muted(words, size=15, wrap=True))
        head.addLayout(texts, 1)
        column.box.addLayout(head)
        if self._glance.trouble is not None:
            column.add(InlineMessage(render(self._glance.trouble), "problem", parent=self))
        self.crisis = CrisisCard(self._glance.crisis, centre=self._glance.centre)
        self.help_tile = Tile(
            self.tr("Find local help"),
            self.tr("Housing, food, money, health, someone to talk to"),
            icon="pin",
        )
        self.help_tile.clicked.connect(self.local_help)
        self.meetings_tile = Tile(
            self.tr("Meetings here"),
            self.tr("When, where, and what happens the first time"),
            icon="calendar",
        )
        self.meetings_tile.clicked.connect(self.show_meetings)
        column.add(self.crisis, _Tiles((self.help_tile, self.meetings_tile)))
        column.box.addStretch(1)
        return column

    def show_meetings(self) -> None:
        """Show what anyone may know of the meetings in this house."""
        if self.meetings is None:
            from peerdesk.app.welcome_meetings import MeetingsHere

            self.meetings = MeetingsHere(self._glance.meetings, self._glance.today)
            self.meetings.back.connect(self.show_main)
            column = ScrollColumn((44, 46, 44, 46), 18)
            column.add(self.meetings, stretch=1)
            self.pages.addWidget(column)
            self._fit()
        self.pages.setCurrentIndex(1)
        self.meetings.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_main(self) -> None:
        """Back to help right now."""
        if self.pages.currentWidget() is not self.main:
            self.pages.setCurrentWidget(self.main)
            self.meetings_tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pages.currentIndex():
            self.show_main()
            return
        super().keyPressEvent(event)

    # -- the right side ----------------------------------------------------------------------

    def _switches(self) -> QWidget:
        holder = QWidget()
        code = self._glance.language or "en"
        own = dict(self._languages).get(code, code)
        self.language_button = Button(own, name=self.tr("Language: {name}").format(name=own))
        menu = QMenu(self.language_button)
        self._fill(menu, self._languages, code, self.language.emit)
        self.language_button.setMenu(menu)
        self.size_button = _SizeButton(
            self.tr("Text size: {n} per cent").format(n=self._glance.text_scale)
        )
        menu = QMenu(self.size_button)
        sizes = [(str(n), self.tr("{n} %").format(n=n)) for n in SCALES]
        self._fill(menu, sizes, str(self._glance.text_scale), self._size_chosen)
        self.size_button.setMenu(menu)
        FlowLayout(holder).add(self.language_button, self.size_button)
        return holder

    def _fill(
        self,
        menu: QMenu,
        items: Sequence[tuple[str, str]],
        current: str,
        chosen: Callable[[str], object],
    ) -> None:
        group = QActionGroup(menu)
        for key, words in items:
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(key == current)
            action.setData(key)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(lambda action: chosen(str(action.data())))

    def _size_chosen(self, percent: str) -> None:
        self.text_scale.emit(int(percent))

    def _promise(self) -> Muted:
        return Muted(self.tr("Press Lock when you leave. Nothing leaves this computer."), wrap=True)

    # -- room --------------------------------------------------------------------------------

    def start_typing(self) -> None:
        """Put the keyboard where most people want it: into the sign-in name."""
        self.panel.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.side.fit(self.width())
        side = 44 if self.width() - self.side.width() >= theme.px(560) else 20
        for at in range(self.pages.count()):
            column = self.pages.widget(at)
            if isinstance(column, ScrollColumn):
                column.box.margins = (side, 46 if side == 44 else 24, side, 24)
                column.box.restyle()

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)


class _SizeButton(Button):
    """A small and a large letter. Painted, as two sizes stand in one button."""

    def __init__(self, name: str) -> None:
        super().__init__("", name=name)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(67), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme.of(self).color("ink"))
        half = self.rect().adjusted(theme.px(14), 0, 0, 0)
        half.setWidth(theme.px(14))
        middle = Qt.AlignmentFlag.AlignCenter
        rest = half.translated(theme.px(23), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            half, rest = rest, half
        painter.setFont(theme.font(15, 500))
        painter.drawText(half, middle, "A")
        painter.setFont(theme.font(18, 700))
        painter.drawText(rest, middle, "A")
