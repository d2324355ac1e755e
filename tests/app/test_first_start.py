"""The first start with real widgets: all three ways, back, leaving half-way, what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from peerdesk.app.first_start import FirstStart, parts
from peerdesk.app.first_start import making as making_module
from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.choices import ComputerStep, LanguageStep, PurposeStep
from peerdesk.app.first_start.drives import disk_of, same_drive
from peerdesk.app.first_start.group import GroupStep, HouseStep
from peerdesk.app.first_start.making import Draft, MakingStep
from peerdesk.app.first_start.parts import CheckStep, PartsStep
from peerdesk.app.first_start.person import AgainStep, NameStep, PasswordStep
from peerdesk.app.first_start.sheets import in_one, sheets
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.keys.service import Computer, KeysService, SignedIn
from peerdesk.safe.kdf import Kdf
from peerdesk.store.connection import connect
from peerdesk.store.glance import read, shipped_crisis
from peerdesk.store.workspace import Workspace, build
from peerdesk.ui import printing, theme

Make = Callable[[], FirstStart]
Ended = list[tuple[str, Workspace | None, SignedIn | None]]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 16, 0), "Europe/London")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "Gruppe für alle" / "workspace"


@pytest.fixture
def ended() -> Ended:
    return []


@pytest.fixture
def make(qtbot: QtBot, place: Path, tiny_kdf: Kdf, clock: FixedClock, ended: Ended) -> Make:
    def made() -> FirstStart:
        window = FirstStart(Workspace(place), tiny_kdf, clock)
        qtbot.addWidget(window)
        window.finished.connect(lambda *what: ended.append(what))
        window.show()
        return window

    return made


def left_behind(place: Path) -> list[str]:
    top = place.parent.parent
    return sorted(str(p.relative_to(top)) for p in top.rglob("*"))


def on(window: FirstStart, kind: type) -> object:
    assert type(window.step) is kind, type(window.step)
    return window.step


def press_next(qtbot: QtBot, window: FirstStart) -> None:
    qtbot.mouseClick(window.next_button, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, window: FirstStart, title: str) -> None:
    assert window.step is not None
    card = next(c for c in window.step.findChildren(QRadioButton) if c.text() == title)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    press_next(qtbot, window)


def wait_made(qtbot: QtBot, window: FirstStart) -> None:
    qtbot.waitUntil(lambda: not isinstance(window.step, MakingStep), timeout=20_000)


def to_person(qtbot: QtBot, window: FirstStart, computer: str = "A shared computer") -> None:
    press_next(qtbot, window)
    choose(qtbot, window, "I run a group")
    choose(qtbot, window, computer)


def to_group(qtbot: QtBot, window: FirstStart) -> None:
    name = on(window, NameStep)
    assert isinstance(name, NameStep)
    qtbot.keyClicks(name.name, "Maria")
    press_next(qtbot, window)
    on(window, PasswordStep)
    press_next(qtbot, window)
    again = on(window, AgainStep)
    assert isinstance(again, AgainStep)
    qtbot.keyClicks(again.again, " ".join(w[:4] for w in window.answers.words))
    qtbot.keyClick(again.again, Qt.Key.Key_Return)


def to_parts(qtbot: QtBot, window: FirstStart, computer: str = "A shared computer") -> PartsStep:
    to_person(qtbot, window, computer)
    to_group(qtbot, window)
    group = on(window, GroupStep)
    assert isinstance(group, GroupStep)
    qtbot.keyClicks(group.name, "Tuesday Circle")
    qtbot.keyClicks(group.place, "Blue room")
    group.public.click()
    press_next(qtbot, window)
    house = on(window, HouseStep)
    assert isinstance(house, HouseStep)
    qtbot.keyClicks(house.centre, "Riverside Centre")
    house.country.setCurrentIndex(house.country.findData("GB"))
    press_next(qtbot, window)
    wait_made(qtbot, window)
    step = on(window, PartsStep)
    assert isinstance(step, PartsStep)
    return step


def type_words(qtbot: QtBot, window: FirstStart) -> None:
    check = on(window, CheckStep)
    assert isinstance(check, CheckStep)
    for part, number, _field, typed in check.fields:
        typed.clear()
        qtbot.keyClicks(typed, part.split()[number - 1][:4])


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


def test_a_choice_has_to_be_made(qtbot: QtBot, make: Make) -> None:
    window = make()
    press_next(qtbot, window)
    press_next(qtbot, window)
    purpose = on(window, PurposeStep)
    assert isinstance(purpose, PurposeStep)
    assert purpose.problem.isVisible()
    choose(qtbot, window, "I run a group")
    press_next(qtbot, window)
    computer = on(window, ComputerStep)
    assert isinstance(computer, ComputerStep)
    assert computer.problem.text() == "Please choose one of the two."


def test_names_are_needed(qtbot: QtBot, make: Make) -> None:
    window = make()
    to_person(qtbot, window)
    press_next(qtbot, window)
    name = on(window, NameStep)
    assert isinstance(name, NameStep)
    assert name.field.problem.text() == "Please type a name."
    to_group(qtbot, window)
    press_next(qtbot, window)
    group = on(window, GroupStep)
    assert isinstance(group, GroupStep)
    assert group.name_field.problem.isVisible()


def test_other_words_and_words_that_differ(qtbot: QtBot, make: Make) -> None:
    window = make()
    to_person(qtbot, window)
    name = on(window, NameStep)
    assert isinstance(name, NameStep)
    qtbot.keyClicks(name.name, "Maria")
    qtbot.keyClick(name.name, Qt.Key.Key_Return)
    step = on(window, PasswordStep)
    assert isinstance(step, PasswordStep)
    first = list(window.answers.words)
    qtbot.mouseClick(step.other, Qt.MouseButton.LeftButton)
    second = window.answers.words
    assert first != second
    shown = [label.text() for label in step.card.findChildren(QLabel)]
    assert [word for word in second if word in shown] == second
    press_next(qtbot, window)
    again = on(window, AgainStep)
    assert isinstance(again, AgainStep)
    qtbot.keyClicks(again.again, " ".join(first))
    press_next(qtbot, window)
    assert "not the same yet" in again.field.problem.text()


def test_a_password_of_ones_own(qtbot: QtBot, make: Make) -> None:
    window = make()
    to_person(qtbot, window)
    name = on(window, NameStep)
    assert isinstance(name, NameStep)
    qtbot.keyClicks(name.name, "Maria")
    press_next(qtbot, window)
    step = on(window, PasswordStep)
    assert isinstance(step, PasswordStep)
    qtbot.mouseClick(step.kind.buttons()[1], Qt.MouseButton.LeftButton)
    assert not step.suggested.isVisible()
    qtbot.keyClicks(step.own, "too short")
    press_next(qtbot, window)
    assert "6 more characters" in step.own_field.problem.text().replace("(s)", "s")
    qtbot.keyClicks(step.own, " but not any more")
    qtbot.keyClick(step.own, Qt.Key.Key_Return)
    again = on(window, AgainStep)
    assert isinstance(again, AgainStep)
    assert window.answers.password == "too short but not any more"
    qtbot.keyClicks(again.again, "too short but not any more")
    press_next(qtbot, window)
    on(window, GroupStep)
    window.back()
    window.back()
    step = on(window, PasswordStep)
    assert isinstance(step, PasswordStep)
    assert step.own.text() == "too short but not any more"


def test_words_of_the_sheets_that_do_not_fit(qtbot: QtBot, make: Make, ended: Ended) -> None:
    window = make()
    step = to_parts(qtbot, window)
    step.go_on.emit()
    check = on(window, CheckStep)
    assert isinstance(check, CheckStep)
    type_words(qtbot, window)
    _part, _number, field, typed = check.fields[3]
    typed.setText("wrong")
    press_next(qtbot, window)
    assert "another word here" in field.problem.text()
    assert ended == []
    type_words(qtbot, window)
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert len(ended) == 1


def test_printing_thought_better_of(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "print_text", lambda _body, _window: False)
    window = make()
    step = to_parts(qtbot, window)
    qtbot.mouseClick(step.print_button, Qt.MouseButton.LeftButton)
    on(window, PartsStep)


def test_sheets_go_to_another_drive_only(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    chosen = [str(stick)]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen[0])
    window = make()
    step = to_parts(qtbot, window)
    qtbot.mouseClick(step.save_button, Qt.MouseButton.LeftButton)
    assert "same drive" in step.message.text()
    assert list(stick.iterdir()) == []
    chosen[0] = ""
    step.message.clear()
    qtbot.mouseClick(step.save_button, Qt.MouseButton.LeftButton)
    assert step.message.text() == ""
    chosen[0] = str(stick)
    monkeypatch.setattr(parts, "same_drive", lambda _one, _other: False)
    qtbot.mouseClick(step.save_button, Qt.MouseButton.LeftButton)
    assert sorted(p.name for p in stick.iterdir()) == [f"PeerDesk {n}.pdf" for n in (1, 2, 3)]
    on(window, CheckStep)
    window.back()
    step = on(window, PartsStep)  # type: ignore[assignment]

    def full(*_: object) -> None:
        raise KnownError(translate("Test", "No room left."))

    monkeypatch.setattr(printing, "save_pdf", full)
    step.save_sheets()
    assert step.message.text() == "No room left."


def test_on_ones_own_computer_one_sheet_may_do(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: Ended
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window = make()
    step = to_parts(qtbot, window, "My own computer")
    assert step.one_sheet.isVisible()
    step.one_sheet.click()
    assert len(step.parts) == 1
    qtbot.mouseClick(step.save_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "PeerDesk 1.pdf").exists()
    type_words(qtbot, window)
    press_next(qtbot, window)
    assert len(ended) == 1


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


def test_language_and_text_size_are_seen_at_once(qtbot: QtBot, make: Make) -> None:
    window = make()
    step = on(window, LanguageStep)
    assert isinstance(step, LanguageStep)
    with qtbot.waitSignal(window.text_scale) as caught:
        qtbot.mouseClick(step.sizes.buttons()[2], Qt.MouseButton.LeftButton)
    assert caught.args == [150]
    with qtbot.waitSignal(window.language) as caught:
        qtbot.mouseClick(step.languages.findChildren(QRadioButton)[0], Qt.MouseButton.LeftButton)
    assert caught.args == ["en"]
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    again = on(window, LanguageStep)
    assert isinstance(again, LanguageStep)
    assert again is not step
    assert again.sizes.current() == 2
    qtbot.keyClick(window, Qt.Key.Key_Return)
    on(window, PurposeStep)


def test_what_is_left_open_has_careful_answers() -> None:
    computer = Answers().computer()
    assert computer is not None
    assert computer.shared
    assert Answers(adding=True).computer() is None
    assert "secret words" not in repr(Answers(own_password="secret words", words=["secret"]))


def test_nothing_is_kept_of_a_draft_twice_discarded(
    place: Path, tiny_kdf: Kdf, clock: FixedClock
) -> None:
    draft = Draft(place, tiny_kdf, clock)
    draft.discard()
    draft.discard()
    assert left_behind(place) == []


def test_drives(tmp_path: Path) -> None:
    assert disk_of("/dev/sda2") == disk_of("/dev/sda1") == "/dev/sda"
    assert disk_of("/dev/nvme0n1p3") == "/dev/nvme0n1"
    assert disk_of("/dev/mmcblk0p1") == "/dev/mmcblk0"
    assert disk_of("/dev/sdb") == "/dev/sdb"
    assert disk_of("/dev/mapper/home") == "/dev/mapper/home"
    assert same_drive(tmp_path, tmp_path / "not" / "there")


def test_sheets_mark_the_words_that_are_asked() -> None:
    words = [f"word{n}" for n in range(1, 21)]
    (text,) = sheets([" ".join(words)], [(5, 20)])
    assert text.count("▸ word") == 2
    assert "<b>▸ word5</b>" in text
    assert "recovery sheet" in text
    both = in_one(sheets([" ".join(words)] * 2, [(5, 20), (6, 7)]))
    assert both.count("page-break-before") == 1
    assert "part 2 of 2" in both


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off(
    qapp: QApplication, qtbot: QtBot, make: Make, scale: float, way: Qt.LayoutDirection
) -> None:
    theme.apply(qapp, "light", scale)
    try:
        window = make()
        window.setLayoutDirection(way)
        kinds = set()

        def look() -> None:
            qapp.processEvents()
            kinds.add(type(window.step))
            inside = window.column.inside
            assert inside.width() <= window.column.viewport().width(), type(window.step)
            for label in inside.findChildren(QLabel):
                if label.isVisible() and not label.wordWrap():
                    assert label.width() >= label.sizeHint().width(), label.text()

        original = window._show

        def show_and_look() -> None:
            original()
            look()

        window._show = show_and_look  # type: ignore[method-assign]
        look()
        step = to_parts(qtbot, window)
        step.go_on.emit()
        assert len(kinds) == 11
    finally:
        theme.apply(qapp, "light", 1.0)
