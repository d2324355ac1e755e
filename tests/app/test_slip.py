"""A slip without a sign-in: help first, sealed, and gone from the form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from peerdesk.app.welcome.page import WelcomePage
from peerdesk.app.welcome.slip import SlipForm, send_slip
from peerdesk.core.clock import FixedClock
from peerdesk.features.keys.service import SignedIn
from peerdesk.safe import in_tray as safe_tray
from peerdesk.safe import seals
from peerdesk.store import in_tray
from peerdesk.store.connection import connect
from peerdesk.store.glance import CrisisRow, Glance
from peerdesk.store.in_tray import MOST_WORDS, NoKey, Tray, TrayFull
from peerdesk.store.workspace import Workspace, build

ROWS = (CrisisRow("Emergency services", "If someone is in danger", "999"),)
CIRCLE, WALK = Tray(b"g" * 16, "Tuesday Circle", b"p" * 32), Tray(b"w" * 16, "Walk", b"q" * 32)


class Sent:
    """Takes what is sent; ``full`` says no."""

    def __init__(self) -> None:
        self.every: list[tuple[Tray, str]] = []
        self.full = False

    def __call__(self, tray: Tray, words: str) -> None:
        if self.full:
            raise TrayFull
        self.every.append((tray, words))


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def make(qtbot: QtBot, sent: Sent) -> Callable[..., WelcomePage]:
    def made(*trays: Tray) -> WelcomePage:
        def nobody(_name: str, _password: str) -> SignedIn:
            raise AssertionError("nobody signs in here")

        clock = FixedClock(datetime(2026, 11, 22, 16, 0))
        page = WelcomePage(Glance(ROWS, trays=trays), nobody, clock, send_slip=sent)
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.fill()
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return made


def opened(qtbot: QtBot, page: WelcomePage) -> SlipForm:
    assert page.slip_tile is not None
    qtbot.mouseClick(page.slip_tile, Qt.MouseButton.LeftButton)
    assert page.slip is not None
    return page.slip


def words_on(widget: object) -> str:
    labels = widget.findChildren(QLabel)  # type: ignore[attr-defined]
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_without_a_group_that_takes_slips_there_is_no_form(
    make: Callable[..., WelcomePage],
) -> None:
    assert make().slip_tile is None


def test_help_stands_first_and_nobody_is_promised_an_answer(
    qtbot: QtBot, make: Callable[..., WelcomePage]
) -> None:
    page = make(CIRCLE)
    form = opened(qtbot, page)
    said = words_on(form)
    assert "Nobody reads this tonight. If you need help now:" in said
    assert "999" in said
    assert form.crisis.mapTo(form, form.crisis.rect().topLeft()).y() < form.form.y()
    assert "For which group" not in said, "there is only one"
    qtbot.waitUntil(form.words.hasFocus)


def test_what_is_sent_leaves_the_form(
    qtbot: QtBot, make: Callable[..., WelcomePage], sent: Sent
) -> None:
    page = make(CIRCLE)
    form = opened(qtbot, page)
    qtbot.keyClicks(form.words, " How does one sleep? ")
    qtbot.mouseClick(form.send_button, Qt.MouseButton.LeftButton)
    assert sent.every == [(CIRCLE, "How does one sleep?")]
    assert form.words.toPlainText() == ""
    assert not form.words.document().isUndoAvailable()
    assert "Thank you. It lies in the in-tray now." in words_on(form)
    assert not form.form.isVisible()
    qtbot.waitUntil(form.another.hasFocus)
    qtbot.mouseClick(form.another, Qt.MouseButton.LeftButton)
    assert form.form.isVisible()
    qtbot.waitUntil(form.words.hasFocus)


def test_what_is_not_sent_is_gone_when_the_form_is_left(
    qtbot: QtBot, make: Callable[..., WelcomePage], sent: Sent
) -> None:
    page = make(CIRCLE)
    form = opened(qtbot, page)
    qtbot.keyClicks(form.words, "half a")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.crisis.isVisible()
    qtbot.waitUntil(lambda: page.slip_tile is not None and page.slip_tile.hasFocus())
    assert form.words.toPlainText() == ""
    page.show_meetings()
    assert page.meetings is not None
    assert page.meetings.isVisible()
    assert opened(qtbot, page).words.toPlainText() == ""
    assert form.isVisible()
    assert sent.every == []


def test_with_several_groups_one_chooses(
    qtbot: QtBot, make: Callable[..., WelcomePage], sent: Sent
) -> None:
    page = make(CIRCLE, WALK, WALK._replace(name=""))
    form = opened(qtbot, page)
    assert "For which group" in words_on(form)
    assert form.group.itemText(2) == "A group that shows no name here"
    form.group.setCurrentIndex(1)
    qtbot.keyClicks(form.words, "When?")
    form.send_button.click()
    assert sent.every == [(WALK, "When?")]


def test_nothing_too_much_and_full_are_said_calmly(
    qtbot: QtBot, make: Callable[..., WelcomePage], sent: Sent
) -> None:
    page = make(CIRCLE)
    form = opened(qtbot, page)
    form.send_button.click()
    assert form.field.problem.text() == "Nothing is written yet."
    form.words.setPlainText("x" * (MOST_WORDS + 2))
    assert form.field.problem.text() == "This is 2 letters more than a slip holds."
    form.send_button.click()
    assert sent.every == []
    form.words.setPlainText("x" * MOST_WORDS)
    assert not form.field.problem.isVisible()
    sent.full = True
    form.send_button.click()
    assert form.message.text().startswith("The in-tray is full.")
    assert form.words.toPlainText() == "x" * MOST_WORDS, "the words are still there"
    sent.full = False
    form.send_button.click()
    assert len(sent.every) == 1


def test_a_forged_public_key_is_said(tmp_path: Path) -> None:
    for key in (bytes(32), b"short"):
        with pytest.raises(NoKey, match="put right when they sign in"):
            send_slip(tmp_path / "shelf.db", Tray(b"g" * 16, "", key), "words")
    assert not (tmp_path / "shelf.db").exists()


def test_the_box_opens_for_the_group_alone(tmp_path: Path) -> None:
    with build(tmp_path / "w", FixedClock(datetime(2026, 11, 22))):
        pass
    shelf, pair = Workspace(tmp_path / "w").shelf, seals.new_keypair()
    tray = Tray(b"g" * 16, "Tuesday Circle", pair.public)
    send_slip(shelf, tray, "  How does one sleep? 🌱 \ud800 ")
    raw = connect(shelf, None)
    ((uid, box),) = raw.execute("SELECT uid, box FROM in_tray").fetchall()
    raw.close()
    assert len(box) == in_tray.SIZES[0]
    assert b"sleep" not in shelf.read_bytes()
    slip = safe_tray.open_box(pair.secret, tray.group, box)
    assert slip is not None
    assert (slip.kind, slip.data.decode()) == ("slip", "How does one sleep? 🌱 ?")
    assert slip.uid != uid
    assert safe_tray.open_box(seals.new_keypair().secret, tray.group, box) is None
