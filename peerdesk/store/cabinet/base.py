"""The database every table of a cabinet stands in."""

from __future__ import annotations

from peerdesk.store.database import PlaceDatabase, Row

database = PlaceDatabase("cabinet")


class CabinetRow(Row):
    class Meta:
        database = database
