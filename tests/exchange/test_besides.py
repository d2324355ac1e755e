"""Cells that have no column of ours are kept under their heading."""

from __future__ import annotations

import json

import pytest
from hsds_check import problems
from hypothesis import given
from hypothesis import strategies as st
from packages import Write, plain

from peerdesk.core.errors import KnownError
from peerdesk.exchange import besides
from peerdesk.exchange.besides import key_of
from peerdesk.exchange.hsds import import_package
from peerdesk.exchange.hsds_export import export_package
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place


@given(st.text(max_size=100), st.integers(0, 50))
def test_a_key_may_be_a_heading_again(cell: str, at: int) -> None:
    key = key_of(cell, at)
    assert key
    assert key_of(key, at) == key
    assert not set(key) & set(",;|\t\"'\r\n")


def test_every_other_cell_is_kept(shelf: Place, job: Connection, package: Write) -> None:
    raw = {
        "services.csv": b"id,name,,Odd one,odd one,name,phone_id,\n"
        b"1,First,a,b,c,d,e,\n2,Second,,,,,,\n3,Third,,,,,,z\n",
        "phones.csv": b"id,service_id,number,contact_id,location_id\n1,1,555,gone,\n2,2,556,,\n",
    }
    import_package(job, package(raw=raw), 1)
    kept = [str(r[0]) for r in shelf.rows("SELECT extra FROM service ORDER BY name")]
    assert kept[1] == ""
    first = {"column_3": "a", "odd_one": "b", "odd_one_5": "c", "name_6": "d", "phone_id": "e"}
    assert json.loads(kept[0]) == first
    assert json.loads(kept[2]) == {"column_8": "z"}
    phones = shelf.rows("SELECT extra FROM phone ORDER BY number")
    assert phones == [('{"contact_id_as_published":"gone"}',), ("",)]


def test_what_our_own_columns_hold_already_is_not_written_twice(
    job: Connection, package: Write, tmp_path: object
) -> None:
    tables = plain()
    tables["taxonomy_terms"] = [{"id": "t1", "name": "A"}]
    tables["attributes"] = [
        {"id": "1", "service_id": "s2", "link_id": "other", "taxonomy_term_id": "t1"}
    ]
    path = package(tables)
    import_package(job, path, 1)
    (extra,) = job.execute("SELECT extra FROM service_taxonomy").fetchone()
    assert json.loads(extra) == {"link_id": "other"}
    export_package(job, path.with_name("out"), 1)
    assert problems(path.with_name("out"))["attribute"] == 1


def test_more_columns_than_can_be_kept_are_told(
    shelf: Place, job: Connection, package: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(besides, "MOST", 3)
    raw = {"services.csv": b"id,name,a,b,c,d\n1,First,1,2,3,4\n"}
    result = import_package(job, package(raw=raw), 1)
    assert (result.noted, result.left_out, result.services) == (1, 0, 1)
    assert "more columns" in result.problems[0].text.source
    assert json.loads(str(shelf.rows("SELECT extra FROM service")[0][0])) == {
        "a": "1",
        "b": "2",
        "c": "3",
    }


def test_very_many_cells_of_no_use_are_bounded_work(job: Connection, package: Write) -> None:
    wide = ",".join(f"c{n}" for n in range(300)).encode()
    row = b",x" * 300 + b"\n"
    rows = b"".join(b"%d,n%s" % (n, row) for n in range(1_500))
    path = package(raw={"services.csv": b"id,name," + wide + b"\n" + rows})
    with pytest.raises(KnownError):
        import_package(job, path, 1)
