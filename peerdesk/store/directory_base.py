"""What every table of the directory rests on, and what an import leaves behind."""

from __future__ import annotations

from typing import Any

from peewee import ForeignKeyField, IntegerField, TextField

from peerdesk.store.database import Row
from peerdesk.store.shelf_database import database


def text(default: str = "") -> TextField:
    """A text column, blank unless something stands there."""
    return TextField(default=default)


def flag() -> IntegerField:
    """A whole number, 0 unless something stands there."""
    return IntegerField(default=0)


def parent(model: Any, on_delete: str = "CASCADE") -> ForeignKeyField[Any]:
    """What a row may hang on."""
    return ForeignKeyField(model, null=True, on_delete=on_delete, backref="+", lazy_load=False)


def owner(model: Any, on_delete: str = "CASCADE") -> ForeignKeyField[Any]:
    """What a row hangs on."""
    return ForeignKeyField(model, on_delete=on_delete, backref="+", lazy_load=False)


class ShelfRow(Row):
    class Meta:
        database = database


class ImportBatch(ShelfRow):
    """One import: counts of services in the package, of rows added, changed, removed, left out."""

    source = text()
    source_key = text()
    kind = text("directory")  # directory | pack | table
    source_date = text()  # the day the source gives for itself, or blank
    started_at = flag()
    services = flag()
    added = flag()
    changed = flag()
    removed = flag()
    left_out = flag()
    undone_at = IntegerField(null=True)


class ImportBefore(ShelfRow):
    """Rows of one table as they were before an import: ``image`` is a JSON list of objects."""

    batch = owner(ImportBatch)
    table_name = text()
    kind = text()  # changed | removed
    image = text()


class DirectoryRow(ShelfRow):
    """Base of every table that an import may fill. ``extra``: a JSON object of cells the package
    has besides (heading → text), or blank; references to what is not in it end there as well."""

    extra = text()

    batch = parent(ImportBatch, on_delete="SET NULL")
