"""What stays after an evening: next steps, who is to be reached, incidents, notes of the team."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from peerdesk.store.cabinet.base import CabinetRow
from peerdesk.store.cabinet.meetings import Meeting
from peerdesk.store.cabinet.people import Person
from peerdesk.store.database import Uid

STEP_STATUSES = ("done", "going", "changed", "set aside", "hard this time")
"""How it went with a next step: five words of equal weight."""


class NextStep(CabinetRow):
    """Something small that a person chose to do, at ``meeting``; over at ``ended_at``."""

    person = ForeignKeyField(Person, on_delete="CASCADE")
    meeting = ForeignKeyField(Meeting, null=True, on_delete="SET NULL")
    words = TextField()
    chosen_at = IntegerField(default=0)
    ended_at = IntegerField(null=True)


class StepNews(CabinetRow):
    """How it went (``STEP_STATUSES``), told at ``meeting``. The uid is natural: step + meeting."""

    step = ForeignKeyField(NextStep, on_delete="CASCADE")
    meeting = ForeignKeyField(Meeting, null=True, on_delete="SET NULL")
    status = TextField()
    told_at = IntegerField(default=0)


class FollowUp(CabinetRow):
    """Somebody to reach, and why (``reason``: new, away, asked, help). ``who`` does it: a
    keyholder's uid in hex, or words. ``due_on`` is ``YYYY-MM-DD`` or blank."""

    person = ForeignKeyField(Person, null=True, on_delete="CASCADE")
    meeting = ForeignKeyField(Meeting, null=True, on_delete="SET NULL")
    reason = TextField()
    words = TextField(default="")
    who = TextField(default="")
    due_on = TextField(default="")
    how = TextField(default="")
    added_at = IntegerField(default=0)
    done_at = IntegerField(null=True)


class Incident(CabinetRow):
    """A short factual record after someone needed help; only its author changes it. No score, no
    diagnosis, no person: names stand in it only if the author writes them."""

    meeting = ForeignKeyField(Meeting, null=True, on_delete="SET NULL")
    happened_at = IntegerField(default=0)
    what = TextField(default="")
    told = TextField(default="")
    agreed = TextField(default="")
    debrief = TextField(default="")
    author_uid = Uid(null=True)
    author_name = TextField(default="")
    changed_at = IntegerField(default=0)


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
