"""Who was sent where and what came of it; needs that nobody here serves; listings that are wrong.

Services stand on the shelf, which anyone reads: a cabinet names them by uid, and by their words
for the day the listing is gone.
"""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from peerdesk.store.cabinet.base import CabinetRow
from peerdesk.store.cabinet.people import Person
from peerdesk.store.database import Uid

OUTCOMES = ("reached", "waitlisted", "turned away", "unknown")
"""What came of a referral; blank until somebody asked."""


class Referral(CabinetRow):
    """A service was suggested, to ``person`` or (NULL) to nobody by name. ``why``: words, mostly
    when turned away."""

    person = ForeignKeyField(Person, null=True, on_delete="CASCADE")
    service_uid = Uid(null=True)
    service_words = TextField(default="")
    made_at = IntegerField(default=0)
    outcome = TextField(default="")
    why = TextField(default="")
    outcome_at = IntegerField(null=True)


class Need(CabinetRow):
    """Something that was asked for and nobody here offers; no person. ``category`` is a key of
    ``exchange.categories`` or blank."""

    words = TextField()
    category = TextField(default="")
    noted_at = IntegerField(default=0)
    met_at = IntegerField(null=True)


class ListingProblem(CabinetRow):
    """Something is wrong with a listing. ``source``: tray (the in-tray), desk, meeting."""

    service_uid = Uid(null=True)
    service_words = TextField(default="")
    words = TextField(default="")
    source = TextField(default="")
    told_at = IntegerField(default=0)
    done_at = IntegerField(null=True)
