"""What is said before a lock: calm, counted, told to assistive technology, never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from peerdesk.app.locking import bars as lock_bars
from peerdesk.app.locking.bars import UnsavedBar, WarningBar


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.page = QWidget()
    QVBoxLayout(made).addWidget(made.page)
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """What assistive technology was told."""
    told: list[str] = []

    class Telling(QAccessible):
        @staticmethod
        def updateAccessibility(event) -> None:
            told.append(event.object().accessibleName())

    monkeypatch.setattr(lock_bars, "QAccessible", Telling)
    return told


def test_it_counts_and_goes(window, said) -> None:
    bar = WarningBar(window, window.page)
    assert not bar.isVisible()
    bar.count(20)
    assert bar.isVisible()
    assert "locks in 20 s. Press any key to stay." in bar.words.text()
    assert bar.accessibleName() == bar.words.text()
    bar.count(19)
    bar.count(10)
    assert [words.split(" in ")[1][:4] for words in said] == ["20 s", "10 s"], "not every second"
    bar.count(0)
    assert not bar.isVisible()


def test_its_button_stays(qtbot, window, said) -> None:
    bar = WarningBar(window, window.page)
    bar.count(20)
    with qtbot.waitSignal(bar.stay):
        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)


def test_it_stays_inside_the_window(window, said) -> None:
    bar = WarningBar(window, window.page)
    bar.count(20)
    for wide in (900, 500, 320):
        window.resize(wide, 400)
        assert window.rect().contains(bar.geometry())
    bar.hide()
    window.resize(800, 500)


def test_it_stands_above_what_is_beneath_the_page(qtbot, window, said) -> None:
    foot = QWidget()
    foot.setFixedHeight(90)
    window.layout().addWidget(foot)
    bar = WarningBar(window, window.page)
    bar.count(20)
    qtbot.waitUntil(lambda: foot.y() > 0)
    bar.place()
    assert bar.geometry().bottom() < foot.y()


def test_it_is_painted_and_not_red(window, said) -> None:
    bar = WarningBar(window, window.page)
    bar.count(20)
    colour = bar.grab().toImage().pixelColor(bar.width() // 2, 3)
    assert colour.red() <= max(colour.green(), colour.blue()) + 20


def test_unsaved_words_and_what_can_be_done(qtbot, window, said) -> None:
    bar = UnsavedBar(window, window.page)
    bar.say("There is no room left.", closing=False)
    assert bar.isVisible()
    assert bar.words.text().startswith("There is no room left. If you lock now")
    assert "switched off" in bar.words.text()
    assert bar.go_button.text() == "Lock now"
    assert said == [bar.words.text()]
    for button, signal in (
        (bar.copy_button, bar.copy), (bar.again_button, bar.again),
        (bar.stay_button, bar.stay), (bar.go_button, bar.go),
    ):  # fmt: skip
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_closing_says_that_words_are_lost(window, said) -> None:
    bar = UnsavedBar(window, window.page)
    bar.say("Why.", closing=True)
    assert "are lost" in bar.words.text()
    assert bar.go_button.text() == "Close without them"


def test_it_follows_the_page_which_moves_after_the_window(qtbot, qapp, said) -> None:
    """A sidebar that becomes narrow in a small window leaves the page more room."""
    window, side, page = QWidget(), QWidget(), QWidget()
    side.setFixedWidth(400)
    row = QHBoxLayout(window)
    row.addWidget(side)
    row.addWidget(page, 1)
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    bar = WarningBar(window, page)
    bar.count(20)
    side.setFixedWidth(90)
    for _ in range(3):
        qapp.processEvents()
    assert page.geometry().left() <= bar.x()
    assert bar.geometry().right() <= page.geometry().right()
    assert bar.x() < 400


def test_all_of_it_is_seen_in_a_low_window(qapp, window, said) -> None:
    bar = UnsavedBar(window, window.page)
    bar.say("The disk is full. " * 12, closing=False)
    for _ in range(3):
        qapp.processEvents()
    window.resize(900, bar.height() + 20)
    for _ in range(3):
        qapp.processEvents()
    assert bar.y() >= 0
    assert bar.geometry().bottom() <= window.height()
