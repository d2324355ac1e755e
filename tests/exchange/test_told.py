"""What small tables tell about services."""

from __future__ import annotations

import pytest
from packages import Write, plain

from peerdesk.exchange import cleaning
from peerdesk.exchange.hsds import import_package
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place


def test_fees_of_every_option_count(shelf: Place, job: Connection, package: Write) -> None:
    tables = plain()
    tables["cost_options"] = [
        {"id": "1", "service_id": "s2", "amount": "0", "amount_description": ""},
        {"id": "2", "service_id": "s2", "amount": "5", "amount_description": "a day"},
    ]
    import_package(job, package(tables), 1)
    assert shelf.rows("SELECT free FROM service WHERE name = 'Food Bank'") == [(0,)]
    assert shelf.rows("SELECT amount FROM cost_option ORDER BY id") == [(0.0,), (5.0,)]


def test_terms_and_attributes_of_3_0(shelf: Place, job: Connection, package: Write) -> None:
    tables = plain()
    tables["taxonomy_terms"] = [
        {"id": "t0", "name": "Help", "description": "", "parent_id": ""},
        {"id": "t1", "name": "Immigration", "description": "", "parent_id": "t0"},
    ]
    tables["attributes"] = [
        {"id": "1", "link_id": "s2", "link_entity": "service", "taxonomy_term_id": "t1"}
    ]
    tables["taxonomies"] = [{"id": "v", "name": "Vocabulary"}]
    result = import_package(job, package(tables), 1)
    assert not result.not_kept
    assert shelf.rows("SELECT name FROM taxonomy") == [("Vocabulary",)]
    sql = "SELECT category FROM service WHERE name = 'Food Bank'"
    assert shelf.rows(sql) == [("food rights newcomers",)]
    parents = "SELECT p.name FROM taxonomy_term AS t JOIN taxonomy_term AS p ON p.id = t.parent_id"
    assert shelf.rows(parents) == [("Help",)]


def test_one_id_asked_for_again_and_again(
    shelf: Place, job: Connection, package: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows that share an id: work is done once, and long words are not copied to every row."""
    free, level = cleaning.free, cleaning.step_free
    asked: list[str] = []
    monkeypatch.setattr(cleaning, "free", lambda fees: bool(asked.append(fees)) or free(fees))
    monkeypatch.setattr(cleaning, "step_free", lambda said: bool(asked.append(said)) or level(said))
    raw = {
        "services.csv": b"id,name\n" + b"".join(b"s,n%d\n" % n for n in range(30)),
        "locations.csv": b"id,name\n" + b"".join(b"l,n%d\n" % n for n in range(30)),
        "eligibility.csv": b"service_id,eligibility\ns," + b"word " * 100 + b"\n",
        "cost_options.csv": b"id,service_id,amount\nc,s,0\n",
        "accessibility.csv": b"id,location_id,description\na,l,Ramp\n",
    }
    assert import_package(job, package(raw=raw), 1).services == 30
    assert sorted(asked) == ["0", "Ramp"]
    told = shelf.rows("SELECT eligibility_description FROM service ORDER BY id")
    assert sum(len(str(words)) for (words,) in told) <= 2 * 500
    assert shelf.rows("SELECT min(free) FROM service") == [(1,)]
    assert shelf.rows("SELECT min(step_free) FROM location") == [(1,)]
