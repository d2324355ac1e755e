"""A drawer: what one person keeps for themselves, and the keys they hold."""

from __future__ import annotations

from pathlib import Path

from peewee import IntegerField, TextField

from peerdesk.core.clock import Clock
from peerdesk.store.database import PlaceDatabase, Row, Uid
from peerdesk.store.place import Place
from peerdesk.store.search import mirror

database = PlaceDatabase("drawer")

SEARCH = (mirror("note", ("title", "body")),)


class DrawerRow(Row):
    class Meta:
        database = database


class Preference(DrawerRow):
    """A personal setting: ``name`` (how the app greets), ``scheme``, and the like."""

    key = TextField(unique=True)
    value = TextField()


class Identity(DrawerRow):
    """The X25519 key pair that cabinets are sealed for; one row."""

    public_key = Uid()
    secret_key = Uid()


class CabinetPass(DrawerRow):
    """A cabinet this person may open; the uid is the group's."""

    file_id = TextField(unique=True)
    opened_at = IntegerField(null=True)


class Note(DrawerRow):
    """A private note. It may belong to a meeting or a person by uid; those live elsewhere.

    ``body`` is plain text with simple marks (a line ``# Heading``, a line ``- item``).
    """

    title = TextField(default="")
    body = TextField(default="")
    created_at = IntegerField()
    changed_at = IntegerField()
    meeting_uid = Uid(null=True)
    person_uid = Uid(null=True)
    about = TextField(default="")
    archived_at = IntegerField(null=True)


class Erased(DrawerRow):
    """What was erased for good, or a key that was withdrawn (``store.erased``): it travels with
    every copy and is applied first when one is brought back. ``kind``: a table, or ``key``."""

    kind = TextField()
    erased_at = IntegerField()


def open_drawer(path: Path, key: bytes, clock: Clock, backups: Path) -> Place:
    """Open (or make) the drawer at ``path`` with its 32-byte key."""
    return Place(database, path, key, clock, SEARCH, backups)
