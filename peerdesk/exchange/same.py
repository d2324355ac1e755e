"""Somebody said of a listing elsewhere and of one here that they are the same.

That is remembered beside the corrections (``local_change``: table ``same``, the uid there, and as
``ours`` the uid here), so that the next pack finds the one here.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from peerdesk.core.ids import new_uid
from peerdesk.exchange.alike import Looks, both, looks, names
from peerdesk.exchange.merging import Key
from peerdesk.exchange.standing import SAME, SERVICE, remembered
from peerdesk.exchange.together import Together, bring_together
from peerdesk.store.connection import Connection

_NEW = "uid NOT IN (SELECT uid FROM main.service)"
_LISTED = "archived_at IS NULL"


@dataclass(frozen=True)
class Twin:
    """A listing that would come in and looks like one here; ``known``: somebody said before that
    they are the same."""

    there: Looks
    here: Looks
    known: bool = False

    @property
    def key(self) -> tuple[bytes, bytes]:
        """(there, here)"""
        return self.there.uid, self.here.uid


def note(connection: Connection, kind: str, there: bytes, here: bytes, now_ms: int) -> None:
    """Remember that the two are the same, or that they are not (``SAME``, ``APART``)."""
    column = SERVICE if kind == SAME else here.hex()
    connection.execute(
        "INSERT INTO main.local_change(uid, row_uid, table_name, column_name, ours, changed_at)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(row_uid, table_name, column_name)"
        " DO UPDATE SET ours = excluded.ours, changed_at = excluded.changed_at",
        (new_uid(now_ms), there, kind, column, here.hex(), now_ms),
    )


def forget(connection: Connection, there: Collection[bytes]) -> None:
    """They are not the same after all."""
    connection.executemany(
        f"DELETE FROM main.local_change WHERE row_uid = ? AND table_name = '{SAME}'",
        [(one,) for one in there],
    )


# -- what would come in ----------------------------------------------------------------------------


def twins(connection: Connection) -> tuple[Twin, ...]:
    """Staged listings that are new and look like one that is listed here, and those of which
    somebody said so before, by name."""
    for some in (f"staging.service WHERE {_NEW}", f"main.service WHERE {_LISTED}"):
        if not connection.execute(f"SELECT EXISTS (SELECT 1 FROM {some})").fetchone()[0]:
            return ()
    known = remembered(connection)
    told: list[Twin] = []
    if known:
        uids = connection.execute(f"SELECT uid FROM staging.service WHERE {_NEW}").fetchall()
        mine = [bytes(uid) for (uid,) in uids if bytes(uid) in known]
        there = {one.uid: one for one in looks(connection, "staging", mine)}
        ids = connection.execute("SELECT uid, id FROM main.service").fetchall() if there else []
        wanted = {known[uid] for uid in there}
        numbers = [number for uid, number in ids if bytes(uid) in wanted]
        here = {one.uid: one for one in looks(connection, "main", numbers)}
        told = [Twin(one, here[known[uid]], True) for uid, one in there.items()]
    staged, listed = names(connection, "staging", _NEW), names(connection, "main", _LISTED)
    taken = {twin.here.uid for twin in told}
    for one, other in both(connection, listed, staged):
        if one.uid not in known and other.uid not in taken:
            told.append(Twin(one, other))
    return tuple(sorted(told, key=lambda twin: (twin.there.name.casefold(), twin.there.uid)))


# -- as it comes in --------------------------------------------------------------------------------


def decided(
    connection: Connection,
    same: Together | None,
    key: str,
    kind: str,
    batch_id: int,
    now_ms: int,
) -> frozenset[Key]:
    """:func:`bring_together` what was decided (None: what is remembered) as the batch comes in,
    and remember it; a batch that is taken back takes that back as well (:func:`taken_back`).
    Returns the fields in which nothing stands here."""
    before = remembered(connection)
    met, blank = bring_together(connection, before if same is None else same, key, kind)
    if same is not None and before:
        staged = connection.execute("SELECT uid FROM staging.service")
        forget(connection, {bytes(uid) for (uid,) in staged} & before.keys() - same.keys())
    fresh = [(there, here) for there, here in met if before.get(there) != here]
    for there, here in fresh:
        note(connection, SAME, there, here, now_ms)
    if fresh:
        image = json.dumps([{"there": there.hex()} for there, _ in fresh])
        connection.execute(
            "INSERT INTO main.import_before(uid, batch_id, table_name, kind, image)"
            f" VALUES (?, ?, '{SAME}', 'added', ?)",
            (new_uid(now_ms), batch_id, image),
        )
    return blank


def taken_back(connection: Connection, batch_id: int) -> None:
    """When the rows of an import are as they were before: what was said to be the same with it is
    not any more; and what had been joined with a listing that went stands by itself again."""
    connection.execute(
        f"DELETE FROM local_change WHERE table_name = '{SAME}' AND row_uid IN"
        " (SELECT unhex(json_extract(j.value, '$.there')) FROM import_before AS b,"
        f" json_each(b.image) AS j WHERE b.batch_id = ? AND b.table_name = '{SAME}')",
        (batch_id,),
    )
    lone = (
        f"SELECT row_uid FROM local_change WHERE table_name = '{SAME}'"
        " AND unhex(ours) NOT IN (SELECT uid FROM service)"
    )
    connection.execute(f"UPDATE service SET archived_at = NULL WHERE uid IN ({lone})")
    connection.execute(
        f"DELETE FROM local_change WHERE table_name = '{SAME}' AND row_uid IN ({lone})"
    )
