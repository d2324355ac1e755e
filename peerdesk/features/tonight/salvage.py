"""What can still be read of a damaged sheet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.features.tonight.result import result_of
from peerdesk.features.tonight.running import Running
from peerdesk.features.tonight.state import still_standing
from peerdesk.store.connection import SQLITE_ERRORS, Connection, connect
from peerdesk.store.evening import MOST_HAPPENINGS, Happening, Result
from peerdesk.store.evening_json import Unreadable, check, load, read_plan
from peerdesk.store.tonight import SHAPES, built_as_ours, whole

_UNREADABLE: tuple[type[Exception], ...] = (*SQLITE_ERRORS, TypeError, ValueError)


def salvage(path: Path, key: bytes) -> Result | None:
    """The evening up to where the sheet at ``path`` can no longer be read; None when nothing is
    left of it. The file is not written to."""
    try:
        connection = connect(path, key, read_only=True)
    except KnownError:
        return None
    try:
        if not built_as_ours(connection):
            return None
        columns = ", ".join(SHAPES)
        row = connection.execute(f"SELECT {columns} FROM sheet").fetchone()
        found = dict(zip(SHAPES, row, strict=True))
        if not whole(found):
            return None
        run = Running(read_plan(found["plan"]))
        happenings = list(islice(_readable(connection), MOST_HAPPENINGS))
    except _UNREADABLE:
        return None
    finally:
        connection.close()
    for happening in still_standing(happenings):
        run.apply(happening)
    if not happenings:
        return None
    return result_of(run, found["uid"].hex(), max(found["alive_at"], happenings[-1].at))


def _readable(connection: Connection) -> Iterator[Happening]:
    rows = connection.execute("SELECT uid, at, kind, body FROM event ORDER BY id")
    while True:
        try:
            row = rows.fetchone()
            if row is None:
                return
            uid = row[0].hex() if isinstance(row[0], bytes) else ""
            yield check(Happening(uid, row[1], row[2], load(row[3])))
        except SQLITE_ERRORS:
            return
        except Unreadable:
            continue
