"""Making tonight's sheet."""

from __future__ import annotations

from pathlib import Path

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.tonight import code as evening_code
from peerdesk.store import tonight
from peerdesk.store.evening import Plan
from peerdesk.store.evening_json import write
from peerdesk.store.place import Place
from peerdesk.store.tonight import Sheet

RUNNING = translate("Tonight", "Tonight's meeting")


def new_sheet(
    path: Path, key: bytes, plan: Plan, clock: Clock, *, sheet_uid: bytes, code: str = ""
) -> Place:
    """Make tonight's sheet at ``path`` and open it.

    ``key`` is 32 bytes, ``sheet_uid`` names the sheet for merging, ``code`` is four digits or "".
    Raises the KnownErrors of ``store.place``, and one for a code that is not four digits.
    """
    salt, secret = hidden(code)
    place = tonight.open_tonight(path, key, clock)
    try:
        with place.operation(RUNNING):
            Sheet.create(
                uid=sheet_uid,
                plan=write(plan),
                code_salt=salt,
                code_hash=secret,
                tries_left=evening_code.TRIES if code else 0,
                alive_at=clock.now_ms(),
            )
    except BaseException:
        place.close()
        raise
    return place


def hidden(code: str) -> tuple[bytes | None, bytes | None]:
    """(salt, hash) for the sheet; nothing for "". Raises KnownError for what is not a code."""
    if not code:
        return None, None
    digits = evening_code.digits(code)
    if not digits:
        raise KnownError(translate("Tonight", "The evening code is four digits. Choose four."))
    return evening_code.hide(digits)
