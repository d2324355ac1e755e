"""The window for everyone: the welcome page, and local help without signing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from peerdesk.app import languages
from peerdesk.app.welcome.page import WelcomePage
from peerdesk.store.glance import Glance
from peerdesk.ui import theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Column
from peerdesk.ui.window_size import first_size

if TYPE_CHECKING:
    from peerdesk.app.copies import FrontCopies
    from peerdesk.app.desk import Desk
    from peerdesk.app.help_pages.public import PublicProtected
    from peerdesk.app.keys.keyless_front import OpenMyPlace
    from peerdesk.app.welcome.steps import StepsOf
    from peerdesk.core.errors import KnownError
    from peerdesk.features.directory.public import PublicDirectory
    from peerdesk.features.keys.service import SignedIn
    from peerdesk.store.in_tray import Tray
    from peerdesk.store.place import Place
    from peerdesk.ui.context import Context
    from peerdesk.ui.jobs import Jobs
    from peerdesk.ui.widgets import Button, InlineMessage


class Front(QWidget):
    """Shown while nobody is signed in. Holds no key; the shelf is opened when local help is."""

    painted = Signal()
    """Once, after the first paint."""
    _not_whole = Signal()
    """From the thread of the sign-in: the password is right, or may be, and a file is damaged."""

    def __init__(self, desk: Desk, glance: Glance, show: str = "welcome") -> None:
        super().__init__()
        self.desk = desk
        self._language = glance.language or desk.language
        self.shelf: Place | None = None
        self.directory: PublicDirectory | None = None
        self.protected: PublicProtected | None = None
        self._context: Context | None = None
        self.stack = QStackedWidget()
        Column(self).add(self.stack)
        self.welcome = WelcomePage(
            glance, self._open_keys, desk.clock, languages.available, self._send_slip, self._steps
        )
        self.stack.addWidget(self.welcome)
        self.welcome.signed_in.connect(self._signed_in)
        self.welcome.local_help.connect(self.show_directory)
        self.welcome.protected.connect(self.show_protected)
        self.welcome.set_up.connect(desk.show_first_start)
        self.welcome.forgot.connect(self._forgot)
        self.welcome.own_place.connect(self._own_place)
        self.welcome.stand_in.connect(self._stand_in)
        self.welcome.language.connect(desk.speak)
        self.welcome.text_scale.connect(desk.scale)
        self.resize(first_size(self))
        self.setMinimumSize(640, 480)
        self._seen, self._show = False, show
        self.keyless: OpenMyPlace | None = None
        self.copies: FrontCopies | None = None
        self.copies_link: Button | None = None
        self._offer: InlineMessage | None = None
        self._first: Jobs | None = None
        self._copied = False
        self._not_whole.connect(self._offer_copy)
        if not desk.hurry:
            self._fill()
        if show == "local-help":
            self.show_directory()

    def _after_first_paint(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        self._fill()
        QShortcut(QKeySequence("Ctrl+H"), self, self.show_welcome)
        if self.stack.currentWidget() is self.welcome:
            self.welcome.start_typing()
        if self.desk.carried:
            self._tell_carried()
        if self._show in ("ended", "in-tray"):
            self._tell_ended()
        if any(self.desk.workspace.drawers.glob("*.own")):
            from peerdesk.app.keys.keyless_front import offer

            self.keyless = offer(self, shared=self.welcome.shared)
        self.painted.emit()

    def _fill(self) -> None:
        """What the first paint did not wait for."""
        self.welcome.fill()
        if self.copies_link is not None:
            return
        from peerdesk.ui.widgets import Button

        self.copies_link = Button(self.tr("Bring back a copy"), "link")
        self.copies_link.clicked.connect(self.desk.show_bring_back)
        self.welcome.side.column.box.addWidget(self.copies_link, 0, Qt.AlignmentFlag.AlignLeading)
        if self.desk.behind is not None:
            back = Button(self.tr("Back to the meeting"), icon="back")
            back.clicked.connect(lambda: self.desk.lock())
            self.welcome.side.column.box.insertWidget(0, back)
        if self.desk.options.greet and not self.desk.throw_away:
            from peerdesk.app.copies import FrontCopies

            self.copies = FrontCopies(self.desk, self)

    def _tell_carried(self) -> None:
        from peerdesk.ui.widgets import InlineMessage

        words = self.tr(
            "Some words could not be saved before PeerDesk locked. They are kept locked, but not "
            "on the disk. Whoever wrote them: sign in before this computer is switched off."
        )
        self.welcome.tell(InlineMessage(words, "problem", parent=self))

    def _tell_ended(self) -> None:
        from peerdesk.ui.widgets import InlineMessage

        if self._show == "ended":
            words = self.tr(
                "The meeting has ended, and everything is kept. Sign in to close the evening."
            )
        else:
            words = self.tr(
                "The meeting has ended. How it went is locked into the in-tray, where only the "
                "facilitators of the group can read it. Thank you for standing in."
            )
        self.welcome.tell(InlineMessage(words, "done", parent=self))

    def _send_slip(self, tray: Tray, words: str) -> None:
        from peerdesk.app.welcome.slip import send_slip

        send_slip(self.desk.workspace.shelf, tray, words)

    def _steps(self) -> StepsOf:
        from peerdesk.store.help_steps import for_everyone

        return for_everyone(self.desk.workspace.shelf, self._language)

    def _stand_in(self) -> None:
        from peerdesk.app.tonight.stand_in_front import run_tonight

        run_tonight(self)

    def show_welcome(self) -> None:
        """Help right now, and the sign-in."""
        self.stack.setCurrentWidget(self.welcome)
        self.welcome.show_main()

    def show_directory(self) -> None:
        """Local help, without signing in."""
        if self.directory is None and self._waits_for_a_copy():
            return
        if self.directory is None:
            from peerdesk.core.errors import KnownError
            from peerdesk.features.directory.public import PublicDirectory

            try:
                context = self._open_shelf()
            except KnownError as error:
                self.say(error)
                return
            self.directory = PublicDirectory(context)
            self.directory.back.connect(self.show_welcome)
            self.directory.help_now.connect(self.show_welcome)
            self.stack.addWidget(self.directory)
        self.stack.setCurrentWidget(self.directory)
        self.directory.start_typing()

    def show_protected(self) -> None:
        """What is protected and what is not, without signing in."""
        if self.protected is None:
            from peerdesk.app.help_pages.public import PublicProtected

            self.protected = PublicProtected()
            self.protected.back.connect(self._leave_protected)
            self.stack.addWidget(self.protected)
        self.stack.setCurrentWidget(self.protected)
        self.protected.setFocus()

    def _leave_protected(self) -> None:
        self.stack.setCurrentWidget(self.welcome)
        self.welcome.protected_link.setFocus()

    def _forgot(self) -> None:
        from peerdesk.app.keys.front import show_forgot

        show_forgot(self.desk)

    def _own_place(self) -> None:
        from peerdesk.app.keys.front import show_own_place

        show_own_place(self.desk)

    def release(self) -> None:
        """Close the shelf; the window is about to go."""
        if self.keyless is not None:
            self.keyless.close_jobs()
        if self.copies is not None:
            self.copies.stop()
        if self._first is not None:
            self._first.cancel_all()
        if self._context is not None:
            self._context.jobs.cancel_all()
        if self.shelf is not None:
            self.shelf.close()
            self.shelf = None

    # -- inside ------------------------------------------------------------------------------

    def _open_keys(self, name: str, password: str) -> SignedIn:
        """Runs in a thread; takes about as long for a wrong password as for the right one."""
        from peerdesk.app.copies import before_opening
        from peerdesk.features.keys.service import FileMissing, KeysService
        from peerdesk.safe.accounts import WrongNameOrPassword
        from peerdesk.safe.keyfile import KeyFileDamaged
        from peerdesk.store.connection import Damaged

        keys = KeysService(self.desk.workspace, self.desk.kdf, self.desk.clock)
        try:
            signed = keys.sign_in(name, password)
        except (Damaged, FileMissing, KeyFileDamaged):
            self._not_whole.emit()
            raise
        except WrongNameOrPassword:
            if keys.key_in_a_copy():  # the right key file may be the one that is lost
                self._not_whole.emit()
            raise
        before_opening(self.desk.workspace, self.desk.clock, signed)
        return signed

    def _signed_in(self, signed: SignedIn) -> None:
        from peerdesk.core.errors import KnownError

        self.release()
        try:
            self.desk.sign_in(signed)
        except KnownError as error:
            self.say(error)

    def open_shelf(self) -> Place:
        """The part for everyone, opened when it is first needed. Raises the KnownErrors of
        opening."""
        if self.shelf is None:
            self._open_shelf()
        assert self.shelf is not None
        return self.shelf

    def _waits_for_a_copy(self) -> bool:
        """After an update the shelf is brought on, and everything is copied before: not while
        this window stands still."""
        if self._first is None:
            from peerdesk.app.copies import shelf_is_older
            from peerdesk.ui.jobs import Jobs

            if not shelf_is_older(self.desk.workspace):
                return False
            self._first = Jobs(self)
        if self._copied:
            return False
        if not self._first.running():
            self._copy_first(self._first)
        return True

    def _copy_first(self, jobs: Jobs) -> None:
        from peerdesk.store.backup_fresh import before_step
        from peerdesk.ui.widgets import InlineMessage

        workspace, clock = self.desk.workspace, self.desk.clock
        message = InlineMessage(parent=self)
        self.welcome.tell(message)
        message.say(
            self.tr("PeerDesk was updated and copies everything first. One moment, please.")
        )

        def done(_path: object) -> None:
            self._copied = True
            message.clear()
            self.show_directory()

        jobs.start(
            lambda job: before_step(workspace, (), clock, job.check),
            done,
            lambda text: message.say(render(text), "problem"),
            message.clear,
        )

    def _open_shelf(self) -> Context:
        if self._context is not None and self.shelf is not None:
            return self._context
        from peerdesk.store.shelf import open_shelf
        from peerdesk.ui.context import Context
        from peerdesk.ui.jobs import Jobs
        from peerdesk.ui.names import NamesCurtain

        workspace = self.desk.workspace
        self.shelf = open_shelf(workspace.shelf, self.desk.clock, workspace.backups)
        self._context = Context(
            clock=self.desk.clock,
            names=NamesCurtain(parent=self),
            jobs=Jobs(self),
            shelf=self.shelf,
        )
        return self._context

    def say(self, error: KnownError) -> None:
        """A sentence on the welcome page; a copy is offered where a file is damaged."""
        from peerdesk.store.connection import Damaged
        from peerdesk.ui.widgets import InlineMessage

        message = InlineMessage(render(error.text), "problem", parent=self)
        self.welcome.tell(message)
        self.show_welcome()
        if isinstance(error, Damaged):
            self._offer_copy()

    def _offer_copy(self) -> None:
        """A file is damaged or missing, and a copy may have it whole."""
        from peerdesk.ui.widgets import InlineMessage

        if self._offer is None:
            self._offer = InlineMessage(parent=self)
            self._offer.acted.connect(self.desk.show_bring_back)
            self.welcome.tell(self._offer)
        self._offer.say(
            self.tr("A copy can bring back what is damaged or missing. Look inside it first."),
            action=self.tr("Bring back a copy"),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.of(self).color("paper"))
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self._after_first_paint)
