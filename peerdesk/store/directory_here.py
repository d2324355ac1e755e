"""What this centre itself keeps about listings, beside the listings; no import writes it.

Rows name services by uid and not by reference: they stay when an import is taken back, and belong
to the listing again when it comes in anew.
"""

from __future__ import annotations

from peewee import IntegerField, TextField

from peerdesk.store.database import Uid
from peerdesk.store.directory_base import ShelfRow, flag, text

RESULTS = ("right", "changed", "no answer", "closed")
"""What came of a call."""


class LocalChange(ShelfRow):
    """A cell that was put right here: ``ours`` stands in the row now, ``theirs`` is what the source
    said last. One for each cell."""

    row_uid = Uid()
    table_name = text()
    column_name = text()
    ours = text()
    theirs = text()
    changed_at = flag()


class SavedSearch(ShelfRow):
    """A search under a name, for everyone: ``filters`` is JSON."""

    name = TextField(default="")
    words = text()
    filters = text()
    position = flag()
    saved_at = flag()


class ServiceCheck(ShelfRow):
    """Somebody rang or looked: ``how`` (phone, visit, website), ``result`` (``RESULTS``)."""

    service_uid = Uid()
    at = IntegerField(default=0)
    how = text()
    result = text()
    words = text()


HERE = (LocalChange, SavedSearch, ServiceCheck)
