"""Groups that no longer open to somebody: said once, then listed quietly.

Their drawer stays theirs. Which groups they were told of stands in the drawer's preferences as uids
in hexadecimal. A group that opens again leaves that list, so that being taken out once more is said
once more.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from peerdesk.core.ids import natural_uid
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.store.place import Place

KEY = "closed_groups"


def to_tell(drawer: Place, signed_in: SignedIn) -> bool:
    """Whether a group does not open of which this was not said yet; from now on it counts as said.

    Raises the KnownErrors of opening and what SQLite raises in writing.
    """
    told, closed = _told(drawer), set(signed_in.closed)
    now = (told - {uid for uid, _, _ in signed_in.cabinets}) | closed
    if now != told:
        raw = drawer.another()  # Ctrl+Z must not take back what was said
        try:
            raw.execute(
                "INSERT INTO preference(uid, key, value) VALUES (?, ?, ?)"
                " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                (natural_uid("preference", KEY), KEY, _words(now)),
            )
        finally:
            raw.close()
    return bool(closed - told)


def listed(drawer: Place, shelf: Place) -> list[str]:
    """The groups that do not open any more, by the name that stands on the shelf for everyone; ""
    where there is none."""
    passes = cast(list[tuple[bytes]], drawer.rows("SELECT uid FROM cabinet_pass ORDER BY id"))
    told, found = _told(drawer), []
    for (uid,) in passes:
        if uid in told:
            sql = "SELECT name FROM public_meeting WHERE group_uid = ? ORDER BY id"
            rows = shelf.rows(sql, uid)
            found.append(str(rows[0][0]) if rows else "")
    return found


def _told(drawer: Place) -> set[bytes]:
    rows = drawer.rows("SELECT value FROM preference WHERE key = ?", KEY)
    return {bytes.fromhex(word) for row in rows for word in str(row[0]).split()}


def _words(uids: Iterable[bytes]) -> str:
    return " ".join(sorted(uid.hex() for uid in uids))
