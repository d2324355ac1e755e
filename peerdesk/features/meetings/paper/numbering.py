"""The numbers of a sign-in sheet: what is printed beside a name is what is keyed in later.

The order of a sheet is kept with the meeting when it goes to paper. It only ever grows: people and
blank lines of an earlier sheet keep their numbers, new ones follow. So two sheets of one evening
never mean different people by one number, whoever was added or taken away in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peerdesk.core.ids import natural_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Group, GroupSetting
from peerdesk.store.erased import GONE_LINE, SHEETS

KEY = SHEETS
"""Begins the key of a group setting; the uid of the meeting in hex follows."""
MOST_ROWS = 300
KEPT_MEETINGS = 12
"""Sheets older than those of so many meetings are forgotten."""
BLANK = ""


@dataclass(frozen=True)
class Row:
    """A line of the sheet. ``person`` is None on a blank line, and for somebody who was erased
    (``gone`` then); ``name`` and ``code`` are "" then and for somebody who is gone."""

    number: int
    person: bytes | None
    name: str = ""
    code: str = ""
    gone: bool = False


def kept(service: MeetingsService, meeting: bytes) -> tuple[str, ...]:
    """The order that went to paper for this meeting: uids in hex, "" for a blank line and
    GONE_LINE for somebody who was erased since."""
    value = service.group_setting(KEY + meeting.hex())
    return tuple(value.split(",")) if value else ()


def grown(order: Sequence[str], people: Iterable[str], blanks: int) -> tuple[str, ...]:
    """``order`` with those of ``people`` (uids in hex) and as many blank lines as it lacks."""
    rows = list(order)
    rows += [uid for uid in people if uid not in rows]
    rows += [BLANK] * max(0, blanks - rows.count(BLANK))
    return tuple(rows[:MOST_ROWS])


def rows_for(
    service: MeetingsService, meeting: bytes, *, named: bool, blanks: int, anew: bool = False
) -> tuple[Row, ...]:
    """The lines of the sheet as it would be printed now. ``named``: with those who are expected.

    ``anew`` begins at 1 again, for a sheet that was thrown away.
    """
    before = () if anew else kept(service, meeting)
    people = [m.person.hex() for m in service.attendance(meeting)] if named else []
    return _rows(service, meeting, grown(before, people, blanks))


def keep(service: MeetingsService, meeting: bytes, rows: Sequence[Row]) -> None:
    """Remember which lines went to paper; nothing is written when they are known."""
    value = ",".join(_kept_as(row) for row in rows)
    if not rows or value == ",".join(kept(service, meeting)):
        return
    key = KEY + meeting.hex()
    with service.cabinet.operation(translate("Paper", "Kept the numbers of the sheet")):
        GroupSetting.delete().where(GroupSetting.key == key).execute()
        GroupSetting.create(
            uid=natural_uid(bytes(Group.get().uid), "setting", key), key=key, value=value
        )
        mine = GroupSetting.key.startswith(KEY)
        newest = [r.id for r in GroupSetting.select().where(mine).order_by(GroupSetting.id.desc())]
        for old in newest[KEPT_MEETINGS:]:
            GroupSetting.delete().where(GroupSetting.id == old).execute()


def _kept_as(row: Row) -> str:
    if row.person is None:
        return GONE_LINE if row.gone else BLANK
    return row.person.hex()


def rows_to_key(service: MeetingsService, meeting: bytes) -> tuple[Row, ...]:
    """The lines as they went to paper; before that, everyone who is expected by name."""
    order = kept(service, meeting)
    if not order:
        return rows_for(service, meeting, named=True, blanks=0)
    return _rows(service, meeting, order)


def _rows(service: MeetingsService, meeting: bytes, order: Sequence[str]) -> tuple[Row, ...]:
    names = {m.person.hex(): m.name for m in service.attendance(meeting)}
    codes = {
        bytes(r[0]).hex(): str(r[1])  # type: ignore[call-overload]
        for r in service.cabinet.rows("SELECT uid, code FROM person")
    }
    return tuple(
        Row(
            number,
            None if uid in (BLANK, GONE_LINE) else bytes.fromhex(uid),
            names.get(uid, ""),
            codes.get(uid, "") if uid in names else "",
            gone=bool(uid) and uid not in names,
        )
        for number, uid in enumerate(order, start=1)
    )
