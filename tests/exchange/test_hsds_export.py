"""The directory as an HSDS 3.0 package: conformant, whole, and the same when it comes back."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hsds_check import cells, problems, rows_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packages import Write, plain

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.exchange import hsds_export
from peerdesk.exchange.hsds import import_package
from peerdesk.exchange.hsds_export import export_package
from peerdesk.exchange.hsds_standard import RESOURCES
from peerdesk.exchange.pack import make_pack, open_pack
from peerdesk.store.connection import Connection, DiskFull, Unwritable
from peerdesk.store.shelf import open_shelf

STANDARDS = Path(__file__).parents[3] / "shared" / "standards"
NOW = 1_780_000_000_000
NOON = datetime(2026, 11, 24, 12, 0)


def new_shelf(folder: Path) -> Connection:
    """A shelf of its own; a process has one open as a place, so this is its connection alone."""
    folder.mkdir()
    place = open_shelf(folder / "shelf.db", FixedClock(NOON), folder / "backups")
    connection = place.another()
    place.close()
    return connection


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Connection]:
    """The shelf here."""
    connection = new_shelf(tmp_path / "here")
    yield connection
    connection.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Connection]:
    """Another centre's shelf."""
    connection = new_shelf(tmp_path / "there")
    yield connection
    connection.close()


def said(shelf: Connection, sql: str) -> list[tuple[object, ...]]:
    """Rows of a query."""
    return shelf.execute(sql).fetchall()


def there_and_back(shelf: Connection, other: Connection, path: Path) -> None:
    """Out of one shelf, into another: the same rows under the same ids."""
    export_package(shelf, path, NOW)
    result = import_package(other, path, 5)
    assert (result.left_out, result.noted, result.not_kept) == (0, 0, ())
    assert any(rows_of(shelf).values())
    assert rows_of(other) == rows_of(shelf)
    again = import_package(other, path, 6)
    assert (again.added, again.changed, again.removed) == (0, 0, 0)


def untidy() -> dict[str, list[dict[str, object]]]:
    """Everything that does not suit its column, and columns nobody knows."""
    tables = plain()
    tables["organizations"][0] |= {
        "description": "",
        "website": "riverside.example/help",
        "email": "ask at the desk",
        "year_incorporated": "about 1990",
        "parent_organization_id": "nobody",
        "Colour; of |the door": "=blue",
    }
    tables["services"][0] |= {
        "fees": "5 a visit",
        "url": "not a site",
        "last_modified": "2026-01-02",
        "assured_date": "last May",
        "program_id": "p9",
        "minimum_age": "0.5",
        "status": "defunct",
    }
    tables["programs"] = [
        {"id": "p9", "organization_id": "o1", "name": "Nights", "description": ""},
        {"id": "p8", "organization_id": "o1", "name": "Days", "description": "Days"},
    ]
    tables["locations"][0] |= {"latitude": "51.5", "longitude": "-0.12", "organization_id": "o9"}
    tables["phones"][0] |= {
        "number": "+44 20 7946 0018",
        "extension": "ask for Bo",
        "language": "en",
    }
    tables["phones"][1] |= {"number": "@555", "extension": "12", "language": ""}
    tables["schedules"] += [
        {"id": "h2", "service_id": "s2", "opens_at": "by agreement", "timezone": "Europe/London",
         "freq": "YEARLY", "valid_from": "2026-1-2", "byday": "whenever"},
        {"id": "h3", "service_id": "s2", "opens_at": "22:00", "closes_at": "midnight",
         "freq": "WEEKLY", "byday": "FR"},
    ]  # fmt: skip
    tables["taxonomies"] = [{"id": "v", "name": "Ours", "description": "", "uri": "x"}]
    tables["taxonomy_terms"] = [
        {"id": "t1", "code": "1", "name": "A", "taxonomy_id": "v", "parent_id": ""},
        {"id": "t2", "code": "1", "name": "B", "taxonomy_id": "none here", "parent_id": "t1"},
        {"id": "t3", "code": "3", "name": "C", "taxonomy_id": "", "parent_id": "lost"},
    ]
    tables["attributes"] = [
        {"id": "1", "link_id": "s2", "link_entity": "service", "taxonomy_term_id": "t1",
         "link_type": "who", "value": "-1+1|cmd"},
        {"id": "2", "link_id": "l1", "link_entity": "location", "taxonomy_term_id": "t2"},
        {"id": "3", "link_id": "zz", "link_entity": "odd", "taxonomy_term_id": "t2"},
    ]  # fmt: skip
    tables["funding"] = [{"id": "f", "organization_id": "o1", "service_id": "s1", "source": "City"}]
    tables["organization_identifiers"] = [
        {"id": "i", "organization_id": "o1", "identifier_type": "", "identifier": "77"}
    ]
    tables["metadata"] = [
        {"id": "m1", "resource_id": "s1", "resource_type": "service", "field_name": "name",
         "last_action_date": "2026-02-03T10:00:00", "last_action_type": "update"},
        {"id": "m2", "resource_id": "a1", "last_action_date": "2026-02-03"},
        {"id": "m3", "resource_id": "?", "resource_type": "moon", "last_action_date": "2026-02-04"},
    ]  # fmt: skip
    tables["meta_table_descriptions"] = [{"id": "d", "name": "services", "character_set": "utf-8"}]
    tables["cost_options"] = [
        {"id": "c", "service_id": "s2", "amount": "3.5", "valid_from": "soon", "currency": "GBP"}
    ]
    tables["payments_accepted"] = [
        {"id": "y", "service_id": "s2", "payment": "cash"},
        {"id": "z", "service_id": "s2", "payment": "card"},
    ]
    tables["required_documents"] = [{"id": "q", "service_id": "s1", "document": "A letter"}]
    tables["service_areas"] = [{"id": "w", "service_id": "s1", "name": "North"}]
    tables["accessibility"] = [{"id": "e", "location_id": "l1", "description": "Ramp"}]
    tables["contacts"] = [{"id": "k", "organization_id": "o1", "location_id": "l7", "name": "Bo"}]
    return tables


