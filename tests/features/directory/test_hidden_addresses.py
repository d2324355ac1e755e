"""An address that is not to be known stands nowhere: not on the screen, on paper, in a search, in a
code for the phone, nor in anything that is given away."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.core import scan_code
from peerdesk.core.clock import FixedClock
from peerdesk.exchange.hsds_export import export_package
from peerdesk.exchange.pack import make_pack
from peerdesk.features.directory import near, words
from peerdesk.features.directory.calls import words as calls_words
from peerdesk.features.directory.calls.service import CheckingService
from peerdesk.features.directory.finding import Filters
from peerdesk.features.directory.near import Spot
from peerdesk.features.directory.paper import documents
from peerdesk.features.directory.paper.entries import Maker
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.cabinet import open_cabinet
from peerdesk.store.listing_reports import Report, write
from peerdesk.store.place import Place
from peerdesk.ui.reader import Reader

STREET, ROOM, CODE, WAY_IN = "Zzcanary Street 9", "Qqcanary Flat", "XXCANARY 7", "Wwcanary ramp"
SPOT = (51.987654, -0.123456)
CANARIES = ("canary", "51.98", "0.1234")


@pytest.fixture
def hidden(shelf: Place, service: DirectoryService) -> bytes:
    """A shelter whose own words tell where it is, in every field a package could bring."""
    told = f"Come to {STREET.upper()}, please"
    uid = service.add_service(
        "Night Shelter",
        organization="Shelter Network",
        phone="555 0100",
        address=STREET,
        description=f"A bed tonight. {told}.",
        hours=[("MO,TU", "18:00", "08:00")],
        eligibility=told,
        when_you_ring=told,
        fees=told,
        access=WAY_IN,
        hide_address=True,
    )
    run = shelf.database.connection().execute
    run("UPDATE address SET address_2 = ?, postal_code = ?, city = 'Riverside'", (ROOM, CODE))
    run(
        "UPDATE location SET latitude = ?, longitude = ?, name = ?, description = ?,"
        " transportation = ?",
        (*SPOT, STREET, told, told),
    )
    run("UPDATE service SET application_process = ?, alert = ?", (told, told))
    run("UPDATE schedule SET description = ?, notes = ?", (told, told))
    for name in ("Open House", "Soup Kitchen"):
        service.add_service(name, phone="555 1", address="1 High Street")
    return uid


def screen(service: DirectoryService, uid: bytes, clock: FixedClock) -> Iterator[str]:
    detail = service.detail(uid)
    assert detail is not None
    assert detail.hidden
    yield repr(detail)
    yield repr(service.rows(service.search()))
    yield words.where_words(detail)
    yield repr(words.parts(detail))
    yield words.spoken(detail)


def image(payload: str, said: str, points: int) -> str:
    """A code for the phone, as the words it holds."""
    return f"{payload} {said} {points}"


def paper(service: DirectoryService, uid: bytes, clock: FixedClock) -> Iterator[str]:
    detail = service.detail(uid)
    assert detail is not None
    reader = Reader()
    for code in ("phone", "page", "none"):
        entry = Maker(reader, lambda _ms: date(2026, 11, 24), code).entry(detail)
        yield repr(entry)
        yield entry.code
        yield documents.handouts([entry], reader, image, lambda _page: True)
        yield documents.handouts([entry], reader, image, lambda _page: False)
        yield documents.booklet([entry], reader, image, documents.Cover("", ""))
        yield documents.cards_text([documents.card(entry)], image)
        yield documents.spoken([entry], reader)
    yield scan_code.ring(detail.phones[0].number)


def given_away(shelf: Place, folder: Path) -> Iterator[str]:
    connection = shelf.another()
    export_package(connection, folder / "out", 0)
    for file in (folder / "out").iterdir():
        yield file.read_text("utf-8")
    export_package(connection, folder / "out.zip", 0)
    make_pack(connection, folder / "pack.zip", "Centre", 0)
    connection.close()
    for name in ("out.zip", "pack.zip"):
        with zipfile.ZipFile(folder / name) as archive:
            for member in archive.namelist():
                yield archive.read(member).decode("utf-8")


def leaks(every: Iterator[str]) -> list[str]:
    found = [words.lower() for words in every]
    assert any("night shelter" in one for one in found), "nothing was looked at"
    return [f"{c} in {one[:2000]}" for one in found for c in CANARIES if c in one]


def test_on_the_screen(service: DirectoryService, hidden: bytes, clock: FixedClock) -> None:
    assert leaks(screen(service, hidden, clock)) == []


def test_on_paper(
    qtbot: QtBot, service: DirectoryService, hidden: bytes, clock: FixedClock
) -> None:
    assert leaks(paper(service, hidden, clock)) == []


def test_on_the_list_to_ring(
    tmp_path: Path, shelf: Place, service: DirectoryService, hidden: bytes, clock: FixedClock
) -> None:
    cabinet = open_cabinet(tmp_path / "c.safe", bytes(range(32)), clock, tmp_path / "backups")
    rows = [
        (call, detail)
        for call in CheckingService(shelf, cabinet).calls()
        if (detail := service.detail(call.uid)) is not None
    ]
    cabinet.close()
    lines = (calls_words.row_words(call, detail, clock) for call, detail in rows)
    assert leaks(iter([calls_words.sheet_html(rows, clock), *lines])) == []
    assert leaks(iter([write(Report(hidden, "Night Shelter")).decode()])) == []


def test_in_what_is_given_away(tmp_path: Path, shelf: Place, hidden: bytes) -> None:
    assert leaks(given_away(shelf, tmp_path)) == []


def test_in_no_search(service: DirectoryService, shelf: Place, hidden: bytes) -> None:
    run = shelf.database.connection().execute
    run("UPDATE service SET description = '', eligibility_description = '', when_you_ring = ''")
    service.set_hidden(hidden, True)
    for typed in (STREET, "zzcanary", "zzcanarry", ROOM, CODE, "xxcanary"):
        assert service.search(typed) == [], typed
        assert near.places(shelf.database.connection(), typed) == []
    assert near.places(shelf.database.connection(), "Riverside") == []
    spot = Spot("here", *SPOT)
    rows = service.rows(service.search("", Filters(near=spot)), spot)
    assert all(row.kilometres is None for row in rows)


def test_what_is_not_hidden_is_shown(service: DirectoryService, hidden: bytes) -> None:
    service.set_hidden(hidden, False)
    detail = service.detail(hidden)
    assert detail is not None
    assert STREET in detail.where[0]
    assert detail.access == WAY_IN
    assert STREET.upper() in detail.description
