"""Which copies stay: the three newest, one of each of seven days, one of each of four weeks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date

NEWEST, DAYS, WEEKS = 3, 7, 4


def kept(
    times: Iterable[int], day_of: Callable[[int], date], made_at: int | None = None
) -> set[int]:
    """Those of ``times`` (UTC milliseconds) that stay; ``day_of`` gives the local day of one.
    ``made_at`` is the time of the one just made.

    Days and weeks are those that have a copy, so that a computer switched off in summer, or a
    clock set wrong, does not lose what there is. Of a day or a week the newest copy stays.
    Copies that bear a later time than the one just made are from before the clock was set back,
    or from when it was wrong: they have the rule to themselves, and push nothing out.
    """
    every = set(times)
    later = {ms for ms in every if made_at is not None and ms > made_at}
    return _kept(every - later, day_of) | _kept(later, day_of)


def _kept(times: set[int], day_of: Callable[[int], date]) -> set[int]:
    newest_first = sorted(times, reverse=True)
    stay = set(newest_first[:NEWEST])
    stay |= _newest_of_each(newest_first, DAYS, day_of)
    stay |= _newest_of_each(newest_first, WEEKS, lambda ms: day_of(ms).isocalendar()[:2])
    return stay


def _newest_of_each(
    newest_first: list[int], most: int, group: Callable[[int], Hashable]
) -> set[int]:
    found: dict[Hashable, int] = {}
    for ms in newest_first:
        found.setdefault(group(ms), ms)
    return set(list(found.values())[:most])
