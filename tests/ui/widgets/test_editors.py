"""Controls to type and choose in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import theme
from peerdesk.ui.widgets import (
    CheckBox,
    Column,
    ComboBox,
    DateEdit,
    Field,
    LineEdit,
    PasswordField,
    SearchField,
    SpinBox,
    TextArea,
    TimeEdit,
)

WORDS = {"rive": "river", "able": "able", "acid": "acid", "abou": "about"}


def test_a_field_names_its_editor(qtbot: QtBot) -> None:
    field = Field("Your sign-in name", LineEdit(), "As you chose it.")
    qtbot.addWidget(field)
    assert field.label.buddy() is field.editor
    assert field.editor.accessibleName() == "Your sign-in name"
    assert field.editor.accessibleDescription() == "As you chose it."
    field.set_problem("Please write a name.")
    assert field.editor.accessibleDescription() == "Please write a name. As you chose it."
    assert not field.problem.isHidden()
    marked = field.grab().toImage()
    field.set_problem("")
    assert field.problem.isHidden()
    assert field.grab().toImage() != marked
    field.set_hint("")
    assert field.hint.isHidden()


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_editors_are_high_enough_and_painted(
    qtbot: QtBot, qapp: QApplication, scheme: theme.Scheme
) -> None:
    theme.apply(qapp, scheme, 1.0)
    qapp.processEvents()
    made: list[QWidget] = [
        LineEdit("maria"),
        ComboBox(["Member"]),
        SpinBox(),
        TimeEdit(),
        DateEdit(),
        SearchField("Search", keys="Ctrl K"),
        PasswordField(),
    ]
    for editor in made:
        qtbot.addWidget(editor)
        assert editor.sizeHint().height() == 40
        editor.resize(editor.sizeHint())
        middle = editor.grab().toImage().pixelColor(editor.width() // 2, 4)
        assert middle.name() == theme.SCHEMES[scheme].surface.lower()
        theme.apply(qapp, scheme, 2.0)
        assert editor.sizeHint().height() == 80
        theme.apply(qapp, scheme, 1.0)


def test_private_fields_ask_keyboards_not_to_learn(qtbot: QtBot) -> None:
    for made in (LineEdit(private=True), TextArea(private=True), PasswordField()):
        qtbot.addWidget(made)
        hints = made.inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData
        assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_tab_leaves_a_text_area(qtbot: QtBot) -> None:
    top = QWidget()
    box = QVBoxLayout(top)
    area, after = TextArea("one", name="Notes"), LineEdit(name="After")
    box.addWidget(area)
    box.addWidget(after)
    qtbot.addWidget(top)
    top.show()
    qtbot.waitExposed(top)
    top.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    low = area.sizeHint().height()
    area.setPlainText("\n" * 6)
    assert area.sizeHint().height() > low
    assert not area.grab().isNull()


def wheel(widget: QWidget) -> None:
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_nothing_by_accident(qtbot: QtBot) -> None:
    combo, spin = ComboBox(["a", "b"]), SpinBox(0, 9, 5)
    for made in (combo, spin):
        qtbot.addWidget(made)
        made.show()
        made.clearFocus()
        wheel(made)
    assert combo.currentText() == "a"
    assert spin.value() == 5


def test_steps_by_button_and_key(qtbot: QtBot) -> None:
    spin = SpinBox(0, 10, 5, suffix=" min", name="Minutes")
    qtbot.addWidget(spin)
    spin.resize(spin.sizeHint())
    spin.show()
    qtbot.mouseClick(spin.more, Qt.MouseButton.LeftButton)
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    qtbot.mouseClick(spin.less, Qt.MouseButton.LeftButton)
    assert spin.value() == 6
    assert spin.more.width() >= 32
    assert spin.more.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert spin.accessibleName() == "Minutes"


def test_dates_and_times(qtbot: QtBot) -> None:
    day, clock = DateEdit(QDate(2026, 11, 24)), TimeEdit(QTime(18, 30))
    qtbot.addWidget(day)
    qtbot.addWidget(clock)
    assert day.date() == QDate(2026, 11, 24)
    assert "2026" in day.text()
    assert clock.time() == QTime(18, 30)
    qtbot.mouseClick(clock.more, Qt.MouseButton.LeftButton)
    assert clock.time() == QTime(19, 30)


def test_step_buttons_are_mirrored(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    spin = SpinBox()
    qtbot.addWidget(spin)
    spin.resize(spin.sizeHint())
    spin.restyle()
    assert spin.more.x() < spin.width() // 2


def test_check_boxes(qtbot: QtBot) -> None:
    box = CheckBox("Every week")
    qtbot.addWidget(box)
    box.resize(300, 32)
    off = box.grab().toImage()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(280, 16))
    assert box.isChecked()
    on = box.grab().toImage()
    box.setTristate(True)
    box.setCheckState(Qt.CheckState.PartiallyChecked)
    assert len({off.cacheKey(), on.cacheKey(), box.grab().toImage().cacheKey()}) == 3
    assert off != on
    bare = CheckBox(name="Done")
    qtbot.addWidget(bare)
    assert bare.accessibleName() == "Done"
    assert bare.sizeHint().height() == 32
    assert not bare.grab().isNull()


def test_search(qtbot: QtBot) -> None:
    field = SearchField("Search what you can open", keys="Ctrl K")
    qtbot.addWidget(field)
    field.show()
    assert field.accessibleName() == "Search what you can open"
    assert not field._clear.isVisible()
    qtbot.keyClicks(field, "evict")
    assert field._clear.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    qtbot.keyClicks(field, "rent")
    qtbot.mouseClick(field._clear, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    room = field.width() - field.textMargins().left() - field.textMargins().right() - 4
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= room


def test_password_is_never_in_normal_echo_by_itself(qtbot: QtBot) -> None:
    field = PasswordField(WORDS.get, name="Password (six words)")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "able acid rive")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert field.painted() == [
        ("dots", "•••"),
        ("gap", "  "),
        ("dots", "•••"),
        ("gap", "  "),
        ("letters", "rive"),
        ("hint", "r"),
    ]
    assert field.completed() == "able acid river"
    assert field.text() == "able acid rive"
    assert not field.grab().isNull()


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("ABOU river", "about river"),
        ("abo rive", "abo rive"),
        ("rivex able", "rivex able"),
        ("my own long sentence", "my own long sentence"),
        ("", ""),
        ("  rive   able ", "river able"),
    ],
)
def test_password_completion(qtbot: QtBot, typed: str, whole: str) -> None:
    field = PasswordField(WORDS.get)
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.completed() == whole


def test_other_passwords_stay_dots(qtbot: QtBot) -> None:
    field = PasswordField(WORDS.get)
    qtbot.addWidget(field)
    field.setText("Secret1 riv")
    assert [kind for kind, _text in field.painted()] == ["dots", "gap", "dots"]
    plain = PasswordField()
    qtbot.addWidget(plain)
    plain.setText("rive")
    assert plain.painted() == [("dots", "••••")]
    assert plain.completed() == "rive"


@pytest.mark.parametrize("rtl", [False, True])
def test_password_can_be_shown_and_hidden(qtbot: QtBot, qapp: QApplication, rtl: bool) -> None:
    way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    qapp.setLayoutDirection(way)
    field = PasswordField(WORDS.get)
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show()
    field.setText("able acid rive able acid rive able acid rive")
    field.selectAll()
    hidden = field.grab().toImage()
    qtbot.mouseClick(field._show, Qt.MouseButton.LeftButton)
    assert field.shown()
    assert field._show.accessibleName() == "Hide the password"
    assert field.grab().toImage() != hidden
    qtbot.mouseClick(field._show, Qt.MouseButton.LeftButton)
    assert not field.shown()
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    field.setCursorPosition(2)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    assert field.cursorPosition() == len(field.text())


def test_text_area_never_scrolls_sideways(qtbot: QtBot) -> None:
    area = TextArea("word " * 40, lines=2)
    qtbot.addWidget(area)
    area.resize(200, 60)
    area.show()
    assert not area.horizontalScrollBar().isVisible()


def test_words_beside_a_box_wrap_where_it_is_narrow(qtbot: QtBot) -> None:
    box = CheckBox("Show on the welcome page, for everyone who comes by")
    qtbot.addWidget(box)
    one_line = box.sizeHint()
    assert box.minimumSizeHint().width() < one_line.width()
    assert box.heightForWidth(one_line.width()) == one_line.height()
    assert box.heightForWidth(one_line.width() // 3) > one_line.height()
    box.resize(one_line.width() // 3, box.heightForWidth(one_line.width() // 3))
    box.show()
    picture = box.grab().toImage()
    paper = picture.pixelColor(0, box.height() - 1)
    last = range(box.height() - 20, box.height() - 4)
    assert any(picture.pixelColor(x, y) != paper for x in range(40, box.width()) for y in last)
    short = CheckBox("Free")
    qtbot.addWidget(short)
    assert short.minimumSizeHint() == short.sizeHint()


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_text_area_never_moves_sideways(
    qtbot: QtBot, qapp: QApplication, way: Qt.LayoutDirection
) -> None:
    """A space over the end of a line counts as width; the first letters stay in view."""
    area = TextArea("How are you, and is there something you would like time for? " * 2)
    area.setLayoutDirection(way)
    qtbot.addWidget(area)
    area.resize(500, 120)
    area.show()
    bar, wider = area.horizontalScrollBar(), 0
    for width in (*range(500, 200, -7), *range(200, 500, 7)):
        area.resize(width, 120)
        qapp.processEvents()
        wider = max(wider, bar.maximum())
        begins = bar.maximum() if way == Qt.LayoutDirection.RightToLeft else 0
        assert bar.value() == begins
        bar.setValue(bar.maximum() - begins)
        assert bar.value() == begins
    assert wider > 0, "or nothing was tried"


def test_a_text_grows_with_the_lines_its_words_wrap_into(qtbot: QtBot) -> None:
    window, area = QWidget(), TextArea("Words that wrap. " * 12, lines=2, most=12)
    qtbot.addWidget(window)
    box = Column(window)
    box.addWidget(area)
    box.addStretch(1)
    window.resize(700, 500)
    window.show()
    for width in (700, 300, 700):
        window.resize(width, 500)
        for _ in range(4):
            QApplication.processEvents()
        assert area.verticalScrollBar().maximum() == 0, width
        assert area.height() == area.sizeHint().height()
    assert area.blockCount() == 1
