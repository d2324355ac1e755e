"""An evening run by somebody without a key, from the agenda the group published.

Its sheet has a fresh key that lives in its process alone. The same key goes into the group's
in-tray first, in a box only its facilitators can open, so that a power cut loses nothing; at the
end the result goes there too, and the sheet is gone. The key box then opens nothing any more.

Plain Python. The shelf is opened without any key, as the welcome page does for local help.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from peerdesk.app.tonight.sheet_files import KEY_BYTES, make_sheet, remove_sheet
from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid, new_file_id
from peerdesk.core.text import translate
from peerdesk.safe import in_tray
from peerdesk.store.evening import Plan
from peerdesk.store.evening_json import Unreadable, read_plan, write
from peerdesk.store.in_tray import NoKey, put_into
from peerdesk.store.place import Place
from peerdesk.store.shelf import CabinetCard, PublishedAgenda, open_shelf
from peerdesk.store.workspace import Workspace

if TYPE_CHECKING:
    from peerdesk.features.tonight.service import TonightService

_NO_TRAY = translate(
    "Tonight",
    "This group has no in-tray on this computer, so nobody could read how the evening went. "
    "Nothing was changed.",
)
UID_BYTES = 16
NEAR_MS = 12 * 3_600_000
"""A meeting that starts so near to now is the one that is run."""


def published() -> list[Plan]:
    """The evenings of the open shelf that may be run without a key, by the name of the group; what
    cannot be read is left out."""
    from peewee import fn

    plans = []
    blobs = [fn.typeof(c) == "blob" for c in (PublishedAgenda.uid, PublishedAgenda.group_uid)]
    for row in PublishedAgenda.select().where(*blobs):
        with contextlib.suppress(Unreadable):
            plan = read_plan(row.plan)
            if plan.group == bytes(row.group_uid).hex() and not plan.people:
                plans.append(replace(plan, stand_in=True))
    return sorted(plans, key=lambda plan: plan.group_name)


def begin(shelf: Place, workspace: Workspace, plan: Plan, code: str) -> tuple[str, bytes]:
    """Make the sheet: its file id and its key. Raises KnownError, and then there is none."""
    plan = _of_tonight(plan, shelf.clock)
    file_id, key = new_file_id(), os.urandom(KEY_BYTES)
    uid = bytes.fromhex(file_id)
    put(shelf, plan.group, natural_uid("sheet key", uid), "sheet key", uid + key)
    try:
        make_sheet(workspace, file_id, key, plan, shelf.clock, code)
    except BaseException:
        remove_sheet(workspace, file_id)
        raise
    return file_id, key


def _of_tonight(plan: Plan, clock: Clock) -> Plan:
    """The plan as it is; or, when it was published for another day, as an evening of now that
    belongs to no meeting yet."""
    made = begun_now(plan, clock)
    return plan if made is plan else replace(made, meeting="")


def begun_now(plan: Plan, clock: Clock) -> Plan:
    """The plan as it is when its time is near; else the same with its beginning now."""
    now = clock.now_ms()
    if abs(plan.starts_at - now) <= NEAR_MS:
        return plan
    start = clock.now().strftime("%Y-%m-%dT%H:%M")
    return replace(plan, start=start, zone=clock.zone, starts_at=now)


def hand_in(workspace: Workspace, service: TonightService, clock: Clock) -> None:
    """Put the result into the group's in-tray. Raises KnownError, and then it is not there.

    What is inside has the uid of the sheet: handed in twice it is known the second time."""
    data = write(service.result()).encode()
    if len(data) > in_tray.MOST:
        raise KnownError(
            translate(
                "Tonight",
                "What was written tonight is more than fits into the in-tray. Nothing is lost. "
                "Please make it shorter, then end the meeting again.",
            )
        )
    shelf = open_shelf(workspace.shelf, clock, workspace.backups)
    try:
        put(shelf, service.plan.group, service.sheet_uid, "evening", data)
    finally:
        shelf.close()


def put(shelf: Place, group: str, uid: bytes, kind: str, data: bytes) -> None:
    """Seal ``data`` for the facilitators of ``group`` (hex) and keep the box; ``uid`` names what is
    inside. Raises KnownError, and then it does not lie there.

    The row has a uid nobody can know beforehand, so that nothing lies there already. It is sealed
    in the transaction that puts it in: the group's key is not changed in between.
    """
    of = bytes.fromhex(group)

    def sealed() -> bytes:
        card = CabinetCard.get_or_none(CabinetCard.uid == of)
        if card is None:
            raise KnownError(_NO_TRAY)
        try:
            return in_tray.seal(bytes(card.public_key), of, uid, kind, data)
        except ValueError as error:
            raise NoKey from error

    label = translate("Tonight", "Put into the in-tray")
    put_into(shelf, of, sealed, os.urandom(UID_BYTES), label)


def key_in(data: bytes) -> tuple[bytes, bytes] | None:
    """The uid and the key in a box of the kind "sheet key"; None for anything else."""
    if len(data) != UID_BYTES + KEY_BYTES:
        return None
    return data[:UID_BYTES], data[UID_BYTES:]
