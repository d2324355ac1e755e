"""A cabinet: what one group keeps, opened by its facilitators alone.

People and what they agreed to, meetings and their agendas, who was there, and the group itself.
"""

from __future__ import annotations

from pathlib import Path

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from peerdesk.core.clock import Clock
from peerdesk.store.database import PlaceDatabase, Row, Uid
from peerdesk.store.place import Place
from peerdesk.store.search import mirror

database = PlaceDatabase("cabinet")

SEARCH = (
    mirror("person", ("name", "pronouns", "role", "code", "languages", "access_needs")),
    mirror("meeting", ("theme", "place", "good_things")),
    mirror("team_note", ("title", "body")),
)

# Attendance has a real status for every expected person; "unknown" is one of them.
HERE = ("here", "phone", "online")
STATUSES = (*HERE, "apologies", "away", "unknown")


class CabinetRow(Row):
    class Meta:
        database = database


class Group(CabinetRow):
    """The one row that says whose cabinet this is; its key pair is for the in-tray.

    ``sealed_for`` is a digest of the public keys the seals were made for last: another one than
    that of today's keys says that writing them was cut off."""

    name = TextField()
    centre = TextField(default="")
    generation = IntegerField(default=1)
    public_key = Uid()
    secret_key = Uid()
    recovery_public = Uid()
    recovery_printed_at = IntegerField(null=True)
    sealed_for = Uid(null=True)

    class Meta:
        table_name = "support_group"


class Keyholder(CabinetRow):
    """A facilitator who may open this cabinet: the public key the seals are made for."""

    name = TextField()
    public_key = Uid()
    since_at = IntegerField()


class WithdrawnKey(CabinetRow):
    """A public key that may not open this cabinet again: of a facilitator who was taken out, of
    somebody who got a new key, or the cabinet's own before its key was made anew. The uid is
    natural. The list goes with every backup and is applied first on restore."""

    public_key = Uid()
    withdrawn_at = IntegerField()


class Person(CabinetRow):
    """Somebody of the group. Only ``name`` (the one used in the group) is ever needed.

    ``since`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; blank differs from "prefer not to say".
    """

    name = TextField()
    code = TextField(default="")
    pronouns = TextField(default="")
    role = TextField(default="member")
    safe_contact = TextField(default="")
    phone = TextField(default="")
    phone_digits = TextField(default="")
    email = TextField(default="")
    emergency_who = TextField(default="")
    emergency_phone = TextField(default="")
    languages = TextField(default="")
    access_needs = TextField(default="")
    since = TextField(default="")
    added_at = IntegerField()
    changed_at = IntegerField()
    archived_at = IntegerField(null=True)


class Consent(CabinetRow):
    """What a person agreed to (``yes``) or did not (``no``), per purpose; the uid is natural."""

    person = ForeignKeyField(Person, on_delete="CASCADE")
    purpose = TextField()
    answer = TextField()
    answered_at = IntegerField()


class Series(CabinetRow):
    """A meeting that repeats: local wall time ``dtstart`` (``YYYY-MM-DDTHH:MM``) in the IANA
    ``zone``, ``rrule`` as RFC 5545 §3.3.10."""

    name = TextField()
    dtstart = TextField()
    zone = TextField()
    minutes = IntegerField()
    rrule = TextField(default="")
    place = TextField(default="")
    way = TextField(default="in person")
    dial_in = TextField(default="")
    public = BooleanField(default=False)
    ended_on = TextField(default="")


class Meeting(CabinetRow):
    """One evening. A date of a series becomes a row once something is said about it.

    ``recurrence_id`` is the start the series gave it (RFC 5545 §3.8.4.4); the uid of such a row
    is natural (series + recurrence_id). ``status``: planned, cancelled, closed.
    """

    series = ForeignKeyField(Series, null=True, on_delete="CASCADE")
    recurrence_id = TextField(default="")
    start = TextField()
    zone = TextField()
    minutes = IntegerField()
    place = TextField(default="")
    way = TextField(default="in person")
    status = TextField(default="planned")
    theme = TextField(default="")
    lead = TextField(default="")
    door = TextField(default="")
    head_count = IntegerField(null=True)
    walk_ins = IntegerField(default=0)
    good_things = TextField(default="")
    closed_at = IntegerField(null=True)


class AgendaItem(CabinetRow):
    """A part of a meeting, in order; ``say`` holds things one could say."""

    meeting = ForeignKeyField(Meeting, on_delete="CASCADE")
    position = IntegerField()
    title = TextField()
    minutes = IntegerField()
    kind = TextField(default="topic")
    lead = TextField(default="")
    say = TextField(default="")


class Attendance(CabinetRow):
    """How one person took part in one meeting (``STATUSES``); the uid is natural."""

    meeting = ForeignKeyField(Meeting, on_delete="CASCADE")
    person = ForeignKeyField(Person, on_delete="CASCADE")
    status = TextField(default="unknown")
    marked_at = IntegerField()


class Preparation(CabinetRow):
    """Something to do before the next meeting, ticked off on Today."""

    words = TextField()
    tag = TextField(default="")
    done_at = IntegerField(null=True)
    added_at = IntegerField()


class TeamNote(CabinetRow):
    """A note all facilitators read and only its author changes; ``body`` as in a drawer's note.

    ``author_uid`` is the keyholder's; ``author_name`` stays when that keyholder leaves. Beneath
    another note (``parent_uid``) it says how its author saw it differently; it stays when that one
    is erased, which is why this is no foreign key. ``about`` are the words for a meeting; a
    person's name is never kept here, so that it goes with the person.
    """

    author_uid = Uid()
    author_name = TextField()
    title = TextField(default="")
    body = TextField(default="")
    created_at = IntegerField()
    changed_at = IntegerField()
    meeting_uid = Uid(null=True)
    person_uid = Uid(null=True)
    about = TextField(default="")
    parent_uid = Uid(null=True)
    archived_at = IntegerField(null=True)


class Erased(CabinetRow):
    """What was erased for good, or a key that was withdrawn (``store.erased``): it travels with
    every copy and is applied first when one is brought back. ``kind``: a table, or ``key``."""

    kind = TextField()
    erased_at = IntegerField()


def open_cabinet(path: Path, key: bytes, clock: Clock, backups: Path) -> Place:
    """Open (or make) the cabinet at ``path`` with its 32-byte key."""
    return Place(database, path, key, clock, SEARCH, backups)
