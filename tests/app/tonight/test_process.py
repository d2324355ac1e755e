"""The meeting's process: what it opens, when names close, what it asks, and how it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWindow

from peerdesk.app.arguments import parser
from peerdesk.app.platform.base import System
from peerdesk.app.tonight import process as module
from peerdesk.app.tonight.code_dialog import CodeDialog
from peerdesk.app.tonight.process import TonightDesk, idle_minutes, liked
from peerdesk.app.tonight.window import TonightWindow
from peerdesk.core.clock import FixedClock, SteadyClock
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.safe.carried import pack, unpack
from peerdesk.safe.files import in_plain_words
from peerdesk.store.connection import Damaged
from peerdesk.store.glance import Glance
from peerdesk.store.tonight import open_tonight
from peerdesk.ui import theme
from tests.features.tonight.conftest import plan_of

KEY, FILE = bytes(range(32)), "ab" * 16
SECOND = 1_000_000_000
BOX = b"w" * 60


class Hands:
    """Two clocks, moved by hand."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_795_545_000 * SECOND, 5 * SECOND

    def passes(self, seconds: int) -> None:
        self.wall += seconds * SECOND
        self.steady += seconds * SECOND

    def sleeps(self, seconds: int) -> None:
        self.wall += seconds * SECOND


class Computer(System):
    """Tells what the test wants."""

    def __init__(self) -> None:
        self.tell: Callable[[str], None] | None = None
        self.awake = 1_000_000

    def watch(self, tell) -> None:
        self.tell = tell

    def stop(self) -> None:
        self.tell = None

    def awake_ms(self) -> int:
        return self.awake


class Child(QObject):
    """A main window that is played."""

    greeted = Signal()
    back = Signal(bool, bytes)
    ended = Signal()
    made: list[Child] = []

    def __init__(self, command, arguments, carried, parent) -> None:
        super().__init__(parent)
        self.command, self.arguments, self.carried = command, arguments, carried
        self.answers = 0
        Child.made.append(self)

    def answer(self) -> None:
        self.answers += 1


class Ended(Exception):
    """The process would be gone now."""


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def computer(monkeypatch) -> Computer:
    made = Computer()
    monkeypatch.setattr(TonightDesk, "system", made)
    return made


class Seat:
    """Starts the process on ``workspace`` and says what it did."""

    def __init__(self, qapp, qtbot, monkeypatch, workspace: Path, hands: Hands) -> None:
        self.workspace = workspace
        self._parts = qapp, qtbot
        self.given = KEY + pack([BOX])
        self.relaunched: list[tuple[list[str], bytes]] = []
        self.desk: TonightDesk | None = None
        self.greeted = 0
        Child.made.clear()
        monkeypatch.setattr(module, "take_carried", self._take)
        monkeypatch.setattr(module, "relaunch", self._relaunch)
        monkeypatch.setattr(module, "greet", self._greet)
        monkeypatch.setattr("peerdesk.safe.process.keys_held", lambda: True)
        monkeypatch.setattr("peerdesk.app.tonight.pipe.MainChild", Child)
        monkeypatch.setattr(TonightWindow, "raise_", lambda _self: None)
        monkeypatch.setattr(TonightDesk, "end_process", self._end)
        steady = SteadyClock("UTC", lambda: hands.wall, lambda: hands.steady)
        monkeypatch.setattr(module, "SteadyClock", lambda _zone: steady)

    def make_sheet(self, *, started: bool = True, stand_in: bool = False) -> Path:
        path = self.workspace / "tonight" / f"{FILE}.safe"
        path.parent.mkdir(parents=True)
        clock = FixedClock(module_time())
        plan = plan_of(stand_in=stand_in, people=() if stand_in else plan_of().people)
        uid = bytes.fromhex(FILE)
        place = new_sheet(path, KEY, plan, clock, sheet_uid=uid, code="2468")
        if started:
            TonightService(place, clock).start()
        place.close()
        return path

    def __call__(self, *more: str) -> TonightDesk:
        qapp, qtbot = self._parts
        argv = ["--tonight", FILE, "--workspace", str(self.workspace), "--greet", "--carry", *more]
        self.desk = TonightDesk(qapp, parser().parse_args(argv), ["peerdesk"])
        assert self.desk.start()
        desk = self.desk
        qtbot.waitUntil(lambda: desk._settled)
        return desk

    def leave(self) -> None:
        desk = self.desk
        if desk is not None and desk.window is not None:
            desk._put_away()
            desk.window._leaving = True
            desk.window.close()
            desk.window.deleteLater()
            desk.deleteLater()
            self.desk = None

    def _take(self, most: int) -> bytes:
        taken, self.given = self.given[:most], self.given[most:]
        return taken

    def _relaunch(self, _command, arguments, carried, patience) -> None:
        assert patience > 0
        self.relaunched.append((arguments, carried))

    def _greet(self) -> None:
        self.greeted += 1

    def _end(self) -> None:
        self.relaunched.append((["gone"], b""))


