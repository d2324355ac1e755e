"""The group itself: who may open the cabinet, its settings, and what was erased."""

from __future__ import annotations

from peewee import BlobField, IntegerField, TextField

from peerdesk.store.cabinet.base import CabinetRow
from peerdesk.store.database import Uid


class Group(CabinetRow):
    """The one row that says whose cabinet this is; its key pair is for the in-tray.

    ``sealed_for`` is a digest of the public keys the seals were made for last: another one than
    that of today's keys says that writing them was cut off. ``former_secret``: the secret key
    before, until the boxes that were sealed to it are sealed to today's (``store.waiting``)."""

    name = TextField()
    centre = TextField(default="")
    generation = IntegerField(default=1)
    public_key = Uid()
    secret_key = Uid()
    recovery_public = Uid()
    recovery_printed_at = IntegerField(null=True)
    sealed_for = Uid(null=True)
    former_secret = Uid(null=True)

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


class GroupSetting(CabinetRow):
    """A setting of the group, such as a switch of its agreement. ``value`` is text; who reads it
    knows its form."""

    key = TextField(unique=True)
    value = TextField(default="")


class TonightKey(CabinetRow):
    """A sheet of a running meeting and the 32-byte key it opens with, until it is merged and
    deleted: a power cut costs one sign-in. The uid is the sheet's. ``missed_at``: since when (UTC
    ms) the sheet is not there or cannot be read; None while it can."""

    file_id = TextField(unique=True)
    key = BlobField()
    meeting_uid = Uid()
    started_at = IntegerField()
    merged_at = IntegerField(null=True)
    missed_at = IntegerField(null=True)

    class Meta:
        table_name = "tonight"


class Taken(CabinetRow):
    """Something from the in-tray that was taken over or thrown away; the uid is its own, so that
    the same box put in again is known."""

    kind = TextField()
    taken_at = IntegerField()


class Erased(CabinetRow):
    """What was erased for good, or a key that was withdrawn (``store.erased``): it travels with
    every copy and is applied first when one is brought back. ``kind``: a table, or ``key``."""

    kind = TextField()
    erased_at = IntegerField()
