"""Files that were kept aside: what they are, where they lie, and where they may go.

Two kinds: damaged ones whose place a copy took (``backups/aside``), and places of people whose key
file was gone (``drawers/aside``, see ``safe.orphans``). Neither goes into a copy. A place may lie
there in several files (itself, its journal, its key file or seals); they are one thing to whoever
reads the list. Nobody takes out what may be the last of somebody else's own place.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from peerdesk.core.clock import Clock
from peerdesk.safe import files, orphans
from peerdesk.store import backup_archive as archives
from peerdesk.store import restore_apply
from peerdesk.store.backup_archive import Check, no_check
from peerdesk.store.backup_errors import DriveGone, copying_to
from peerdesk.store.backup_whole import OpenFile
from peerdesk.store.workspace import Workspace

Kind = Literal["shelf", "cabinet", "drawer", ""]
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-(?:\d+-)?(shelf|[0-9a-f]{32})\.(.+)", re.ASCII)


@dataclass(frozen=True)
class Kept:
    """One place. ``paths`` belong together; ``size`` bytes in all. ``mine``: whoever is signed in
    opens that place, or it is for everyone. ``day`` is when it was kept, or, of one that is
    ``keyless`` (its key file was gone), when something was written in it last."""

    name: str
    day: date
    kind: Kind
    size: int
    mine: bool
    paths: tuple[Path, ...]
    keyless: bool = False

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.paths[0].parent


def _number(name: str) -> int:
    """Which one of its day it is: a second of the same place has a number behind the day."""
    number = re.match(r"\d{4}-\d\d-\d\d-(\d+)-", name)
    return int(number[1]) if number else 1


class Aside:
    """What lies aside; ``opened`` says which places are whose."""

    def __init__(
        self, workspace: Workspace, opened: Callable[[], Sequence[OpenFile]], clock: Clock
    ) -> None:
        self._workspace, self._opened, self._clock = workspace, opened, clock

    def all(self) -> list[Kept]:
        """The damaged ones, then those without a key file, each newest first. Quick. Raises the
        KnownErrors of reading the folders."""
        return self._damaged() + self._keyless()

    def _keyless(self) -> list[Kept]:
        drawers, found = self._workspace.drawers, list[Kept]()
        for drawer_id in orphans.ids(drawers):
            folders: dict[Path, list[Path]] = {}
            for path in orphans.every(drawers, drawer_id):
                folders.setdefault(path.parent, []).append(path)
            for paths in folders.values():
                with contextlib.suppress(OSError):  # it went meanwhile
                    facts = [path.stat() for path in paths]
                    written = self._clock.local(max(f.st_mtime_ns for f in facts) // 1_000_000)
                    size, mine = sum(f.st_size for f in facts), self._is_mine(drawer_id)
                    found.append(
                        Kept(drawer_id, written.date(), "drawer", size, mine, tuple(paths), True)
                    )
        return sorted(found, key=lambda k: (-k.day.toordinal(), k.name))

    def _is_mine(self, stem: str) -> bool:
        return any(Path(file.name).stem == stem for file in self._opened())

    def _damaged(self) -> list[Kept]:
        found: dict[str, list[Path]] = {}
        with files.plain_words(self._workspace.backups):
            paths = restore_apply.set_aside(self._workspace)
        for path in paths:
            if _NAME.fullmatch(path.name):
                found.setdefault(path.name.partition(".")[0], []).append(path)
        kept = [self._kept(name, paths) for name, paths in found.items()]
        return sorted(
            (k for k in kept if k is not None),
            key=lambda k: (-k.day.toordinal(), -_number(k.name), k.name),
        )

    def bring(self, kept: Kept, folder: Path, check: Check = no_check) -> None:
        """Copy it into ``folder``, and read it back; what is here stays.

        Raises NoRoomForCopy, MayNotWrite or DriveGone, or what ``check`` raises; then nothing of
        it is left there that was not there before.
        """
        made: list[Path] = []
        with copying_to(folder):
            try:
                for path in kept.paths:
                    check()
                    target = free(folder / path.name)
                    made.append(target)
                    _copy(path, target)
                files.sync_folder(folder)
            except BaseException:
                for target in made:
                    with contextlib.suppress(OSError):
                        target.unlink(missing_ok=True)
                raise

    def take_out(self, kept: Kept) -> None:
        """It is gone from this computer, for good. Raises the KnownErrors of writing."""
        if not kept.mine:
            raise ValueError("not theirs to take out")
        with files.plain_words(kept.folder):
            for path in kept.paths:
                path.unlink(missing_ok=True)

    def _kept(self, name: str, paths: list[Path]) -> Kept | None:
        parts = [m for m in (_NAME.fullmatch(path.name) for path in paths) if m is not None]
        stem, suffixes = parts[0][2], {part[3] for part in parts}
        kind: Kind = "shelf" if stem == "shelf" else self._kind(stem, suffixes)
        mine = kind == "shelf" or self._is_mine(stem)
        try:
            size = sum(path.stat().st_size for path in paths)
            return Kept(name, date.fromisoformat(parts[0][1]), kind, size, mine, tuple(paths))
        except (OSError, ValueError):  # it went meanwhile, or no calendar knows that day
            return None

    def _kind(self, stem: str, suffixes: set[str]) -> Kind:
        """What belongs to a drawer or a group alone says which; else what is there now."""
        if "key" in suffixes or any(self._workspace.drawers.glob(f"{stem}.*")):
            return "drawer"
        if "seals" in suffixes or any(self._workspace.groups.glob(f"{stem}.*")):
            return "cabinet"
        return ""


def free(path: Path) -> Path:
    """A name beside ``path`` that replaces nothing."""
    number, target = 1, path
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return target


def _copy(path: Path, target: Path) -> None:
    with path.open("rb") as source, target.open("xb") as file:
        shutil.copyfileobj(source, file, archives.CHUNK)
        file.flush()
        os.fsync(file.fileno())
    with path.open("rb") as source, target.open("rb") as file:
        while chunk := source.read(archives.CHUNK):
            if file.read(archives.CHUNK) != chunk:
                raise DriveGone
