"""The folder that holds everything, and making it whole or not at all.

A new workspace is built in ``<path>.new`` and renamed at the end; a group that is added to a
workspace already there is built in ``<path>.new`` too and moved in, the key file last, so that
nothing can be opened before everything it needs is in place. Leaving half-way, also by a power
cut, leaves nothing behind that the next start would show.

Plain Python: the start of the program reads this before peewee is imported.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid
from peerdesk.core.text import translate
from peerdesk.safe import files
from peerdesk.store import glance
from peerdesk.store.connection import Damaged

ID_BYTES = 16
ID_SETTING = "workspace_id"
FOLDERS = ("groups", "drawers", "backups")


class NotEmpty(KnownError):
    """The folder chosen for PeerDesk holds other things."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translate(
                "Store",
                "The folder {folder} already holds other things. Nothing was changed. "
                "Please choose an empty folder, or a new one.",
            ).format(folder=str(path))
        )


class Workspace:
    """The paths of one workspace. Nothing is read or made until asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.shelf = path / "shelf.db"
        self.groups = path / "groups"
        self.drawers = path / "drawers"
        self.backups = path / "backups"
        self.tonight = path / "tonight"
        """Sheets of running meetings: made when one starts, gone after its closing."""

    def exists(self) -> bool:
        """Whether there is a workspace here, whole or damaged; one whose shelf was lost counts,
        because the drawers beside it must not be taken for nothing."""
        return self.shelf.exists() or self.has_drawers()

    def has_drawers(self) -> bool:
        """Whether anyone can sign in here at all."""
        return any(self.drawers.glob("*.key"))

    @property
    def id(self) -> bytes:
        """The 16 random bytes that every key file names. Raises the KnownErrors of opening."""
        connection = glance.connect_to_read(self.shelf)
        try:
            row = connection.execute(
                "SELECT value FROM setting WHERE key = ?", (ID_SETTING,)
            ).fetchone()
        except glance.SQLITE_ERRORS as error:
            raise glance.in_plain_words(error, self.shelf) from error
        finally:
            connection.close()
        try:
            made = bytes.fromhex(row[0])
        except (TypeError, ValueError) as error:
            raise Damaged(self.shelf) from error
        if len(made) != ID_BYTES:
            raise Damaged(self.shelf)
        return made

    def cabinet(self, file_id: str) -> Path:
        """The SQLCipher file of a group."""
        return self.groups / f"{file_id}.safe"

    def seals(self, file_id: str) -> Path:
        """The sealed boxes that hold the key of a group's cabinet."""
        return self.groups / f"{file_id}.seals"

    def drawer(self, drawer_id: str) -> Path:
        """The SQLCipher file of one person."""
        return self.drawers / f"{drawer_id}.safe"

    def sheet(self, file_id: str) -> Path:
        """Tonight's sheet of one running meeting."""
        return self.tonight / f"{file_id}.safe"


class Building:
    """A workspace that is being made, or a group that is being added to one.

    Everything goes into :attr:`workspace`, whose shelf is ready; then :meth:`finish` or
    :meth:`discard`. While a group is added, :attr:`workspace` holds copies of the key files that
    were there (the new one has to differ from them), and its shelf only the workspace id.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        """Raises NotEmpty and the KnownErrors of writing; then nothing is left behind."""
        self.target = Workspace(path)
        self.adding = self.target.exists()
        self.workspace = Workspace(path.with_name(path.name + ".new"))
        self._parent = _first_missing(path.parent)
        self._there: frozenset[str] = frozenset()
        self._done = False
        self._check_target()
        try:
            self._make(clock)
        except BaseException:
            self.discard()
            raise

    def finish(self) -> Workspace:
        """Put what was built in its place; returns the workspace there.

        Raises the KnownErrors of writing; then nothing that can be opened is in place, and
        finishing may be tried again.
        """
        self._check_target()
        with files.plain_words(self.target.path):
            if self.adding:
                self._move_in()
                shutil.rmtree(self.workspace.path)
            else:
                _sync(self.workspace.path)
                if self.target.path.exists():
                    self.target.path.rmdir()
                os.rename(self.workspace.path, self.target.path)
            files.sync_folder(self.target.path.parent)
        self._done = True
        return self.target

    def discard(self) -> None:
        """Leave nothing behind; does nothing after :meth:`finish`."""
        if self._done:
            return
        shutil.rmtree(self.workspace.path, ignore_errors=True)
        folder = self._parent and self.workspace.path.parent
        while folder and folder.is_relative_to(self._parent or folder):
            with contextlib.suppress(OSError):
                folder.rmdir()
            if folder == self._parent:
                break
            folder = folder.parent
        self._done = True

    # -- inside ------------------------------------------------------------------------------

    def _check_target(self) -> None:
        path = self.target.path
        if self.adding:
            return
        with files.plain_words(path):
            if path.exists() and (not path.is_dir() or any(path.iterdir())):
                raise NotEmpty(path)

    def _make(self, clock: Clock) -> None:
        from peerdesk.store.shelf import Setting, open_shelf  # peewee, only when something is made

        known_id = self.target.id if self.adding else os.urandom(ID_BYTES)
        made = self.workspace
        with files.plain_words(made.path):
            if made.path.exists():  # left by a start that was cut off
                shutil.rmtree(made.path)
        for folder in (made.path, *(made.path / name for name in FOLDERS)):
            files.make_folder(folder)
        if self.adding:
            with files.plain_words(made.drawers):
                for key in sorted(self.target.drawers.glob("*.key")):
                    shutil.copyfile(key, made.drawers / key.name)
                self._there = frozenset(p.name for p in made.drawers.iterdir())
        shelf = open_shelf(made.shelf, clock, made.backups)
        try:
            with shelf.operation(translate("Store", "Make the shelf")):
                Setting.create(
                    uid=natural_uid("setting", ID_SETTING), key=ID_SETTING, value=known_id.hex()
                )
        finally:
            shelf.close()

    def _move_in(self) -> None:
        new = [p for p in self.workspace.drawers.iterdir() if p.name not in self._there]
        new.sort(key=lambda p: p.suffix == ".key")
        for folder in (self.target.groups, self.target.drawers):
            files.make_folder(folder)
        _sync(self.workspace.groups)
        _sync(self.workspace.drawers)
        for path in sorted(self.workspace.groups.iterdir()):
            os.replace(path, self.target.groups / path.name)
        files.sync_folder(self.target.groups)
        for path in new:
            os.replace(path, self.target.drawers / path.name)
        files.sync_folder(self.target.drawers)


@contextlib.contextmanager
def build(path: Path, clock: Clock) -> Iterator[Workspace]:
    """Build a workspace at ``path``: it is there, whole, when the block ends, and not at all when
    the block raises. Raises NotEmpty and the KnownErrors of writing."""
    building = Building(path, clock)
    try:
        yield building.workspace
        building.finish()
    finally:
        building.discard()


def _first_missing(folder: Path) -> Path | None:
    """The outermost folder that would have to be made for ``folder``, or None."""
    missing = None
    while not folder.exists():
        missing, folder = folder, folder.parent
    return missing


def _sync(folder: Path) -> None:
    """Make every file below ``folder`` last."""
    for path in folder.rglob("*"):
        if path.is_dir():
            files.sync_folder(path)
            continue
        with path.open("r+b") as file:
            os.fsync(file.fileno())
    files.sync_folder(folder)
