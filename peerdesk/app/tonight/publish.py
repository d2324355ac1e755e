"""The evening a stand-in may run without a key, kept on the shelf while the group wants that.

Only the next agenda, without any person and without the questions of the topic box. It is written
anew at each sign-in and each lock, and goes when the group switches it off.
"""

from __future__ import annotations

from peerdesk.core.text import translate
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Group
from peerdesk.store.evening import write
from peerdesk.store.place import Place
from peerdesk.store.shelf import PublishedAgenda

SWITCH = "stand_in"
"""The group's switch, among its ways."""


def keep(meetings: MeetingsService, shelf: Place) -> None:
    """Make the shelf say what the cabinet says now. Raises the KnownErrors of writing."""
    group = Group.get_or_none()
    if group is None:
        return
    uid = bytes(group.uid)
    coming = meetings.next_meeting() if meetings.group_setting(SWITCH) == "1" else None
    words = write(meetings.plan_for(coming.uid, stand_in=True)) if coming is not None else ""
    row = PublishedAgenda.get_or_none(PublishedAgenda.group_uid == uid)
    if words == (row.plan if row is not None else ""):
        return
    # Nothing to be told or taken back: the switch is.
    with shelf.operation(translate("Tonight", "The agenda for a stand-in"), merge="stand-in"):
        if not words:
            PublishedAgenda.delete().where(PublishedAgenda.group_uid == uid).execute()
        elif row is None:
            PublishedAgenda.create(uid=uid, group_uid=uid, plan=words)
        else:
            PublishedAgenda.update(plan=words).where(PublishedAgenda.id == row.id).execute()
