"""Referrals in the whole house: from a listing to the person's page, to closing, and by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from peerdesk.app.gallery.closing import closing
from peerdesk.app.gallery.surfaces import Stage, stage
from peerdesk.app.referrals import find_people
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.meetings.closing.page import ClosingPage
from peerdesk.features.people.page import PeoplePage
from peerdesk.features.referrals.needs_page import NeedsPage
from peerdesk.features.referrals.of_person import OfPerson
from peerdesk.features.referrals.suggest_panel import SuggestPanel
from tests.tiny_app import TINY


@pytest.fixture
def scene(qapp: QApplication) -> Iterator[Stage]:
    with stage(qapp, TINY) as made:
        yield made


def test_from_a_listing_to_the_page_of_the_person(scene: Stage) -> None:
    desk = scene.signed_in("directory", names=True)
    desk.window.show()
    page = cast(DirectoryPage, desk.window.pages["directory"])
    page.suggesting.button.click()
    panel = cast(SuggestPanel, page.browser.right.currentWidget())
    panel.search.setText("Ana")
    (ana, button) = panel.people[0]
    button.click()
    assert not page.suggesting.is_open()
    assert desk.window.undo_bar.isVisible()
    desk.open("group", "person", ana.uid)
    people = cast(PeoplePage, desk.window.pages["people"])
    part = cast(OfPerson, people.detail.below)
    assert part.isVisible()
    (row,) = part.list.rows
    row.buttons[1].click()
    assert "Got through" in part.list.rows[0].when.text()
    desk.window.undo()
    assert "Got through" not in part.list.rows[0].when.text()
    desk.window.undo()
    assert not part.isVisible()


def test_closing_leads_to_what_is_to_be_asked(scene: Stage) -> None:
    closing(scene)
    desk = scene.signed_in("closing", names=True)
    page = cast(ClosingPage, desk.window.pages["closing"])
    assert not page.ask.isHidden()
    page.ask.click()
    assert desk.window.current == "referrals"
    desk.window.show()
    assert desk.window.header.names_button.isVisible(), "names of people stand there"


def test_what_is_missing_has_the_kinds_of_local_help(scene: Stage) -> None:
    desk = scene.signed_in("directory")
    page = cast(DirectoryPage, desk.window.pages["directory"])
    page.search.setText("zither lessons at midnight")
    page.suggesting.need_button.click()
    needs = cast(NeedsPage, scene.signed_in("needs").window.pages["needs"])
    assert needs.rows[0].need.words == "zither lessons at midnight"
    assert [name for _key, name in needs.categories][:2] == ["Something else", "Housing"]
    desk.window.undo()
    assert needs.rows[0].need.words != "zither lessons at midnight"


def test_nobody_is_shown_before_a_name_is_typed(scene: Stage) -> None:
    desk = scene.signed_in("directory")
    assert find_people(desk.context, " ") == []
    assert [one.title for one in find_people(desk.context, "riv")] == ["River"]
    assert [one.title for one in find_people(desk.context, "t")] == ["Tom"], "by name only"


def test_they_are_found_by_name(scene: Stage) -> None:
    desk = scene.signed_in("today")
    entries = {room.key for room in desk.window.rooms.values()}
    assert {"referrals", "needs", "say"} <= entries
    words = {command.title for command in desk._commands()}
    assert {"How did it go there?", "What is missing here", "What I want to say"} <= words
