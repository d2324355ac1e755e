"""Reading whole packages, however untidy."""

from __future__ import annotations

import pytest
from packages import Write, column, plain

from peerdesk.core.errors import KnownError
from peerdesk.exchange import hsds
from peerdesk.exchange.hsds import import_package
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place


def said(result: hsds.Result) -> list[tuple[str, int, str, bool]]:
    return [(p.file, p.row, str(p.text), p.left_out) for p in result.problems]


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
    assert sorted(r for f, r, _, left in listed if f == "attributes.csv" and left) == [2, 3]
    assert any(f == "contacts.csv" and "headings" in t for f, _, t, _ in listed)
    assert import_package(job, package(tables), 2).added == 0


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


def test_many_problems_are_counted_and_the_first_listed(job: Connection, package: Write) -> None:
    tables = plain()
    tables["phones"] = [{"id": n, "service_id": "gone", "number": "1"} for n in range(1200)]
    result = import_package(job, package(tables), 1)
    assert result.left_out == 1200
    assert len(result.problems) == 1000
    assert result.problems[0].row == 2


def test_without_any_usable_service(job: Connection, package: Write) -> None:
    with pytest.raises(KnownError, match="no list of services"):
        import_package(job, package({"services": [{"id": "1", "name": ""}]}), 1)
