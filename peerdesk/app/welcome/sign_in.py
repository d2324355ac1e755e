"""Signing in: name, six words, and what is said after a miss.

Nothing heavy is imported with this module. At the first key in a field a thread imports what
signing in needs, so that "Open" has only the key to derive.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.ui import theme
from peerdesk.ui.jobs import Job, Jobs, Running
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    Field,
    FlowLayout,
    InlineMessage,
    Label,
    LineEdit,
    Muted,
    Paragraph,
    PasswordField,
)

if TYPE_CHECKING:
    from peerdesk.features.keys.service import SignedIn

WAITS = (1, 2, 4, 8)
FORGOTTEN_AFTER_MS = 5 * 60 * 1000
MISSES = ("WrongNameOrPassword", "KeyFileDamaged")
"""Errors after which the name or the password may have been another one."""


class Patience:
    """How long to wait after a miss: 1, 2, 4, 8 seconds, never more (SECURITY.md, Keys)."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._misses = 0
        self._last = 0

    def miss(self) -> int:
        """Seconds to wait now."""
        now = self._clock.now_ms()
        if not 0 <= now - self._last < FORGOTTEN_AFTER_MS:
            self._misses = 0
        self._misses, self._last = self._misses + 1, now
        return WAITS[min(self._misses, len(WAITS)) - 1]


def complete(prefix: str) -> str | None:
    """The list word a few letters mean; the list is imported with the first one asked for."""
    from peerdesk.safe import words

    return words.complete(prefix)


def warm_up() -> None:
    """Import what signing in needs, the cryptographic library included."""
    import peerdesk.features.keys.service  # noqa: F401
    from peerdesk.safe import seals

    seals.new_keypair()


class _Name(LineEdit):
    """Tells of its keys. An event filter would too, but makes PySide build every event class."""

    key_came = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.key_came.emit(event)
        super().keyPressEvent(event)


class _Password(PasswordField):
    key_came = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.key_came.emit(event)
        super().keyPressEvent(event)


