"""Bringing places back: built aside, then swapped in by renaming, or not at all.

:func:`prepare` writes nothing but ``backups/bringing-back``, which appears by one rename: that is
the moment that decides. :func:`finish` moves what lies there into place while nothing is open; it
runs at every start, so that a swap that was cut off is finished before anybody sees half of it.
Damaged files are kept in ``backups/aside`` under a dated name.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from peerdesk.core.clock import Clock
from peerdesk.safe import files, orphans
from peerdesk.store import backup_names
from peerdesk.store.backup_archive import Check, no_check
from peerdesk.store.backup_errors import copying_to
from peerdesk.store.backup_names import WAL
from peerdesk.store.restore import BUILDING, Look
from peerdesk.store.restore_renew import renewed
from peerdesk.store.workspace import FOLDERS, NotEmpty, Workspace

STAGED = "bringing-back"
JOURNAL = "journal.json"
NEW = "new"
ASIDE = "aside"
SHARED = "-shm"
JOURNALS = (WAL, SHARED)
MOST_JOURNAL = 1024 * 1024


def prepare(looked: Look, chosen: Sequence[str], clock: Clock, check: Check = no_check) -> None:
    """Build the chosen places aside; :func:`finish` puts them in place once every file is closed.

    ``chosen``: names of parts that are allowed. What was erased, and keys that were withdrawn,
    are taken out first. Raises KnownError, or what ``check`` raises; then nothing was changed.
    """
    workspace = looked.workspace
    parts = {part.name: part for part in looked.parts}
    staged, building = workspace.backups / STAGED, workspace.backups / BUILDING
    with copying_to(workspace.backups):
        shutil.rmtree(building, ignore_errors=True)
        (building / NEW).mkdir(parents=True)
        try:
            moves: list[str] = []
            aside: list[str] = []
            for name in chosen:
                check()
                if not parts[name].allowed:
                    raise ValueError(f"{name} stays as it is")
                made = renewed(looked, parts[name], building / NEW)
                moves += made
                if parts[name].state == "damaged":
                    aside += made
            day = clock.now().date().isoformat()
            journal = {"format": 1, "day": day, "moves": moves, "aside": aside}
            files.write_durably(building / JOURNAL, json.dumps(journal).encode("ascii"))
            check()
            shutil.rmtree(staged, ignore_errors=True)
            os.rename(building, staged)
            files.sync_folder(workspace.backups)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise


def waiting(workspace: Workspace) -> bool:
    """Whether something lies ready to be put in place."""
    return (workspace.backups / STAGED / JOURNAL).is_file()


def finish(workspace: Workspace) -> bool:
    """Put in place what lies ready, while no file is open; whether there was anything.

    May be cut off and called again at any point. Raises the KnownErrors of writing.
    """
    staged = workspace.backups / STAGED
    if not waiting(workspace):
        return False
    with files.plain_words(workspace.path):
        try:
            with files.open_plain(staged / JOURNAL) as file:
                journal = json.loads(file.read(MOST_JOURNAL))
            moves = [str(n) for n in journal["moves"] if backup_names.kind_of(str(n))]
            aside = {str(n) for n in journal["aside"]}
            day = str(journal["day"])
        except (ValueError, KeyError, TypeError, RecursionError):
            shutil.rmtree(staged)  # not ours: it was written whole or not at all
            return False
        for name in sorted(moves, key=_order):
            source, target = staged / NEW / name, workspace.path / name
            if not source.exists():
                continue  # done before it was cut off
            files.make_folder(target.parent)
            for suffix in (*JOURNALS, ""):
                old = target.with_name(target.name + suffix)
                if name in aside and old.exists() and suffix != SHARED:
                    _set_aside(workspace, old, day)
                elif suffix:
                    old.unlink(missing_ok=True)
            if name.endswith(".safe"):
                # What was set aside for want of a key must not take this one's place some day.
                for old in orphans.every(workspace.drawers, target.stem):
                    _set_aside(workspace, old, day)
            os.replace(source, target)
            files.sync_folder(target.parent)
        orphans.bring_home(workspace.drawers)
        shutil.rmtree(staged)
    return True


def bring_back_all(looked: Look) -> None:
    """Make the workspace from a copy where there is none yet; whole or not at all.

    Raises NotEmpty and the KnownErrors of writing.
    """
    path = looked.workspace.path
    fresh = path.with_name(path.name + ".new")
    with copying_to(path.parent):
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise NotEmpty(path)
        shutil.rmtree(fresh, ignore_errors=True)
        try:
            for folder in FOLDERS:
                (fresh / folder).mkdir(mode=0o700, parents=True)
            for name in looked.members:
                # They were made to last when they were taken out of the copy.
                os.rename(looked.room / name, fresh / name)
            for folder in ("groups", "drawers", "."):
                files.sync_folder(fresh / folder)
            if path.exists():
                path.rmdir()
            os.rename(fresh, path)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        files.sync_folder(path.parent)


def set_aside(workspace: Workspace) -> list[Path]:
    """Damaged files that were kept when something took their place, by name."""
    folder = workspace.backups / ASIDE
    return [folder / name for name in files.names_in(folder)]


def _order(name: str) -> int:
    """Keys and seals last: nothing opens before everything it needs is in place."""
    return ("shelf", "drawer", "cabinet", "seals", "key").index(backup_names.kind_of(name))


def _set_aside(workspace: Workspace, path: Path, day: str) -> None:
    folder = workspace.backups / ASIDE
    files.make_folder(folder)
    number, target = 1, folder / f"{day}-{path.name}"
    while target.exists():
        number += 1
        target = folder / f"{day}-{number}-{path.name}"
    os.replace(path, target)
    files.sync_folder(folder)
