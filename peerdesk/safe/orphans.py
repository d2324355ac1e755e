"""Drawers whose key file is missing: moved out of the way, never deleted.

``drawers/aside`` holds them, and ``drawers/aside/2``, ``3``, … when one of the same name is there
already; the highest number was in use last. Only ever called by the one PeerDesk that has the
workspace.
"""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path

from peerdesk.safe import files

SUFFIXES = ("", "-wal", "-shm")
FOLDER = "aside"
_SAFE = re.compile(r"([0-9a-f]{32})\.safe(-wal|-shm)?")

making = threading.RLock()
"""Held while a drawer is there and its key file is about to be written: it is nobody's orphan."""


def set_aside(drawers: Path) -> list[Path]:
    """Move every ``.safe`` without ``.key`` to ``drawers/aside``; returns their new paths.

    One whose key file came back is moved back. Stopped half-way, the next call finishes the move.
    Raises the KnownErrors of :mod:`peerdesk.safe.files`.
    """
    moved: list[Path] = []
    with making, files.plain_words(drawers):
        bring_home(drawers)
        for drawer_id in _ids(drawers):
            if not _opens_somehow(drawers, drawer_id):
                place = _free_place(drawers / FOLDER, drawer_id)
                _move(drawer_id, drawers, place)
                moved.append(place / f"{drawer_id}.safe")
    return moved


def bring_home(drawers: Path) -> None:
    """Move back every drawer that was set aside and has its key file again, and none beside it.

    Raises the KnownErrors of :mod:`peerdesk.safe.files`.
    """
    with making, files.plain_words(drawers):
        for place in _places(drawers):
            for drawer_id in _ids(place):
                if not _opens_somehow(drawers, drawer_id):
                    continue
                cut_off = not (place / f"{drawer_id}.safe").exists()
                if cut_off or not (drawers / f"{drawer_id}.safe").exists():
                    _move(drawer_id, place, drawers)


def ids(drawers: Path) -> tuple[str, ...]:
    """The drawers of which something lies aside. Raises KnownError."""
    with files.plain_words(drawers):
        found = {drawer_id for place in _places(drawers) for drawer_id in _ids(place)}
    return tuple(sorted(found))


def find(drawers: Path, drawer_id: str) -> Path | None:
    """The safe of a drawer that was set aside last, or None. Raises KnownError."""
    there = (place / f"{drawer_id}.safe" for place in _places(drawers))
    return next((path for path in there if path.exists()), None)


def every(drawers: Path, drawer_id: str) -> list[Path]:
    """All files of a drawer that lie aside. Raises KnownError."""
    names = [f"{drawer_id}.safe{suffix}" for suffix in SUFFIXES]
    there = [place / name for place in _places(drawers) for name in names]
    return [path for path in there if path.exists()]


def _opens_somehow(drawers: Path, drawer_id: str) -> bool:
    """Whether it has its key file, or the one of somebody's own computer (``own_computer``)."""
    return any((drawers / f"{drawer_id}{suffix}").exists() for suffix in (".key", ".own"))


def _places(drawers: Path) -> list[Path]:
    """The folders that hold what was set aside, the one that was used last first."""
    aside = drawers / FOLDER
    numbers = sorted((int(n) for n in files.names_in(aside) if n.isdigit()), reverse=True)
    return [*(aside / str(number) for number in numbers), aside]


def _ids(folder: Path) -> list[str]:
    matches = (_SAFE.fullmatch(name) for name in files.names_in(folder))
    return sorted({match[1] for match in matches if match})


def _free_place(aside: Path, drawer_id: str) -> Path:
    """A folder where the move overwrites nothing that was set aside before."""
    place, number = aside, 1
    while (place / f"{drawer_id}.safe").exists():
        number += 1
        place = aside / str(number)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def _move(drawer_id: str, source: Path, target: Path) -> None:
    # The database last: it is never seen without the journal that belongs to it.
    for suffix in reversed(SUFFIXES):
        name = f"{drawer_id}.safe{suffix}"
        if (source / name).exists():
            os.replace(source / name, target / name)
    files.sync_folder(target)
    files.sync_folder(source)
