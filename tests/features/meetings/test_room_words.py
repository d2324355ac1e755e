from __future__ import annotations

from datetime import datetime

import pytest

from peerdesk.exchange.busy import Busy
from peerdesk.features.meetings import when
from peerdesk.features.meetings.room_words import taken_words, words_of_busy

LONDON = "Europe/London"


def busy(start: str, end: str, words: str = "Yoga", room: str = "") -> Busy:
    moments = [when.instant(datetime.fromisoformat(t), LONDON) for t in (start, end)]
    return Busy(moments[0], moments[1], words, room)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-11-24T18:00", "2026-11-24T20:00", "18:00 to 20:00, Yoga"),
        ("2026-11-24T00:00", "2026-11-25T00:00", "all day, Yoga"),
        ("2026-11-24", "2026-11-27", "Tuesday 24 November to Thursday 26 November, Yoga"),
        (
            "2026-11-24T22:00",
            "2026-11-25T02:00",
            "Tuesday 24 November 22:00 to Wednesday 25 November 02:00, Yoga",
        ),
        ("2026-11-24", "2026-11-24", "00:00 to 00:00, Yoga"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_when_a_room_is_taken(start: str, end: str, said: str) -> None:
    assert words_of_busy(busy(start, end), LONDON) == said


@pytest.mark.usefixtures("qapp")
def test_another_room_is_named() -> None:
    one = busy("2026-11-24T18:00", "2026-11-24T20:00", "", "Green room")
    assert taken_words(one, LONDON, "Blue room") == "The room is taken 18:00 to 20:00, Green room"
    assert taken_words(one, LONDON, "green room") == "The room is taken 18:00 to 20:00"


@pytest.mark.usefixtures("qapp")
def test_the_time_is_that_of_the_meeting() -> None:
    one = busy("2026-11-24T18:00", "2026-11-24T20:00")
    assert words_of_busy(one, "Europe/Berlin") == "19:00 to 21:00, Yoga"
