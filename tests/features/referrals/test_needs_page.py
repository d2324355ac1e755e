"""What nobody here offers: noted by hand, sorted, met one day, printed without names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.referrals.needs_page import NeedsPage
from peerdesk.features.referrals.room import needs
from peerdesk.features.referrals.service import ReferralsService
from peerdesk.store.place import Place
from peerdesk.ui import printing
from peerdesk.ui.a11y import walk
from peerdesk.ui.context import Context

from .conftest import ANA


@pytest.fixture
def page(qtbot: QtBot, context: Context, cabinet: Place) -> Iterator[NeedsPage]:
    made = needs().page(context)
    assert isinstance(made, NeedsPage)
    qtbot.addWidget(made)
    for button in made.header_buttons():
        qtbot.addWidget(button)
    made.resize(1000, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    stop = cabinet.subscribe(lambda change: made.refresh(change.tables))
    yield made
    stop()


def note(qtbot: QtBot, page: NeedsPage, words: str) -> None:
    qtbot.keyClicks(page.words, words)
    qtbot.keyClick(page.words, Qt.Key.Key_Return)


def test_a_need_is_noted_and_sorted(
    qtbot: QtBot, page: NeedsPage, service: ReferralsService
) -> None:
    assert page.title() == "What is missing here"
    assert "nobody near here" in page.subtitle()
    assert page.empty.isVisible()
    assert not page.print_button.isEnabled()
    note(qtbot, page, "Somewhere to wash")
    assert page.words.text() == ""
    assert page.words.hasFocus()
    note(qtbot, page, "  ")
    (row,) = page.rows
    assert row.kind.currentText() == "Something else"
    row.kind.setCurrentIndex(1)
    row.kind.activated.emit(1)
    assert [n.category for n in service.needs()] == ["housing"]
    assert page.counts.text() == "Housing: 1 missing"
    page.rows[0].met.click()
    assert page.counts.text() == "Housing: 1 met by now"
    assert not page.empty.isVisible()


def test_undo_and_taking_off(qtbot: QtBot, page: NeedsPage, cabinet: Place) -> None:
    note(qtbot, page, "A ride home")
    note(qtbot, page, "A bed")
    page.rows[1].away.setFocus()
    page.rows[1].away.click()
    assert page.rows[0].met.hasFocus()
    page.rows[0].away.setFocus()
    page.rows[0].away.click()
    assert page.words.hasFocus()
    assert page.rows == []
    cabinet.undo()
    cabinet.undo()
    assert [row.need.words for row in page.rows] == ["A bed", "A ride home"]


def test_the_page_for_paper_has_no_names(
    qtbot: QtBot, page: NeedsPage, service: ReferralsService, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.suggest(None, "Housing Clinic", ANA)
    met = service.note_need("A <b>hot</b> meal", "food")
    service.note_need("A bed", "housing")
    service.note_need("A ride", "from another list")
    assert met is not None
    service.set_met(met, met=True)
    sheets: list[str] = []

    def printed(body: str, *_values: object) -> bool:
        sheets.append(body)
        return len(sheets) > 1

    monkeypatch.setattr(printing, "print_text", printed)
    page.print_button.click()
    assert page.message.text() == "", "somebody thought better of it"
    page.print_button.click()
    assert "on its way" in page.message.text()
    body = sheets[1]
    assert "Ana" not in body
    assert "Housing Clinic" not in body
    assert "<h2>Housing</h2><ul><li>A bed</li></ul>" in body
    assert "<h2>Something else</h2><ul><li>A ride</li></ul>" in body
    assert "<td>Food</td><td>0</td><td>1</td>" in body
    assert "meal" not in body, "what is met is counted only"
    assert printing.page_count(body) == 1


def test_a_full_disk_keeps_the_words(
    qtbot: QtBot, page: NeedsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise KnownError(translate("Test", "There is no room."))

    monkeypatch.setattr(page.service, "note_need", full)
    note(qtbot, page, "A bed")
    assert page.words.text() == "A bed"
    assert page.message.text() == "There is no room."
    page.refresh(frozenset({"other"}))


def test_without_a_directory_there_is_one_kind(
    qtbot: QtBot, context: Context, service: ReferralsService
) -> None:
    del context.extra["service_categories"]
    service.note_need("A <b>bed</b>", "housing")
    page = NeedsPage(context)
    qtbot.addWidget(page)
    qtbot.addWidget(page.print_button)
    assert page.rows[0].kind.count() == 1
    assert "<li>A &lt;b&gt;bed&lt;/b&gt;</li>" in page.body()


def test_it_can_be_used(qtbot: QtBot, page: NeedsPage) -> None:
    note(qtbot, page, "A bed")
    note(qtbot, page, "A meal")
    QApplication.processEvents()
    assert walk(page, QSize(1000, 760)) == []
