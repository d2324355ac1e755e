"""What the state machine stands on: a workspace on disk beside its model, and the comparison."""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.features.backups.service import BackupsService, OpenFile
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.errors import NoGroupForParts
from peerdesk.features.keys.facilitators import Facilitators
from peerdesk.features.keys.groups import Groups
from peerdesk.features.keys.handover import Handover
from peerdesk.features.keys.members import Members
from peerdesk.features.keys.passwords import Passwords
from peerdesk.features.keys.plans import GroupPlan
from peerdesk.features.keys.recover import Recover
from peerdesk.features.keys.service import KeysService
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.safe.kdf import Bounds, Kdf, KdfParams
from peerdesk.store import restore, restore_apply
from peerdesk.store.cabinet import open_cabinet
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.drawer import open_drawer
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.store.workspace import Workspace, build
from tests.promises.model import Circle, Copy, Drawer, World

LEAST = KdfParams(memory_kib=8, passes=1)
TINY = Kdf(Bounds(LEAST, KdfParams(memory_kib=1024, passes=4)), LEAST, target_seconds=0.0)
MARIA = Person("Maria", "a sentence of maria, long enough")
PICK = st.integers(0, 1000)
MOST = 5


def new_clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 16, 0), "Europe/London")


class Rooms:
    """Every room of the keys over one workspace."""

    def __init__(self, path: Path, clock: FixedClock) -> None:
        self.home = Workspace(path)
        parts = self.home, TINY, clock
        self.keys, self.facilitators = KeysService(*parts), Facilitators(*parts)
        self.groups, self.members = Groups(*parts), Members(*parts)
        self.passwords, self.recover = Passwords(*parts), Recover(*parts)
        self.handover = Handover(*parts)


def rows(path: Path, key: bytes | None, sql: str, *values: object) -> list[tuple[Any, ...]]:
    connection = connect(path, key)
    try:
        return list(connection.execute(sql, values).fetchall())
    finally:
        connection.close()


@functools.cache
def template() -> tuple[Path, tuple[str, ...]]:
    """A workspace with one facilitator and one group, made once; and the group's parts."""
    path = Path(tempfile.mkdtemp(prefix="template-")) / "workspace"
    with build(path, new_clock()):
        pass
    rooms = Rooms(path, new_clock())
    made = rooms.keys.first_facilitator(MARIA.name, MARIA.password, GroupPlan("Tuesday Circle"))
    return path, made.parts


