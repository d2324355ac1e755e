"""Whoever says that something is wrong is heard, and changes nothing by it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.directory import problems
from peerdesk.features.directory.calls.notes import Notes, notes
from peerdesk.features.directory.problems import ProblemsService
from peerdesk.safe import in_tray as safe_tray
from peerdesk.safe import seals
from peerdesk.store import in_tray
from peerdesk.store.cabinet import ListingProblem, open_cabinet
from peerdesk.store.in_tray import NoKey, Tray, TrayFull
from peerdesk.store.listing_reports import Report, read
from peerdesk.store.place import Place

Few = dict[str, bytes]
GROUP, PAIR = b"g" * 16, seals.new_keypair()


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "c.safe", bytes(range(32)), clock, tmp_path / "backups")
    yield place
    place.close()


def take_slips(shelf: Place, group: bytes = GROUP, name: str = "Tuesday Circle") -> None:
    run = shelf.database.connection().execute
    key = in_tray.OPEN + group.hex()
    run("INSERT INTO setting (uid, key, value) VALUES (?, ?, ?)", (group[::-1], key, name))
    run(
        "INSERT INTO cabinet_card (uid, file_id, generation, public_key) VALUES (?, ?, 1, ?)",
        (group, group.hex(), PAIR.public),
    )


def everything(shelf: Place) -> dict[str, list[tuple[object, ...]]]:
    """All rows that are not in the in-tray."""
    names = shelf.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {str(n): shelf.rows(f'SELECT * FROM "{n}"') for (n,) in names if n != "in_tray"}


def test_nobody_to_tell(shelf: Place, cabinet: Place) -> None:
    assert not ProblemsService(shelf, None).can_tell
    assert ProblemsService(shelf, cabinet).can_tell


def test_without_signing_in(shelf: Place, few: Few) -> None:
    take_slips(shelf)
    service = ProblemsService(shelf, None)
    (tray,) = service.trays()
    assert (tray.name, service.can_tell, service.at_once) == ("Tuesday Circle", True, False)
    before = everything(shelf)
    service.tell(few["clinic"], "Riverside Housing Clinic", tray=tray)
    service.tell(few["clinic"], "Riverside Housing Clinic", " Canary words ", tray)
    found = []
    for box in in_tray.boxes(shelf, GROUP):
        assert box.box is not None
        slip = safe_tray.open_box(PAIR.secret, GROUP, box.box)
        assert slip is not None
        assert slip.kind == "listing"
        found.append(read(slip.data))
    name = "Riverside Housing Clinic"
    assert found == [Report(few["clinic"], name), Report(few["clinic"], name, "Canary words")]
    assert everything(shelf) == before  # nothing that others read
    assert notes(shelf.database.connection(), few["clinic"]) == Notes()


def test_a_facilitator_is_heard_at_once(shelf: Place, cabinet: Place, few: Few) -> None:
    service = ProblemsService(shelf, cabinet)
    assert service.at_once
    service.tell(few["clinic"], "Riverside Housing Clinic", "They moved")
    assert notes(shelf.database.connection(), few["clinic"]) == Notes()
    service.tell(few["clinic"], "Riverside Housing Clinic")
    assert notes(shelf.database.connection(), few["clinic"]) == Notes(told=True)
    kept = [(p.words, p.source) for p in ListingProblem.select()]
    assert kept == [("They moved", "desk"), ("", "desk")]


def test_what_stands_in_the_way(shelf: Place, few: Few) -> None:
    take_slips(shelf)
    service = ProblemsService(shelf, None)
    with pytest.raises(NoKey):
        service.tell(few["clinic"], "Clinic", tray=Tray(GROUP, "", b"short"))
    (tray,) = service.trays()
    for _ in range(in_tray.MOST_BOXES - in_tray.KEPT_FREE):
        service.tell(few["clinic"], "Clinic", tray=tray)
    with pytest.raises(TrayFull):
        service.tell(few["clinic"], "Clinic", tray=tray)


def test_a_facilitator_who_cannot_be_heard_may_say_it_again(
    shelf: Place, cabinet: Place, few: Few, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise KnownError(translate("Test", "no room"))

    service = ProblemsService(shelf, cabinet)
    with monkeypatch.context() as patch:
        patch.setattr(problems, "show", full)
        with pytest.raises(KnownError, match="no room"):
            service.tell(few["clinic"], "Riverside Housing Clinic")
    assert ListingProblem.select().count() == 0
    service.tell(few["clinic"], "Riverside Housing Clinic")
    assert ListingProblem.select().count() == 1
