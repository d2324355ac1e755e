"""Help right now: shown, read aloud, printed, and changed by a facilitator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from peerdesk.app.help_now.card import CrisisCard, CrisisLineView, crisis_html
from peerdesk.app.help_now.editor import CrisisEditor
from peerdesk.app.help_now.page import HelpNowPage
from peerdesk.app.help_now.poster import PosterDialog
from peerdesk.app.help_now.service import CrisisService
from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.store.cabinet import Group, open_cabinet
from peerdesk.store.glance import CrisisRow, shipped_crisis
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.ui import speech
from peerdesk.ui.a11y import walk
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain

ROWS = (
    CrisisRow("Emergency services", "If someone is in danger", "999"),
    CrisisRow("Someone here <b>", "", "Front desk"),
)


@pytest.fixture
def shelf(workspace: Path) -> Iterator[Place]:
    clock = FixedClock(datetime(2026, 11, 22, 16, 0))
    place = open_shelf(workspace / "shelf.db", clock, workspace / "backups")
    yield place
    place.close()


@pytest.fixture
def cabinet(workspace: Path, shelf: Place) -> Iterator[Place]:
    place = open_cabinet(workspace / "c.safe", bytes(32), shelf.clock, workspace / "backups")
    with place.operation(translate("Help now", "Test")):
        Group.create(
            uid=b"g" * 16,
            name="Tuesday Circle",
            public_key=b"p" * 32,
            secret_key=b"s" * 32,
            recovery_public=b"r" * 32,
        )
    yield place
    place.close()


@pytest.fixture
def make(qtbot: QtBot, shelf: Place, cabinet: Place) -> Callable[..., HelpNowPage]:
    def made(signed_in: bool = True) -> HelpNowPage:
        context = Context(
            clock=shelf.clock,
            names=NamesCurtain(),
            jobs=Jobs(),
            shelf=shelf,
            cabinet=cabinet if signed_in else None,
            setting=lambda key, default=None: "GB" if key == "country" else default,
        )
        page = HelpNowPage(context)
        qtbot.addWidget(page)
        for button in page.header_buttons():
            qtbot.addWidget(button)
        page.resize(900, 700)
        page.show()
        unsubscribe = shelf.subscribe(lambda change: page.refresh(change.tables))
        page.destroyed.connect(lambda _o=None: unsubscribe())
        return page

    return made


def said(page: HelpNowPage) -> str:
    return "\n".join(label.text() for label in page.card.findChildren(QLabel))


def test_the_card_reads_numbers_one_by_one(qtbot: QtBot) -> None:
    card = CrisisCard(ROWS)
    qtbot.addWidget(card)
    assert card.words() == (
        "If you need help right now.\n"
        "Emergency services. If someone is in danger. 9 9 9.\n"
        "Someone here <b>. Front desk."
    )


@pytest.mark.parametrize("there", [True, False])
def test_the_voice_is_offered_only_where_there_is_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(speech.Speaker, "available", lambda _self: there)
    monkeypatch.setattr(speech.Speaker, "toggle", lambda _self, words: spoken.append(words))
    card = CrisisCard(ROWS)
    qtbot.addWidget(card)
    card.read_aloud()
    card.show()
    qtbot.waitUntil(lambda: card._speaker is not None)
    assert card.read_button.isVisible() is there
    if there:
        qtbot.mouseClick(card.read_button, Qt.MouseButton.LeftButton)
        assert spoken == [card.words()]
        assert card._speaker is not None
        card._speaker.changed.emit(True)
        assert card.read_button.text() == "Stop reading"
        card._speaker.changed.emit(False)
        assert card.read_button.text() == "Read to me"


def test_the_card_is_printed(qtbot: QtBot) -> None:
    card = CrisisCard(ROWS, centre="Riverside & Co")
    qtbot.addWidget(card)
    card.show()
    qtbot.mouseClick(card.print_button, Qt.MouseButton.LeftButton)
    (poster,) = card.findChildren(PosterDialog)
    assert poster.preview.count == 1
    assert poster.text() == crisis_html(ROWS, "Riverside & Co")
    assert "Someone here &lt;b&gt;" in poster.text()
    assert "Riverside &amp; Co" in poster.text()
    qtbot.mouseClick(poster.close_button, Qt.MouseButton.LeftButton)
    assert not poster.isVisible()


def test_a_long_number_goes_below(qtbot: QtBot) -> None:
    line = CrisisLineView(CrisisRow("Crisis team", "", "0800 111 0 111"))
    qtbot.addWidget(line)
    line.resize(800, 80)
    line.show()
    beside = line.number.geometry()
    line.resize(240, 120)
    qtbot.waitUntil(lambda: line.number.y() > beside.y())
    assert line.number.x() < beside.x()


def test_without_rows_the_shipped_card_stands_there(make: Callable[..., HelpNowPage]) -> None:
    page = make()
    assert page.card.rows() == shipped_crisis("GB")
    assert page.title() == "Help right now"
    assert "Nothing is recorded" in page.subtitle()


def test_only_a_facilitator_may_change_it(make: Callable[..., HelpNowPage]) -> None:
    assert make(signed_in=False).header_buttons() == []
    page = make()
    assert page.header_buttons() == [page.edit_button, page.steps_button]


def test_editing_shows_at_once(
    qtbot: QtBot, make: Callable[..., HelpNowPage], shelf: Place
) -> None:
    page = make()
    page.edit_button.click()
    editor = page.editor
    assert isinstance(editor, CrisisEditor)
    qtbot.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    (row,) = editor.rows
    qtbot.keyClicks(row.fields["title"], "Front desk")
    qtbot.keyClicks(row.fields["number"], "555 0142")
    qtbot.keyClicks(row.fields["detail"], "Every day")
    assert page.card.rows() == (CrisisRow("Front desk", "Every day", "555 0142"),)
    assert "555 0142" in said(page)
    assert row.fields["title"].text() == "Front desk"
    page.flush()
    shelf.undo()
    assert page.card.rows() == (CrisisRow("Front desk", "", "555 0142"),)
    page.edit_button.click()
    assert editor.isHidden()
    page.edit_button.click()
    assert editor.isVisible()


def test_rows_move_with_the_keyboard_on_them(
    qtbot: QtBot, make: Callable[..., HelpNowPage], shelf: Place
) -> None:
    service = CrisisService(shelf)
    for name in ("One", "Two", "Three"):
        service.add(name, "", name)
    page = make()
    page.edit_button.click()
    editor = page.editor
    assert editor is not None
    assert not editor.rows[0].up.isEnabled()
    assert not editor.rows[2].down.isEnabled()
    page.activateWindow()
    editor.rows[2].up.click()
    editor.rows[1].up.click()
    assert [r.fields["title"].text() for r in editor.rows] == ["Three", "One", "Two"]
    qtbot.waitUntil(editor.rows[0].down.hasFocus)
    editor.rows[0].down.click()
    qtbot.waitUntil(editor.rows[1].down.hasFocus)
    editor.rows[1].remove.click()
    assert [row.title for row in page.card.rows()] == ["One", "Two"]
    assert editor.rows[0].remove.accessibleName() == "Take out: One"


def test_every_control_can_be_reached_in_the_order_one_reads(
    qtbot: QtBot, make: Callable[..., HelpNowPage], shelf: Place
) -> None:
    CrisisService(shelf).add("Front desk", "", "Front desk")
    page = make()
    page.setWindowTitle("PeerDesk")
    page.edit_button.click()
    assert page.editor is not None
    page.editor.add_row()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: walk(page) == [])


def test_the_numbers_of_a_country(
    qtbot: QtBot, make: Callable[..., HelpNowPage], shelf: Place
) -> None:
    notices: list[str] = []
    page = make()
    page._context.notice = notices.append
    page.edit_button.click()
    assert page.editor is not None
    assert page.editor.country.currentData() == "GB"
    qtbot.mouseClick(page.editor.use_button, Qt.MouseButton.LeftButton)
    assert [r.number for r in page.card.rows()] == ["999", "116 123"]
    assert notices == []
    qtbot.mouseClick(page.editor.use_button, Qt.MouseButton.LeftButton)
    assert notices == ["These numbers are there already."]
    page.refresh(frozenset({"person"}))
    CrisisService(shelf).change(CrisisService(shelf).lines()[0].uid, "title", "By another hand")
    assert page.editor.rows[0].fields["title"].text() == "By another hand"


def test_who_cannot_be_emptied_without_a_word(
    make: Callable[..., HelpNowPage], shelf: Place, qtbot: QtBot
) -> None:
    CrisisService(shelf).add("Night line", "", "555 0100")
    page = make()
    page.toggle()
    assert page.editor is not None
    row = page.editor.rows[0]
    who, key = row.fields["title"], Qt.Key
    with qtbot.waitActive(page):
        page.activateWindow()
    who.setFocus()
    for _letter in "Night line":
        qtbot.keyClick(who, key.Key_End)
        qtbot.keyClick(who, key.Key_Backspace)
    said = "Please write who it is. Until then the card says “Night line”."
    assert row._title.problem.text() == said
    assert page.card.rows()[0].title == "Night line"
    qtbot.keyClicks(who, "Day line")
    assert not row._title.problem.isVisible()
    assert page.card.rows()[0].title == "Day line"
    row.fields["number"].setFocus()
    who.setFocus()
    qtbot.keyClick(who, key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(who, key.Key_Delete)
    assert "“Day line”" in row._title.problem.text()
    row.fields["number"].setFocus()
    assert who.text() == "Day line"
    assert not row._title.problem.isVisible()
    page.editor.add_row()
    new = page.editor.rows[-1]
    qtbot.keyClicks(new.fields["title"], "X")
    qtbot.keyClick(new.fields["title"], key.Key_Backspace)
    assert not new._title.problem.isVisible(), "nothing stood there before"


def test_the_editor_begins_at_its_first_row(make: Callable[..., HelpNowPage]) -> None:
    page = make()
    page.toggle()
    assert page.editor is not None
    assert page.focusWidget() is page.editor.add_button, "no row is there yet"
    page.editor.add_button.click()
    page.editor.add_button.click()
    page.toggle()
    page.toggle()
    assert page.focusWidget() is page.editor.rows[0].fields["title"]
