"""What the tests of the faces share: a running evening and keys that are pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.facilitator import Facilitator
from peerdesk.features.tonight.service import TonightService


def press(key: Qt.Key, on: QWidget | None = None) -> None:
    """A key, as it goes to whatever has the keyboard."""
    target = on or QApplication.focusWidget()
    assert target is not None, "nothing has the keyboard"
    QTest.keyClick(target, key)


def again(face: Facilitator) -> None:
    """The face shows how the evening stands now."""
    face.refresh(face.service.state())


def arrive(tonight: TonightService, *uids: str) -> None:
    """These people come."""
    for uid in uids or ("a1", "b2", "d4", "p6"):
        tonight.here(uid, "phone" if uid == "p6" else "here")


def to_the_round(tonight: TonightService, clock: FixedClock) -> None:
    """Four came, and the check-in round begins at 18:45."""
    arrive(tonight)
    tonight.start()
    clock.advance(minutes=5)
    tonight.next()
    clock.advance(minutes=10)
    tonight.next()
