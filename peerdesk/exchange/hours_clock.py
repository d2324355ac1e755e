"""Times of day as people write them, and which pairs of them are certain.

Times are minutes after midnight, :data:`DAY` is the midnight that ends a day. A time without am or
pm may be read in two ways; a pair is taken only where the readings agree, or where one lies wholly
within the other, because to be wrong about "open" is worse than to say nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DAY = 24 * 60
NOON = 12 * 60
_TIME = re.compile(
    r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(a\.?m\.?|p\.?m\.?|h|hrs|uhr)?", re.I
)
_COMPACT = re.compile(r"([01]\d|2[0-4])([0-5]\d)")
_ZONE = re.compile(r"(?<=\d)\s*(z|[+-]\d{2}:?\d{2})$", re.I)
_NOON = frozenset({"noon", "12 noon", "12noon", "midday", "12 midday"})
_MIDNIGHT = frozenset({"midnight", "12 midnight", "12midnight"})
# bare hours from and to which "9-5" and "10-2" can only mean a working day
_MORNING, _AFTERNOON = range(8, 12), range(1, 6)
# what is open longer than this without a break is more likely a slip of the keys
_LONGEST = 16 * 60
_AFTER_NIGHT = 6 * 60


@dataclass(frozen=True)
class Time:
    """A time as written. ``half``: ``a``, ``p`` or blank; ``sure``: it has one reading only."""

    hour: int
    minute: int
    half: str
    sure: bool
    spoken: bool = False

    @property
    def at(self) -> int:
        """Minutes after midnight, without am or pm read as on a clock of 24 hours."""
        hour = self.hour
        if self.half:
            hour = hour % 12 + (12 if self.half == "p" else 0)
        return hour * 60 + self.minute

    @property
    def of_24(self) -> bool:
        """Whether only a clock of 24 hours has it."""
        return not self.half and not self.spoken and (self.hour > 12 or self.hour == 0)


def read(cell: str, *, standard: bool = False) -> Time | None:
    """A time as people write it, or None. A zone after it ("09:00Z") is not read here.

    ``standard``: it stands in a column of its own, where "10:00" is HH:MM as HSDS wants it.
    """
    plain = " ".join(cell.lower().split())
    if plain in _NOON:
        return Time(12, 0, "", sure=True, spoken=True)
    if plain in _MIDNIGHT:
        return Time(24, 0, "", sure=True, spoken=True)
    compact = _COMPACT.fullmatch(plain)
    if compact:
        found = Time(int(compact[1]), int(compact[2]), "", sure=True)
    else:
        match = _TIME.fullmatch(plain)
        if not match:
            return None
        half = (match[3] or "")[:1] if (match[3] or "x")[0] in "ap" else ""
        hour = int(match[1])
        if half and not 1 <= hour <= 12:
            return None
        of_24 = hour > 12 or match[1].startswith("0") or bool(match[3])
        of_24 = of_24 or (standard and len(match[1]) == 2 and bool(match[2]))
        found = Time(hour, int(match[2] or 0), half, sure=of_24)
    return found if found.minute < 60 and found.at <= DAY else None


def minutes(cell: str) -> int | None:
    """Minutes after midnight of one time as somebody types it here; None when it is not clear.

    A time with a zone of its own ("09:00Z") is not: it is nearly always meant locally.
    """
    found = read(cell)
    bare = re.fullmatch(r"\s*\d{1,2}\s*", cell)
    return None if found is None or bare else found.at


def certain(cell: str) -> int | None:
    """Like :func:`minutes`, for a cell from elsewhere: None also where it may be before or after
    noon ("5:00"), because the other cell may tell."""
    found = read(cell, standard=True)
    return found.at if found is not None and found.sure and minutes(cell) is not None else None


def zone_of(cell: str) -> tuple[str, str]:
    """(the time, the zone that stands behind it or blank)."""
    match = _ZONE.search(cell.strip())
    return (cell.strip()[: match.start()], match[1]) if match else (cell.strip(), "")


def pair(opens: Time, closes: Time) -> tuple[int, int] | None:
    """(opens, closes) where they are certain; closes may be before opens: the day after."""
    both = _readings(opens, closes)
    if both is None:
        return None
    start, end = both
    end = DAY if end in (0, DAY - 1) else end
    if start >= DAY:
        if not opens.spoken:
            return None
        start = 0
    length = (end - start) % DAY
    if (start, end) == (0, DAY):
        # midnight to midnight as "00:00" twice is how many programs write "nothing known"
        return (0, DAY) if both[1] else None
    over = end < start or end == DAY
    if not length or (end < start and (length > _LONGEST or start <= NOON)):
        return None
    if over and closes.half == "a" and start < NOON:
        return None  # "9am-12am" means noon as often as midnight
    if not opens.half and not opens.spoken and 0 < start < _AFTER_NIGHT and end <= NOON:
        return None  # "01:00-05:00" is an afternoon that lost its pm
    return start, end


def _readings(opens: Time, closes: Time) -> tuple[int, int] | None:
    if opens.sure and closes.sure:
        return opens.at, closes.at
    if opens.of_24 or closes.of_24:
        return opens.at, closes.at
    # the shorter reading lies within the longer one
    if opens.sure:
        late = [t for t in _both(closes) if t != opens.at]
        return opens.at, min(late, key=lambda t: (t - opens.at) % DAY)
    if closes.half:
        early = [t for t in _both(opens) if t != closes.at]
        return min(early, key=lambda t: (closes.at - t) % DAY), closes.at
    return _bare(opens, closes)


def _both(time: Time) -> tuple[int, int]:
    early = time.hour % 12 * 60 + time.minute
    return early, early + NOON


def _bare(opens: Time, closes: Time) -> tuple[int, int] | None:
    """Neither has am or pm."""
    start = opens.hour * 60 + opens.minute
    if opens.hour in _MORNING and not closes.spoken:
        if closes.hour in _AFTERNOON and not closes.sure:
            return start, closes.hour * 60 + closes.minute + NOON
        if closes.hour == 12:
            return start, closes.at
    if opens.hour in _MORNING and closes.at == NOON:
        return start, NOON
    return None
