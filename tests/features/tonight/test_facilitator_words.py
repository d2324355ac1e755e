"""What came up, without names, and the topic box, on the facilitator's face."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.tonight.facilitator import Facilitator
from tests.features.tonight.faces import press

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.usefixtures("english")]
Key = Qt.Key


# -- what came up ----------------------------------------------------------------------------


def test_a_name_is_pointed_out_and_not_kept_before(face: Facilitator) -> None:
    press(Key.Key_Space)
    card = face.came_up
    card.area.setFocus()
    QTest.keyClicks(card.area, "Ana wakes at four")
    face.flush()
    asked = "Ana is a name from the group. Leave it out, or keep it?"
    assert card.asking.words.text() == asked
    assert face.service.state().words == "someone wakes at four"
    card.asking.buttons[0].click()
    assert card.area.toPlainText() == "someone wakes at four"
    assert card.asking.isHidden()


def test_a_name_may_be_kept(face: Facilitator) -> None:
    press(Key.Key_Space)
    card = face.came_up
    card.area.setPlainText("Bo is also a river")
    face.flush()
    card.asking.buttons[1].click()
    assert face.service.state().words == "Bo is also a river"
    card.area.setPlainText("Bo is also a river, and Dev")
    face.flush()
    assert card.asking.words.text().startswith("Dev is a name")
    assert face.service.state().words == "Bo is also a river, and someone"


def test_words_that_are_too_long_stay_and_it_is_said(face: Facilitator) -> None:
    press(Key.Key_Space)
    face.came_up.area.setPlainText("x" * 5000)
    with pytest.raises(KnownError):
        face.flush()
    assert face.unsaved()


def test_what_cannot_be_written_is_said(face: Facilitator, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise KnownError(translate("Test", "The disk is full."))

    monkeypatch.setattr(face.service, "start", full)
    press(Key.Key_Space)
    assert face.problem.text() == "The disk is full."
    assert not face.service.state().started


# -- topics ----------------------------------------------------------------------------------


def test_hands_are_counted_and_a_topic_is_taken(face: Facilitator) -> None:
    press(Key.Key_Space)
    assert face.topics.isHidden()
    face.agenda.rows[3].click()
    assert face.topics.isVisible()
    row = face.topics.rows[1]
    assert not row.less.isEnabled()
    row.more.click()
    row.more.click()
    row.less.click()
    assert face.service.state().votes == (0, 1, 0)
    assert row.hands.text() == "1"
    row.take.click()
    assert face.topics.isHidden()
    assert face.timer.title.text() == "The housing letter"
    assert face.timer.next.hasFocus()
    press(Key.Key_Z)
    assert face.topics.isVisible()
