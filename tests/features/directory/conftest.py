"""A shelf of its own for each test, with a few services when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.public import PublicDirectory
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")  # a Tuesday


@pytest.fixture
def shelf(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def context(qapp: QApplication, shelf: Place, clock: FixedClock) -> Iterator[Context]:
    """What a page is given, without a group."""
    jobs = Jobs()
    yield Context(clock=clock, names=NamesCurtain(), jobs=jobs, shelf=shelf)
    jobs.cancel_all()
    jobs.deleteLater()


@pytest.fixture
def service(shelf: Place) -> DirectoryService:
    return DirectoryService(shelf)


@pytest.fixture
def few(service: DirectoryService) -> dict[str, bytes]:
    """Four services by a short name."""
    clinic = service.add_service(
        "Riverside Housing Clinic",
        organization="Riverside Advice",
        description="Free advice on eviction notices, deposits and repairs. You may bring someone.",
        phone="555 0198",
        address="12 Mill Lane",
        hours=[("MO,TU,WE,TH,FR", "09:30", "17:00"), ("SA", "10:00", "12:00")],
        eligibility="Anyone renting",
        when_you_ring="Have the letter in front of you.",
        free=True,
        languages=["English", "Spanish"],
        access="step-free from the car park",
        checked_at=1_793_700_000_000,
        checked_how="phone",
    )
    voice = service.add_service(
        "Tenants’ Voice", category="housing", description="Help with letters", by_appointment=True
    )
    shelter = service.add_service(
        "Night Shelter",
        category="housing",
        description="A bed tonight",
        hours=[("MO,TU,WE,TH,FR,SA,SU", "18:00", "08:00")],
        languages=["English"],
        address="Safe House",
        hide_address=True,
    )
    bank = service.add_service("Food Bank", hours=[("TU,FR", "12:00", "16:30")], fees="Free")
    return {"clinic": clinic, "voice": voice, "shelter": shelter, "bank": bank}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "riverside"
    folder.mkdir()
    (folder / "services.csv").write_text("id,name\n1,Imported Help\n2,\n")
    (folder / "phones.csv").write_text("id,service_id,number\n1,1,555 0101\n")
    return folder


@pytest.fixture
def page(qtbot: QtBot, context: Context, few: dict[str, bytes]) -> DirectoryPage:
    made = DirectoryPage(context)
    for widget in (made, *made.header_buttons()):
        qtbot.addWidget(widget)
    made.resize(1100, 760)
    made.show()
    context.shelf.subscribe(lambda change: made.refresh(change.tables))  # as app does
    return made


@pytest.fixture
def public(qtbot: QtBot, context: Context, few: dict[str, bytes]) -> PublicDirectory:
    made = PublicDirectory(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def listed(page: DirectoryPage | PublicDirectory) -> list[str]:
    model = page.browser.model
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def shown(page: DirectoryPage | PublicDirectory) -> str:
    detail = page.browser.reading.detail
    return "" if detail is None else detail.name
