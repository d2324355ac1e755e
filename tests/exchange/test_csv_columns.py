"""A directory in one file, whatever its headings."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from packages import another_centre, column

from peerdesk.core.errors import KnownError
from peerdesk.exchange import csv_columns
from peerdesk.exchange.csv_columns import FIELDS, Columns, List, guess, open_list
from peerdesk.exchange.hsds import import_package
from peerdesk.exchange.hsds_export import export_package
from peerdesk.exchange.prepared import Prepared, Result
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place

PLAIN = (
    "Service,Agency,Telephone,Street Address,Town,Postcode,Opening hours,Web,Languages,Colour\n"
    "Housing Clinic,Riverside,555 0198; 555 0199,12 Mill Lane,Millbrook,MB1 2CD,"
    'Mon to Fri 9:30-17:00,www.clinic.example,"English, Spanish",blue\n'
    "\n"
    "Food Bank,,555 0200,,Eastford,,,,,\n"
)


def fields(found: List) -> list[str]:
    return list(found.columns.fields)


def brought(job: Connection, path: Path, columns: Columns, now: int = 1) -> Result:
    with Prepared(path, opened=partial(open_list, columns=columns)) as prepared:
        return prepared.bring_in(job, now)


def test_columns_are_guessed_and_services_come_in(
    shelf: Place, job: Connection, tmp_path: Path
) -> None:
    path = tmp_path / "Help 2026-11.csv"
    path.write_text(PLAIN, encoding="utf-8")
    found = List.read(path)
    assert fields(found) == [
        "name", "organization", "phone", "address", "city", "postal_code", "hours", "url",
        "languages", "",
    ]  # fmt: skip
    assert (found.rows, found.known, found.columns.complete) == (2, False, True)
    assert found.sample[0][0] == "Housing Clinic"
    result = brought(job, path, found.columns)
    assert (result.services, result.problems) == (2, ())
    assert shelf.rows(
        "SELECT s.name, o.name, s.url FROM service AS s"
        " JOIN organization AS o ON o.id = s.organization_id ORDER BY 1"
    ) == [("Food Bank", "Food Bank", ""), ("Housing Clinic", "Riverside", "www.clinic.example")]
    assert column(shelf, "SELECT number FROM phone ORDER BY 1") == [
        "555 0198", "555 0199", "555 0200",
    ]  # fmt: skip
    assert shelf.rows("SELECT address_1, city, postal_code FROM address ORDER BY 1") == [
        ("", "Eastford", ""),
        ("12 Mill Lane", "Millbrook", "MB1 2CD"),
    ]
    assert column(shelf, "SELECT description FROM schedule") == ["Mon to Fri 9:30-17:00"]
    assert column(shelf, "SELECT name FROM language ORDER BY 1") == ["English", "Spanish"]
    assert column(shelf, "SELECT kind FROM import_batch") == ["table"]
    assert column(shelf, "SELECT count(*) FROM service_at_location") == [2]


def test_next_months_list_changes_what_changed(
    shelf: Place, job: Connection, tmp_path: Path
) -> None:
    path = tmp_path / "Help 2026-11.csv"
    path.write_text("Name,Phone\nClinic,555 1\nBank,555 2\n")
    brought(job, path, List.read(path).columns)
    later = tmp_path / "Help 2026-12.csv"
    later.write_text("Name,Phone\nCafé,555 3\nClinic,555 9\n", encoding="cp1252")
    with Prepared(later, opened=partial(open_list, columns=List.read(later).columns)) as prepared:
        seen = prepared.look(job)
    assert (seen.new_names, seen.gone_names) == (("Café",), ("Bank",))
    assert [c.name for c in seen.changes] == ["Clinic"]


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1252", ","), ("utf-8", "|")],
)
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "list.csv"
    rows = (["Name", "Teléfono"], ["Café für alle", "555 123"])
    path.write_bytes("\r\n".join(map(delimiter.join, rows)).encode(encoding))
    found = List.read(path)
    assert fields(found) == ["name", "phone"]
    assert found.sample == (("Café für alle", "555 123"),)


@pytest.mark.parametrize(
    ("headings", "row", "wanted"),
    [
        (["a", "b", "c", "d"], ["x@y.org", "www.x.org", "01234 567890", "Club"],
         ["email", "url", "phone", "name"]),
        (["organisation", "main_phone_line", "fax"], ["Trust", "see web", ""],
         ["name", "phone", ""]),
        (["title", "name", "notes", "comments"], ["A", "B", "c", "d"],
         ["name", "", "description", "description"]),
        (["1", "2"], ["5", "6"], ["", ""]),
        (["place", "what_they_offer"], ["Hall", "Tea"], ["name", "description"]),
        (["who?", "cost*", "ref"], ["Adults", "5", "r1"],
         ["eligibility_description", "fees_description", "id"]),
    ],
)  # fmt: skip
def test_guesses(headings: list[str], row: list[str], wanted: list[str]) -> None:
    assert list(guess(headings, [row]).fields) == wanted


def test_what_was_said_before_is_remembered_if_it_fits(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("A,B\nx,y\n")
    found = List.read(path)
    again = found.remembering(Columns(("", "name")).written())
    assert (again.known, fields(again)) == (True, ["", "name"])
    assert found.remembering("name") is found
    assert found.remembering("name|colour") is found
    other = tmp_path / "other.csv"
    other.write_text("A;B\nz;y\n")
    assert List.read(other).mark == found.mark


class Asked(set[str]):
    times = 0

    def __contains__(self, one: object) -> bool:
        self.times += 1
        return super().__contains__(one)


def test_a_list_of_one_name_costs_as_much_as_its_rows() -> None:
    made = csv_columns._Tables()
    made._seen = seen = Asked()
    for row in range(300):
        made.add(row + 2, {"name": ["Food Bank"]})
    assert len(seen) == 300
    assert seen.times < 300 * 6


def test_the_same_name_twice_and_two_columns_for_one_field(
    shelf: Place, job: Connection, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Name,Town,About,Notes,Phone\n"
        "Café,A,one,two,see 12 or 34\nCafé,B,,,\nCafé,B,,,\nCafé,B,,,\n,C,no name,,\n"
    )
    found = List.read(path)
    result = brought(job, path, found.columns)
    assert result.services == 4
    assert [(p.file, p.row, p.left_out) for p in result.problems] == [("list.csv", 6, True)]
    assert column(shelf, "SELECT description FROM service WHERE description <> ''") == ["one\ntwo"]
    assert column(shelf, "SELECT number FROM phone") == ["see 12 or 34"]


def test_only_the_first_rows_are_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,X\n" + "a,\n" * csv_columns.LOOKED_AT + "b,x@y.org\n")
    found = List.read(path)
    assert (found.rows, fields(found)) == (csv_columns.LOOKED_AT + 1, ["name", ""])


def test_rows_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Phone\nA,1,too much\n")
    assert [p.row for p in List.read(path).problems] == [2]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04xxxx", "save it as CSV"),
        (b"\xd0\xcf\x11\xe0", "save it as CSV"),
        (b"", "one row of headings"),
        (b"Name,Phone\n", "one row of headings"),
        (b"\x01\x02\x03\n1\n", "one row of headings"),
        (b"a," * 300 + b"\n1\n", "one row of headings"),
    ],
)
def test_what_is_no_list(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(KnownError, match=words):
        List.read(path)


def test_too_long_too_large_and_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name\n" + "x\n" * 6)
    monkeypatch.setattr(csv_columns, "MOST_ROWS", 5)
    with pytest.raises(KnownError, match="20,000 rows"):
        List.read(path)
    monkeypatch.setattr(csv_columns, "MAX_LIST", 5)
    with pytest.raises(KnownError, match="more room"):
        List.read(path)
    with pytest.raises(KnownError, match="cannot be read"):
        List.read(tmp_path / "nothing.csv")


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.text(alphabet='aN,;"\n\r\t|é0 ', max_size=200).map(str.encode),
        st.text(alphabet='ab,\n"', max_size=80).map(lambda t: f"name,phone\n{t}".encode("utf-16")),
    ),
    pick=st.lists(st.sampled_from(["", *FIELDS]), min_size=1, max_size=6),
)
@example(data=b"name\n\xff\xfe\n", pick=["name"])
@example(data=b'name,phone\n"a\n\nb', pick=["name", "phone"])
@example(data=b"\xef\xbb\xbf\n\nname\r1\r2", pick=["name"])
def test_any_bytes_are_a_list_or_a_plain_sentence(
    job: Connection, tmp_path: Path, data: bytes, pick: list[str]
) -> None:
    path = tmp_path / "fuzz.csv"
    path.write_bytes(data)
    try:
        found = List.read(path)
        assert len(found.columns.fields) == len(found.headings)
        for columns in (found.columns, Columns(tuple(pick))):
            brought(job, path, columns)
    except KnownError:
        pass


def test_steps_and_ages_come_in_as_filters_ask_for_them(
    shelf: Place, job: Connection, tmp_path: Path
) -> None:
    path = tmp_path / "access.csv"
    path.write_text(
        "Name,Barrierefrei,Age from,Age to\n"
        "Yes,Ja,16,25\nNo,nein,,\nWords,Ramp at the side door,18,\nNothing,,young,\n",
        encoding="utf-8",
    )
    found = List.read(path)
    assert fields(found) == ["name", "accessibility", "minimum_age", "maximum_age"]
    brought(job, path, found.columns)
    assert shelf.rows(
        "SELECT s.name, s.minimum_age, s.maximum_age, coalesce(l.step_free, 0) FROM service AS s"
        " LEFT JOIN service_at_location AS h ON h.service_id = s.id"
        " LEFT JOIN location AS l ON l.id = h.location_id ORDER BY s.id"
    ) == [
        ("Yes", 16, 25, 1),
        ("No", None, None, 0),
        ("Words", 18, None, 1),
        ("Nothing", None, None, 0),
    ]
    assert column(shelf, "SELECT description FROM accessibility ORDER BY 1") == [
        "Ramp at the side door", "Step-free",
    ]  # fmt: skip


TERMS = (
    "SELECT s.name, t.name FROM service AS s JOIN service_taxonomy AS x ON x.service_id = s.id"
    " JOIN taxonomy_term AS t ON t.id = x.taxonomy_term_id ORDER BY 1, 2"
)


def test_categories_and_what_to_bring_come_in_and_go_out_again(
    shelf: Place, job: Connection, tmp_path: Path
) -> None:
    path = tmp_path / "kinds.csv"
    path.write_text(
        "Name,Category,What to bring,Type\n"
        "Pantry,Food; Clothing,Proof of address | A bag,\n"
        'Desk,"Housing, Debt ,housing",,\n'
        'Line,"Alcohol, drugs;",a letter; A  letter,Support\n'
        "Bare,,,\n",
        encoding="utf-8",
    )
    found = List.read(path)
    assert fields(found) == ["name", "category", "documents", "category"]
    result = brought(job, path, found.columns)
    assert (result.services, result.problems) == (4, ())
    terms = [
        ("Desk", "Debt"), ("Desk", "Housing"), ("Line", "Alcohol, drugs"), ("Line", "Support"),
        ("Pantry", "Clothing"), ("Pantry", "Food"),
    ]  # fmt: skip
    papers = [("Line", "a letter"), ("Pantry", "A bag"), ("Pantry", "Proof of address")]
    asked = (
        "SELECT s.name, d.document FROM service AS s"
        " JOIN required_document AS d ON d.service_id = s.id ORDER BY 1, 2"
    )
    plain = "SELECT name, category FROM service ORDER BY name"
    assert shelf.rows(TERMS) == terms
    assert shelf.rows(asked) == papers
    assert shelf.rows(plain) == [
        ("Bare", ""), ("Desk", "housing money"), ("Line", "addiction talk"),
        ("Pantry", "food things"),
    ]  # fmt: skip
    export_package(job, tmp_path / "out.zip", 1)
    other = another_centre(tmp_path / "other", shelf.clock)
    try:
        connection = other.another()
        import_package(connection, tmp_path / "out.zip", 1)
        connection.close()
        assert other.rows(TERMS) == terms
        assert other.rows(asked) == papers
        assert other.rows(plain) == shelf.rows(plain)
    finally:
        other.close()


def test_next_months_list_takes_a_category_away(
    shelf: Place, job: Connection, tmp_path: Path
) -> None:
    path = tmp_path / "Help 1.csv"
    path.write_text("Name,Category\nPantry,Food; Clothing\nDesk,Food\n")
    brought(job, path, List.read(path).columns)
    path.write_text("Name,Category\nPantry,FOOD\nDesk,Food; Debt\n")
    brought(job, path, List.read(path).columns, 2)
    assert [(s, str(t).casefold()) for s, t in shelf.rows(TERMS)] == [
        ("Desk", "debt"), ("Desk", "food"), ("Pantry", "food"),
    ]  # fmt: skip
