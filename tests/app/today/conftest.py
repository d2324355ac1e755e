"""A group in the afternoon before its meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.app.today.page import TodayPage
from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Group, Person, open_cabinet
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain
from tests.app.today.shown import LABEL, Evening, Opened


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "c.safe", bytes(range(32)), clock, tmp_path / "backups")
    with place.operation(LABEL):
        Group.create(
            uid=b"g" * 16,
            name="Tuesday Circle",
            public_key=b"p" * 32,
            secret_key=b"s" * 32,
            recovery_public=b"r" * 32,
        )
    yield place
    place.close()


@pytest.fixture
def shelf(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def went() -> Opened:
    return []


@pytest.fixture
def context(
    qapp: QApplication, clock: FixedClock, cabinet: Place, shelf: Place, went: Opened
) -> Context:
    theme.apply(qapp, "light", 1.0, "Inter")
    return Context(
        clock=clock,
        names=NamesCurtain(shared=False),
        jobs=Jobs(),
        shelf=shelf,
        cabinet=cabinet,
        open=lambda place, kind, uid: went.append((place, kind, uid)),
        extra={"me": "Maria"},
    )


@pytest.fixture
def service(cabinet: Place, shelf: Place) -> MeetingsService:
    return MeetingsService(cabinet, shelf)


@pytest.fixture
def people(cabinet: Place) -> dict[str, bytes]:
    made = {}
    with cabinet.operation(LABEL):
        for name, fields in {
            "Ana": {},
            "Dev": {"role": "co-facilitator"},
            "Jo": {"safe_contact": "text only"},
            "Maria": {"role": "facilitator"},
            "Sam": {"access_needs": "large print"},
            "Tom": {"role": "new"},
        }.items():
            made[name] = new_uid()
            row = {"uid": made[name], "name": name, "added_at": 1, "changed_at": 1}
            Person.create(**row, **fields)
    return made


@pytest.fixture
def tonight(service: MeetingsService, people: dict[str, bytes]) -> bytes:
    service.add_series("Circle", datetime(2026, 10, 20, 18, 30), place="Blue room")
    for meeting in service.past_meetings(4):
        for name in ("Ana", "Dev", "Maria"):
            service.mark(meeting.uid, people[name], "here")
        service.mark(meeting.uid, people["Jo"], "away")
        service.set_meeting(meeting.uid, good_things="The garden day.")
        service.close(meeting.uid)
    uid = service.next_meetings()[0].uid
    service.set_meeting(uid, theme="Sleep and worry", lead="Maria", door="Dev")
    service.add_preparation("Water, tissues")
    return uid


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Callable[..., TodayPage]:
    def made(**more: object) -> TodayPage:
        page = TodayPage(context, **more)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1008, 690)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        context.cabinet.subscribe(lambda change: page.refresh(change.tables))
        return page

    return made


@pytest.fixture
def evening(context: Context) -> Evening:
    context.extra["evening"] = made = Evening()
    return made