def test_everything_untidy_goes_out_in_order_and_comes_back_the_same(
    job: Connection, other: Connection, package: Write, tmp_path: Path
) -> None:
    assert import_package(job, package(untidy()), 1).left_out == 0
    folder = tmp_path / "out"
    done = export_package(job, folder, NOW)
    assert (done.services, done.taken_off, done.bare, done.left_out) == (2, 0, 0, 0)
    assert problems(folder) == done.rows
    assert done.rows["attribute"] == 3
    (first, second) = sorted(cells(folder, "services.csv"), key=lambda r: r["name"], reverse=True)
    assert (first["fees"], first["url"], first["url_as_published"]) == (
        "5 a visit",
        "",
        "not a site",
    )
    assert first["last_modified"] == "2026-01-02T00:00:00Z"
    assert second["payments_accepted"] == "cash; card"
    (organization,) = cells(folder, "organizations.csv")
    assert organization["description"] == "n/a"
    assert organization["website"] == "http://riverside.example/help"
    assert organization["website_as_published"] == "riverside.example/help"
    assert organization["colour_of_the_door"] == "'=blue"
    phones = cells(folder, "phones.csv")
    assert [p["number"] for p in phones] == ["+44 20 7946 0018", "'@555"]
    assert [p["language"] for p in phones] == ["en", ""]
    codes = [(t["code"], t["code_as_published"]) for t in cells(folder, "taxonomy_terms.csv")]
    assert codes == [("", "1"), ("", "1"), ("3", "")]
    times = {s["opens_at"] + "|" + s["closes_at"] for s in cells(folder, "schedules.csv")}
    assert times == {"09:00:00|17:00:00", "|", "22:00:00|"}
    there_and_back(job, other, tmp_path / "again.zip")


def test_formulas_do_nothing_in_a_spreadsheet_and_come_back(
    job: Connection, other: Connection, package: Write, tmp_path: Path
) -> None:
    tables = plain()
    texts = ["=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@sum(1)", "'quoted", "n/a really", "＝1"]
    tables["services"] += [
        {"id": f"f{n}", "organization_id": "o1", "name": t, "description": t}
        for n, t in enumerate(texts)
    ]
    import_package(job, package(tables), 1)
    job.execute(
        "UPDATE service SET description = 'n/a', alert = 'NULL', licenses = '  two  blanks\\n'"
        " WHERE name = 'Food Bank'"
    )
    folder = tmp_path / "out"
    export_package(job, folder, NOW)
    for resource in RESOURCES.values():
        for row in cells(folder, resource.path):
            for cell in row.values():
                assert not cell.startswith(("=", "@", "\t", "\r", "＝"))
                assert not cell.startswith(("+", "-")) or cell[1:].replace(".", "").isdigit()
    there_and_back(job, other, tmp_path / "again.zip")


