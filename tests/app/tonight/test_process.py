"""The meeting's process: what it opens, when names close, what it asks, and how it ends."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QWindow

from peerdesk.app.arguments import parser
from peerdesk.app.tonight import process as module
from peerdesk.app.tonight.names_watch import idle_minutes
from peerdesk.app.tonight.process import TonightDesk, liked
from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.service import TonightService
from peerdesk.safe.carried import unpack
from peerdesk.safe.files import in_plain_words
from peerdesk.store.connection import Damaged, InUse, connect, held
from peerdesk.store.glance import Glance
from peerdesk.store.tonight import open_tonight
from peerdesk.ui import theme
from peerdesk.ui.clipboard import copy_private
from tests.app.tonight.played import (
    BOX,
    FILE,
    KEY,
    Computer,
    Hands,
    Seat,
    beside_of,
    names_of,
    service_of,
    start_time,
    window_of,
)

# -- starting ------------------------------------------------------------------------------------


def test_it_takes_its_key_and_what_it_carries(seat: Seat) -> None:
    seat.make_sheet()
    desk = seat()
    window = window_of(desk)
    assert window.windowTitle() == "PeerDesk"
    assert (window.current, window.names_open) == ("facilitator", True)
    assert beside_of(desk).carried == [BOX]
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
    watch = names_of(desk).watch
    assert watch is not None
    computer.awake += 3 * 60_000 - 1
    watch.look()
    assert window_of(desk).names_open
    computer.awake += 2
    watch.look()
    assert (window_of(desk).names_open, window_of(desk).current) == (False, "room")
    assert names_of(desk).watch is None
    window_of(desk).ask_code()
    window_of(desk).code.typed.emit("2468")
    assert names_of(desk).watch is not None


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
    watch = names_of(desk).watch
    assert watch is not None
    watch.hide.emit()
    assert (window_of(desk).names_open, window_of(desk).current) == (False, "room")


def test_what_was_copied_goes_with_the_names(seat: Seat, qapp) -> None:
    seat.make_sheet()
    desk = seat()
    copy_private("Ana")
    window_of(desk).close_names(strict=False)
    assert qapp.clipboard().text() == ""


def test_nobody_can_look_in_before_the_key_comes(seat: Seat, monkeypatch) -> None:
    steps: list[str] = []
    taken = seat._take
    monkeypatch.setattr("peerdesk.safe.process.keys_held", lambda: steps.append("held"))
    monkeypatch.setattr(module, "take_carried", lambda most: (steps.append("key"), taken(most))[1])
    seat.make_sheet()
    seat()
    assert steps[:2] == ["held", "key"]


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


def test_a_mistake_of_ours_keeps_words(seat: Seat, monkeypatch) -> None:
    from peerdesk.app.crash import save_work

    seat.make_sheet()
    desk = seat()
    assert save_work(desk)
    monkeypatch.setattr(window_of(desk), "keep_words", lambda: False)
    assert not save_work(desk)


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
    place = open_tonight(path, KEY, FixedClock(start_time()))
    assert TonightService(place, FixedClock(start_time())).state().ended
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


def test_with_its_lock_deleted_a_meeting_does_not_run_twice(seat: Seat, qapp, monkeypatch) -> None:
    """The sheet itself says that somebody has it."""
    path = seat.make_sheet()
    called: list[int] = []
    running = connect(path, KEY, alone=True)
    argv = ["--tonight", FILE, "--workspace", str(seat.workspace)]
    second = TonightDesk(qapp, parser().parse_args(argv), ["peerdesk"])
    monkeypatch.setattr(second.instance, "call_first", lambda: called.append(1))
    try:
        assert not second.start()
        assert called == [1]
        assert second.window is None
        assert second.instance.take(), "its lock is let go"
        second.instance.release()
    finally:
        running.close()
        second.deleteLater()


def test_while_it_runs_nobody_else_opens_the_sheet(seat: Seat) -> None:
    path = seat.make_sheet()
    desk = seat()
    assert held(path)
    with pytest.raises(InUse):
        connect(path, KEY, patience=0)
    service_of(desk).more(1)
    desk._put_away()
    assert not held(path)


def test_no_window_but_ours(seat: Seat, qapp) -> None:
    seat.make_sheet()
    seat()
    visible = [w for w in qapp.topLevelWindows() if isinstance(w, QWindow) and w.isVisible()]
    assert {w.title() for w in visible} == {"PeerDesk"}
