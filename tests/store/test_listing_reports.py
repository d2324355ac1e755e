"""A report about a listing says what was written, and is read strictly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.safe import in_tray, seals
from peerdesk.store.cabinet import ListingProblem, open_cabinet
from peerdesk.store.listing_reports import (
    MOST_LETTERS,
    MOST_NAME,
    Report,
    keep,
    plain_words,
    read,
    show,
    write,
)
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

UID = b"s" * 16
LABEL = translate("Test", "test")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "c.safe", bytes(range(32)), clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def shelf(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    connection = place.database.connection()
    connection.execute("INSERT INTO organization (id, uid, name) VALUES (1, ?, 'O')", (b"o" * 16,))
    sql = "INSERT INTO service (uid, organization_id, name) VALUES (?, 1, 'Warm Rooms')"
    connection.execute(sql, (UID,))
    yield place
    place.close()


@pytest.mark.parametrize(
    "report",
    [
        Report(UID, "Warm Rooms", "Nobody is there on Fridays."),
        Report(UID, "Warm Rooms"),
        Report(None, "", 'A "quoted" \\ word\nand a line'),
    ],
)
def test_what_is_written_is_read(report: Report) -> None:
    assert read(write(report)) == report


def test_what_is_too_long_is_cut_and_fits_the_small_box() -> None:
    for letter in ("\U0001f600", '"', "\\", "é", "\x00"):
        data = write(Report(UID, letter * 100, letter * 1_000))
        found = read(data)
        assert found is not None
        assert len(found.service) <= MOST_NAME
        assert len(found.words) <= MOST_LETTERS
        public = seals.new_keypair().public
        box = in_tray.seal(public, b"g" * 16, b"u" * 16, "listing", data)
        assert len(box) == in_tray.SIZES[0] + seals.SEAL_BYTES
    assert read(write(Report(None, "", "a\ud800b"))) == Report(None, "", "a b")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"words",
        b"[" * 5_000,
        b"[]",
        b'{"service": "", "name": ""}',
        b'{"service": "", "name": "", "words": 1}',
        b'{"service": "zz", "name": "", "words": ""}',
        b'{"service": "00ff", "name": "", "words": ""}',
        b'{"service": "", "name": "", "words": "%s"}' % (b"x" * (MOST_LETTERS + 1)),
        b'{"service": "", "name": "%s", "words": ""}' % (b"x" * (MOST_NAME + 1)),
    ],
)
def test_nothing_else_is_a_report(data: bytes) -> None:
    assert read(data) is None


def test_words_alone() -> None:
    assert plain_words(b"The number is old") == Report(None, "", "The number is old")
    for data in (b"\xff", b" \n", b"x" * 501):
        assert plain_words(data) is None


def test_it_is_kept_once(cabinet: Place, clock: FixedClock) -> None:
    for _ in range(2):
        with cabinet.operation(LABEL):
            keep(cabinet, b"k" * 16, Report(UID, "Warm Rooms", " It moved. "), "tray")
    one = ListingProblem.get()
    assert (bytes(one.service_uid), one.service_words, one.words) == (
        UID,
        "Warm Rooms",
        "It moved.",
    )
    assert (one.source, one.told_at, one.done_at) == ("tray", clock.now_ms(), None)
    assert ListingProblem.select().count() == 1


def test_everyone_is_told_of_a_number_alone(shelf: Place) -> None:
    assert not show(shelf, b"k" * 16, Report(UID, "Warm Rooms", "Ana says it moved"))
    assert not show(shelf, b"k" * 16, Report(None, "Warm Rooms"))
    assert not show(shelf, b"k" * 16, Report(b"?" * 16, "Gone"))
    assert shelf.rows("SELECT count(*) FROM service_check") == [(0,)]
    for _ in range(2):
        assert show(shelf, b"k" * 16, Report(UID, "Warm Rooms"))
    found = shelf.rows("SELECT service_uid, how, result, words FROM service_check")
    assert found == [(UID, "told", "", "")]
