"""A cabinet with a made-up group, as it stands on a Sunday between two Tuesdays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import natural_uid
from peerdesk.features.people.page import PeoplePage
from peerdesk.features.people.service import PeopleService
from peerdesk.features.people.words import Field
from peerdesk.store.cabinet import Meeting, open_cabinet
from peerdesk.store.place import Place
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain

from .acting import mark, open_page

TUESDAYS = ("2026-10-20", "2026-10-27", "2026-11-03", "2026-11-10", "2026-11-17", "2026-11-24")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 16, 12))


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "group.safe", b"k" * 32, clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def people(cabinet: Place) -> PeopleService:
    return PeopleService(cabinet)


@pytest.fixture
def meetings(cabinet: Place) -> dict[str, int]:
    """Six Tuesdays by day; the last is still to come."""
    del cabinet
    return {
        day: Meeting.create(
            uid=natural_uid("meeting", day),
            start=f"{day}T18:30",
            zone="UTC",
            minutes=90,
        ).id
        for day in TUESDAYS
    }


@pytest.fixture
def look(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    theme.apply(qapp, "light")
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, "light")
    QLocale.setDefault(before)


@pytest.fixture
def group(people: PeopleService, meetings: dict[str, int]) -> dict[str, bytes]:
    """Ana, Bo, Jo (away three times) and Tom (new)."""
    uids = {n: people.add_person(n) for n in ("Ana", "Bo", "Jo")}
    uids["Tom"] = people.add_person("Tom", "new")
    ana = uids["Ana"]
    mark(ana, meetings["2026-10-20"], "phone")
    mark(ana, meetings["2026-11-17"], "here")
    mark(uids["Jo"], meetings["2026-10-27"], "here")
    for day in ("2026-11-03", "2026-11-10", "2026-11-17"):
        mark(uids["Jo"], meetings[day], "away")
    values: dict[Field, str] = {
        "pronouns": "she/her",
        "since": "2026-03",
        "languages": "Spanish, English",
        "safe_contact": "Text only, evenings.",
        "phone": "07700 900123",
        "emergency_who": "Sister",
        "emergency_phone": "07700 900456",
    }
    for field, value in values.items():
        people.edit(ana, field, value)
    people.agree(ana, "agreement", "yes")
    people.agree(ana, "photos", "no")
    people.settle()
    return uids


@pytest.fixture
def names(look: None) -> NamesCurtain:
    del look
    return NamesCurtain(shared=False)


@pytest.fixture
def context(clock: FixedClock, names: NamesCurtain, cabinet: Place) -> Context:
    return Context(clock=clock, names=names, jobs=Jobs(), cabinet=cabinet)


@pytest.fixture
def page(qtbot: QtBot, context: Context, group: dict[str, bytes]) -> PeoplePage:
    del group
    return open_page(qtbot, context)
