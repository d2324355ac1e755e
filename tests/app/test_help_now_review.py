"""Numbers are looked at again: chosen in the editor, said on Today, never as a reproach. And the
poster, without signing in."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from pytestqt.qtbot import QtBot

from peerdesk.app.help_now.card import CrisisLineView, crisis_html, crisis_words
from peerdesk.app.help_now.editor import CrisisEditor
from peerdesk.app.help_now.poster import PosterDialog
from peerdesk.app.help_now.review import ReviewCard, cards
from peerdesk.app.help_now.service import REVIEW, CrisisService
from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.store.glance import CrisisRow, countries, read, shipped_crisis
from peerdesk.store.place import Place
from peerdesk.store.shelf import Setting, get_setting, open_shelf
from peerdesk.ui.a11y import walk
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.sheets import paper, wall_paper

TODAY = date(2026, 8, 31)
ROWS = (
    CrisisRow("Emergency services", "In danger", "999"),
    CrisisRow("Maria", "Ask at the desk", "555 0100", "9 to 5", here=True),
)


@pytest.fixture
def shelf(workspace: Path) -> Iterator[Place]:
    clock = FixedClock(datetime(2026, 8, 31, 16, 0))
    place = open_shelf(workspace / "shelf.db", clock, workspace / "backups")
    yield place
    place.close()


@pytest.fixture
def service(shelf: Place) -> CrisisService:
    return CrisisService(shelf)


@pytest.fixture
def context(shelf: Place, qtbot: QtBot) -> Iterator[Context]:
    jobs = Jobs()
    made = Context(clock=shelf.clock, names=NamesCurtain(), jobs=jobs, shelf=shelf)
    yield made
    jobs.cancel_all()


def test_half_a_year_on(service: CrisisService, shelf: Place) -> None:
    assert service.review_on() is None
    assert not service.due(TODAY)
    assert service.looked(TODAY) == date(2027, 2, 28)  # no 31 February
    assert service.looked(date(2026, 11, 30)) == date(2027, 5, 30)
    assert not service.due(date(2027, 5, 29))
    assert service.due(date(2027, 5, 30))
    shelf.undo()
    assert service.review_on() == date(2027, 2, 28)
    service.set_review(None)
    assert service.review_on() is None
    with shelf.operation(translate("Test", "Spoilt")):
        Setting.update(value="some day").where(Setting.key == REVIEW).execute()
    assert service.review_on() is None


def test_hours_and_who_is_here(service: CrisisService, shelf: Place) -> None:
    service.add("Line", "For you", "555", "9 to 5")
    here = service.add("Maria", number="Front desk", here=True)
    service.change(here, "hours", "Mondays")
    assert [line.row() for line in service.lines()] == [
        CrisisRow("Line", "For you", "555", "9 to 5"),
        CrisisRow("Maria", "", "Front desk", "Mondays", here=True),
    ]
    assert read(shelf.path).crisis == tuple(line.row() for line in service.lines())
    assert read(shelf.path).crisis[0].about == "For you · 9 to 5"


def test_a_shelf_from_before_has_no_hours(service: CrisisService, shelf: Place) -> None:
    service.add("Line", "For you", "555", "9 to 5")
    other = shelf.another()
    other.execute("ALTER TABLE crisis_line DROP COLUMN hours")
    other.close()
    assert read(shelf.path).crisis == (CrisisRow("Line", "For you", "555"),)


@pytest.mark.parametrize("language", ["", "es"])
def test_every_country_has_its_numbers(language: str) -> None:
    codes = [code for code, _ in countries(language)]
    assert len(codes) > 35
    assert len({name for _, name in countries(language)}) == len(codes)
    for code in codes:
        rows = shipped_crisis(code, language)
        assert [r.number for r in rows] == [r.number for r in shipped_crisis(code)]
        assert [bool(r.hours) for r in rows] == [bool(r.hours) for r in shipped_crisis(code)]
        assert all(row.title and row.about for row in rows)


def test_numbers_of_a_country_come_with_their_hours(service: CrisisService) -> None:
    service.use_country("IT")
    assert [line.hours for line in service.lines()] == ["", "9:00 to 24:00"]


# -- on the screen ---------------------------------------------------------------------------


def test_the_editor(qtbot: QtBot, service: CrisisService, context: Context) -> None:
    service.add("Line", "", "555")
    editor = CrisisEditor(service, context)
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    hours = editor.rows[0].fields["hours"]
    qtbot.keyClicks(hours, "9 to 5")
    assert service.lines()[0].hours == "9 to 5"
    qtbot.mouseClick(editor.here_button, Qt.MouseButton.LeftButton)
    assert [line.here for line in service.lines()] == [False, True]
    assert editor.rows[1].fields["title"].hasFocus()
    part = editor.review
    assert not part.field.isVisible()
    part.remind.setChecked(True)
    assert service.review_on() == date(2027, 2, 28)
    assert part.field.isVisible()
    assert part.day.date() == QDate(2027, 2, 28)
    part.day.setDate(QDate(2026, 12, 1))
    assert service.review_on() == date(2026, 12, 1)
    part.day.setFocus()
    service.set_review(date(2026, 12, 24))
    editor.refresh()
    qtbot.mouseClick(part.right_button, Qt.MouseButton.LeftButton)
    assert service.review_on() == date(2027, 2, 28)
    part.remind.setChecked(False)
    assert get_setting(REVIEW) == ""
    assert not part.field.isVisible()


def test_the_card_on_today(qtbot: QtBot, service: CrisisService, context: Context) -> None:
    went: list[str] = []
    said: list[object] = []
    context.extra["go"] = went.append
    context.notice = said.append
    (entry,) = cards()
    card = entry.widget(context)
    assert isinstance(card, ReviewCard)
    qtbot.addWidget(card)
    assert card.isHidden()
    service.set_review(TODAY)
    card.refresh()
    assert card.isVisible()
    qtbot.mouseClick(card.look_button, Qt.MouseButton.LeftButton)
    assert went == ["help"]
    qtbot.mouseClick(card.right_button, Qt.MouseButton.LeftButton)
    assert service.review_on() == date(2027, 2, 28)
    assert "2027" in str(said[0])
    assert card.isHidden()


def test_the_card_shows_when(qtbot: QtBot) -> None:
    line = CrisisLineView(ROWS[1])
    qtbot.addWidget(line)
    assert line.detail.text() == "Ask at the desk · 9 to 5"
    assert crisis_words(ROWS).endswith("Maria. Ask at the desk · 9 to 5. 5 5 5 0 1 0 0.")


def test_the_page_for_the_wall() -> None:
    page = crisis_html(ROWS, "Riverside")
    assert page.index("999") < page.index("In this building") < page.index("Maria")
    assert "\u2066555\xa00100\u2069" in page  # on one line, and from the left
    assert "font-size:34.0pt" in page
    assert "font-size:68.0pt" in crisis_html(ROWS, scale=2)
    assert "In this building" not in crisis_html(ROWS[:1])


@pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="pdftotext is not installed (packaging/linux_needs.py does)",
)
def test_a_number_is_never_broken(qtbot: QtBot, tmp_path: Path) -> None:
    rows = [
        CrisisRow("A line with a long name " * 2, "When " * 9, f"0800 111 0 11{n}") for n in "123"
    ]
    window = PosterDialog(rows)
    qtbot.addWidget(window)
    for at in (0, 1):
        window.paper.set_current(at)
        window.make_pages()
        path = tmp_path / f"{at}.pdf"
        assert window.save(path)
        done = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
        )
        said = "\n".join(" ".join(line.split()) for line in done.stdout.splitlines())
        assert "If you need help right now" in " ".join(said.split())
        for row in rows:
            assert row.number in said


def test_the_poster(qtbot: QtBot, tmp_path: Path) -> None:
    window = PosterDialog(ROWS, "Riverside")
    qtbot.addWidget(window)
    window.show()
    assert not walk(window)
    assert window.preview.count == 1
    sheets = window.sheets()
    assert sheets is not None
    assert sheets.page == paper()
    window.paper.set_current(1)
    window.print_size.set_current(0)
    window.make_pages()
    sheets = window.sheets()
    assert sheets is not None
    assert sheets.page == wall_paper()
    window.number.setValue(4)
    assert (window.copies(), window.large()) == (4, False)
    assert window.words() == crisis_words(ROWS)
    assert window.locale_of_text() == QLocale()
    for ending in ("pdf", "odt", "html"):
        path = tmp_path / f"poster.{ending}"
        assert window.save(path)
        assert path.stat().st_size > 500
