"""Which listing stands for another, since somebody said that both are the same (``same``)."""

from __future__ import annotations

from peerdesk.store.connection import Connection

SAME, APART = "same", "apart"
SERVICE = "service"
_STANDS = f"c.table_name = '{SAME}' AND c.column_name = '{SERVICE}'"


def remembered(connection: Connection) -> dict[bytes, bytes]:
    """What somebody said is the same as a listing that is here, and that."""
    rows = connection.execute(
        "SELECT c.row_uid, s.uid FROM main.local_change AS c"
        f" JOIN main.service AS s ON s.uid = unhex(c.ours) WHERE {_STANDS}"
    )
    return {bytes(there): bytes(here) for there, here in rows}


def stands_for(connection: Connection, uid: bytes) -> bytes:
    """The listing in which this one is told now; mostly itself."""
    row = connection.execute(
        "SELECT s.uid FROM main.local_change AS c JOIN main.service AS s ON s.uid = unhex(c.ours)"
        f" WHERE c.row_uid = ? AND {_STANDS}",
        (uid,),
    ).fetchone()
    return uid if row is None else bytes(row[0])


def stood_for(connection: Connection, uid: bytes) -> list[bytes]:
    """This listing and those that are told in it."""
    rows = connection.execute(
        f"SELECT c.row_uid FROM main.local_change AS c WHERE c.ours = ? AND {_STANDS}",
        (uid.hex(),),
    )
    return [uid, *(bytes(one) for (one,) in rows)]
