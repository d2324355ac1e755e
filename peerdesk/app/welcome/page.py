"""The welcome page: help first, signing in second. Nothing here is recorded.

Help right now is painted at once: nothing is imported or made before that which it does not show.
Tiles and sign-in follow in the next turn of the event loop (:meth:`WelcomePage.fill`), in room that
was left for them; what signing in needs is imported at the first key (``sign_in``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from peerdesk.app.help_now.card import CrisisCard
from peerdesk.app.welcome.side import Side
from peerdesk.ui import theme
from peerdesk.ui.widgets import Badge, Column, Heading, Muted, Row, ScrollColumn

if TYPE_CHECKING:
    from peerdesk.app.welcome.meetings import MeetingsHere
    from peerdesk.app.welcome.sign_in import SignInPanel
    from peerdesk.app.welcome.slip import Send, SlipForm
    from peerdesk.app.welcome.steps import Steps, StepsHere
    from peerdesk.core.clock import Clock
    from peerdesk.features.keys.service import SignedIn
    from peerdesk.store.glance import Glance
    from peerdesk.ui.widgets import Button, InlineMessage, Tile


class WelcomePage(QWidget):
    """The whole page.

    ``signed_in(SignedIn)`` after the right password; ``local_help`` when that is asked for;
    ``set_up`` when nobody can sign in yet and a group is to be made; ``protected`` when somebody
    wants to read what is protected; ``stand_in`` when tonight's meeting is to be run without a key;
    ``language(str)`` and ``text_scale(int, per cent)`` when
    somebody chose another.
    """

    signed_in = Signal(object)
    local_help = Signal()
    set_up = Signal()
    forgot = Signal()
    own_place = Signal()
    stand_in = Signal()
    protected = Signal()
    language = Signal(str)
    text_scale = Signal(int)
    panel: SignInPanel
    jump: Button
    help_tile: Tile
    meetings_tile: Tile
    language_button: Button
    size_button: Button
    protected_link: Button

    def __init__(
        self,
        glance: Glance,
        open_keys: Callable[[str, str], SignedIn],
        clock: Clock,
        languages: Callable[[], Sequence[tuple[str, str]]] = lambda: (("en", "English"),),
        send_slip: Send | None = None,
        steps: Steps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._glance, self._open_keys, self._clock = glance, open_keys, clock
        self._languages = languages
        self._filled = False
        self._send_slip, self._steps = send_slip, steps
        self.steps: StepsHere | None = None
        self.steps_link: Button | None = None
        self.meetings: MeetingsHere | None = None
        self.slip: SlipForm | None = None
        self.slip_tile: Tile | None = None
        self._came_from: QWidget | None = None
        self.pages = QStackedWidget()
        self.main = self._main()
        self.pages.addWidget(self.main)
        self.side = Side()
        box = Row(self, spacing=0)
        box.addWidget(self.pages, 1)
        box.addWidget(self.side)
        self.resize(self.sizeHint())
        self._fit()

    def fill(self) -> None:
        """Make what the first paint did not wait for; doing it again is harmless."""
        if self._filled:
            return
        self._filled = True
        from peerdesk.app.welcome.rest import Promise, Switches, Tiles
        from peerdesk.app.welcome.sign_in import SignInPanel
        from peerdesk.ui.widgets import Button, Tile

        # To the sign-in, while that stands beneath help right now; first in the order of Tab.
        self.jump = Button(self.tr("Sign in"))
        self.jump.hide()
        self.jump.clicked.connect(self._to_sign_in)
        self._title.addWidget(self.jump, 0, Qt.AlignmentFlag.AlignVCenter)
        self.crisis.fill()
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
        every = [self.help_tile, self.meetings_tile]
        if self._glance.agendas:
            meeting_tile = Tile(
                self.tr("Run tonight's meeting"),
                self.tr("For somebody who stands in. No key is needed"),
                icon="flag",
            )
            meeting_tile.clicked.connect(self.stand_in)
            every.append(meeting_tile)
        if self._glance.trays and self._send_slip is not None:
            self.slip_tile = Tile(
                self.tr("Ask a question or suggest a topic"),
                self.tr("For one of the next meetings. No name is needed"),
                icon="pen",
            )
            self.slip_tile.clicked.connect(self.show_slip)
            every.append(self.slip_tile)
        if self._steps is not None:
            self.steps_link = Button(self.tr("If someone in the group needs help"), "link")
            self.steps_link.clicked.connect(self.show_steps)
        tiles = Tiles(every)
        after = self.main.box.indexOf(self.crisis) + 1
        self.main.box.insertWidget(after, tiles)
        if self.steps_link is not None:
            start = Qt.AlignmentFlag.AlignLeading
            self.main.box.insertWidget(after + 1, self.steps_link, 0, start)
        self.panel = SignInPanel(
            self._open_keys,
            self._clock,
            can_sign_in=self._glance.can_sign_in,
            own_places=self._glance.settings.get("own_places") != "no",
        )
        self.panel.forgot.connect(self.forgot)
        self.panel.own_place.connect(self.own_place)
        self.panel.signed_in.connect(self.signed_in)
        self.panel.set_up.connect(self.set_up)
        switches = Switches(
            self._languages(), self._glance.language or "en", self._glance.text_scale
        )
        self.language_button, self.size_button = switches.language_button, switches.size_button
        switches.language.connect(self.language)
        switches.text_scale.connect(self.text_scale)
        promise = Promise()
        self.protected_link = promise.link
        self.protected_link.clicked.connect(self.protected)
        self.side.column.add(self.panel)
        self.side.column.box.addStretch(1)
        self.side.column.add(switches, promise)
        self._fit()

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            # Whoever asks for a part before it is there gets it.
            if name in WelcomePage.__annotations__ and not self._filled:
                self.fill()
                return getattr(self, name)
            raise AttributeError(name)

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
        self._title = Row(spacing=12)
        self._title.add(Heading(self.tr("Welcome"), 1, wrap=True), stretch=1)
        texts.addLayout(self._title)
        texts.add(Muted(words, size=15, wrap=True))
        head.addLayout(texts, 1)
        column.box.addLayout(head)
        if self._glance.trouble is not None:
            from peerdesk.ui.text import render
            from peerdesk.ui.widgets import InlineMessage

            column.add(InlineMessage(render(self._glance.trouble), "problem", parent=self))
        self.crisis = CrisisCard(self._glance.crisis, centre=self._glance.centre, at_once=False)
        column.add(self.crisis)
        column.box.addStretch(1)
        return column

    def show_meetings(self) -> None:
        """Show what anyone may know of the meetings in this house."""
        if self.meetings is None:
            from peerdesk.app.welcome.meetings import MeetingsHere

            self.meetings = MeetingsHere(self._glance.meetings, self._clock.now().date())
            self.meetings.back.connect(self.show_main)
            self._add_page(self.meetings)
        self._show_page(self.meetings, self.meetings_tile)
        self.meetings.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_slip(self) -> None:
        """The form for a question or a topic, empty."""
        if self.slip is None:
            from peerdesk.app.welcome.slip import SlipForm

            assert self._send_slip is not None
            self.slip = SlipForm(self._glance.trays, self._glance.crisis, self._send_slip)
            self.slip.back.connect(self.show_main)
            self._add_page(self.slip)
        self._show_page(self.slip, self.slip_tile)
        self.slip.start()

    def show_steps(self) -> None:
        """What a group does when someone needs help."""
        if self.steps is None:
            from peerdesk.app.welcome.steps import StepsHere

            assert self._steps is not None
            self.steps = StepsHere(self._steps(), self._glance)
            self.steps.back.connect(self.show_main)
            self._add_page(self.steps)
        self._show_page(self.steps, self.steps_link)
        self.steps.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_page(self, widget: QWidget) -> None:
        column = ScrollColumn((44, 46, 44, 46), 18)
        column.add(widget, stretch=1)
        self.pages.addWidget(column)
        self._fit()

    def _show_page(self, widget: QWidget, tile: QWidget | None) -> None:
        self._came_from = tile
        for at in range(self.pages.count()):
            column = self.pages.widget(at)
            if isinstance(column, ScrollColumn) and column.isAncestorOf(widget):
                self.pages.setCurrentIndex(at)

    def show_main(self) -> None:
        """Back to help right now."""
        if self.pages.currentWidget() is not self.main:
            self.pages.setCurrentWidget(self.main)
            if self._came_from is not None:
                self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pages.currentIndex():
            self.show_main()
            return
        super().keyPressEvent(event)

    # -- room --------------------------------------------------------------------------------

    @property
    def shared(self) -> bool:
        """Whether others use this computer too."""
        return self._glance.shared

    def start_typing(self) -> None:
        """Put the keyboard where most people want it: into the sign-in name, or where that stands
        beneath help right now onto the button that goes there."""
        name = self.panel.name
        (name if self.side.card is None else self.jump).setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, message: InlineMessage) -> None:
        """Show a sentence where whoever sits here sees it: at the top, or above a sign-in that
        stands beneath and has the keyboard."""
        at = self.focusWidget()
        card = self.side.card
        if card is None or at is None or not card.isAncestorOf(at):
            self.main.box.insertWidget(1, message)
            if card is not None:
                QWidget.setTabOrder(self.jump, message.button)
            return
        self.side.column.box.insertWidget(0, message)
        QWidget.setTabOrder(self.steps_link or self.meetings_tile, message.button)

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.side.fit(self.width())
        if self._filled and narrow != (self.side.card is not None):
            self._turn(narrow)
        self.side.setVisible(not narrow)
        room = self.width() - (0 if narrow else self.side.width())
        side = 44 if room >= theme.px(560) else 20
        for at in range(self.pages.count()):
            column = self.pages.widget(at)
            if isinstance(column, ScrollColumn):
                column.box.margins = (side, 46 if side == 44 else 24, side, 24)
                column.box.restyle()

    def _turn(self, narrow: bool) -> None:
        """The sign-in beneath help right now, or beside it again. The keyboard stays in it."""
        at = self.focusWidget()
        inside = at is not None and at.hasFocus() and self.side.column.inside.isAncestorOf(at)
        if narrow:
            self.side.move_beneath(self.main)
        else:
            self.side.show()
            self.side.move_back()
        self.jump.setVisible(narrow and self._glance.can_sign_in)
        if inside and at is not None:
            at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_sign_in(self) -> None:
        self.panel.name.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.side.card is not None:
            self.main.verticalScrollBar().setValue(self.side.card.y() - theme.px(16))

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)