class SignInPanel(QWidget):
    """Name, password, Open. ``signed_in`` carries a SignedIn; ``set_up`` asks for a first group,
    ``forgot`` for a way back, ``own_place`` for a place without a group (where ``own_places``).

    ``open_keys(name, password)`` derives and opens; it runs in a thread and raises KnownErrors.
    """

    signed_in = Signal(object)
    set_up = Signal()
    forgot = Signal()
    own_place = Signal()

    def __init__(
        self,
        open_keys: Callable[[str, str], SignedIn],
        clock: Clock,
        *,
        can_sign_in: bool = True,
        own_places: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_keys = open_keys
        self._patience = Patience(clock)
        self._jobs = Jobs(self)
        self._running: Running[object] | None = None
        self._left = 0
        self._caps = False
        self.warming: threading.Thread | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._second_passed)

        self.name = _Name(private=True)
        self.password = _Password(complete)
        self.name_field = Field(self.tr("Your sign-in name"), self.name)
        self.password_field = Field(
            self.tr("Password (six words)"),
            self.password,
            self.tr("Four letters of each word are enough."),
        )
        self.caps_label = Muted(self.tr("Caps Lock is on."))
        self.caps_label.hide()
        self.open_button = Button(self.tr("Open"), "primary", large=True)
        self.open_button.clicked.connect(self.open)
        self.message = InlineMessage(kind="problem", parent=self)
        self.forgot_button = Button(self.tr("I forgot my password"), "link")
        self.forgot_button.clicked.connect(self.forgot)
        self.own_button = Button(self.tr("Make a place of my own"), "link")
        self.own_button.clicked.connect(self.own_place)
        links = QWidget()
        FlowLayout(links, spacing=(18, 4)).add(self.forgot_button, self.own_button)
        box = Column(self, spacing=16)
        box.add(Label(self.tr("Sign in"), size=22, weight=theme.HEAVY))
        self._inputs = QWidget()
        inside = Column(self._inputs, spacing=16)
        inside.add(self.name_field, self.password_field, self.caps_label, self.open_button)
        inside.add(self.message)
        box.add(self._inputs)
        self._nobody = self._nobody_yet()
        box.add(self._nobody, links)
        self.forgot_button.setVisible(can_sign_in)
        self.own_button.setVisible(own_places)
        self._nobody.setVisible(not can_sign_in)
        self._inputs.setVisible(can_sign_in)
        for field in (self.name, self.password):
            field.key_came.connect(self._key_came)
            field.returnPressed.connect(self.open)
            field.textEdited.connect(lambda _text: self._clear_problems())

    # -- opening -----------------------------------------------------------------------------

    def open(self) -> None:
        """Try what was typed."""
        name, password = self.name.text(), self.password.text()
        self._clear_problems()
        if self._running is not None or self._left:
            return
        if not name.strip():
            self.name_field.set_problem(self.tr("Please type your sign-in name."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not password.strip():
            self.password_field.set_problem(self.tr("Please type your password."))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_busy(True)
        self.message.clear()

        def work(_job: Job) -> object:
            # The kind of the error matters here, and jobs hand on its words alone.
            from peerdesk.app.keys.stick import open_keys

            try:
                return open_keys(self._open_keys, name, password)
            except KnownError as error:
                return error

        self._running = self._jobs.start(work, self._done)
        self._running.finished.connect(self._over)

    def close_jobs(self) -> None:
        """Wait for a derivation that still runs; its result is dropped."""
        self._jobs.cancel_all()

    def busy(self) -> bool:
        """Whether a key is being derived."""
        return self._running is not None

    def _over(self) -> None:
        self._running = None
        self._set_busy(False)

    def _done(self, result: object) -> None:
        if not isinstance(result, KnownError):
            self.password.clear()
            self.signed_in.emit(result)
            return
        lines = [render(result.text)]
        if type(result).__name__ in MISSES:
            lines += self._what_was_typed()
            self._left = self._patience.miss()
            self._tick.start()
        self.message.say("\n".join(lines), "problem")
        self._show_caps()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()

    def _what_was_typed(self) -> list[str]:
        """What could be another than one thinks: name, Caps Lock, layout of the keyboard."""
        layout = QGuiApplication.inputMethod().locale().nativeLanguageName()
        lines = [self.tr("You typed the name “{name}”.").format(name=self.name.text())]
        if self._caps:
            lines.append(self.tr("Caps Lock is on."))
        if layout:
            lines.append(self.tr("The keyboard is set to {layout}.").format(layout=layout))
        return lines

    def _set_busy(self, busy: bool) -> None:
        self.name.setReadOnly(busy)
        self.password.setReadOnly(busy)
        self._show_button(busy)

    def _show_button(self, busy: bool = False) -> None:
        words = self.tr("Open")
        if busy:
            words = self.tr("Opening…")
        elif self._left:
            words = self.tr("Open in %n s", "", self._left)
        self.open_button.setText(words)
        self.open_button.setEnabled(not busy and not self._left)

    def _second_passed(self) -> None:
        self._left = max(0, self._left - 1)
        if not self._left:
            self._tick.stop()
        self._show_button(self._running is not None)

    def _clear_problems(self) -> None:
        self.name_field.set_problem("")
        self.password_field.set_problem("")

    # -- keys --------------------------------------------------------------------------------

    def _key_came(self, event: QKeyEvent) -> None:
        self._warm()
        self._watch_caps(event)

    def _warm(self) -> None:
        if self.warming is None:
            self.warming = threading.Thread(target=warm_up, daemon=True)
            self.warming.start()

    def _watch_caps(self, event: QKeyEvent) -> None:
        # Qt does not say whether Caps Lock is on; the letters that arrive do.
        letter = event.text()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps = False
        elif len(letter) == 1 and letter.lower() != letter.upper():
            self._caps = letter.isupper() != shift
        self._show_caps()

    def _show_caps(self) -> None:
        # The message after a miss says it too; once is enough.
        self.caps_label.setVisible(self._caps and self.message.isHidden())

    # -- words -------------------------------------------------------------------------------

    def _nobody_yet(self) -> QWidget:
        made = QWidget()
        button = Button(self.tr("Set up a group"), "primary", large=True)
        button.clicked.connect(self.set_up)
        self.set_up_button = button
        box = Column(made, spacing=16)
        box.add(
            Paragraph(
                self.tr(
                    "No group is set up here yet. Whoever runs a group can do it now; it takes "
                    "about ten minutes."
                ),
                tone="muted",
            ),
            button,
        )
        return made

    def restyle(self) -> None:
        self.setMinimumWidth(theme.px(200))
