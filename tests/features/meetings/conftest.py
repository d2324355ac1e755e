"""A cabinet, a shelf and the service on both, at twenty past four on a Tuesday in November."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Consent, Group, Person, open_cabinet
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from peerdesk.features.meetings.page import MeetingsPage
    from peerdesk.ui.context import Context

LABEL = translate("Meetings", "Test")


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
            recovery_printed_at=1,
        )
    yield place
    place.close()


@pytest.fixture
def shelf(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def service(cabinet: Place, shelf: Place) -> MeetingsService:
    return MeetingsService(cabinet, shelf)


def person(cabinet: Place, name: str, **fields: object) -> bytes:
    """Somebody of the group, there since long ago unless ``added_at`` says otherwise."""
    uid = new_uid()
    with cabinet.operation(LABEL):
        Person.create(**{"uid": uid, "name": name, "added_at": 1, "changed_at": 1, **fields})
    return uid


def answer(cabinet: Place, who: bytes, purpose: str, said: str) -> None:
    with cabinet.operation(LABEL):
        Consent.create(
            uid=new_uid(),
            person=Person.get(Person.uid == who).id,
            purpose=purpose,
            answer=said,
            answered_at=1,
        )


@pytest.fixture
def tuesday(service: MeetingsService) -> bytes:
    """The weekly series that began long before today; tonight is the next date."""
    return service.add_series(
        "Tuesday Circle", datetime(2026, 9, 1, 18, 30), minutes=90, place="Blue room"
    )


@pytest.fixture
def tonight(service: MeetingsService, tuesday: bytes) -> bytes:
    """The next date of the series: this evening, nothing said about it yet."""
    return next(m.uid for m in service.next_meetings() if m.series == tuesday)


@pytest.fixture
def context(qapp: QApplication, clock: FixedClock, cabinet: Place, shelf: Place) -> Context:
    """What the page is given: names open, nobody listening yet."""
    from peerdesk.ui import theme
    from peerdesk.ui.context import Context
    from peerdesk.ui.jobs import Jobs
    from peerdesk.ui.names import NamesCurtain

    theme.apply(qapp, "light", 1.0, "Inter")
    names = NamesCurtain(shared=False)
    return Context(clock=clock, names=names, jobs=Jobs(), shelf=shelf, cabinet=cabinet)


def opened(qtbot: QtBot, context: Context) -> MeetingsPage:
    """The page, shown, told of changes, with its buttons in a header that goes when it goes."""
    from peerdesk.features.meetings.page import MeetingsPage

    made = MeetingsPage(context)
    qtbot.addWidget(made)
    for button in made.header_buttons():
        qtbot.addWidget(button)
    made.resize(1008, 690)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    context.cabinet.subscribe(lambda change: made.refresh(change.tables))
    return made


@pytest.fixture
def page(qtbot: QtBot, context: Context, group: dict[str, bytes]) -> MeetingsPage:
    """The page in a window of usual size, told of changes as the main window tells it."""
    del group
    return opened(qtbot, context)


@pytest.fixture
def group(cabinet: Place, tuesday: bytes) -> dict[str, bytes]:
    """Four people of the group on Tuesdays."""
    del tuesday
    return {
        name: person(cabinet, name, role=role)
        for name, role in (
            ("Ana", "member"),
            ("Bo", "member"),
            ("Dev", "co-facilitator"),
            ("Tom", "new"),
        )
    }
