"""People of the group, what they agreed to, the next steps they chose, and who is to be reached."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from peerdesk.store.cabinet.base import CabinetRow


class Person(CabinetRow):
    """Somebody of the group. Only ``name`` (the one used in the group) is ever needed.

    ``usual_way``: "", "here", "phone" or "online"; ``whereabouts``: where somebody is who joins
    from elsewhere, for tonight's helpers alone and only with the consent of that name.
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
    usual_way = TextField(default="")
    whereabouts = TextField(default="")


class Consent(CabinetRow):
    """What a person agreed to (``yes``) or did not (``no``), per purpose; the uid is natural."""

    person = ForeignKeyField(Person, on_delete="CASCADE")
    purpose = TextField()
    answer = TextField()
    answered_at = IntegerField()
