"""Copies around a change of keys: one of everything before, older ones made anew after."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.app.copies import before_opening, opened_of
from peerdesk.app.keys import copies as module
from peerdesk.app.keys.copies import CarefulStep, copy_first, make_anew
from peerdesk.app.keys.flow import KeysFlow
from peerdesk.app.keys.flows import NewKey, TakeOut
from peerdesk.app.keys.forgot import Forgot
from peerdesk.app.keys.leave import Leave
from peerdesk.app.keys.own import ChangePassword
from peerdesk.app.keys.steps import KeyAnswers, Make, SayStep
from peerdesk.app.keys.who import NOBODY
from peerdesk.app.keys.window import StepsWindow
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.features.backups.service import BackupsService, OpenFile
from peerdesk.features.keys.facilitators import Holder, Renewed
from peerdesk.features.keys.members import new_sheet
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.safe.kdf import Kdf
from peerdesk.store import backup_fresh, database
from peerdesk.store.backup_errors import MayNotWrite, NoRoomForCopy
from peerdesk.ui import drives
from tests.features.keys.house import MARIA, TOM, House

NEW = "another sentence of maria, long"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 16, 0), "Europe/London")


@pytest.fixture
def house(workspace: Path, tiny_kdf: Kdf, clock: FixedClock) -> House:
    made = House(workspace, tiny_kdf, clock)
    made.facilitators.add_new(made.maria, made.group_uid, TOM)
    return made


def parts(house: House) -> module.Parts:
    return house.workspace, house.kdf, house.clock


def copies(house: House, signed: SignedIn | None = None) -> BackupsService:
    opened = opened_of(signed) if signed is not None else ()
    return BackupsService(house.workspace, house.clock, house.kdf, opened)


def readable(house: House, signed: SignedIn, path: Path) -> set[str]:
    """What the keys of ``signed`` alone open in the copy, without any help of what is here."""
    found = set()
    with zipfile.ZipFile(path) as archive:
        for file in opened_of(signed):
            if file.name not in archive.namelist():
                continue
            inside = house.workspace.path.parent / "inside.safe"
            inside.write_bytes(archive.read(file.name))
            try:
                house.look(inside, cast(bytes, file.key), "SELECT count(*) FROM sqlite_master")
            except KnownError:
                continue
            found.add(file.name)
    return found


def run(qtbot: QtBot, flow: StepsWindow, make: Make) -> CarefulStep:
    """The careful step of a flow, as if everything before it was answered."""
    step = make()
    assert isinstance(step, CarefulStep)
    qtbot.addWidget(step)
    qtbot.addWidget(flow)
    step.entered()
    qtbot.waitUntil(lambda: not step.busy(), timeout=20_000)
    return step


def careful(flow: KeysFlow | Forgot) -> Make:
    steps = flow.steps() if isinstance(flow, KeysFlow) else flow._steps()
    return next(s for s in steps if getattr(s, "func", None) is CarefulStep)


def answer(flow: StepsWindow, name: str, password: str) -> None:
    flow.answers.name, flow.answers.own, flow.answers.own_password = name, True, password


def holder(house: House, name: str) -> Holder:
    return Holder(house.uid_of(name), name, 1, False)


# -- the step ---------------------------------------------------------------------------------


@pytest.fixture
def step_of(qtbot: QtBot) -> Callable[..., StepsWindow]:
    def make(copy: Callable[[], object], work: Callable[[], object]) -> StepsWindow:
        answers = KeyAnswers()
        window = StepsWindow(
            answers,
            lambda: [
                lambda: CarefulStep(answers, "One moment", copy, work),
                lambda: SayStep(answers, "Done", ["Done"]),
            ],
        )
        qtbot.addWidget(window)
        window.show()
        return window

    return make


def test_the_copy_comes_first(qtbot: QtBot, step_of: Callable[..., StepsWindow]) -> None:
    done: list[str] = []
    window = step_of(lambda: done.append("copy"), lambda: done.append("work"))
    qtbot.waitUntil(lambda: isinstance(window.step, SayStep))
    assert done == ["copy", "work"]


def test_without_a_copy_the_person_chooses(
    qtbot: QtBot, step_of: Callable[..., StepsWindow]
) -> None:
    done: list[str] = []

    def full() -> None:
        done.append("tried")
        raise backup_fresh.NoCopyFirst(NoRoomForCopy())

    window = step_of(full, lambda: done.append("work"))
    step = window.step
    assert isinstance(step, CarefulStep)
    qtbot.waitUntil(lambda: step.message.text() != "" and not step.busy())
    assert "Nothing was changed" in step.message.text()
    assert step.without_button.isVisible()
    assert window.back_button.isVisible()  # and stopping is one press away
    step.message.button.click()
    assert not step.without_button.isVisible()
    qtbot.waitUntil(lambda: step.without_button.isVisible() and not step.busy())
    assert done == ["tried", "tried"]
    step.without_button.click()
    qtbot.waitUntil(lambda: isinstance(window.step, SayStep))
    assert done == ["tried", "tried", "work"]


def test_stopping_leaves_everything_as_it_was(
    qtbot: QtBot, step_of: Callable[..., StepsWindow]
) -> None:
    done: list[str] = []

    def full() -> None:
        raise backup_fresh.NoCopyFirst(MayNotWrite(Path("x")))

    window = step_of(full, lambda: done.append("work"))
    step = window.step
    assert isinstance(step, CarefulStep)
    qtbot.waitUntil(lambda: step.without_button.isVisible() and not step.busy())
    with qtbot.waitSignal(window.left):
        window.back_button.click()
    assert done == []


def test_what_else_goes_wrong_is_not_put_down_to_the_copy(
    qtbot: QtBot, step_of: Callable[..., StepsWindow]
) -> None:
    def refuse() -> None:
        raise NoRoomForCopy

    window = step_of(list, refuse)
    step = window.step
    assert isinstance(step, CarefulStep)
    qtbot.waitUntil(lambda: step.message.text() != "" and not step.busy())
    assert not step.without_button.isVisible()


# -- the flows --------------------------------------------------------------------------------


def test_taking_out_copies_first_and_makes_older_copies_anew(qtbot: QtBot, house: House) -> None:
    old = copies(house, house.maria).make_here()
    tom = house.signs_in(TOM)
    house.clock.advance(hours=1)
    house.passwords.change(house.maria, MARIA.name, NEW)  # so that a new copy is due
    flow = TakeOut(
        *parts(house), house.maria, holder=holder(house, "Tom Q"), shown="T", shared=False
    )
    step = run(qtbot, flow, careful(flow))
    result = flow.answers.result
    assert isinstance(result, Renewed), step.message.text()
    assert result.old_copies == ()
    service = copies(house, result.signed_in)
    assert len(service.copies()) == 2
    for copy in service.copies():
        assert f"groups/{house.file_id}.safe" not in readable(house, tom, copy.path)
        assert readable(house, result.signed_in, copy.path) == {
            f.name for f in opened_of(result.signed_in)
        }
    assert service.copies()[1].path == old.path
    assert service.clean() == 0


def test_a_password_someone_may_know_opens_no_older_copy(qtbot: QtBot, house: House) -> None:
    copies(house, house.maria).make_here()
    house.clock.advance(hours=1)
    flow = ChangePassword(*parts(house), house.maria, shared=False)
    flow.answers.choice = "known"
    answer(flow, MARIA.name, NEW)
    run(qtbot, flow, careful(flow))
    result = flow.answers.result
    assert isinstance(result, Renewed)
    (copy,) = copies(house).copies()  # nothing had changed, so the one that was there did
    assert readable(house, house.maria, copy.path) == set()
    assert len(readable(house, result.signed_in, copy.path)) == 2  # and nothing is lost of it


def test_another_password_alone_needs_no_copy(house: House, qtbot: QtBot) -> None:
    flow = ChangePassword(*parts(house), house.maria, shared=False)
    qtbot.addWidget(flow)
    flow.answers.choice = "new"
    assert not [s for s in flow.steps() if getattr(s, "func", None) is CarefulStep]


def test_a_new_key_for_a_colleague_copies_first(qtbot: QtBot, house: House) -> None:
    flow = NewKey(
        *parts(house), house.maria, holder=holder(house, "Tom Q"), shown="T", shared=False
    )
    answer(flow, "tomas", "a new sentence of tom, long")
    run(qtbot, flow, careful(flow))
    assert flow.answers.result is not None
    assert len(copies(house).copies()) == 1


@pytest.mark.parametrize("choice", ["take", "erase"])
def test_who_leaves_is_in_no_copy(qtbot: QtBot, house: House, tmp_path: Path, choice: str) -> None:
    tom = house.signs_in(TOM)
    old = copies(house, house.maria).make_here()
    assert len(readable(house, tom, old.path)) == 2
    house.clock.advance(hours=1)
    house.passwords.change(house.maria, MARIA.name, NEW)
    flow = Leave(*parts(house), tom, shared=False)
    flow.answers.choice, flow.answers.folder = choice, tmp_path
    run(qtbot, flow, careful(flow))
    assert isinstance(flow.answers.result, Renewed)
    found = copies(house).copies()
    assert len(found) == 2
    for copy in found:
        with zipfile.ZipFile(copy.path) as archive:
            assert not [n for n in archive.namelist() if tom.drawer_id in n]
        assert readable(house, tom, copy.path) == set()
    maria = house.keys.sign_in(MARIA.name, NEW)
    assert all(len(readable(house, maria, copy.path)) == 2 for copy in found)
    assert (tmp_path / "PeerDesk place.pdplace").exists() == (choice == "take")


def test_both_ways_back_copy_first(qtbot: QtBot, house: House) -> None:
    secret, words = new_sheet()
    house.members.give_sheet(house.maria, secret)
    for way in ("parts", "sheet"):
        flow = Forgot(*parts(house), False, True)
        flow.answers.choice = way
        if way == "parts":
            flow._read_parts(list(house.made.parts[:2]))
            flow.answers.was = NOBODY
            answer(flow, "zoe", "a sentence of zoe, long enough")
        else:
            flow._read_sheet([words])
            answer(flow, MARIA.name, NEW)
        house.clock.advance(hours=1)
        step = run(qtbot, flow, careful(flow))
        assert isinstance(flow.answers.result, SignedIn), step.message.text()
    assert len(copies(house).copies()) == 2


# -- copies that cannot be made anew --------------------------------------------------------------


def test_copies_that_could_not_be_made_anew_are_named(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = copies(house, house.maria).make_here()
    house.clock.advance(hours=1)
    now = house.facilitators.remove(house.maria, house.group_uid, house.uid_of("Tom Q")).signed_in

    def full(*_: object, **__: object) -> None:
        raise NoRoomForCopy

    then = opened_of(house.maria)
    with monkeypatch.context() as no_room:
        no_room.setattr(BackupsService, "clean", full)
        assert make_anew(parts(house), opened_of(now), then) == (old.path.name,)
    house.clock.advance(hours=1)
    assert make_anew(parts(house), opened_of(now), then) == ()
    assert copies(house, now).not_clean() == []


def test_a_known_stick_that_is_plugged_in_is_made_anew_too(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "STICK"
    root.mkdir()
    service = copies(house, house.maria)
    made = service.make_on(service.sticks.allow(root))
    house.clock.advance(hours=1)
    tom = house.signs_in(TOM)
    now = house.facilitators.remove(house.maria, house.group_uid, house.uid_of("Tom Q")).signed_in
    monkeypatch.setattr(drives, "plugged", lambda _beside: [root])
    assert make_anew(parts(house), opened_of(now), opened_of(house.maria)) == ()
    assert f"groups/{house.file_id}.safe" not in readable(house, tom, made.path)


def test_nothing_is_copied_twice(house: House) -> None:
    opened = opened_of(house.maria)
    for _ in range(2):
        house.clock.advance(hours=1)
        copy_first(parts(house), opened)
    assert len(copies(house).copies()) == 1


# -- a newer form ---------------------------------------------------------------------------------


def test_signing_in_copies_before_anything_is_brought_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_opening(house.workspace, house.clock, house.maria)
    assert copies(house).copies() == []
    monkeypatch.setattr(database, "head_of", lambda kind: 99 if kind == "drawer" else 0)
    before_opening(house.workspace, house.clock, house.maria)
    assert len(copies(house).copies()) == 1
    file = OpenFile(f"drawers/{house.maria.drawer_id}.safe", house.maria.drawer_key)
    assert backup_fresh.is_older(house.workspace, file)
