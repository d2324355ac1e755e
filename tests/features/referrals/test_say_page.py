"""What I want to say is printed or taken along, and never kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.referrals.room import say
from peerdesk.features.referrals.say_page import SayPage
from peerdesk.ui import drives, printing
from peerdesk.ui.a11y import walk
from peerdesk.ui.context import Context

WORDS = "I sleep <three> hours"


@dataclass
class Drawer:
    path: Path


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(drives, "plugged", lambda _beside: [folder] if folder.exists() else [])
    return folder


@pytest.fixture
def stack(qtbot: QtBot, context: Context, tmp_path: Path) -> QStackedWidget:
    context.drawer = Drawer(tmp_path / "mine.safe")
    made = QStackedWidget()
    made.addWidget(say().page(context))
    made.addWidget(QWidget())
    qtbot.addWidget(made)
    made.resize(1000, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def page(stack: QStackedWidget) -> SayPage:
    made = stack.widget(0)
    assert isinstance(made, SayPage)
    return made


def write(page: SayPage) -> None:
    page.parts[0][1].setPlainText(WORDS)
    page.parts[4][1].setPlainText("A note\nfor work")


def written(page: SayPage) -> str:
    return "".join(area.toPlainText() for _label, area in page.parts)


def test_it_says_that_nothing_is_kept(page: SayPage) -> None:
    assert "Nothing here is kept" in page.note.text()
    assert page.title() == "What I want to say"
    assert "hand over" in page.subtitle()


def test_leaving_the_page_clears_it_for_good(page: SayPage, stack: QStackedWidget) -> None:
    write(page)
    page.flush()
    assert page.unsaved() == "", "nothing is carried over a lock"
    page.hideEvent(QHideEvent())
    assert written(page) == ""
    write(page)
    stack.setCurrentIndex(1)
    assert written(page) == ""
    stack.setCurrentIndex(0)
    page.parts[0][1].undo()
    assert written(page) == ""


def test_clearing_it(page: SayPage) -> None:
    write(page)
    page.large.setChecked(True)
    page.clear_button.click()
    assert written(page) == ""
    assert not page.large.isChecked()


def test_a_window_made_small_is_not_left(page: SayPage, monkeypatch: pytest.MonkeyPatch) -> None:
    write(page)
    event = QHideEvent()
    monkeypatch.setattr(QHideEvent, "spontaneous", lambda _self: True)
    page.hideEvent(event)
    assert WORDS in written(page)


def test_it_is_printed_without_empty_parts(page: SayPage, monkeypatch: pytest.MonkeyPatch) -> None:
    sheets: list[tuple[str, bool]] = []

    def printed(body: str, _parent: QWidget, *, large: bool) -> bool:
        sheets.append((body, large))
        return len(sheets) > 1

    monkeypatch.setattr(printing, "print_text", printed)
    page.print_button.click()
    assert sheets == []
    assert "no words" in page.message.text()
    write(page)
    page.message.clear()
    page.print_button.click()
    assert page.message.text() == "", "somebody thought better of it"
    page.large.setChecked(True)
    page.print_button.click()
    assert "Stand at the printer" in page.message.text()
    assert sheets[1] == (
        "<h1>What I want to say</h1><h2>What brings me here</h2>"
        "<p>I sleep &lt;three&gt; hours</p><h2>What I ask of you</h2><p>A note<br>for work</p>",
        True,
    )
    assert WORDS in written(page), "it may be printed again"


def test_it_is_saved_on_a_stick_only(
    page: SayPage, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(stick / "for my doctor")]
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return chosen[0], ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    page.save_button.click()
    assert asked == [], "there are no words yet"
    write(page)
    page.save_button.click()
    assert asked == [str(stick / "PeerDesk.pdf")]
    assert (stick / "for my doctor.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved as for my doctor.pdf" in page.message.text()
    chosen[0] = str(tmp_path / "here.pdf")
    page.save_button.click()
    assert "do not stay on this computer" in page.message.text()
    assert not (tmp_path / "here.pdf").exists()
    chosen[0] = ""
    page.message.clear()
    page.save_button.click()
    assert page.message.text() == ""


def test_without_a_stick_nothing_is_saved(page: SayPage, stick: Path) -> None:
    write(page)
    stick.rmdir()
    page.save_button.click()
    assert "plug in a USB stick" in page.message.text()


def test_a_full_stick_is_said(page: SayPage, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_values: object, **_how: object) -> None:
        raise KnownError(translate("Test", "There is no room."))

    monkeypatch.setattr(printing, "save_pdf", full)
    write(page)
    assert not page.save(stick / "a.pdf")
    assert page.message.text() == "There is no room."


def test_it_can_be_used(page: SayPage) -> None:
    write(page)
    QApplication.processEvents()
    assert walk(page, QSize(1000, 760)) == []
