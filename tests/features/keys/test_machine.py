"""People come, forget, recover, are taken out and leave, in any order: after every step exactly
those whom the model allows can open each file."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.errors import LastOne, NoGroupForParts, PlaceLocked
from peerdesk.features.keys.members import new_sheet
from peerdesk.features.keys.plans import GroupPlan
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.safe.accounts import WrongNameOrPassword, WrongSheet
from peerdesk.safe.kdf import Bounds, Kdf, KdfParams
from peerdesk.store.cabinet import open_cabinet
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.drawer import open_drawer

from .house import MARIA, House

LEAST = KdfParams(memory_kib=8, passes=1)
TINY = Kdf(Bounds(LEAST, KdfParams(memory_kib=1024, passes=4)), LEAST, target_seconds=0.0)
PICK = st.integers(0, 1000)
MOST = 5


@dataclass
class Someone:
    """A drawer in the model. ``holds``: group uid → uid of their row in the cabinet."""

    drawer_id: str
    name: str
    password: str
    sheet: str = ""
    holds: set[bytes] = field(default_factory=set)


@dataclass
class Circle:
    """A group in the model: the parts that open it, and keys and parts that do not any more."""

    file_id: str
    parts: list[str]
    old_parts: list[list[str]] = field(default_factory=list)
    old_keys: set[bytes] = field(default_factory=set)


class Keys(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="keys-"))
        clock = FixedClock(datetime(2026, 11, 22, 16, 0), "Europe/London")
        self.house = House(self.folder / "workspace", TINY, clock)
        maria = Someone(self.house.maria.drawer_id, MARIA.name, MARIA.password)
        maria.holds.add(self.house.group_uid)
        self.people = [maria]
        self.groups = {
            self.house.group_uid: Circle(self.house.file_id, list(self.house.made.parts))
        }
        self.stale: list[tuple[str, str]] = []
        self.stale_sheets: list[str] = []
        self.stale_drawer_keys: list[tuple[str, bytes]] = []
        self.packed: list[tuple[Path, str, str]] = []
        self.number = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    # -- help --------------------------------------------------------------------------------

    def fresh(self, name: str = "") -> Person:
        self.number += 1
        return Person(name or f"person {self.number}", f"a sentence with number {self.number}")

    def pick(self, number: int) -> Someone:
        return self.people[number % len(self.people)]

    def holder(self, number: int) -> tuple[Someone, bytes]:
        both = [(p, uid) for p in self.people for uid in sorted(p.holds)]
        return both[number % len(both)]

    def signed(self, someone: Someone) -> SignedIn:
        return self.house.keys.sign_in(someone.name, someone.password)

    def row_of(self, signed: SignedIn, group: bytes, someone: Someone) -> bytes:
        theirs = self.signed(someone)
        ((uid,),) = self.house.look(
            self.house.workspace.drawer(theirs.drawer_id),
            theirs.drawer_key,
            "SELECT uid FROM identity",
        )
        assert isinstance(uid, bytes)
        return uid

    def key_of(self, signed: SignedIn, group: bytes) -> bytes:
        return {uid: key for uid, _, key in signed.cabinets}[group]

    def joins(self, drawer_id: str, person: Person, *groups: bytes) -> None:
        self.people.append(Someone(drawer_id, person.name, person.password, holds=set(groups)))

    def has_holders(self) -> bool:
        return any(p.holds for p in self.people)

    def has_room(self) -> bool:
        return len(self.people) < MOST

    # -- what people do ----------------------------------------------------------------------

    @precondition(has_room)
    @rule()
    def makes_a_place(self) -> None:
        person = self.fresh()
        self.joins(self.house.members.make_place(person).drawer_id, person)

    @precondition(lambda self: self.has_room() and self.has_holders())
    @rule(number=PICK)
    def is_let_in(self, number: int) -> None:
        colleague, group = self.holder(number)
        person = self.fresh()
        made = self.house.facilitators.add_new(self.signed(colleague), group, person)
        self.joins(made.drawer_id, person, group)

    @precondition(has_holders)
    @rule(number=PICK, who=PICK)
    def signs_in_beside(self, number: int, who: int) -> None:
        colleague, group = self.holder(number)
        newcomer = self.pick(who)
        signed = self.signed(colleague)
        args = signed, group, newcomer.name, newcomer.password
        if group in newcomer.holds:
            with pytest.raises(KnownError, match="already"):
                self.house.facilitators.add_known(*args)
        else:
            self.house.facilitators.add_known(*args)
            newcomer.holds.add(group)

    @precondition(has_holders)
    @rule(number=PICK, who=PICK)
    def is_taken_out(self, number: int, who: int) -> None:
        colleague, group = self.holder(number)
        there = [p for p in self.people if group in p.holds]
        gone = there[who % len(there)]
        signed = self.signed(colleague)
        rows = self.house.look(
            self.house.workspace.cabinet(self.groups[group].file_id),
            self.key_of(signed, group),
            "SELECT uid FROM keyholder",
        )
        uid = self.row_of(signed, group, gone)
        if len(rows) == 1:
            with pytest.raises(LastOne):
                self.house.facilitators.remove(signed, group, uid)
            return
        self.house.facilitators.remove(signed, group, uid)
        self.groups[group].old_keys.add(self.key_of(signed, group))
        gone.holds.discard(group)

    @precondition(lambda self: self.has_room() and self.has_holders())
    @rule(number=PICK, who=PICK)
    def gets_a_new_key(self, number: int, who: int) -> None:
        colleague, group = self.holder(number)
        others = [p for p in self.people if group in p.holds and p is not colleague]
        if not others:
            return
        forgot = others[who % len(others)]
        signed = self.signed(colleague)
        uid = self.row_of(signed, group, forgot)
        person = self.fresh(forgot.name)
        made = self.house.facilitators.give_new_key(signed, group, uid, person)
        forgot.holds.discard(group)
        self.joins(made.drawer_id, person, group)

    @rule(who=PICK)
    def changes_the_password(self, who: int) -> None:
        someone, person = self.pick(who), self.fresh()
        self.house.passwords.change(self.signed(someone), person.name, person.password)
        self.stale.append((someone.name, someone.password))
        someone.name, someone.password = person.name, person.password

    @rule(who=PICK)
    def fears_that_someone_knows(self, who: int) -> None:
        someone, person = self.pick(who), self.fresh()
        signed = self.signed(someone)
        self.house.passwords.renew(signed, person)
        self.stale.append((someone.name, someone.password))
        self.stale_drawer_keys.append((signed.drawer_id, signed.drawer_key))
        for group in someone.holds:
            self.groups[group].old_keys.add(self.key_of(signed, group))
        if someone.sheet:
            self.stale_sheets.append(someone.sheet)
        someone.name, someone.password, someone.sheet = person.name, person.password, ""

    @rule(who=PICK)
    def prints_a_sheet(self, who: int) -> None:
        someone = self.pick(who)
        secret, words = new_sheet()
        self.house.members.give_sheet(self.signed(someone), secret)
        if someone.sheet:
            self.stale_sheets.append(someone.sheet)
        someone.sheet = words

    @precondition(lambda self: any(p.sheet for p in self.people))
    @rule(who=PICK)
    def comes_back_by_the_sheet(self, who: int) -> None:
        able = [p for p in self.people if p.sheet]
        someone, person = able[who % len(able)], self.fresh()
        opened = self.house.recover.open_sheet(someone.sheet)
        self.house.recover.new_password(opened, person.name, person.password)
        self.stale.append((someone.name, someone.password))
        someone.name, someone.password = person.name, person.password

    @precondition(has_room)
    @rule(number=PICK, which=st.sampled_from([(0, 1), (1, 2), (2, 0)]))
    def two_parts_let_in(self, number: int, which: tuple[int, int]) -> None:
        group = sorted(self.groups)[number % len(self.groups)]
        parts = [self.groups[group].parts[n] for n in which]
        person = self.fresh()
        signed = self.house.recover.let_in(self.house.recover.open_group(parts), person)
        self.joins(signed.drawer_id, person, group)

    @precondition(has_holders)
    @rule(number=PICK)
    def prints_new_parts(self, number: int) -> None:
        colleague, group = self.holder(number)
        signed, circle, home = self.signed(colleague), self.groups[group], self.house.workspace
        clock, backups = self.house.clock, home.backups
        cabinet = open_cabinet(
            home.cabinet(circle.file_id), self.key_of(signed, group), clock, backups
        )
        drawer = open_drawer(home.drawer(signed.drawer_id), signed.drawer_key, clock, backups)
        circle.old_parts.append(circle.parts)
        circle.parts = self.house.keys.new_parts(cabinet, drawer)
        cabinet.close()
        drawer.close()

    @precondition(lambda self: len(self.groups) < 2)
    @rule(who=PICK)
    def founds_a_group(self, who: int) -> None:
        someone = self.pick(who)
        made = self.house.groups.add_group(self.signed(someone), GroupPlan("Another"), "someone")
        uid, file_id, _ = made.signed_in.cabinets[0]
        self.groups[uid] = Circle(file_id, list(made.parts))
        someone.holds.add(uid)

    @precondition(lambda self: len(self.people) > 1)
    @rule(who=PICK)
    def leaves(self, who: int) -> None:
        someone = self.pick(who)
        signed = self.signed(someone)
        try:
            left = self.house.handover.leave_groups(signed)
        except LastOne:
            return
        for group in someone.holds:
            self.groups[group].old_keys.add(self.key_of(signed, group))
        file = self.folder / f"{self.number}-{someone.drawer_id}.pdplace"
        self.house.handover.take_along(left, file)
        self.house.handover.erase(left)
        self.packed.append((file, someone.name, someone.password))
        self.stale.append((someone.name, someone.password))
        if someone.sheet:
            self.stale_sheets.append(someone.sheet)
        self.people.remove(someone)

    @precondition(lambda self: bool(self.packed) and self.has_room())
    @rule()
    def comes_back_with_the_file(self) -> None:
        file, name, password = self.packed.pop()
        with pytest.raises(PlaceLocked):
            self.house.handover.bring(file, name, password + "?")
        signed = self.house.handover.bring(file, name, password)
        self.stale.remove((name, password))
        self.people.append(Someone(signed.drawer_id, name, password))

    # -- what must hold ----------------------------------------------------------------------

    @invariant()
    def exactly_those_who_may_can_open(self) -> None:
        home, keys = self.house.workspace, {}
        drawers = {}
        for someone in self.people:
            signed = self.signed(someone)
            assert signed.drawer_id == someone.drawer_id
            assert {uid for uid, _, _ in signed.cabinets} == someone.holds
            drawers[someone.drawer_id] = signed.drawer_key
            for uid, _, key in signed.cabinets:
                assert keys.setdefault(uid, key) == key
        assert {p.stem for p in home.drawers.glob("*.safe")} == set(drawers)
        assert {p.stem for p in home.drawers.glob("*.key")} == set(drawers)
        assert len(set(drawers.values())) == len(drawers)
        for name, password in self.stale:
            with pytest.raises(WrongNameOrPassword):
                self.house.keys.sign_in(name, password)
        for drawer_id, key in self.stale_drawer_keys:
            self.does_not_open(home.drawer(drawer_id), key)
        for uid, circle in self.groups.items():
            found = self.house.recover.open_group(circle.parts[1:])
            assert (found.group_uid, found.file_id) == (uid, circle.file_id)
            assert keys.setdefault(uid, found.key) == found.key
            for old in circle.old_parts:
                with pytest.raises(NoGroupForParts):
                    self.house.recover.open_group(old[:2])
            for key in circle.old_keys:
                self.does_not_open(home.cabinet(circle.file_id), key)
        for someone in self.people:
            if someone.sheet:
                assert self.house.recover.open_sheet(someone.sheet).drawer_id == someone.drawer_id
        for words in self.stale_sheets:
            with pytest.raises(WrongSheet):
                self.house.recover.open_sheet(words)

    @invariant()
    def nothing_lies_about(self) -> None:
        names = [p.name for p in self.house.workspace.path.rglob("*") if p.is_file()]
        assert not [n for n in names if n.endswith((".next", ".part", ".arriving"))]

    @staticmethod
    def does_not_open(path: Path, key: bytes) -> None:
        if path.exists():
            with pytest.raises(Damaged):
                connect(path, key, read_only=True)


Keys.TestCase.settings = settings(
    max_examples=8,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestKeys = Keys.TestCase
