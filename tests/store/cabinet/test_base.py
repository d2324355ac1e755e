"""One database stands behind every table of a cabinet."""

from __future__ import annotations

from peerdesk.store import cabinet
from peerdesk.store.cabinet.base import CabinetRow, database


def test_every_table_stands_in_the_cabinets_database() -> None:
    tables = CabinetRow.__subclasses__()
    assert len(tables) > 20
    assert all(t._meta.database is database for t in tables)
    assert {t.__name__ for t in tables} <= set(cabinet.__all__)
