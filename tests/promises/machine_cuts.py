"""The rules in which the power goes in the middle: a fresh start finishes it or it never was."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from peerdesk.core.errors import KnownError
from peerdesk.features.keys.base import Person
from peerdesk.features.people.service import PeopleService
from peerdesk.safe import orphans
from peerdesk.safe.accounts import WrongNameOrPassword
from tests.promises.cut import CUT, cut
from tests.promises.machine import PICK, rows
from tests.promises.machine_keys import KeyRules
from tests.promises.model import Circle, Drawer

TOUCH = st.integers(1, 70)


class CutRules(KeyRules):
    """``was_cut``: from then on a file that was being written may lie about, of no use."""

    was_cut = False

    def power_goes(self, verb: Callable[[], object], at: int) -> None:
        """Do ``verb`` till touch ``at``, then start afresh."""
        if cut(verb, at, KnownError) == CUT:
            self.was_cut = True
        self.starts_again()

    def signs_in(self, person: Person | Drawer) -> bool:
        try:
            self.rooms.keys.sign_in(person.name, person.password)
        except WrongNameOrPassword:
            return False
        return True

    def nobody_owns(self) -> None:
        """A drawer whose key file was never written lies aside since the last sign-in; one that
        was being erased for good is gone."""
        drawers = self.home.drawers
        assert not {p.stem for p in drawers.glob("*.safe")} - set(self.world.drawers)
        assert not set(orphans.ids(drawers)) & (self.world.gone | set(self.world.drawers))

    def at_their_desks(self) -> None:
        """Whatever is put right at a sign-in is put right."""
        for drawer in self.everyone:
            with self.desk(drawer):
                pass

    def is_listed(self, group: Circle, identity: bytes) -> bool:
        """Whether the cabinet names this key; group.key is the one of now."""
        path, sql = self.home.cabinet(group.file_id), "SELECT 1 FROM keyholder WHERE public_key = ?"
        return bool(rows(path, group.key, sql, identity))

    # -- passwords ---------------------------------------------------------------------------

    @rule(who=PICK, at=TOUCH)
    def power_goes_at_another_password(self, who: int, at: int) -> None:
        drawer, person = self.someone(who), self.fresh()
        signed = self.signed(drawer)
        self.power_goes(
            lambda: self.rooms.passwords.change(signed, person.name, person.password), at % 8 + 1
        )
        if self.signs_in(person):
            drawer.name, drawer.password = person.name, person.password

    @rule(who=PICK, at=TOUCH)
    def power_goes_at_a_new_key(self, who: int, at: int) -> None:
        drawer, person = self.someone(who), self.fresh()
        signed, opens = self.signed(drawer), self.world.opens(drawer)
        self.power_goes(lambda: self.rooms.passwords.renew(signed, person), at)
        done = self.signs_in(person)
        words = person if done else drawer
        signed = self.rooms.keys.sign_in(words.name, words.password)
        assert {uid for uid, _, _ in signed.cabinets} == set(opens)
        if not done:  # doing it again ends it
            person = self.fresh()
            signed = self.rooms.passwords.renew(signed, person).signed_in
        self.was_renewed(drawer, person, signed)
        self.at_their_desks()
        self.cleans(drawer)

    # -- people with keys --------------------------------------------------------------------

    @precondition(lambda self: any(len(g.holders) > 1 for g in self.world.groups.values()))
    @rule(number=PICK, who=PICK, at=TOUCH)
    def power_goes_at_taking_out(self, number: int, who: int, at: int) -> None:
        colleague, group = self.holder(number)
        others = [d for d in self.holders_of(group) if d is not colleague]
        if not others:
            return
        gone = others[who % len(others)]
        signed, uid = self.signed(colleague), self.row(group, gone)
        self.power_goes(lambda: self.rooms.facilitators.remove(signed, group.uid, uid), at % 40 + 1)
        signed = self.signed(colleague)
        if {u: key for u, _, key in signed.cabinets}[group.uid] != group.key:
            self.new_key_of(group, signed)
            del group.holders[uid]
        assert self.is_listed(group, gone.identity) == (uid in group.holders)
        self.at_their_desks()
        self.cleans(colleague)

    @precondition(lambda self: self.has_room() and self.has_holders())
    @rule(number=PICK, at=TOUCH, known=st.booleans(), who=PICK)
    def power_goes_at_letting_in(self, number: int, at: int, known: bool, who: int) -> None:
        colleague, group = self.holder(number)
        others = [d for d in self.holders_of(group) if d is not colleague]
        signed, person, uid = self.signed(colleague), self.fresh(), b""
        room = self.rooms.facilitators
        if known and others:
            uid = self.row(group, others[who % len(others)])
            self.power_goes(lambda: room.give_new_key(signed, group.uid, uid, person), at % 25 + 1)
        else:
            self.power_goes(lambda: room.add_new(signed, group.uid, person), at % 25 + 1)
        if self.signs_in(person):
            made = self.rooms.keys.sign_in(person.name, person.password)
            new = self.joins(made.drawer_id, made.drawer_key, person, group.uid)
            if self.is_listed(group, new.identity):
                group.holders[uid or new.uid] = new.identity
        self.nobody_owns()
        # The colleague who sat beside signs in again, and the seals are finished.
        with self.desk(colleague, group):
            pass
        self.cleans(colleague)

    @precondition(lambda self: len(self.world.drawers) > 1)
    @rule(who=PICK, at=TOUCH)
    def power_goes_at_leaving(self, who: int, at: int) -> None:
        drawer = self.someone(who)
        if self.world.is_last(drawer):
            return
        opens = self.world.opens(drawer)
        file = self.folder / f"{self.number}-{drawer.drawer_id}.pdplace"

        def leave() -> None:
            left = self.rooms.handover.leave_groups(self.signed(drawer))
            self.rooms.handover.take_along(left, file)
            self.rooms.handover.erase(left)

        self.power_goes(leave, at)
        if self.signs_in(drawer):
            leave()
        self.has_left(drawer, opens, file)
        self.at_their_desks()
        self.nobody_owns()

    # -- records and copies ------------------------------------------------------------------

    @precondition(lambda self: any(g.people for g in self.world.groups.values()))
    @rule(number=PICK, which=PICK, at=TOUCH)
    def power_goes_at_erasing(self, number: int, which: int, at: int) -> None:
        drawer, group = self.holder(number) if self.has_holders() else (None, None)
        if drawer is None or group is None or not group.people:
            return
        uid = sorted(group.people)[which % len(group.people)]

        def erase() -> None:
            with self.desk(drawer, group) as places:
                PeopleService(places["cabinet"]).erase(uid)

        self.power_goes(erase, at)
        path = self.home.cabinet(group.file_id)
        if rows(path, group.key, "SELECT 1 FROM person WHERE uid = ?", uid):
            erase()
        self.erased_words.add(group.people.pop(uid))
        group.erased.add(uid)
        self.cleans(drawer)

    @rule(number=PICK, at=TOUCH, cleaning=st.booleans())
    def power_goes_at_a_copy(self, number: int, at: int, cleaning: bool) -> None:
        drawer = self.someone(number)
        self.clock.advance(hours=1)
        service = self.service(drawer)
        there = set(self.home.backups.glob("*.zip"))
        if cleaning:
            self.power_goes(lambda: service.clean(every=True), at * 2)
            self.cleans(drawer)
        else:
            self.power_goes(service.make_here, at)
            for path in set(self.home.backups.glob("*.zip")) - there:
                self.copied(path, self.world.then())
