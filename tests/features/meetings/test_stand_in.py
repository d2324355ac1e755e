"""The agenda for a stand-in: on the shelf while the group wants it, as it is now, without names."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.features.meetings import stand_in
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.features.meetings.stand_in_card import StandInCard
from peerdesk.store.cabinet import Group
from peerdesk.store.evening import Plan
from peerdesk.store.evening_json import read_plan
from peerdesk.store.place import Place
from peerdesk.ui.context import Context

from .conftest import LABEL


def plans(shelf: Place) -> list[Plan]:
    rows = shelf.rows("SELECT plan FROM published_agenda")
    return [read_plan(str(row[0])) for row in rows]


def test_on_and_off(
    service: MeetingsService, shelf: Place, tonight: bytes, group: dict[str, bytes]
) -> None:
    del group
    stand_in.keep(service, shelf)
    assert plans(shelf) == []
    stand_in.turn(service, shelf, True)
    (plan,) = plans(shelf)
    assert (plan.meeting, plan.people, plan.topics, plan.stand_in) == (tonight.hex(), (), (), True)
    assert "Ana" not in str(plan)
    service.add_part(tonight, "A walk", 10)
    stand_in.keep(service, shelf)
    assert "A walk" in [item.title for item in plans(shelf)[0].items]
    depth = shelf.undo_depth
    stand_in.keep(service, shelf)
    assert shelf.undo_depth == depth == 0, "it follows from the cabinet"
    service.cancel(tonight)
    stand_in.keep(service, shelf)
    assert plans(shelf)[0].meeting != tonight.hex()
    stand_in.turn(service, shelf, False)
    assert plans(shelf) == []


def test_it_is_taken_off_the_shelf_first(
    service: MeetingsService, shelf: Place, tonight: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    del tonight
    stand_in.turn(service, shelf, True)

    def cut_off(*_: object) -> None:
        assert plans(shelf) == []
        raise InterruptedError

    monkeypatch.setattr(service, "set_way", cut_off)
    with pytest.raises(InterruptedError):
        stand_in.turn(service, shelf, False)


def test_without_a_group_or_a_meeting_there_is_none(service: MeetingsService, shelf: Place) -> None:
    stand_in.turn(service, shelf, True)
    assert plans(shelf) == []
    with service.cabinet.operation(LABEL):
        Group.delete().execute()
    stand_in.keep(service, shelf)
    assert plans(shelf) == []


class Full:
    """A connection to a drive without room."""

    def execute(self, *_: object) -> None:
        import sqlcipher3.dbapi2 as driver

        raise driver.OperationalError("database or disk is full")

    def close(self) -> None:
        pass


def test_no_room_is_said(
    qtbot: QtBot,
    context: Context,
    service: MeetingsService,
    shelf: Place,
    tonight: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del tonight
    told: list[object] = []
    context.notice = told.append
    card = StandInCard(service, context)
    qtbot.addWidget(card)
    assert not card.box_on.isChecked()
    card.box_on.click()
    assert len(plans(shelf)) == 1
    monkeypatch.setattr(shelf, "another", Full)
    card.box_on.click()
    assert "no room left" in str(told[0])
    assert card.box_on.isChecked(), "it still stands there, so it is still said"
    with pytest.raises(KnownError):
        stand_in.turn(service, shelf, False)
