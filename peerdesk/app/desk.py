"""The running program: which window is shown. How it ends stands in ``ending``."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from peerdesk.app import languages
from peerdesk.app.arguments import default_workspace
from peerdesk.app.ending import Ending
from peerdesk.app.instance import Instance
from peerdesk.app.tonight.alive import call_meeting, meeting_lives
from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.store.glance import Glance, look
from peerdesk.store.workspace import Workspace
from peerdesk.ui import theme
from peerdesk.ui.window_size import place

if TYPE_CHECKING:
    from peerdesk.app.platform import System
    from peerdesk.app.signed_in import SignedInDesk
    from peerdesk.app.tonight.behind import Behind
    from peerdesk.features.keys.service import SignedIn
    from peerdesk.safe.kdf import Kdf

UNSEEN_MS = 1000
"""So long the first paint is waited for."""


def _system_zone() -> str:
    from PySide6.QtCore import QTimeZone

    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


class Desk(Ending):
    """One process: from its first window until it is locked or closed.

    ``hurry`` (set by ``start``) lets the first window show what matters most first; ``settled``
    comes when it was painted.
    """

    settled = Signal()

    def __init__(
        self, app: QApplication, options: Namespace, kdf: Kdf | None, command: list[str] | None
    ) -> None:
        super().__init__(app)
        self.app, self.options = app, options
        self._kdf = kdf
        self._command = command
        self.clock = Clock(_system_zone)
        self.throw_away = bool(options.throw_away)
        path: Path | None = options.workspace
        if path is None and options.demo:
            import tempfile

            path = Path(tempfile.mkdtemp(prefix="peerdesk-")) / "workspace"
            self.throw_away = True
        self.workspace = Workspace((path or default_workspace()).absolute())
        self.instance = Instance(self.workspace.path)
        self.window: QWidget | None = None
        self._spoken, self._percent = "", 0
        self.hurry, self._settled = False, False
        self.signed_in: SignedInDesk | None = None
        self.carried: list[bytes] = []
        """Words of somebody that could not be saved before a lock (``safe.carried``)."""
        self._system: System | None = None
        self._listening = False
        self.behind: Behind | None = None
        """The meeting that runs and waits behind our window."""

    @property
    def language(self) -> str:
        """The two letters of the language the system speaks."""
        return QLocale.system().name()[:2]

    @property
    def kdf(self) -> Kdf:
        """How passwords become keys; imported when the first one is needed."""
        if self._kdf is None:
            from peerdesk.safe.kdf import REAL

            self._kdf = REAL
        return self._kdf

    def start(self) -> bool:
        """Show the first window. False when another PeerDesk has this workspace; it comes
        forward instead."""
        if not self.instance.take(3000 if self.options.greet else 0):
            self.instance.call_first()
            return False
        if getattr(self.options, "beside", None):
            from peerdesk.app.tonight.behind import Behind

            self.behind = Behind(self, self.options.beside)
        elif meeting_lives(self.workspace.path):
            self.instance.release()
            call_meeting(self.workspace.path)
            return False
        if getattr(self.options, "carry", False):
            from peerdesk.app.locking.relaunch import take_carried
            from peerdesk.safe import carried

            self.carried = carried.unpack(take_carried(carried.MOST))
        if (self.workspace.backups / "bringing-back").exists():
            from peerdesk.app.copies import put_in_place

            put_in_place(self)
        if self.options.demo and not self.options.locked:
            self._start_demo()
        elif not self.workspace.exists():
            self.show_first_start()
        else:
            self.show_welcome(self.options.show)
        painted = getattr(self.window, "painted", None)
        if painted is not None:
            painted.connect(self._after_first_paint)
        # Windows that do not say so, and those that start out of sight.
        QTimer.singleShot(UNSEEN_MS if painted is not None else 0, self, self._after_first_paint)
        return True

    def _after_first_paint(self) -> None:
        """What the first paint need not wait for."""
        if self._settled:
            return
        from peerdesk.ui.in_sight import InSight

        self._settled, self.hurry = True, False
        InSight(self.app, self)
        self.settled.emit()
        self.instance.when_called(self.come_forward)
        if self.behind is not None:
            self.behind.stood()
        elif self.options.greet:
            from peerdesk.app.locking.relaunch import greet

            greet()

    def come_forward(self) -> None:
        """Another start was asked for: show the window that is there."""
        if self.window is not None:
            self.window.setWindowState(
                self.window.windowState() & ~self.window.windowState().WindowMinimized
            )
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    # -- windows -----------------------------------------------------------------------------

    def show_window(self, window: QWidget) -> None:
        """Show ``window`` in place of the one before; there is never a moment without one."""
        old, self.window = self.window, window
        if old is not None and hasattr(old, "release"):
            old.release()
        window.setWindowTitle("PeerDesk")
        if self.behind is not None:
            self.behind.follow(window)
        if old is not None:
            window.resize(old.size())
            if old.isMaximized():
                window.showMaximized()
        else:
            place(window, getattr(self.options, "window", ""))
        window.show()
        if old is not None:
            old.close()
            old.deleteLater()

    def glance(self) -> Glance:
        """What the welcome page shows, read without a key."""
        seen = look(self.workspace)
        seen = seen._replace(
            settings={
                **seen.settings,
                **({"language": self._spoken} if self._spoken else {}),
                **({"text_scale": str(self._percent)} if self._percent else {}),
            },
        )
        languages.install(self.app, seen.language)
        theme.apply(self.app, cast(theme.Scheme, seen.scheme), seen.text_scale / 100)
        return seen

    def show_welcome(self, show: str = "welcome") -> None:
        """The page for everyone, with the sign-in beside it."""
        from peerdesk.app.welcome.front import Front

        self.show_window(Front(self, self.glance(), show))

    def speak(self, code: str) -> None:
        """Another language for whoever sits here now; nothing is recorded."""
        self._spoken = code
        self.show_welcome()

    def scale(self, percent: int) -> None:
        """Another text size for whoever sits here now; nothing is recorded."""
        self._percent = percent
        self.show_welcome()

    def show_first_start(self) -> None:
        """The first start: nothing is kept until its end."""
        from peerdesk.app.first_start import FirstStart

        languages.install(self.app, "")
        self.glance_if_there()  # a group that is added comes into a house that has its settings
        steps = FirstStart(self.workspace, self.kdf, self.clock)
        steps.language.connect(lambda code: languages.install(self.app, code))
        steps.text_scale.connect(lambda percent: theme.apply(self.app, scale=percent / 100))
        steps.finished.connect(self._first_start_done)
        self.show_window(steps)

    def _first_start_done(self, kind: str, _workspace: object, signed: SignedIn | None) -> None:
        if kind == "look":
            self._hand_over(["--demo"])
        elif kind == "copy":
            self.show_bring_back()
        elif signed is None:
            self.show_welcome()
        else:
            self.sign_in(signed)

    def show_bring_back(self) -> None:
        """Bring back a copy while nobody is signed in."""
        from peerdesk.app.bring_back import BringBackWindow

        window = BringBackWindow(self)
        window.done.connect(self._brought_back)
        window.left.connect(self.show_welcome if self.workspace.exists() else self.show_first_start)
        self.show_window(window)

    def _brought_back(self) -> None:
        from peerdesk.app.copies import put_in_place

        put_in_place(self)
        self.show_welcome()

    def sign_in(self, signed: SignedIn) -> None:
        """Open what this person may open. Raises the KnownErrors of opening."""
        from peerdesk.app.signed_in import SignedInDesk
        from peerdesk.safe.process import keys_held

        keys_held()
        desk = SignedInDesk(self, signed)
        self.signed_in = desk
        if self.behind is not None:
            self.behind.signed_in()
        self.show_window(desk.window)
        QTimer.singleShot(0, desk, desk.arrive)

    def step_out(self) -> None:
        """Close everything that is open to somebody, to change keys; the caller shows another
        window at once."""
        signed, self.signed_in = self.signed_in, None
        if signed is not None:
            signed.close()
            signed.deleteLater()

    def _start_demo(self) -> None:
        from peerdesk.app.demo import open_demo

        stood = self.workspace.exists()
        self.glance_if_there()
        signed = open_demo(self.workspace, self._kdf, self.clock)
        if not stood:
            self.glance_if_there()
        self.sign_in(signed)

    def glance_if_there(self) -> None:
        """Take language, text size and colours from the shelf when there is one."""
        if self.workspace.exists():
            self.glance()
        else:
            theme.apply(self.app)


def tell(error: KnownError) -> int:
    """A sentence where no window can be shown yet."""
    from PySide6.QtWidgets import QMessageBox

    from peerdesk.ui.text import render

    box = QMessageBox()
    box.setWindowTitle("PeerDesk")
    box.setText(render(error.text))
    box.exec()
    return 1
