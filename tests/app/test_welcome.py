"""The welcome page: help first, nothing recorded, nothing heavy imported."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from peerdesk.app.welcome.meetings import MeetingsHere, how_often, next_date
from peerdesk.app.welcome.page import WelcomePage
from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.features.keys.service import SignedIn
from peerdesk.store.glance import CrisisRow, Glance, MeetingRow
from peerdesk.ui import theme

ROWS = (
    CrisisRow("Emergency services", "If someone is in danger", "999"),
    CrisisRow("Someone in this building", "Ask for the duty worker", "Front desk"),
)
CIRCLE = MeetingRow(
    "Tuesday Circle", "2026-11-17T18:30", "Europe/London", 90, "FREQ=WEEKLY;BYDAY=TU",
    "Blue room", "",
)  # fmt: skip
SEEN = Glance(ROWS, {"centre": "Riverside Centre"}, (CIRCLE,))


def words_on(widget: object) -> str:
    return "\n".join(
        label.text()
        for label in widget.findChildren(QLabel)  # type: ignore[attr-defined]
        if label.isVisible()
    )


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., WelcomePage]:
    def made(seen: Glance = SEEN) -> WelcomePage:
        def nobody(_name: str, _password: str) -> SignedIn:
            raise AssertionError("nobody signs in here")

        clock = FixedClock(datetime(2026, 11, 22, 16, 0))
        page = WelcomePage(seen, nobody, clock, lambda: (("en", "English"), ("de", "Deutsch")))
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.fill()
        page.show()
        return page

    return made


def test_help_stays_where_it_stood_when_the_rest_comes(qtbot: QtBot) -> None:
    page = WelcomePage(SEEN, lambda _n, _p: None, FixedClock(datetime(2026, 11, 22, 16)))  # type: ignore[arg-type,return-value]
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()

    def places() -> list[object]:
        numbers = [line for line in page.crisis.findChildren(QLabel) if line.text()]
        return [(w.text(), w.mapTo(page, w.rect().topLeft())) for w in numbers]

    before = places()
    assert len(before) == 7
    page.fill()
    assert page.layout() is not None
    QApplication.processEvents()
    assert page.crisis.print_button.isVisible()
    assert places() == before


def test_it_shows_what_is_on_the_shelf(make: Callable[..., WelcomePage]) -> None:
    page = make()
    said = words_on(page)
    for words in ("Riverside Centre.", "999", "Front desk", "Ask for the duty worker"):
        assert words in said
    assert page.help_tile.isVisible()
    assert page.meetings_tile.isVisible()
    assert page.language_button.text() == "English"


def test_a_shelf_that_cannot_be_read_is_said_and_the_card_is_there(
    make: Callable[..., WelcomePage],
) -> None:
    page = make(Glance(ROWS, trouble=translate("Store", "The shelf is ill.")))
    assert "The shelf is ill." in words_on(page)
    assert "999" in words_on(page)


def test_signals(qtbot: QtBot, make: Callable[..., WelcomePage]) -> None:
    page = make()
    with qtbot.waitSignal(page.local_help):
        qtbot.mouseClick(page.help_tile, Qt.MouseButton.LeftButton)
    german = page.language_button.menu().actions()[1]
    with qtbot.waitSignal(page.language) as caught:
        german.trigger()
    assert caught.args == ["de"]
    largest = page.size_button.menu().actions()[-1]
    with qtbot.waitSignal(page.text_scale) as caught:
        largest.trigger()
    assert caught.args == [200]
    empty = make(SEEN._replace(can_sign_in=False))
    with qtbot.waitSignal(empty.set_up):
        qtbot.mouseClick(empty.panel.set_up_button, Qt.MouseButton.LeftButton)


def test_the_keyboard_starts_in_the_name(qtbot: QtBot, make: Callable[..., WelcomePage]) -> None:
    page = make()
    page.activateWindow()
    page.start_typing()
    qtbot.waitUntil(page.panel.name.hasFocus)


def test_meetings_here_and_back(qtbot: QtBot, make: Callable[..., WelcomePage]) -> None:
    page = make()
    qtbot.mouseClick(page.meetings_tile, Qt.MouseButton.LeftButton)
    said = words_on(page)
    for words in ("Tuesday Circle", "Every Tuesday, 18:30", "Blue room", "Next: Tuesday 24"):
        assert words in said
    assert "What happens the first time" in said
    assert page.panel.open_button.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.crisis.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.show_meetings()
    assert page.meetings is not None
    qtbot.mouseClick(page.meetings.back_button, Qt.MouseButton.LeftButton)
    assert page.crisis.isVisible()


def test_no_meeting_yet(qtbot: QtBot) -> None:
    page = MeetingsHere((), date(2026, 11, 22))
    qtbot.addWidget(page)
    page.show()
    assert "No meeting is shown here yet" in words_on(page)


def test_a_meeting_says_in_its_own_words_what_happens_the_first_time(qtbot: QtBot) -> None:
    page = MeetingsHere((CIRCLE._replace(first_time="Ring the bell.", place=""),), None)
    qtbot.addWidget(page)
    page.show()
    assert "Ring the bell." in words_on(page)
    assert "Come a few minutes early" not in words_on(page)
    assert "Next:" not in words_on(page)


@pytest.mark.parametrize(
    ("rule", "said", "coming"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "Every Tuesday", date(2026, 11, 24)),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Every second Tuesday", date(2026, 12, 1)),
        ("FREQ=MONTHLY;BYDAY=3TU", "The third Tuesday of the month", date(2026, 12, 15)),
        ("FREQ=MONTHLY;BYDAY=-1TU", "The last Tuesday of the month", date(2026, 11, 24)),
        ("", "Tuesday 17 November", None),
        ("FREQ=HOURLY;BYDAY=??", "Tuesday 17 November", None),
    ],
)
def test_how_often(rule: str, said: str, coming: date | None) -> None:
    row = CIRCLE._replace(rrule=rule)
    assert how_often(row) == said
    assert next_date(row, date(2026, 11, 22)) == coming


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_everything_has_room_at_every_size(
    qapp: QApplication, make: Callable[..., WelcomePage], scale: float, way: Qt.LayoutDirection
) -> None:
    theme.apply(qapp, "light", scale)
    try:
        page = make()
        page.setLayoutDirection(way)
        qapp.processEvents()
        for shown in (page.main, page.side.column):
            assert shown.inside.width() <= shown.viewport().width()
            for child in shown.inside.findChildren(QLabel):
                if child.isVisible():
                    box = child.rect().translated(child.mapTo(shown.inside, child.rect().topLeft()))
                    assert shown.inside.rect().contains(box), child.text()
                    if not child.wordWrap():
                        assert child.width() >= child.sizeHint().width(), child.text()
    finally:
        theme.apply(qapp, "light", 1.0)


def test_the_page_imports_nothing_heavy() -> None:
    code = (
        "import sys, peerdesk.app.welcome.page;"
        "heavy = ('peewee', 'nacl', 'keyring', 'icalendar', 'dateutil', 'jinja2',"
        " 'PySide6.QtPrintSupport', 'PySide6.QtSvg', 'PySide6.QtNetwork', 'shamir_mnemonic');"
        "print([m for m in heavy if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_jumps_when_the_rest_comes(
    qtbot: QtBot, qapp: QApplication, way: Qt.LayoutDirection
) -> None:
    def nobody(_name: str, _password: str) -> SignedIn:
        raise AssertionError("nobody signs in here")

    page = WelcomePage(SEEN, nobody, FixedClock(datetime(2026, 11, 22, 16, 0)))
    qtbot.addWidget(page)
    page.setLayoutDirection(way)
    page.resize(1280, 800)
    page.show()
    qapp.processEvents()
    assert "999" in words_on(page)
    assert "Sign in" not in words_on(page)
    first = [part.geometry() for part in (page.pages, page.side, page.crisis)]
    page.fill()
    page.fill()
    qtbot.waitUntil(lambda: page.panel.isVisible() and page.help_tile.isVisible())
    qapp.processEvents()
    assert "Sign in" in words_on(page)
    assert [part.geometry() for part in (page.pages, page.side, page.crisis)] == first


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=MONTHLY;BYDAY=1TU,3TU", "The first and third Tuesday of the month"),
        ("FREQ=MONTHLY;BYDAY=2TU,4TU", "The second and fourth Tuesday of the month"),
    ],
)
def test_twice_a_month(rule: str, said: str) -> None:
    assert how_often(CIRCLE._replace(rrule=rule)) == said


def test_days_off_are_passed_over() -> None:
    today = date(2026, 11, 22)
    off = CIRCLE._replace(left_out="2026-11-24T18:30,2026-12-01T18:30")
    assert next_date(off, today) == date(2026, 12, 8)
    assert next_date(off._replace(extra="2026-12-02T10:00"), today) == date(2026, 12, 2)
    assert next_date(off._replace(extra="2026-11-02T10:00"), today) == date(2026, 12, 8)
    assert next_date(off._replace(ended_on="2026-12-05"), today) is None
    assert next_date(off._replace(extra="soon"), today) is None
    assert next_date(off._replace(ended_on="soon"), today) is None


def joining(qtbot: QtBot, **fields: Any) -> str:
    page = MeetingsHere((CIRCLE._replace(**fields),), None)
    qtbot.addWidget(page)
    page.show()
    return words_on(page)


def test_how_to_join_a_meeting(qtbot: QtBot) -> None:
    here = joining(qtbot, address="1 River Road")
    assert "Blue room\n1 River Road\n" in here
    assert "By phone" not in here
    mixed = joining(qtbot, way="mixed", address="1 River Road", dial_in="555 0101")
    assert "Blue room\n1 River Road\nHere, or from home\nTo join: 555 0101" in mixed
    phone = joining(qtbot, way="phone", address="1 River Road")
    assert "By phone. Ask at the desk or come by to hear how to join." in phone
    assert "River Road" not in phone
    assert "To join" not in phone
    # A way of a later version is shown as if one came.
    assert "Blue room" in joining(qtbot, way="by boat", dial_in="555 0101")
