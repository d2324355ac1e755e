"""The main window beside a meeting: it stands before it, and always leads back to it."""

from __future__ import annotations

import pytest

from peerdesk.app.tonight.code_dialog import CodeDialog
from peerdesk.safe.carried import pack, unpack
from peerdesk.safe.files import in_plain_words
from tests.app.tonight.played import (
    BOX,
    KEY,
    Child,
    Seat,
    beside_of,
    names_of,
    service_of,
    window_of,
)


def test_signing_in_and_back_by_hand(seat: Seat, qtbot) -> None:
    seat.make_sheet()
    desk = seat()
    window = window_of(desk)
    window.close_names(strict=True)
    window.foot_sign_in.click()
    beside_of(desk).sign_in()
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
    assert beside_of(desk).carried == []
    child.ended.emit()
    assert beside_of(desk).child is None
    assert child.answers == 1


@pytest.mark.parametrize("how", ["back", "ended"])
def test_nobody_knows_who_sits_there(seat: Seat, qtbot, how: str) -> None:
    seat.make_sheet()
    desk = seat()
    window = window_of(desk)
    beside_of(desk).sign_in()
    (child,) = Child.made
    child.greeted.emit()
    if how == "back":
        child.back.emit(False, pack([BOX, BOX]))
        qtbot.waitUntil(lambda: child.answers == 1)
        assert beside_of(desk).carried == [BOX, BOX]
    child.ended.emit()
    assert (window.isVisible(), window.names_open, window.current) == (True, False, "room")


def test_one_that_never_stood_changes_nothing(seat: Seat) -> None:
    seat.make_sheet()
    desk = seat()
    beside_of(desk).sign_in()
    Child.made[0].ended.emit()
    assert window_of(desk).names_open
    assert window_of(desk).isVisible()
    beside_of(desk).sign_in()
    assert len(Child.made) == 2


def test_one_that_cannot_be_started(seat: Seat, monkeypatch) -> None:
    def no(*_values: object) -> None:
        raise OSError

    seat.make_sheet()
    desk = seat()
    monkeypatch.setattr("peerdesk.app.tonight.pipe.MainChild", no)
    beside_of(desk).sign_in()
    assert "The meeting goes on" in window_of(desk).message.text()


def test_after_five_tries_signing_in_gives_another_code(seat: Seat, qapp, monkeypatch) -> None:
    seat.make_sheet()
    desk = seat()
    service_of(desk).set_code("")
    window_of(desk).close_names(strict=True)
    beside_of(desk).sign_in()
    Child.made[0].greeted.emit()
    Child.made[0].back.emit(True, b"")
    (dialog,) = window_of(desk).findChildren(CodeDialog)
    dialog.digits.setText("9876")
    dialog.go.click()
    assert service_of(desk).try_code("9876")

    def full(_code: str) -> None:
        raise in_plain_words(OSError(28, "full"), seat.workspace)

    monkeypatch.setattr(service_of(desk), "set_code", full)
    names_of(desk).code_chosen("1111")
    assert "no room left" in window_of(desk).message.text()
