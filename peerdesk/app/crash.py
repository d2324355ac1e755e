"""A bug of ours: save what can be saved, say so calmly, and offer a report without data."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from peerdesk import __version__

if TYPE_CHECKING:
    from peerdesk.app.desk import Desk


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


def install(desk: Desk) -> None:
    """Show a dialog for every exception nobody caught, once at a time."""
    showing = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if issubclass(kind, KeyboardInterrupt):
            desk.app.quit()
            return
        from peerdesk.core.errors import KnownError

        words = report(kind, trace)
        print(words, file=sys.stderr)
        if showing:
            return
        showing = True
        try:
            if desk.signed_in is not None:
                desk.signed_in.save_quietly()
            if isinstance(error, KnownError):
                from peerdesk.app.desk import tell

                tell(error)
            else:
                show(desk, words)
        finally:
            showing = False

    sys.excepthook = hook


def show(desk: Desk, words: str) -> None:
    """The crash dialog: what happened, what is safe, and a report that can be copied."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(desk.window)
    box.setWindowTitle("PeerDesk")
    box.setText(desk.tr("PeerDesk made a mistake of its own. What you had written was saved."))
    box.setInformativeText(
        desk.tr(
            "You can go on. If it happens again, close PeerDesk and open it anew. "
            "The report below holds no names and no texts; you may pass it on."
        )
    )
    box.setDetailedText(words)
    copy = box.addButton(desk.tr("Copy the report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(desk.tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
    copy.clicked.connect(lambda: desk.app.clipboard().setText(words))
    box.exec()
