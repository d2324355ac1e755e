"""The shelf's database, in a module of its own so that the shelf's models can live in two."""

from peerdesk.store.database import PlaceDatabase

database = PlaceDatabase("shelf")
