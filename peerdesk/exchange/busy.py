"""When a room is taken, and which of our meetings that touches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from peerdesk.core.text import Text

T = TypeVar("T")


@dataclass(frozen=True)
class Busy:
    """One stretch of time that is taken: UTC milliseconds; ``all_day``: no time was given."""

    starts_at: int
    ends_at: int
    summary: str
    location: str
    all_day: bool = False


@dataclass(frozen=True)
class RoomCalendar:
    """What a file came to. ``busy``: earliest first. ``left_out`` counts entries that could not be
    read, ``noted`` those read only in part; ``told`` has a sentence for each of the first hundred
    and for the file as a whole. ``whole``: nothing was left out."""

    busy: tuple[Busy, ...]
    entries: int
    left_out: int
    noted: int
    told: tuple[Text, ...]

    @property
    def whole(self) -> bool:
        return not self.told


@dataclass(frozen=True)
class Clash(Generic[T]):
    """A meeting of ours, and what takes its room at that time."""

    starts_at: int
    ends_at: int
    label: T
    busy: Busy


def clashes(meetings: Iterable[tuple[int, int, T]], busy: Sequence[Busy]) -> list[Clash[T]]:
    """Every (meeting, taken time) that share time; meetings are (start, end, label) in UTC
    milliseconds. What ends as the other begins is no clash."""
    taken = sorted(busy, key=lambda b: b.starts_at)
    starts = [b.starts_at for b in taken]
    reach: list[int] = []
    for one in taken:
        reach.append(max(reach[-1] if reach else one.ends_at, one.ends_at, one.starts_at + 1))
    found: list[Clash[T]] = []
    for start, end, label in meetings:
        mine: list[Clash[T]] = []
        for at in range(bisect_left(starts, end) - 1, -1, -1):
            if reach[at] <= start:
                break
            if max(taken[at].ends_at, taken[at].starts_at + 1) > start:
                mine.append(Clash(start, end, label, taken[at]))
        found += reversed(mine)
    return found
