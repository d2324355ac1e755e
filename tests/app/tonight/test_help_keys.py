"""The keys of a running meeting stand on the page of keys, all of them and no others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest

from peerdesk.app.help_pages.keys import TONIGHT
from peerdesk.app.tonight.window import TonightWindow
from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.face import Face
from peerdesk.features.tonight.service import TonightService

SAID = {keys for key in TONIGHT for keys in key.all()}
EVERYWHERE = {"Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0"}
"""Said of every window."""
ASKED = {"E"}
"""Means something where the window asks whether to end."""


@pytest.fixture
def window(qtbot, service: TonightService) -> TonightWindow:
    made = TonightWindow(service)
    qtbot.addWidget(made)
    return made


def takes(face: Face, key: int) -> bool:
    """Whether a key means something in the round of a meeting."""
    face.refresh(face.service.state())
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    return face.take_key(event)


def test_every_key_that_is_said_is_there(window: TonightWindow, clock: FixedClock) -> None:
    shortcuts = {s.key().toString() for s in window.findChildren(QShortcut)}
    assert shortcuts - EVERYWHERE == SAID & shortcuts
    face = window.face("facilitator")
    for keys in sorted(SAID - shortcuts - ASKED):
        (combination,) = QKeySequence(keys)
        window.show_face("facilitator")
        if face.service.state().paused:
            face.do(face.service.resume)
        clock.advance(seconds=1)
        assert takes(face, combination.key()), keys
    window.ask_end()
    assert window._page is not None
    assert set(window._page._letters.values()) == ASKED
    QTest.keyClicks(window._page, "e")
    assert face.service.state().ended


def test_every_key_that_is_there_is_said(window: TonightWindow) -> None:
    face = window.face("facilitator")
    rest = [chr(n) for n in range(ord("A"), ord("Z") + 1)] + [f"F{n}" for n in range(1, 13)]
    shortcuts = {s.key().toString() for s in window.findChildren(QShortcut)}
    taken = [k for k in rest if k not in SAID and takes(face, QKeySequence(k)[0].key())]
    assert taken == []
    assert not {k for k in rest if k in shortcuts} - SAID