def test_what_was_taken_off_the_list_stays_with_all_that_hangs_on_it(
    job: Connection, package: Write, tmp_path: Path
) -> None:
    tables = untidy()
    tables["organizations"].append({"id": "o2", "name": "Gone CANARY", "description": "CANARY"})
    tables["services"].append({"id": "s3", "organization_id": "o2", "name": "CANARY service"})
    tables["locations"].append({"id": "l3", "name": "CANARY house", "organization_id": "o2"})
    tables["locations"].append({"id": "l4", "name": "Used by nobody", "organization_id": "o2"})
    tables["service_at_location"].append({"id": "x3", "service_id": "s3", "location_id": "l3"})
    tables["addresses"].append({"id": "a3", "location_id": "l3", "address_1": "1 CANARY Street"})
    tables["phones"].append({"id": "p3", "service_id": "s3", "number": "CANARY 1"})
    tables["phones"].append(
        {"id": "p4", "contact_id": "k3", "service_id": "", "number": "CANARY 2"}
    )
    tables["contacts"].append({"id": "k3", "service_id": "s3", "name": "CANARY"})
    tables["metadata"].append(
        {"id": "m9", "resource_id": "p3", "resource_type": "phone", "field_name": "number",
         "last_action_date": "2026-02-03", "previous_value": "CANARY 0"}
    )  # fmt: skip
    import_package(job, package(tables), 1)
    job.execute("UPDATE service SET archived_at = 9 WHERE name LIKE 'CANARY%'")
    folder = tmp_path / "out"
    done = export_package(job, folder, NOW)
    assert (done.services, done.taken_off) == (2, 1)
    problems(folder)
    written = "".join(p.read_text() for p in folder.iterdir())
    assert "CANARY" not in written
    assert "Used by nobody" in written


def hidden(package: Write) -> Path:
    """A shelter whose address stands in every place it may stand."""
    tables = plain()
    tables["services"].append(
        {"id": "s3", "organization_id": "o1", "name": "Refuge", "where": "7 Canary Row",
         "description": "Come to 7 CANARY ROW at night."}
    )  # fmt: skip
    tables["locations"].append(
        {"id": "l3", "name": "Canary House", "description": "Confidential address.",
         "transportation": "Bus to Canary", "latitude": "51.1234", "map": "canary"}
    )  # fmt: skip
    tables["service_at_location"].append(
        {"id": "x3", "service_id": "s3", "location_id": "l3", "description": "canary, back door"}
    )
    tables["addresses"].append(
        {"id": "a3", "location_id": "l3", "address_1": "7 Canary Row", "city": "Canarytown"}
    )
    tables["accessibility"] = [{"id": "e", "location_id": "l3", "description": "canary steps"}]
    tables["phones"].append({"id": "p3", "location_id": "l3", "number": "555 7", "note": "canary"})
    tables["taxonomy_terms"] = [{"id": "t1", "name": "A"}]
    tables["attributes"] = [
        {"id": "2", "link_id": "l3", "link_entity": "location", "taxonomy_term_id": "t1",
         "value": "canary"}
    ]  # fmt: skip
    tables["metadata"] = [
        {"id": f"m{n}", "resource_id": r, "resource_type": k, "field_name": "x",
         "last_action_date": "2026-02-03", "previous_value": "canary"}
        for n, (r, k) in enumerate(
            (("l3", "location"), ("a3", "address"), ("x3", "service_at_location"), ("s3", ""))
        )
    ]  # fmt: skip
    return package(tables, name="hidden")


