"""Import of whole packages, tidy and untidy, and taking them back."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from packages import Write, column, dump, found, plain
from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.exchange import hsds, reading
from peerdesk.exchange.hsds import import_package, undo_batch
from peerdesk.exchange.prepared import interruptible
from peerdesk.store.connection import Connection, DiskFull
from peerdesk.store.place import Place

STANDARDS = Path(__file__).parents[3] / "shared" / "standards"


def test_a_tidy_package(shelf: Place, job: Connection, package: Write) -> None:
    told: list[tuple[int, int]] = []
    result = import_package(job, package(plain()), 5, lambda d, w: told.append((d, w)))
    assert (result.services, result.left_out, result.noted) == (2, 0, 0)
    assert result.added == 10
    assert told == sorted(told)
    assert told[-1] == (1000, 1000)
    assert found(shelf, "mill") == ["Housing Clinic"]
    assert found(shelf, "riverside") == ["Food Bank", "Housing Clinic"]
    assert found(shelf, "xfree") == ["Housing Clinic"]
    row = shelf.rows("SELECT opens_at, closes_at, maybe_days, opens_minute FROM schedule")
    assert row == [("09:00", "17:00", 3, 540)]
    batch = shelf.rows("SELECT source, started_at, services, added, undone_at FROM import_batch")
    assert batch == [("package", 5, 2, 10, None)]


def test_the_same_again_changes_nothing(shelf: Place, job: Connection, package: Write) -> None:
    path = package(plain())
    import_package(job, path, 1)
    before = dump(shelf)
    again = import_package(job, path, 2)
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
    assert dump(shelf) == before


def test_the_older_form(shelf: Place, job: Connection, package: Write) -> None:
    tables = {
        "organizations": [{"id": "o", "name": "Org", "url": "example.org"}],
        "services": [
            {
                "id": "s",
                "organization_id": "o",
                "name": "Advice",
                "fees": "None",
                "application_process": "By appointment only",
                "taxonomy_ids": "t1, t2,,t1",
            },
        ],
        "eligibility": [
            {"id": "e", "service_id": "s", "eligibility": "adult"},
            {"id": "f", "service_id": "s", "eligibility": "veteran"},
            {"id": "f", "service_id": "", "eligibility": "nobody"},
        ],
        "taxonomy": [
            {"id": "t1", "name": "Immigration", "parent_id": "t0", "vocabulary": "V"},
        ],
        "services_taxonomy": [{"id": "", "service_id": "s", "taxonomy_id": "t1"}],
        "locations": [
            {"id": "l", "name": "House", "latitude": "51,5", "longitude": ""},
            {"id": "m", "name": "Refuge", "description": "Confidential location"},
            {"id": "n", "name": "Other refuge"},
        ],
        "services_at_location": [{"id": "x", "service_id": "s", "location_id": "l"}],
        "physical_addresses": [
            {"id": "a", "location_id": "l", "address_1": "1 Road", "city": "Town"},
            {"id": "b", "location_id": "n", "address_1": "address withheld", "city": "Town"},
        ],
        "postal_addresses": [{"id": "c", "location_id": "l", "address_1": "PO Box", "city": "T"}],
        "accessibility_for_disabilities": [
            {"id": "d", "location_id": "l", "accessibility": "wheelchair", "details": "ramp"}
        ],
        "regular_schedules": [
            {"id": "", "service_id": "s", "weekday": "1", "opens_at": "9:00am", "closes_at": "5pm"},
            {
                "id": "",
                "service_id": "s",
                "weekday": "Tuesday",
                "opens_at": "closed",
                "closes_at": "",
            },
            {
                "id": "",
                "service_id": "s",
                "weekday": "3",
                "opens_at": "by arrangement",
                "closes_at": "",
            },
        ],
        "holiday_schedules": [
            {
                "id": "h",
                "service_id": "s",
                "closed": "true",
                "start_date": "2026-12-24",
                "end_date": "2026-12-26",
                "opens_at": "",
                "closes_at": "",
            }
        ],
        "languages": [
            {"id": "g", "service_id": "s", "language": "en, es", "note": "ask"},
            {"id": "g2", "service_id": "s", "language": "Somali", "note": ""},
        ],
        "cost_options": [{"id": "k", "service_id": "s", "amount": "0", "option": ""}],
    }
    result = import_package(job, package(tables), 1)
    assert result.problems == ()
    (row,) = shelf.rows(
        "SELECT fees_description, eligibility_description, by_appointment, free, category"
        " FROM service"
    )
    assert row == ("", "adult; veteran", 1, 1, "rights newcomers")
    assert shelf.rows("SELECT website FROM organization") == [("example.org",)]
    assert shelf.rows(
        "SELECT latitude, longitude, step_free, hide_address FROM location ORDER BY id"
    ) == [(51.5, None, 1, 0), (None, None, 0, 1), (None, None, 0, 1)]
    assert shelf.rows("SELECT byday, freq, opens_at, closes_at, maybe_days, closed FROM schedule"
                      " ORDER BY closed, id") == [
        ("MO", "WEEKLY", "09:00", "17:00", 1, 0),
        ("WE", "WEEKLY", "by arrangement", "", 0, 0),
        ("", "", "", "", 0, 1),
    ]  # fmt: skip
    assert column(shelf, "SELECT name FROM language ORDER BY name") == [
        "English", "Somali", "Spanish",
    ]  # fmt: skip
    assert column(shelf, "SELECT address_type FROM address ORDER BY id") == [
        "physical", "physical", "postal",
    ]  # fmt: skip
    assert column(shelf, "SELECT count(*) FROM service_taxonomy") == [1]
    assert found(shelf, "immigration") == ["Advice"]


def test_row_by_row_gives_what_lots_give(
    tmp_path: Path, shelf: Place, job: Connection, package: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = package(plain())
    import_package(job, path, 1)
    quick = dump(shelf)
    undo_batch(job, 1, 2)
    monkeypatch.setattr("peerdesk.exchange.rows.Maker._quick", lambda *_: False)
    import_package(job, path, 3)
    slow = dump(shelf)
    assert {t: [r.replace(", 2", ", 1") for r in rows] for t, rows in slow.items()} == {
        t: [r.replace(", 2", ", 1") for r in rows] for t, rows in quick.items()
    }


@pytest.mark.parametrize("moment", range(1, 28, 3))
def test_cancelled_at_any_moment_nothing_has_changed(
    shelf: Place,
    job: Connection,
    package: Write,
    moment: int,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(reading, "LOT", 1)
    before = dump(shelf)
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked >= moment

    path = package(plain())
    with pytest.raises(Cancelled):
        import_package(job, path, 1, cancelled=cancelled)
    assert dump(shelf) == before
    assert list((tmp_path / "temp").iterdir()) == []
    assert column(shelf, "SELECT count(*) FROM import_batch") == [0]
    assert import_package(job, path, 1).services == 2


def test_undo_can_be_cancelled(shelf: Place, job: Connection, package: Write) -> None:
    result = import_package(job, package(plain()), 1)
    before = dump(shelf)
    with pytest.raises(Cancelled):
        undo_batch(job, result.batch, 2, lambda: True)
    assert dump(shelf) == before


def test_a_long_statement_can_be_cancelled(job: Connection) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    with pytest.raises(Cancelled), interruptible(job, lambda: True):
        job.execute(endless).fetchall()
    with pytest.raises(sqlcipher.OperationalError), interruptible(job, lambda: False):
        job.execute("SELECT * FROM nothing")


def test_ready_is_called_before_anything_changes(
    shelf: Place, job: Connection, package: Write
) -> None:
    seen: list[object] = []
    import_package(
        job,
        package(plain()),
        1,
        ready=lambda: seen.append(column(shelf, "SELECT count(*) FROM service")),
    )
    assert seen == [[0]]


def test_when_something_else_is_writing(shelf: Place, job: Connection, package: Write) -> None:
    job.execute("PRAGMA busy_timeout = 1")
    shelf.database.connection().execute("BEGIN IMMEDIATE")
    with pytest.raises(KnownError, match="Something else is being saved"):
        import_package(job, package(plain()), 1)
    with pytest.raises(KnownError, match="Something else is being saved"):
        undo_batch(job, 1, 1)
    shelf.database.connection().execute("ROLLBACK")


def test_a_full_disk(
    shelf: Place, job: Connection, package: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = plain()
    tables["services"] += [
        {"id": f"m{n}", "organization_id": "o1", "name": f"Filler {n}", "description": "x" * 900}
        for n in range(400)
    ]
    path = package(tables)
    before = dump(shelf)
    pages = job.execute("PRAGMA page_count").fetchone()[0]
    job.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        import_package(job, path, 1)
    job.execute("PRAGMA max_page_count = 1000000")
    assert dump(shelf) == before

    def no_room(*_args: object, **_more: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", no_room)
    with pytest.raises(DiskFull):
        import_package(job, path, 1)


def test_the_collector_is_left_as_it_was(
    job: Connection, package: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gc

    gc.disable()
    import_package(job, package(plain()), 1)
    assert not gc.isenabled()
    gc.enable()
    import_package(job, package(plain()), 1)
    assert gc.isenabled()


@pytest.mark.parametrize("name", ["hsds-3.0/examples/csv", "hsds-1.1-sample"])
def test_the_official_samples(shelf: Place, job: Connection, name: str) -> None:
    if not (STANDARDS / name).is_dir():
        pytest.skip("the standards' samples are not here")
    empty = dump(shelf)
    result = import_package(job, STANDARDS / name, 1)
    assert result.services == {"hsds-1.1-sample": 13}.get(name, 1)
    assert result.left_out <= 1
    hsds.settle(job)
    undo_batch(job, result.batch, 2)
    assert dump(shelf) == empty
