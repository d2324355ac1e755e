"""The list of team notes: going through it, narrowing it, searching, archiving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.features.team.service import TeamService
from peerdesk.store.place import Place

from .conftest import ANA, EVENING, Make, shown

# -- the list ------------------------------------------------------------------------------------


@pytest.fixture
def several(maria: TeamService, tom: TeamService, clock: FixedClock) -> dict[str, bytes]:
    made = {"Old": maria.write("Old", "the caretaker has it")}
    clock.advance(days=5)
    made["Mine"] = maria.write("Mine")
    made["Theirs"] = tom.write("Theirs", "ask the caretaker for the key")
    maria.belong_to(made["Mine"], "meeting", EVENING, "meeting of 24 Nov")
    tom.belong_to(made["Theirs"], "person", ANA, "Ana")
    return made


def test_going_through_the_list_by_keyboard(
    make: Make, several: dict[str, bytes], qtbot: QtBot
) -> None:
    page = make()
    assert shown(page) == ["Theirs", "Mine", "Old"]
    assert page.card.uid == several["Theirs"]
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.card.uid == several["Old"]
    assert page.list.hasFocus()
    assert page.card.entry.byline.text() == "Maria · 24 Nov, 20:21"
    assert page.card.saved.text() == "Saved 24 Nov"
    assert page.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Old, Maria, 24 Nov"


def test_narrowing(make: Make, several: dict[str, bytes]) -> None:
    page = make()
    words = [page.filter.itemText(n) for n in range(page.filter.count())]
    assert words == ["Everything", "by Maria", "by Tom Q", "meeting of 24 Nov", "about Ana"]
    for place, titles in ((1, ["Mine", "Old"]), (2, ["Theirs"]), (3, ["Mine"]), (4, ["Theirs"])):
        page.filter.setCurrentIndex(place)
        page.filter.activated.emit(place)
        assert shown(page) == titles
        assert page.filter.currentIndex() == place
    page.search.setText("Old")
    assert shown(page) == []
    assert page.none.text() == "No team note holds this."
    page.open_item("team_note", several["Old"])
    assert shown(page) == ["Theirs", "Mine", "Old"]


def test_search_looks_inside(make: Make, several: dict[str, bytes]) -> None:
    page = make()
    page.search.setText("caretaker")
    assert sorted(shown(page)) == ["Old", "Theirs"]
    assert page._detail(page.team.rows(page.team.ids("key"), "key")[0]).startswith("ask the")


def test_archive_and_bring_back(make: Make, maria: TeamService, cabinet: Place) -> None:
    maria.write("A")
    page = make()
    page.card.archive.click()
    assert page.empty.isVisible()
    assert page.other.text() == "Archived notes (1)"
    page.other.click()
    assert shown(page) == ["A"]
    assert page.card.archive.text() == "Bring back"
    page.card.archive.click()
    assert page.empty.title.text() == "Nothing is archived"
    page.other.click()
    assert shown(page) == ["A"]
    cabinet.undo()
    assert shown(page) == []
    (uid,) = [row.uid for row in maria.rows(maria.ids(archived=True))]
    page.open_item("team_note", uid)
    assert page.other.text() == "Back to team notes"


def test_belonging_to_a_meeting_or_a_person(make: Make, maria: TeamService, qtbot: QtBot) -> None:
    uid = maria.write("A")
    page = make()
    card = page.card
    card.belongs.click()
    qtbot.keyClick(card.panel.search, Qt.Key.Key_Return)
    assert card.about.text() == "meeting of 24 Nov"
    assert card.belongs.text() == "Change…"
    card.belongs.click()
    qtbot.keyClicks(card.panel.search, "ana")
    qtbot.keyClick(card.panel.search, Qt.Key.Key_Return)
    assert card.about.text() == "about Ana"
    card.belongs.click()
    card.panel.nothing.click()
    assert not card.about.isVisible()
    assert getattr(maria.note(uid), "kind", None) == ""
    card.belongs.click()
    qtbot.keyClick(card.panel, Qt.Key.Key_Escape)
    assert card.belongs.hasFocus()


def test_open_item_comes_from_elsewhere(make: Make, tom: TeamService, maria: TeamService) -> None:
    uid = tom.write("Tuesday")
    reply = maria.see_differently(uid, "Nine.")
    page = make(width=500)
    page.open_item("team_note", reply or b"")
    assert page.card.uid == uid
    page.open_item("team_note", b"gone")
    assert page.card.uid == uid
    page.open_item("new", b"")
    assert page.card.uid is None
