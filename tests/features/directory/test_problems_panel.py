"""Something is wrong here, said on the screen with and without signing in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.problems_panel import ProblemPanel, Telling
from peerdesk.features.directory.public import PublicDirectory
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store import in_tray
from peerdesk.store.cabinet import ListingProblem, open_cabinet
from peerdesk.store.listing_reports import MOST_LETTERS, Report, show
from peerdesk.ui.context import Context

from .test_problems import GROUP, Few, take_slips


@pytest.fixture
def public(qtbot: QtBot, context: Context, few: Few) -> PublicDirectory:
    take_slips(context.shelf)
    made = PublicDirectory(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def opened(telling: Telling) -> ProblemPanel:
    telling._browser.reading.wrong_button.click()
    assert telling.panel is not None
    assert telling._browser.right.currentWidget() is telling.panel
    return telling.panel


def boxes(context: Context) -> int:
    return len(in_tray.boxes(context.shelf, GROUP))


def test_one_press(qtbot: QtBot, public: PublicDirectory, context: Context) -> None:
    panel = opened(public.telling)
    assert panel.title.text() == "Something is wrong with Food Bank"
    assert panel.number_button.isHidden()  # it has none
    assert panel.words.hasFocus()
    panel.back_button.click()
    assert public.browser.right.currentWidget() is public.browser.reading
    assert public.browser.reading.wrong_button.hasFocus()
    public.search.setText("riverside")
    panel = opened(public.telling)
    assert panel.number_button.hasFocus()
    assert panel.group_field.isHidden()
    qtbot.keyClick(panel.number_button, Qt.Key.Key_Return)
    assert boxes(context) == 1
    assert panel.thanks.isVisible()
    assert "Nobody knows who told us" in panel.thanked.text()
    assert panel.other.isVisible()
    assert panel.back_button.hasFocus()
    panel.back_button.click()
    assert not public.browser.reading.trouble.isVisible()  # nothing changed for others
    with qtbot.waitSignal(public.help_now):
        panel.help_button.click()


def test_words(qtbot: QtBot, public: PublicDirectory, context: Context) -> None:
    panel = opened(public.telling)
    panel.send_button.click()
    assert panel.words.hasFocus()
    assert "Nothing is written yet" in panel.field.problem.text()
    panel.words.setPlainText("x" * (MOST_LETTERS + 2))
    assert "2 letters more" in panel.field.problem.text()
    panel.send_button.click()
    assert boxes(context) == 0
    panel.words.setPlainText("Nobody is there on Fridays")
    panel.send_button.click()
    assert boxes(context) == 1
    assert not panel.other.isVisible()
    assert panel.words.toPlainText() == ""
    panel = opened(public.telling)
    panel.words.setPlainText("half a word")
    panel.hide()
    assert panel.words.toPlainText() == ""


def test_escape_leads_back(qtbot: QtBot, public: PublicDirectory) -> None:
    panel = opened(public.telling)
    panel.words.setFocus()
    qtbot.keyClick(panel.words, Qt.Key.Key_Escape)
    assert public.browser.right.currentWidget() is public.browser.reading
    assert public.isVisible()


def test_another_service_ends_it(public: PublicDirectory) -> None:
    opened(public.telling)
    public.search.setText("riverside")
    assert public.browser.right.currentWidget() is public.browser.reading
    public.search.setText("nothing like this")
    public.telling.open_panel()
    assert public.browser.right.currentWidget() is public.browser.reading


def test_two_groups(qtbot: QtBot, context: Context, few: Few) -> None:
    take_slips(context.shelf)
    take_slips(context.shelf, b"h" * 16, "")
    public = PublicDirectory(context)
    qtbot.addWidget(public)
    panel = opened(public.telling)
    assert not panel.group_field.isHidden()
    assert panel.group.itemText(0) == "A group that shows no name here"
    panel.group.setCurrentIndex(1)
    panel.words.setPlainText("Old")
    panel.send_button.click()
    assert boxes(context) == 1


def test_nobody_to_tell(qtbot: QtBot, context: Context, few: Few) -> None:
    public = PublicDirectory(context)
    qtbot.addWidget(public)
    assert public.browser.reading.wrong_button.isHidden()


def test_a_full_tray_is_said(
    public: PublicDirectory, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise in_tray.TrayFull

    monkeypatch.setattr(public.telling.service, "tell", full)
    panel = opened(public.telling)
    panel.words.setPlainText("Old")
    panel.send_button.click()
    assert panel.message.text().startswith("The in-tray is full.")
    assert panel.words.toPlainText() == "Old"


def test_everyone_reads_that_a_number_did_not_work(
    public: PublicDirectory, context: Context, few: Few
) -> None:
    public.search.setText("riverside")
    assert not public.browser.reading.trouble.isVisible()
    show(context.shelf, b"k" * 16, Report(few["clinic"], ""))
    public.refresh()
    assert "this number did not work" in public.browser.reading.trouble.text()
    DirectoryService(context.shelf).mark_checked(few["clinic"])
    assert public.browser.reading.trouble.text() == ""


def test_signed_in_it_is_written_down_at_once(
    qtbot: QtBot, tmp_path: Path, context: Context, few: Few, clock: FixedClock
) -> None:
    went: list[str] = []
    context.extra["go"] = went.append
    cabinet = open_cabinet(tmp_path / "c.safe", bytes(range(32)), clock, tmp_path / "backups")
    context.cabinet = cabinet
    page = DirectoryPage(context)
    for widget in (page, *page.header_buttons()):
        qtbot.addWidget(widget)
    context.shelf.subscribe(lambda change: page.refresh(change.tables))
    page.search.setText("riverside")
    panel = opened(page.telling)
    assert panel.tonight.isHidden()
    panel.number_button.click()
    assert "first among the services to ring" in panel.thanked.text()
    assert ListingProblem.get().source == "desk"
    panel.back_button.click()
    assert "did not work" in page.browser.reading.trouble.text()
    assert page.calls_button is not None
    assert page.calls_button.text() == "Needs a call: 1"
    panel.help_button.click()
    assert went == ["help"]
    cabinet.close()
