from __future__ import annotations

from pytestqt.qtbot import QtBot

from peerdesk.features.people.room import room
from peerdesk.features.people.service import PeopleService
from peerdesk.ui.context import Context

ROOM = room()


def test_the_room_counts_and_finds(context: Context, group: dict[str, bytes]) -> None:
    assert ROOM.title() == "People"
    assert ROOM.count is not None
    assert ROOM.find is not None
    assert ROOM.count(context) == 4
    (item,) = ROOM.find(context, "tom")
    assert (item.title, item.detail, item.uid, item.names) == ("Tom", "New", group["Tom"], True)
    PeopleService(context.cabinet).archive(group["Tom"])
    assert ROOM.find(context, "tom")[0].detail == "archived"
    closed = Context(clock=context.clock, names=context.names, jobs=context.jobs)
    assert ROOM.count(closed) is None
    assert ROOM.find(closed, "tom") == []


def test_the_room_makes_its_page(qtbot: QtBot, context: Context) -> None:
    made = ROOM.page(context)
    qtbot.addWidget(made)
    assert made.title() == "People"
