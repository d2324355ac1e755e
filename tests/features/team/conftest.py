"""A cabinet with two facilitators, and one of them at the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.features.notes.belongs import BelongsPanel
from peerdesk.features.notes.editor import NoteBody, NoteTitle
from peerdesk.features.team.page import TeamPage
from peerdesk.features.team.service import TeamService
from peerdesk.store.cabinet import Keyholder, Person, open_cabinet
from peerdesk.store.drawer import Identity, open_drawer
from peerdesk.store.place import Place
from peerdesk.ui.context import Context
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.room import FoundItem

MARIA, TOM = new_uid(), new_uid()
EVENING, ANA = new_uid(), new_uid()
Make = Callable[..., TeamPage]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 20, 21), "Europe/London")


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "group.safe", b"k" * 32, clock, tmp_path / "backups")
    for uid, name in ((MARIA, "Maria"), (TOM, "Tom Q")):
        Keyholder.create(uid=uid, name=name, public_key=uid * 2, since_at=1)
    Person.create(uid=ANA, name="Ana", added_at=1, changed_at=1)
    yield place
    place.close()


@pytest.fixture
def maria(cabinet: Place, clock: FixedClock) -> TeamService:
    return TeamService(cabinet, MARIA, clock)


@pytest.fixture
def tom(cabinet: Place, clock: FixedClock) -> TeamService:
    return TeamService(cabinet, TOM, clock)


def subjects(typed: str) -> list[FoundItem]:
    made = [
        FoundItem("meeting of 24 Nov", "Sleep", "calendar", "group", "meeting", EVENING),
        FoundItem("Ana", "", "person", "group", "person", ANA, names=True),
    ]
    return [f for f in made if typed.lower() in f.title.lower()]


@pytest.fixture(autouse=True)
def _english(english: None) -> None:
    """Dates and numbers as in Britain."""


@pytest.fixture
def drawer(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_drawer(tmp_path / "mine.safe", b"d" * 32, clock, tmp_path / "backups")
    Identity.create(uid=MARIA, public_key=b"p" * 32, secret_key=b"s" * 32)
    yield place
    place.close()


@pytest.fixture
def context(cabinet: Place, drawer: Place, clock: FixedClock) -> Context:
    names = NamesCurtain(shared=True)
    names.open()
    return Context(
        clock=clock,
        names=names,
        jobs=None,  # type: ignore[arg-type]
        cabinet=cabinet,
        drawer=drawer,
        extra={
            "note_fields": lambda: (NoteTitle(), NoteBody()),
            "belongs_panel": lambda: BelongsPanel(subjects, names),
        },
    )


@pytest.fixture
def make(qtbot: QtBot, cabinet: Place, context: Context) -> Iterator[Make]:
    left: list[Callable[[], None]] = []

    def build(width: int = 1064) -> TeamPage:
        page = TeamPage(context)
        context.names.setParent(page)
        qtbot.addWidget(page)
        left.append(cabinet.subscribe(lambda change: page.refresh(change.tables)))
        page.resize(width, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    yield build
    for leave in left:
        leave()


def shown(page: TeamPage) -> list[str]:
    return [str(page.model.index(n, 0).data()) for n in range(page.model.rowCount())]
