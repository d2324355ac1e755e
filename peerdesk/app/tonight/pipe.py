"""What the process of a meeting and the main window it started say to each other.

Two pipes, both there since the start: the main window's stdin and stdout. In: the words that were
carried (length u32 big-endian, then ``safe.carried.pack``), later one byte for each time the
meeting shows itself. Out: ``.`` when the first window is painted; ``B`` when the meeting should
come back, then a byte (``t``: somebody who can open the group sat here until now; ``n``: nobody
knows), a length and the words that could not be saved. An end of the pipe says as much as ``B``
with ``n``, so a process that is killed needs no farewell.
"""

from __future__ import annotations

import contextlib
import os
import struct
import threading
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from peerdesk.app.locking.relaunch import environment, take_carried
from peerdesk.safe.carried import MOST

if TYPE_CHECKING:
    import subprocess

PAINTED, BACK, TRUSTED, UNKNOWN = b".", b"B", b"t", b"n"
ANSWER_SECONDS = 1.5
_LENGTH = struct.Struct(">I")


class Beside:
    """In the main window: the meeting that started it and waits behind it."""

    def __init__(self, source: int = 0, target: int = 1) -> None:
        """Takes both pipes; what prints from now on goes nowhere."""
        self._source = source
        self._target = os.dup(target)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, target)
        os.close(null)
        self._gone = False

    def carried(self) -> bytes:
        """The words the meeting kept for us; asked once, first."""
        head = take_carried(_LENGTH.size, self._source)
        if len(head) < _LENGTH.size:
            return b""
        return take_carried(min(MOST, *_LENGTH.unpack(head)), self._source)

    def greet(self) -> None:
        """The first window is painted: the meeting may step behind it."""
        self._say(PAINTED)

    def back(self, *, trusted: bool, carried: bytes = b"", wait: float = ANSWER_SECONDS) -> bool:
        """Ask the meeting to show itself, and wait until it is painted. Whether it answered.

        ``carried``: words that could not be saved; the meeting keeps them, locked as they are.
        """
        words = BACK + (TRUSTED if trusted else UNKNOWN) + _LENGTH.pack(len(carried)) + carried
        answer: list[bytes] = []

        def talk() -> None:
            if self._say(words):
                answer.append(take_carried(1, self._source))

        talking = threading.Thread(target=talk, daemon=True)
        talking.start()
        talking.join(wait)
        return answer == [PAINTED]

    def _say(self, words: bytes) -> bool:
        if not self._gone:
            try:
                while words:
                    words = words[os.write(self._target, words) :]
            except OSError:
                self._gone = True
        return not self._gone


class MainChild(QObject):
    """In the meeting's process: the main window that was started from it.

    ``greeted`` when it stands; ``back(trusted, carried)`` when it asks us to come back, answered
    with :meth:`answer`; ``ended`` once, when it is gone for whatever reason.
    """

    greeted = Signal()
    back = Signal(bool, bytes)
    ended = Signal()

    def __init__(
        self, command: list[str], arguments: list[str], carried: bytes, parent: QObject
    ) -> None:
        """Raises OSError when it cannot be started."""
        super().__init__(parent)
        import subprocess

        self.process: subprocess.Popen[bytes] = subprocess.Popen(
            [*command, *arguments, "--greet"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(),
            close_fds=True,
        )
        self._out = carried
        self._writing = threading.Thread(target=self._give, daemon=True)
        self._writing.start()
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    def answer(self) -> None:
        """We are painted: the other process may end."""
        pipe = self.process.stdin
        with contextlib.suppress(OSError, ValueError):
            assert pipe is not None
            pipe.write(PAINTED)
            pipe.flush()

    def _give(self) -> None:
        pipe = self.process.stdin
        with contextlib.suppress(OSError, ValueError):
            assert pipe is not None
            pipe.write(_LENGTH.pack(len(self._out)) + self._out)
            pipe.flush()
        self._out = b""

    def _listen(self) -> None:
        pipe = self.process.stdout
        assert pipe is not None
        with contextlib.suppress(OSError, RuntimeError):  # RuntimeError: we are being taken down
            while word := pipe.read(1):
                if word == PAINTED:
                    self.greeted.emit()
                elif word == BACK:
                    self._read_back(pipe)
                else:
                    break
        with contextlib.suppress(RuntimeError):
            self.process.wait()
            self.ended.emit()

    def _read_back(self, pipe: IO[bytes]) -> None:
        trusted = pipe.read(1) == TRUSTED
        head = pipe.read(_LENGTH.size)
        length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else 0
        carried = pipe.read(length) if length <= MOST else b""
        self.back.emit(trusted, carried)
