"""How the time of a round is divided: plain arithmetic in milliseconds.

The one who speaks keeps what they were given; whoever comes, passes or takes longer changes only
the shares of those who wait. What the speaker has left and the shares of those who wait always add
up to what is left of the item, unless that would leave somebody less than the floor: then everyone
who waits has the floor, and the item ends later.
"""

from __future__ import annotations


def shares(left: int, people: int, floor: int) -> tuple[int, ...]:
    """``left`` in ``people`` parts that differ by 1 at most, the larger ones first, none below
    ``floor``. () for nobody."""
    if people <= 0:
        return ()
    if left < people * floor:
        return (floor,) * people
    each, over = divmod(left, people)
    return (each + 1,) * over + (each,) * (people - over)


def waiting(left: int, share: int, spoken: int, people: int, floor: int) -> tuple[int, ...]:
    """The shares of the ``people`` after the one who has ``share`` and spoke for ``spoken``, when
    ``left`` is left of the item now."""
    return shares(left - max(0, share - spoken), people, floor)


def remaining(left: int, share: int, spoken: int, people: int, floor: int) -> int:
    """How long a round that runs goes on if everyone takes their share; arguments as above."""
    return max(0, share - spoken) + sum(waiting(left, share, spoken, people, floor))
