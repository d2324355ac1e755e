"""Read public words aloud with the system's own voice, as a process of its own.

Only for public texts: the words are visible to other processes of the same person.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

if TYPE_CHECKING:
    import subprocess

_WINDOWS = (
    "Add-Type -AssemblyName System.Speech; "
    "$text = [Console]::In.ReadToEnd(); "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak($text)"
)


def voice(
    platform: str = sys.platform,
    find: Callable[[str], str | None] = shutil.which,
    language: str | None = None,
) -> list[str] | None:
    """The command that reads its standard input aloud, or None when there is no voice."""
    spoken = language or QLocale().name().split("_")[0]
    if platform == "win32":
        shell = find("powershell")
        return [shell, "-NoProfile", "-Command", _WINDOWS] if shell else None
    if platform == "darwin":
        say = find("say")
        return [say, "-f", "-"] if say else None
    known = len(spoken) == 2 and spoken.isalpha()
    if speak := find("espeak-ng"):
        return [speak, *(["-v", spoken] if known else []), "--stdin"]
    if daemon := find("spd-say"):
        return [daemon, *(["-l", spoken] if known else []), "--wait", "--pipe-mode"]
    return None


class Speaker(QObject):
    """Reads one text at a time. ``changed(bool)`` says whether it is reading now."""

    changed = Signal(bool)
    LOOK = 300
    COMMAND: ClassVar[Sequence[str] | None] = None
    """In place of the system's own voice; the gallery draws computers that can speak."""

    def __init__(self, command: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command) if command is not None else None
        self._looked = command is not None
        self._process: subprocess.Popen[bytes] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(self.LOOK)
        self._timer.timeout.connect(self._look)

    def available(self) -> bool:
        """Whether this computer has a voice; hide the button when not."""
        if not self._looked:
            command = voice() if self.COMMAND is None else list(self.COMMAND)
            self._command, self._looked = command, True
        return self._command is not None

    def speaking(self) -> bool:
        """Whether it is reading now."""
        return self._process is not None

    def speak(self, words: str) -> bool:
        """Read aloud; what was being read stops. False when there is no voice."""
        self.stop()
        if not self.available() or self._command is None or not words.strip():
            return False
        import subprocess  # 4 ms, which looking for a voice at the start saves

        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            assert self._process.stdin is not None
            self._process.stdin.write(words.encode())
            self._process.stdin.close()
        except OSError:
            # The voice went away between looking and starting: as if there were none.
            self._drop()
            return False
        self._timer.start()
        self.changed.emit(True)
        return True

    def toggle(self, words: str) -> None:
        """Start reading, or stop."""
        if self.speaking():
            self.stop()
        else:
            self.speak(words)

    def stop(self) -> None:
        """Be quiet now."""
        if self._process is not None:
            self._drop()
            self.changed.emit(False)

    def _look(self) -> None:
        if self._process is not None and self._process.poll() is not None:
            self._drop()
            self.changed.emit(False)

    def _drop(self) -> None:
        self._timer.stop()
        process, self._process = self._process, None
        if process is not None:
            if process.poll() is None:
                process.terminate()
            import subprocess

            try:
                process.wait(1)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
