"""A group's own steps: shown to everyone, changed by a facilitator, printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.app.help_now.page import HelpNowPage
from peerdesk.app.help_now.steps_card import StepsCard, steps_html
from peerdesk.app.help_now.steps_editor import StepsEditor
from peerdesk.app.welcome.page import WelcomePage
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.store.cabinet import Group
from peerdesk.store.evening import MOST_LINES, Line
from peerdesk.store.glance import CrisisRow, Glance
from peerdesk.store.help_steps import (
    ADDRESS,
    CONTACT_NUMBER,
    ENTRANCE,
    PHONE,
    building,
    help_steps,
    numbers,
    shipped_steps,
)
from peerdesk.store.place import Place
from peerdesk.ui import printing
from peerdesk.ui.a11y import walk

from .test_help_now import cabinet as _cabinet
from .test_help_now import make as _make
from .test_help_now import shelf as _shelf

cabinet, make, shelf = _cabinet, _make, _shelf
GROUP = b"g" * 16


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def editor(qtbot: QtBot, make: Callable[..., HelpNowPage]) -> tuple[HelpNowPage, StepsEditor]:
    page = make()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.steps_button.click()
    assert page.steps_editor is not None
    return page, page.steps_editor


def test_everyone_sees_the_steps(make: Callable[..., HelpNowPage]) -> None:
    page = make(signed_in=False)
    words = said(page.steps)
    assert "If someone in the group needs help" in words
    assert "Stay calm, stay near" in words


def test_a_change_is_shown_at_once(
    qtbot: QtBot, editor: tuple[HelpNowPage, StepsEditor], shelf: Place
) -> None:
    page, made = editor
    assert not made.restore_button.isEnabled()
    title = made.rows[0].fields["title"]
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Breathe")
    assert "Breathe" in said(page.steps)
    assert help_steps(shelf, GROUP)[0].title == "Breathe"
    assert title.hasFocus(), "the field that is typed in stays"
    assert made.restore_button.isEnabled()
    made.restore_button.click()
    assert made.rows[0].fields["title"].text() == "Stay calm, stay near"
    assert not made.service.own
    shelf.undo()
    assert made.rows[0].fields["title"].text() == "Breathe"


def test_steps_are_added_moved_and_taken_out(
    qtbot: QtBot, editor: tuple[HelpNowPage, StepsEditor], shelf: Place
) -> None:
    _, made = editor
    ours = [line.title for line in shipped_steps()]
    assert not made.rows[0].up.isEnabled()
    assert not made.rows[-1].down.isEnabled()
    qtbot.mouseClick(made.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(made.rows[-1].fields["title"].hasFocus)
    qtbot.keyClicks(made.rows[-1].fields["title"], "Sit down")
    made.rows[-1].up.click()
    assert [s.title for s in made.service.steps()] == [*ours[:-1], "Sit down", ours[-1]]
    qtbot.waitUntil(made.rows[-2].up.hasFocus)
    made.rows[-2].down.click()
    qtbot.waitUntil(made.rows[-1].up.hasFocus)
    assert made.rows[0].remove.accessibleName() == f"Take out: {ours[0]}"
    made.rows[0].remove.click()
    assert [s.title for s in made.service.steps()] == [*ours[1:], "Sit down"]
    told: list[object] = []
    made._context.notice = told.append
    with shelf.operation(translate("Test", "Many steps")):  # told to the page once
        while len(made.service.steps()) < MOST_LINES:
            made.service.add()
    made.add_step()
    assert len(made.service.steps()) == MOST_LINES
    assert "More steps than these nobody could follow." in told


def test_the_house_is_told_in_lines(
    qtbot: QtBot, editor: tuple[HelpNowPage, StepsEditor], shelf: Place
) -> None:
    page, made = editor
    for key, words in (
        (ADDRESS, "4 Quay Street"),
        (ENTRANCE, "rear gate"),
        (PHONE, "kitchen"),
        (CONTACT_NUMBER, "555 0177"),
    ):
        made.facts[key].setFocus()
        qtbot.keyClicks(made.facts[key], words)
    assert building(shelf) == ("4 Quay Street", "Ambulance: rear gate", "Nearest phone: kitchen")
    assert numbers(shelf)[-1].detail == "555 0177"
    words = said(page.steps)
    assert "Ambulance: rear gate" in words
    assert "Safeguarding contact: 555 0177" in words
    shelf.undo()
    assert made.facts[PHONE].text() == "kitchen"
    page.flush()
    assert page.unsaved() == ""


def test_one_editor_at_a_time(editor: tuple[HelpNowPage, StepsEditor]) -> None:
    page, made = editor
    assert page.card.isHidden()
    page.edit_button.click()
    assert made.isHidden()
    assert page.editor is not None
    assert not page.editor.isHidden()
    assert not page.card.isHidden()
    assert page.steps.isHidden()
    page.steps_button.click()
    assert page.editor.isHidden()
    assert not made.isHidden()
    page.steps_button.click()
    assert made.isHidden()
    assert not page.card.isHidden()
    assert not page.steps.isHidden()


def test_every_control_can_be_reached_in_the_order_one_reads(
    qtbot: QtBot, editor: tuple[HelpNowPage, StepsEditor]
) -> None:
    page, made = editor
    page.setWindowTitle("PeerDesk")
    made.add_step()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: walk(page) == [])


def test_what_cannot_be_saved_stays_and_is_said(
    qtbot: QtBot, editor: tuple[HelpNowPage, StepsEditor], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, made = editor
    told: list[object] = []
    made._context.notice = told.append

    def full(*_: object) -> None:
        raise KnownError(translate("Help now", "no room"))

    with monkeypatch.context() as patch:
        patch.setattr(made.service, "change", full)
        qtbot.keyClicks(made.rows[0].fields["title"], "!")
        before = made.service.steps()
        for verb in (
            made.add_step,
            lambda: made.move_row(made.rows[0].uid, 1),
            lambda: made.remove_row(made.rows[0].uid),
            made._restore,
        ):
            verb()
        assert made.service.steps() == before
        assert "!" in page.unsaved()
        assert str(told[-1]) == "no room"
    page.flush()
    assert made.service.steps()[0].title.endswith("!")


def test_the_steps_are_printed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    monkeypatch.setattr(printing, "print_text", lambda body, _window: printed.append(body))
    card = StepsCard()
    qtbot.addWidget(card)
    card.show_steps((Line("Ring", "<now>"),), ("4 Quay",), Line("Ana", "555"), "Tuesday Circle")
    card.show_steps((Line("Ring", "<now>"),), ("4 Quay",), Line("Ana", "555"), "Tuesday Circle")
    assert card.title.text() == "If someone needs help: Tuesday Circle"
    card.show()
    qtbot.mouseClick(card.print_button, Qt.MouseButton.LeftButton)
    for words in ("Ring", "&lt;now&gt;", "4 Quay", "Ana: 555", "Tuesday Circle"):
        assert words in printed[0]
    assert "<hr>" not in steps_html((Line("Ring"),))


def test_without_a_group_nobody_changes_them(
    make: Callable[..., HelpNowPage], cabinet: Place
) -> None:
    with cabinet.operation(translate("Help now", "Test")):
        Group.delete().execute()
    page = make()
    assert page.header_buttons() == [page.edit_button]
    page.steps_button.deleteLater()


def test_on_the_welcome_page(qtbot: QtBot) -> None:
    def nobody(_name: str, _password: str) -> object:
        raise AssertionError("nobody signs in here")

    seen = Glance(
        (CrisisRow("Emergency services", "", "999"),),
        {"centre": "Riverside", CONTACT_NUMBER: "555 0177"},
    )
    steps = (("", (Line("Theirs"),)), ("Tuesday Circle", (Line("Ours"),)))
    clock = FixedClock(datetime(2026, 11, 22, 16, 0))
    page = WelcomePage(seen, nobody, clock, steps=lambda: steps)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.fill()
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert page.steps_link is not None
    page.steps_link.click()
    assert page.steps is not None
    qtbot.waitUntil(page.steps.back_button.hasFocus)
    words = said(page.steps)
    for line in ("Theirs", "Ours", "Riverside", "Safeguarding contact: 555 0177", "999"):
        assert line in words
    qtbot.mouseClick(page.steps.back_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.steps_link.hasFocus)
    page.show_steps()
    assert page.steps.isVisible()
