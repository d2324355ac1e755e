"""Sentences about calendar files."""

from __future__ import annotations

from peerdesk.core.text import Text
from peerdesk.exchange.ical_lines import Line, Part
from peerdesk.exchange.ical_told import LISTED, Telling, not_a_calendar, too_large

WHAT = Text("RoomCalendar", "it was left out.")


def test_an_entry_is_named_where_it_has_a_name() -> None:
    telling = Telling()
    named = Part("VEVENT", {"SUMMARY": [Line("SUMMARY", {}, "Yoga\\, slow {x}")]})
    telling.leave_out(named, 3, WHAT)
    telling.note(Part("VEVENT"), 4, WHAT)
    assert [str(t) for t in telling.told] == [
        "Entry 3, “Yoga, slow {x}”: it was left out.",
        "Entry 4: it was left out.",
    ]
    assert (telling.left_out, telling.noted) == (1, 1)


def test_all_are_counted_and_a_hundred_listed() -> None:
    telling = Telling()
    for number in range(LISTED + 20):
        telling.note(Part("VEVENT"), number, WHAT)
    telling.cut_off()
    assert (telling.left_out, telling.noted, len(telling.told)) == (1, LISTED + 20, LISTED + 1)
    assert str(telling.told[0]).startswith("This calendar holds more dates")


def test_refusals_say_what_to_do() -> None:
    for refusal in (not_a_calendar(), too_large()):
        assert "Nothing was changed. Ask for " in str(refusal)