def module_time():
    from datetime import UTC, datetime

    return datetime.fromtimestamp(1_795_545_000, UTC).replace(tzinfo=None)


@pytest.fixture
def seat(qapp, qtbot, monkeypatch, tmp_path: Path, hands: Hands, computer) -> Iterator[Seat]:
    made = Seat(qapp, qtbot, monkeypatch, tmp_path / "w", hands)
    yield made
    made.leave()
    theme.apply(qapp)


def window_of(desk: TonightDesk) -> TonightWindow:
    assert desk.window is not None
    return desk.window


def service_of(desk: TonightDesk) -> TonightService:
    assert desk.service is not None
    return desk.service


# -- starting ------------------------------------------------------------------------------------


def test_it_takes_its_key_and_what_it_carries(seat: Seat) -> None:
    seat.make_sheet()
    desk = seat()
    window = window_of(desk)
    assert window.windowTitle() == "PeerDesk"
    assert (window.current, window.names_open) == ("facilitator", True)
    assert desk.carried == [BOX]
    assert seat.greeted == 1
    assert not seat.given
    assert not (seat.workspace / "shelf.db").exists(), "the shelf is read, never made"


def test_the_door_may_come_first_and_words_as_large_as_before(seat: Seat) -> None:
    seat.make_sheet()
    desk = seat("--face", "door", "--look=dark:150", "--window=900x600+10+10")
    assert window_of(desk).current == "door"
    large = theme.scale()
    window_of(desk).scaled.emit(1)
    larger = theme.scale()
    window_of(desk).scaled.emit(0)
    assert theme.scale() < large < larger


@pytest.mark.parametrize("words", ["", "dark", "pink:100", "dark:3", "dark:١٠٠", "dark:100:1"])
def test_a_look_nobody_knows_is_none(words: str) -> None:
    assert liked(words) is None


@pytest.mark.parametrize(("kept", "minutes"), [("", 3), ("7", 7), ("0", 3), ("99", 3), ("x", 3)])
def test_names_close_after_the_computers_minutes(kept: str, minutes: int) -> None:
    assert idle_minutes(Glance((), {"idle_minutes": kept})) == minutes


@pytest.mark.parametrize("given", [b"", KEY[:31]])
def test_without_a_key_there_is_nothing_to_show(seat: Seat, qapp, given: bytes) -> None:
    seat.make_sheet()
    seat.given = given
    options = parser().parse_args(["--tonight", FILE, "--workspace", str(seat.workspace)])
    desk = TonightDesk(qapp, options, None)
    assert not desk.start()
    desk.deleteLater()


def test_a_path_is_no_file_id(seat: Seat, qapp) -> None:
    options = parser().parse_args(["--tonight", "../x", "--workspace", str(seat.workspace)])
    desk = TonightDesk(qapp, options, None)
    assert not desk.start()
    desk.deleteLater()


def test_one_meeting_at_a_time(seat: Seat, qapp, monkeypatch) -> None:
    seat.make_sheet()
    desk = seat()
    seat.given = KEY
    options = parser().parse_args(["--tonight", FILE, "--workspace", str(seat.workspace)])
    second = TonightDesk(qapp, options, None)
    monkeypatch.setattr(second.instance, "take", lambda _ms: False)
    assert not second.start()
    second.deleteLater()
    window_of(desk).showMinimized()
    desk.come_forward()
    assert not window_of(desk).isMinimized()


@pytest.mark.parametrize("how", ["gone", "damaged", "another key"])
def test_a_sheet_that_does_not_open(seat: Seat, qapp, how: str) -> None:
    path = seat.make_sheet()
    if how == "gone":
        path.unlink()
    elif how == "damaged":
        path.write_bytes(bytes(4096))
    else:
        seat.given = bytes(32)
    options = parser().parse_args(["--tonight", FILE, "--workspace", str(seat.workspace)])
    desk = TonightDesk(qapp, options, None)
    with pytest.raises(Damaged):
        desk.start()
    desk.give_up()
    ((arguments, _carried), gone) = seat.relaunched
    assert "--tonight" not in arguments
    assert gone[0] == ["gone"]
    assert desk.instance.take(), "its lock is free again"
    desk.instance.release()
    desk.deleteLater()


# -- names ---------------------------------------------------------------------------------------


