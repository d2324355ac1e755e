"""Times as people type them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.ui.widgets import TimeEdit
from peerdesk.ui.widgets.steppers import read_time

EN, ES, AR = QLocale("en_US"), QLocale("es"), QLocale("ar")
AS_TYPED = [
    ("05:45 PM", (17, 45)),
    ("5:45 pm", (17, 45)),
    ("5:45pm", (17, 45)),
    ("5.45 p.m.", (17, 45)),
    ("5:45 p", (17, 45)),
    ("5 pm", (17, 0)),
    ("12:05 am", (0, 5)),
    ("12 pm", (12, 0)),
    ("17:45", (17, 45)),
    ("17.45", (17, 45)),
    ("17h45", (17, 45)),
    ("1745", (17, 45)),
    ("0545", (5, 45)),
    ("17:45 pm", (17, 45)),
]
NO_TIME = ["", "5", "17", "17:4", "25:00", "24:00", "12:60", "1975 pm", "noon", "pm", ":45", "p"]


@pytest.mark.parametrize(("words", "time"), AS_TYPED)
def test_times_that_are_understood(words: str, time: tuple[int, int]) -> None:
    assert read_time(words, EN) == QTime(*time)


@pytest.mark.parametrize("words", NO_TIME)
def test_what_is_no_time_or_not_all_of_it(words: str) -> None:
    assert read_time(words, EN) is None


def test_the_words_of_the_language() -> None:
    assert read_time(f"5:45 {ES.pmText()}", ES) == QTime(17, 45)
    assert read_time(f"5:45 {AR.pmText()}", AR) == QTime(17, 45)
    assert read_time(f"5:45 {AR.amText()}", AR) == QTime(5, 45)


def test_without_a_word_the_half_of_the_day_stays() -> None:
    assert read_time("5:45", EN, before_noon=False) == QTime(17, 45)
    assert read_time("5:45", EN, before_noon=True) == QTime(5, 45)
    assert read_time("12:10", EN, before_noon=True) == QTime(0, 10)
    assert read_time("05:45", EN, before_noon=False) == QTime(5, 45)
    assert read_time("19:10", EN, before_noon=True) == QTime(19, 10)


@pytest.fixture(params=["en_GB", "en_US"])
def edit(qtbot: QtBot, request: pytest.FixtureRequest) -> TimeEdit:
    made = TimeEdit(QTime(18, 30))
    made.setLocale(QLocale(request.param))
    made.setDisplayFormat(QLocale(request.param).timeFormat(QLocale.FormatType.ShortFormat))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("words", ["05:45 PM", "5:45 pm", "17.45", "1745", "17:45"])
def test_typing_over_the_field(qtbot: QtBot, edit: TimeEdit, words: str, whole: bool) -> None:
    edit.setFocus()
    if whole:
        edit.selectAll()
    qtbot.keyClicks(edit, words)
    assert edit.time() == QTime(17, 45)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.time() == QTime(17, 45)


def test_one_part_alone_is_still_changed_by_itself(qtbot: QtBot, edit: TimeEdit) -> None:
    edit.setFocus()
    edit.setSelectedSection(TimeEdit.Section.MinuteSection)
    qtbot.keyClicks(edit, "45")
    assert edit.time() == QTime(18, 45)
    edit.setSelectedSection(TimeEdit.Section.HourSection)
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.time() == QTime(19, 45)


def test_a_time_is_pasted(qtbot: QtBot, edit: TimeEdit) -> None:
    edit.setFocus()
    for words, time in (("5:45 pm", QTime(17, 45)), ("half past", QTime(17, 45))):
        QApplication.clipboard().setText(words)
        qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert edit.time() == time
