"""Lines and values of a calendar file."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from peerdesk.exchange import ical_lines
from peerdesk.exchange.ical_lines import Moment, Part
from tests.exchange.calendars import calendar


def kinds(found: list[Part]) -> list[tuple[str, bool]]:
    return [(p.kind, p.whole) for p in found]


def read(*lines: str) -> list[Part]:
    return list(ical_lines.parts(calendar(*lines)))


def test_entries_and_zones() -> None:
    found = read(
        "X-WR-CALNAME:no",
        "BEGIN:VTODO",
        "DTSTART:20261201",
        "END:VTODO",
        "BEGIN:VTIMEZONE",
        "TZID:Own",
        "BEGIN:STANDARD",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
        "begin:vevent",
        "dtstart;tzid=Own:20261201T180000",
        "ATTENDEE:mailto:somebody",
        "BEGIN:VALARM",
        "DURATION:PT5M",
        "END:VALARM",
        "END:STRAY",
        "SUMMARY:Yoga",
        "SUMMARY:again",
        "END:VEVENT",
    )
    assert kinds(found) == [("VCALENDAR", False), ("VTIMEZONE", True), ("VEVENT", True)]
    zone, event = found[1], found[2]
    assert [(p.kind, p.value("TZOFFSETTO")) for p in zone.parts] == [
        ("STANDARD", "+0100"),
        ("DAYLIGHT", "+0200"),
    ]
    assert event.lines.keys() == {"DTSTART", "SUMMARY"}
    start = event.first("DTSTART")
    assert start is not None
    assert (start.params, start.value) == ({"TZID": "Own"}, "20261201T180000")
    assert event.value("SUMMARY") == "Yoga"
    assert event.value("LOCATION") == ""
    assert event.first("LOCATION") is None


def test_an_entry_without_end_ends_where_the_next_begins() -> None:
    found = read("BEGIN:VEVENT", "UID:1", "BEGIN:VEVENT", "UID:2", "END:VEVENT", "BEGIN:VEVENT")
    assert kinds(found)[1:] == [("VEVENT", False), ("VEVENT", True), ("VEVENT", False)]
    assert [p.value("UID") for p in found[1:]] == ["1", "2", ""]


def test_folded_lines_and_old_line_ends() -> None:
    for data in (
        b"BEGIN:VEVENT\r\nSUMMARY:Yo\r\n ga\r\n\t!\r\nEND:VEVENT",
        b"BEGIN:VEVENT\nSUMMARY:Yo\n ga\n\t!\nEND:VEVENT",
        b"BEGIN:VEVENT\rSUMMARY:Yo\r ga\r\t!\rEND:VEVENT",
        "BEGIN:VEVENT\nSUMMARY:Yoga!\nEND:VEVENT".encode("utf-16"),
        b"\xef\xbb\xbfBEGIN:VEVENT\nSUMMARY:Yoga!\nEND:VEVENT",
    ):
        (found,) = ical_lines.parts(data)
        assert (found.whole, found.value("SUMMARY")) == (True, "Yoga!")


@pytest.mark.parametrize(
    ("line", "params", "value"),
    [
        ('UID;X="a:b;c=d";TZID="Own, zone":v:w', {"X": "a:b;c=d", "TZID": "Own, zone"}, "v:w"),
        ("UID;VALUE=DATE;tzid=A/B:v", {"VALUE": "DATE", "TZID": "A/B"}, "v"),
        ("UID;nothing:v", {}, "v"),
        ('UID:v;"', {}, 'v;"'),
        (" UID :v", {}, "v"),
    ],
)
def test_params(line: str, params: dict[str, str], value: str) -> None:
    (_, found) = read("BEGIN:VEVENT", "X:", line, "END:VEVENT")
    # a line that begins with a blank belongs to the one before
    uid = found.first("UID")
    if line.startswith(" "):
        assert uid is None
        return
    assert uid is not None
    assert (uid.params, uid.value) == (params, value)


@pytest.mark.parametrize("line", ['UID;X="never closed:v', 'UID;"', "UID", "", ":", "ATTACH:x"])
def test_lines_that_are_none(line: str) -> None:
    (_, found) = read("BEGIN:VEVENT", line, "END:VEVENT")
    assert found.lines == {}


def test_moments() -> None:
    read_one = ical_lines.moment
    assert read_one("20261201", "Z") == Moment(datetime(2026, 12, 1), "day", "Z")
    assert read_one(" 20261201T1830 ", "Z") == Moment(datetime(2026, 12, 1, 18, 30), "wall", "Z")
    assert read_one("20261201T183060Z", "Z") == Moment(datetime(2026, 12, 1, 18, 30, 59), "utc", "")
    for text in ("", "2026", "20261301", "20261201T250000", "15991231", "24000101", "２０２６1201"):
        with pytest.raises(ValueError):
            read_one(text, "")


def test_lists_of_moments() -> None:
    lines = [
        ical_lines.Line("RDATE", {"TZID": "Z"}, "20261201, 20261202T180000/PT1H ,"),
        ical_lines.Line("RDATE", {}, "20261203"),
    ]
    assert [(m.wall.day, m.zone, rest) for m, rest in ical_lines.moments(lines)] == [
        (1, "Z", ""),
        (2, "Z", "PT1H"),
        (3, "", ""),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PT90M", (0, 5400)),
        ("P1DT2H3M4S", (1, 7384)),
        ("+P2W", (14, 0)),
        ("PT0S", (0, 0)),
        ("P1W2D", (9, 0)),
        ("", None),
        ("P", None),
        ("PT", None),
        ("-PT5M", None),
        ("90", None),
        ("P99999D", None),
        ("PT999999H", (0, 3_599_996_400)),
    ],
)
def test_lengths(text: str, found: tuple[int, int] | None) -> None:
    if found is None or found[1] // 86_400 > ical_lines.LONGEST:
        with pytest.raises(ValueError):
            ical_lines.length(text)
    else:
        assert ical_lines.length(text) == found


def test_offsets() -> None:
    assert ical_lines.offset("+0530") == timedelta(hours=5, minutes=30)
    assert ical_lines.offset("-010203") == -timedelta(hours=1, minutes=2, seconds=3)
    for text in ("", "0100", "+1", "+2400", "+01:00"):
        with pytest.raises(ValueError):
            ical_lines.offset(text)


def test_words_for_the_screen() -> None:
    assert ical_lines.words(r"Yoga\, slow\n and\N soft\\ \; \x") == "Yoga, slow and soft\\ ; x"
    assert ical_lines.words("a\u202eb\u2066c\x00\x07d\t\u200b e\\") == "abc d e\\"
    assert ical_lines.words("نیم\u200cفاصله\ue000\ud800") == "نیم\u200cفاصله"
    long = ical_lines.words("long " * 100)
    assert (len(long), long[-1]) == (200, "…")
    assert ical_lines.words("x" * 200) == "x" * 200
