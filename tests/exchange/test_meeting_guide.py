"""Meeting Guide JSON: weekly meetings, without last names and HTML."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.exchange.meeting_guide import (
    PublicMeeting,
    first_names,
    plain,
    slug,
    weekdays,
    write_meeting_guide,
)

UID = bytes(range(16))


def meeting(**more: Any) -> PublicMeeting:
    values: dict[str, Any] = {
        "uid": UID,
        "name": "Tuesday circle",
        "start": datetime(2026, 11, 24, 18, 30),
        "zone": "Europe/Berlin",
        "minutes": 90,
        "rrule": "FREQ=WEEKLY;BYDAY=TU",
    }
    return PublicMeeting(**{**values, **more})


def written(*meetings: PublicMeeting, people: tuple[str, ...] = ()) -> list[dict[str, object]]:
    guide = write_meeting_guide(meetings, people)
    found = json.loads(guide.data)
    assert guide.left_out == ()
    assert len(found) == guide.entries
    return list(found)


def test_an_entry_in_full() -> None:
    assert written(
        meeting(
            location="Community house",
            address="Main Street 1\n12345 Berlin\nGermany",
            notes="Ring at the <b>blue</b> door.\nTea & cake",
            group="Together",
            types=("O", "O", "not a code", "X-1"),
            conference_url="https://meet.example.org/j/123?pwd=x",
            conference_phone="+49 30 555 0199,,12#",
            updated_ms=1_795_521_600_999,
        )
    ) == [
        {
            "name": "Tuesday circle",
            "slug": "meeting-f49644867b0897ea",
            "day": 2,
            "time": "18:30",
            "end_time": "20:00",
            "timezone": "Europe/Berlin",
            "location": "Community house",
            "formatted_address": "Main Street 1, 12345 Berlin, Germany",
            "notes": "Ring at the blue door.\nTea & cake",
            "group": "Together",
            "types": ["O", "X-1"],
            "conference_url": "https://meet.example.org/j/123?pwd=x",
            "conference_phone": "+49 30 555 0199,,12#",
            "updated": "2026-11-24 12:00:00",
        }
    ]


def test_what_is_not_said_is_not_there() -> None:
    (found,) = written(meeting())
    assert found.keys() == {"name", "slug", "day", "time", "end_time", "timezone"}


def test_a_meeting_past_midnight() -> None:
    (found,) = written(meeting(start=datetime(2026, 11, 24, 23), minutes=120))
    assert (found["time"], found["end_time"]) == ("23:00", "01:00")


def test_nothing() -> None:
    assert write_meeting_guide([]).data == b"[]\n"


# -- which days ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=WEEKLY;BYDAY=SU", [0]),
        ("FREQ=WEEKLY;BYDAY=SA,MO,MO", [1, 6]),
        ("FREQ=WEEKLY;INTERVAL=1;WKST=SU", [2]),
        ("freq=weekly", [2]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", []),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", []),
        ("FREQ=WEEKLY;BYDAY=XX", []),
        ("FREQ=MONTHLY;BYDAY=1TU", []),
        ("", []),
    ],
)
def test_weekly_or_not(rule: str, days: list[int]) -> None:
    assert weekdays(meeting(rrule=rule)) == days


def test_meetings_that_are_not_weekly_are_left_out_with_a_reason() -> None:
    monthly = meeting(uid=b"m", name="Film", rrule="FREQ=MONTHLY;BYDAY=-1FR")
    guide = write_meeting_guide([monthly, meeting(), meeting(uid=b"n", name=" <i></i> ")])
    assert guide.entries == 1
    assert [(o.uid, o.name, str(o.text).split(".")[0]) for o in guide.left_out] == [
        (b"m", "Film", "It does not take place every week"),
        (b"n", "", "It has no name"),
    ]


def test_two_days_are_two_entries() -> None:
    found = written(meeting(rrule="FREQ=WEEKLY;BYDAY=TU,TH"))
    assert [(e["day"], e["slug"]) for e in found] == [
        (2, slug(UID, "TU")),
        (4, slug(UID, "TH")),
    ]


def test_the_same_meeting_comes_in_once() -> None:
    assert len(written(meeting(), meeting(name="again"))) == 1


@given(st.lists(st.binary(min_size=1, max_size=16), unique=True, max_size=20), st.text())
def test_slugs_are_short_unique_and_never_change(uids: list[bytes], name: str) -> None:
    meetings = [meeting(uid=u, name=f"x{name}", rrule="FREQ=WEEKLY;BYDAY=MO,TU") for u in uids]
    found = [str(e["slug"]) for e in written(*meetings)]
    assert len(set(found)) == len(found) == 2 * len(uids)
    assert all(len(s) <= 64 and s.replace("-", "").isalnum() and s.isascii() for s in found)
    again = written(*reversed([meeting(uid=u, rrule="FREQ=WEEKLY;BYDAY=MO,TU") for u in uids]))
    assert {str(e["slug"]) for e in again} == set(found)
    assert slug(UID) == "meeting-f49644867b0897ea"


# -- what must not be in it ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>One</p><p>Two<br/>three</p>", "One\nTwo\nthree"),
        ("a <script>x</script> b", "a x b"),
        ("&lt;b&gt;bold&lt;/b&gt; &amp; more", "bold & more"),
        ("&amp;lt;img src=x onerror=y&amp;gt;z", "z"),
        ("1 < 2 > 0 <", "1 2 0"),
        ("<<b>script>", ""),
        ("a < <b>b", "a b"),
        ("a\r\n\r\n b\rc\x00\x1b\ufeff", "a\nb\nc"),
    ],
)
def test_no_html(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text(alphabet="<>&;lgtamp/b! x", max_size=40))
def test_no_marks_are_left_whatever_is_written(text: str) -> None:
    assert "<" not in plain(text)
    assert ">" not in plain(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ask Maria Lopez.", "Ask Maria L."),
        ("ask MARIA  LOPEZ or Jo", "ask Maria L. or Jo"),
        ("Maria Lopez Garcia", "Maria G."),
        ("Marial Lopez, Maria Lopezzo", "Marial Lopez, Maria Lopezzo"),
        ("Jo\\1 Bell", "Jo\\1 B."),
        ("Cher", "Cher"),
    ],
)
def test_no_last_names(text: str, shown: str) -> None:
    people = ("Maria Lopez", "Maria Lopez Garcia", "Jo\\1 Bell", "Cher", " ")
    assert first_names(text, people) == shown


def test_no_last_names_in_any_field() -> None:
    texts = dict.fromkeys(("name", "location", "address", "notes", "group"), "with Maria Lopez")
    (found,) = written(meeting(**texts), people=("Maria Lopez",))
    assert "Lopez" not in json.dumps(found)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("conference_url", "http://meet.example.org", "https://"),
        ("conference_url", "javascript:alert(1)", "https://"),
        ("conference_url", 'https://meet.example.org/"><b>', "https://"),
        ("conference_phone", "ask Maria", "not a number"),
    ],
)
def test_links_and_numbers_that_are_none(field: str, value: str, words: str) -> None:
    guide = write_meeting_guide([meeting(**{field: value})])
    assert guide.entries == 1
    assert field.encode() not in guide.data
    assert [words in str(o.text) for o in guide.left_out] == [True]
