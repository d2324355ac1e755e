"""The evening a stand-in may run without a key, kept on the shelf while the group wants that.

Only the next agenda, without any person and without the questions of the topic box. Two files are
written, so each way is two steps that may be repeated: showing it writes the cabinet first, taking
it back the shelf first, and :func:`keep` at the next sign-in finishes what was left.
"""

from __future__ import annotations

from peerdesk.core.text import translate
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Group
from peerdesk.store.connection import known
from peerdesk.store.evening_json import write
from peerdesk.store.place import Place

SWITCH = "stand_in"
"""The group's switch, among its ways."""
TABLES = frozenset(
    {
        "agenda_item",
        "agreement_item",
        "group_setting",
        "holiday",
        "meeting",
        "series",
        "support_group",
    }
)
"""What the agenda on the shelf is made of: after a change of these it is written anew."""


def keep(meetings: MeetingsService, shelf: Place) -> None:
    """Make the shelf say what the cabinet says now. Raises the KnownErrors of writing."""
    coming = meetings.next_meeting() if meetings.group_setting(SWITCH) == "1" else None
    _write(shelf, write(meetings.plan_for(coming.uid, stand_in=True)) if coming else "")


def turn(meetings: MeetingsService, shelf: Place, on: bool) -> None:
    """Let a stand-in run the meetings to come, or not any more. Raises the KnownErrors of
    writing."""
    if not on:
        _write(shelf, "")
    meetings.set_way(SWITCH, on)
    keep(meetings, shelf)


def _write(shelf: Place, words: str) -> None:
    """The plan of the open cabinet's group on the shelf; "" for none. It follows from the cabinet,
    so it is written like a job's, as no step of its own for undo."""
    group = Group.get_or_none()
    if group is None:
        return
    uid = bytes(group.uid)
    rows = shelf.rows("SELECT plan FROM published_agenda WHERE group_uid = ?", uid)
    if words == (str(rows[0][0]) if rows else ""):
        return
    connection = shelf.another()
    try:
        if words:
            connection.execute(
                "INSERT INTO published_agenda (uid, group_uid, plan) VALUES (?, ?, ?)"
                " ON CONFLICT (uid) DO UPDATE SET plan = excluded.plan",
                (uid, uid, words),
            )
        else:
            connection.execute("DELETE FROM published_agenda WHERE group_uid = ?", (uid,))
    except Exception as error:
        raise known(error, shelf.path) from error
    finally:
        connection.close()
    shelf.changed(translate("Tonight", "The agenda for a stand-in"), "published_agenda")
