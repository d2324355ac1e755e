"""What stands on paper, word for word."""

from __future__ import annotations

import html
import re
from datetime import date, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.features.meetings.paper import documents
from peerdesk.features.meetings.paper.documents import Evening, Proof
from peerdesk.features.meetings.paper.numbering import Row
from peerdesk.features.meetings.shapes import MeetingView
from peerdesk.store.evening import Item, Line, Plan
from tests.features.meetings.paper.voices import VOICE

DEAR = "<b>Tom</b> & 'co' \""
ARABIC = "فاطمة الزهراء"


def plan(**fields: object) -> Plan:
    values: dict[str, object] = {
        "meeting": "11" * 16,
        "group": "22" * 16,
        "title": "Sleep and worry",
        "group_name": "Tuesday Circle",
        "start": "2026-11-24T18:30",
        "zone": "Europe/London",
        "starts_at": 0,
        "minutes": 90,
        "place": "Blue room",
        **fields,
    }
    return Plan(**values)  # type: ignore[arg-type]


class _Words(HTMLParser):
    """The words, and whether every element is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.add(tag)
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of(page: str) -> str:
    parser = _Words()
    parser.feed(page)
    parser.close()
    assert not parser.open
    assert not parser.tags & {"i", "em", "u", "script", "img", "style"}
    return re.sub(r"\s+", " ", " ".join(parser.words)).strip()


ITEMS = (
    Item("a1", "Welcome", 10, "welcome", lead="Dev", say="Good that you are here.\nTea is there."),
    Item("a2", "Check-in", 20, "round"),
    Item("a3", "Help nearby", 5, "services", service="Housing clinic · 555 0100"),
    Item("a4", "Close", 10, "closing"),
)


def test_the_running_sheet_is_enough_alone() -> None:
    made = plan(
        items=ITEMS, numbers=(Line("Crisis line", "988"),), building=("12 Hill Road", "Side door")
    )
    page = documents.running(made, VOICE, 8, {"a4": 2})
    said = words_of(page)
    assert page.startswith("<h1>Running sheet: Sleep and worry</h1>")
    assert "Tuesday Circle · 2026-11-24 · 18:30 to 20:00 · Blue room" in said
    assert "18:30 10 min Welcome · Dev leads Good that you are here. Tea is there." in said
    assert "18:40 20 min Check-in" in said
    assert "Minutes each: 4 people 5:00 · 6 people 3:20 · 8 people 2:30 · 10 people 2:00" in said
    assert "Minutes each, in 2 circles at once: 4 people 5:00" in said
    assert "Housing clinic · 555 0100" in said
    assert "Ends 19:15" in said
    assert "Crisis line: 988" in said
    assert "12 Hill Road · Side door" in said
    assert "Good that you are here.<br>Tea is there." in page


def test_a_running_sheet_of_nothing() -> None:
    page = documents.running(plan(title="", group_name="", place=""), VOICE, 2, {})
    said = words_of(page)
    assert page.startswith("<h1>Running sheet</h1>")
    assert "2026-11-24 · 18:30 to 20:00" in said
    assert "Ends 18:30" in said


@pytest.mark.parametrize(
    ("minutes", "people", "circles", "seconds"),
    [
        (20, 8, 1, 150),
        (20, 9, 2, 240),
        (20, 1, 5, 1200),
        (5, 0, 1, 0),
        (0, 3, 1, 0),
        (9, 4, 0, 135),
    ],
)
def test_what_everybody_has(minutes: int, people: int, circles: int, seconds: int) -> None:
    assert documents.each_seconds(minutes, people, circles) == seconds


def test_the_agreement_is_a_list_to_read_out() -> None:
    page = documents.agreement(plan(agreement=("Passing is fine.", DEAR)), VOICE)
    assert page.count("<li>") == 2
    assert words_of(page) == f"Our agreement Passing is fine. {DEAR}"
    empty = words_of(documents.agreement(plan(), VOICE))
    assert empty == "Our agreement Nothing is written down yet."


def test_help_right_now() -> None:
    made = plan(
        numbers=(Line("Crisis line", "988"),),
        building=("12 Hill Road", "Side door"),
        help_steps=(Line("Stay calm", "One of you\nholds the group."), Line("Ring")),
    )
    said = words_of(documents.help_now(made, VOICE))
    assert said == (
        "If you need help right now Crisis line 988 Where you are 12 Hill Road Side door "
        "Step by step Stay calm One of you holds the group. Ring"
    )
    assert words_of(documents.help_now(plan(), VOICE)) == "If you need help right now"


ROWS = (
    Row(1, b"a" * 16, "Dev Patel", "heron"),
    Row(2, b"b" * 16, "", gone=True),
    Row(3, b"c" * 16, "Dev Shah"),
    Row(4, b"d" * 16, ARABIC, "blue"),
    Row(5, None),
    Row(6, None, gone=True),
)


@pytest.mark.parametrize(
    ("how", "lines"),
    [
        ("names", [("1", "Dev Patel"), ("3", "Dev Shah"), ("4", "فاطمة"), ("5", "")]),
        ("codes", [("1", "heron"), ("4", "blue"), ("5", "")]),
        ("blank", [("5", "")]),
    ],
)
def test_the_sheet_keeps_the_numbers(how: str, lines: list[tuple[str, str]]) -> None:
    page = documents.sign_in(plan(), VOICE, ROWS, how)
    words_of(page)
    found = re.findall(r"<td><b>(\d+)</b></td><td><bdi>(.*?)</bdi>", page)
    assert found == lines
    assert "By phone (p)" in page
    assert "First time (n)" in page


@pytest.mark.parametrize(
    ("names", "short"),
    [
        ([], []),
        (["Ana"], ["Ana"]),
        (["Ana B", "Ana C", "Bo D"], ["Ana B", "Ana C", "Bo"]),
        (["Ana", "Ana"], ["Ana", "Ana"]),
        (["Ana", "ana Bo"], ["Ana", "ana Bo"]),
        (["Ana B C", "Ana B D"], ["Ana B C", "Ana B D"]),
        (["", "  "], ["", ""]),
    ],
)
def test_first_names(names: list[str], short: list[str]) -> None:
    assert documents.first_names(names) == short


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4).map(" ".join), max_size=12))
def test_first_names_tell_apart_who_can_be_told_apart(names: list[str]) -> None:
    short = documents.first_names(names)
    assert len(short) == len(names)
    for one, first in zip(names, short, strict=True):
        assert one.startswith(first)
        assert bool(first) == bool(one)
    for first in set(short):
        if first and short.count(first) > 1:
            same = [name for name, s in zip(names, short, strict=True) if s == first]
            assert set(same) == {first}


def test_badges_stand_in_pairs() -> None:
    page = documents.badges(VOICE, ["Dev Patel", "Dev Shah", DEAR], 2)
    said = words_of(page)
    assert "Dev Patel" in said
    assert "<b>Tom</b>" in said
    assert page.count("<tr>") == 3
    assert page.count("<td") == 6
    assert html.escape("<b>Tom</b>") in page
    assert words_of(documents.badges(VOICE, [], 0)) == "First names to wear Cut along the lines."


WHEN = (datetime(2026, 11, 24, 18, 30), datetime(2026, 11, 24, 20, 0))


def test_proof_says_day_and_hours_alone() -> None:
    said = words_of(documents.proof(VOICE, Proof("Ana Kowalska", *WHEN)))
    assert "Ana Kowalska was here on 2026-11-24, from 18:30 to 20:00." in said
    assert "Purpose" not in said
    assert "Circle" not in said
    full = words_of(documents.proof(VOICE, Proof(DEAR, *WHEN, "Support group", "The House")))
    assert "The House" in full
    assert "Purpose: Support group" in full
    assert f"{DEAR} was here" in full


def test_braces_in_a_name_stay() -> None:
    said = words_of(documents.proof(VOICE, Proof("{day} {0}", *WHEN)))
    assert "{day} {0} was here on 2026-11-24" in said


@pytest.mark.parametrize(
    ("count", "large", "breaks"),
    [(0, False, 0), (1, False, 0), (3, False, 0), (6, False, 1), (6, True, 2)],
)
def test_a_pad_of_slips(count: int, large: bool, breaks: int) -> None:
    page = documents.proof_pad(VOICE, count, "The House", large=large)
    said = words_of(page)
    assert said.count("To whom it may concern") == said.count("The House") == count
    assert page.count("page-break-before") == breaks
    assert page.count("<h1>") == min(1, count)
    assert "House" not in words_of(documents.proof_pad(VOICE, 2))


def test_numbers_for_the_centre_hide_no_visits() -> None:
    evenings = [Evening(date(2026, 11, 17), 3, 1), Evening(date(2026, 11, 10), 12, 0)]
    days = date(2026, 9, 1), date(2026, 11, 30)
    said = words_of(documents.numbers(VOICE, "Tuesday Circle", *days, evenings))
    assert "Tuesday Circle · 2026-09-01 to 2026-11-30" in said
    assert "Meetings held 2 Visits in all 15 Came for the first time 1" in said
    assert "2026-11-10 12 0 2026-11-17 3 1" in said
    none = words_of(documents.numbers(VOICE, "", *days, []))
    assert "No meeting was closed in this time." in none
    assert "Visits in all 0" in none


def meeting(**fields: object) -> MeetingView:
    start, end = WHEN
    values: dict[str, object] = dict.fromkeys(MeetingView.__dataclass_fields__)
    values |= {
        "start": start,
        "end": end,
        "place": "Blue room",
        "way": "mixed",
        "status": "planned",
    }
    return MeetingView(**{**values, **fields})  # type: ignore[arg-type]


def test_next_dates() -> None:
    page = documents.next_dates(VOICE, [meeting(), meeting(status="cancelled")])
    said = words_of(page)
    assert "2026-11-24 18:30 to 20:00 Blue room, and from home" in said
    assert "2026-11-24 18:30 to 20:00 does not take place" in said
    assert words_of(documents.next_dates(VOICE, [])) == "Next dates No dates are planned."


def test_every_document_begins_on_a_page_of_its_own() -> None:
    pages = ["<h1>A</h1><h1>B</h1>", "<h1>C</h1>", "<h1>D</h1>"]
    assert documents.in_one(pages).count("page-break-before") == 2
    assert documents.in_one(pages).startswith("<h1>A</h1><h1>B</h1><h1 style")
    assert documents.in_one([]) == ""