def test_a_hidden_address_never_goes_out_and_is_not_lost_when_that_comes_back(
    job: Connection, other: Connection, package: Write, tmp_path: Path
) -> None:
    import_package(job, hidden(package), 1)
    folder = tmp_path / "out"
    done = export_package(job, folder, NOW)
    assert (done.services, done.bare, done.rows["metadata"], done.rows["attribute"]) == (3, 1, 0, 0)
    problems(folder)
    written = "".join(p.read_text() for p in folder.iterdir()).casefold()
    assert "canary" not in written
    assert "51.1234" not in written
    assert "come to … at night" in written
    assert "555 7" in written
    before = rows_of(job)
    import_package(job, folder, 2)
    after = rows_of(job)
    assert "Come to … at night." in "".join(after.pop("service"))
    before.pop("service")
    assert after == before
    assert said(
        job, "SELECT json_extract(extra, '$.where') FROM service WHERE name = 'Refuge'"
    ) == [("7 Canary Row",)]
    import_package(other, folder, 2)
    assert said(other, "SELECT hide_address, name FROM location WHERE hide_address") == [(1, "")]


def test_short_addresses_are_not_looked_for_in_other_words(
    job: Connection, package: Write, tmp_path: Path
) -> None:
    tables = plain()
    tables["locations"][0]["description"] = "Address not published"
    tables["addresses"][0]["address_1"] = "Food"
    import_package(job, package(tables), 1)
    export_package(job, tmp_path / "out", NOW)
    assert "Food Bank" in (tmp_path / "out" / "services.csv").read_text()


def test_what_the_centre_itself_says_goes_with_it(
    job: Connection, other: Connection, package: Write, tmp_path: Path
) -> None:
    import_package(job, package(plain()), 1)
    job.execute(
        "UPDATE service SET name = 'Food Bank (corrected)', kind = 'warm line', free = 1,"
        " by_appointment = 1, needs_internet = 1, referral = 'no',"
        " when_you_ring = 'Say hello', category = 'food money', checked_at = 1780000000123,"
        " checked_how = 'phone' WHERE name = 'Food Bank'"
    )
    job.execute("UPDATE location SET step_free = 1")
    there_and_back(job, other, tmp_path / "out.zip")
    # what somebody at the other centre wrote stays when the package comes again
    other.execute("UPDATE service SET remark = 'Ours', checked_at = 5")
    import_package(other, tmp_path / "out.zip", 7)
    assert set(said(other, "SELECT remark, checked_at FROM service")) == {("Ours", 5)}


def test_our_own_notes_stay_at_this_centre(
    job: Connection, other: Connection, package: Write, tmp_path: Path
) -> None:
    import_package(job, package(plain()), 1)
    job.execute("UPDATE service SET remark = 'CANARY: Bo was rude to us'")
    export_package(job, tmp_path / "out", NOW)
    for path in (tmp_path / "out").iterdir():
        assert "CANARY" not in path.read_text("utf-8")
    make_pack(job, tmp_path / "pack.zip", "Riverside", NOW)
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        assert not [n for n in pack.namelist() if b"CANARY" in pack.read(n)]
    import_package(other, tmp_path / "pack.zip", 5, opened=open_pack)
    assert set(said(other, "SELECT remark FROM service")) == {("",)}


def test_rows_that_lack_a_date_they_must_have_are_counted(
    job: Connection, package: Write, tmp_path: Path
) -> None:
    tables = plain()
    tables["metadata"] = [
        {"id": "m", "resource_id": "s1", "field_name": "x", "last_action_date": "once"},
        {"id": "n", "resource_id": "s1", "field_name": "y", "last_action_date": "2026-01-01"},
    ]
    import_package(job, package(tables), 1)
    done = export_package(job, tmp_path / "out", NOW)
    assert (done.left_out, done.rows["metadata"]) == (1, 1)
    problems(tmp_path / "out")


# -- the standard ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["hsds-3.0/examples/csv", "hsds-1.1-sample/all_resources"])
def test_the_official_samples_come_in_whole_and_go_out_conformant(
    job: Connection, other: Connection, tmp_path: Path, name: str
) -> None:
    source = STANDARDS / name
    if not source.is_dir():
        pytest.skip("the standards' samples are not here")
    result = import_package(job, source, 1)
    assert (result.left_out, result.not_kept) == (0, ())
    if "3.0" in name:
        theirs = json.loads((STANDARDS / "hsds-3.0" / "datapackage.json").read_text())
        for resource in theirs["resources"]:
            table = resource["name"]
            assert said(job, f"SELECT count(*) FROM {table}") == [(1,)], table
    folder = tmp_path / "out"
    done = export_package(job, folder, NOW)
    paper = json.loads((STANDARDS / "hsds-3.0" / "datapackage.json").read_text())
    assert problems(folder, paper) == done.rows
    for file in sorted(source.glob("*.csv")):  # every cell is somewhere in what came out
        written = "\n".join(p.read_text() for p in folder.glob("*.csv")).replace('""', '"')
        for row in cells(source, file.name):
            for column, cell in row.items():
                known = ("id", "opens_at", "closes_at", "weekday", "closed", "language", "payment")
                if cell.strip() and column not in known:
                    words = cell.strip().strip('"').splitlines()[0].rstrip().replace('""', '"')
                    assert words in written, (file.name, column, cell)
    there_and_back(job, other, tmp_path / "again.zip")


