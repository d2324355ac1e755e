"""What is being written when the kill comes: each deed prepares a folder, acts, and is checked.

``act`` runs in a process that is killed; it calls ``say(n)`` after step ``n`` is promised to be
kept. ``check`` runs afterwards and gets the last ``n`` that was said (0: none).
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import natural_uid
from peerdesk.core.text import translate
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.keys.plans import GroupPlan
from peerdesk.features.keys.service import KeysService
from peerdesk.features.notes.service import NotesService
from peerdesk.features.people.service import PeopleService
from peerdesk.safe import seals
from peerdesk.safe.accounts import Accounts, WrongNameOrPassword
from peerdesk.store import database
from peerdesk.store.backup import before
from peerdesk.store.cabinet import Consent, Person, open_cabinet
from peerdesk.store.connection import connect
from peerdesk.store.drawer import open_drawer
from peerdesk.store.shelf import open_shelf
from peerdesk.store.workspace import Workspace, build
from tests.promises import house as at_home
from tests.promises.house import NAME, NOON, PASSWORD, TINY, House, make_house, rows, write_package

Say = Callable[[int], None]
Secrets = dict[str, str]
OTHER = "another quokka-zither-umbrella"
LABEL = translate("Test", "Write")


def clock() -> FixedClock:
    return FixedClock(NOON, "Europe/London")


def secrets_of(house: House) -> Secrets:
    """What the killed process is told, as text."""
    group, file_id, key = house.made.signed_in.cabinets[0]
    return {
        "drawer": house.made.signed_in.drawer_id,
        "drawer_key": house.made.signed_in.drawer_key.hex(),
        "group": group.hex(),
        "file": file_id,
        "key": key.hex(),
        "recovery": house.made.recovery_secret.hex(),
    }


def whole(path: Path, key: bytes | None) -> None:
    """The file opens and every page and index of it is well."""
    if key is not None:
        assert rows(path, key, "PRAGMA cipher_integrity_check") == [], path.name
    assert rows(path, key, "PRAGMA integrity_check") == [("ok",)], path.name


class Deed:
    """The workspace is ``folder / "w"``; what else is needed lies beside it."""

    kills = 20

    def prepare(self, folder: Path) -> Secrets:
        house = make_house(folder / "w", clock())
        return secrets_of(house)

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        raise NotImplementedError

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        """Afterwards everything opens as before, the way a person would."""
        work = Workspace(folder / "w")
        signed = KeysService(work, TINY, clock()).sign_in(NAME, PASSWORD)
        assert not signed.troubles
        assert signed.drawer_key.hex() == known["drawer_key"]
        assert [key.hex() for _, _, key in signed.cabinets] == [known["key"]]
        whole(work.drawer(known["drawer"]), signed.drawer_key)
        whole(work.cabinet(known["file"]), signed.cabinets[0][2])
        whole(work.shelf, None)
        assert rows(work.drawer(known["drawer"]), signed.drawer_key, _NOTE) == [(at_home.BODY,)]


_NOTE = f"SELECT body FROM note WHERE title = '{at_home.NOTE}'"


class Operations(Deed):
    """Many small operations on the cabinet, each of two rows that belong together."""

    kills = 60

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        work = Workspace(folder / "w")
        cabinet = open_cabinet(
            work.cabinet(known["file"]), bytes.fromhex(known["key"]), clock(), work.backups
        )
        first = rows_of(cabinet) + 1
        for number in range(first, first + 12):
            with cabinet.operation(LABEL):
                Person.create(
                    uid=natural_uid("p", number), name=f"{number}", added_at=1, changed_at=1
                )
                person = Person.get(Person.uid == natural_uid("p", number))
                Consent.create(
                    uid=natural_uid("c", number),
                    person=person,
                    purpose="agreement",
                    answer="yes" * rng.randrange(1, 400),
                    answered_at=number,
                )
            say(number)
        cabinet.close()

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        super().check(folder, known, said)
        path, key = Workspace(folder / "w").cabinet(known["file"]), bytes.fromhex(known["key"])
        people = {
            int(str(n)) for (n,) in rows(path, key, "SELECT name FROM person WHERE name < 'A'")
        }
        # All that was said is there, without a gap; the last may be there without having been said.
        assert people == set(range(1, len(people) + 1))
        assert len(people) >= said
        halves = rows(
            path,
            key,
            "SELECT p.name FROM person p LEFT JOIN consent c ON c.person_id = p.id"
            " WHERE c.id IS NULL",
        )
        assert halves == []


def rows_of(cabinet: object) -> int:
    return Person.select().where(Person.name < "A").count()


class Autosave(Deed):
    """Somebody writes a note; it saves itself, and what was said to be saved is there."""

    kills = 20

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        work = Workspace(folder / "w")
        key = bytes.fromhex(known["drawer_key"])
        drawer = open_drawer(work.drawer(known["drawer"]), key, clock(), work.backups)
        notes = NotesService(drawer)
        found = drawer.rows("SELECT uid, length(body) FROM note WHERE title = 'Long'")
        uid, length = found[0] if found else (notes.new_note("Long"), 0)
        for more in range(1, 16):
            size = int(str(length)) + more
            notes.save_body(bytes(uid), "x" * size)
            say(size)
        drawer.close()

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        super().check(folder, known, said)
        path = Workspace(folder / "w").drawer(known["drawer"])
        lengths = rows(
            path,
            bytes.fromhex(known["drawer_key"]),
            "SELECT length(body) FROM note WHERE title = 'Long'",
        )
        assert said == 0 or int(str(lengths[0][0])) >= said


class Migrating(Deed):
    """An older file is brought to the newest form, in two steps and with a copy before."""

    kills = 25
    STEPS = (
        ("0901_mood.py", "db.execute_sql(\"ALTER TABLE note ADD COLUMN mood TEXT DEFAULT ''\")"),
        (
            "0902_again.py",
            'db.execute_sql("CREATE TABLE again AS SELECT * FROM note")\n'
            "    db.execute_sql(\"UPDATE again SET mood = 'well'\")",
        ),
    )

    def prepare(self, folder: Path) -> Secrets:
        known = super().prepare(folder)
        shutil.copytree(database.MIGRATIONS, folder / "migrations")
        for name, body in self.STEPS:
            (folder / "migrations" / "drawer" / name).write_text(
                f"def up(migrator, db):\n    {body}\n", "utf-8"
            )
        work = Workspace(folder / "w")
        drawer = open_drawer(
            work.drawer(known["drawer"]),
            bytes.fromhex(known["drawer_key"]),
            clock(),
            work.backups,
        )
        notes = NotesService(drawer)
        with drawer.operation(LABEL):
            for number in range(200):
                notes.new_note(f"N{number}", "y" * 300)
        drawer.close()
        shutil.copytree(work.drawers, folder / "drawers before")
        return known

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        work = Workspace(folder / "w")
        database.MIGRATIONS = folder / "migrations"
        drawer = open_drawer(
            work.drawer(known["drawer"]),
            bytes.fromhex(known["drawer_key"]),
            clock(),
            work.backups,
        )
        drawer.close()
        say(1)

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        super().check(folder, known, said)
        work, key = Workspace(folder / "w"), bytes.fromhex(known["drawer_key"])
        path = work.drawer(known["drawer"])
        for copy in work.backups.glob("*.bak"):
            whole(copy, key)
            assert rows(copy, key, "SELECT count(*) FROM note") == [(201,)]
        was, database.MIGRATIONS = database.MIGRATIONS, folder / "migrations"
        try:
            drawer = open_drawer(path, key, clock(), work.backups)
            assert drawer.rows("SELECT count(*), max(mood) FROM again") == [(201, "well")]
            assert len(NotesService(drawer).ids("N7")) == 11
            drawer.close()
        finally:
            database.MIGRATIONS = was
        shutil.rmtree(work.drawers)
        shutil.copytree(folder / "drawers before", work.drawers)


class Copying(Deed):
    """A copy of the cabinet is made while an older copy is there."""

    kills = 20

    def prepare(self, folder: Path) -> Secrets:
        known = super().prepare(folder)
        work, key = Workspace(folder / "w"), bytes.fromhex(known["key"])
        cabinet = open_cabinet(work.cabinet(known["file"]), key, clock(), work.backups)
        people = PeopleService(cabinet)
        with cabinet.operation(LABEL):
            for number in range(300):
                people.add_person(f"A{number}")
        raw = cabinet.database.connection()
        before(raw, cabinet.path, key, work.backups, 1)
        cabinet.close()
        return known

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        work, key = Workspace(folder / "w"), bytes.fromhex(known["key"])
        raw = connect(work.cabinet(known["file"]), key)
        for number in range(3):
            before(raw, work.cabinet(known["file"]), key, work.backups, 100 + number)
            say(1)
        raw.close()

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        super().check(folder, known, said)
        key = bytes.fromhex(known["key"])
        copies = list(Workspace(folder / "w").backups.glob("*.bak"))
        assert copies
        for copy in copies:
            whole(copy, key)
            assert rows(copy, key, "SELECT count(*) FROM person") == [(301,)]


class KeyFile(Deed):
    """The password changes to and fro, and the seals are made anew each time."""

    kills = 25

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        work = Workspace(folder / "w")
        people = Accounts(work.path, work.id, TINY)
        opened = sign_in_with_either(people)
        own = rows(opened.path, opened.key, "SELECT public_key, secret_key FROM identity")[0]
        group, path = bytes.fromhex(known["group"]), work.seals(known["file"])
        cabinet = seals.open_seals(path, group, bytes(own[1]))
        recovery = rows(
            work.cabinet(known["file"]),
            cabinet.cabinet_key,
            "SELECT recovery_public FROM support_group",
        )[0][0]
        for number in range(20):
            people.change_password(opened, NAME, (OTHER, PASSWORD)[number % 2])
            seals.write_seals(path, group, 1, cabinet.cabinet_key, [bytes(own[0])], bytes(recovery))
            say(number)

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        work = Workspace(folder / "w")
        people = Accounts(work.path, work.id, TINY)
        people.change_password(sign_in_with_either(people), NAME, PASSWORD)
        super().check(folder, known, said)
        pair = at_home.recovery_pair(bytes.fromhex(known["recovery"]))
        found = seals.open_seals(
            work.seals(known["file"]), bytes.fromhex(known["group"]), pair.secret
        )
        assert found.cabinet_key.hex() == known["key"]


def sign_in_with_either(people: Accounts):  # type: ignore[no-untyped-def]
    try:
        return people.sign_in(NAME, PASSWORD)
    except WrongNameOrPassword:
        return people.sign_in(NAME, OTHER)


class Building(Deed):
    """A workspace is made: there, whole, or not at all."""

    kills = 20

    def prepare(self, folder: Path) -> Secrets:
        return {}

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        with build(folder / "w", clock()) as fresh:
            keys = KeysService(fresh, TINY, clock())
            made = keys.first_facilitator(NAME, PASSWORD, GroupPlan("Tuesday Circle"))
            keys.parts_printed_at_first_start(made)
        say(1)

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        work = Workspace(folder / "w")
        assert work.exists() or not said
        if work.exists():
            signed = KeysService(work, TINY, clock()).sign_in(NAME, PASSWORD)
            assert not signed.troubles
            assert len(signed.cabinets) == 1
            whole(work.drawer(signed.drawer_id), signed.drawer_key)
            shutil.rmtree(work.path)
        # What was cut off is in nobody's way: the next attempt makes it whole.
        with build(folder / "w", clock()) as fresh:
            assert not fresh.has_drawers()
        assert sorted(p.name for p in folder.iterdir() if p.name.startswith("w")) == ["w"]
        shutil.rmtree(work.path)


class Adding(Deed):
    """A second group with its first facilitator comes into a workspace that is there."""

    kills = 10
    THEIRS = "Somebody else entirely"

    def prepare(self, folder: Path) -> Secrets:
        known = super().prepare(folder)
        shutil.copytree(folder / "w", folder / "before")
        return known

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        with build(folder / "w", clock()) as fresh:
            keys = KeysService(fresh, TINY, clock())
            keys.first_facilitator(self.THEIRS, OTHER, GroupPlan("Friday Circle"), publish=False)
        say(1)

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        super().check(folder, known, said)
        work = Workspace(folder / "w")
        try:
            signed = KeysService(work, TINY, clock()).sign_in(self.THEIRS, OTHER)
        except WrongNameOrPassword:
            assert not said
        else:
            assert not signed.troubles
            assert len(signed.cabinets) == 1
            whole(work.drawer(signed.drawer_id), signed.drawer_key)
        shutil.rmtree(work.path)
        shutil.copytree(folder / "before", work.path)


class Importing(Deed):
    """A directory comes onto the shelf: all of it or nothing."""

    kills = 20
    SERVICES = 400

    def prepare(self, folder: Path) -> Secrets:
        known = super().prepare(folder)
        write_package(folder / "package", self.SERVICES)
        shutil.copyfile(folder / "w" / "shelf.db", folder / "shelf before")
        return known

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        work = Workspace(folder / "w")
        shelf = open_shelf(work.shelf, clock(), work.backups)
        DirectoryService(shelf).import_package(folder / "package")
        say(1)
        shelf.close()

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        super().check(folder, known, said)
        work = Workspace(folder / "w")
        ((services,),) = rows(work.shelf, None, "SELECT count(*) FROM service")
        ((batches,),) = rows(work.shelf, None, "SELECT count(*) FROM import_batch")
        assert (services, batches) in ((1, 0), (1 + self.SERVICES, 1))
        assert batches or not said
        for copy in work.backups.glob("*.bak"):
            whole(copy, None)
        for suffix in ("-wal", "-shm"):
            work.shelf.with_name("shelf.db" + suffix).unlink(missing_ok=True)
        shutil.copyfile(folder / "shelf before", work.shelf)


class Erasing(Deed):
    """Somebody is erased for good: still there whole, or gone for good."""

    kills = 10

    def prepare(self, folder: Path) -> Secrets:
        known = super().prepare(folder)
        shutil.copytree(folder / "w", folder / "before")
        return known

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        work = Workspace(folder / "w")
        cabinet = open_cabinet(
            work.cabinet(known["file"]), bytes.fromhex(known["key"]), clock(), work.backups
        )
        people = PeopleService(cabinet)
        people.erase(people.find("Ostraw")[0].uid)
        say(1)
        cabinet.close()

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        super().check(folder, known, said)
        work, key = Workspace(folder / "w"), bytes.fromhex(known["key"])
        path = work.cabinet(known["file"])
        left = [
            rows(path, key, f"SELECT count(*) FROM {table}")[0][0]
            for table in ("person", "consent", "attendance")
        ]
        assert left in ([1, 1, 1], [0, 0, 0])
        assert left == [0, 0, 0] or not said
        shutil.rmtree(work.path)
        shutil.copytree(folder / "before", work.path)