def test_left_alone_names_close_and_nothing_wakes(seat: Seat, computer: Computer) -> None:
    seat.make_sheet()
    desk = seat()
    watch = desk._watch
    assert watch is not None
    computer.awake += 3 * 60_000 - 1
    watch.look()
    assert window_of(desk).names_open
    computer.awake += 2
    watch.look()
    assert (window_of(desk).names_open, window_of(desk).current) == (False, "room")
    assert desk._watch is None
    window_of(desk).ask_code()
    window_of(desk).code.typed.emit("2468")
    assert desk._watch is not None


@pytest.mark.parametrize("reason", ["session", "sleep"])
def test_the_system_closes_names(seat: Seat, computer: Computer, reason: str) -> None:
    seat.make_sheet()
    desk = seat()
    window_of(desk).asked("help")
    assert computer.tell is not None
    computer.tell(reason)
    assert (window_of(desk).names_open, window_of(desk).current) == (False, "room")


def test_hide_closes_names(seat: Seat) -> None:
    seat.make_sheet()
    desk = seat()
    assert desk._watch is not None
    desk._watch.hide.emit()
    assert (window_of(desk).names_open, window_of(desk).current) == (False, "room")


# -- time ----------------------------------------------------------------------------------------


def test_a_power_cut_is_asked_about(seat: Seat, hands: Hands) -> None:
    seat.make_sheet()
    hands.passes(12 * 60)
    desk = seat()
    window = window_of(desk)
    assert window._page is not None
    assert window._page.accessibleName() == "12 minutes passed"
    desk._minute_passed()
    assert service_of(desk).left_over() == 12 * 60_000, "another cut does not lose the question"
    window._page.buttons["stand"].click()
    assert service_of(desk).state().item_remaining_ms == 5 * 60_000


def test_a_short_cut_is_not(seat: Seat, hands: Hands) -> None:
    seat.make_sheet()
    hands.passes(50)
    assert not window_of(seat()).asks_gap


@pytest.mark.parametrize(("answer", "left"), [("count", -5), ("stand", 4)])
def test_a_sleep_is_asked_about(seat: Seat, hands: Hands, answer: str, left: int) -> None:
    seat.make_sheet()
    desk = seat()
    hands.passes(60)
    assert service_of(desk).state().item_remaining_ms == 4 * 60_000
    hands.sleeps(9 * 60)
    window_of(desk).tick.now()
    window = window_of(desk)
    assert (window.asks_gap, window.names_open) == (True, False)
    assert desk.clock.gap_ms() == 0
    assert window._page is not None
    window._page.buttons[answer].click()
    assert service_of(desk).state().item_remaining_ms == left * 60_000


def test_a_sleep_in_a_break_is_none_of_our_business(seat: Seat, hands: Hands) -> None:
    seat.make_sheet()
    desk = seat()
    service_of(desk).break_()
    hands.sleeps(9 * 60)
    desk._minute_passed()
    assert not window_of(desk).asks_gap
    assert desk.clock.gap_ms() == 0


def test_a_minute_is_written_down(seat: Seat, hands: Hands, monkeypatch) -> None:
    seat.make_sheet()
    desk = seat()
    hands.passes(45)
    desk._beat.timeout.emit()
    assert desk.place is not None
    ((alive,),) = desk.place.rows("SELECT alive_at FROM sheet")
    assert alive == desk.clock.now_ms()

    def full() -> None:
        raise in_plain_words(OSError(28, "full"), seat.workspace)

    monkeypatch.setattr(service_of(desk), "beat", full)
    desk._beat.timeout.emit()
    assert "no room left" in window_of(desk).message.text()


# -- the main window -----------------------------------------------------------------------------


def test_signing_in_and_back_by_hand(seat: Seat, qtbot) -> None:
    seat.make_sheet()
    desk = seat()
    window = window_of(desk)
    window.close_names(strict=True)
    window.foot_sign_in.click()
    desk.sign_in()
    (child,) = Child.made
    assert "--beside" in child.arguments
    assert KEY.hex() not in " ".join(child.arguments)
    assert unpack(child.carried) == [BOX]
    assert window.isVisible(), "until the other one stands"
    child.greeted.emit()
    assert not window.isVisible()
    desk.come_forward()
    assert not window.isVisible(), "one window is enough"
    child.back.emit(True, b"")
    assert (window.isVisible(), window.names_open, window.current) == (True, True, "facilitator")
    qtbot.waitUntil(lambda: child.answers == 1)
    assert desk.carried == []
    child.ended.emit()
    assert desk.child is None
    assert child.answers == 1


