"""Times as people type them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui.widgets import Column, DateEdit, TimeEdit
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


def test_the_shift_key_on_the_way_to_a_sign_does_not_begin_anew(
    qtbot: QtBot, edit: TimeEdit
) -> None:
    edit.selectAll()
    for sign in "19:15":
        with_shift = Qt.KeyboardModifier.ShiftModifier
        if sign == ":":  # as a keyboard sends it
            qtbot.keyPress(edit, Qt.Key.Key_Shift, with_shift)
            qtbot.keyClick(edit, sign, with_shift)
            qtbot.keyRelease(edit, Qt.Key.Key_Shift)
        else:
            qtbot.keyClick(edit, sign)
    assert edit.time() == QTime(19, 15)


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


# -- right to left -----------------------------------------------------------------------------

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(params=["en_GB", "en_US", "ar", "ar_EG", "he", "fa"])
def locale(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QLocale]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield QLocale()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(LEFT)


def seen(field: QLineEdit) -> list[str]:
    """The digits of a field as the eye meets them, from left to right, in groups."""
    option = QTextOption()
    option.setTextDirection(field.layoutDirection())
    layout = QTextLayout(field.text(), field.font())
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    at = []
    for n, char in enumerate(field.text()):
        digit = str(unicodedata.digit(char, " "))
        at += [(run.positions()[0].x(), digit) for run in line.glyphRuns(n, 1)]
    drawn = "".join(digit for _, digit in sorted(at))
    return drawn.split()


@pytest.mark.parametrize("way", [LEFT, RIGHT])
def test_digits_of_a_time_read_from_left_to_right(
    qtbot: QtBot, qapp: QApplication, locale: QLocale, way: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(way)
    edit = TimeEdit(QTime(18, 30))
    qtbot.addWidget(edit)
    edit.show()
    hour = "18" if locale.timeFormat(QLocale.FormatType.ShortFormat).startswith("H") else "6"
    assert seen(edit.lineEdit()) == [hour, "30"]
    assert edit.displayFormat() == locale.timeFormat(QLocale.FormatType.ShortFormat)
    edit.setFocus()
    edit.setSelectedSection(TimeEdit.Section.HourSection)
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.time() == QTime(19, 30)
    edit.setSelectedSection(TimeEdit.Section.MinuteSection)
    qtbot.keyClicks(edit, "45")
    assert edit.time() == QTime(19, 45)
    qtbot.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(edit, "17:05")
    assert edit.time() == QTime(17, 5)


@pytest.mark.parametrize("way", [LEFT, RIGHT])
def test_a_day_is_written_as_everywhere_else(
    qtbot: QtBot, qapp: QApplication, locale: QLocale, way: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(way)
    edit = DateEdit(QDate(2026, 11, 24))
    qtbot.addWidget(edit)
    edit.show()
    plain = locale.toString(QDate(2026, 11, 24), edit.displayFormat())
    assert edit.text() == plain
    assert "yyyy" in edit.displayFormat()
    there = QLineEdit(plain)
    qtbot.addWidget(there)
    assert seen(edit.lineEdit()) == seen(there)
    edit.setFocus()
    edit.setSelectedSection(DateEdit.Section.MonthSection)
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert edit.date() == QDate(2026, 10, 24)


@pytest.mark.parametrize("rounds", [1, 2])
def test_turning_round_the_page_turns_no_time_round(
    qtbot: QtBot, qapp: QApplication, locale: QLocale, rounds: int
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    time, day = TimeEdit(QTime(18, 30)), DateEdit(QDate(2026, 11, 24))
    Column(host).add(time, day)
    host.show()
    before = time.text(), day.text(), time.displayFormat(), day.displayFormat()
    for _round in range(rounds):
        for way in (RIGHT, LEFT):
            host.setLayoutDirection(way)
            qapp.processEvents()
            assert (time.text(), day.text(), time.displayFormat(), day.displayFormat()) == before
            for edit in (time, day):
                assert edit.layoutDirection() == way
                assert (edit.more.x() < edit.width() / 2) == (way == RIGHT)
    time.setLocale(QLocale("en_US"))
    assert time.displayFormat() == QLocale("en_US").timeFormat(QLocale.FormatType.ShortFormat)
    assert seen(time.lineEdit()) == ["6", "30"]