# -- hypothesis ------------------------------------------------------------------------------------

WORDS = st.text(
    st.one_of(
        st.sampled_from("=+-@'\"\\\n\r\t ,;|n/aNULL0123:Z.é＝"),
        st.characters(exclude_categories=("Cs", "Cc")),
    ),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "name": WORDS.filter(lambda w: bool(w.strip())),
                "description": WORDS,
                "url": WORDS,
                "email": WORDS,
                "assured_date": WORDS,
                "last_modified": WORDS,
                "minimum_age": WORDS,
                "odd": WORDS,
                "opens_at": WORDS,
                "freq": WORDS,
                "number": WORDS,
                "language": WORDS,
                "latitude": st.floats(allow_nan=False),
                "code": WORDS,
            }
        ),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_came_in_goes_out_conformant_and_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]]
) -> None:
    import csv

    root = tmp_path_factory.mktemp("round")
    source = root / "source"
    source.mkdir()
    heads = {
        "services": ("name", "description", "url", "email", "assured_date", "last_modified",
                     "minimum_age", "odd"),
        "schedules": ("opens_at", "freq", "description"),
        "phones": ("number", "description"),
        "languages": ("language",),
        "locations": ("latitude", "name"),
        "taxonomy_terms": ("code", "name"),
    }  # fmt: skip
    for table, columns in heads.items():
        with (source / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(["id", "service_id", *columns])
            for n, row in enumerate(rows):
                out.writerow([f"i{n}", f"i{n}", *(row[c] for c in columns)])
    job, other = new_shelf(root / "here"), new_shelf(root / "there")
    try:
        try:
            import_package(job, source, 1)
        except KnownError:  # all names are blank
            return
        export_package(job, root / "out", NOW)
        problems(root / "out")
        there_and_back(job, other, root / "again.zip")
    finally:
        job.close()
        other.close()


# -- writing ---------------------------------------------------------------------------------------


def test_the_same_directory_gives_the_same_file(
    job: Connection, package: Write, tmp_path: Path
) -> None:
    import_package(job, package(plain()), 1)
    told: list[tuple[int, int]] = []
    for name in ("one.zip", "two.ZIP"):
        export_package(job, tmp_path / name, NOW, lambda *done: told.append(done))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.ZIP").read_bytes()
    assert told[-1] == (len(RESOURCES), len(RESOURCES))
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert len(archive.namelist()) == len(RESOURCES) + 1


def test_nothing_is_left_when_it_is_cancelled_or_cannot_be_written(
    job: Connection, package: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_package(job, package(plain()), 1)
    place = tmp_path / "stick"
    place.mkdir()
    for name in ("a.zip", "a"):
        with pytest.raises(Cancelled):
            export_package(job, place / name, NOW, cancelled=lambda: True)
    with pytest.raises(KnownError, match="already"):
        export_package(job, place, NOW)
    with pytest.raises(Unwritable):
        export_package(job, tmp_path / "missing" / "a.zip", NOW)
    monkeypatch.setattr(hsds_export.os, "replace", _no_room)
    with pytest.raises(DiskFull):
        export_package(job, place / "a.zip", NOW)
    monkeypatch.undo()
    job.execute("ALTER TABLE phone RENAME TO was_phone")
    with pytest.raises(Exception, match="phone"):
        export_package(job, place / "a.zip", NOW)
    assert not list(place.iterdir())
    job.execute("ALTER TABLE was_phone RENAME TO phone")
    (place / ".a.part").mkdir()  # left over from a power cut
    export_package(job, place / "a", NOW)
    assert [p.name for p in place.iterdir()] == ["a"]


def _no_room(*_args: object) -> None:
    raise OSError(28, "No space left on device")
