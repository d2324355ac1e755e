"""Single tables: what their columns mean, and rows that cannot come in."""

from __future__ import annotations

import uuid

from packages import Tables, Write, plain

from peerdesk.exchange.hsds import import_package
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place


def test_ids_that_only_look_like_uuids(shelf: Place, job: Connection, package: Write) -> None:
    odd = "z" * 36
    tables: Tables = {
        "services": [{"id": odd, "name": "Odd"}, {"id": str(uuid.uuid4()), "name": "Even"}],
        "phones": [{"id": "", "service_id": odd, "number": "1"}],
    }
    assert import_package(job, package(tables), 1).services == 2
    assert shelf.rows("SELECT number FROM phone") == [("1",)]


def test_files_without_an_id_column(shelf: Place, job: Connection, package: Write) -> None:
    tables: Tables = {
        "services": [{"name": "One"}, {"name": "Two"}],
        "languages": [{"service_id": "", "name": "English"}],
        "schedules": [{"id": "1"}],
    }
    result = import_package(job, package(tables), 1)
    assert (result.services, result.left_out) == (2, 2)
    assert [p.file for p in result.problems] == ["schedules.csv", "languages.csv"]


def test_rows_that_say_nothing(shelf: Place, job: Connection, package: Write) -> None:
    tables = plain()
    tables["addresses"].append({"id": "a2", "location_id": "l1", "address_1": ""})
    tables["service_areas"] = [{"id": "1", "service_id": "s1", "name": ""}]
    tables["languages"] += [
        {"id": "2", "service_id": "s1", "name": ", ,", "code": ""},
        {"id": "3", "service_id": "s1", "name": "", "code": ""},
        {"id": "", "service_id": "", "name": "", "code": ""},
    ]
    tables["required_documents"] = [{"id": "d", "service_id": "s1", "document": "A letter"}]
    result = import_package(job, package(tables), 1)
    said = sorted((p.file, str(p.text)) for p in result.problems)
    nothing = "The row says nothing that PeerDesk could show."
    assert said == [
        ("addresses.csv", "There is no address in it."),
        ("languages.csv", nothing),
        ("service_areas.csv", nothing),
    ]
    assert shelf.rows("SELECT document FROM required_document") == [("A letter",)]


def test_several_problems_with_the_file_itself(
    shelf: Place, job: Connection, package: Write
) -> None:
    raw = {"phones.csv": b"service_id,number\ns1,1,extra,words\ns2,2\n", "contacts.csv": b""}
    tables = plain()
    del tables["phones"]
    result = import_package(job, package(tables, raw=raw), 1)
    assert (result.left_out, result.noted) == (0, 1)
    assert shelf.rows("SELECT number FROM phone ORDER BY number") == [("1",), ("2",)]


def test_terms_in_a_column_of_1_1(shelf: Place, job: Connection, package: Write) -> None:
    tables: Tables = {
        "services": [{"id": "1", "name": "One", "taxonomy_ids": "t, t, gone"}],
        "taxonomy": [{"id": "t", "name": "Chess"}],
    }
    import_package(job, package(tables), 1)
    sql = "SELECT words_category FROM service"
    assert shelf.rows(sql) == [("Chess",)]
