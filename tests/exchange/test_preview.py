"""What an import would change, before it does."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import Tables, Write, column, dump, plain

from peerdesk.exchange import preview
from peerdesk.exchange.corrections import note_cell
from peerdesk.exchange.hsds import import_package
from peerdesk.exchange.hsds_export import export_package
from peerdesk.exchange.prepared import Prepared
from peerdesk.exchange.preview import Preview
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place


def looked(job: Connection, path: Path) -> Preview:
    with Prepared(path) as prepared:
        return prepared.look(job)


def fields(seen: Preview, name: str) -> dict[tuple[str, str], tuple[str, str]]:
    (one,) = [c for c in seen.changes if c.name == name]
    return {(f.table, f.column): (f.before, f.after) for f in one.fields}


def test_everything_is_new_at_first(shelf: Place, job: Connection, package: Write) -> None:
    seen = looked(job, package(plain()))
    assert (seen.services, seen.new, seen.changed, seen.gone, seen.same) == (2, 2, 0, 0, 0)
    assert seen.new_names == ("Food Bank", "Housing Clinic")
    assert seen.conflicts == ()
    assert column(shelf, "SELECT count(*) FROM service") == [0]


def newer() -> Tables:
    tables = plain()
    tables["services"][0] |= {"name": "Legal Clinic", "fees_description": "5 a visit"}
    tables["services"][1] = {"id": "s3", "organization_id": "o1", "name": "Night Café"}
    tables["organizations"][0]["name"] = "Eastside Trust"
    tables["addresses"][0]["address_1"] = "14 Mill Lane"
    tables["phones"] = [{"id": "p1", "service_id": "s1", "number": "555 0000"}]
    tables["schedules"][0]["byday"] = "FR"
    return tables


def test_new_changed_and_gone_by_name_and_field(
    shelf: Place, job: Connection, package: Write
) -> None:
    import_package(job, package(plain()), 1)
    before = dump(shelf)
    seen = looked(job, package(newer()))
    assert (seen.new_names, seen.gone_names) == (("Night Café",), ("Food Bank",))
    assert (seen.changed, seen.same) == (1, 0)
    found = fields(seen, "Housing Clinic")
    del found["service", "category"]  # worked out from the words
    assert found == {
        ("service", "name"): ("Housing Clinic", "Legal Clinic"),
        ("service", "fees_description"): ("Free", "5 a visit"),
        ("service", "free"): ("1", "0"),
        ("organization", "name"): ("Riverside Trust", "Eastside Trust"),
        ("phone", "*"): ("555 0198", "555 0000"),
        ("schedule", "*"): ("MO,TU 09:00-17:00", "FR 09:00-17:00"),
        ("address", "places"): ("12 Mill Lane, Millbrook", "14 Mill Lane, Millbrook"),
    }
    assert dump(shelf) == before
    assert column(shelf, "SELECT count(*) FROM import_batch") == [1]


def test_the_same_again_changes_nothing(job: Connection, package: Write) -> None:
    path = package(plain())
    import_package(job, path, 1)
    seen = looked(job, path)
    assert (seen.new, seen.changed, seen.gone, seen.same) == (0, 0, 0, 2)


def test_what_it_says_and_what_it_does_agree(shelf: Place, job: Connection, package: Write) -> None:
    import_package(job, package(plain()), 1)
    with Prepared(package(newer())) as prepared:
        seen = prepared.look(job)
        result = prepared.bring_in(job, 2)
    assert result.gone == seen.gone == 1
    assert column(shelf, "SELECT name FROM service WHERE archived_at IS NULL ORDER BY name") == [
        "Legal Clinic", "Night Café",
    ]  # fmt: skip
    seen = looked(job, package(newer()))
    assert (seen.new, seen.changed, seen.gone) == (0, 0, 0)


def test_a_cell_put_right_here_is_no_change_but_a_conflict(
    shelf: Place, job: Connection, package: Write
) -> None:
    import_package(job, package(plain()), 1)
    (row,) = column(shelf, "SELECT id FROM service WHERE name = 'Housing Clinic'")
    note_cell(job, "service", "name", int(str(row)), "Our Clinic", 2)
    job.execute("UPDATE service SET name = 'Our Clinic' WHERE id = ?", (row,))
    (conflict,) = looked(job, package(newer())).conflicts
    assert (conflict.name, conflict.ours, conflict.theirs) == (
        "Our Clinic", "Our Clinic", "Legal Clinic",
    )  # fmt: skip
    seen = looked(job, package(newer()))
    assert ("service", "name") not in fields(seen, "Our Clinic")
    assert column(shelf, "SELECT theirs FROM local_change") == ["Housing Clinic"]


def test_another_package_and_our_own_take_nothing_off(
    shelf: Place, job: Connection, package: Write, tmp_path: Path
) -> None:
    import_package(job, package(plain()), 1)
    tables = plain()
    tables["services"] = [{"id": "n1", "organization_id": "o1", "name": "Elsewhere"}]
    assert looked(job, package(tables, name="package 2")).gone == 0, "not one service in common"
    export_package(job, tmp_path / "out.zip", 2)
    job.execute("UPDATE service SET name = 'Bread' WHERE name = 'Food Bank'")
    seen = looked(job, tmp_path / "out.zip")
    assert (seen.new, seen.gone) == (0, 0)
    assert fields(seen, "Bread") == {("service", "name"): ("Bread", "Food Bank")}


def test_only_what_the_package_speaks_of_changes(job: Connection, package: Write) -> None:
    import_package(job, package(plain()), 1)
    few = {"services": plain()["services"], "phones": []}
    seen = looked(job, package(few, name="package", raw={"phones.csv": b"id,service_id,number\n"}))
    assert seen.changed == 0


def test_long_lists_and_long_words_are_cut(
    job: Connection, package: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "LISTED", 1)
    tables = plain()
    seen = looked(job, package(tables))
    assert (seen.new, seen.new_names) == (2, ("Food Bank",))
    import_package(job, package(tables), 1)
    for service in tables["services"]:
        service["description"] = "long " * 200
    seen = looked(job, package(tables))
    assert (seen.changed, len(seen.changes)) == (2, 1)
    assert len(fields(seen, "Food Bank")["service", "description"][1]) == preview.LONGEST


def test_cells_without_a_column_of_ours(job: Connection, package: Write) -> None:
    import_package(job, package(plain()), 1)
    tables = plain()
    tables["services"][0]["colour"] = "blue"
    seen = looked(job, package(tables))
    assert fields(seen, "Housing Clinic") == {("service", "extra"): ("", "")}
