"""The whole job once, without a screen: what an installed PeerDesk must be able to do.

In a temporary workspace, or in the folder given with ``--workspace``: then the workspace stays,
and a second run opens it again and compares. Prints a line per step; names what broke.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.store.workspace import Workspace

if TYPE_CHECKING:
    from peerdesk.app.session import Session
    from peerdesk.safe.kdf import Kdf

MARKER = "self-test.json"
SIGN_IN = ("tester at the desk", "a sentence long enough to be a password")
PERSON, NOTE, SERVICE = "Ana of the self-test", "A note of the self-test", "Self-Test Clinic"


class Broken(Exception):
    """A step did not do what it should; the message says what is different."""


def expect(what: str, found: object, wanted: object) -> None:
    """Raises Broken when ``found`` is not ``wanted``."""
    if found != wanted:
        raise Broken(f"{what}: expected {wanted!r}, found {found!r}")


def run(kdf: Kdf | None = None, workspace: Path | None = None) -> int:
    """Do every step; 0 when all is well, 1 with the broken step named on stderr."""
    if workspace is not None:
        return _run(workspace.absolute(), kdf)
    with tempfile.TemporaryDirectory(prefix="peerdesk-self-test-") as folder:
        return _run(Path(folder) / "workspace", kdf)


def _run(path: Path, kdf: Kdf | None) -> int:
    test = SelfTest(Workspace(path), kdf)
    for name, step in test.steps():
        try:
            step()
        except Exception as error:  # the step is named, whatever went wrong in it
            words = str(error) or type(error).__name__
            print(f"broken: {name}: {words}", file=sys.stderr)
            if not isinstance(error, (Broken, KnownError)):
                raise
            return 1
        print(f"ok: {name}")
    print("PeerDesk works.")
    return 0


class SelfTest:
    """The steps, in order, over one workspace."""

    def __init__(self, workspace: Workspace, kdf: Kdf | None) -> None:
        from peerdesk.safe.kdf import REAL

        self.workspace, self.kdf = workspace, kdf or REAL
        self.clock = Clock("Europe/London")
        self.session: Session | None = None

    def steps(self) -> list[tuple[str, Callable[[], None]]]:
        """(name, step); a workspace of an earlier run is only opened and compared."""
        again: list[tuple[str, Callable[[], None]]] = [
            ("sign in again", self.sign_in),
            ("compare", self.compare),
            ("lock", self.lock),
        ]
        if self.workspace.exists():
            return again
        return [
            ("resources", self.resources),
            ("translations", self.translations),
            ("screens can be loaded", self.screens),
            ("make keys and a group", self.make),
            ("sign in", self.sign_in),
            ("add a person", self.add_person),
            ("hold a meeting", self.hold_meeting),
            ("import services", self.import_services),
            ("write a note", self.write_note),
            ("lock", self.lock),
            ("nothing is readable without keys", self.nothing_readable),
            *again,
        ]

    # -- what the package must contain -------------------------------------------------------

    def resources(self) -> None:
        from peerdesk.core import resources
        from peerdesk.store.glance import shipped_crisis

        expect("icons", len(list(resources.folder("icons").glob("*.svg"))) > 20, True)
        expect("crisis card", bool(shipped_crisis("US", "en")), True)
        for file in resources.folder("content").glob("*.json"):
            json.loads(file.read_text("utf-8"))

    def translations(self) -> None:
        from PySide6.QtCore import QTranslator

        from peerdesk.core import resources

        for file in resources.folder("translations").glob("*.qm"):
            expect(f"translation {file.name}", QTranslator().load(str(file)), True)

    def screens(self) -> None:
        import PySide6.QtPrintSupport
        import PySide6.QtWidgets

        import peerdesk.app.desk
        import peerdesk.app.signed_in

        del PySide6, peerdesk

    # -- the job -----------------------------------------------------------------------------

    def make(self) -> None:
        from peerdesk.features.keys.plans import Computer, GroupPlan
        from peerdesk.features.keys.service import KeysService
        from peerdesk.store.workspace import build

        with build(self.workspace.path, self.clock) as fresh:
            made = KeysService(fresh, self.kdf, self.clock).first_facilitator(
                *SIGN_IN,
                GroupPlan("Self-test group", 1, "18:30", 90, "Blue room", True),
                Computer(centre="Self-test centre", country="US"),
            )
            (fresh.path / MARKER).write_text("{}", "ascii")
        expect("recovery parts", [len(p.split()) for p in made.parts], [20, 20, 20])

    def sign_in(self) -> None:
        from peerdesk.app.session import open_session
        from peerdesk.features.keys.service import KeysService

        if not (self.workspace.path / MARKER).exists():
            raise Broken(f"{self.workspace.path} is not a workspace of the self-test")
        signed = KeysService(self.workspace, self.kdf, self.clock).sign_in(*SIGN_IN)
        for trouble in signed.troubles:
            raise KnownError(trouble)
        self.session = open_session(self.workspace, signed, self.clock)

    @property
    def _open(self) -> Session:
        assert self.session is not None
        return self.session

    def add_person(self) -> None:
        from peerdesk.features.people.service import PeopleService

        assert self._open.cabinet is not None
        people = PeopleService(self._open.cabinet)
        uid = people.add_person(PERSON)
        people.edit(uid, "phone", "555 0100")
        people.archive(uid)
        self._open.cabinet.undo()
        expect("people after undo", people.count(), 1)

    def hold_meeting(self) -> None:
        from peerdesk.features.meetings.service import MeetingsService
        from peerdesk.store.cabinet import Person

        assert self._open.cabinet is not None
        meetings = MeetingsService(self._open.cabinet, self._open.shelf)
        coming = meetings.next_meeting()
        if coming is None:
            raise Broken("no meeting is planned")
        expect("agenda minutes", sum(p.minutes for p in meetings.agenda(coming.uid)), 90)
        meetings.set_meeting(coming.uid, theme="Sleep", good_things="We laughed.")
        meetings.mark(coming.uid, bytes(Person.get().uid), "here")
        meetings.set_walk_ins(coming.uid, 2)
        meetings.close(coming.uid)

    def import_services(self) -> None:
        from peerdesk.features.directory.service import DirectoryService

        with tempfile.TemporaryDirectory(prefix="peerdesk-self-test-") as folder:
            _package(Path(folder))
            directory = DirectoryService(self._open.shelf)
            directory.import_package(Path(folder))
        expect("services found", len(directory.search("clinic")), 1)

    def write_note(self) -> None:
        from peerdesk.features.notes.service import NotesService

        NotesService(self._open.drawer).new_note(NOTE, "It works.")

    def lock(self) -> None:
        self._open.close()
        self.session = None

    def nothing_readable(self) -> None:
        for file in self.workspace.path.rglob("*"):
            if file.is_file():
                raw = file.read_bytes()
                for word in (PERSON, NOTE, SIGN_IN[0]):
                    if word.encode() in raw:
                        raise Broken(f"{file.name} holds plain words that should be encrypted")

    def compare(self) -> None:
        rows: dict[str, Any] = {
            "person": self._rows("cabinet", "SELECT name, phone FROM person"),
            "meeting": self._rows("cabinet", "SELECT theme, status, walk_ins FROM meeting"),
            "attendance": self._rows("cabinet", "SELECT status FROM attendance"),
            "service": self._rows("shelf", "SELECT name FROM service"),
            "note": self._rows("drawer", "SELECT title, body FROM note"),
        }
        expect("person", rows["person"], [(PERSON, "555 0100")])
        expect("meeting", rows["meeting"], [("Sleep", "closed", 2)])
        expect("attendance", rows["attendance"], [("here",)])
        expect("service", rows["service"], [(SERVICE,)])
        expect("note", rows["note"], [(NOTE, "It works.")])

    def _rows(self, kind: str, sql: str) -> list[tuple[object, ...]]:
        (place,) = (p for p in self._open.places if p.kind == kind)
        return place.rows(sql)


def _package(folder: Path) -> None:
    """A directory package of one service (HSDS 3.0, one CSV file per table)."""
    tables: dict[str, list[dict[str, str]]] = {
        "organizations": [{"id": "o1", "name": "Self-Test House", "description": "For tests"}],
        "services": [{"id": "s1", "organization_id": "o1", "name": SERVICE, "status": "active"}],
        "phones": [{"id": "p1", "service_id": "s1", "number": "555 0199"}],
    }
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
