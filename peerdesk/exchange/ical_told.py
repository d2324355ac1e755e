"""What is said about a calendar file that could not be read, or not all of it."""

from __future__ import annotations

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.exchange import ical_lines
from peerdesk.exchange.ical_lines import Part

LISTED = 100


class Telling:
    """Counts entries that were left out or read only in part, and has a sentence for each of the
    first hundred."""

    def __init__(self) -> None:
        self.left_out = self.noted = 0
        self.told: list[Text] = []

    def _tell(self, part: Part, number: int, text: Text) -> None:
        if len(self.told) < LISTED:
            name = ical_lines.words(part.value("SUMMARY"))
            if name:
                whole = translate("RoomCalendar", "Entry {number}, “{name}”: {what}")
            else:
                whole = translate("RoomCalendar", "Entry {number}: {what}")
            self.told.append(whole.format(number=number, name=name, what=text))

    def leave_out(self, part: Part, number: int, text: Text) -> None:
        """An entry that is not shown; ``number`` counts from 1 as the file has them."""
        self.left_out += 1
        self._tell(part, number, text)

    def note(self, part: Part, number: int, text: Text) -> None:
        """An entry that is shown, but not as it was meant."""
        self.noted += 1
        self._tell(part, number, text)

    def cut_off(self) -> None:
        """The file asks for more work than it is worth: said before all else."""
        self.left_out += 1
        words = translate(
            "RoomCalendar",
            "This calendar holds more dates than PeerDesk can look at, so not all of them are "
            "shown. Ask for a file with fewer months in it.",
        )
        self.told.insert(0, words)


def not_a_calendar() -> KnownError:
    """The file is something else."""
    return KnownError(
        translate(
            "RoomCalendar",
            "This file is not a calendar. Nothing was changed. Ask for the room's calendar as "
            "a file that ends in .ics, then choose that one.",
        )
    )


def too_large() -> KnownError:
    """The file is far larger than any room's calendar."""
    return KnownError(
        translate(
            "RoomCalendar",
            "This file is far larger than the calendar of a room. Nothing was changed. Ask for "
            "a file with only the coming months in it.",
        )
    )
