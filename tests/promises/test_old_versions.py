"""Every released version's workspace opens, for ever: one frozen folder per version.

Never change a frozen folder. A new one is made from a new release by what stands at the end.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peerdesk.app.session import open_session
from peerdesk.core.clock import FixedClock
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.keys.service import KeysService
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.features.notes.service import NotesService
from peerdesk.features.people.service import PeopleService
from peerdesk.safe import recovery, seals
from peerdesk.safe.kdf import REAL, Kdf, KdfParams
from peerdesk.store.workspace import Workspace
from tests.promises import house as at_home
from tests.promises.house import NOON, ROOT, make_house

FROZEN = ROOT / "tests" / "fixtures"

# Whoever wants to look inside: the name and the password of every frozen workspace, and the
# recovery parts of each (any two).
NAME, PASSWORD = "Zwilhelmine Quarkfeder", "quokka-zither-umbrella canary"
PARTS = {
    path.name: (path / "parts.txt").read_text("utf-8").splitlines() for path in FROZEN.glob("*.*.*")
}


@pytest.fixture(params=sorted(PARTS))
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Workspace:
    copy = tmp_path / "Gruppe für alle"
    shutil.copytree(FROZEN / request.param / "workspace", copy)
    (copy / "backups").mkdir(exist_ok=True)  # git keeps no empty folders
    return Workspace(copy)


def test_there_is_one_for_every_version_so_far() -> None:
    assert "0.1.0" in PARTS


def test_it_opens_with_name_and_password_and_holds_what_it_held(workspace: Workspace) -> None:
    clock = FixedClock(NOON, "Europe/London")
    # The product's own bounds: the frozen key file has the least price the product takes.
    signed = KeysService(workspace, REAL, clock).sign_in(NAME, PASSWORD)
    assert not signed.troubles
    session = open_session(workspace, signed, clock)
    try:
        assert session.cabinet is not None
        people = PeopleService(session.cabinet)
        (found,) = people.find("Ostraw")
        detail = people.detail(found.uid)
        assert (detail["name"], detail["phone"]) == ("Ostrawina Blaubart", "07700 900777")
        (held,) = MeetingsService(session.cabinet, session.shelf).held(5)
        assert (held.theme, held.closed) == ("Nachtpfauenauge", True)
        directory = DirectoryService(session.shelf)
        assert len(directory.search("soup kitchen")) == 1
        notes = NotesService(session.drawer)
        (note,) = notes.ids("Kolibri")
        assert [row.title for row in notes.rows([note])] == ["Zikadenlied"]
        # And it can be written in.
        people.add_person("Somebody new")
        notes.new_note("New", "written by today's version")
        assert people.count() == 2
    finally:
        session.close()


def test_its_recovery_parts_open_its_seals(workspace: Workspace, request) -> None:
    parts = PARTS[request.node.callspec.params["workspace"]]
    pair = recovery.recovery_keypair(recovery.combine(parts[1:3]))
    (path,) = workspace.groups.glob("*.seals")
    group = at_home.rows(workspace.shelf, None, "SELECT uid FROM cabinet_card")[0][0]
    key = seals.open_seals(path, group, pair.secret).cabinet_key
    assert at_home.rows(path.with_suffix(".safe"), key, "SELECT name FROM person") == [
        ("Ostrawina Blaubart",)
    ]


def freeze(version: str) -> None:
    """Make the frozen folder of a release: ``python -c "from tests.promises.test_old_versions
    import freeze; freeze('1.2.3')"``, once, in a checkout of that release."""
    least = KdfParams(64 * 1024, 3)
    floor = Kdf(REAL.bounds, least, target_seconds=0.0)
    house = make_house(FROZEN / version / "workspace", kdf=floor)
    (FROZEN / version / "parts.txt").write_text("\n".join(house.made.parts) + "\n", "utf-8")
