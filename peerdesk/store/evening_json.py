"""An evening as JSON: plans, happenings and results, written and read.

What comes from the in-tray was written by nobody knows whom, so every reader here is strict: wrong
types, sizes or kinds raise :class:`Unreadable` before anything is done with them.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from peerdesk.store.evening import (
    HAPPENINGS,
    MOST_ITEMS,
    MOST_LINES,
    MOST_PEOPLE,
    MOST_WORDS,
    Came,
    Extra,
    Guest,
    Happening,
    Helped,
    Item,
    Line,
    Plan,
    Ran,
    Result,
    Rules,
)


class Unreadable(ValueError):
    """The bytes are no plan, happening or result of ours."""


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
