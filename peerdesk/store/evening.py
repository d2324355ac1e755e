"""What a running meeting is given, what happens in it, and what it gives back.

Plain shapes that travel as JSON: the *plan* goes from the cabinet into tonight's sheet (or, without
people, onto the shelf for a stand-in), *happenings* are kept there one by one, and the *result*
goes back into the cabinet, directly or through the in-tray. What comes from the in-tray was
written by nobody knows whom, so every reader here is strict: wrong types, sizes or kinds raise
:class:`Unreadable` before anything is done with them.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
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


class Unreadable(ValueError):
    """The bytes are no plan, happening or result of ours."""


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


_PARTS: dict[str, type] = {
    "items": Item,
    "people": Guest,
    "help_steps": Line,
    "numbers": Line,
    "extras": Extra,
    "ran": Ran,
    "helped": Helped,
}
_LISTS = {"items": MOST_ITEMS, "ran": MOST_ITEMS, "people": MOST_PEOPLE, "extras": MOST_PEOPLE}


def write(shape: Plan | Result) -> str:
    """The JSON of a plan or a result; without anything that is not in its shape."""
    return json.dumps(asdict(shape), ensure_ascii=False, separators=(",", ":"))


def read_plan(text: str) -> Plan:
    """The plan in ``text``. Raises Unreadable."""
    made = _read(Plan, load(text))
    assert isinstance(made, Plan)
    return made


def read_result(text: str) -> Result:
    """The result in ``text``. Raises Unreadable."""
    made = _read(Result, load(text))
    assert isinstance(made, Result)
    return made


def check(happening: Happening) -> Happening:
    """The same happening. Raises Unreadable for an unknown kind or a body of another shape."""
    _plain(happening.at, int)
    shape = HAPPENINGS.get(_plain(happening.kind, str))
    if shape is None or _dict(happening.body).keys() != shape.keys():
        raise Unreadable(happening.kind)
    for name, kind in shape.items():
        _plain(happening.body[name], kind)
    return happening


# -- inside ----------------------------------------------------------------------------------


def load(text: object) -> Any:
    """The JSON in ``text``. Raises Unreadable, also when it is no text: a file that others could
    write may hold anything in any column."""
    if not isinstance(text, str):
        raise Unreadable("not text")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("not JSON") from error


def _dict(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unreadable("dict expected")
    return value


def _plain(value: Any, kind: type) -> Any:
    # bool is an int to Python, and no number to us
    if type(value) is not kind:
        raise Unreadable(f"{kind.__name__} expected")
    if isinstance(value, str) and len(value) > MOST_WORDS:
        raise Unreadable("too long")
    if isinstance(value, int) and not -(2**53) < value < 2**53:
        raise Unreadable("too large")
    return value


_SIMPLE: dict[str, type] = {"str": str, "int": int, "bool": bool}


def _read(shape: type, data: Any) -> Any:
    if not isinstance(data, dict):
        raise Unreadable(shape.__name__)
    known = {f.name: str(f.type) for f in fields(shape)}
    if data.keys() - known.keys():
        raise Unreadable("unknown field")
    values: dict[str, Any] = {}
    for name, value in data.items():
        kind = known[name]
        if kind in _SIMPLE:
            values[name] = _plain(value, _SIMPLE[kind])
        elif name == "rules":
            values[name] = _read(Rules, value)
        else:
            values[name] = _list(shape, name, kind, value)
    try:
        return shape(**values)
    except TypeError as error:
        raise Unreadable("something is missing") from error


def _list(shape: type, name: str, kind: str, value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list) or len(value) > _LISTS.get(name, MOST_LINES):
        raise Unreadable(name)
    if kind == "tuple[str, ...]":
        return tuple(_plain(v, str) for v in value)
    if kind == "tuple[int, ...]":
        return tuple(_plain(v, int) for v in value)
    part = Came if shape is Result and name == "people" else _PARTS[name]
    return tuple(_read(part, v) for v in value)
