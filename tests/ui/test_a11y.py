"""The walker finds what is wrong, and is silent about what is right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from peerdesk.ui import a11y
from peerdesk.ui.widgets import (
    Button,
    CheckBox,
    Column,
    ComboBox,
    DateEdit,
    Field,
    Label,
    LineEdit,
    Paragraph,
    PasswordField,
    ScrollColumn,
    SearchField,
    Segmented,
    SpinBox,
    TextArea,
)


def window(qtbot: QtBot, *widgets: QWidget, size: QSize | None = None) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    for widget in widgets:
        box.addWidget(widget)
    qtbot.addWidget(made)
    made.resize(size or QSize(600, 500))
    made.show()
    qtbot.waitExposed(made)
    return made


def kinds(top: QWidget) -> set[str]:
    return {p.kind for p in a11y.walk(top)}


def test_a_good_form_has_no_problems(qtbot: QtBot) -> None:
    column = ScrollColumn()
    column.add(
        Field("Name", LineEdit(), "Only this is needed."),
        Field("Role", ComboBox(["Member", "Facilitator"])),
        Field("Minutes", SpinBox(0, 90, 30)),
        Field("Day", DateEdit()),
        Field("Password (six words)", PasswordField()),
        Field("Notes", TextArea()),
        CheckBox("Every week"),
        Segmented(["me", "Dev"], name="Who"),
        SearchField("Search"),
        Button("Add", "primary"),
        Paragraph("A longer sentence. " * 20),
    )
    assert a11y.walk(window(qtbot, column)) == []


def test_no_name_and_no_label(qtbot: QtBot) -> None:
    combo = QComboBox()
    combo.addItem("Member")
    combo.setMinimumHeight(40)
    assert {"name", "label"} <= kinds(window(qtbot, combo))
    nameless = QPushButton("")
    nameless.setMinimumHeight(40)
    assert "name" in kinds(window(qtbot, nameless))


def test_no_role(qtbot: QtBot) -> None:
    painted = QWidget()
    painted.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    painted.setMinimumSize(50, 50)
    assert "role" in kinds(window(qtbot, painted))


def test_not_reached_by_tab_and_too_small(qtbot: QtBot) -> None:
    button = QPushButton("Add")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setFixedHeight(20)
    assert {"tab", "small"} <= kinds(window(qtbot, button))


def test_tab_that_jumps_back(qtbot: QtBot) -> None:
    row = QWidget()
    box = QHBoxLayout(row)
    first, second, third = Button("One"), Button("Two"), Button("Three")
    for button in (first, second, third):
        box.addWidget(button)
    top = window(qtbot, row)
    assert "order" not in kinds(top)
    QWidget.setTabOrder(second, first)
    assert a11y.tab_stops(top) == [second, first, third]
    assert "order" in kinds(top)


def test_reading_from_right_to_left_is_no_jump(qtbot: QtBot) -> None:
    row = QWidget()
    box = QHBoxLayout(row)
    for words in ("One", "Two", "Three"):
        box.addWidget(Button(words))
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(row)
    row.show()
    assert a11y.walk(row) == []


def test_tab_that_jumps_up(qtbot: QtBot) -> None:
    first, second, third = Button("One"), Button("Two"), Button("Three")
    top = window(qtbot, first, second, third)
    QWidget.setTabOrder(second, first)
    assert "order" in kinds(top)


def test_clipped_words(qtbot: QtBot) -> None:
    label = QLabel("A sentence that is far too long")
    label.setFixedWidth(40)
    assert "clipped" in kinds(window(qtbot, label))
    label.setToolTip(label.text())
    assert "clipped" not in kinds(label.window())
    button = Button("A button with long words")
    button.setFixedWidth(50)
    assert "clipped" in kinds(window(qtbot, button))
    wrapped = Paragraph("Some words that need several lines here. " * 3)
    wrapped.setFixedSize(120, 25)
    assert "clipped" in kinds(window(qtbot, wrapped))
    field = QLineEdit()
    field.setPlaceholderText("A very long placeholder")
    field.setFixedSize(60, 40)
    assert "clipped" in kinds(window(qtbot, field))


def test_outside_and_overlap(qtbot: QtBot) -> None:
    inner = QWidget()
    inner.setFixedSize(100, 100)
    stray = Button("Stray", parent=inner)
    stray.setGeometry(60, 60, 90, 40)
    assert "outside" in kinds(window(qtbot, inner))
    one, two = Button("One"), Button("Two")
    top = window(qtbot, one, two)
    two.setGeometry(one.geometry().translated(10, 10))
    assert "overlap" in kinds(top)


def test_scrolled_away_is_not_cut_off(qtbot: QtBot) -> None:
    column = ScrollColumn()
    for number in range(40):
        column.add(Button(f"Button {number}"))
    assert a11y.walk(window(qtbot, column, size=QSize(300, 200))) == []


def test_a_window_larger_than_the_screen(qtbot: QtBot) -> None:
    wide = Button("Wide")
    wide.setMinimumWidth(2000)
    top = window(qtbot, wide)
    found = a11y.walk(top, within=QSize(1280, 800))
    assert "window" in {p.kind for p in found}
    assert "needs" in str(next(p for p in found if p.kind == "window"))


def test_hidden_and_switched_off_controls_are_left_alone(qtbot: QtBot) -> None:
    hidden, off = QLineEdit(), QLineEdit()
    hidden.hide()
    off.setEnabled(False)
    assert a11y.walk(window(qtbot, hidden, off)) == []


def test_a_long_folder_may_break_between_its_parts(qtbot: QtBot) -> None:
    for gap, said in (("\u200b", []), ("", ["clipped"])):
        host = QWidget()
        qtbot.addWidget(host)
        label = Label(("/folder" + gap) * 12, wrap=True)
        Column(host).add(label)
        host.show()
        found = a11y.walk(host, QSize(200, 300))
        assert [problem.kind for problem in found] == said
