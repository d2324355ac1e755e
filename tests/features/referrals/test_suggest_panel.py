"""Suggest this to…: somebody by name, or nobody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.referrals.service import ReferralsService
from peerdesk.features.referrals.suggest_panel import SuggestPanel
from peerdesk.ui.a11y import walk
from peerdesk.ui.context import Context

from .conftest import ANA, BO, HOUSING


@pytest.fixture
def panel(qtbot: QtBot, context: Context) -> SuggestPanel:
    made = SuggestPanel(context)
    qtbot.addWidget(made)
    made.resize(560, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.start(HOUSING, "Housing Clinic")
    return made


def test_to_somebody(
    qtbot: QtBot, panel: SuggestPanel, service: ReferralsService, context: Context
) -> None:
    assert panel.heading.text() == "Suggest Housing Clinic to…"
    assert panel.search.hasFocus()
    qtbot.keyClicks(panel.search, "an")
    assert [b.text() for _one, b in panel.people] == ["Ana"]
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert [(v.service, v.service_uid, v.person) for v in service.to_ask()] == [
        ("Housing Clinic", HOUSING, ANA)
    ]


def test_enter_does_not_choose_between_two(
    qtbot: QtBot, panel: SuggestPanel, service: ReferralsService
) -> None:
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.search.hasFocus()
    panel._find = lambda _typed: [one for typed in ("a", "b") for one in _people(panel, typed)]
    panel.search.setText("x")
    QApplication.processEvents()  # what was found shows itself
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.people[0][1].hasFocus()
    assert service.waiting() == 0
    panel.people[1][1].click()
    assert [v.person for v in service.to_ask()] == [BO]


def _people(panel: SuggestPanel, typed: str) -> list[object]:
    found: list[object] = panel._context.extra["find_people"](typed)
    return found[:1] if typed == "a" else found


def test_to_nobody_by_name(panel: SuggestPanel, service: ReferralsService) -> None:
    panel.nobody.click()
    assert [v.person for v in service.to_ask()] == [None]


def test_nobody_has_that_name(panel: SuggestPanel) -> None:
    panel.search.setText("zz")
    assert panel.none.isVisible()
    assert panel.people == []
    panel.search.clear()
    assert not panel.none.isVisible()


def test_names_are_closed(panel: SuggestPanel, context: Context) -> None:
    panel.search.setText("an")
    context.names.close()
    assert [b.text() for _one, b in panel.people] == ["A."]


def test_a_group_without_names(
    qtbot: QtBot, nameless: None, context: Context, service: ReferralsService
) -> None:
    made = SuggestPanel(context)
    qtbot.addWidget(made)
    context.names.close()  # before anything is shown nothing is looked up
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.start(HOUSING, "Housing Clinic")
    assert made.nobody.hasFocus()
    assert made.nameless.isVisible()
    assert not made.search.isVisible()
    made.nobody.click()
    assert service.waiting() == 1


def test_a_full_disk_is_said(
    qtbot: QtBot, panel: SuggestPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise KnownError(translate("Test", "There is no room."))

    monkeypatch.setattr(panel.service, "suggest", full)
    with qtbot.assertNotEmitted(panel.closed):
        panel.nobody.click()
    assert panel.message.text() == "There is no room."


def test_escape_and_the_ways_out(qtbot: QtBot, panel: SuggestPanel, context: Context) -> None:
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.nobody, Qt.Key.Key_Escape)
    qtbot.keyClick(panel, Qt.Key.Key_A)
    went: list[str] = []
    panel.say_button.click()  # nobody to ask the way
    context.extra["go"] = went.append
    panel.say_button.click()
    panel.later_button.click()
    assert went == ["say", "referrals"]


def test_it_can_be_used(panel: SuggestPanel) -> None:
    panel.search.setText("b")
    QApplication.processEvents()
    assert walk(panel, QSize(560, 700)) == []
