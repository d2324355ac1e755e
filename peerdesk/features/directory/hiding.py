"""Addresses that are not to be known: of a shelter, say. They are taken out of other words too."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

from peerdesk.exchange.hsds_export import SECRET
from peerdesk.store.connection import Connection

Hide = Callable[[str], str]
INSTEAD = "…"


def hiders(connection: Connection, ids: Sequence[int]) -> dict[int, Hide]:
    """For services that have a hidden address: takes its lines out of words, where they stand in
    full. Short ones are left, as they may be any word."""
    rows = connection.execute(
        "SELECT DISTINCT h.service_id, trim(a.address_1) FROM service_at_location AS h"
        " JOIN location AS l ON l.id = h.location_id AND l.hide_address"
        " JOIN address AS a ON a.location_id = l.id"
        " WHERE h.service_id IN (SELECT value FROM json_each(?))"
        " AND length(trim(a.address_1)) >= ?",
        (json.dumps(list(ids)), SECRET),
    )
    secrets: dict[int, list[str]] = {}
    for service, line in rows:
        secrets.setdefault(service, []).append(str(line))
    return {one: _hide(lines) for one, lines in secrets.items()}


def _hide(lines: list[str]) -> Hide:
    longest_first = sorted(lines, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
    return lambda words: pattern.sub(INSTEAD, words)