class Machine(RuleBasedStateMachine):
    """``world`` is the model of ``home``; ``tried`` are all names and passwords there ever were."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="promises-"))
        path, parts = template()
        shutil.copytree(path, self.folder / "workspace")
        self.clock = new_clock()
        self.rooms = Rooms(self.folder / "workspace", self.clock)
        self.home, self.world = self.rooms.home, World()
        self.copies: list[Copy] = []
        self.tried: list[tuple[str, str]] = []
        self.old_sheets: list[str] = []
        self.old_parts: list[list[str]] = []
        self.old_keys: list[tuple[Path, bytes]] = []
        self.erased_words: set[str] = set()
        self.packed: list[tuple[Path, Drawer]] = []
        self.number = 0
        signed = self.rooms.keys.sign_in(MARIA.name, MARIA.password)
        maria = self.joins(signed.drawer_id, signed.drawer_key, MARIA)
        self.founded(maria, signed.cabinets[0], list(parts))

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    # -- help --------------------------------------------------------------------------------

    def fresh(self, name: str = "") -> Person:
        self.number += 1
        person = Person(name or f"person {self.number}", f"a sentence, number {self.number}")
        self.tried.append((person.name, person.password))
        return person

    def word(self) -> str:
        self.number += 1
        return f"Qanary{self.number}x"

    @property
    def everyone(self) -> list[Drawer]:
        return list(self.world.drawers.values())

    def someone(self, number: int) -> Drawer:
        return self.everyone[number % len(self.everyone)]

    def holder(self, number: int) -> tuple[Drawer, Circle]:
        both = [(d, self.world.groups[u]) for d in self.everyone for u in self.world.opens(d)]
        return both[number % len(both)]

    def holders_of(self, group: Circle) -> list[Drawer]:
        return [d for d in self.everyone if group.uid in self.world.opens(d)]

    def has_holders(self) -> bool:
        return any(self.world.opens(d) for d in self.everyone)

    def has_room(self) -> bool:
        return len(self.world.drawers) < MOST

    def has_copies(self) -> bool:
        return bool(self.copies)

    def row(self, group: Circle, drawer: Drawer) -> bytes:
        return next(u for u, i in group.holders.items() if i == drawer.identity)

    def signed(self, drawer: Drawer) -> SignedIn:
        self.clock.advance(hours=5, seconds=self.number)
        return self.rooms.keys.sign_in(drawer.name, drawer.password)

    def joins(self, drawer_id: str, key: bytes, person: Person, *groups: bytes) -> Drawer:
        """A drawer that was just made; an identity is random, so it is looked up."""
        path = self.home.drawer(drawer_id)
        ((uid, identity),) = rows(path, key, "SELECT uid, public_key FROM identity")
        made = Drawer(drawer_id, person.name, person.password, key, uid, identity)
        made.passes |= set(groups)
        self.world.drawers[drawer_id] = made
        return made

    def founded(self, by: Drawer, cabinet: tuple[bytes, str, bytes], parts: list[str]) -> None:
        uid, file_id, key = cabinet
        self.world.groups[uid] = Circle(uid, file_id, key, {by.uid: by.identity}, parts)
        by.passes.add(uid)

    def new_key_of(self, group: Circle, signed: SignedIn) -> None:
        self.old_keys.append((self.home.cabinet(group.file_id), group.key))
        group.key = {uid: key for uid, _, key in signed.cabinets}[group.uid]

    @contextmanager
    def desk(self, drawer: Drawer, group: Circle | None = None) -> Iterator[dict[str, Place]]:
        """As the program opens it: whatever was cut off is put right first."""
        signed, backups = self.signed(drawer), self.home.backups
        places = {"shelf": open_shelf(self.home.shelf, self.clock, backups)}
        try:
            self.rooms.keys.put_cards_right(places["shelf"], signed)
            path = self.home.drawer(drawer.drawer_id)
            places["drawer"] = open_drawer(path, signed.drawer_key, self.clock, backups)
            for uid, file_id, key in signed.cabinets:
                if group is None or uid == group.uid:
                    path = self.home.cabinet(file_id)
                    places["cabinet"] = open_cabinet(path, key, self.clock, backups)
                    self.rooms.keys.put_seals_right(places["cabinet"], key)
                    if group is not None:
                        break
                    places.pop("cabinet").close()
            yield places
        finally:
            for place in places.values():
                place.close()

    def service(self, drawer: Drawer | None = None) -> BackupsService:
        known = {} if drawer is None else self.world.known_to(drawer)
        opened = [OpenFile(name, key) for name, key in known.items()]
        return BackupsService(self.home, self.clock, TINY, opened)

    def cleans(self, drawer: Drawer) -> None:
        """As the program does at once after keys changed or something was erased."""
        self.service(drawer).clean(every=True)
        for copy in self.copies:
            if not copy.off:
                copy.clean(self.world, drawer)

    def copied(self, path: Path, world: World, *, off: bool = False) -> None:
        self.copies.append(Copy(path, world, off))
        self.copies = [copy for copy in self.copies if copy.path.exists()]

    def starts_again(self) -> None:
        """What a fresh start does before anybody signs in, and then everybody at their desk."""
        restore_apply.finish(self.home)
        restore.tidy(self.home)

    # -- comparing ---------------------------------------------------------------------------

    def compare(self, rooms: Rooms, world: World) -> None:
        """Exactly what ``world`` says opens in the workspace of ``rooms``, and holds that."""
        may = {(d.name, d.password) for d in world.drawers.values()}
        for drawer in world.drawers.values():
            signed = rooms.keys.sign_in(drawer.name, drawer.password)
            assert (signed.drawer_id, signed.drawer_key) == (drawer.drawer_id, drawer.key)
            assert {uid: key for uid, _, key in signed.cabinets} == world.opens(drawer)
            path = rooms.home.drawer(drawer.drawer_id)
            notes = rows(path, drawer.key, "SELECT uid, title FROM note")
            assert dict(notes) == drawer.notes
            if drawer.sheet:
                assert rooms.recover.open_sheet(drawer.sheet).drawer_id == drawer.drawer_id
        for name, password in self.tried:
            if (name, password) not in may:
                with pytest.raises(KnownError):
                    rooms.keys.sign_in(name, password)
        for group in world.groups.values():
            found = rooms.recover.open_group(group.parts[1:])
            assert (found.group_uid, found.key) == (group.uid, group.key)
            people = rows(rooms.home.cabinet(group.file_id), group.key, _PEOPLE)
            assert dict(people) == group.people
        sheets = {drawer.sheet for drawer in world.drawers.values()}
        for words in self.old_sheets:
            if words not in sheets:
                with pytest.raises(KnownError):
                    rooms.recover.open_sheet(words)
        parts = [group.parts for group in world.groups.values()]
        for old in self.old_parts:
            if old not in parts:
                with pytest.raises(NoGroupForParts):
                    rooms.recover.open_group(old[:2])

    def nothing_erased(self) -> None:
        """No erased word in any table, search tables too, of any file that is open to somebody."""
        keys = {self.home.cabinet(g.file_id): g.key for g in self.world.groups.values()}
        keys |= {self.home.drawer(d.drawer_id): d.key for d in self.everyone}
        if not self.erased_words:
            return
        for path, key in keys.items():
            connection = connect(path, key)
            try:
                tables = connection.execute(_TABLES).fetchall()
                told = b"".join(
                    repr(connection.execute(f'SELECT * FROM "{name}"').fetchall()).encode()
                    for (name,) in tables
                )
            finally:
                connection.close()
            # Search tables keep words in small letters.
            told = told.lower()
            assert not [word for word in self.erased_words if word.lower().encode() in told]

    def does_not_open(self, path: Path, key: bytes) -> None:
        if path.exists():
            with pytest.raises(Damaged):
                connect(path, key, read_only=True)


_PEOPLE = "SELECT uid, name FROM person"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
