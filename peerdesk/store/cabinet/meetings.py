"""Meetings: series, single dates, agendas, who was there, and what has to be done before."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from peerdesk.store.cabinet.base import CabinetRow
from peerdesk.store.cabinet.people import Person
from peerdesk.store.database import Uid

# Attendance has a real status for every expected person; "unknown" is one of them.
HERE = ("here", "phone", "online")
STATUSES = (*HERE, "apologies", "away", "unknown")


class Series(CabinetRow):
    """A meeting that repeats: local wall time ``dtstart`` (``YYYY-MM-DDTHH:MM``) in the IANA
    ``zone``, ``rrule`` as RFC 5545 §3.3.10.

    ``address``: the postal address, for public lists; ``dial_in_public``: ``dial_in`` is for
    everyone, as is the series.
    """

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
    # Never counted, here nor in Meeting: the SEQUENCE of RFC 5545 §3.8.7.4 comes from the moment of
    # writing (exchange.ical). A number in the row would go back with an undo, or with a copy that
    # is brought back, and an older file would win. The columns stand in a released migration.
    sequence = IntegerField(default=0)
    address = TextField(default="")
    dial_in_public = BooleanField(default=False)


class Holiday(CabinetRow):
    """Days without meetings, first and last as ``YYYY-MM-DD``; dates of a series that fall into
    them are cancelled."""

    first = TextField()
    last = TextField()
    words = TextField(default="")


class Meeting(CabinetRow):
    """One evening. A date of a series becomes a row once something is said about it.

    ``recurrence_id`` is the start the series gave it (RFC 5545 §3.8.4.4); the uid of such a row
    is natural (series + recurrence_id). ``status``: planned, cancelled, closed, or held, which is
    planned although the day is a holiday.

    ``came_up``: what was talked about, without names. ``started_at`` and ``ended_at`` (UTC ms) are
    as the evening really went; ``sheet_uid`` is that of tonight's sheet which was merged.
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
    sequence = IntegerField(default=0)
    dial_in = TextField(default="")
    came_up = TextField(default="")
    new_people = IntegerField(default=0)
    started_at = IntegerField(null=True)
    ended_at = IntegerField(null=True)
    sheet_uid = Uid(null=True)


class AgendaItem(CabinetRow):
    """A part of a meeting, in order; ``say`` holds things one could say, ``service_uid`` a service
    on the shelf, ``ran_seconds`` how long it really took, ``circles`` in how many groups."""

    meeting = ForeignKeyField(Meeting, on_delete="CASCADE")
    position = IntegerField()
    title = TextField()
    minutes = IntegerField()
    kind = TextField(default="topic")
    lead = TextField(default="")
    say = TextField(default="")
    service_uid = Uid(null=True)
    ran_seconds = IntegerField(null=True)
    circles = IntegerField(default=1)


class Attendance(CabinetRow):
    """How one person took part in one meeting (``STATUSES``); the uid is natural.

    ``late``: came when it had begun; ``agreement``: "", "not heard" or "heard".
    """

    meeting = ForeignKeyField(Meeting, on_delete="CASCADE")
    person = ForeignKeyField(Person, on_delete="CASCADE")
    status = TextField(default="unknown")
    marked_at = IntegerField()
    late = BooleanField(default=False)
    first_time = BooleanField(default=False)
    agreement = TextField(default="")


class Duty(CabinetRow):
    """Who does what at one meeting (``role``); ``cover`` is who was away instead. Both as
    ``person_key`` of the meetings: a person's uid in hex, or words. The uid is natural."""

    meeting = ForeignKeyField(Meeting, on_delete="CASCADE")
    role = TextField()
    who = TextField(default="")
    cover = TextField(default="")


class Away(CabinetRow):
    """Days on which somebody with a duty cannot come (``YYYY-MM-DD``, both included)."""

    who = TextField()
    first = TextField()
    last = TextField()


class AgendaTemplate(CabinetRow):
    """An agenda the group keeps for again; ``parts`` is JSON as in ``content/templates``."""

    name = TextField()
    words = TextField(default="")
    parts = TextField()
    changed_at = IntegerField(default=0)


class AgreementItem(CabinetRow):
    """A line of what the group agreed on, in order; ``shown``: also on the room screen."""

    position = IntegerField(default=0)
    words = TextField()
    shown = BooleanField(default=False)


class Topic(CabinetRow):
    """A question or topic somebody asked for (``source``: slip or in-tray), with the hands raised
    for it; used at ``meeting``."""

    words = TextField()
    source = TextField(default="slip")
    votes = IntegerField(default=0)
    asked_at = IntegerField(default=0)
    used_at = IntegerField(null=True)
    meeting = ForeignKeyField(Meeting, null=True, on_delete="SET NULL")


class RoomBusy(CabinetRow):
    """When the room is taken, read from the centre's calendar (``source``: its file's name)."""

    starts_at = IntegerField(default=0)
    ends_at = IntegerField(default=0)
    words = TextField(default="")
    place = TextField(default="")
    source = TextField(default="")


class Preparation(CabinetRow):
    """Something to do before the next meeting, ticked off on Today."""

    words = TextField()
    tag = TextField(default="")
    done_at = IntegerField(null=True)
    added_at = IntegerField()
