"""A private note goes to the team after one question, and stays."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.notes.page import NotesPage
from peerdesk.features.notes.service import NotesService
from peerdesk.store.place import Place
from peerdesk.ui.context import Context
from peerdesk.ui.names import NamesCurtain


@pytest.fixture
def copied() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def page(
    qtbot: QtBot, drawer: Place, clock: FixedClock, copied: list[tuple[str, str]]
) -> NotesPage:
    NotesService(drawer).new_note("After tonight", "Quiet start.")

    def copy(title: str, body: str) -> None:
        if title == "full":
            raise KnownError(translate("Store", "There is no room left."))
        copied.append((title, body))

    made = NotesPage(
        Context(
            clock=clock,
            names=NamesCurtain(shared=True),
            jobs=None,  # type: ignore[arg-type]
            drawer=drawer,
            cabinet=object(),
            extra={"copy_to_team": copy},
        )
    )
    qtbot.addWidget(made)
    made.resize(1064, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_one_question_then_a_copy(
    page: NotesPage, notes: NotesService, copied: list[tuple[str, str]]
) -> None:
    card = page.card
    assert card.copying is not None
    assert card.to_team.isVisible()
    assert not card.copying.isVisible()
    card.body.insertPlainText("So ")
    card.to_team.click()
    assert card.copying.words.text().startswith("Every facilitator of this group will be able")
    assert card.copying.keep.hasFocus()
    card.copying.keep.click()
    assert copied == []
    assert card.to_team.hasFocus()
    card.to_team.click()
    card.copying.really.click()
    assert copied == [("After tonight", "So Quiet start.")]
    assert not card.copying.isVisible()
    assert notes.count() == 1


def test_what_cannot_be_kept_is_said(
    page: NotesPage, notes: NotesService, copied: list[tuple[str, str]]
) -> None:
    page.card.title.show_title("full")
    page.card.to_team.click()
    assert page.card.copying is not None
    page.card.copying.really.click()
    assert page.card.copying.words.text() == "There is no room left."
    assert copied == []


def test_another_note_ends_the_question(page: NotesPage, notes: NotesService) -> None:
    page.card.to_team.click()
    page.open_item("note", notes.new_note("Other"))
    assert page.card.copying is not None
    assert not page.card.copying.isVisible()
    page.begin()
    assert not page.card.to_team.isVisible()


def test_without_a_team_there_is_no_button(
    qtbot: QtBot, qapp: QApplication, drawer: Place, clock: FixedClock
) -> None:
    NotesService(drawer).new_note("A")
    page = NotesPage(
        Context(clock=clock, names=NamesCurtain(), jobs=None, drawer=drawer)  # type: ignore[arg-type]
    )
    qtbot.addWidget(page)
    page.resize(1064, 700)
    page.show()
    assert page.card.copying is None
    assert not page.card.to_team.isVisible()
