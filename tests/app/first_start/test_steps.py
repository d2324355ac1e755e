"""The single questions of the first start, and that nothing of them is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.choices import ComputerStep, LanguageStep, PurposeStep
from peerdesk.app.first_start.group import GroupStep
from peerdesk.app.first_start.person import AgainStep, NameStep, PasswordStep
from peerdesk.ui import theme

from .walk import (
    Make,
    choose,
    on,
    press_next,
    to_group,
    to_parts,
    to_person,
)


def test_a_choice_has_to_be_made(qtbot: QtBot, make: Make) -> None:
    window = make()
    press_next(qtbot, window)
    press_next(qtbot, window)
    purpose = on(window, PurposeStep)
    assert isinstance(purpose, PurposeStep)
    assert purpose.problem.isVisible()
    qtbot.mouseClick(purpose.choices.findChildren(QRadioButton)[0], Qt.MouseButton.LeftButton)
    assert purpose.problem.isHidden()
    choose(qtbot, window, "I run a group")
    press_next(qtbot, window)
    computer = on(window, ComputerStep)
    assert isinstance(computer, ComputerStep)
    assert computer.problem.text() == "Please choose one of the two."
    qtbot.mouseClick(computer.choices.findChildren(QRadioButton)[0], Qt.MouseButton.LeftButton)
    assert computer.problem.isHidden()


def test_names_are_needed(qtbot: QtBot, make: Make) -> None:
    window = make()
    to_person(qtbot, window)
    press_next(qtbot, window)
    name = on(window, NameStep)
    assert isinstance(name, NameStep)
    assert name.field.problem.text() == "Please type a name."
    qtbot.keyClicks(name.name, "M")
    assert name.field.problem.text() == ""
    name.name.clear()
    to_group(qtbot, window)
    press_next(qtbot, window)
    group = on(window, GroupStep)
    assert isinstance(group, GroupStep)
    assert group.name_field.problem.isVisible()


def test_other_words_and_words_that_differ(qtbot: QtBot, make: Make) -> None:
    window = make()
    to_person(qtbot, window)
    name = on(window, NameStep)
    assert isinstance(name, NameStep)
    qtbot.keyClicks(name.name, "Maria")
    qtbot.keyClick(name.name, Qt.Key.Key_Return)
    step = on(window, PasswordStep)
    assert isinstance(step, PasswordStep)
    first = list(window.answers.words)
    qtbot.mouseClick(step.other, Qt.MouseButton.LeftButton)
    second = window.answers.words
    assert first != second
    shown = [label.text() for label in step.card.findChildren(QLabel)]
    assert [word for word in second if word in shown] == second
    press_next(qtbot, window)
    again = on(window, AgainStep)
    assert isinstance(again, AgainStep)
    qtbot.keyClicks(again.again, " ".join(first))
    press_next(qtbot, window)
    assert "not the same yet" in again.field.problem.text()


def test_a_password_of_ones_own(qtbot: QtBot, make: Make) -> None:
    window = make()
    to_person(qtbot, window)
    name = on(window, NameStep)
    assert isinstance(name, NameStep)
    qtbot.keyClicks(name.name, "Maria")
    press_next(qtbot, window)
    step = on(window, PasswordStep)
    assert isinstance(step, PasswordStep)
    assert window.next_button.text() == "I have written it down"
    qtbot.mouseClick(step.kind.buttons()[1], Qt.MouseButton.LeftButton)
    assert window.next_button.text() == "Continue"
    assert not step.suggested.isVisible()
    qtbot.keyClicks(step.own, "too short")
    press_next(qtbot, window)
    assert "6 more characters" in step.own_field.problem.text().replace("(s)", "s")
    qtbot.keyClicks(step.own, " but not any more")
    qtbot.keyClick(step.own, Qt.Key.Key_Return)
    again = on(window, AgainStep)
    assert isinstance(again, AgainStep)
    assert window.answers.password == "too short but not any more"
    qtbot.keyClicks(again.again, "too short but not any more")
    press_next(qtbot, window)
    on(window, GroupStep)
    window.back()
    window.back()
    step = on(window, PasswordStep)
    assert isinstance(step, PasswordStep)
    assert step.own.text() == "too short but not any more"


def test_language_and_text_size_are_seen_at_once(qtbot: QtBot, make: Make) -> None:
    window = make()
    step = on(window, LanguageStep)
    assert isinstance(step, LanguageStep)
    with qtbot.waitSignal(window.text_scale) as caught:
        qtbot.mouseClick(step.sizes.buttons()[2], Qt.MouseButton.LeftButton)
    assert caught.args == [150]
    with qtbot.waitSignal(window.language) as caught:
        qtbot.mouseClick(step.languages.findChildren(QRadioButton)[0], Qt.MouseButton.LeftButton)
    assert caught.args == ["en"]
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    again = on(window, LanguageStep)
    assert isinstance(again, LanguageStep)
    assert again is not step
    assert again.sizes.current() == 2
    qtbot.keyClick(window, Qt.Key.Key_Return)
    on(window, PurposeStep)


def test_what_is_left_open_has_careful_answers() -> None:
    computer = Answers().computer()
    assert computer is not None
    assert computer.shared
    assert Answers(adding=True).computer() is None
    assert "secret words" not in repr(Answers(own_password="secret words", words=["secret"]))


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off(
    qapp: QApplication, qtbot: QtBot, make: Make, scale: float, way: Qt.LayoutDirection
) -> None:
    theme.apply(qapp, "light", scale)
    try:
        window = make()
        window.setLayoutDirection(way)
        kinds = set()

        def look() -> None:
            qapp.processEvents()
            kinds.add(type(window.step))
            inside = window.column.inside
            assert inside.width() <= window.column.viewport().width(), type(window.step)
            for label in inside.findChildren(QLabel):
                if label.isVisible() and not label.wordWrap():
                    assert label.width() >= label.sizeHint().width(), label.text()

        original = window._show

        def show_and_look() -> None:
            original()
            look()

        window._show = show_and_look  # type: ignore[method-assign]
        look()
        step = to_parts(qtbot, window)
        step.go_on.emit()
        assert len(kinds) == 11
    finally:
        theme.apply(qapp, "light", 1.0)
