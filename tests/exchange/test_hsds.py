"""Import of whole packages, tidy and untidy, and taking them back."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from packages import Write, dump, plain
from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.exchange import hsds, reading
from peerdesk.exchange.hsds import import_package, undo_batch
from peerdesk.store.connection import Connection, DiskFull
from peerdesk.store.directory import refresh
from peerdesk.store.place import Place

STANDARDS = Path(__file__).parents[3] / "shared" / "standards"


def said(result: hsds.Result) -> list[tuple[str, int, str, bool]]:
    return [(p.file, p.row, str(p.text), p.left_out) for p in result.problems]


def column(shelf: Place, sql: str) -> list[object]:
    return [row[0] for row in shelf.rows(sql)]


def found(shelf: Place, words: str) -> list[object]:
    return column(
        shelf,
        "SELECT s.name FROM service_search AS x JOIN service AS s ON s.id = x.rowid"
        f" WHERE service_search MATCH '{words}' ORDER BY s.name",
    )


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


def test_a_newer_package_updates_and_can_be_taken_back(
    shelf: Place, job: Connection, package: Write
) -> None:
    empty = dump(shelf)
    first = import_package(job, package(plain()), 1)
    job.execute(
        "UPDATE service SET when_you_ring = 'Ask for Jo', category = 'work',"
        " category_by_hand = 1 WHERE name = 'Housing Clinic'"
    )
    refresh(job, "1")
    before, searched = dump(shelf), found(shelf, "evict* OR legal")
    tables = plain()
    tables["services"][0] |= {"name": "Legal Clinic", "description": "New words", "url": "x.org"}
    tables["organizations"].append(
        {"id": "o2", "name": "Parent", "description": "", "parent_organization_id": ""}
    )
    tables["organizations"][0]["parent_organization_id"] = "o2"
    tables["schedules"] = [
        {"id": "h2", "service_id": "s1", "byday": "FR", "opens_at": "9:00", "closes_at": "10:00"}
    ]
    tables["phones"][1]["number"] = "555 0000"
    tables["addresses"][0]["city"] = "Eastford"
    second = import_package(job, package(tables), 2)
    assert (second.changed, second.removed) == (4, 1)
    assert found(shelf, "legal") == ["Legal Clinic"]
    assert found(shelf, "eastford") == ["Legal Clinic"]
    assert found(shelf, "housing") == []
    (row,) = shelf.rows("SELECT when_you_ring, category FROM service WHERE name = 'Legal Clinic'")
    assert row == ("Ask for Jo", "work")
    assert column(shelf, "SELECT byday FROM schedule") == ["FR"]
    assert column(
        shelf,
        "SELECT p.name FROM organization AS o JOIN organization AS p"
        " ON p.id = o.parent_organization_id",
    ) == ["Parent"]
    with pytest.raises(KnownError, match="cannot be taken back"):
        undo_batch(job, first.batch, 3)
    undo_batch(job, second.batch, 3)
    assert dump(shelf) == before
    assert found(shelf, "evict* OR legal") == searched
    assert found(shelf, "eastford") == []
    job.execute("UPDATE service SET when_you_ring = ''")
    undo_batch(job, first.batch, 4)
    assert dump(shelf) == empty
    assert column(shelf, "SELECT undone_at FROM import_batch ORDER BY id") == [4, 3]
    assert column(shelf, "SELECT count(*) FROM import_before") == [0]
    with pytest.raises(KnownError, match="cannot be taken back"):
        undo_batch(job, first.batch, 5)


def test_what_was_written_here_stays(shelf: Place, job: Connection, package: Write) -> None:
    result = import_package(job, package(plain()), 1)
    job.execute(
        "INSERT INTO service(uid, organization_id, name) SELECT x'01', id, 'Ours' FROM organization"
    )
    job.execute(
        "INSERT INTO phone(uid, service_id, number) SELECT x'02', id, '1' FROM service"
        " WHERE name = 'Housing Clinic'"
    )
    tables = plain()
    tables["phones"] = [{"id": "p9", "service_id": "s1", "number": "555 9"}]
    import_package(job, package(tables), 2)
    numbers = "SELECT number FROM phone AS p JOIN service AS s ON s.id = p.service_id"
    assert sorted(map(str, column(shelf, f"{numbers} WHERE s.name = 'Housing Clinic'"))) == [
        "1", "555 9",
    ]  # fmt: skip
    undo_batch(job, result.batch + 1, 3)
    undo_batch(job, result.batch, 3)
    assert column(shelf, "SELECT name FROM service") == ["Ours"]
    assert shelf.rows("SELECT name, batch_id FROM organization") == [("Riverside Trust", None)]


def test_only_the_newest_imports_are_remembered(
    shelf: Place, job: Connection, package: Write
) -> None:
    tables = plain()
    batches = []
    for number in range(7):
        tables["services"][0]["description"] = f"Version {number}"
        batches.append(import_package(job, package(tables), number).batch)
    assert column(shelf, "SELECT count(DISTINCT batch_id) FROM import_before") == [5]
    for batch in reversed(batches[2:]):
        undo_batch(job, batch, 9)
    with pytest.raises(KnownError):
        undo_batch(job, batches[1], 9)


def test_a_small_import_into_a_large_shelf(shelf: Place, job: Connection, package: Write) -> None:
    many = plain()
    many["services"] += [
        {"id": f"m{n}", "organization_id": "o1", "name": f"Filler {n}"} for n in range(40)
    ]
    import_package(job, package(many), 1)
    few = plain()
    few["services"] = [{"id": "s2", "organization_id": "o1", "name": "Bread Bank"}]
    result = import_package(job, package({"services": few["services"]}, name="package"), 2)
    assert found(shelf, "bread") == ["Bread Bank"]
    assert found(shelf, "food") == ["Bread Bank"], "a column the package lacks stays as it is"
    undo_batch(job, result.batch, 3)
    assert found(shelf, "bread") == []
    assert "Food Bank" in found(shelf, "food")


def test_an_untidy_package(shelf: Place, job: Connection, package: Write) -> None:
    tables = {
        "organizations": [
            {"id": "", "name": "No Id", "description": "x"},
            {"id": "o1", "name": "", "description": "Nobody"},
            {"id": "o2", "name": "Two", "description": ""},
            {"id": "o2", "name": "Two", "description": ""},
        ],
        "services": [
            {"id": "1", "organization_id": "o2", "name": "First", "odd column": "?"},
            {"id": "1", "organization_id": "o2", "name": "Other", "odd column": ""},
            {"id": "1", "organization_id": "o2", "name": "Other", "odd column": ""},
            {"id": "", "organization_id": "", "name": "Alone"},
            {"id": "", "organization_id": "", "name": "Alone"},
            {"id": "5", "organization_id": "gone", "name": "Dangling"},
            {"id": "6", "organization_id": "o2", "name": ""},
            {"id": "Seven", "organization_id": "O2", "name": "Capitals"},
            {"id": "", "organization_id": "", "name": ""},
        ],
        "phones": [
            {"id": "p1", "service_id": "1", "number": ""},
            {"id": "p2", "service_id": "gone", "number": "1"},
            {"id": "p3", "service_id": "", "number": "2"},
            {"id": "p4", "service_id": "SEVEN", "number": "3"},
            {"id": "p4", "service_id": "SEVEN", "number": "3"},
        ],
        "attributes": [
            {"id": "t", "link_id": "1", "link_entity": "service", "taxonomy_term_id": "none"},
            {"id": "u", "link_id": "9", "link_entity": "location", "taxonomy_term_id": "none"},
        ],
        "mystery": [{"a": 1}],
        "contacts": [{"foo": "bar"}],
    }
    result = import_package(job, package(tables), 1)
    assert result.services == 5
    names = column(shelf, "SELECT name FROM service ORDER BY name")
    assert names == ["Alone", "Capitals", "Dangling", "First", "Other"]
    assert column(shelf, "SELECT name FROM organization ORDER BY name") == [
        "Alone", "Dangling", "No Id", "Two",
    ]  # fmt: skip
    assert column(shelf, "SELECT number FROM phone") == ["3"]
    assert result.not_kept == ("mystery.csv",)
    listed = said(result)
    assert (result.left_out, result.noted) == (8, 2)
    assert ("organizations.csv", 3, "The organization has no name.", True) in listed
    assert ("services.csv", 8, "The service has no name.", True) in listed
    assert ("phones.csv", 2, "There is no phone number in it.", True) in listed
    assert ("phones.csv", 4, "It does not say what it belongs to.", True) in listed
    assert any(
        f == "phones.csv" and r == 3 and "not in the package (gone)" in t for f, r, t, _ in listed
    )
    assert any(r == 3 and "same id (1)" in t for _, r, t, left in listed if not left)
    assert any(r == 7 and "organization (gone)" in t for _, r, t, left in listed if not left)
    assert any(f == "attributes.csv" and "other than a service" in t for f, _, t, _ in listed)
    assert any(f == "contacts.csv" and "headings" in t for f, _, t, _ in listed)
    assert import_package(job, package(tables), 2).added == 0


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
    assert said(result) == []
    (row,) = shelf.rows(
        "SELECT fees_description, eligibility_description, by_appointment, free, category"
        " FROM service"
    )
    assert row == ("", "adult; veteran", 1, 1, "rights")
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


def test_encodings_and_shapes(shelf: Place, job: Connection, package: Write) -> None:
    raw = {
        "services.csv": "id;name;description\r\n1;Café\\nBar;NULL\r\n2;  Zwei  ;\r\n".encode(
            "cp1252"
        ),
        "phones.tsv": "id\tservice_id\tnumber\n1\t1\t555\n".encode("utf-16"),
    }
    result = import_package(job, package(raw=raw, zipped="x.zip", inside="nested/"), 1)
    assert result.services == 2
    assert shelf.rows("SELECT name, description FROM service ORDER BY id") == [
        ("Café\nBar", ""), ("Zwei", ""),
    ]  # fmt: skip
    assert column(shelf, "SELECT number FROM phone") == ["555"]


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
    with pytest.raises(Cancelled), hsds._interruptible(job, lambda: True):
        job.execute(endless).fetchall()
    with pytest.raises(sqlcipher.OperationalError), hsds._interruptible(job, lambda: False):
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


def test_without_any_usable_service(job: Connection, package: Write) -> None:
    with pytest.raises(KnownError, match="no list of services"):
        import_package(job, package({"services": [{"id": "1", "name": ""}]}), 1)


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

    monkeypatch.setattr(tempfile, "TemporaryDirectory", no_room)
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


def test_many_problems_are_counted_and_the_first_listed(job: Connection, package: Write) -> None:
    tables = plain()
    tables["phones"] = [{"id": n, "service_id": "gone", "number": "1"} for n in range(1200)]
    result = import_package(job, package(tables), 1)
    assert result.left_out == 1200
    assert len(result.problems) == 1000
    assert result.problems[0].row == 2


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
