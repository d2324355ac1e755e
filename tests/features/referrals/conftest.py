"""A cabinet with two people, and a page to sit at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.features.referrals.service import ReferralsService
from peerdesk.store.cabinet import GroupSetting, Person, open_cabinet
from peerdesk.store.place import Place
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.room import FoundItem

ANA, BO = new_uid(), new_uid()
HOUSING, FOOD = new_uid(), new_uid()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 17, 0), "Europe/London")


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "group.safe", b"k" * 32, clock, tmp_path / "backups")
    for uid, name in ((ANA, "Ana"), (BO, "Bo")):
        Person.create(uid=uid, name=name, added_at=1, changed_at=1)
    yield place
    place.close()


@pytest.fixture
def service(cabinet: Place) -> ReferralsService:
    return ReferralsService(cabinet)


@pytest.fixture
def nameless(cabinet: Place) -> None:
    GroupSetting.create(uid=new_uid(), key="no_names", value="1")


@pytest.fixture(autouse=True)
def _english(english: None) -> None:
    """Dates and numbers as in Britain."""


def people(typed: str) -> list[FoundItem]:
    made = [
        FoundItem(name, "", "person", "group", "person", uid, names=True)
        for uid, name in ((ANA, "Ana"), (BO, "Bo"))
    ]
    return [one for one in made if typed.lower() in one.title.lower()]


@pytest.fixture
def context(qapp: QApplication, cabinet: Place, clock: FixedClock) -> Context:
    theme.apply(qapp, "light", 1.0)
    made = Context(clock=clock, names=NamesCurtain(shared=False), jobs=Jobs(), cabinet=cabinet)
    made.extra["find_people"] = people
    made.extra["service_categories"] = lambda: [("housing", "Housing"), ("food", "Food")]
    return made
