"""What a copy holds, and what of it may come back: nothing is changed here.

Every place of the copy is compared with what is there now under the keys at hand. Another person's
place that is whole is never replaced; one that was taken out for good does not come back.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.safe import seals
from peerdesk.safe.kdf import Bounds
from peerdesk.store import backup_names, erased
from peerdesk.store.backup_archive import Archive, Check, no_check
from peerdesk.store.backup_errors import copying_to
from peerdesk.store.backup_names import WAL
from peerdesk.store.backup_whole import workspace_id
from peerdesk.store.connection import Connection, is_whole
from peerdesk.store.erased import Gone
from peerdesk.store.glance import SQLITE_ERRORS
from peerdesk.store.restore_state import (
    State,
    companions,
    key_is_whole,
    list_in,
    opens,
    peek,
    reads_as_key,
    rows_in,
    secrets_in,
    state_of,
)
from peerdesk.store.settling import settle
from peerdesk.store.workspace import Workspace

LOOKING = ".looking-"
BUILDING = ".bringing-back"
SHELF = "shelf.db"
_UNREADABLE: tuple[type[Exception], ...] = (KnownError, *SQLITE_ERRORS, TypeError, ValueError)


@dataclass
class Keys:
    """The keys at hand: ``safes`` by member name, and ``secrets``, X25519 secret keys that may
    open seals. ``shelf``: whether the shelf may be replaced although it is whole."""

    safes: dict[str, bytes] = field(default_factory=dict, repr=False)
    secrets: list[bytes] = field(default_factory=list, repr=False)
    shelf: bool = False


@dataclass(frozen=True)
class Held:
    """How much is in an open place; None where that kind of place has none of it."""

    services: int | None = None
    people: int | None = None
    meetings: int | None = None
    notes: int | None = None


@dataclass(frozen=True)
class Part:
    """One place of a copy. ``name`` is that of its file in the workspace; ``size`` in bytes, with
    its key file or seals. ``held`` is None while no key at hand opens it in the copy. ``why`` says
    why it may not come back, or "" when it may. ``title`` is a group's own name, where it opens.
    """

    name: str
    size: int
    state: State
    held: Held | None
    why: Text | None
    title: str = ""

    @property
    def kind(self) -> str:
        """shelf, cabinet or drawer."""
        return backup_names.kind_of(self.name)

    @property
    def allowed(self) -> bool:
        """Whether it may be brought back."""
        return self.why is None

    @property
    def needed(self) -> bool:
        """Whether something is not right with what is there now."""
        return self.state in ("missing", "damaged")


class Look:
    """A copy, taken apart into ``room`` and checked byte by byte.

    ``keys`` are those of now, ``old`` those that open places in the copy. ``parts`` as
    :class:`Part`.
    """

    def __init__(
        self,
        workspace: Workspace,
        path: Path,
        room: Path,
        keys: Keys,
        bounds: Bounds,
        check: Check = no_check,
    ) -> None:
        self.workspace, self.path, self.room = workspace, path, room
        self.keys, self.bounds = keys, bounds
        with Archive(path) as archive:
            self.made_at, self.workspace_id = archive.made_at, archive.workspace_id
            self.members = dict(archive.members)
            for name in archive.members:
                archive.extract(name, room / name, check)
        self.size = path.stat().st_size
        self.old: dict[str, bytes] = {}
        self.parts: tuple[Part, ...] = ()
        self.open_with(keys)

    @property
    def here(self) -> bool:
        """Whether the copy was made of the workspace that is open, or there is none yet."""
        return not self.workspace.exists() or self.workspace_id == workspace_id(self.workspace)

    def open_with(self, keys: Keys, more: dict[str, bytes] | None = None) -> None:
        """Look again with these keys; ``more`` are keys of safes in the copy."""
        self.keys = keys
        secrets = list(keys.secrets)
        self.old |= more or {}
        for name, known in keys.safes.items():
            with contextlib.suppress(KnownError):
                settle(self.workspace.path / name, known)
        for name in self._safes("drawer"):
            key = self._opening(name, [*_one(self.old, name), *_one(keys.safes, name)])
            if key is not None:
                self.old[name] = key
                secrets += secrets_in(self.room / name, key)
        for name in self._safes("cabinet"):
            key = self._opening(
                name,
                [*_one(self.old, name), *_one(keys.safes, name), *self._unsealed(name, secrets)],
            )
            if key is not None:
                self.old[name] = key
        gone = self.gone_files()
        names = [*self._safes("shelf"), *self._safes("cabinet"), *self._safes("drawer")]
        self.parts = tuple(self._part(name, gone) for name in names)

    def close(self) -> None:
        """Take the room away."""
        shutil.rmtree(self.room, ignore_errors=True)

    def groups_of(self, name: str) -> list[bytes]:
        """The uids of the group whose file this may be, wherever that is said."""
        file_id = Path(name).stem
        found = []
        for path in (self.room / SHELF, self.workspace.shelf):
            sql = "SELECT uid FROM cabinet_card WHERE file_id = ?"
            found += [bytes(r[0]) for r in rows_in(path, None, sql, file_id)]
        for drawer, key in self.old.items():
            if backup_names.kind_of(drawer) == "drawer":
                sql = "SELECT uid FROM cabinet_pass WHERE file_id = ?"
                found += [bytes(r[0]) for r in rows_in(self.room / drawer, key, sql, file_id)]
        return list(dict.fromkeys(found))

    def gone_files(self) -> frozenset[bytes]:
        """Ids of drawers and cabinets that were taken out for good, as the shelf knows."""
        found: set[Gone] = set()
        for path in (self.workspace.shelf, self.room / SHELF):
            with contextlib.suppress(*_UNREADABLE):
                if path.exists():
                    found |= list_in(path, None)
        return frozenset(g.uid for g in found if g.kind in (erased.DRAWER, erased.CABINET))

    def sizes(self, name: str) -> int:
        """Bytes of one place in the copy, with what belongs to it."""
        return sum(m.size for n, m in self.members.items() if n in {name, *companions(name)})

    # -- inside ------------------------------------------------------------------------------

    def _safes(self, kind: str) -> list[str]:
        """The places of a kind; one may have nothing left in the copy but its key or seals."""
        return [n for n, m in self.members.items() if m.kind == kind and not n.endswith(WAL)]

    def _opening(self, name: str, keys: list[bytes]) -> bytes | None:
        return next((k for k in keys if opens(self.room / name, k)), None)

    def _unsealed(self, name: str, secrets: list[bytes]) -> list[bytes]:
        path = (self.room / name).with_suffix(".seals")
        found = []
        for group_uid in self.groups_of(name):
            for secret in secrets:
                with contextlib.suppress(KnownError):
                    found.append(
                        seals.open_seals(path, group_uid, secret, even_damaged=True).cabinet_key
                    )
        return found

    def _has_key(self, name: str) -> bool:
        """Whether a drawer could be opened at all once it is brought back."""
        key = Path(name).with_suffix(".key")
        return reads_as_key(self.room / key, self.workspace_id, self.bounds) or (
            self.workspace.exists()
            and key_is_whole(self.workspace, self.workspace.path / key, self.bounds)
        )

    def _part(self, name: str, gone: frozenset[bytes]) -> Part:
        state = state_of(self.workspace, name, self.keys.safes.get(name), self.bounds)
        kind = backup_names.kind_of(name)
        key = self.old.get(name)
        readable = kind == "shelf" or key is not None
        held = title = None
        if readable:
            with contextlib.suppress(*_UNREADABLE):
                held, title = _look_inside(self.room / name, kind, key)
        why: Text | None = None
        if not self.here:
            why = _ELSEWHERE
        elif kind != "shelf" and bytes.fromhex(Path(name).stem) in gone:
            why = _TAKEN_OUT
        elif kind == "drawer" and not self._has_key(name):
            why = _NO_KEY
        elif readable and held is None:
            why = _NOT_WHOLE
        elif state == "closed":
            why = _NOT_YOURS
        elif kind == "shelf" and state == "open" and not self.keys.shelf:
            why = _SIGN_IN_FIRST
        elif state == "open" and not readable:
            why = _OTHER_PASSWORD
        return Part(name, self.sizes(name), state, held, why, title or "")


_ELSEWHERE = translate(
    "Copies",
    "This copy comes from another PeerDesk. It can be brought back where there is none yet.",
)
_TAKEN_OUT = translate("Copies", "This was erased for good, so it stays away.")
_NO_KEY = translate(
    "Copies",
    "The key file that opens it is missing here and in this copy. An older copy may have it.",
)
_NOT_WHOLE = translate("Copies", "This part of the copy is damaged. Another copy may be whole.")
_NOT_YOURS = translate("Copies", "It is whole here and not yours to open, so it stays as it is.")
_SIGN_IN_FIRST = translate("Copies", "It is whole here. A facilitator who signed in can change it.")
_OTHER_PASSWORD = translate(
    "Copies",
    "Nothing at hand opens it in this copy. If it is yours, use the password you had then.",
)


def open_look(
    workspace: Workspace, path: Path, keys: Keys, bounds: Bounds, check: Check = no_check
) -> Look:
    """Take a copy apart beside the workspace and say what is in it; whoever calls closes it.

    Raises BadCopy, NewerCopy, NoRoomForCopy, MayNotWrite or DriveGone.
    """
    beside = workspace.backups if workspace.exists() else workspace.path.parent
    with copying_to(beside):
        beside.mkdir(mode=0o700, parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=LOOKING, dir=beside))
    try:
        return Look(workspace, path, room, keys, bounds, check)
    except BaseException:
        shutil.rmtree(room, ignore_errors=True)
        raise


@contextlib.contextmanager
def look(
    workspace: Workspace, path: Path, keys: Keys, bounds: Bounds, check: Check = no_check
) -> Iterator[Look]:
    """:func:`open_look` for the length of a block."""
    looked = open_look(workspace, path, keys, bounds, check)
    try:
        yield looked
    finally:
        looked.close()


def tidy(workspace: Workspace) -> None:
    """Take away what a killed process left of looking into copies and of bringing one back before
    it counted; only while neither goes on."""
    shutil.rmtree(workspace.backups / BUILDING, ignore_errors=True)
    for folder in (workspace.backups, workspace.path.parent):
        for left in folder.glob(LOOKING + "*"):
            shutil.rmtree(left, ignore_errors=True)


def _look_inside(path: Path, kind: str, key: bytes | None) -> tuple[Held, str]:
    connection = peek(path, key)
    try:
        if not is_whole(connection, key):
            raise ValueError
        if kind == "shelf":
            return Held(services=_count(connection, "service")), ""
        if kind == "drawer":
            return Held(notes=_count(connection, "note")), ""
        name = connection.execute("SELECT name FROM support_group").fetchone()[0]
        return (
            Held(people=_count(connection, "person"), meetings=_count(connection, "meeting")),
            str(name),
        )
    finally:
        connection.close()


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _one(keys: dict[str, bytes], name: str) -> list[bytes]:
    return [keys[name]] if name in keys else []