@pytest.mark.parametrize("how", ["back", "ended"])
def test_nobody_knows_who_sits_there(seat: Seat, qtbot, how: str) -> None:
    seat.make_sheet()
    desk = seat()
    window = window_of(desk)
    desk.sign_in()
    (child,) = Child.made
    child.greeted.emit()
    if how == "back":
        child.back.emit(False, pack([BOX, BOX]))
        qtbot.waitUntil(lambda: child.answers == 1)
        assert desk.carried == [BOX, BOX]
    child.ended.emit()
    assert (window.isVisible(), window.names_open, window.current) == (True, False, "room")


def test_one_that_never_stood_changes_nothing(seat: Seat) -> None:
    seat.make_sheet()
    desk = seat()
    desk.sign_in()
    Child.made[0].ended.emit()
    assert window_of(desk).names_open
    assert window_of(desk).isVisible()
    desk.sign_in()
    assert len(Child.made) == 2


def test_one_that_cannot_be_started(seat: Seat, monkeypatch) -> None:
    def no(*_values: object) -> None:
        raise OSError

    seat.make_sheet()
    desk = seat()
    monkeypatch.setattr("peerdesk.app.tonight.pipe.MainChild", no)
    desk.sign_in()
    assert "The meeting goes on" in window_of(desk).message.text()


def test_after_five_tries_signing_in_gives_another_code(seat: Seat, qapp, monkeypatch) -> None:
    seat.make_sheet()
    desk = seat()
    service_of(desk).set_code("")
    window_of(desk).close_names(strict=True)
    desk.sign_in()
    Child.made[0].greeted.emit()
    Child.made[0].back.emit(True, b"")
    (dialog,) = window_of(desk).findChildren(CodeDialog)
    dialog.digits.setText("9876")
    dialog.go.click()
    assert service_of(desk).try_code("9876")

    def full(_code: str) -> None:
        raise in_plain_words(OSError(28, "full"), seat.workspace)

    monkeypatch.setattr(service_of(desk), "set_code", full)
    desk._code_chosen("1111")
    assert "no room left" in window_of(desk).message.text()


# -- ending --------------------------------------------------------------------------------------


def test_ending_leads_to_the_welcome_page(seat: Seat) -> None:
    path = seat.make_sheet()
    desk = seat("--demo")
    window = window_of(desk)
    window.ask_end()
    assert window._page is not None
    window._page.buttons["end"].click()
    ((arguments, carried), _gone) = seat.relaunched
    assert arguments[arguments.index("--show") + 1] == "ended"
    assert "--demo" in arguments
    assert unpack(carried) == [BOX]
    assert path.exists(), "until it is merged"
    place = open_tonight(path, KEY, FixedClock(module_time()))
    assert TonightService(place, FixedClock(module_time())).state().ended
    place.close()
    assert not (seat.workspace.parent / "w.tonight.lock").exists()


def test_closing_for_now(seat: Seat) -> None:
    path = seat.make_sheet()
    desk = seat()
    window = window_of(desk)
    assert not window.close()
    assert window._page is not None
    window._page.buttons["leave"].click()
    assert seat.relaunched == [(["gone"], b"")]
    assert path.exists()


def test_closing_a_made_up_meeting_leaves_nothing(seat: Seat) -> None:
    seat.make_sheet()
    desk = seat("--demo", "--throw-away")
    window_of(desk).left.emit()
    assert not seat.workspace.parent.exists()


@pytest.mark.parametrize("full", [False, True])
def test_a_stand_in_hands_in(seat: Seat, monkeypatch, full: bool) -> None:
    handed: list[bytes] = []

    def hand_in(_workspace: object, service: TonightService, _clock: object) -> None:
        if full:
            raise in_plain_words(OSError(28, "full"), seat.workspace)
        handed.append(service.sheet_uid)

    monkeypatch.setattr("peerdesk.app.tonight.stand_in.hand_in", hand_in)
    path = seat.make_sheet(stand_in=True)
    desk = seat()
    window_of(desk).ask_end()
    page = window_of(desk)._page
    assert page is not None
    page.buttons["end"].click()
    if full:
        assert "no room left" in window_of(desk).message.text()
        assert path.exists()
        assert seat.relaunched == []
    else:
        assert handed == [bytes.fromhex(FILE)]
        assert not path.exists()
        assert "in-tray" in seat.relaunched[0][0]


def test_no_window_but_ours(seat: Seat, qapp) -> None:
    seat.make_sheet()
    seat()
    visible = [w for w in qapp.topLevelWindows() if isinstance(w, QWindow) and w.isVisible()]
    assert {w.title() for w in visible} == {"PeerDesk"}
