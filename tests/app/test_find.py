"""Ctrl+K, typed and steered by keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.app.find.panel import MOST, Command, FindPanel
from peerdesk.core.ids import new_uid
from peerdesk.ui import theme
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.room import FoundItem

# Qt's offscreen screen says this of every window; it means nothing.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Make = Callable[..., FindPanel]


def item(title: str, kind: str, names: bool = False) -> FoundItem:
    return FoundItem(title, f"{kind} detail", "person", "group", kind, new_uid(), names=names)


NOTES = [item("After tonight", "note")]
PEOPLE = [item("Ana", "person", names=True), item("Anders", "person", names=True)]
SERVICES = [item(f"Anchor {n}", "service") for n in range(20)]
OTHER = [item("Breathing card", "handout")]


def among(items: list[FoundItem]) -> Callable[[str], list[FoundItem]]:
    return lambda typed: [i for i in items if typed.lower() in i.title.lower()]


@pytest.fixture
def names(qapp: QApplication) -> Iterator[NamesCurtain]:
    del qapp
    made = NamesCurtain(shared=True)
    yield made
    made.deleteLater()


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def make(qtbot: QtBot, names: NamesCurtain, done: list[str]) -> Make:
    windows = []

    def build(*more: Callable[[str], list[FoundItem]], curtain: bool = True) -> FindPanel:
        window = QWidget()
        windows.append(window)
        window.field = QLineEdit(window)  # type: ignore[attr-defined]
        window.resize(1000, 700)
        qtbot.addWidget(window)
        panel = FindPanel(
            window,
            [among(NOTES), among(SERVICES), among(PEOPLE), among(OTHER), *more],
            commands=[
                Command("Go to Today", lambda: done.append("today"), "home", "Ctrl+1"),
                Command("Lock", lambda: done.append("lock"), "lock", "Ctrl+L", also="leave quit"),
            ],
            names=names if curtain else None,
        )
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.field.setFocus()  # type: ignore[attr-defined]
        panel.start()
        return panel

    return build


def titles(panel: FindPanel) -> list[str]:
    return [panel.results.title_of(e) for e in panel.results.entries()]


def test_what_belongs_to_a_meeting_stands_among_meetings(make: Make) -> None:
    panel = make(among([item("Who is here", "attendance"), item("For whom", "meeting")]))
    panel.search.setText("who")
    model = panel.results.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "Meetings",
        "Who is here",
        "For whom",
    ]


def test_what_begins_as_it_was_typed_comes_first(make: Make) -> None:
    panel = make(among([item("The Loch Ness walk", "service")]))
    panel.search.setText("lo")
    assert titles(panel) == ["Lock", "The Loch Ness walk"]
    panel.search.setText("the")
    assert titles(panel)[0] == "The Loch Ness walk"


def test_it_starts_with_what_can_be_done(make: Make) -> None:
    panel = make()
    assert panel.search.hasFocus()
    assert titles(panel) == ["Go to Today", "Lock"]
    assert panel.accessibleName() == "Find"
    assert panel.search.accessibleName()
    assert panel.results.accessibleName()


def test_groups_stand_in_one_order_and_are_short(make: Make, qtbot: QtBot) -> None:
    panel = make()
    qtbot.keyClicks(panel.search, "an")
    model = panel.results.model()
    shown = [str(model.index(r, 0).data()) for r in range(model.rowCount())]
    assert shown[:3] == ["People", "A.", "A."]
    assert shown[3] == "Local help"
    assert len([s for s in shown if s.startswith("Anchor")]) == MOST
    panel.search.setText("after")
    assert titles(panel) == ["After tonight"]
    panel.search.setText("card")
    assert titles(panel) == ["Breathing card"]


def test_names_are_initials_until_opened(make: Make, names: NamesCurtain, qtbot: QtBot) -> None:
    panel = make()
    qtbot.keyClicks(panel.search, "and")
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert titles(panel) == ["A."]
    assert panel.results.currentIndex().data(spoken) == "A., person detail, People"
    names.open()
    assert titles(panel) == ["Anders"]
    assert panel.results.currentIndex().data(spoken) == "Anders, person detail, People"
    panel.dismiss()
    names.close()


def test_without_a_curtain_names_are_names(make: Make) -> None:
    panel = make(curtain=False)
    panel.search.setText("and")
    assert titles(panel) == ["Anders"]


def test_arrows_move_past_titles_and_enter_opens(make: Make, qtbot: QtBot) -> None:
    panel = make()
    qtbot.keyClicks(panel.search, "an")
    assert panel.results.current() == PEOPLE[0]
    for _ in range(2):
        qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.results.current() == SERVICES[0]
    qtbot.keyClick(panel.search, Qt.Key.Key_Up)
    assert panel.results.current() == PEOPLE[1]
    qtbot.keyClick(panel.search, Qt.Key.Key_PageUp)
    assert panel.results.current() == PEOPLE[0]
    for _ in range(3):
        qtbot.keyClick(panel.search, Qt.Key.Key_PageDown)
    assert panel.results.current() == SERVICES[MOST - 1]
    with qtbot.waitSignal(panel.chosen) as chosen, qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert chosen.args == [SERVICES[MOST - 1]]
    assert panel.isHidden()


def test_commands_answer_to_other_words_and_run(make: Make, qtbot: QtBot, done: list[str]) -> None:
    panel = make()
    qtbot.keyClicks(panel.search, "lea")
    assert titles(panel) == ["Lock"]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert panel.results.currentIndex().data(spoken) == "Lock, Ctrl+L, Go to, and do"
    qtbot.keyClick(panel.search, Qt.Key.Key_Enter)
    assert done == ["lock"]


def test_escape_and_a_click_outside_give_the_keyboard_back(make: Make, qtbot: QtBot) -> None:
    panel = make()
    field = panel.parentWidget().findChild(QLineEdit)
    assert field is not None
    assert not field.isEnabled()
    qtbot.keyClicks(panel.search, "an")
    panel.start()
    assert panel.search.selectedText() == "an"
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert field.isEnabled()
    assert field.hasFocus()
    panel.start()
    assert panel.search.text() == ""
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel.card.geometry().center())
    assert panel.isVisible()
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert panel.isHidden()
    panel.dismiss()
    panel.start()
    field.hide()
    panel.results.setFocus()
    qtbot.keyClick(panel.results, Qt.Key.Key_A)
    assert panel.isVisible()
    qtbot.keyClick(panel.results, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_tab_stays_inside(make: Make, qtbot: QtBot) -> None:
    panel = make()
    qtbot.keyClick(panel.search, Qt.Key.Key_Tab)
    assert panel.results.hasFocus()
    qtbot.keyClick(panel.results, Qt.Key.Key_Tab)
    assert panel.search.hasFocus()
    panel.search.setText("xyzzy")
    qtbot.keyClick(panel.search, Qt.Key.Key_Tab)
    assert panel.search.hasFocus()


def test_a_click_or_enter_in_the_list_opens(make: Make, qtbot: QtBot) -> None:
    panel = make()
    panel.search.setText("after")
    index = panel.results.currentIndex()
    where = panel.results.visualRect(index).center()
    with qtbot.waitSignal(panel.chosen):
        qtbot.mouseClick(panel.results.viewport(), Qt.MouseButton.LeftButton, pos=where)
    panel.start()
    panel.search.setText("after")
    with qtbot.waitSignal(panel.chosen):
        qtbot.keyClick(panel.results, Qt.Key.Key_Return)


def test_nothing_found_says_so(make: Make, qtbot: QtBot) -> None:
    panel = make()
    qtbot.keyClicks(panel.search, "xyzzy")
    assert panel.nothing.isVisible()
    assert "“xyzzy”" in panel.nothing.text()
    assert not panel.results.isVisible()
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.isVisible()


def test_with_nothing_to_do_it_asks_to_type(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)
    panel = FindPanel(window, [])
    panel.start()
    assert panel.nothing.text() == "Begin to type."


def test_a_slow_room_does_not_hold_up_the_others(make: Make, qtbot: QtBot) -> None:
    late = item("Anna late", "meeting")

    def slow(typed: str) -> list[FoundItem]:
        del typed
        end = time.monotonic() + 0.05
        while time.monotonic() < end:
            pass
        return []

    panel = make(slow, lambda _typed: [late])
    panel.search.setText("an")
    assert late not in panel.results.entries()
    assert PEOPLE[0] in panel.results.entries()
    qtbot.waitUntil(lambda: late in panel.results.entries())


def test_a_newer_word_makes_an_older_answer_void(make: Make) -> None:
    panel = make()
    panel.search.setText("an")
    older = panel._search
    assert older is not None
    panel.search.setText("after")
    panel._go_on(older)
    assert titles(panel) == ["After tonight"]


def test_it_answers_within_the_promise(make: Make) -> None:
    panel = make()
    took = []
    for typed in ("a", "an", "anc", "anch", "ancho") * 4:
        begun = time.perf_counter()
        panel.search.setText(typed)
        took.append(time.perf_counter() - begun)
    assert sorted(took)[len(took) // 2] < 0.03


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_its_window_in_every_size(
    make: Make, qapp: QApplication, way: Qt.LayoutDirection, scale: float
) -> None:
    try:
        theme.apply(qapp, "light", scale)
        panel = make()
        window = panel.parentWidget()
        window.setLayoutDirection(way)
        panel.search.setText("an")
        window.resize(900, 620)
        panel.restyle()
        assert panel.geometry() == window.rect()
        assert panel.rect().contains(panel.card.geometry())
        assert not window.grab().isNull()
    finally:
        theme.apply(qapp, "light", 1.0)
