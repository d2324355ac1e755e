"""A bug of ours: save what can be saved, say so calmly, and offer a report without data."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from peerdesk import __version__

if TYPE_CHECKING:
    from peerdesk.app.desk import Desk
    from peerdesk.app.tonight.process import TonightDesk


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened: files of ours, lines and the kind of error; no message, no values."""
    import platform
    import traceback

    lines = [f"PeerDesk {__version__}, Python {platform.python_version()}, {platform.system()}"]
    for frame in traceback.extract_tb(trace):
        file = frame.filename.replace("\\", "/")
        short = "peerdesk/" + file.rpartition("/peerdesk/")[2] if "/peerdesk/" in file else "…"
        lines.append(f"  {short}:{frame.lineno} {frame.name}")
    lines.append(kind.__name__)
    return "\n".join(lines)


def install(desk: Desk | TonightDesk) -> None:
    """Show a dialog for every exception nobody caught, once at a time.

    Threads and finalizers are reported in the same way, without a dialog: what Python would write
    of them by itself holds messages, and messages may hold what somebody wrote.
    """
    import threading

    showing = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if issubclass(kind, KeyboardInterrupt):
            desk.app.quit()
            return
        from peerdesk.core.errors import KnownError

        words = report(kind, trace)
        tell_console(words)
        if showing:
            return
        showing = True
        try:
            saved = save_work(desk)
            if isinstance(error, KnownError):
                from peerdesk.app.desk import tell

                tell(error)
            else:
                show(desk, words, saved=saved)
        finally:
            showing = False

    sys.excepthook = hook
    threading.excepthook = lambda told: tell_console(report(told.exc_type, told.exc_traceback))
    sys.unraisablehook = lambda told: tell_console(report(told.exc_type, told.exc_traceback))


def tell_console(words: str) -> None:
    """Write a report where a developer looks; a program without a console has none."""
    if sys.stderr is not None:
        print(words, file=sys.stderr)


def save_work(desk: Desk | TonightDesk) -> bool:
    """Save what can be saved, whatever else went wrong. Whether everything was."""
    try:
        if desk.signed_in is None:
            running = getattr(desk, "save_words", None)  # the process of a meeting has words too
            return running is None or bool(running())
        return not desk.signed_in.leaving.save()[1]
    except Exception:  # a second mistake must not hide the first
        return False


def save_report(desk: Desk | TonightDesk, words: str) -> Path:
    """Write a report into the workspace's folder ``reports``. Raises the KnownErrors of writing."""
    from peerdesk.safe import files

    folder = desk.workspace.path / "reports"
    files.make_folder(folder)
    stem = desk.clock.now().strftime("report-%Y-%m-%d-%H%M%S")
    path = folder / f"{stem}.txt"
    files.write_durably(path, (words + "\n").encode())
    return path


def show(desk: Desk | TonightDesk, words: str, *, saved: bool = True) -> None:
    """The crash dialog; returns when it is closed."""
    from peerdesk.app.crash_dialog import CrashDialog

    dialog = CrashDialog(
        words,
        copy=lambda: desk.app.clipboard().setText(words),
        save=lambda: save_report(desk, words),
        saved=saved,
        parent=desk.window,
    )
    dialog.exec()
    dialog.deleteLater()
