"""The rules about people with keys: who comes, forgets, recovers, is taken out, leaves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from peerdesk.core.errors import KnownError
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.errors import LastOne, PlaceLocked
from peerdesk.features.keys.members import new_sheet
from peerdesk.features.keys.plans import GroupPlan
from peerdesk.features.keys.signed_in import SignedIn
from tests.promises.machine import PICK, Machine, rows
from tests.promises.model import Circle, Drawer


class KeyRules(Machine):
    """Each rule does a verb and says in the model what the design promises of it."""

    # -- coming ------------------------------------------------------------------------------

    @precondition(Machine.has_room)
    @rule()
    def makes_a_place(self) -> None:
        person = self.fresh()
        made = self.rooms.members.make_place(person)
        self.joins(made.drawer_id, made.drawer_key, person)

    @precondition(lambda self: self.has_room() and self.has_holders())
    @rule(number=PICK)
    def is_let_in(self, number: int) -> None:
        colleague, group = self.holder(number)
        person = self.fresh()
        made = self.rooms.facilitators.add_new(self.signed(colleague), group.uid, person)
        new = self.joins(made.drawer_id, made.key, person, group.uid)
        group.holders[new.uid] = new.identity

    @precondition(Machine.has_holders)
    @rule(number=PICK, who=PICK)
    def signs_in_beside(self, number: int, who: int) -> None:
        colleague, group = self.holder(number)
        newcomer = self.someone(who)
        signed = self.signed(colleague)
        args = signed, group.uid, newcomer.name, newcomer.password
        if newcomer.identity in group.holders.values():
            with pytest.raises(KnownError, match="already"):
                self.rooms.facilitators.add_known(*args)
            return
        self.rooms.facilitators.add_known(*args)
        path = self.home.cabinet(group.file_id)
        ((uid,),) = rows(
            path, group.key, "SELECT uid FROM keyholder WHERE public_key = ?", newcomer.identity
        )
        group.holders[uid] = newcomer.identity
        newcomer.passes.add(group.uid)

    @precondition(lambda self: len(self.world.groups) < 2)
    @rule(who=PICK)
    def founds_a_group(self, who: int) -> None:
        drawer = self.someone(who)
        made = self.rooms.groups.add_group(self.signed(drawer), GroupPlan("Another"), "someone")
        self.founded(drawer, made.signed_in.cabinets[0], list(made.parts))

    @precondition(Machine.has_room)
    @rule(number=PICK, which=st.sampled_from([(0, 1), (1, 2), (2, 0)]))
    def two_parts_let_in(self, number: int, which: tuple[int, int]) -> None:
        group = self.world.groups[sorted(self.world.groups)[number % len(self.world.groups)]]
        person = self.fresh()
        recovered = self.rooms.recover.open_group([group.parts[n] for n in which])
        signed = self.rooms.recover.let_in(recovered, person)
        new = self.joins(signed.drawer_id, signed.drawer_key, person, group.uid)
        group.holders[new.uid] = new.identity

    @precondition(lambda self: self.has_room() and self.has_holders())
    @rule(number=PICK, who=PICK)
    def two_parts_bring_back_whom_it_was(self, number: int, who: int) -> None:
        _, group = self.holder(number)
        there = self.holders_of(group)
        uid = self.row(group, there[who % len(there)])
        person = self.fresh()
        recovered = self.rooms.recover.open_group(group.parts[:2])
        assert {h.uid for h in self.rooms.recover.facilitators(recovered)} == set(group.holders)
        signed = self.rooms.recover.let_in(recovered, person, uid)
        new = self.joins(signed.drawer_id, signed.drawer_key, person, group.uid)
        group.holders[uid] = new.identity
        self.cleans(new)

    # -- going -------------------------------------------------------------------------------

    @precondition(Machine.has_holders)
    @rule(number=PICK, who=PICK)
    def is_taken_out(self, number: int, who: int) -> None:
        colleague, group = self.holder(number)
        there = self.holders_of(group)
        gone = there[who % len(there)]
        signed, uid = self.signed(colleague), self.row(group, gone)
        if len(group.holders) == 1:
            with pytest.raises(LastOne):
                self.rooms.facilitators.remove(signed, group.uid, uid)
            return
        renewed = self.rooms.facilitators.remove(signed, group.uid, uid)
        self.new_key_of(group, renewed.signed_in)
        del group.holders[uid]
        if gone is not colleague:
            self.cleans(colleague)

    @precondition(lambda self: self.has_room() and self.has_holders())
    @rule(number=PICK, who=PICK)
    def gets_a_new_key(self, number: int, who: int) -> None:
        colleague, group = self.holder(number)
        others = [d for d in self.holders_of(group) if d is not colleague]
        if not others:
            return
        forgot = others[who % len(others)]
        uid, person = self.row(group, forgot), self.fresh(forgot.name)
        made = self.rooms.facilitators.give_new_key(self.signed(colleague), group.uid, uid, person)
        new = self.joins(made.drawer_id, made.key, person, group.uid)
        group.holders[uid] = new.identity
        self.cleans(colleague)

    @precondition(lambda self: len(self.world.drawers) > 1)
    @rule(who=PICK)
    def leaves(self, who: int) -> None:
        drawer = self.someone(who)
        signed, opens = self.signed(drawer), self.world.opens(drawer)
        if self.world.is_last(drawer):
            with pytest.raises(LastOne):
                self.rooms.handover.leave_groups(signed)
            return
        left = self.rooms.handover.leave_groups(signed)
        file = self.folder / f"{self.number}-{drawer.drawer_id}.pdplace"
        self.rooms.handover.take_along(left, file)
        self.rooms.handover.erase(left)
        self.has_left(drawer, opens, file)

    def has_left(self, drawer: Drawer, opens: Iterable[bytes], file: Path) -> None:
        """The drawer is gone for good and opens nothing; what it held is in ``file``."""
        for uid in opens:
            group = self.world.groups[uid]
            del group.holders[self.row(group, drawer)]
            self.looks_up_the_key(group)
        drawer.passes.clear()
        self.packed.append((file, drawer))
        if drawer.sheet:
            self.old_sheets.append(drawer.sheet)
        del self.world.drawers[drawer.drawer_id]
        self.world.gone.add(drawer.drawer_id)

    @precondition(lambda self: bool(self.packed) and self.has_room())
    @rule()
    def comes_back_with_the_file(self) -> None:
        file, then = self.packed.pop()
        with pytest.raises(PlaceLocked):
            self.rooms.handover.bring(file, then.name, then.password + "?")
        signed = self.rooms.handover.bring(file, then.name, then.password)
        then.drawer_id, then.key, then.sheet = signed.drawer_id, signed.drawer_key, ""
        self.world.drawers[then.drawer_id] = then

    def looks_up_the_key(self, group: Circle) -> None:
        """After a new cabinet key that nobody told us: from the parts, which still open it."""
        self.old_keys.append((self.home.cabinet(group.file_id), group.key))
        group.key = self.rooms.recover.open_group(group.parts[:2]).key

    # -- passwords, sheets, parts ------------------------------------------------------------

    @rule(who=PICK)
    def changes_the_password(self, who: int) -> None:
        drawer, person = self.someone(who), self.fresh()
        self.rooms.passwords.change(self.signed(drawer), person.name, person.password)
        drawer.name, drawer.password = person.name, person.password

    @rule(who=PICK)
    def fears_that_someone_knows(self, who: int) -> None:
        drawer, person = self.someone(who), self.fresh()
        signed = self.signed(drawer)
        self.was_renewed(drawer, person, self.rooms.passwords.renew(signed, person).signed_in)
        self.cleans(drawer)

    def was_renewed(self, drawer: Drawer, person: Person, signed: SignedIn) -> None:
        """Everything the drawer opens, and itself, has a new key; the sheet is of no use."""
        path = self.home.drawer(drawer.drawer_id)
        opens = self.world.opens(drawer)
        self.old_keys.append((path, drawer.key))
        if drawer.sheet:
            self.old_sheets.append(drawer.sheet)
        ((identity,),) = rows(path, signed.drawer_key, "SELECT public_key FROM identity")
        assert identity != drawer.identity
        for uid in opens:
            group = self.world.groups[uid]
            group.holders[self.row(group, drawer)] = identity
            self.new_key_of(group, signed)
        drawer.key, drawer.identity, drawer.sheet = signed.drawer_key, identity, ""
        drawer.name, drawer.password = person.name, person.password

    @rule(who=PICK)
    def prints_a_sheet(self, who: int) -> None:
        drawer = self.someone(who)
        secret, words = new_sheet()
        self.rooms.members.give_sheet(self.signed(drawer), secret)
        if drawer.sheet:
            self.old_sheets.append(drawer.sheet)
        drawer.sheet = words

    @precondition(lambda self: any(d.sheet for d in self.everyone))
    @rule(who=PICK)
    def comes_back_by_the_sheet(self, who: int) -> None:
        able = [d for d in self.everyone if d.sheet]
        drawer, person = able[who % len(able)], self.fresh()
        opened = self.rooms.recover.open_sheet(drawer.sheet)
        self.rooms.recover.new_password(opened, person.name, person.password)
        drawer.name, drawer.password = person.name, person.password

    @precondition(Machine.has_holders)
    @rule(number=PICK)
    def prints_new_parts(self, number: int) -> None:
        drawer, group = self.holder(number)
        with self.desk(drawer, group) as places:
            parts = self.rooms.keys.new_parts(places["cabinet"], places["drawer"])
        self.old_parts.append(group.parts)
        group.parts = parts
