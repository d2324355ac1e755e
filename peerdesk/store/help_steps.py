"""What a group does when someone needs help, where the house is, and whom to ring: read from the
shelf, with what ships in its place where nothing was written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

from peerdesk.core import resources
from peerdesk.store.connection import Connection
from peerdesk.store.evening import MOST_LINES, MOST_WORDS, Line
from peerdesk.store.glance import SQLITE_ERRORS, connect_to_read, shipped_crisis
from peerdesk.store.in_tray import OPEN

BUILDING = "building"
"""Setting of the computer: what to tell an ambulance, a line for each thing, as it is shown."""
ADDRESS, ENTRANCE, PHONE = "building_address", "building_entrance", "building_phone"
"""Settings :data:`BUILDING` is made of: the address, the entrance for an ambulance, the nearest
phone."""
CONTACT, CONTACT_NUMBER = "building_contact", "building_contact_number"
"""Settings: who is told when somebody has to be kept safe, and their number."""


class Rows(Protocol):
    """An open place, or what reads like one."""

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Rows of a SELECT."""


class _Reader:
    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        made: list[tuple[object, ...]] = self._run(sql, values).fetchall()
        return made


def shipped_steps(language: str = "") -> tuple[Line, ...]:
    """Our own steps in ``language``, else in English."""
    folder = resources.folder("content")
    own = folder / f"help_steps.{language}.json"
    path = own if language and own.is_file() else folder / "help_steps.json"
    rows: Any = json.loads(path.read_text("utf-8"))
    return tuple(Line(str(title), str(detail)) for title, detail in rows)


def help_steps(shelf: Rows, group: bytes, language: str = "") -> tuple[Line, ...]:
    """The steps of a group (its uid); ours where it wrote none."""
    rows = shelf.rows(
        "SELECT title, detail FROM crisis_step WHERE group_uid = ? AND trim(title) <> ''"
        " ORDER BY position, id",
        group,
    )
    own = tuple(Line(_cut(title), _cut(detail)) for title, detail in rows[:MOST_LINES])
    return own or shipped_steps(language)


def building(shelf: Rows) -> tuple[str, ...]:
    """Where an ambulance finds the house, a line for each thing; the centre's name when that is all
    there is."""
    words = _setting(shelf, BUILDING) or _setting(shelf, "centre")
    return tuple(_cut(line.strip()) for line in words.splitlines() if line.strip())[:MOST_LINES]


def numbers(shelf: Rows, language: str = "") -> tuple[Line, ...]:
    """Whom to ring: the crisis card, and the one who is told when somebody has to be kept safe."""
    rows = shelf.rows(
        "SELECT title, number FROM crisis_line WHERE trim(number) <> '' ORDER BY position, id"
    )
    lines = [Line(_cut(title), _cut(number)) for title, number in rows]
    if not lines:
        shipped = shipped_crisis(_setting(shelf, "country"), language)
        lines = [Line(row.title, row.number) for row in shipped]
    who, number = _setting(shelf, CONTACT).strip(), _setting(shelf, CONTACT_NUMBER).strip()
    return (*lines[: MOST_LINES - 1], *([Line(_cut(who), _cut(number))] if number else []))


def for_everyone(shelf: Path, language: str = "") -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """(name of the group, its steps) for who did not sign in: of every group with steps of its own,
    or ours alone under "". A name is there only when the group shows it. Never raises for a shelf
    that cannot be read."""
    ours = (("", shipped_steps(language)),)
    try:
        connection = connect_to_read(shelf)
    except Exception:
        return ours
    try:
        reader = _Reader(connection)
        groups = reader.rows("SELECT DISTINCT group_uid FROM crisis_step WHERE trim(title) <> ''")
        found = [
            (_setting(reader, OPEN + bytes(uid).hex()), help_steps(reader, bytes(uid), language))  # type: ignore[call-overload]
            for (uid,) in groups
        ]
    except SQLITE_ERRORS:
        return ours
    finally:
        connection.close()
    return tuple(sorted(found)) or ours


def _setting(shelf: Rows, key: str) -> str:
    rows = shelf.rows("SELECT value FROM setting WHERE key = ?", key)
    return str(rows[0][0]) if rows else ""


def _cut(words: object) -> str:
    return str(words)[:MOST_WORDS]
