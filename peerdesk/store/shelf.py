"""The shelf: what is for everyone at this computer, in plain SQLite, and nothing personal.

Settings of the computer, the crisis card, public meeting times, each cabinet's public key; the
local services stand in ``directory``, on the same file.
"""

from __future__ import annotations

from pathlib import Path

from peewee import BlobField, IntegerField, TextField

from peerdesk.core.clock import Clock
from peerdesk.core.ids import natural_uid
from peerdesk.store import directory
from peerdesk.store.database import PlaceDatabase, Row, Uid
from peerdesk.store.place import Place
from peerdesk.store.shelf_database import database

SEARCH = directory.SEARCH_TABLES


class ShelfRow(Row):
    class Meta:
        database = database


class Setting(ShelfRow):
    """A setting of the computer. ``value`` is text; who reads it knows its form."""

    key = TextField(unique=True)
    value = TextField()


class CrisisLine(ShelfRow):
    """One row of the crisis card: whom to ring, in the order shown. ``hours``: when somebody
    answers; ``here``: who is in this building."""

    position = IntegerField()
    title = TextField()
    detail = TextField(default="")
    number = TextField()
    hours = TextField(default="")
    here = IntegerField(default=0)


class PublicMeeting(ShelfRow):
    """When and where a group meets, for anyone; the uid is that of the series in its cabinet.

    ``dtstart`` is local wall time (``YYYY-MM-DDTHH:MM``) in ``zone``; ``rrule`` RFC 5545 §3.3.10.
    ``dial_in`` only where a facilitator gave it to everyone. ``ended_on``: the last day or blank;
    ``left_out`` and ``extra``: dates of the coming months, as ``dtstart`` and with commas, that do
    not take place, and that do besides the rule's.
    """

    group_uid = Uid()
    name = TextField()
    dtstart = TextField()
    zone = TextField()
    minutes = IntegerField()
    rrule = TextField(default="")
    place = TextField(default="")
    first_time = TextField(default="")
    way = TextField(default="in person")
    dial_in = TextField(default="")
    address = TextField(default="")
    ended_on = TextField(default="")
    left_out = TextField(default="")
    extra = TextField(default="")


class CrisisStep(ShelfRow):
    """A step of what a group does when someone needs help, in order."""

    group_uid = Uid()
    position = IntegerField()
    title = TextField()
    detail = TextField(default="")


class PublishedAgenda(ShelfRow):
    """The evening a stand-in may run without a key: a ``store.evening.Plan`` without people, as
    JSON. The uid is the group's."""

    group_uid = Uid()
    plan = TextField()


class InTray(ShelfRow):
    """A padded box that only the facilitators of a group can open (``safe.in_tray``)."""

    group_uid = Uid()
    box = BlobField()


class CabinetCard(ShelfRow):
    """What is public of a cabinet: its file id and public key. The uid is the group's."""

    file_id = TextField(unique=True)
    generation = IntegerField()
    public_key = Uid()


class Erased(ShelfRow):
    """What was erased for good, or a key that was withdrawn (``store.erased``): it travels with
    every copy and is applied first when one is brought back. ``kind``: a table, or ``key``."""

    kind = TextField()
    erased_at = IntegerField()


def open_shelf(path: Path, clock: Clock, backups: Path) -> Place:
    """Open (or make) the shelf at ``path``; copies before risky steps go into ``backups``."""
    return Place(database, path, None, clock, SEARCH, backups)


def get_setting(key: str, default: str = "") -> str:
    """A setting of the computer; the shelf must be open."""
    row = Setting.get_or_none(Setting.key == key)
    return default if row is None else str(row.value)


def put_setting(key: str, value: str) -> None:
    """Keep a setting of the computer, inside an operation on the shelf."""
    Setting.insert(uid=natural_uid("setting", key), key=key, value=value).on_conflict(
        conflict_target=[Setting.key], update={Setting.value: value}
    ).execute()


__all__ = [
    "CabinetCard",
    "CrisisLine",
    "CrisisStep",
    "Erased",
    "InTray",
    "PlaceDatabase",
    "PublicMeeting",
    "PublishedAgenda",
    "Setting",
    "open_shelf",
]
