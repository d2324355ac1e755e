from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.agenda.part_editor import PartEditor
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.service import KINDS, MeetingsService, Part
from peerdesk.store.place import Place
from peerdesk.ui.context import Context
from peerdesk.ui.room import FoundItem

from ..conftest import LABEL, opened, person

HOUSING = b"h" * 16


@pytest.fixture
def services(shelf: Place) -> list[FoundItem]:
    from peerdesk.store.directory import Organization, Service

    with shelf.operation(LABEL):
        owner = Organization.create(uid=b"o" * 16, name="Town")
        Service.create(uid=HOUSING, organization=owner, name="Housing advice")
    return [FoundItem("Housing advice", "Letters", "pin", "everyone", "service", HOUSING)]


@pytest.fixture
def page(
    qtbot: QtBot, context: Context, group: dict[str, bytes], services: list[FoundItem]
) -> MeetingsPage:
    del group
    context.extra["find_services"] = lambda typed: [
        s for s in services if typed.casefold() in s.title.casefold()
    ]
    return opened(qtbot, context)


@pytest.fixture
def editor(page: MeetingsPage) -> PartEditor:
    return page.card.agenda.editor


def part(service: MeetingsService, number: int) -> Part:
    return service.agenda(service.next_meetings()[0].uid)[number]


def choose(page: MeetingsPage, number: int) -> None:
    page.card.agenda.list.rows[number].click()


def test_every_kind_can_be_chosen(
    page: MeetingsPage, editor: PartEditor, service: MeetingsService
) -> None:
    assert editor.kind.count() == len(KINDS)
    choose(page, 5)
    for number, kind in enumerate(KINDS):
        editor.kind.setCurrentIndex(number)
        editor.kind.activated.emit(number)
        assert part(service, 5).kind == kind
        assert editor.kind.currentIndex() == number


def test_a_kind_of_another_time_is_a_topic(editor: PartEditor, service: MeetingsService) -> None:
    uid = service.next_meetings()[0].uid
    service.set_part(uid, part(service, 0).uid, kind="dance")
    assert KINDS[editor.kind.currentIndex()] == "topic"


def test_twos_and_threes_say_how_long_a_turn_is(
    page: MeetingsPage, editor: PartEditor, service: MeetingsService
) -> None:
    choose(page, 5)
    editor.kind.activated.emit(KINDS.index("pairs"))
    assert "12 min in threes" in editor.hint.text()
    assert not editor.hint.isHidden()
    choose(page, 0)
    assert editor.hint.isHidden()


def test_thirteen_people_are_asked_to_make_two_circles(
    page: MeetingsPage, editor: PartEditor, service: MeetingsService, cabinet: Place
) -> None:
    choose(page, 3)
    assert not editor.split.isVisible()
    for number in range(12):
        person(cabinet, f"Guest {number}")
    before = part(service, 3)
    assert "two circles" in editor.hint.text()
    editor.split.click()
    made = part(service, 3)
    assert made.circles == 2
    assert made.title == "Check-in round (two circles)"
    assert made.say.startswith("“Please count off: one, two.")
    assert made.say.endswith(before.say)
    assert editor.hint.text().startswith("Two circles: about")
    assert editor.title.text() == made.title
    editor.split.click()
    again = part(service, 3)
    assert (again.circles, again.title, again.say) == (1, before.title, before.say)


def test_words_that_were_changed_stay_when_the_circles_join(
    page: MeetingsPage, editor: PartEditor, service: MeetingsService
) -> None:
    uid = service.next_meetings()[0].uid
    service.set_part(uid, part(service, 3).uid, circles=2, say="Our own words.")
    choose(page, 3)
    assert editor.split.isVisible()
    editor.split.click()
    assert part(service, 3).say == "Our own words."


def test_a_service_is_found_linked_and_taken_away(
    page: MeetingsPage, editor: PartEditor, service: MeetingsService, qtbot: QtBot
) -> None:
    choose(page, 6)
    pick = editor.pick
    assert not pick.chosen.isVisible()
    pick.choose.click()
    assert pick.typed.hasFocus()
    qtbot.keyClicks(pick.typed, "zz")
    assert pick.nothing.isVisible()
    assert pick.found == []
    pick.typed.clear()
    assert not pick.nothing.isVisible()
    qtbot.keyClicks(pick.typed, "hous")
    assert [b.text() for b in pick.found] == ["Housing advice"]
    qtbot.waitUntil(lambda: pick.found[0].isVisible())
    qtbot.keyClick(pick.typed, Qt.Key.Key_Tab)
    assert pick.found[0].hasFocus()
    qtbot.keyClick(pick.found[0], Qt.Key.Key_Return)
    assert part(service, 6).service == HOUSING
    assert pick.chosen.text() == "From Local help: Housing advice"
    assert not pick.typed.isVisible()
    assert page.card.agenda.list.rows[6].accessibleDescription().endswith("Housing advice")
    pick.away.click()
    assert part(service, 6).service is None
    assert not pick.chosen.isVisible()


def test_the_search_closes_with_the_button_or_another_part(
    page: MeetingsPage, editor: PartEditor
) -> None:
    pick = editor.pick
    pick.choose.click()
    assert pick.typed.isVisible()
    pick.choose.click()
    assert not pick.typed.isVisible()
    pick.choose.click()
    choose(page, 2)
    assert not pick.typed.isVisible()


def test_a_service_that_left_local_help_says_so(
    page: MeetingsPage, editor: PartEditor, service: MeetingsService
) -> None:
    uid = service.next_meetings()[0].uid
    service.set_part(uid, part(service, 0).uid, service_uid=b"x" * 16)
    assert "not in Local help any more" in editor.pick.chosen.text()
    assert editor.pick.away.isVisible()


def test_where_nothing_can_be_found_nothing_is_offered(
    qtbot: QtBot, context: Context, group: dict[str, bytes]
) -> None:
    del group
    page = opened(qtbot, context)
    assert not page.card.agenda.editor.pick.choose.isVisible()
