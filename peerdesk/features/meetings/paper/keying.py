"""Keying the sign-in sheet back in: "1 2 5-9 12p 14n +3".

A number is a line of the sheet, two with a dash are all lines between them. Letters after a number
say how: see LETTERS. "+3" are three more who wrote no name, "+2n" two who came for the first time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from peerdesk.core.ids import natural_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.meetings.paper.numbering import MOST_ROWS, Row
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import HERE, Attendance, Meeting

NEW = "new"
LETTERS: dict[str, Text] = {
    "here": translate("Paper", "h", "one letter typed after a number: here"),
    "phone": translate("Paper", "p", "one letter typed after a number: by phone"),
    "online": translate("Paper", "o", "one letter typed after a number: online"),
    "apologies": translate("Paper", "a", "one letter typed after a number: sent apologies"),
    "away": translate("Paper", "x", "one letter typed after a number: not here"),
    NEW: translate("Paper", "n", "one letter typed after a number: here for the first time"),
}
"""What may stand after a number, in the language of the sheet; ``NEW`` may stand with another."""
MOST_MORE = 200
"""More people without a name than this do not come in one evening."""

_ROWS = re.compile(r"(\d{1,4})(?:[-–‑](\d{1,4}))?([^\W\d_]{0,2})")
_MORE = re.compile(r"\+(\d{1,4})([^\W\d_]?)")
_GAPS = re.compile(r"\s*([-–‑+])\s*")
_BETWEEN = re.compile(r"[\s,;.]+")


@dataclass(frozen=True)
class Said:
    """What is said about one line: a status of attendance, and whether they are new."""

    status: str = "here"
    new: bool = False


@dataclass(frozen=True)
class Keyed:
    """What was typed: by number of the line, how many more came, and what was not understood."""

    lines: Mapping[int, Said] = field(default_factory=dict)
    more: int = 0
    new: int = 0
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True)
class Understood:
    """What it comes to on this sheet. ``people``: lines with somebody; ``nameless``: how many
    without a name in all, ``fresh`` of them for the first time; ``missing``: numbers without a
    line, or of somebody who is gone; ``blank``: blank lines said to be away."""

    people: tuple[tuple[Row, Said], ...] = ()
    nameless: int = 0
    fresh: int = 0
    missing: tuple[int, ...] = ()
    blank: tuple[int, ...] = ()
    unclear: tuple[str, ...] = ()

    @property
    def clear(self) -> bool:
        """Whether everything typed means something, and there is something."""
        wrong = self.missing or self.blank or self.unclear
        return not wrong and bool(self.people or self.nameless)


def read(typed: str, letters: Mapping[str, str]) -> Keyed:
    """Read what was typed; ``letters`` maps a letter (lower case) to a key of LETTERS.

    What is said later about a line counts.
    """
    lines: dict[int, Said] = {}
    more = new = 0
    unclear: list[str] = []
    for token in _tokens(typed):
        if found := _MORE.fullmatch(token):
            way = letters.get(found[2].casefold()) if found[2] else "here"
            if way in ("here", NEW) and more + int(found[1]) <= MOST_MORE:
                more += int(found[1])
                new += int(found[1]) if way == NEW else 0
                continue
        elif found := _ROWS.fullmatch(token):
            said = _said(found[3], letters)
            ends = sorted((int(found[1]), int(found[2] or found[1])))
            if said is not None and ends[0] >= 1 and ends[1] <= MOST_ROWS:
                lines.update(dict.fromkeys(range(ends[0], ends[1] + 1), said))
                continue
        unclear.append(token)
    return Keyed(lines, more, new, tuple(unclear))


def _tokens(typed: str) -> list[str]:
    """The parts between blanks and commas; blanks around a dash or before a plus do not count."""
    close = _GAPS.sub(lambda m: " +" if m[1] == "+" else m[1], typed)
    return [t for t in _BETWEEN.split(close) if t]


def _said(marks: str, letters: Mapping[str, str]) -> Said | None:
    meant = [letters.get(mark) for mark in marks.casefold()]
    if None in meant or len(set(meant)) < len(meant):
        return None
    ways = [way for way in meant if way is not None and way != NEW]
    way = ways[0] if ways else "here"
    if len(ways) > 1 or (NEW in meant and way not in HERE):
        return None
    return Said(way, NEW in meant)


def understand(keyed: Keyed, rows: Sequence[Row]) -> Understood:
    """What ``keyed`` means on the sheet ``rows``."""
    sheet = {row.number: row for row in rows}
    people: list[tuple[Row, Said]] = []
    missing: list[int] = []
    blank: list[int] = []
    nameless, fresh = keyed.more, keyed.new
    for number, said in sorted(keyed.lines.items()):
        row = sheet.get(number)
        if row is None or row.gone:
            missing.append(number)
        elif row.person is not None:
            people.append((row, said))
        elif said.status in HERE:
            nameless += 1
            fresh += said.new
        else:
            blank.append(number)
    return Understood(tuple(people), nameless, fresh, tuple(missing), tuple(blank), keyed.unclear)


def key_in(service: MeetingsService, meeting: bytes, understood: Understood) -> None:
    """Mark everything in one step for undo; people without a name are added to those counted.

    Raises KeyError for no such meeting.
    """
    with service.cabinet.operation(translate("Paper", "Keyed in the sheet")):
        for row, said in understood.people:
            assert row.person is not None
            service.mark(meeting, row.person, said.status)
            if said.new:
                _first_time(meeting, row.person)
        before = service.meeting(meeting)
        if before is None:
            raise KeyError(meeting.hex())
        if understood.nameless:
            service.set_walk_ins(meeting, before.walk_ins + understood.nameless)
        if understood.fresh:
            Meeting.update(new_people=Meeting.new_people + understood.fresh).where(
                Meeting.uid == meeting
            ).execute()


def _first_time(meeting: bytes, person: bytes) -> None:
    Attendance.update(first_time=True).where(
        Attendance.uid == natural_uid(meeting, person)
    ).execute()
