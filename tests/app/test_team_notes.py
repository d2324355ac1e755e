"""Team notes in the whole house: a private note goes there, Ctrl+K finds it, one step back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from peerdesk.app.gallery.surfaces import Stage, stage
from peerdesk.features.notes.page import NotesPage
from peerdesk.features.team.page import TeamPage
from tests.tiny_app import TINY


@pytest.fixture
def scene(qapp: QApplication) -> Iterator[Stage]:
    with stage(qapp, TINY) as made:
        yield made


def test_a_private_note_is_copied_found_and_taken_back(scene: Stage) -> None:
    desk = scene.signed_in("notes", names=True)
    notes = cast(NotesPage, desk.window.pages["notes"])
    desk.window.show()
    notes.card.to_team.click()
    assert notes.card.copying is not None
    notes.card.copying.really.click()
    assert notes.notes.count() == 4
    find = desk.window.rooms["team"].find
    assert find is not None
    found = find(desk.context, "after tonight")[0]
    desk.open(found.place, found.kind, found.uid)
    team = cast(TeamPage, desk.window.pages["team"])
    assert desk.window.current == "team"
    assert team.card.entry.title.title() == "After tonight"
    assert team.card.entry.body.note().startswith("Quiet start.")
    team.card.belongs.click()
    assert team.card.panel.results.count() > 1
    before = team.team.count()
    desk.window.undo()
    assert team.team.count() == before - 1
    assert notes.notes.count() == 4


def test_find_groups_team_notes_and_closes_their_titles(scene: Stage) -> None:
    desk = scene.signed_in("today")
    panel = desk.find()
    panel.search.setText("kitchen")
    titles = [panel.results.title_of(entry) for entry in panel.results.entries()]
    assert titles[0] == "W."
    desk.context.names.open()
    titles = [panel.results.title_of(entry) for entry in panel.results.entries()]
    assert titles[0] == "Wil went out in the middle"
    panel.dismiss()
