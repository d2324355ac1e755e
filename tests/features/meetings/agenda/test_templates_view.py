from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from peerdesk.exchange import agenda_file
from peerdesk.exchange.agenda_file import Agenda, AgendaPart
from peerdesk.features.meetings.agenda.tab import AgendaTab
from peerdesk.features.meetings.agenda.templates_view import TemplatesView
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.place import Place

WALK = Agenda(
    "Walk and talk", "Outside.", (AgendaPart("Meet", 5, "welcome"), AgendaPart("Walk", 40, "pairs"))
)


@pytest.fixture
def tab(page: MeetingsPage) -> AgendaTab:
    return page.card.agenda


@pytest.fixture
def view(tab: AgendaTab) -> TemplatesView:
    tab.choose.click()
    return tab.templates


def titles(service: MeetingsService) -> list[str]:
    return [p.title for p in service.agenda(service.next_meetings()[0].uid)]


def card_titles(view: TemplatesView) -> list[str]:
    return [card.text() for card in view._cards._cards.values()]


def test_it_opens_with_what_the_date_begins_with(view: TemplatesView, tab: AgendaTab) -> None:
    assert view.isVisible()
    assert not tab.list.isVisible()
    assert view.back_button.hasFocus()
    assert view.preview.heading.text() == "Support circle, 90 minutes"
    assert len(view.preview.rows) == 8
    assert len(card_titles(view)) == 8
    assert not view.preview.remove.isVisible()


def test_looking_changes_nothing_and_using_does(
    view: TemplatesView, tab: AgendaTab, service: MeetingsService, cabinet: Place
) -> None:
    before = titles(service)
    view._cards._cards["check-in"].click()
    assert view.preview.heading.text() == "Check-in only"
    assert view.preview.total.text() == "45 min in all"
    assert titles(service) == before
    view.preview.use.click()
    assert titles(service)[1] == "First round"
    assert tab.list.isVisible()
    assert tab.choose.hasFocus()
    assert len(tab.list.rows) == 5
    cabinet.undo()
    assert titles(service) == before


def test_back_without_choosing(view: TemplatesView, tab: AgendaTab) -> None:
    view.back_button.click()
    assert tab.list.isVisible()
    assert not view.isVisible()


def test_another_date_shows_its_agenda_first(
    view: TemplatesView, tab: AgendaTab, service: MeetingsService
) -> None:
    tab.show_meeting(service.next_meetings()[1].uid)
    assert tab.list.isVisible()


def test_this_agenda_is_kept_named_and_removed(
    view: TemplatesView, qtbot: QtBot, service: MeetingsService, cabinet: Place
) -> None:
    view.keep.click()
    assert view.preview.name.hasFocus()
    assert card_titles(view)[0].startswith("Agenda of ")
    qtbot.keyClicks(view.preview.name, "Our usual")
    qtbot.keyClicks(view.preview.about, "For most Tuesdays.")
    view.flush()
    own = service.templates()[0]
    assert (own.name, own.words) == ("Our usual", "For most Tuesdays.")
    assert card_titles(view)[0] == "Our usual"
    view.preview.remove.click()
    assert len(card_titles(view)) == 8
    assert view.preview.heading.text() == "Support circle, 90 minutes"
    cabinet.undo()
    assert card_titles(view)[0] == "Our usual"


def test_a_theme_names_the_template(view: TemplatesView, service: MeetingsService) -> None:
    service.set_meeting(service.next_meetings()[0].uid, theme="Sleep")
    view.keep.click()
    assert service.templates()[0].name == "Sleep"


def test_what_dates_begin_with(
    view: TemplatesView, service: MeetingsService, tuesday: bytes
) -> None:
    view._cards._cards["skills"].click()
    view.preview.series_too.click()
    assert service.default_template(tuesday) == "skills"
    assert view.preview.series_too.isChecked()
    view.preview.every_too.click()
    assert service.default_template() == "skills"
    view.preview.series_too.click()
    view.preview.every_too.click()
    assert service.default_template(tuesday) == service.default_template() == ""


def test_an_extra_date_has_no_series(
    view: TemplatesView, page: MeetingsPage, service: MeetingsService
) -> None:
    page.open_item("templates", service.add_date(datetime(2026, 11, 26, 10)))
    assert not view.preview.series_too.isVisible()
    assert view.preview.every_too.isVisible()


def test_a_template_goes_there_and_back_as_a_file(
    view: TemplatesView, service: MeetingsService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "skills"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    view._cards._cards["skills"].click()
    view.preview.save.click()
    path = tmp_path / ("skills" + agenda_file.ENDING)
    assert path.name in view.message.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    view.open.click()
    assert view.preview.heading.text() == "Skills evening"
    assert view.preview.take.hasFocus()
    assert len(service.templates()) == 8  # looked at, not kept
    view.preview.take.click()
    own = service.templates()[0]
    assert (own.own, own.name, len(own.parts)) == (True, "Skills evening", 8)
    assert view.preview.use.isVisible()
    assert view.message.text() == ""


def test_dialogs_may_be_left(
    view: TemplatesView, service: MeetingsService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    view.preview.save.click()
    view.open.click()
    assert view.message.text() == ""
    assert len(service.templates()) == 8


def test_a_file_that_is_not_wanted(
    view: TemplatesView, service: MeetingsService, tmp_path: Path
) -> None:
    path = tmp_path / ("walk" + agenda_file.ENDING)
    agenda_file.save(WALK, path)
    view.open_file(path)
    assert view.preview.heading.text() == "Walk and talk"
    assert not view.preview.use.isVisible()
    view.preview.leave.click()
    assert view.preview.heading.text() == "Support circle, 90 minutes"
    assert len(service.templates()) == 8


def test_a_file_of_somebody_else_says_so_calmly(
    view: TemplatesView, service: MeetingsService, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all", "utf-8")
    view.open_file(path)
    assert view.message.kind == "problem"
    assert "There is no agenda in this file" in view.message.text()
    assert view.preview.use.isVisible()


def test_a_folder_that_takes_nothing(view: TemplatesView, tmp_path: Path) -> None:
    view.save_file(tmp_path / "nowhere" / ("a" + agenda_file.ENDING))
    assert view.message.kind == "problem"
    assert "safe in PeerDesk" in view.message.text()


def test_a_template_without_a_name_is_called_like_its_file(
    view: TemplatesView, service: MeetingsService, tmp_path: Path
) -> None:
    view.keep.click()
    service.set_template(service.templates()[0].key, name="")
    assert view.preview.heading.text() == "No name yet"
    path = tmp_path / ("tuesday" + agenda_file.ENDING)
    view.save_file(path)
    assert agenda_file.load(path).name == "tuesday"
