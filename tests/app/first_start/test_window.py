"""The first start with real widgets: all three ways, back, leaving half-way, what goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.app.first_start import making as making_module
from peerdesk.app.first_start.choices import ComputerStep, LanguageStep, PurposeStep
from peerdesk.app.first_start.group import GroupStep, HouseStep
from peerdesk.app.first_start.making import Draft, MakingStep
from peerdesk.app.first_start.parts import PartsStep
from peerdesk.app.first_start.person import AgainStep, NameStep, PasswordStep
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.keys.service import Computer, KeysService
from peerdesk.safe.kdf import Kdf
from peerdesk.store.connection import connect
from peerdesk.store.glance import read, shipped_crisis
from peerdesk.store.workspace import Workspace, build
from peerdesk.ui import printing

from .walk import (
    Ended,
    Make,
    choose,
    left_behind,
    on,
    press_next,
    to_group,
    to_parts,
    to_person,
    type_words,
    wait_made,
)


def test_a_group_from_the_first_question_to_the_printed_parts(
    qtbot: QtBot,
    make: Make,
    place: Path,
    tiny_kdf: Kdf,
    clock: FixedClock,
    ended: Ended,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed: list[str] = []

    def prints(body: str, _window: object) -> bool:
        printed.append(body)
        return True

    monkeypatch.setattr(printing, "print_text", prints)
    monkeypatch.setattr(printing, "can_print", lambda: True)
    window = make()
    step = to_parts(qtbot, window)
    assert not place.exists()
    assert not step.one_sheet.isVisible()
    password = window.answers.password
    qtbot.mouseClick(step.print_button, Qt.MouseButton.LeftButton)
    for part in step.parts:
        for word in part.split():
            assert word in printed[0]
    for name in ("Maria", "Tuesday", "Riverside"):
        assert name not in printed[0]
    type_words(qtbot, window)
    press_next(qtbot, window)
    ((kind, workspace, signed),) = ended
    assert kind == "group"
    assert workspace is not None
    assert signed is not None
    assert workspace.path == place
    seen = read(workspace.shelf)
    assert seen.centre == "Riverside Centre"
    assert seen.crisis == shipped_crisis("GB")
    assert [m.place for m in seen.meetings] == ["Blue room"]
    again = KeysService(workspace, tiny_kdf, clock).sign_in("maria", password)
    assert again.cabinets == signed.cabinets
    _, file_id, key = signed.cabinets[0]
    raw = connect(workspace.cabinet(file_id), key)
    assert raw.execute("SELECT recovery_printed_at FROM support_group").fetchone() == (
        clock.now_ms(),
    )
    raw.close()
    window.close()
    assert Workspace(place).exists()
    assert not place.with_name("workspace.new").exists()


def test_print_later_keeps_the_reminder(qtbot: QtBot, make: Make, ended: Ended) -> None:
    step = to_parts(qtbot, make())
    qtbot.mouseClick(step.later_button, Qt.MouseButton.LeftButton)
    ((kind, workspace, signed),) = ended
    assert kind == "group"
    assert workspace is not None
    assert signed is not None
    _, file_id, key = signed.cabinets[0]
    raw = connect(workspace.cabinet(file_id), key)
    assert raw.execute("SELECT recovery_printed_at FROM support_group").fetchone() == (None,)
    raw.close()


def test_looking_round_keeps_nothing(qtbot: QtBot, make: Make, place: Path, ended: Ended) -> None:
    window = make()
    press_next(qtbot, window)
    choose(qtbot, window, "Look round first")
    assert ended == [("look", None, None)]
    window.close()
    assert left_behind(place) == []


def test_setting_up_for_others(qtbot: QtBot, make: Make, ended: Ended) -> None:
    window = make()
    press_next(qtbot, window)
    choose(qtbot, window, "I'm setting this up for others")
    assert window.count.text() == "3 of 4"
    choose(qtbot, window, "A shared computer")
    house = on(window, HouseStep)
    assert isinstance(house, HouseStep)
    qtbot.keyClicks(house.centre, "Hill House")
    house.country.setCurrentIndex(house.country.findData("IE"))
    assert "116 123" in house.numbers.text()
    qtbot.keyClick(house.centre, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    ((kind, workspace, signed),) = ended
    assert (kind, signed) == ("others", None)
    assert workspace is not None
    assert not workspace.has_drawers()
    seen = read(workspace.shelf)
    assert (seen.centre, seen.shared) == ("Hill House", True)
    assert seen.crisis == shipped_crisis("IE")
    qtbot.waitUntil(lambda: not window.step or not window.step.busy())


def test_a_group_is_added_where_the_part_for_everyone_is(
    qtbot: QtBot, make: Make, place: Path, tiny_kdf: Kdf, clock: FixedClock, ended: Ended
) -> None:
    with build(place, clock) as fresh:
        KeysService(fresh, tiny_kdf, clock).set_up_computer(
            Computer("en", 150, True, "Hill House", "IE")
        )
    window = make()
    assert window.count.text() == "1 of 3"
    assert window.back_button.isHidden()
    to_group(qtbot, window)
    group = on(window, GroupStep)
    assert isinstance(group, GroupStep)
    qtbot.keyClicks(group.name, "Quiet group")
    press_next(qtbot, window)
    wait_made(qtbot, window)
    step = on(window, PartsStep)
    assert isinstance(step, PartsStep)
    assert not Workspace(place).has_drawers()
    password = window.answers.password
    qtbot.mouseClick(step.later_button, Qt.MouseButton.LeftButton)
    ((kind, workspace, _signed),) = ended
    assert kind == "group"
    assert workspace is not None
    seen = read(workspace.shelf)
    assert (seen.centre, seen.text_scale, seen.meetings) == ("Hill House", 150, ())
    service = KeysService(workspace, tiny_kdf, clock)
    signed = service.sign_in("Maria", password)
    assert window.answers.password == ""
    assert (len(signed.cabinets), signed.cards) == (1, ())


@pytest.mark.parametrize("how", ["close", "escape"])
@pytest.mark.parametrize("far", ["start", "password", "parts"])
def test_leaving_half_way_leaves_nothing(
    qtbot: QtBot, make: Make, place: Path, ended: Ended, how: str, far: str
) -> None:
    window = make()
    if far == "password":
        to_person(qtbot, window)
    elif far == "parts":
        to_parts(qtbot, window)
        assert place.with_name("workspace.new").exists()
    if how == "escape":
        qtbot.keyClick(window, Qt.Key.Key_Escape)
        assert "nothing is kept" in window.leave_bar.text()
        qtbot.keyClick(window, Qt.Key.Key_Escape)
        assert not window.leave_bar.isVisible()
        assert window.isVisible()
        qtbot.keyClick(window, Qt.Key.Key_Escape)
        qtbot.mouseClick(window.leave_bar.button, Qt.MouseButton.LeftButton)
    else:
        window.close()
    assert not window.isVisible()
    assert ended == []
    assert left_behind(place) == []


def test_leaving_while_it_is_made(qtbot: QtBot, make: Make, place: Path, ended: Ended) -> None:
    window = make()
    to_person(qtbot, window)
    to_group(qtbot, window)
    window.answers.group = "Tuesday Circle"
    making = MakingStep(window.answers, window.draft)
    qtbot.addWidget(making)
    window.step, old = making, window.step
    making.start()
    making.start()
    window.close()
    assert left_behind(place) == []
    assert ended == []
    qtbot.waitUntil(lambda: not making.busy())
    assert old is not None
    old.deleteLater()


def test_back_keeps_the_answers_and_throws_away_what_was_made(
    qtbot: QtBot, make: Make, place: Path
) -> None:
    window = make()
    to_parts(qtbot, window)
    words = list(window.answers.words)
    qtbot.mouseClick(window.back_button, Qt.MouseButton.LeftButton)
    house = on(window, HouseStep)
    assert isinstance(house, HouseStep)
    assert left_behind(place) == []
    assert house.centre.text() == "Riverside Centre"
    kinds: list[type] = []
    while window.back_button.isVisible():
        qtbot.mouseClick(window.back_button, Qt.MouseButton.LeftButton)
        kinds.append(type(window.step))
    assert kinds == [
        GroupStep, AgainStep, PasswordStep, NameStep, ComputerStep, PurposeStep, LanguageStep
    ]  # fmt: skip
    assert window.answers.words == words
    assert window.answers.purpose == "group"
    for _ in range(3):
        press_next(qtbot, window)
    name = on(window, NameStep)
    assert isinstance(name, NameStep)
    assert name.name.text() == "Maria"


def test_back_while_it_is_made(qtbot: QtBot, make: Make, place: Path) -> None:
    window = make()
    press_next(qtbot, window)
    choose(qtbot, window, "I'm setting this up for others")
    choose(qtbot, window, "My own computer")
    press_next(qtbot, window)
    on(window, MakingStep)
    window.back()
    on(window, HouseStep)
    assert left_behind(place) == []
    QApplication.processEvents()
    on(window, HouseStep)


def test_a_folder_that_cannot_be_used_is_a_sentence_and_can_be_tried_again(
    qtbot: QtBot, make: Make, place: Path, ended: Ended
) -> None:
    place.mkdir(parents=True)
    (place / "letter.odt").touch()
    window = make()
    press_next(qtbot, window)
    choose(qtbot, window, "I'm setting this up for others")
    choose(qtbot, window, "A shared computer")
    press_next(qtbot, window)
    making = on(window, MakingStep)
    assert isinstance(making, MakingStep)
    qtbot.waitUntil(lambda: bool(making.message.text()))
    assert "already holds other things" in making.message.text()
    assert ended == []
    (place / "letter.odt").unlink()
    qtbot.waitUntil(lambda: not making.busy())
    qtbot.mouseClick(making.message.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)


@pytest.mark.parametrize("purpose", ["others", "group"])
def test_a_last_moment_that_goes_wrong_can_be_tried_again(
    qtbot: QtBot, make: Make, ended: Ended, monkeypatch: pytest.MonkeyPatch, purpose: str
) -> None:
    really = making_module.Building.finish
    calls: list[int] = []

    def once(self: making_module.Building) -> Workspace:
        calls.append(1)
        if len(calls) == 1:
            raise KnownError(translate("Test", "The stick was pulled out."))
        return really(self)

    monkeypatch.setattr(making_module.Building, "finish", once)
    window = make()
    if purpose == "group":
        step = to_parts(qtbot, window)
        qtbot.mouseClick(step.later_button, Qt.MouseButton.LeftButton)
        assert window.message.text() == "The stick was pulled out."
        qtbot.mouseClick(step.later_button, Qt.MouseButton.LeftButton)
    else:
        press_next(qtbot, window)
        choose(qtbot, window, "I'm setting this up for others")
        choose(qtbot, window, "A shared computer")
        press_next(qtbot, window)
        making = on(window, MakingStep)
        assert isinstance(making, MakingStep)
        qtbot.waitUntil(lambda: bool(making.message.text()))
        qtbot.waitUntil(lambda: not making.busy())
        qtbot.mouseClick(making.message.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert len(ended) == 1


def test_nothing_is_kept_of_a_draft_twice_discarded(
    place: Path, tiny_kdf: Kdf, clock: FixedClock
) -> None:
    draft = Draft(place, tiny_kdf, clock)
    draft.discard()
    draft.discard()
    assert left_behind(place) == []
