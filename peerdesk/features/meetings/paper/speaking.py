"""How papers write words, days and numbers: in the language of this computer."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from peerdesk.features.meetings.paper.documents import Voice
from peerdesk.features.meetings.paper.keying import LETTERS
from peerdesk.ui import dates
from peerdesk.ui.text import render


def voice() -> Voice:
    """The voice of the reader's language."""
    locale = QLocale()
    return Voice(
        say=render,
        day=lambda day: f"{locale.dayName(day.isoweekday())} {dates.full_day(day, locale)}",
        clock=lambda at: dates.clock(at, locale),
        span=lambda start, end: dates.span(start, end, locale),
        number=locale.toString,
    )


def letters() -> dict[str, str]:
    """The letters of ``keying.LETTERS`` as they are typed in the reader's language."""
    return {render(text).casefold(): key for key, text in LETTERS.items()}
