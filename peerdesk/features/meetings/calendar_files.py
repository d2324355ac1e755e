"""Reading and writing calendar files beside the service: names of files, and dialogs for them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.exchange.ical_reading import MOST_BYTES
from peerdesk.safe.files import open_plain, plain_words, write_durably


def _start_folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def ask_where(window: QWidget, title: str, name: str, kinds: str, ending: str) -> Path | None:
    """Where a file is to be saved; None when the person thought better of it."""
    start = str(Path(_start_folder()) / f"{name}{ending}")
    chosen, _kind = QFileDialog.getSaveFileName(window, title, start, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_name(path.name + ending)


def ask_which(window: QWidget, title: str, kinds: str) -> Path | None:
    """Which file is to be read; None for none."""
    chosen, _kind = QFileDialog.getOpenFileName(window, title, _start_folder(), kinds)
    return Path(chosen) if chosen else None


def write(path: Path, data: bytes) -> None:
    """Save a file whole or not at all. Raises KnownError."""
    write_durably(path, data)


def read(path: Path) -> bytes:
    """The file, a byte more than may be read of one that is too large. Raises KnownError."""
    with plain_words(path), open_plain(path) as file:
        return file.read(MOST_BYTES + 1)
