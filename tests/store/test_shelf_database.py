"""The shelf's models of two modules share one database."""

from __future__ import annotations

from peerdesk.store import directory, shelf
from peerdesk.store.shelf_database import database


def test_settings_and_services_stand_on_the_same_shelf() -> None:
    assert database.kind == "shelf"
    assert shelf.Setting._meta.database is database
    assert directory.ImportBatch._meta.database is database
