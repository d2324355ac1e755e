"""The main window before a running meeting: every way out leads back to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from peerdesk.app.tonight.behind import Behind
from peerdesk.safe.carried import pack, unpack
from peerdesk.store.glance import Glance

BOX = b"w" * 60


class Pipe:
    """Writes down what is said."""

    def __init__(self) -> None:
        self.said: list[object] = []

    def carried(self) -> bytes:
        return pack([BOX])

    def greet(self) -> None:
        self.said.append("greet")

    def back(self, *, trusted: bool, carried: bytes) -> bool:
        self.said.append(("back", trusted, unpack(carried)))
        return True


class Evening:
    def __init__(self, key: bytes | None) -> None:
        self.sheets = self
        self._key = key

    def key_of(self, _file_id: str) -> bytes | None:
        return self._key


class Signed:
    def __init__(self, evening: Evening | None) -> None:
        self.evening = evening


class Desk(QObject):
    """What Behind needs of the desk."""

    system = None

    def __init__(self) -> None:
        super().__init__()
        self.carried: list[bytes] = []
        self.window: QWidget | None = None
        self.signed_in: Signed | None = None
        self.done: list[str] = []

    def glance(self) -> Glance:
        return Glance((), {"idle_minutes": "1"})

    def put_away(self) -> None:
        self.done.append("put away")
        self.signed_in = None

    def end_process(self) -> None:
        self.done.append("ended")


class Window(QWidget):
    may_close: Callable[[], bool] | None = None


@pytest.fixture
def desk(qapp) -> Desk:
    return Desk()


@pytest.fixture
def behind(desk: Desk, monkeypatch) -> Behind:
    made = Behind(desk, "ab" * 16, Pipe())  # type: ignore[arg-type]
    monkeypatch.setattr(made, "lives", lambda: True)
    return made


def said(behind: Behind) -> list[object]:
    assert isinstance(behind.pipe, Pipe)
    return behind.pipe.said


def test_it_takes_the_words_that_wait(desk: Desk, behind: Behind) -> None:
    assert desk.carried == [BOX]


@pytest.mark.parametrize(
    ("why", "signed", "trusted"),
    [
        ("back", Signed(Evening(b"k")), True),
        ("hand", Signed(Evening(b"k")), False),
        ("back", Signed(Evening(None)), False),
        ("back", Signed(None), False),
        ("back", None, False),
        ("idle", Signed(Evening(b"k")), False),
        ("session", Signed(Evening(b"k")), False),
        ("hide", Signed(Evening(b"k")), False),
    ],
)
def test_names_come_back_only_by_hand_of_who_could_read_them_anyway(
    desk: Desk, behind: Behind, why, signed: Signed | None, trusted: bool
) -> None:
    desk.signed_in = signed
    behind.back(why)
    assert said(behind) == [("back", trusted, [BOX])]
    assert desk.done == ["put away", "ended"], "everything is closed before the meeting shows"


def test_closing_the_window_goes_back(desk: Desk, behind: Behind, qtbot) -> None:
    window = desk.window = Window()
    qtbot.addWidget(window)
    behind.follow(window)
    window.show()
    window.may_close = lambda: False
    assert not window.close()
    assert said(behind) == []
    window.may_close = lambda: True
    window.close()
    assert said(behind) == [("back", False, [BOX])]


def test_a_window_that_gives_way_to_another_only_closes(desk: Desk, behind: Behind, qtbot) -> None:
    old, desk.window = Window(), Window()
    for one in (old, desk.window):
        qtbot.addWidget(one)
        behind.follow(one)
    assert old.close()
    assert said(behind) == []


def test_without_the_meeting_closing_is_closing(desk: Desk, behind: Behind, qtbot, monkeypatch):
    monkeypatch.setattr(behind, "lives", lambda: False)
    window = desk.window = Window()
    qtbot.addWidget(window)
    behind.follow(window)
    assert window.close()
    assert said(behind) == []


def test_nobody_came_to_sign_in(desk: Desk, behind: Behind, monkeypatch) -> None:
    behind.stood()
    assert said(behind) == ["greet"]
    watch = behind._watch
    assert watch is not None
    assert watch.limit == 60_000
    monkeypatch.setattr(behind, "lives", lambda: False)
    watch.idle.emit()
    assert desk.done == []
    monkeypatch.setattr(behind, "lives", lambda: True)
    watch.idle.emit()
    assert said(behind)[-1] == ("back", False, [BOX])
    behind.signed_in()


def test_who_signed_in_is_watched_by_the_desk(desk: Desk, behind: Behind) -> None:
    behind.stood()
    behind.signed_in()
    behind.signed_in()
    assert behind._watch is None
    desk.signed_in = Signed(None)
    behind.stood()
    assert behind._watch is None
