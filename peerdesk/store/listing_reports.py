"""What somebody says is wrong with a listing of local help, on its way to who can look into it.

Anyone may say so. Without signing in it is a box of the kind "listing" in a group's in-tray, and a
facilitator takes it over; with a group open it goes there at once. Only then does the listing say
that its number did not work: nothing anonymous changes what others read. What somebody wrote stays
in the cabinet; on the shelf stands no word of it, and never who or how many.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from peerdesk.core.ids import natural_uid
from peerdesk.core.text import translate
from peerdesk.store.in_tray import MOST_WORDS
from peerdesk.store.place import Place

MOST_LETTERS = 400
"""Letters of what somebody says; with the listing's name they fit into the smaller box."""
MOST_NAME = 60
TOLD = "told"
"""``ServiceCheck.how`` of "somebody told us that this number did not work"; no call was made."""
_MARKED = translate("Listing", "Said that a number did not work")


@dataclass(frozen=True)
class Report:
    """About which listing (its uid, and its name for the day it is gone), and what. Without words
    it says that the number did not work."""

    service_uid: bytes | None
    service: str
    words: str = ""


def write(report: Report) -> bytes:
    """A report as it goes into a box. What is too long is cut."""
    service = "" if report.service_uid is None else report.service_uid.hex()
    parts = {
        "service": service,
        "name": _clean(report.service)[:MOST_NAME],
        "words": _clean(report.words)[:MOST_LETTERS],
    }
    return json.dumps(parts, ensure_ascii=False).encode()


def read(data: bytes) -> Report | None:
    """What :func:`write` made; None for anything else. A box may be forged, so nothing of it is
    believed: the uid may be that of no service."""
    try:
        parts = json.loads(data.decode())
    except (ValueError, RecursionError):
        return None
    if not isinstance(parts, dict) or set(parts) != {"service", "name", "words"}:
        return None
    if not all(isinstance(part, str) for part in parts.values()):
        return None
    name, words = parts["name"], parts["words"]
    if len(name) > MOST_NAME or len(words) > MOST_LETTERS:
        return None
    try:
        uid = bytes.fromhex(parts["service"])
    except ValueError:
        return None
    if len(uid) not in (0, 16):
        return None
    return Report(uid or None, name, words)


def plain_words(data: bytes) -> Report | None:
    """Words alone, about no listing in particular; None when they are none."""
    try:
        words = data.decode()
    except UnicodeDecodeError:
        return None
    return Report(None, "", words) if words.strip() and len(words) <= MOST_WORDS else None


def keep(cabinet: Place, key: bytes, report: Report, source: str) -> None:
    """Write a report down, inside an operation on ``cabinet``; the same ``key`` (uid) once.
    ``source`` as in ``ListingProblem``."""
    from peerdesk.store.cabinet import ListingProblem

    ListingProblem.insert(
        uid=key,
        service_uid=report.service_uid,
        service_words=report.service,
        words=report.words.strip(),
        source=source,
        told_at=cabinet.clock.now_ms(),
    ).on_conflict_ignore().execute()


def show(shelf: Place, key: bytes, report: Report) -> bool:
    """Let the listing say that its number did not work, if that is what the report says. May be
    repeated with the same ``key``. Whether there was such a listing."""
    if report.words.strip() or report.service_uid is None:
        return False
    if not shelf.rows("SELECT 1 FROM service WHERE uid = ?", report.service_uid):
        return False
    with shelf.operation(_MARKED):
        shelf.database.connection().execute(
            "INSERT INTO service_check (uid, service_uid, at, how) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (uid) DO NOTHING",
            (natural_uid("told", key), report.service_uid, shelf.clock.now_ms(), TOLD),
        )
    return True


def _clean(words: str) -> str:
    kept = "".join(c if c.isprintable() or c in "\n\u200c\u200d" else " " for c in words)
    return kept.strip()
