"""A running meeting on a sheet of its own, with 12 minutes of life behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peerdesk.app.tonight.process import TonightDesk
from peerdesk.app.tonight.sheets import Sheets
from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.store.cabinet import Group, open_cabinet
from peerdesk.store.place import Place
from peerdesk.store.workspace import Workspace
from peerdesk.ui import theme
from tests.app.tonight.left_sheets import KEY as CABINET_KEY
from tests.app.tonight.left_sheets import Taking
from tests.app.tonight.played import Computer, Hands, Seat
from tests.features.tonight.conftest import KEY, SHEET, START, plan_of


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(START, "Europe/London")


@pytest.fixture
def sheet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = new_sheet(tmp_path / "t.safe", KEY, plan_of(), clock, sheet_uid=SHEET, code="2468")
    yield place
    place.close()


@pytest.fixture
def service(sheet: Place, clock: FixedClock) -> TonightService:
    """In its round: Ana speaks, Bo and Priya come next."""
    service = TonightService(sheet, clock)
    service.start()
    for person in ("a1", "b2", "p6"):
        service.here(person, "phone" if person == "p6" else "here")
    for _item in range(2):
        clock.advance(minutes=5)
        service.next()
    service.set_words("Ana spoke of the letter")
    return service


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def computer(monkeypatch) -> Computer:
    made = Computer()
    monkeypatch.setattr(TonightDesk, "system", made)
    return made


@pytest.fixture
def seat(qapp, qtbot, monkeypatch, tmp_path: Path, hands: Hands, computer) -> Iterator[Seat]:
    made = Seat(qapp, qtbot, monkeypatch, tmp_path / "w", hands)
    yield made
    made.leave()
    theme.apply(qapp)


# -- a cabinet and its sheets ----------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "w")


@pytest.fixture
def cabinet(home: Workspace, clock: FixedClock) -> Iterator[Place]:
    home.groups.mkdir(parents=True)
    place = open_cabinet(home.groups / "g.safe", CABINET_KEY, clock, home.backups)
    with place.operation(translate("Test", "Make a group")):
        some = bytes(32)
        Group.create(
            uid=bytes(16), name="Circle", public_key=some, secret_key=some, recovery_public=some
        )
    yield place
    place.close()


@pytest.fixture
def taking() -> Taking:
    return Taking()


@pytest.fixture
def kept(home: Workspace, cabinet: Place, clock: FixedClock, taking: Taking) -> Sheets:
    return Sheets(home, cabinet, clock, taking.merge, taking.handed.append)
