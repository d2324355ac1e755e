"""What everybody looks at, at 200 %: nobody scrolls the screen at the door or in the circle."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.door import DoorFace
from peerdesk.features.tonight.face import Face
from peerdesk.features.tonight.room_face import RoomFace
from peerdesk.features.tonight.service import TonightService
from peerdesk.ui import theme
from tests.features.tonight.faces import to_the_round

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def _large(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light", 2.0)
    yield
    theme.apply(qapp, "light", 1.0)


def shown(qtbot: QtBot, face: Face, tall: int = 800) -> None:
    qtbot.addWidget(face)
    face.resize(1280, tall)
    face.show()
    qtbot.waitExposed(face)
    QApplication.processEvents()


def in_sight(face: Face, widget: QWidget) -> bool:
    return face.rect().contains(QRect(widget.mapTo(face, QPoint(0, 0)), widget.size()))


def test_the_thanks_at_the_door_are_in_sight(tonight: TonightService, qtbot: QtBot) -> None:
    face = DoorFace(tonight)
    shown(qtbot, face)
    face.here_card.click()
    QApplication.processEvents()
    assert in_sight(face, face.thanks)
    assert in_sight(face, face.thanks_more)
    face.begin()
    face.name_card.click()
    QApplication.processEvents()
    assert in_sight(face, face.field)


def test_the_lines_of_the_room_come_closer_together(
    tonight: TonightService, qtbot: QtBot, clock: FixedClock
) -> None:
    to_the_round(tonight, clock)
    face = RoomFace(tonight)
    shown(qtbot, face, 600)
    assert face.bar.isVisible()
    assert all(in_sight(face, line) for line in (face.title, face.bar, *face.lines))
    assert face.gaps[0].height() < theme.px(60)
    theme.apply(QApplication.instance(), "light", 1.0)  # type: ignore[arg-type]
    QApplication.processEvents()
    assert face.gaps[0].height() == theme.px(60), "with small words there is the target's air again"
