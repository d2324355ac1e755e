"""Updating what is there, and taking it back."""

from __future__ import annotations

import pytest
from packages import Write, column, dump, found, plain

from peerdesk.core.errors import KnownError
from peerdesk.exchange.hsds import import_package, undo_batch
from peerdesk.store.connection import Connection
from peerdesk.store.directory import refresh
from peerdesk.store.place import Place


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
