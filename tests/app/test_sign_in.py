"""Signing in with real widgets: the right words, the wrong ones, a damaged key file, the waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from peerdesk.app.welcome import sign_in
from peerdesk.app.welcome.sign_in import Patience, SignInPanel
from peerdesk.core.clock import FixedClock
from peerdesk.features.keys.service import GroupPlan, KeysService, Made, SignedIn
from peerdesk.safe.kdf import Kdf
from peerdesk.safe.words import word_list
from peerdesk.store.workspace import Workspace, build

PASSWORD = " ".join(word_list()[:6])


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 16, 0), "Europe/London")


@pytest.fixture
def home(workspace: Path, clock: FixedClock) -> Workspace:
    with build(workspace, clock):
        pass
    return Workspace(workspace)


@pytest.fixture
def keys(home: Workspace, tiny_kdf: Kdf, clock: FixedClock) -> KeysService:
    return KeysService(home, tiny_kdf, clock)


@pytest.fixture
def made(keys: KeysService) -> Made:
    return keys.first_facilitator("Maria", PASSWORD, GroupPlan("Tuesday Circle"))


@pytest.fixture
def panel(
    qtbot: QtBot, keys: KeysService, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SignInPanel]:
    monkeypatch.setattr(sign_in, "warm_up", lambda: None)
    made = SignInPanel(keys.sign_in, clock)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close_jobs()


def type_in(qtbot: QtBot, panel: SignInPanel, name: str, password: str) -> None:
    for field, words in ((panel.name, name), (panel.password, password)):
        field.clear()
        qtbot.keyClicks(field, words)


def tried(qtbot: QtBot, panel: SignInPanel) -> None:
    qtbot.mouseClick(panel.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.busy())


def seconds_pass(panel: SignInPanel, count: int) -> None:
    for _ in range(count):
        panel._tick.timeout.emit()


def test_six_words_by_their_first_four_letters(
    qtbot: QtBot, panel: SignInPanel, made: Made
) -> None:
    type_in(qtbot, panel, "maria", " ".join(w[:4] for w in word_list()[:6]))
    with qtbot.waitSignal(panel.signed_in) as caught:
        qtbot.keyClick(panel.password, Qt.Key.Key_Return)
    assert caught.args[0].cabinets == made.signed_in.cabinets
    assert panel.password.text() == ""
    assert panel.password.echoMode() == QLineEdit.EchoMode.Password
    qtbot.waitUntil(lambda: not panel.busy())


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(("name", "password"), [("marta", PASSWORD), ("maria", "quite another")])
def test_a_miss_is_said_calmly(qtbot: QtBot, panel: SignInPanel, name: str, password: str) -> None:
    type_in(qtbot, panel, name, password)
    tried(qtbot, panel)
    said = panel.message.text()
    assert "do not open anything here" in said
    assert f"“{name}”" in said
    assert "Caps Lock is on" not in said
    assert panel.name.text() == name
    assert panel.password.selectedText() == panel.password.text() != ""
    assert not panel.open_button.isEnabled()
    assert panel.open_button.text() == "Open in 1 s"
    seconds_pass(panel, 1)
    assert panel.open_button.isEnabled()
    assert panel.open_button.text() == "Open"


@pytest.mark.usefixtures("made")
def test_nothing_is_tried_while_waiting_and_never_more_than_eight_seconds(
    qtbot: QtBot, panel: SignInPanel
) -> None:
    waits = []
    type_in(qtbot, panel, "maria", "quite another")
    for _ in range(6):
        tried(qtbot, panel)
        waits.append(panel._left)
        qtbot.keyClick(panel.password, Qt.Key.Key_Return)
        assert not panel.busy()
        seconds_pass(panel, panel._left)
    assert waits == [1, 2, 4, 8, 8, 8]


def test_misses_are_forgotten_after_five_minutes(clock: FixedClock) -> None:
    patience = Patience(clock)
    assert [patience.miss() for _ in range(3)] == [1, 2, 4]
    clock.advance(minutes=4, seconds=59)
    assert patience.miss() == 8
    clock.advance(minutes=5)
    assert patience.miss() == 1
    clock.advance(hours=-2)  # somebody set the clock of the computer back
    assert patience.miss() == 1


@pytest.mark.usefixtures("made")
def test_a_damaged_key_file_is_named(qtbot: QtBot, panel: SignInPanel, home: Workspace) -> None:
    (file,) = home.drawers.glob("*.key")
    data = bytearray(file.read_bytes())
    data[70] ^= 8
    file.write_bytes(data)
    type_in(qtbot, panel, "maria", PASSWORD)
    tried(qtbot, panel)
    assert file.name in panel.message.text()
    assert "damaged" in panel.message.text()


def test_a_missing_drawer_is_no_miss(
    qtbot: QtBot, panel: SignInPanel, home: Workspace, made: Made
) -> None:
    home.drawer(made.signed_in.drawer_id).unlink()
    type_in(qtbot, panel, "maria", PASSWORD)
    tried(qtbot, panel)
    assert "is not where it should be" in panel.message.text()
    assert "You typed" not in panel.message.text()
    assert panel.open_button.isEnabled()


def test_blank_fields_are_asked_for(qtbot: QtBot, panel: SignInPanel) -> None:
    qtbot.mouseClick(panel.open_button, Qt.MouseButton.LeftButton)
    assert panel.name_field.problem.text() == "Please type your sign-in name."
    qtbot.keyClicks(panel.name, "maria")
    assert panel.name_field.problem.text() == ""
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert panel.password_field.problem.text() == "Please type your password."
    assert not panel.busy()


def test_the_window_lives_while_a_key_is_derived(qtbot: QtBot, clock: FixedClock) -> None:
    go = threading.Event()
    asked: list[tuple[str, str]] = []

    signed = SignedIn("a", b"")

    def slow(name: str, password: str) -> SignedIn:
        asked.append((name, password))
        assert go.wait(10)
        return signed

    panel = SignInPanel(slow, clock)
    qtbot.addWidget(panel)
    panel.show()
    panel.name.setText("maria")
    panel.password.setText("words")
    panel.open()
    panel.open()
    assert panel.open_button.text() == "Opening…"
    assert not panel.open_button.isEnabled()
    assert panel.name.isReadOnly()
    with qtbot.waitSignal(panel.signed_in) as caught:
        go.set()
    assert caught.args == [signed]
    qtbot.waitUntil(lambda: not panel.busy())
    assert asked == [("maria", "words")]
    assert panel.open_button.text() == "Open"


@pytest.mark.usefixtures("made")
def test_caps_lock_is_noticed_by_the_letters_that_come(qtbot: QtBot, panel: SignInPanel) -> None:
    def press(key: Qt.Key, text: str, shift: bool = False) -> None:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, key, held, text)
        QCoreApplication.sendEvent(panel.password, event)

    press(Qt.Key.Key_Q, "Q", shift=True)
    press(Qt.Key.Key_1, "1")
    assert panel.caps_label.isHidden()
    press(Qt.Key.Key_Q, "Q")
    assert panel.caps_label.isVisible()
    panel.name.setText("maria")
    tried(qtbot, panel)
    assert "Caps Lock is on." in panel.message.text()
    assert panel.caps_label.isHidden()
    press(Qt.Key.Key_CapsLock, "")
    press(Qt.Key.Key_Q, "q")
    seconds_pass(panel, 1)
    tried(qtbot, panel)
    assert "Caps Lock is on." not in panel.message.text()


def test_the_first_key_imports_what_will_be_needed(
    qtbot: QtBot, panel: SignInPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(sign_in, "warm_up", lambda: calls.append("warm"))
    assert panel.warming is None
    qtbot.keyClicks(panel.name, "ma")
    assert panel.warming is not None
    panel.warming.join()
    assert calls == ["warm"]
    monkeypatch.undo()
    sign_in.warm_up()


def test_a_forgotten_password_and_a_place_of_ones_own(qtbot: QtBot, panel: SignInPanel) -> None:
    with qtbot.waitSignal(panel.forgot):
        qtbot.mouseClick(panel.forgot_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.own_place):
        qtbot.mouseClick(panel.own_button, Qt.MouseButton.LeftButton)


def test_places_of_ones_own_can_be_switched_off(qtbot: QtBot, clock: FixedClock) -> None:
    panel = SignInPanel(lambda _n, _p: SignedIn("", b""), clock, own_places=False)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.own_button.isVisible()
    assert panel.forgot_button.isVisible()


def test_where_nobody_can_sign_in_a_group_is_set_up(qtbot: QtBot, clock: FixedClock) -> None:
    panel = SignInPanel(lambda _n, _p: SignedIn("", b""), clock, can_sign_in=False)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.open_button.isVisible()
    with qtbot.waitSignal(panel.set_up):
        qtbot.mouseClick(panel.set_up_button, Qt.MouseButton.LeftButton)
