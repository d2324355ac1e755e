"""Whoever was taken out of a group stays out, whatever is lost and whoever brings what back.

Every combination: what of the group is lost, which copies are left, who brings the old copy back.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.features.backups.service import BackupsService, OpenFile
from peerdesk.features.keys import facilitators, renewal
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.features.people.service import PeopleService
from peerdesk.safe import seals
from peerdesk.store.connection import connect
from peerdesk.store.restore_group import GroupMovedOn
from tests.promises.machine import MARIA, TINY, rows
from tests.promises.machine_keys import KeyRules

TOM = Person("Tom", "a sentence of tom, long enough")
LOST = {
    "nothing": (),
    "the safe": (".safe",),
    "the seals": (".seals",),
    "both": (".safe", ".seals"),
}
LEFT = ("every copy", "the old one only")
WHO = ("maria", "maria at the welcome page", "tom", "tom at the welcome page", "nobody")


class After(KeyRules):
    """Tom was let in, a copy was made, Tom was taken out, and Ben was written down."""

    def __init__(self) -> None:
        super().__init__()
        uid = next(iter(self.world.groups))
        self.group = self.world.groups[uid]
        room = self.rooms.facilitators
        made = room.add_new(self.sign(MARIA), uid, TOM)
        self.tom_before = self.sign(TOM)
        self.write("Ana")
        self.old = self.folder / "old copy.zip"
        here = BackupsService(self.home, self.clock, TINY).make_here()
        shutil.copyfile(here.path, self.old)
        self.clock.advance(hours=1)
        self.renewed = room.remove(self.sign(MARIA), uid, made.uid).signed_in
        self.write("Ben")
        ((self.tom_secret,),) = rows(
            self.home.drawer(made.drawer_id), made.key, "SELECT secret_key FROM identity"
        )

    def sign(self, person: Person) -> SignedIn:
        return self.rooms.keys.sign_in(person.name, person.password)

    def write(self, name: str) -> None:
        with self.desk(next(iter(self.world.drawers.values())), self.group) as places:
            PeopleService(places["cabinet"]).add_person(name)

    def file(self, suffix: str) -> Path:
        return self.home.cabinet(self.group.file_id).with_suffix(suffix)

    def lose(self, *suffixes: str) -> None:
        for suffix in suffixes:
            for path in self.home.groups.glob(f"{self.group.file_id}{suffix}*"):
                path.unlink()

    def bring(self, who: str) -> None:
        opened: list[OpenFile] = []
        if who in ("maria", "tom"):
            signed = self.sign(MARIA if who == "maria" else TOM)
            opened = [OpenFile(f"drawers/{signed.drawer_id}.safe", signed.drawer_key)]
            opened += [OpenFile(f"groups/{f}.safe", key) for _, f, key in signed.cabinets]
        service = BackupsService(self.home, self.clock, TINY, opened)
        looked = service.look(self.old)
        try:
            if who.endswith("page"):
                person = MARIA if who.startswith("maria") else TOM
                service.unlock(looked, person.name, person.password)
            wanted = [p.name for p in looked.parts if p.allowed and p.name == self.group.safe]
            service.bring_back(looked, wanted)
        finally:
            looked.close()
        service.finish()

    def brings(self, who: str) -> bool:
        """Whether it was done; the one reason not to is that the group got a new key since."""
        try:
            self.bring(who)
        except GroupMovedOn:
            return False
        return True

    def people(self) -> list[str]:
        """As Maria sees them after her sign-in, which puts the seals right."""
        signed = self.sign(MARIA)
        if not signed.cabinets:
            return []
        maria = next(d for d in self.world.drawers.values() if d.name == MARIA.name)
        with self.desk(maria, self.group) as places:
            return [str(r[0]) for r in places["cabinet"].rows("SELECT name FROM person")]

    def check_tom(self) -> None:
        """His sign-in opens no group, nor does any key he ever had, also later."""
        for _ in range(2):
            assert self.sign(TOM).cabinets == []
            with pytest.raises(KnownError):
                seals.open_seals(self.file(".seals"), self.group.uid, self.tom_secret)
            if self.file(".safe").exists():
                with pytest.raises(KnownError):
                    connect(self.file(".safe"), self.tom_before.cabinets[0][2], read_only=True)
            self.people()


@pytest.fixture
def after() -> Iterator[After]:
    made = After()
    yield made
    made.teardown()


@pytest.mark.parametrize(("lost", "left", "who"), list(itertools.product(LOST, LEFT, WHO)))
def test_whoever_was_taken_out_stays_out(after: After, lost: str, left: str, who: str) -> None:
    after.lose(*LOST[lost])
    if left == "the old one only":
        shutil.rmtree(after.home.backups)
        after.home.backups.mkdir()
    done = after.brings(who)
    after.check_tom()
    if not who.startswith("maria"):
        assert after.people() == (["Ana", "Ben"] if lost == "nothing" else [])
    elif lost == "the seals" and who == "maria":  # her session is over: nothing gave the key
        assert not done
    elif lost in ("nothing", "the safe"):
        assert after.people() == ["Ana"]


@pytest.mark.parametrize("who", ["maria at the welcome page", "tom at the welcome page", "nobody"])
def test_also_when_taking_out_was_cut_off_before_its_end(
    after: After, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seals give the new key already, and the safe under it still waits beside the old one."""
    tim = Person("Tim", "a sentence of tim, long enough")
    made = after.rooms.facilitators.add_new(after.sign(MARIA), after.group.uid, tim)
    after.old.unlink()
    shutil.copyfile(BackupsService(after.home, after.clock, TINY).make_here().path, after.old)
    after.clock.advance(hours=1)
    after.write("Cleo")
    signed = after.sign(MARIA)

    class Cut(Exception):
        pass

    def cut(_path: Path) -> None:
        raise Cut

    with monkeypatch.context() as patched:
        patched.setattr(facilitators.renewal, "finish", cut)
        with pytest.raises(Cut):
            after.rooms.facilitators.remove(signed, after.group.uid, made.uid)
    assert renewal.waiting(after.file(".safe")).exists()
    after.brings(who)
    assert after.sign(tim).cabinets == []
    after.check_tom()
    if who.startswith("maria"):
        # The copy that is made before anything is brought back holds what waited.
        assert after.people() == ["Ana", "Ben"]
        after.old = BackupsService(after.home, after.clock, TINY).copies()[0].path
        after.bring(who)
    assert after.people() == ["Ana", "Ben", "Cleo"]
    assert after.sign(tim).cabinets == []
