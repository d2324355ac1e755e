"""What the columns of single tables mean, where our own packages say more than others."""

from __future__ import annotations

import json

import pytest
from packages import Write, plain

from peerdesk.exchange.hsds import import_package
from peerdesk.exchange.package import OURS
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place

PAPER = json.dumps({"name": "ours", "peerdesk": OURS}).encode()


@pytest.mark.parametrize("exact", [True, False])
def test_our_own_columns(shelf: Place, job: Connection, package: Write, exact: bool) -> None:
    head = b"id,name,fees_description," + b",".join(
        b"peerdesk_" + c
        for c in (b"kind", b"needs_internet", b"referral", b"category", b"free",
                  b"by_appointment", b"checked_at")
    )  # fmt: skip
    rows = (
        b"1,A,Free,forum,yes,no,food money nonsense food,,yes,2026-05-28T20:26:40.123Z",
        b"2,B,,spaceship,,perhaps,,yes,,soon",
        b"3,C,,,,,,,,9999-99-99T00:00:00Z",
    )
    raw = {"services.csv": b"\n".join((head, *rows)) + b"\n"}
    if exact:
        raw["datapackage.json"] = PAPER
    import_package(job, package(raw=raw), 1)
    columns = "kind, needs_internet, referral, category, free, by_appointment, checked_at"
    assert shelf.rows(f"SELECT {columns} FROM service ORDER BY name") == [
        ("forum", 1, "no", "food money", 0, 1, 1780000000123),
        ("service", 0, "", "", 1, 0, None),
        ("service", 0, "", "", 0, 0, None),
    ]


def test_a_package_of_our_own_is_taken_by_the_letter(
    shelf: Place, job: Connection, package: Write
) -> None:
    raw = {
        "datapackage.json": PAPER,
        "services.csv": 'id,name,description\n1,\'=A,n/a\n2,  B  ,"NULL\u200b"\n3,n/a,x\n'.encode(),
        "languages.csv": b"id,service_id,name,code\n1,1,French and Thai,\n2,1,,de\n",
        "schedules.csv": b"id,service_id,opens_at,closes_at,freq,byday,opens_at_as_published\n"
        b"1,1,10:00:00,18:30:30,,Monday,\n2,1,09:00:00,,WEEKLY,MO,at nine\n3,1,,,,,\n",
    }
    result = import_package(job, package(raw=raw), 1)
    assert (result.services, result.left_out) == (2, 1)  # a name must be there
    assert shelf.rows("SELECT name, description FROM service ORDER BY id") == [
        ("=A", ""),
        ("  B  ", "NULL"),
    ]
    assert shelf.rows("SELECT name, code FROM language ORDER BY id") == [
        ("French and Thai", ""),
        ("", "de"),
    ]
    assert shelf.rows("SELECT opens_at, closes_at, freq, byday FROM schedule ORDER BY id") == [
        ("10:00", "18:30:30", "", "Monday"),
        ("at nine", "", "WEEKLY", "MO"),
        ("", "", "", ""),
    ]


def test_links_name_what_they_tell_about(shelf: Place, job: Connection, package: Write) -> None:
    tables = plain()
    tables["metadata"] = [
        {"id": "1", "resource_id": "s1", "resource_type": "Service", "field_name": "x"},
        {"id": "2", "resource_id": "", "resource_type": "service", "field_name": "y"},
        {"id": "3", "resource_id": "p1", "resource_type": "", "field_name": "z"},
        {"id": "", "resource_id": "lost", "resource_type": "", "field_name": "z"},
        {"id": "", "resource_id": "lost", "resource_type": "", "field_name": "zz"},
    ]
    path = package(tables)
    import_package(job, path, 1)
    found = dict(shelf.rows("SELECT field_name, resource_id FROM metadata ORDER BY id DESC"))
    service = bytes(shelf.rows("SELECT uid FROM service WHERE name = 'Housing Clinic'")[0][0])  # type: ignore[arg-type]
    assert str(found["x"]).replace("-", "") == service.hex()
    assert found["y"] == ""
    assert shelf.rows(
        "SELECT p.number FROM metadata AS m JOIN phone AS p"
        " ON lower(hex(p.uid)) = replace(m.resource_id, '-', '') WHERE m.field_name = 'z'"
    ) == [("555 0198",)]
    assert shelf.rows("SELECT count(*) FROM metadata") == [(5,)]
    (path / "metadata.csv").write_bytes(b"id,field_name\n9,nothing\n")
    import_package(job, path, 2)
    assert shelf.rows("SELECT resource_id FROM metadata WHERE field_name = 'nothing'") == [("",)]
