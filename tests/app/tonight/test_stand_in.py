"""An evening without a key is never swallowed: it stays until its box really lies in the tray."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from peerdesk.app.tonight import stand_in
from peerdesk.app.tonight.stand_in import begin, hand_in, key_in, put
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid
from peerdesk.core.text import translate
from peerdesk.features.tonight.service import TonightService
from peerdesk.safe import seals
from peerdesk.safe.in_tray import MOST, Slip, open_box, seal
from peerdesk.store.evening import Plan
from peerdesk.store.evening_json import read_result
from peerdesk.store.in_tray import NoKey, NotKept, boxes
from peerdesk.store.place import Place
from peerdesk.store.shelf import CabinetCard, open_shelf
from peerdesk.store.tonight import open_tonight
from peerdesk.store.workspace import Workspace
from tests.features.tonight.conftest import plan_of

GROUP, PAIR = b"g" * 16, seals.new_keypair()
LABEL = translate("Test", "Test")


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "w")
    made.path.mkdir()
    return made


@pytest.fixture
def shelf(home: Workspace, clock: FixedClock) -> Iterator[Place]:
    place = open_shelf(home.shelf, clock, home.backups)
    with place.operation(LABEL):
        CabinetCard.create(uid=GROUP, file_id="f", generation=1, public_key=PAIR.public)
    yield place
    place.close()


@pytest.fixture
def plan() -> Plan:
    return replace(plan_of(stand_in=True), people=(), group=GROUP.hex())


def lying(shelf: Place, secret: bytes = PAIR.secret) -> list[Slip]:
    found = [open_box(secret, GROUP, box.box or b"") for box in boxes(shelf, GROUP)]
    return [slip for slip in found if slip is not None]


def runs(home: Workspace, clock: FixedClock, file_id: str, key: bytes) -> TonightService:
    service = TonightService(open_tonight(home.sheet(file_id), key, clock), clock)
    service.start()
    service.plus()
    service.end()
    return service


def plant(shelf: Place, uid: bytes, box: bytes, group: bytes = GROUP) -> None:
    shelf.database.connection().execute(
        "INSERT INTO in_tray(uid, group_uid, box) VALUES (?, ?, ?)", (uid, group, box)
    )


@pytest.mark.parametrize("group", [GROUP, b"o" * 16])
@pytest.mark.parametrize("box", [b"x" * 2096, b"", None])
def test_a_row_with_the_uid_of_the_sheet_swallows_no_evening(
    home: Workspace, shelf: Place, plan: Plan, clock: FixedClock, group: bytes, box: bytes | None
) -> None:
    """The uid is the name of the sheet's file: whoever sees the folder can put a row there."""
    file_id, key = begin(shelf, home, plan, "1357")
    uid = bytes.fromhex(file_id)
    forged = seal(PAIR.public, GROUP, uid, "slip", b"x") if box is None else box
    plant(shelf, uid, forged, group)
    plant(shelf, natural_uid("evening", uid), forged, group)
    service = runs(home, clock, file_id, key)
    shelf.close()
    hand_in(home, service, clock)
    again = open_shelf(home.shelf, clock, home.backups)
    evenings = [slip for slip in lying(again) if slip.kind == "evening"]
    assert [read_result(slip.data.decode()).head_count for slip in evenings] == [1]
    assert evenings[0].uid == uid
    assert [key_in(s.data) for s in lying(again) if s.kind == "sheet key"] == [(uid, key)]
    again.close()
    service._place.close()


def test_what_the_tray_turns_away_is_said_and_the_evening_stays(
    home: Workspace, shelf: Place, plan: Plan, clock: FixedClock
) -> None:
    file_id, key = begin(shelf, home, plan, "1357")
    service = runs(home, clock, file_id, key)
    shelf.database.connection().execute("CREATE UNIQUE INDEX one ON in_tray(group_uid)")
    shelf.close()
    with pytest.raises(NotKept):
        hand_in(home, service, clock)
    assert home.sheet(file_id).exists()
    service._place.close()


def test_a_key_that_is_not_kept_begins_nothing(home: Workspace, shelf: Place, plan: Plan) -> None:
    shelf.database.connection().execute(
        "CREATE TRIGGER no BEFORE INSERT ON in_tray BEGIN SELECT RAISE(IGNORE); END"
    )
    with pytest.raises(NotKept):
        begin(shelf, home, plan, "1357")
    assert not home.tonight.exists()


def test_the_box_is_for_the_key_the_shelf_tells_in_that_moment(
    shelf: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changed after the card could be read, before the box is put in: nobody can any more."""
    new = seals.new_keypair()
    real = stand_in.put_into

    def changes_first(place: Place, *rest: object) -> None:
        with place.operation(LABEL):
            CabinetCard.update(public_key=new.public).execute()
        real(place, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(stand_in, "put_into", changes_first)
    put(shelf, GROUP.hex(), b"s" * 16, "evening", b"how it went")
    assert lying(shelf) == []
    assert [slip.data for slip in lying(shelf, new.secret)] == [b"how it went"]


def test_without_a_tray_or_with_a_key_that_is_none_it_is_said(shelf: Place) -> None:
    with pytest.raises(KnownError, match="has no in-tray on this computer"):
        put(shelf, "00" * 16, b"s" * 16, "evening", b"x")
    with shelf.operation(LABEL):
        CabinetCard.update(public_key=bytes(32)).execute()
    with pytest.raises(NoKey):
        put(shelf, GROUP.hex(), b"s" * 16, "evening", b"x")
    assert boxes(shelf, GROUP) == ()


def test_more_than_fits_is_said_before_anything_is_put_in(
    home: Workspace, shelf: Place, plan: Plan, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_id, key = begin(shelf, home, plan, "1357")
    service = runs(home, clock, file_id, key)
    monkeypatch.setattr(stand_in, "write", lambda _result: "x" * (MOST + 1))
    with pytest.raises(KnownError, match="more than fits"):
        hand_in(home, service, clock)
    service._place.close()
