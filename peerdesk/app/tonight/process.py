"""The process of a running meeting. It holds the key of tonight's sheet and no other.

It never opens a cabinet or a drawer, and the shelf only as the welcome page reads it. What it shows
is :mod:`window`'s, and for how long names stay open :mod:`names_watch`'s; this is where it comes
from (the key on stdin), what it starts (the main window, which it waits behind) and how it ends.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from peerdesk.app import languages
from peerdesk.app.arguments import default_workspace
from peerdesk.app.locking.relaunch import default_command, greet, relaunch, take_carried
from peerdesk.app.tonight.alive import meeting_instance, sheet_lives
from peerdesk.core.clock import SteadyClock
from peerdesk.core.errors import KnownError
from peerdesk.store.glance import look
from peerdesk.store.workspace import Workspace
from peerdesk.ui import theme
from peerdesk.ui.window_size import place, placing

if TYPE_CHECKING:
    from peerdesk.app.platform import System
    from peerdesk.app.tonight.beside_us import BesideUs
    from peerdesk.app.tonight.names_watch import NamesWatch
    from peerdesk.app.tonight.window import TonightWindow
    from peerdesk.features.tonight.service import TonightService
    from peerdesk.store.place import Place

KEY_BYTES = 32
BEAT_MS = 60_000
GAP_MS = 60_000
UNSEEN_MS = 1000
"""So long a paint is waited for."""
PATIENCE = 5.0
"""Seconds the main window may take to stand when a meeting has ended."""


class TonightDesk(QObject):
    """One running meeting, from its first paint until it has ended or is closed for now."""

    settled = Signal()

    def __init__(self, app: QApplication, options: Namespace, command: list[str] | None) -> None:
        super().__init__(app)
        self.app, self.options = app, options
        self.command = command or default_command()
        self.file_id = str(options.tonight)
        self.workspace = Workspace((options.workspace or default_workspace()).absolute())
        self.throw_away = bool(options.throw_away)
        self.instance = meeting_instance(self.workspace.path)
        self.signed_in = None
        """Nobody is, in this process: for who asks what has to be saved first."""
        self.clock = SteadyClock(_system_zone)
        self.window: TonightWindow | None = None
        self.service: TonightService | None = None
        self.place: Place | None = None
        self.beside: BesideUs | None = None
        self.names: NamesWatch | None = None
        self._system: System | None = None
        self._settled = False
        self._scheme, self._percent = "system", 100
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._minute_passed)

    @property
    def system(self) -> System:
        """What can be asked of this computer."""
        if self._system is None:
            from peerdesk.app.platform import this_system

            self._system = this_system()
        return self._system

    # -- from the key to the first paint -----------------------------------------------------

    def start(self) -> bool:
        """Open the sheet and show the window. False where there is nothing to show: no key was
        given, or another process shows the meeting already. Raises the KnownErrors of opening."""
        from peerdesk.safe.process import keys_held

        keys_held()
        key = take_carried(KEY_BYTES)
        boxes: list[bytes] = []
        if self.options.carry:
            from peerdesk.safe import carried

            boxes = carried.unpack(take_carried(carried.MOST))
        if len(key) != KEY_BYTES or not _is_file_id(self.file_id):
            return False
        if not self.instance.take(3000):
            self.instance.call_first()
            return False
        if sheet_lives(self.workspace.path):  # it runs, though its lock was deleted
            self.instance.release()
            self.instance.call_first()
            return False
        try:
            self._open(key)
            assert self.beside is not None
            self.beside.carried = boxes
        except BaseException:
            self.instance.release()
            raise
        return True

    def _open(self, key: bytes) -> None:
        from peerdesk.app.tonight.beside_us import BesideUs
        from peerdesk.app.tonight.names_watch import NamesWatch, idle_minutes
        from peerdesk.app.tonight.window import TonightWindow
        from peerdesk.features.tonight.service import TonightService
        from peerdesk.store.connection import Damaged
        from peerdesk.store.tonight import open_tonight

        seen = look(self.workspace)
        languages.install(self.app, seen.language)
        self._scheme, self._percent = liked(self.options.look) or (seen.scheme, seen.text_scale)
        self._apply_look()
        path = self.workspace.sheet(self.file_id)
        if not path.exists():
            raise Damaged(path)
        self.place = open_tonight(path, key, self.clock, alone=True)
        try:
            self.service = TonightService(self.place, self.clock)
            missed = self.service.left_over()
            self.window = TonightWindow(self.service, self.options.face)
        except BaseException:
            self.place.close()
            raise
        window = self.window
        self.beside = BesideUs(window, self.command, self._for_the_main_window, self)
        self.names = NamesWatch(self, window, self.service, idle_minutes(seen))
        window.sign_in.connect(self.beside.sign_in)
        window.ended.connect(self._ended)
        window.left.connect(self._left)
        window.painted.connect(self._painted)
        window.scaled.connect(self._scale)
        window.tick.told.connect(self._look_at_the_clock)
        if missed >= GAP_MS:
            window.ask_gap(missed)
        place(window, self.options.window)
        window.show()
        QTimer.singleShot(UNSEEN_MS, self, self._painted)
        self.service.beat()
        self._beat.start()

    def _painted(self) -> None:
        if not self._settled:
            # The paint itself has to end first.
            QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        if self._settled:
            return
        self._settled = True
        self.settled.emit()
        self.instance.when_called(self.come_forward)
        if self.names is not None:
            self.names.begin()
        if self.options.greet:
            greet()

    def come_forward(self) -> None:
        """PeerDesk was started again: show the meeting, unless the main window stands before it."""
        if self.window is not None and self.beside is not None and not self.beside.stands:
            self.window.show_again()

    def _for_the_main_window(self) -> list[str]:
        return ["--workspace", str(self.workspace.path), "--beside", self.file_id, *self._demo()]

    def _apply_look(self) -> None:
        theme.apply(self.app, cast(theme.Scheme, self._scheme), self._percent / 100)

    def _scale(self, by: int) -> None:
        from peerdesk.app.settings.service import next_scale

        self._percent = next_scale(self._percent, by) if by else 100
        self._apply_look()

    # -- words and time -----------------------------------------------------------------------

    def save_words(self) -> bool:
        """After a mistake of ours: whether everything that was written is kept."""
        return self.window is None or self.window.keep_words()

    def _look_at_the_clock(self) -> None:
        """Whether the computer slept meanwhile, or its clock was set."""
        if self.clock.gap_ms() <= GAP_MS or self.service is None or self.window is None:
            return
        slept = self.clock.settle()
        state = self.service.state()
        if state.started and not state.ended and not state.paused:
            if self.names is not None:
                self.names.hide()
            self.window.ask_gap(slept)

    def _minute_passed(self) -> None:
        """A sign of life in the sheet."""
        from peerdesk.ui.text import render

        assert self.service is not None
        assert self.window is not None
        self._look_at_the_clock()
        if self.window.asks_gap:
            return  # another power cut must not lose the question
        try:
            self.service.beat()
        except KnownError as problem:
            self.window.say(render(problem.text))

    # -- ending ------------------------------------------------------------------------------

    def _ended(self) -> None:
        """The meeting is over: the main window, where it is closed by whoever signs in."""
        show = "ended"
        assert self.service is not None
        if self.service.plan.stand_in:
            from peerdesk.app.tonight.stand_in import hand_in
            from peerdesk.ui.text import render

            try:
                hand_in(self.workspace, self.service, self.clock)
            except KnownError as problem:
                assert self.window is not None
                self.window.say(render(problem.text))
                return
            show = "in-tray"
        self._put_away()
        if show == "in-tray":
            from peerdesk.app.tonight.sheet_files import remove_sheet

            remove_sheet(self.workspace, self.file_id)
        self._hand_over(["--workspace", str(self.workspace.path), "--show", show, *self._demo()])

    def _left(self) -> None:
        """Closed for now: whoever signs in can go on."""
        self._put_away()
        if self.throw_away and (self.beside is None or self.beside.child is None):
            import shutil

            shutil.rmtree(self.workspace.path.parent, ignore_errors=True)
        self.end_process()

    def give_up(self) -> None:
        """The sheet cannot be opened: back to the welcome page, where one can sign in."""
        self._hand_over(["--workspace", str(self.workspace.path), *self._demo()])

    def _demo(self) -> list[str]:
        made_up = ["--demo"] if self.options.demo else []
        return [*made_up, *(["--throw-away"] if self.throw_away else [])]

    def _hand_over(self, arguments: list[str]) -> None:
        if self.window is not None:
            arguments.append(f"--window={placing(self.window)}")
        from peerdesk.safe.carried import pack

        boxes = self.beside.carried if self.beside is not None else []
        carried = pack(boxes) if boxes else b""
        relaunch(self.command, arguments, carried, patience=PATIENCE)
        self.end_process()

    def _put_away(self) -> None:
        """Nothing ticks, the sheet is closed, and the lock is another's to take."""
        self._beat.stop()
        if self.names is not None:
            self.names.stop()
        self.system.stop()
        if self.window is not None:
            self.window.release()
        if self.place is not None:
            self.place.close()
        self.instance.release()

    def end_process(self) -> None:
        """Gone at once: nothing has to be wiped from memory."""
        if sys.stdout is not None:
            sys.stdout.flush()
        os._exit(0)


def liked(words: str) -> tuple[str, int] | None:
    """The scheme and text size of ``--look``; None when it says nothing we know."""
    from peerdesk.app.settings.service import SCHEMES, TEXT_SCALES

    scheme, _, percent = words.partition(":")
    if scheme not in SCHEMES or percent not in [str(step) for step in TEXT_SCALES]:
        return None
    return scheme, int(percent)


def _is_file_id(words: str) -> bool:
    return len(words) == 32 and set(words) <= set("0123456789abcdef")


def _system_zone() -> str:
    from PySide6.QtCore import QTimeZone

    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"
