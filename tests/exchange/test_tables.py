"""CSV files in any encoding and shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.exchange import tables
from peerdesk.exchange.tables import Table, encoding, heading

TEXT = "id,name\n1,Café “Zür” 東京\n"


def rows(data: bytes) -> list[tuple[int, list[str]]]:
    return list(Table("a.csv", data))


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_and_without_a_mark(name: str) -> None:
    assert rows(TEXT.encode(name)) == [(2, ["1", "Café “Zür” 東京"])]


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_that_have_to_be_guessed(name: str) -> None:
    assert rows("id,name\n1,Café “x”\n".encode(name)) == [(2, ["1", "Café “x”"])]


def test_a_bad_byte_does_not_lose_the_row() -> None:
    assert encoding(b"id,name\n1,\xe9\x81") == "cp1252"
    assert rows(b"id,name\n1,a\x81b") == [(2, ["1", "a\ufffdb"])]
    assert encoding(b"ok\xe9") == "cp1252"


def test_zero_bytes_go() -> None:
    assert rows(b"id,name\n1,a\x00b\n" + b"2,longer text here\n" * 9)[0] == (2, ["1", "ab"])


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_delimiters(mark: str) -> None:
    assert rows(f"id{mark}name\n1{mark}x\n".encode()) == [(2, ["1", "x"])]


def test_old_line_ends() -> None:
    assert rows(b"id,name\r1,x\r2,y\r") == [(2, ["1", "x"]), (3, ["2", "y"])]
    assert rows(b"id,name\r\n1,x\r\n") == [(2, ["1", "x"])]


def test_headings() -> None:
    assert heading(' \ufeff"Postal Code" ') == "postal_code"
    assert heading("address-1") == "address_1"
    assert Table("a.csv", b"\n,,\nID , Name\n1,x\n").headings == ["id", "name"]
    assert rows(b"") == []


def test_ragged_rows() -> None:
    table = Table("a.csv", b"id,name,x\n1\n\n2,b,c,\n3,b,c,d\n4,b,c\n")
    assert list(table) == [
        (2, ["1", "", ""]),
        (4, ["2", "b", "c"]),
        (5, ["3", "b", "c"]),
        (6, ["4", "b", "c"]),
    ]
    (problem,) = table.problems
    assert (problem.row, problem.left_out) == (5, False)


def test_only_empty_rows() -> None:
    assert rows(b"id,name\n\n\n") == []


def test_a_quotation_mark_that_is_never_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_CELL", 200)
    table = Table("a.csv", b'id,name\n1,a\n2,"' + b"x\n" * 150 + b"3,c\n")
    found = list(table)
    assert found[0] == (2, ["1", "a"])
    assert found[-1][1] == ["3", "c"]
    assert [p.row for p in table.problems if p.left_out] == [3]
    tables.csv.field_size_limit(1024 * 1024)


def test_headings_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_CELL", 5)
    table = Table("a.csv", b"a very long heading,name\n1,x\n")
    assert list(table) == []
    assert table.problems[0].row == 1
    tables.csv.field_size_limit(1024 * 1024)


@given(st.binary(max_size=400))
def test_any_bytes_at_all(data: bytes) -> None:
    table = Table("a.csv", data)
    for row, cells in table:
        assert row > 1
        assert len(cells) == len(table.headings)


def test_no_more_blanks_are_made_than_the_file_has_bytes() -> None:
    table = Table("a.csv", ",".join(f"h{n}" for n in range(100)).encode() + b"\n" + b"1\n" * 50)
    came = [cells for _, lot in table.lots(10) for cells in lot]
    assert 0 < len(came) < 10
    assert all(len(cells) == 100 for cells in came)
    assert "far fewer cells" in str(table.problems[-1].text)
