"""PeerDesk for the bench of the lock: a realistic group, written to and copied without a pause.

usage: busy_desk.py --make FOLDER | busy_desk.py ARGUMENTS OF PEERDESK

``--make`` fills the made-up group with 30 people and 4,000 services. Otherwise it is PeerDesk, but
whoever is signed in has just changed all three places, and a copy of everything is always on its
way, so that a lock comes at the worst moment.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from peerdesk.app.demo import open_demo
from peerdesk.app.session import open_session
from peerdesk.app.signed_in import SignedInDesk
from peerdesk.app.start import main
from peerdesk.core.clock import Clock
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.notes.service import NotesService
from peerdesk.features.people.service import PeopleService
from peerdesk.store.workspace import Workspace
from peerdesk.ui.jobs import Job

sys.path.insert(0, str(Path(__file__).parent))
from synthetic import write_package

PEOPLE, SERVICES = 30, 4_000


def make(path: Path) -> int:
    """The group of the demo, with ``PEOPLE`` more people and ``SERVICES`` services."""
    clock, workspace = Clock(), Workspace(path)
    session = open_session(workspace, open_demo(workspace, None, clock), clock)
    assert session.cabinet is not None
    for number in range(PEOPLE):
        PeopleService(session.cabinet).add_person(f"Person {number}")
    with tempfile.TemporaryDirectory() as folder:
        write_package(Path(folder), SERVICES)
        DirectoryService(session.shelf).import_package(Path(folder))
    session.close()
    return 0


def _settle(desk: SignedInDesk) -> None:
    _SETTLE(desk)
    assert desk.session.cabinet is not None
    PeopleService(desk.session.cabinet).add_person("Late")
    NotesService(desk.session.drawer).new_note("Late", "Written a moment ago.")
    DirectoryService(desk.session.shelf).add_service("Late")

    def copy(job: Job) -> None:
        desk.copies.service.make_here(job.check)

    def again(_nothing: object = None) -> None:
        desk.context.jobs.start(copy, again, again)

    again()


_SETTLE = SignedInDesk.settle

if __name__ == "__main__":
    if sys.argv[1] == "--make":
        sys.exit(make(Path(sys.argv[2])))
    SignedInDesk.settle = _settle  # type: ignore[method-assign]
    sys.exit(main(sys.argv[1:], None, [sys.executable, __file__]))
