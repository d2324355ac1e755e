"""What is typed from the sheet: read, understood, marked in one step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.features.meetings.paper import keying, numbering
from peerdesk.features.meetings.paper.keying import NEW, Keyed, Said
from peerdesk.features.meetings.paper.numbering import MOST_ROWS, Row
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Attendance, Meeting, Person
from peerdesk.store.place import Place

LETTERS = {str(text): key for key, text in keying.LETTERS.items()}
HERE, PHONE = Said("here"), Said("phone")


def read(typed: str) -> Keyed:
    return keying.read(typed, LETTERS)


def test_no_two_letters_are_the_same() -> None:
    assert len(LETTERS) == len(keying.LETTERS)


def test_the_line_of_the_hint() -> None:
    found = read("1 2 5-7 12p 14n +3")
    assert found.lines == {
        1: HERE,
        2: HERE,
        5: HERE,
        6: HERE,
        7: HERE,
        12: PHONE,
        14: Said("here", new=True),
    }
    assert (found.more, found.new, found.unclear) == (3, 0, ())


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("", {}),
        ("   ", {}),
        ("3,4;5", {3: HERE, 4: HERE, 5: HERE}),
        ("5 - 6", {5: HERE, 6: HERE}),
        ("6–5", {5: HERE, 6: HERE}),
        ("7-7", {7: HERE}),
        ("12P", {12: PHONE}),
        ("12pn", {12: Said("phone", new=True)}),
        ("12np", {12: Said("phone", new=True)}),
        ("2-3x", {2: Said("away"), 3: Said("away")}),
        ("4a", {4: Said("apologies")}),
        ("4o", {4: Said("online")}),
        ("4h", {4: HERE}),
        ("5 5p", {5: PHONE}),
        ("٣", {3: HERE}),
        ("007", {7: HERE}),
    ],
)
def test_ways_to_write_lines(typed: str, lines: dict[int, Said]) -> None:
    assert read(typed) == Keyed(lines)


@pytest.mark.parametrize(
    ("typed", "more", "new"),
    [("+3", 3, 0), ("+ 3", 3, 0), ("+2n", 2, 2), ("+1 +2n +1", 4, 2), ("1+2", 2, 0)],
)
def test_more_without_a_name(typed: str, more: int, new: int) -> None:
    found = read(typed)
    assert (found.more, found.new, found.unclear) == (more, new, ())


@pytest.mark.parametrize(
    "typed",
    ["0", "301", "1-301", "99999", "12z", "12pp", "12po", "12nx", "12na", "n", "-4", "1-2-3",
     "+x", "+3p", "+201", "+99999", "²", "<b>"],
)  # fmt: skip
def test_what_is_not_clear_is_said_and_not_guessed(typed: str) -> None:
    assert read(typed) == Keyed(unclear=(typed,))


def test_so_many_do_not_come() -> None:
    assert read("+150 +60").unclear == ("+60",)


said = st.builds(Said, st.sampled_from(["here", "phone", "online"]), st.booleans()) | st.builds(
    Said, st.sampled_from(["apologies", "away"]), st.just(False)
)
_letter = {key: letter for letter, key in LETTERS.items()}


@given(
    lines=st.dictionaries(st.integers(1, MOST_ROWS), said, max_size=40),
    more=st.integers(0, 90),
    new=st.integers(0, 90),
)
def test_what_is_written_is_read(lines: dict[int, Said], more: int, new: int) -> None:
    words = [
        f"{number}{_letter[one.status]}{_letter[NEW] if one.new else ''}"
        for number, one in lines.items()
    ]
    found = read(" ".join([*words, f"+{more}", f"+{new}{_letter[NEW]}"]))
    assert found == Keyed(lines, more + new, new)


@given(st.text(st.sampled_from("0123456789 -–+,pnaxohz"), max_size=60))
def test_anything_typed_is_read_or_named(typed: str) -> None:
    found = read(typed)
    assert all(1 <= number <= MOST_ROWS for number in found.lines)
    assert 0 <= found.new <= found.more <= keying.MOST_MORE
    pieces = sum(map(len, found.unclear))
    assert pieces <= len(typed)
    if typed.strip(" ,") and not found.unclear:
        assert found.lines or "+" in typed


@given(st.text(max_size=40))
def test_nothing_typed_breaks_it(typed: str) -> None:
    read(typed)


ROWS = (
    Row(1, b"a" * 16, "Ana"),
    Row(2, b"b" * 16, "", gone=True),
    Row(3, None),
    Row(4, None),
    Row(5, None),
)


def test_on_the_sheet() -> None:
    found = keying.understand(read("1p 3 4n +2"), ROWS)
    assert [(row.name, one) for row, one in found.people] == [("Ana", PHONE)]
    assert (found.nameless, found.fresh) == (4, 1)
    assert found.clear


@pytest.mark.parametrize(
    ("typed", "missing", "blank", "unclear"),
    [("2", (2,), (), ()), ("1 9", (9,), (), ()), ("5x", (), (5,), ()), ("1 q", (), (), ("q",))],
)
def test_what_means_nobody(
    typed: str, missing: tuple[int, ...], blank: tuple[int, ...], unclear: tuple[str, ...]
) -> None:
    found = keying.understand(read(typed), ROWS)
    assert (found.missing, found.blank, found.unclear) == (missing, blank, unclear)
    assert not found.clear


def test_nothing_typed_is_nothing_to_mark() -> None:
    assert not keying.understand(read(""), ROWS).clear


def test_keyed_in_in_one_step(
    service: MeetingsService, cabinet: Place, tonight: bytes, group: dict[str, bytes]
) -> None:
    rows = numbering.rows_for(service, tonight, named=True, blanks=2)
    numbering.keep(service, tonight, rows)
    service.set_walk_ins(tonight, 1)
    cabinet.settle()
    typed = read("1 2p 3x 4n 5 6n +3")
    keying.key_in(service, tonight, keying.understand(typed, rows))
    marks = {m.name: m.status for m in service.attendance(tonight)}
    assert marks == {"Ana": "here", "Bo": "phone", "Dev": "away", "Tom": "here"}
    tom = Attendance.get(Attendance.person == Person.get(Person.uid == group["Tom"]).id)
    assert tom.first_time
    meeting = Meeting.get(Meeting.uid == tonight)
    assert (meeting.walk_ins, meeting.new_people) == (1 + 5, 1)
    cabinet.undo()
    assert {m.status for m in service.attendance(tonight)} == {"unknown"}
    meeting = Meeting.get(Meeting.uid == tonight)
    assert (meeting.walk_ins, meeting.new_people) == (1, 0)
    assert numbering.kept(service, tonight)


def test_more_alone_is_added_to_those_counted(
    service: MeetingsService, tonight: bytes, group: dict[str, bytes]
) -> None:
    del group
    for _ in range(2):
        keying.key_in(service, tonight, keying.understand(read("+2"), ()))
    found = service.meeting(tonight)
    assert found is not None
    assert found.walk_ins == 4


def test_people_alone_leave_the_count(
    service: MeetingsService, tonight: bytes, group: dict[str, bytes]
) -> None:
    del group
    rows = numbering.rows_to_key(service, tonight)
    keying.key_in(service, tonight, keying.understand(read("1"), rows))
    assert service.counts(tonight).here == 1


def test_no_such_meeting(service: MeetingsService) -> None:
    with pytest.raises(KeyError):
        keying.key_in(service, b"n" * 16, keying.understand(read("+1"), ()))
