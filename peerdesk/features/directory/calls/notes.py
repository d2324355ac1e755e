"""What everyone may know of a listing: it stands on the shelf, and needs no key."""

from __future__ import annotations

from dataclasses import dataclass

from peerdesk.store.connection import Connection
from peerdesk.store.listing_reports import TOLD

UNANSWERED = 2
"""After so many calls without an answer a listing bears the tag "needs a call"."""


@dataclass(frozen=True)
class Notes:
    """What everyone may know of a listing since it was checked last: somebody told us that the
    number did not work, and how often nobody answered us."""

    told: bool = False
    unanswered: int = 0

    @property
    def needs_a_call(self) -> bool:
        """Whether the listing bears the tag."""
        return self.told or self.unanswered >= UNANSWERED


def notes(connection: Connection, uid: bytes) -> Notes:
    """What everyone may know of a listing; of one that is not there, nothing."""
    rows = connection.execute(
        "SELECT c.how, c.result FROM service_check AS c JOIN service AS s ON s.uid = c.service_uid"
        " WHERE c.service_uid = ? AND c.at > coalesce(s.checked_at, -1)",
        (uid,),
    ).fetchall()
    told = any(how == TOLD for how, _ in rows)
    return Notes(told, sum(result == "no answer" for _, result in rows))
