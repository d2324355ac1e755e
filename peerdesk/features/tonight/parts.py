"""What a running evening keeps of each item, each person and each call for help."""

from __future__ import annotations

from dataclasses import dataclass, field

from peerdesk.features.tonight import rounds

MINUTE = 60_000
STAYED = 5 * MINUTE
"""Whoever is taken from the list sooner than this, and had no turn, was never here: a slip of the
hand put right. Later, they were here and left."""


@dataclass
class Present:
    """Somebody who came. ``since``: how long the meeting had run; ``gone``: left again;
    ``stayed``: long enough to have been here all the same."""

    uid: str
    name: str
    way: str
    new: bool
    late: bool
    listening: bool
    heard: bool
    named: bool
    since: int
    extra: bool = False
    gone: bool = False
    stayed: bool = False

    def part_in(self) -> tuple[str, bool]:
        """How they take part."""
        return self.way, self.listening


@dataclass
class Part:
    """How one item of the agenda went so far, in ms. ``turn``: how long the speaker speaks;
    ``bonus``: what of ``share`` was added for them alone."""

    floor: int
    planned: int
    round: bool
    ran: int = 0
    more: int = 0
    begun: bool = False
    done: bool = False
    skipped: bool = False
    queue: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    share: int = 0
    turn: int = 0
    bonus: int = 0

    @property
    def budget(self) -> int:
        return self.planned + self.more

    @property
    def open(self) -> bool:
        """Still to come, or running."""
        return not self.done and not self.skipped

    def new_turn(self) -> None:
        """The first in the queue begins to speak."""
        self.turn = self.bonus = 0
        self.share = self._fair()

    def divide_again(self) -> None:
        """Somebody joined or left those who wait. The speaker's share is as large as everyone's
        again, but nobody is cut short by the door: they keep the floor from now, or what they
        had if that is less."""
        fair = self._fair() + self.bonus
        self.share = max(fair, min(self.share, self.turn + self.floor))

    def give(self, ms: int) -> None:
        """More time, for the one who speaks if there is one."""
        self.more += ms
        if self.queue:
            self.bonus += ms
            self.share += ms

    def _fair(self) -> int:
        left = self.budget - self.bonus - self.ran + self.turn
        parts = rounds.shares(left, len(self.queue), self.floor)
        return parts[0] if parts else 0


@dataclass
class Pause:
    """A break because someone needed help; ``until`` is 0 while it lasts."""

    at: int
    until: int = 0
    steps: set[int] = field(default_factory=set)
