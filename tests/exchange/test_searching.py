"""What becomes of the search while an import goes in."""

from __future__ import annotations

import pytest
from packages import Write, column, dump, found, plain

from peerdesk.exchange.hsds import import_package, undo_batch
from peerdesk.exchange.searching import Searching
from peerdesk.store import search
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place

BUILT = "SELECT name FROM sqlite_master WHERE name = 'service_search'"


def steps(job: Connection) -> list[str]:
    said: list[str] = []
    job.set_trace_callback(said.append)
    return said


def test_the_same_again_leaves_the_search_alone(
    shelf: Place, job: Connection, package: Write
) -> None:
    path = package(plain())
    import_package(job, path, 1)
    before = dump(shelf)
    said = steps(job)
    again = import_package(job, path, 2)
    job.set_trace_callback(None)
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
    assert not [sql for sql in said if "service_search" in sql or "UPDATE service" in sql]
    assert dump(shelf) == before
    assert found(shelf, "evict*") == ["Housing Clinic"]


@pytest.mark.parametrize(
    ("table", "row", "change", "word"),
    [
        ("services", 0, {"name": "Legal Clinic"}, "legal"),
        ("addresses", 0, {"city": "Eastford"}, "eastford"),
        ("organizations", 0, {"name": "Lakeside Trust"}, "lakeside"),
    ],
)
def test_whatever_changes_is_found(
    shelf: Place,
    job: Connection,
    package: Write,
    table: str,
    row: int,
    change: dict[str, str],
    word: str,
) -> None:
    import_package(job, package(plain()), 1)
    before = sorted(map(str, column(shelf, "SELECT name FROM service")))
    tables = plain()
    tables[table][row] |= change
    second = import_package(job, package(tables), 2)
    assert (second.added, second.changed, second.removed) == (0, 1, 0)
    assert found(shelf, word)
    undo_batch(job, second.batch, 3)
    assert not found(shelf, word)
    assert sorted(map(str, column(shelf, "SELECT name FROM service"))) == before


def test_what_is_new_is_found(shelf: Place, job: Connection, package: Write) -> None:
    import_package(job, package(plain()), 1)
    tables = plain()
    tables["services"].append({**tables["services"][0], "id": "s9", "name": "Garden Club"})
    second = import_package(job, package(tables), 2)
    assert (second.added, second.changed, second.removed) == (1, 0, 0)
    assert found(shelf, "garden") == ["Garden Club"]


def test_part_of_a_shelf_goes_row_by_row(shelf: Place, job: Connection, package: Write) -> None:
    """Few services beside many: those of others are not worked out again."""
    import_package(job, package(plain()), 1)
    job.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)"
        " INSERT INTO service(uid, organization_id, name, marks)"
        " SELECT randomblob(16), o.id, 'Ours', 'xkept' FROM n, (SELECT id FROM organization) AS o"
    )
    tables = plain()
    tables["services"][0]["name"] = "Legal Clinic"
    said = steps(job)
    import_package(job, package(tables), 2)
    job.set_trace_callback(None)
    assert not [sql for sql in said if "rebuild" in sql]
    assert found(shelf, "legal") == ["Legal Clinic"]
    assert column(shelf, "SELECT count(*) FROM service WHERE marks = 'xkept'") == [40]


def test_one_that_has_outgrown_its_search_gets_another(
    shelf: Place, job: Connection, package: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_package(job, package(plain()), 1)
    job.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)"
        " INSERT INTO service(uid, organization_id, name)"
        " SELECT randomblob(16), o.id, 'Ours' FROM n, (SELECT id FROM organization) AS o"
    )
    monkeypatch.setattr(search, "FEW", 40)
    tables = plain()
    tables["services"][0]["name"] = "Legal Clinic"
    import_package(job, package(tables), 2)
    sql = "SELECT instr(sql, 'prefix') > 0 FROM sqlite_master WHERE name = 'service_search'"
    assert job.execute(sql).fetchone() == (1,)
    assert found(shelf, "lega*") == ["Legal Clinic"]


def test_given_up_it_is_not_built(job: Connection) -> None:
    job.execute("BEGIN")
    with pytest.raises(KeyError), Searching(job, 1) as searching:
        searching.change()
        searching.change()
        raise KeyError
    job.rollback()
    assert job.execute(BUILT).fetchone() == ("service_search",)
