"""The meeting's window: which face is shown when, what stays readable, and what is asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from peerdesk.app.tonight.code_dialog import CodeDialog
from peerdesk.app.tonight.window import TonightWindow
from peerdesk.features.tonight.facilitator import Facilitator
from peerdesk.features.tonight.service import TonightService
from peerdesk.safe.files import in_plain_words

NAMES = ("Ana", "Bo", "Priya", "letter")


@pytest.fixture
def window(qtbot, service: TonightService):
    made = TonightWindow(service)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.release()


def words(window: QWidget) -> str:
    """All that can be seen or heard."""
    shown = [w for w in window.findChildren(QWidget) if w.isVisible()]
    said = [w.text() for w in shown if isinstance(w, QLabel)]
    said += [w.toPlainText() for w in shown if hasattr(w, "toPlainText")]
    return " ".join([*said, *(w.accessibleName() for w in shown)])


def readable(window: QWidget) -> list[str]:
    return [name for name in NAMES if name in words(window)]


def test_leaving_the_computer_closes_names(window: TonightWindow) -> None:
    assert readable(window) == list(NAMES)
    closed: list[int] = []
    window.names_closed.connect(lambda: closed.append(1))
    window.close_names(strict=False)
    assert (window.current, window.names_open, closed) == ("room", False, [1])
    assert readable(window) == []
    window.close_names(strict=True)
    assert closed == [1]


def test_the_code_brings_them_back(window: TonightWindow) -> None:
    window.close_names(strict=True)
    opened: list[int] = []
    window.names_opened.connect(lambda: opened.append(1))
    window.show_names.click()
    assert window.current == "code"
    QTest.keyClicks(window.code.code, "13x57")
    QTest.keyClick(window.code.code, Qt.Key.Key_Return)
    assert "not tonight's code" in window.code.message.text()
    assert not window.names_open
    QTest.keyClicks(window.code.code, "2468")
    window.code.show_button.click()
    assert (window.current, window.names_open, opened) == ("facilitator", True, [1])
    assert readable(window) == list(NAMES)


def test_after_five_others_only_signing_in_helps(window: TonightWindow) -> None:
    window.close_names(strict=True)
    window.ask_code()
    for _try in range(5):
        assert window.code.show_button.isVisible()
        window.code.code.setText("0000")
        window.code.show_button.click()
    assert not window.code.show_button.isVisible()
    assert not window.code.field.isVisible()
    assert "can sign in" in words(window.code)
    asked: list[int] = []
    window.sign_in.connect(lambda: asked.append(1))
    window.code.sign_in_button.click()
    assert asked == [1]


def test_too_few_digits_are_no_try(window: TonightWindow, service: TonightService) -> None:
    window.close_names(strict=True)
    window.ask_code()
    for _try in range(9):
        window.code.code.setText("246")
        window.code.show_button.click()
    assert "four digits" in window.code.message.text()
    assert service.has_code
    QTest.keyClick(window.code, Qt.Key.Key_Escape)
    assert window.current == "room"


@pytest.mark.parametrize("face", ["door", "help"])
def test_door_and_help_stay_without_names(window: TonightWindow, face: str) -> None:
    window.asked(face)
    window.close_names(strict=False)
    assert window.current == face
    assert readable(window) == []
    window.asked("facilitator")
    assert window.current == "room", "back to the meeting, not to the code"
    window.asked("facilitator")
    assert window.current == "code"


@pytest.mark.parametrize("face", ["door", "help"])
def test_hide_leaves_nothing_but_the_room(window: TonightWindow, face: str) -> None:
    window.asked(face)
    window.close_names(strict=True)
    assert window.current == "room"


def test_the_room_goes_on_without_names(window: TonightWindow, service: TonightService) -> None:
    window.close_names(strict=True)
    first = service.state().speaker
    QTest.keyClick(window, Qt.Key.Key_Space)
    second = service.state().speaker
    assert first is not None
    assert second is not None
    assert first.uid != second.uid
    QTest.keyClick(window, Qt.Key.Key_Z)
    assert service.state().speaker == first
    QTest.keyClick(window, Qt.Key.Key_F2)
    assert window.current == "code"


def test_ctrl_l_closes_names(window: TonightWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not window.names_open


def test_f11_fills_the_screen(window: TonightWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


@pytest.mark.parametrize(("answer", "moved"), [("count", 0), ("stand", 12 * 60_000)])
def test_minutes_that_passed(
    window: TonightWindow, service: TonightService, clock, answer: str, moved: int
) -> None:
    before = service.state().item_remaining_ms
    clock.advance(minutes=12)
    window.ask_gap(12 * 60_000)
    assert window.asks_gap
    assert "12 minutes passed" in words(window)
    assert window._page is not None
    window._page.buttons[answer].click()
    assert not window.asks_gap
    assert window.current == "facilitator"
    assert service.state().item_remaining_ms == before - 12 * 60_000 + moved


def test_a_gap_is_asked_again_when_names_close_over_it(window: TonightWindow) -> None:
    window.ask_gap(3 * 60_000)
    window.ask_gap(60_000)
    window.close_names(strict=True)
    assert "3 minutes passed" in words(window)
    assert window._page is not None
    window._page.buttons["count"].click()
    assert "1 minute" in words(window)
    assert window._page is not None
    window._page.buttons["stand"].click()
    assert window.current == "room"


def test_ending_asks_first(window: TonightWindow, service: TonightService) -> None:
    ended: list[int] = []
    window.ended.connect(lambda: ended.append(1))
    window.asked("end")
    assert "Sign in next" in words(window)
    assert window._page is not None
    QTest.keyClick(window._page, Qt.Key.Key_Escape)
    assert (window.current, ended) == ("facilitator", [])
    window.asked("end")
    assert window._page is not None
    window._page.buttons["end"].click()
    assert ended == [1]
    assert service.state().ended


def test_signing_in_from_the_end_lets_it_run(window: TonightWindow, service) -> None:
    asked: list[int] = []
    window.sign_in.connect(lambda: asked.append(1))
    window.asked("end")
    assert window._page is not None
    window._page.buttons["sign in"].click()
    assert asked == [1]
    assert not service.state().ended


def test_closing_the_window_asks_too(window: TonightWindow) -> None:
    left: list[int] = []
    window.left.connect(lambda: left.append(1))
    assert not window.close()
    assert "still running" in words(window)
    assert window._page is not None
    window._page.buttons["back"].click()
    assert window.current == "facilitator"
    assert not window.close()
    assert window._page is not None
    window._page.buttons["leave"].click()
    assert left == [1]
    assert window.close()


def test_a_full_disk_is_said_and_nothing_ends(
    window: TonightWindow, service: TonightService, monkeypatch, tmp_path
) -> None:
    def full(*_values: object) -> None:
        raise in_plain_words(OSError(28, "full"), tmp_path / "t.safe")

    monkeypatch.setattr(service, "end", full)
    monkeypatch.setattr(service, "gap", full)
    window.asked("end")
    assert window._page is not None
    window._page.buttons["end"].click()
    assert "no room left" in window.message.text()
    window.ask_gap(90_000)
    assert window._page is not None
    window._page.buttons["count"].click()
    assert window.asks_gap
    monkeypatch.setattr(service, "try_code", full)
    window.close_names(strict=True)
    window.ask_code()
    window.code.code.setText("2468")
    window.code.show_button.click()
    assert "no room left" in window.code.message.text()
    assert not window.names_open


def test_only_the_door_was_used(qtbot, sheet, clock) -> None:
    """Ending counts who came, though no item was begun."""
    service = TonightService(sheet, clock)
    service.here("a1")
    window = TonightWindow(service, "door")
    qtbot.addWidget(window)
    window.ask_end()
    assert window._page is not None
    window._page.buttons["end"].click()
    assert service.state().ended
    assert service.result().head_count == 1
    window.release()


@pytest.mark.parametrize("face", ["facilitator", "room"])
def test_space_alone_never_ends_a_meeting(
    window: TonightWindow, service: TonightService, qtbot, face: str
) -> None:
    ended: list[bool] = []
    window.ended.connect(lambda: ended.append(True))
    window.show_face(face)
    for _press in range(60):
        pressed = QApplication.focusWidget()
        assert pressed is not None
        QTest.keyClick(pressed, Qt.Key.Key_Space)
    assert service.state().current is None
    assert not service.state().ended
    window.ask_end()
    page = window._page
    assert page is not None
    for key, held in (
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(page.buttons["back"], key, held)
        assert not ended
    QTest.keyClick(page.buttons["back"], Qt.Key.Key_E)
    assert ended == [True]
    assert service.state().ended


def test_behind_another_window_nothing_ticks(window: TonightWindow, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(TonightWindow, "raise_", lambda _self: None)  # not without a screen
    assert window.tick.timer.isActive()
    window.step_behind()
    assert not window.tick.timer.isActive()
    window.close_names(strict=False)
    assert not window.tick.timer.isActive()
    with qtbot.waitSignal(window.painted):
        window.show_again()
    assert window.isVisible()
    assert window.tick.timer.isActive()


def test_words_half_written_are_kept_when_names_close(
    window: TonightWindow, service: TonightService
) -> None:
    face = window.face("facilitator")
    kept: list[int] = []
    face.flush = lambda: kept.append(1)  # type: ignore[method-assign]
    window.close_names(strict=True)
    assert kept == [1]
    assert window.keep_words()


def test_words_that_cannot_be_kept_stay(window: TonightWindow, tmp_path) -> None:
    face = window.face("facilitator")

    def full() -> None:
        raise in_plain_words(OSError(28, "full"), tmp_path / "t.safe")

    face.flush = full  # type: ignore[method-assign]
    window.close_names(strict=True)
    assert not window.keep_words()
    assert window.face("facilitator") is face


@pytest.mark.parametrize("answer", ["end", "leave"])
def test_words_that_cannot_be_kept_are_not_lost_unasked(
    window: TonightWindow, service: TonightService, answer: str
) -> None:
    over: list[str] = []
    window.ended.connect(lambda: over.append("end"))
    window.left.connect(lambda: over.append("leave"))
    service.start()
    window.tick.now()
    face = window.face("facilitator")
    assert isinstance(face, Facilitator)
    face.came_up.area.setPlainText("much " * 1000)
    for times in (0, 1):
        assert not window.close()
        assert window._page is not None
        window._page.buttons[answer].click()
        assert len(over) == times
        if not times:
            assert "not kept yet" in window.message.text()
            assert window.current == "facilitator"
            assert not service.state().ended
    assert over == [answer]


def held(window: QWidget) -> str:
    """All that stands in a widget, seen or not: a screen reader could be led there."""
    every = window.findChildren(QWidget)
    said = [w.text() for w in every if hasattr(w, "text") and callable(w.text)]
    said += [w.toPlainText() for w in every if hasattr(w, "toPlainText")]
    said += [w.toolTip() for w in every]
    return " ".join([*said, *(w.accessibleName() for w in every)])


def test_nothing_out_of_sight_holds_a_name(window: TonightWindow, qtbot) -> None:
    face = window.face("facilitator")
    assert isinstance(face, Facilitator)
    face.people.start_typing()
    QTest.keyClicks(face.people.field, "wil")
    assert "Wil" in held(window)
    window.close_names(strict=False)
    window.show_face("door")
    window.show_face("help")
    qtbot.waitUntil(lambda: not [n for n in (*NAMES, "Wil") if n in held(window)])
    assert not window.findChildren(Facilitator)


@pytest.mark.qt_log_ignore("plugin does not support")
def test_a_code_that_is_just_chosen_goes_with_the_names(
    window: TonightWindow, service: TonightService
) -> None:
    """Who comes next must not choose the code that opens the names."""
    dialog = CodeDialog(window, again=True)
    dialog.accepted.connect(lambda: service.set_code(dialog.code))
    dialog.open()
    menu = QMenu(window)
    menu.addAction("Is not here")
    menu.popup(window.mapToGlobal(window.rect().center()))
    window.close_names(strict=False)
    assert not dialog.isVisible()
    assert not menu.isVisible()
    assert service.try_code("2468"), "no other code was chosen"


def test_words_that_stay_are_all_that_stays(
    window: TonightWindow, service: TonightService, monkeypatch, tmp_path
) -> None:
    """A full disk: the words wait; and when they are kept at last, a name is still left out."""
    face = window.face("facilitator")
    assert isinstance(face, Facilitator)
    face.came_up.area.setPlainText("Bo slept")

    def full(_words: str) -> None:
        raise in_plain_words(OSError(28, "full"), tmp_path / "t.safe")

    with monkeypatch.context() as patch:
        patch.setattr(service, "set_words", full)
        window.close_names(strict=True)
    assert window.face("facilitator") is face
    assert "Bo slept" in face.unsaved()
    assert not [row for row in face.people.rows if row != "+"]
    assert window.keep_words()
    assert service.state().words == "someone slept"
