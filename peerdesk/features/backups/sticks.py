"""Which drives hold copies: random ids and times in ``backups/known.json``, never a name.

A USB stick is known by a small file with a random id, which the person allowed once. The file is
on no place: it is true of this computer only, is not undone, and does not travel with a copy.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

from peerdesk.safe import files
from peerdesk.store.backup_errors import copying_to
from peerdesk.store.workspace import Workspace

FOLDER = "peerdesk-copies"
MARKER = "stick-id"
ID_BYTES = 16
MOST = 50
MOST_BYTES = 64 * 1024


@dataclass(frozen=True)
class Stick:
    """A drive that may get copies by itself. ``last`` is when it got one, UTC milliseconds, or
    None; ``root`` where it is plugged in now, or None."""

    id: str
    last: int | None = None
    root: Path | None = None

    @property
    def folder(self) -> Path:
        """Where its copies lie. Only while it is plugged in."""
        assert self.root is not None
        return self.root / FOLDER


class Sticks:
    """What ``known.json`` holds; anything unreadable in it counts as not there."""

    def __init__(self, workspace: Workspace) -> None:
        self._path = workspace.backups / "known.json"

    def all(self, roots: list[Path] | None = None) -> tuple[Stick, ...]:
        """Every known stick; with ``roots``, where drives are plugged in, also where it is."""
        plugged = {marker_of(root): root for root in roots or ()}
        return tuple(
            Stick(i, last, plugged.get(i)) for i, last in sorted(self._read()["sticks"].items())
        )

    @property
    def off_at(self) -> int | None:
        """When the last copy off this computer was made, UTC milliseconds."""
        at: int | None = self._read()["off_at"]
        return at

    def allow(self, root: Path) -> Stick:
        """Know the stick at ``root`` from now on. Raises the errors of copying to it."""
        found = marker_of(root)
        made = Stick(found or os.urandom(ID_BYTES).hex(), None, root)
        if not found:
            with copying_to(root):
                made.folder.mkdir(exist_ok=True)
                files.write_durably(made.folder / MARKER, made.id.encode("ascii"))
        known = self._read()
        known["sticks"].setdefault(made.id, None)
        self._write(known)
        return replace(made, last=known["sticks"][made.id])

    def forget(self, stick_id: str) -> None:
        """No more copies by itself; what is on the stick stays there."""
        known = self._read()
        known["sticks"].pop(stick_id, None)
        self._write(known)

    def copied(self, at: int, stick_id: str | None = None) -> None:
        """A copy was made off this computer; on a known stick, or by hand."""
        known = self._read()
        known["off_at"] = at
        if stick_id in known["sticks"]:
            known["sticks"][stick_id] = at
        self._write(known)

    def _read(self) -> dict:  # type: ignore[type-arg]
        try:
            with files.open_plain(self._path) as file:
                kept = json.loads(file.read(MOST_BYTES))
            off_at, sticks = kept["off_at"], dict(kept["sticks"])
            times = [off_at, *sticks.values()]
            sound = all(t is None or (type(t) is int and 0 <= t < 1 << 47) for t in times)
            if sound and all(map(_is_id, sticks)):
                return {"off_at": off_at, "sticks": dict(list(sticks.items())[:MOST])}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            pass
        return {"off_at": None, "sticks": {}}

    def _write(self, known: object) -> None:
        files.make_folder(self._path.parent)
        files.write_durably(self._path, json.dumps(known).encode("ascii"))


def marker_of(root: Path) -> str:
    """The id on a drive, or ""."""
    with contextlib.suppress(OSError, ValueError):
        with files.open_plain(root / FOLDER / MARKER) as file:
            words = file.read(2 * ID_BYTES + 1).decode("ascii")
        if _is_id(words):
            return words
    return ""


def _is_id(words: object) -> bool:
    if not isinstance(words, str) or len(words) != 2 * ID_BYTES:
        return False
    return set(words) <= set("0123456789abcdef")
