"""A whole workspace made through the services, with a canary wherever something private stands."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from peerdesk.app.session import Session, open_session
from peerdesk.core.clock import Clock, FixedClock
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.keys.plans import Computer, GroupPlan, Made
from peerdesk.features.keys.service import KeysService
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.features.notes.service import NotesService
from peerdesk.features.people.service import PeopleService
from peerdesk.features.people.words import Field
from peerdesk.safe import recovery
from peerdesk.safe.kdf import Bounds, Kdf, KdfParams
from peerdesk.safe.seals import KeyPair
from peerdesk.store.connection import connect
from peerdesk.store.workspace import Workspace, build

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 11, 24, 12, 0)  # a Tuesday
LEAST = KdfParams(memory_kib=8, passes=1)
TINY = Kdf(Bounds(LEAST, KdfParams(memory_kib=1024, passes=4)), LEAST, target_seconds=0.0)

# Made-up words that occur nowhere else: whoever finds one in a file has found a leak.
NAME, PASSWORD = "Zwilhelmine Quarkfeder", "quokka-zither-umbrella canary"
PERSON, PHONE, EMAIL = "Ostrawina Blaubart", "07700 900777", "ostrawina@quokka.example"
NOTE, BODY = "Zikadenlied", "Kolibrischatten under the zinc roof"
THEME, GOOD, AGENDA = "Nachtpfauenauge", "Mondscheinziege laughed", "Drosselbartrunde"
CONTACT, CODE, NEEDS = "Text only Wespentaille", "KX-Pirol-9", "Rampenlichtfrei"
PREPARATION, ERASED = "Krokuszwiebel bring along", "Tilgewurz Vogelfrei"
SERVICE = "Riverside Soup Kitchen"

CANARIES: tuple[str, ...] = (
    *("Zwilhelmine", "Quarkfeder", "quokka", "zither-umbrella"),
    *("Ostrawina", "Blaubart", PHONE, "07700900777"),
    *("Zikadenlied", "Kolibrischatten", "Nachtpfauenauge", "Mondscheinziege", "Drosselbartrunde"),
    *("Wespentaille", "KX-Pirol-9", "Rampenlichtfrei", "Krokuszwiebel", "Tilgewurz", "Vogelfrei"),
)


@dataclass(frozen=True)
class House:
    """A locked workspace, and everything somebody who was there would know."""

    workspace: Workspace
    made: Made = field(repr=False)
    clock: Clock

    @property
    def path(self) -> Path:
        return self.workspace.path

    @property
    def keys(self) -> KeysService:
        return KeysService(self.workspace, TINY, self.clock)

    @property
    def drawer(self) -> Path:
        return self.workspace.drawer(self.made.signed_in.drawer_id)

    @property
    def key_file(self) -> Path:
        return self.drawer.with_suffix(".key")

    @property
    def cabinet(self) -> Path:
        return self.workspace.cabinet(self.made.card.file_id)

    @property
    def seals(self) -> Path:
        return self.workspace.seals(self.made.card.file_id)

    @contextmanager
    def open(self) -> Iterator[Session]:
        """Signed in with name and password."""
        signed = self.keys.sign_in(NAME, PASSWORD)
        assert not signed.troubles
        session = open_session(self.workspace, signed, self.clock)
        try:
            yield session
        finally:
            session.close()


def make_house(path: Path, clock: Clock | None = None, kdf: Kdf = TINY) -> House:
    """A journey through every verb that keeps something private; then locked."""
    clock = clock or FixedClock(NOON, "Europe/London")
    group = GroupPlan("Tuesday Circle", 1, "18:30", 90, "Blue room", public=True)
    with build(path, clock) as fresh:
        keys = KeysService(fresh, kdf, clock)
        made = keys.first_facilitator(NAME, PASSWORD, group, Computer("en", country="GB"))
        keys.parts_printed_at_first_start(made)
    house = House(Workspace(path), made, clock)
    signed = KeysService(house.workspace, kdf, clock).sign_in(NAME, PASSWORD)
    session = open_session(house.workspace, signed, clock)
    try:
        journey(session)
    finally:
        session.close()
    return house


def journey(session: Session) -> None:
    """People, a meeting from preparation to its end, services, notes; undone, redone, erased."""
    assert session.cabinet is not None
    people = PeopleService(session.cabinet)
    uid = people.add_person(PERSON)
    values: dict[Field, str] = {
        "phone": PHONE,
        "email": EMAIL,
        "safe_contact": CONTACT,
        "code": CODE,
        "access_needs": NEEDS,
        "emergency_who": PERSON,
        "emergency_phone": PHONE,
        "since": "2026-03",
    }
    for what, value in values.items():
        people.edit(uid, what, value)
    people.agree(uid, "agreement", "yes")
    people.archive(uid)
    session.cabinet.undo()
    session.cabinet.redo()
    session.cabinet.undo()
    gone = people.add_person(ERASED)
    people.erase(gone)
    assert len(people.find("Ostraw")) == 1

    meetings = MeetingsService(session.cabinet, session.shelf)
    coming = meetings.next_meeting()
    assert coming is not None
    meetings.set_meeting(coming.uid, theme=THEME, good_things=GOOD, lead=PERSON)
    part = meetings.agenda(coming.uid)[1]
    meetings.set_part(coming.uid, part.uid, title=AGENDA, say=BODY)
    meetings.add_preparation(PREPARATION)
    meetings.mark(coming.uid, uid, "here")
    meetings.close(coming.uid)

    directory = DirectoryService(session.shelf)
    directory.add_service(SERVICE)
    assert directory.count() == 1

    notes = NotesService(session.drawer)
    note = notes.new_note(NOTE, BODY)
    notes.belong_to(note, "person", uid, PERSON)
    notes.erase(notes.new_note(ERASED, ERASED))
    assert notes.ids("Kolibri")


def found_in(data: bytes, canaries: Iterable[str] = CANARIES) -> list[str]:
    """The canaries in ``data``, also as UTF-16 (as Windows and Qt write) and in small letters."""
    folded = data.lower()
    return [
        one
        for one in canaries
        if any(one.lower().encode(form) in folded for form in ("utf-8", "utf-16-le", "utf-16-be"))
    ]


def leaks(*folders: Path) -> dict[str, list[str]]:
    """Which files, by content or by name, hold which canaries."""
    found = {}
    for folder in folders:
        for path in folder.rglob("*"):
            data = os.fsencode(path.name)
            if path.is_file() and not path.is_symlink():
                data += b"\n" + path.read_bytes()
            if words := found_in(data):
                found[str(path)] = words
    return found


def recovery_pair(secret: bytes) -> KeyPair:
    """The X25519 pair of a group's recovery secret."""
    return recovery.recovery_keypair(secret)


def rows(path: Path, key: bytes | None, sql: str) -> list[tuple[object, ...]]:
    """What a SELECT finds in one file, on a connection of its own."""
    connection = connect(path, key)
    try:
        return list(connection.execute(sql).fetchall())
    finally:
        connection.close()


def write_package(folder: Path, services: int = 3) -> Path:
    """A small HSDS package; the shelf takes it in one transaction."""
    folder.mkdir(parents=True)
    tables: dict[str, list[dict[str, str]]] = {
        "organizations": [{"id": "o1", "name": "House", "description": "Helps"}],
        "services": [
            {"id": f"s{n}", "organization_id": "o1", "name": f"Clinic {n}", "status": "active"}
            for n in range(services)
        ],
        "phones": [
            {"id": f"p{n}", "service_id": f"s{n}", "number": f"555 {n:04}"} for n in range(services)
        ],
    }
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def python(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    """A Python of its own, in the project's folder."""
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, *arguments], cwd=ROOT, text=True, **more
    )
