"""Sentences the program says, bars and frames."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import a11y, theme
from peerdesk.ui.widgets import (
    AgendaBar,
    AgendaPart,
    Button,
    Card,
    EmptyState,
    IconView,
    InlineMessage,
    Label,
    ListRow,
    PageHeader,
    ProgressLine,
    SearchField,
    Separator,
    Sidebar,
    UndoBar,
    undo_bar,
)


def test_inline_message(qtbot: QtBot) -> None:
    message = InlineMessage("Saved.", "done", action="Show")
    qtbot.addWidget(message)
    message.show()
    with qtbot.waitSignal(message.acted):
        qtbot.mouseClick(message.button, Qt.MouseButton.LeftButton)
    done = message.grab().toImage()
    message.say("The drive is full.", "problem")
    assert message.text() == message.accessibleName() == "The drive is full."
    assert message.button.isHidden()
    assert message.grab().toImage() != done
    message.clear()
    assert message.isHidden()


def test_undo_bar_undoes_once(qtbot: QtBot) -> None:
    bar, undone = UndoBar(), []
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.say("Ana was added.", lambda: undone.append(1))
    assert bar.text() == "Ana was added."
    assert bar.button.keys() == "Ctrl+Z"
    with qtbot.waitSignal(bar.undone):
        bar.button.click()
    assert undone == [1]
    assert bar.isHidden()
    bar.say("A sentence only.")
    assert bar.button.isHidden()
    bar.close_button.click()
    assert bar.isHidden()


def test_undo_bar_fades_but_waits_for_the_keyboard(qtbot: QtBot) -> None:
    bar = UndoBar(stays=10)
    qtbot.addWidget(bar)
    bar.say("Ana was added.", lambda: None)
    qtbot.waitExposed(bar)
    bar.activateWindow()
    bar.button.setFocus()
    qtbot.waitUntil(bar.button.hasFocus)
    bar._time_up()
    assert bar._timer.isActive()
    assert not bar.isHidden()
    bar.button.clearFocus()
    # The pointer of a machine without a screen rests at the corner, on this window.
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    qtbot.waitUntil(bar.isHidden)
    assert UndoBar.FADE == 400


def test_undo_bar_waits_until_the_mouse_rests(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = [QPoint(5, 5)]
    monkeypatch.setattr(undo_bar.QCursor, "pos", lambda: at[0])
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar.say("Ana was added.", lambda: None)
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    at[0] = QPoint(300, 629)
    bar._time_up()
    assert bar._timer.isActive(), "somebody is on the way to a button"
    assert bar._timer.interval() == UndoBar.RESTS
    bar._timer.stop()
    bar._time_up()
    assert not bar._timer.isActive()
    bar.say("Bo was added.", lambda: None)
    assert bar._timer.interval() == 10_000


def test_undo_bar_says_the_next_thing_while_fading(qtbot: QtBot) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar.say("One.", lambda: None)
    bar._time_up()
    bar.say("Two.", lambda: None)
    assert bar._timer.isActive()
    effect = bar.graphicsEffect()
    assert effect is not None
    assert not effect.isEnabled()
    assert not bar.isHidden()


def test_undo_bar_keeps_few_words_beside_its_buttons(qtbot: QtBot) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    for words in ("Added G.", "Changed light and dark for this computer", "Moved"):
        bar.say(words, lambda: None)
        wide = bar.line_width()
        bar.resize(wide, bar.heightForWidth(wide))
        QApplication.processEvents()
        assert not bar._box.turned(), words
        bar.restyle()
        assert bar._box.needs() <= bar.line_width(), words


def test_undo_bar_gives_its_width_to_the_words(qtbot: QtBot) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar.say("Changed light and dark for this computer", lambda: None)
    wide = bar.line_width()
    bar.resize(wide, bar.heightForWidth(wide))
    words = bar.words
    assert words.width() >= words.fontMetrics().horizontalAdvance(words.text())


def test_undo_bar_stands_its_words_over_its_buttons_where_it_is_narrow(qtbot: QtBot) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar.say("A saved search for everyone is there now", lambda: None)
    for width, over in ((260, True), (bar.line_width(), False), (260, True)):
        for _ in range(3):
            bar.resize(width, bar.heightForWidth(width))
            QApplication.processEvents()
        words, button = bar.words.geometry(), bar.button.geometry()
        assert (words.bottom() < button.top()) is over
        assert words.width() > 200
        assert bar.height() <= 110
        assert bar.rect().contains(button)
        assert not a11y.walk(bar)


def test_empty_state(qtbot: QtBot) -> None:
    empty = EmptyState("people", "Nobody here yet", "Add the first person.", "Add")
    qtbot.addWidget(empty)
    empty.resize(400, 400)
    empty.show()
    with qtbot.waitSignal(empty.acted):
        empty.button.click()
    assert a11y.walk(empty) == []
    empty.say("Nothing found")
    assert empty.title.text() == "Nothing found"
    assert empty.words.isHidden()
    assert empty.button.isHidden()


PARTS = [
    AgendaPart("Arrive, welcome", (5, 10)),
    AgendaPart("Check-in", (24,), strong=True),
    AgendaPart("Nothing", (0,)),
    AgendaPart("Close", (20,)),
]


@pytest.mark.parametrize("rtl", [False, True])
def test_agenda_bar(qtbot: QtBot, qapp: QApplication, rtl: bool) -> None:
    way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    qapp.setLayoutDirection(way)
    bar = AgendaBar(PARTS)
    qtbot.addWidget(bar)
    bar.resize(600, bar.sizeHint().height())
    assert "24 minutes: Check-in" in bar.accessibleDescription()
    assert "Nothing" not in bar.accessibleDescription()
    image = bar.grab().toImage()
    strong = theme.LIGHT.color("accent")
    xs = [x for x in range(image.width()) if image.pixelColor(x, 7) == strong]
    share = len(xs) / image.width()
    assert share == pytest.approx(24 / 59, abs=0.03)
    label = bar._labels[1]
    start = label.geometry().right() if rtl else label.x()
    assert abs(start - (max(xs) if rtl else min(xs))) <= 2
    bar.resize(90, bar.height())
    bar.grab()
    assert bar._labels[0].toolTip() == "Arrive, welcome"
    assert bar._labels[0].accessibleName() == "Arrive, welcome"
    bar.set_parts([])
    assert not bar.grab().isNull()


@pytest.mark.parametrize("rtl", [False, True])
def test_progress_line(qtbot: QtBot, qapp: QApplication, rtl: bool) -> None:
    way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    qapp.setLayoutDirection(way)
    line = ProgressLine(name="Import")
    qtbot.addWidget(line)
    line.resize(200, 10)
    line.set_share(0.25)
    image = line.grab().toImage()
    done = [image.pixelColor(x, 5).name() == theme.LIGHT.accent.lower() for x in (20, 180)]
    assert done == [not rtl, rtl]
    line.set_share(7)
    assert line.value() == line.maximum()
    line.setRange(0, 0)
    assert not line.grab().isNull()
    line.set_share(0.5)
    assert line.value() == 500


def header() -> PageHeader:
    made = PageHeader("Good afternoon, Maria", "Tuesday 24 November")
    made.add_start(Button("Back"))
    made.add(SearchField("Search what you can open", keys="Ctrl K"), Button("Show names"))
    return made


def test_header_moves_its_end_below_when_narrow(qtbot: QtBot, qapp: QApplication) -> None:
    made = header()
    qtbot.addWidget(made)
    made.resize(1000, 80)
    made.show()
    qtbot.waitExposed(made)
    qapp.processEvents()
    assert made._end.x() > made.title.width()
    assert a11y.walk(made) == []
    made.resize(500, 200)
    qapp.processEvents()
    assert made._end.y() >= made._start.geometry().bottom()
    assert a11y.walk(made) == []


def test_header_words_and_buttons_change(qtbot: QtBot) -> None:
    made = header()
    qtbot.addWidget(made)
    made.set_words("People")
    assert made.subtitle.isHidden()
    add = Button("Add", "primary")
    made.set_end([add])
    assert add.parentWidget() is made._end


def sidebar() -> Sidebar:
    made = Sidebar()
    made.set_group("Tuesday Circle", "Riverside Centre")
    made.add_room("today", "Today", "home")
    made.add_section("Only me")
    made.add_room("notes", "My notes", "pen", "3")
    made.add_crisis("Help right now")
    made.add_foot("lock", "Lock", "lock", "Ctrl+L")
    return made


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_sidebar(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, "light", scale)
    made = sidebar()
    qtbot.addWidget(made)
    made.resize(made.sizeHint().width(), 800)
    made.show()
    qtbot.waitExposed(made)
    qapp.processEvents()
    assert made.width() == round(216 * scale)
    assert a11y.walk(made) == []
    made.select("notes")
    assert made.entry("notes").isChecked()
    assert not made.entry("today").isChecked()
    with qtbot.waitSignal(made.went) as told:
        qtbot.keyClick(made.entry("lock"), Qt.Key.Key_Return)
    assert told.args == ["lock"]
    assert not made.grab().isNull()
    made.select("lock")
    assert made.entry("lock").isChecked()


@pytest.mark.parametrize("variant", ["plain", "crisis", "soft", "sunken", "clay"])
def test_cards_and_rows(qtbot: QtBot, variant: str) -> None:
    card = Card(variant)
    row = ListRow(Label("Ana"))
    row.add(IconView("home"))
    card.add(row, Separator(), ListRow(Label("Bo"), first=True))
    qtbot.addWidget(card)
    card.resize(300, 200)
    before = card.grab().toImage()
    card.set_variant("clay" if variant != "clay" else "plain")
    assert card.grab().toImage() != before
    assert isinstance(row, QWidget)
