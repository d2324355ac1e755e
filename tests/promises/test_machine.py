"""People come, forget, recover, leave; write and erase; copies are made, cleaned and brought back;
the power goes in the middle of anything. After every step exactly those whom the model allows can
open each file, each holds what the model says, and nothing that was erased has come back."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from peerdesk.features.backups.service import BackupsService
from peerdesk.features.notes.service import NotesService
from peerdesk.features.people.service import PeopleService
from peerdesk.safe import orphans
from peerdesk.safe.accounts import WrongNameOrPassword
from peerdesk.store import restore_apply
from peerdesk.store.workspace import Workspace
from tests.promises.conftest import Size
from tests.promises.cut import can_cut
from tests.promises.machine import PICK, TINY, Machine, Rooms, rows
from tests.promises.machine_cuts import TOUCH, CutRules
from tests.promises.model import Copy, Drawer, World


class Promises(CutRules):
    """The rules about records and copies, and what must hold."""

    def __init__(self) -> None:
        super().__init__()
        self.writes_about_people(0, 0, undone=False)
        self.writes_notes(0)
        self.makes_a_copy(0, signed_in=True, off=False)
        self.makes_a_copy(0, signed_in=False, off=True)

    # -- records -----------------------------------------------------------------------------

    @precondition(Machine.has_holders)
    @rule(number=PICK, which=PICK, undone=st.booleans())
    def writes_about_people(self, number: int, which: int, undone: bool) -> None:
        drawer, group = self.holder(number)
        with self.desk(drawer, group) as places:
            people, words = PeopleService(places["cabinet"]), [self.word(), self.word()]
            one, two = (people.add_person(word) for word in words)
            group.people |= {one: words[0], two: words[1]}
            people.edit(two, "role", "guest")
            if undone:
                places["cabinet"].undo()
                places["cabinet"].undo()
                del group.people[two]

    @precondition(lambda self: any(g.people for g in self.world.groups.values()))
    @rule(number=PICK, which=PICK)
    def erases_a_person(self, number: int, which: int) -> None:
        able = [
            (d, g, uid)
            for g in self.world.groups.values()
            for d in self.holders_of(g)
            for uid in g.people
        ]
        if not able:
            return
        drawer, group, uid = able[which % len(able)]
        with self.desk(drawer, group) as places:
            people = PeopleService(places["cabinet"])
            people.edit(uid, "code", "code")
            people.erase(uid)
            word = self.word()
            group.people[people.add_person(word)] = word
            people.edit(people.find(word)[0].uid, "name", word)
            while places["cabinet"].undo():
                pass
            group.people = {u: n for u, n in group.people.items() if n != word}
        self.erased_words.add(group.people.pop(uid))
        group.erased.add(uid)
        self.cleans(drawer)

    @rule(number=PICK)
    def writes_notes(self, number: int) -> None:
        drawer = self.someone(number)
        with self.desk(drawer) as places:
            for _ in range(2):
                word = self.word()
                drawer.notes[NotesService(places["drawer"]).new_note(word, f"of {word}")] = word

    @precondition(lambda self: any(d.notes for d in self.everyone))
    @rule(number=PICK)
    def erases_a_note(self, number: int) -> None:
        both = [(d, uid) for d in self.everyone for uid in d.notes]
        drawer, uid = both[number % len(both)]
        with self.desk(drawer) as places:
            notes = NotesService(places["drawer"])
            notes.save_body(uid, "and more")
            notes.erase(uid)
            assert places["drawer"].undo() is None
        self.erased_words.add(drawer.notes.pop(uid))
        drawer.erased.add(uid)
        self.cleans(drawer)

    # -- copies ------------------------------------------------------------------------------

    @rule(number=PICK, signed_in=st.booleans(), off=st.booleans())
    def makes_a_copy(self, number: int, signed_in: bool, off: bool) -> None:
        self.clock.advance(hours=1)
        service = self.service(self.someone(number) if signed_in else None)
        stick = self.folder / "stick"
        made = service.make_in(stick, off=True) if off else service.make_here()
        assert made.damaged == ()
        self.copied(made.path, self.world.then(), off=off)

    @precondition(Machine.has_copies)
    @rule(which=PICK)
    def moves_to_another_computer(self, which: int) -> None:
        copy = self.copies[which % len(self.copies)]
        other = self.folder / f"other {self.number}"
        service = BackupsService(Workspace(other), self.clock, TINY)
        looked = service.look(copy.path)
        try:
            service.bring_back(looked, [])
        finally:
            looked.close()
        service.finish()
        try:
            self.compare(Rooms(other, self.clock), copy.world)
        finally:
            shutil.rmtree(other)

    def may_come_back(self, copy: Copy, me: Drawer | None) -> set[str]:
        """Own places that open in the copy; the shelf for a facilitator; nobody else's."""
        if me is None:
            return set()
        known, readable = self.world.known_to(me), copy.readable(self.world, me)
        gone = {f"drawers/{drawer_id}.safe" for drawer_id in self.world.gone}
        shelf = {"shelf.db"} if self.world.opens(me) else set()
        return ((set(known) & readable) - gone) | shelf

    @precondition(Machine.has_copies)
    @rule(number=PICK, which=PICK)
    def brings_everything_back(self, number: int, which: int) -> None:
        self.brings_back(number, which, -1, signed_in=True)

    @precondition(Machine.has_copies)
    @rule(number=PICK)
    def brings_the_first_copy_back(self, number: int) -> None:
        self.brings_back(number, 0, -1, signed_in=True)

    @precondition(Machine.has_copies)
    @rule(number=PICK, which=PICK, some=PICK, signed_in=st.sampled_from([True, True, False]))
    def brings_some_back(self, number: int, which: int, some: int, signed_in: bool) -> None:
        self.brings_back(number, which, some, signed_in=signed_in)

    def brings_back(self, number: int, which: int, some: int, *, signed_in: bool) -> None:
        copy = self.copies[which % len(self.copies)]
        me = self.someone(number) if signed_in else None
        self.clock.advance(hours=1)
        service = self.service(me)
        looked = service.look(copy.path)
        try:
            allowed = {part.name for part in looked.parts if part.allowed}
            assert allowed == self.may_come_back(copy, me)
            for part in looked.parts:
                if not part.allowed:
                    with pytest.raises(ValueError, match="stays as it is"):
                        restore_apply.prepare(looked, [part.name], self.clock)
            names = [n for i, n in enumerate(sorted(allowed)) if some >> i & 1]
            before = self.world.then()
            there = set(self.home.backups.glob("*.zip"))
            service.bring_back(looked, names)
        finally:
            looked.close()
        for path in set(self.home.backups.glob("*.zip")) - there:
            self.copied(path, before)
        service.finish()
        self.came_back(self.world, copy, names)

    @precondition(Machine.has_copies)
    @rule(who=PICK, which=PICK)
    def a_key_file_is_lost(self, who: int, which: int) -> None:
        """The drawer is set aside, and a copy from before brings the key file back; what was
        written since then is all there."""
        drawer = self.someone(who)
        able = [c for c in self.copies if has_key_of_now(c, drawer)]
        if not able:
            return
        copy = able[which % len(able)]
        (self.home.drawers / f"{drawer.drawer_id}.key").unlink()
        with pytest.raises(WrongNameOrPassword):
            self.rooms.keys.sign_in(drawer.name, drawer.password)
        assert orphans.ids(self.home.drawers).count(drawer.drawer_id) == 1
        assert not self.home.drawer(drawer.drawer_id).exists()
        assert self.rooms.keys.key_in_a_copy() or copy.off
        before = self.world.then()
        del before.drawers[drawer.drawer_id]
        there = set(self.home.backups.glob("*.zip"))
        self.clock.advance(hours=1)
        service = self.service()
        looked = service.look(copy.path)
        try:
            assert drawer.safe in {part.name for part in looked.parts if part.allowed}
            service.bring_back(looked, [drawer.safe])
        finally:
            looked.close()
        for path in set(self.home.backups.glob("*.zip")) - there:
            self.copied(path, before)
        service.finish()
        assert drawer.drawer_id not in orphans.ids(self.home.drawers)

    @precondition(Machine.has_copies)
    @rule(number=PICK, which=PICK, at=TOUCH)
    def power_goes_at_bringing_back(self, number: int, which: int, at: int) -> None:
        me, copy = self.someone(number), self.copies[which % len(self.copies)]
        names = sorted(self.may_come_back(copy, me))
        self.clock.advance(hours=1)
        there, before = set(self.home.backups.glob("*.zip")), self.world.then()

        def bring() -> None:
            service = self.service(me)
            service.bring_back(service.look(copy.path), names)
            service.finish()

        self.power_goes(bring, at * 3)
        for path in set(self.home.backups.glob("*.zip")) - there:
            self.copied(path, before)
        after = self.world.then()
        self.came_back(after, copy, names)
        if self.holds(after):
            self.world = after
        assert self.holds(self.world)  # all of it or nothing
        with self.desk(self.world.drawers[me.drawer_id]):
            pass

    def came_back(self, world: World, copy: Copy, names: Sequence[str]) -> None:
        for drawer_id, then in copy.world.drawers.items():
            if then.safe in names:
                world.drawers[drawer_id].holds_again(then)
        for uid, group in copy.world.groups.items():
            if group.safe in names:
                world.groups[uid].holds_again(group)

    def holds(self, world: World) -> bool:
        """Whether what is in the files is what ``world`` says."""
        told = [
            dict(rows(self.home.drawer(d.drawer_id), d.key, "SELECT uid, title FROM note"))
            == d.notes
            for d in world.drawers.values()
        ]
        told += [
            dict(rows(self.home.cabinet(g.file_id), g.key, "SELECT uid, name FROM person"))
            == g.people
            for g in world.groups.values()
        ]
        return all(told)

    # -- what must hold ----------------------------------------------------------------------

    @invariant()
    def exactly_those_who_may_can_open(self) -> None:
        self.compare(self.rooms, self.world)
        for path, key in self.old_keys:
            self.does_not_open(path, key)
        there = {d.drawer_id for d in self.everyone}
        assert {p.stem for p in self.home.drawers.glob("*.key")} == there
        assert {p.stem for p in self.home.drawers.glob("*.safe")} == there

    @invariant()
    def nothing_erased_is_there(self) -> None:
        self.nothing_erased()

    @invariant()
    def the_shelf_tells_the_truth(self) -> None:
        told = dict(rows(self.home.shelf, None, "SELECT uid, public_key FROM cabinet_card"))
        for group in self.world.groups.values():
            path = self.home.cabinet(group.file_id)
            ((own,),) = rows(path, group.key, "SELECT public_key FROM support_group")
            assert told[group.uid] == own

    @invariant()
    def nothing_lies_about(self) -> None:
        names = [p.name for p in self.home.path.rglob("*") if p.is_file()]
        assert not [n for n in names if n.endswith((".next", "journal.json"))]
        if self.was_cut:
            return
        assert not [n for n in names if n.endswith((".part", ".arriving"))]
        assert not [p for p in self.home.backups.iterdir() if p.name.startswith((".m", ".l", ".b"))]


def has_key_of_now(copy: Copy, drawer: Drawer) -> bool:
    """Whether the key file in a copy is as good as the one that is here."""
    then = copy.world.drawers.get(drawer.drawer_id)
    ways = (drawer.key, drawer.name, drawer.password, drawer.sheet)
    return then is not None and (then.key, then.name, then.password, then.sheet) == ways


@pytest.mark.skipif(not can_cut(), reason="this system cannot cut a process off half-way")
def test_exactly_those_who_may_can_open_and_nothing_erased_comes_back(size: Size) -> None:
    run_state_machine_as_test(
        Promises,
        settings=settings(
            max_examples=size(7, 400),
            stateful_step_count=size(16, 40),
            deadline=None,
            phases=(Phase.reuse, Phase.generate),  # to shrink one takes longer than to read it
            suppress_health_check=list(HealthCheck),
        ),
    )
