"""Drawers whose key file is missing: moved out of the way, never deleted."""

from __future__ import annotations

import os
import re
from pathlib import Path

from peerdesk.safe import files

SUFFIXES = ("", "-wal", "-shm")
_SAFE = re.compile(r"([0-9a-f]{32})\.safe(-wal|-shm)?")


def set_aside(drawers: Path) -> list[Path]:
    """Move every ``.safe`` without ``.key`` to ``drawers/aside``; returns their new paths.

    One whose key file came back is moved back. Stopped half-way, the next call finishes the move.
    Raises the KnownErrors of :mod:`peerdesk.safe.files`.
    """
    aside = drawers / "aside"
    moved: list[Path] = []
    with files.plain_words(drawers):
        for drawer_id in _ids(aside):
            if (drawers / f"{drawer_id}.key").exists() and not (
                drawers / f"{drawer_id}.safe"
            ).exists():
                _move(drawer_id, aside, drawers)
        for drawer_id in _ids(drawers):
            if not (drawers / f"{drawer_id}.key").exists():
                place = _free_place(aside, drawer_id)
                _move(drawer_id, drawers, place)
                moved.append(place / f"{drawer_id}.safe")
    return moved


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
