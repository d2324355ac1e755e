"""A small workspace with two facilitators, for the tests of copies. Keys are at hand in plain."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import natural_uid, new_file_id, new_uid
from peerdesk.core.text import translate
from peerdesk.safe import seals
from peerdesk.safe.accounts import Accounts
from peerdesk.store import cabinet, directory, drawer, shelf
from peerdesk.store.backup_whole import OpenFile, make
from peerdesk.store.place import Place
from peerdesk.store.restore import Keys
from peerdesk.store.workspace import ID_SETTING, Workspace
from tests.tiny_app import TINY

DO = translate("Test", "Do")
ID = bytes(range(16))
PASSWORD = "fifteen letters at least"


@dataclass
class Person:
    """Who has a drawer."""

    name: str
    drawer_id: str
    key: bytes
    pair: seals.KeyPair

    @property
    def safe(self) -> str:
        return f"drawers/{self.drawer_id}.safe"


@dataclass
class House:
    """``maria`` and ``ben`` have drawers; ``group`` is the file id of their cabinet."""

    workspace: Workspace
    clock: FixedClock
    people: dict[str, Person] = field(default_factory=dict)
    group: str = ""
    group_uid: bytes = b""
    key: bytes = b""

    @property
    def safe(self) -> str:
        return f"groups/{self.group}.safe"

    def opened(self, who: str = "maria") -> tuple[OpenFile, ...]:
        person = self.people[who]
        return (OpenFile(person.safe, person.key), OpenFile(self.safe, self.key))

    def keys(self, who: str = "maria") -> Keys:
        person = self.people[who]
        safes = {person.safe: person.key, self.safe: self.key}
        return Keys(safes, [person.pair.secret], shelf=True)

    def shelf(self) -> Place:
        return shelf.open_shelf(self.workspace.shelf, self.clock, self.workspace.backups)

    def cabinet(self) -> Place:
        path = self.workspace.cabinet(self.group)
        return cabinet.open_cabinet(path, self.key, self.clock, self.workspace.backups)

    def drawer(self, who: str = "maria") -> Place:
        person = self.people[who]
        path = self.workspace.drawer(person.drawer_id)
        return drawer.open_drawer(path, person.key, self.clock, self.workspace.backups)

    def add_person(self, name: str) -> bytes:
        place, uid = self.cabinet(), new_uid()
        with place.operation(DO):
            cabinet.Person.create(uid=uid, name=name, added_at=1, changed_at=1)
        place.close()
        return uid

    def erase_person(self, uid: bytes) -> None:
        place = self.cabinet()
        with place.erasing(DO):
            cabinet.Person.delete().where(cabinet.Person.uid == uid).execute()
        place.close()

    def names(self) -> list[str]:
        place = self.cabinet()
        found = [str(r[0]) for r in place.rows("SELECT name FROM person ORDER BY name")]
        place.close()
        return found

    def add_note(self, title: str, who: str = "maria") -> bytes:
        place, uid = self.drawer(who), new_uid()
        with place.operation(DO):
            drawer.Note.create(uid=uid, title=title, created_at=1, changed_at=1)
        place.close()
        return uid

    def notes(self, who: str = "maria") -> list[str]:
        place = self.drawer(who)
        found = [str(r[0]) for r in place.rows("SELECT title FROM note ORDER BY title")]
        place.close()
        return found

    def set_centre(self, words: str) -> None:
        place = self.shelf()
        with place.operation(DO):
            shelf.Setting.insert(
                uid=natural_uid("setting", "centre"), key="centre", value=words
            ).on_conflict(
                conflict_target=[shelf.Setting.key], update={shelf.Setting.value: words}
            ).execute()
        place.close()

    def centre(self) -> str:
        place = self.shelf()
        found = shelf.get_setting("centre")
        place.close()
        return found

    def write_seals(self, generation: int = 1) -> None:
        seals.write_seals(
            self.workspace.seals(self.group),
            self.group_uid,
            generation,
            self.key,
            [p.pair.public for p in self.people.values()],
            bytes(32 - 1) + b"\x09",
        )


def make_house(path: Path, clock: FixedClock) -> House:
    """Everything closed."""
    house = House(Workspace(path), clock)
    for folder in (house.workspace.groups, house.workspace.drawers, house.workspace.backups):
        folder.mkdir(parents=True)
    place = house.shelf()
    with place.operation(DO):
        shelf.Setting.create(uid=natural_uid("setting", ID_SETTING), key=ID_SETTING, value=ID.hex())
        directory.Service.select().count()
    place.close()
    house.group, house.group_uid, house.key = new_file_id(), new_uid(), seals.new_key()
    accounts = Accounts(path, ID, TINY)
    for name in ("maria", "ben"):
        opened = accounts.create(name, PASSWORD)
        pair = seals.new_keypair()
        house.people[name] = Person(name, opened.drawer_id, opened.key, pair)
        place = house.drawer(name)
        with place.operation(DO):
            drawer.Identity.create(uid=new_uid(), public_key=pair.public, secret_key=pair.secret)
            drawer.CabinetPass.create(uid=house.group_uid, file_id=house.group)
        place.close()
    place = house.cabinet()
    with place.operation(DO):
        cabinet.Group.create(
            uid=house.group_uid,
            name="Tuesday Circle",
            public_key=bytes(32),
            secret_key=bytes(32),
            recovery_public=bytes(31) + b"\x09",
        )
        for person in house.people.values():
            cabinet.Keyholder.create(
                uid=new_uid(), name=person.name, public_key=person.pair.public, since_at=1
            )
    place.close()
    house.write_seals()
    house.set_centre("Riverside")
    return house


def lived_in(path: Path, clock: FixedClock) -> House:
    """A house with somebody in it, and a note."""
    made = make_house(path, clock)
    made.add_person("Ana")
    made.add_note("first")
    return made


def copied(house: House) -> Path:
    """A copy in its place on this computer; an hour goes by."""
    made = make(house.workspace, house.workspace.backups, house.opened(), house.clock)
    house.clock.advance(hours=1)
    return made.path
