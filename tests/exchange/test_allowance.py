"""A package with far more rows than its size can carry is refused; a directory never is."""

from __future__ import annotations

import sys
import uuid
from pathlib import Path

import pytest
from packages import Tables, Write, column, dump, plain

from peerdesk.core.errors import KnownError
from peerdesk.exchange import allowance
from peerdesk.exchange.allowance import MORE, SERVICE, SIZE, WORK, Allowance
from peerdesk.exchange.hsds import import_package
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

from synthetic import write_package


def refused(shelf: Place, job: Connection, path: Path) -> str:
    """The words, after making sure that nothing has changed."""
    was = dump(shelf)
    with pytest.raises(KnownError) as said:
        import_package(job, path, 1)
    assert dump(shelf) == was
    assert shelf.rows("SELECT count(*) FROM import_batch") == [(0,)]
    return str(said.value)


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty for every package, and six letters for each of a hundred bytes."""
    monkeypatch.setattr(allowance, "WORK", 20)
    monkeypatch.setattr(allowance, "SIZE", 100)
    monkeypatch.setattr(allowance, "MORE", 0)


def test_how_much_a_size_gives() -> None:
    assert Allowance("a", 0, False).whole == WORK
    assert Allowance("a", SIZE, False).whole == WORK
    assert Allowance("a", SIZE * 3 // 2, True).whole == WORK + MORE // 2
    exactly = Allowance("a", 0, False)
    exactly.spend(WORK)
    with pytest.raises(KnownError, match="very many rows"):
        exactly.spend(1)


def test_a_mib_of_the_shortest_services(shelf: Place, job: Connection, package: Write) -> None:
    rows = b"".join(b"%x,n\n" % n for n in range(140_000))
    said = refused(shelf, job, package(raw={"services.csv": b"id,name\n" + rows[:SIZE]}))
    assert "package has very many rows" in said
    assert "Nothing was changed" in said
    assert "unpack" not in said


def test_whoever_trusts_a_zip_may_unpack_it(shelf: Place, job: Connection, package: Write) -> None:
    rows = b"".join(b"%x,n\n" % n for n in range(140_000))
    raw = {"services.csv": b"id,name\n" + rows}
    assert "unpack it and choose the folder" in refused(
        shelf, job, package(raw=raw, zipped="thin.zip")
    )


@pytest.mark.parametrize("short", [False, True], ids=["uuids", "numbers"])
def test_a_whole_directory_is_far_from_it(
    short: bool, tmp_path: Path, job: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where its ids are short: at most half of what its size gives, nothing being free."""
    services, folder = 150, tmp_path / "made"
    rows = write_package(folder, services)
    if short:
        numbers: dict[str, str] = {}
        for path in folder.iterdir():
            cells = [line.split(",") for line in path.read_text("utf-8").split("\n")]
            for line in cells:
                for at, cell in enumerate(line):
                    if len(cell) == len(str(uuid.UUID(int=0))) and cell.count("-") == 4:
                        line[at] = numbers.setdefault(cell, str(len(numbers)))
            path.write_text("\n".join(map(",".join, cells)), "utf-8")
    monkeypatch.setattr(allowance, "SIZE", 1)
    monkeypatch.setattr(allowance, "WORK", 0)
    monkeypatch.setattr(allowance, "MORE", MORE / SIZE / 2)
    result = import_package(job, folder, 1)
    assert (result.services, result.added, result.left_out) == (services, rows, 0)


def test_blank_rows_are_free(shelf: Place, job: Connection, package: Write, little: None) -> None:
    blank = b",,\n" * 1_200
    raw = {"services.csv": b"id,name,description\n" + blank + b"s1,One,x\n" + blank + b",NULL,\n"}
    assert import_package(job, package(raw=raw), 1).services == 1
    assert column(shelf, "SELECT name FROM service") == ["One"]


@pytest.mark.parametrize(
    ("more", "rows"),
    [
        ("services", [{"id": f"{n}", "name": "n"} for n in range(20 // SERVICE)]),
        ("phones", [{"service_id": "s1", "number": f"{n}"} for n in range(20)]),
        ("phones", [{"id": "1", "service_id": "s1", "number": f"{n}"} for n in range(12)]),
        ("languages", [{"service_id": "s1", "name": f"{n}"} for n in range(10)]),
        ("languages", [{"service_id": "s1", "name": ";".join("abcdefghijklmnopqrs")}]),
        ("schedules", [{"id": f"{n}", "service_id": "s1", "opens_at": f"{n}"} for n in range(7)]),
        ("eligibility", [{"service_id": "s1", "eligibility": "x"}] * 21),
        ("services", [{"id": "s2", "name": "n", "taxonomy_ids": ",".join("abcdefghijklmnop")}]),
    ],
)
def test_what_is_work(
    shelf: Place,
    job: Connection,
    package: Write,
    little: None,
    more: str,
    rows: list[dict[str, object]],
) -> None:
    tables: Tables = {"services": [{"id": "s1", "name": "One"}]}
    assert import_package(job, package(tables, name="one"), 1).services == 1
    shelf.database.connection().execute("DELETE FROM import_batch")
    tables[more] = [*tables.get(more, []), *rows]
    assert "very many rows" in refused(shelf, job, package(tables))


def crowd(services: int, addresses: int, letters: int = 1) -> Tables:
    """Services at one place."""
    return {
        "services": [{"id": f"s{n}", "name": "n"} for n in range(services)],
        "locations": [{"id": "l", "name": "n"}],
        "service_at_location": [
            {"id": f"{n}", "service_id": f"s{n}", "location_id": "l"} for n in range(services)
        ],
        "addresses": [
            {"id": f"{n}", "location_id": "l", "city": "c" * letters} for n in range(addresses)
        ],
    }


def test_services_and_addresses_each_with_each(
    shelf: Place, job: Connection, package: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, "WORK", 300)
    assert "share the same places" in refused(shelf, job, package(crowd(31, 10), name="a"))
    assert import_package(job, package(crowd(30, 10), name="b"), 1).services == 30


def test_words_beside_the_services(
    shelf: Place, job: Connection, package: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, "SIZE", 1_000)
    assert "share the same places" in refused(shelf, job, package(crowd(90, 2, 100), name="a"))
    assert import_package(job, package(crowd(20, 2, 100), name="b"), 1).services == 20


def test_services_that_are_not_listed(shelf: Place, job: Connection, package: Write) -> None:
    tables = plain()
    states = ("inactive", "defunct", "temporarily closed", "active")
    tables["services"] += [
        {"id": f"t{n}", "organization_id": "o1", "name": f"T{n}", "status": state}
        for n, state in enumerate(states)
    ]
    first = import_package(job, package(tables), 1)
    assert (first.services, first.resting, first.taken_off) == (6, 2, 0)
    with shelf.operation("Took two off"):
        shelf.database.connection().execute(
            "UPDATE service SET archived_at = 5 WHERE name IN ('T0', 'T3')"
        )
    again = import_package(job, package(tables), 2)
    assert (again.services, again.resting, again.taken_off) == (6, 1, 2)
