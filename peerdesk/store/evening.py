"""What a running meeting is given, what happens in it, and what it gives back.

Plain shapes that travel as JSON (``store.evening_json``): the *plan* goes from the cabinet into
tonight's sheet (or, without people, onto the shelf for a stand-in), *happenings* are kept there one
by one, and the *result* goes back into the cabinet, directly or through the in-tray.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MOST_ITEMS, MOST_PEOPLE, MOST_LINES = 100, 500, 60
MOST_WORDS = 4_000
"""Characters of one text."""
MOST_HAPPENINGS = 20_000

KINDS = (
    "welcome",
    "agreement",
    "round",
    "topic",
    "main",
    "pairs",
    "exercise",
    "services",
    "break",
    "closing",
)
"""Kinds of agenda items. ``round`` and ``closing`` go round the circle; ``pairs``: twos or threes
with speaker, listener and observer; ``main`` takes what is left of the time."""
ROUNDS = ("round", "closing")
WAYS = ("here", "phone", "online")


@dataclass(frozen=True)
class Item:
    """A part of the agenda. ``say``: things one could say; ``service``: public words about a local
    service (its name and number), "" for none."""

    uid: str
    title: str
    minutes: int
    kind: str = "topic"
    lead: str = ""
    say: str = ""
    service: str = ""


@dataclass(frozen=True)
class Guest:
    """Somebody of the group, as far as tonight needs to know. ``uid`` in hex.

    ``way``: how they usually join; ``new``: for the first or second time. ``where`` and ``ring``
    only of a person joining from elsewhere who agreed that helpers may know.
    """

    uid: str
    name: str
    code: str = ""
    way: str = "here"
    apologies: bool = False
    new: bool = False
    heard: bool = True
    where: str = ""
    ring: str = ""


@dataclass(frozen=True)
class Line:
    """Two words of one row: a number and its title, or a step and its detail."""

    title: str
    detail: str = ""


@dataclass(frozen=True)
class Rules:
    """The group's switches that a running meeting needs."""

    no_names: bool = False
    names_in_room: bool = False
    digits_in_room: bool = False
    tone: bool = False
    floor_seconds: int = 30


@dataclass(frozen=True)
class Plan:
    """What a meeting is started with. ``start`` is wall time (``YYYY-MM-DDTHH:MM``) in ``zone``;
    ``starts_at`` the same in UTC ms. ``meeting`` and ``group`` are uids in hex, ``meeting`` ""
    for a stand-in's evening that nobody planned."""

    meeting: str
    group: str
    title: str
    group_name: str
    start: str
    zone: str
    starts_at: int
    minutes: int
    place: str = ""
    items: tuple[Item, ...] = ()
    people: tuple[Guest, ...] = ()
    agreement: tuple[str, ...] = ()
    room_lines: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    help_steps: tuple[Line, ...] = ()
    numbers: tuple[Line, ...] = ()
    building: tuple[str, ...] = ()
    rules: Rules = field(default_factory=Rules)
    stand_in: bool = False


HAPPENINGS: dict[str, dict[str, type]] = {
    "start": {},
    "next": {},
    "item": {"item": str},
    "skip": {},
    "pass": {},
    "later": {},
    "more": {"seconds": int},
    "here": {"person": str, "way": str, "listening": bool, "heard": bool},
    "not here": {"person": str},
    "apologies": {"person": str},
    "heard": {"person": str},
    "plus": {"name": str, "new": bool, "way": str},
    "minus": {"person": str},
    "break": {"help": bool},
    "resume": {},
    "step": {"number": int, "done": bool},
    "gap": {"ms": int, "counted": bool},
    "words": {"words": str},
    "votes": {"topic": int, "votes": int},
    "topic": {"topic": int},
    "end": {},
    "undo": {"of": str},
}
"""Every kind of happening and what its body holds.

``start``: the first item begins. ``next``: the next speaker of a round, else the next item.
``item``: go to this item. ``skip``: leave the current item out. ``pass``: the current speaker does
not speak now or later; ``later``: at the end of the round. ``more``: so many seconds more (for the
speaker in a round). ``here``: a person of the plan came; in a round they join its end unless
``listening``. ``plus``: somebody without a row in the plan (``name`` may be ""); its happening's
uid names them. ``not here``: taken back or left; ``minus``: the same for somebody of ``plus``.
``break``: the meeting waits (``help``: someone needs help). ``step``: a step of the help page was
ticked. ``gap``: the computer was off or asleep for ``ms``; not ``counted`` means that time stood
still. ``words``: what came up, whole. ``votes``: hands for a topic; ``topic``: it is drawn into
the current or next main item. ``undo``: the happening ``of`` did not happen; an undo is undone by
none."""


@dataclass(frozen=True)
class Happening:
    """Something that happened at ``at`` (UTC ms). ``uid`` in hex."""

    uid: str
    at: int
    kind: str
    body: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Came:
    """How one person of the plan took part: ``status`` as in the cabinet's attendance."""

    person: str
    status: str
    late: bool = False
    heard: bool = True


@dataclass(frozen=True)
class Extra:
    """Somebody who came without standing in the plan; ``name`` may be ""."""

    name: str
    new: bool = False
    way: str = "here"


@dataclass(frozen=True)
class Ran:
    """How long an item really took; 0 for one that was left out."""

    item: str
    seconds: int


@dataclass(frozen=True)
class Helped:
    """A break because someone needed help: when (UTC ms), how long, and which steps were ticked."""

    at: int
    seconds: int
    steps: tuple[int, ...] = ()


@dataclass(frozen=True)
class Result:
    """An evening as it went, to be merged into the cabinet once. ``sheet`` names it (hex)."""

    sheet: str
    meeting: str
    group: str
    started_at: int
    ended_at: int
    title: str = ""
    start: str = ""
    zone: str = "UTC"
    people: tuple[Came, ...] = ()
    extras: tuple[Extra, ...] = ()
    ran: tuple[Ran, ...] = ()
    helped: tuple[Helped, ...] = ()
    topics_used: tuple[str, ...] = ()
    words: str = ""
    stand_in: bool = False

    @property
    def head_count(self) -> int:
        """How many were here, with and without names."""
        return sum(c.status in WAYS for c in self.people) + len(self.extras)
