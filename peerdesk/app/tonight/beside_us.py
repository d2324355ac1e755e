"""The main window beside a running meeting, as the meeting's process sees it: started from here,
and always led back to here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from peerdesk.app.tonight import pipe
from peerdesk.safe.carried import pack, unpack
from peerdesk.ui.window_size import placing

if TYPE_CHECKING:
    from peerdesk.app.tonight.window import TonightWindow

UNSEEN_MS = 1000
"""So long a paint is waited for."""


class BesideUs(QObject):
    """Starts the main window with ``command`` and ``arguments``; ``window`` steps behind it once it
    stands, and shows itself again whenever it goes. ``carried``: words that could not be saved, as
    they pass through (``safe.carried``)."""

    def __init__(
        self,
        window: TonightWindow,
        command: list[str],
        arguments: Callable[[], list[str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._command, self._arguments = window, command, arguments
        self.carried: list[bytes] = []
        self.child: pipe.MainChild | None = None
        self.stands = False
        self._answers = False
        window.painted.connect(self._painted)

    def sign_in(self) -> None:
        """Start the main window; once it stands this one steps behind it."""
        if self.child is not None:
            return
        arguments = [*self._arguments(), f"--window={placing(self._window)}"]
        try:
            self.child = pipe.MainChild(self._command, arguments, pack(self.carried), self)
        except OSError:
            self._window.say(self.tr("The sign-in could not be opened. The meeting goes on."))
            return
        self.child.greeted.connect(self._child_greeted)
        self.child.back.connect(self._child_back)
        self.child.ended.connect(self._child_ended)

    def _child_greeted(self) -> None:
        self.stands = True
        self._window.step_behind()

    def _child_back(self, trusted: bool, boxes: bytes) -> None:
        self.carried = unpack(boxes)
        self.stands = False
        if not trusted:
            self._window.close_names(strict=True)
        self._answers = True
        self._window.show_again()
        if trusted:
            self._window.open_names()
        QTimer.singleShot(UNSEEN_MS, self, self._answer)

    def _painted(self) -> None:
        if self._answers:
            QTimer.singleShot(0, self, self._answer)  # the paint itself has to end first

    def _answer(self) -> None:
        if self._answers:
            self._answers = False
            if self.child is not None:
                self.child.answer()

    def _child_ended(self) -> None:
        child, self.child = self.child, None
        if child is not None:
            child.deleteLater()
        if self.stands:
            # It went without a word: nobody knows who sits there now.
            self.stands = False
            self._window.close_names(strict=True)
            self._window.show_again()
