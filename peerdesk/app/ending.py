"""The one way from signed in back to locked: this process, which knew the keys, ends, and another
one begins. And how the program ends when its last window is closed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from peerdesk.ui.window_size import placing

if TYPE_CHECKING:
    from argparse import Namespace

    from PySide6.QtWidgets import QWidget

    from peerdesk.app.instance import Instance
    from peerdesk.app.locking.leaving import Why
    from peerdesk.app.platform import System
    from peerdesk.app.signed_in import SignedInDesk
    from peerdesk.app.tonight.behind import Behind
    from peerdesk.store.workspace import Workspace

MEETING_SECONDS = 5.0


class Ending(QObject):
    """The end of a ``Desk``, which fills all of this."""

    options: Namespace
    workspace: Workspace
    instance: Instance
    window: QWidget | None
    signed_in: SignedInDesk | None
    behind: Behind | None
    carried: list[bytes]
    throw_away: bool
    _command: list[str] | None
    _system: System | None
    _listening: bool

    @property
    def system(self) -> System:
        """What can be asked of this computer; nothing heavy is imported."""
        if self._system is None:
            from peerdesk.app.platform import this_system

            self._system = this_system()
        return self._system

    def listen(self) -> None:
        """From now on a locked session and a computer that goes to sleep lock PeerDesk too."""
        if not self._listening:
            self._listening = True
            self.system.watch(lambda reason: self.lock("welcome", reason))

    def lock(self, show: str = "welcome", why: Why = "hand") -> None:
        """End this process, which knew the keys, and start a fresh one at the welcome page.

        Who locks by hand is asked first when words could not be saved; everything else goes on.
        """
        if self.signed_in is not None:
            if not self.signed_in.leaving.ready(why):
                return
            self.carried += self.signed_in.leaving.carried
        if self.behind is not None and self.behind.lives():
            self.behind.back(why)
            return
        arguments = ["--workspace", str(self.workspace.path), "--show", show]
        if self.window is not None:
            arguments.append(f"--window={placing(self.window)}")
        if self.options.demo:
            arguments += ["--demo", "--locked"]
        if self.throw_away:
            arguments.append("--throw-away")
        self._hand_over(arguments)

    def show_meeting(self, file_id: str, key: bytes, face: str = "facilitator") -> None:
        """Hand over to the process of a meeting: it gets its sheet's key, and this one, with every
        other key, ends."""
        likes: list[str] = []
        if self.signed_in is not None:
            self.signed_in.leaving.ready("session")
            personal = self.signed_in.personal
            likes = [f"--look={personal.scheme}:{personal.text_scale}"]
            self.carried += self.signed_in.leaving.carried
        arguments = ["--workspace", str(self.workspace.path), "--tonight", file_id, "--face", face]
        arguments += likes
        if self.window is not None:
            arguments.append(f"--window={placing(self.window)}")
        if self.options.demo:
            arguments.append("--demo")
        if self.throw_away:
            arguments.append("--throw-away")
        self._hand_over(arguments, key)

    def _hand_over(self, arguments: list[str], key: bytes = b"") -> None:
        from peerdesk.app.locking.relaunch import FIRST_PAINT_SECONDS, default_command, relaunch

        # A meeting takes a moment to come; who locks goes, and needs no word.
        self.put_away(QCoreApplication.translate("OpenMyPlace", "Opening…") if key else "")
        carried = b""
        if self.carried:
            from peerdesk.safe.carried import pack

            carried = pack(self.carried)
        # A meeting has nobody waiting for a lock, and takes a moment longer to open its sheet.
        patience = MEETING_SECONDS if key else FIRST_PAINT_SECONDS
        relaunch(self._command or default_command(), arguments, carried, key, patience)
        self.end_process()

    def put_away(self, words: str = "") -> None:
        """Cover what is shown, with ``words`` on the cover, save, close every file. A lock always
        goes on: where a disk is full a half-typed text is lost, but nobody reads on."""
        signed, self.signed_in = self.signed_in, None
        if signed is not None:
            signed.window.cover(words)
            try:
                signed.close()
            except Exception as error:
                from peerdesk.app.crash import report

                print(report(type(error), error.__traceback__), file=sys.stderr)
        self.instance.release()

    def end_process(self) -> None:
        """Gone at once: nothing has to be wiped from memory."""
        sys.stdout.flush()
        os._exit(0)

    def finish(self) -> None:
        """The last window was closed: save, close the files, let go of the workspace."""
        if self._listening:
            self._listening = False
            self.system.stop()
        if self.signed_in is not None:
            self.signed_in.close()
            self.signed_in.copies.at_the_end()
            self.signed_in = None
        self.instance.release()
        if self.throw_away:
            import shutil

            shutil.rmtree(self.workspace.path.parent, ignore_errors=True)
