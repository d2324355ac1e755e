"""The pages of copies, as a person uses them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.features.backups import page as pages
from peerdesk.features.backups import words
from peerdesk.features.backups.bring_back import BringBackCard
from peerdesk.features.backups.page import CopiesPage
from peerdesk.features.backups.room import room
from peerdesk.features.backups.service import BackupsService
from peerdesk.features.backups.today import CopyLine
from peerdesk.features.backups.watch import StickWatch
from peerdesk.store import backup_errors, backup_names
from peerdesk.store.workspace import Workspace
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.widgets import Muted
from tests.store.copies import PASSWORD, House
from tests.store.test_restore_renew import take_out_ben
from tests.tiny_app import TINY

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def drives() -> list[Path]:
    """What is plugged in."""
    return []


@pytest.fixture
def context(
    qtbot: QtBot, service: BackupsService, clock: FixedClock, drives: list[Path]
) -> Iterator[Context]:
    jobs = Jobs()
    made = Context(clock=clock, names=NamesCurtain(), jobs=jobs)
    made.extra["copies"] = service
    made.extra["sticks"] = StickWatch(service, jobs, find=lambda _beside: list(drives))
    yield made
    jobs.cancel_all()
    jobs.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> CopiesPage:
    made = room().page(context)
    assert isinstance(made, CopiesPage)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def idle(qtbot: QtBot, page: CopiesPage) -> None:
    qtbot.waitUntil(lambda: page._context.jobs.running() == 0, timeout=10_000)


def looked_into(qtbot: QtBot, card: BringBackCard, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(card.opened, timeout=10_000):
        act()


def test_the_page_names_itself(page: CopiesPage) -> None:
    assert room().title() == page.title() == "Copies"
    assert page.subtitle()
    assert "No copy off" in page.off.last.text()
    assert "None yet" in page.choose.about.text()
    assert page.here_words.isHidden()


def test_one_here_by_hand(qtbot: QtBot, page: CopiesPage) -> None:
    qtbot.mouseClick(page.here_button, LEFT)
    page.make_here()  # one at a time
    idle(qtbot, page)
    assert "read back" in page.message.text()
    assert len(page.service.copies()) == 1
    assert "Today 16:20" in page.here_words.text()
    assert [b.accessibleName() for b in page.choose.buttons] == [
        "Look inside the copy of Today 16:20"
    ]


def test_one_into_a_folder(
    qtbot: QtBot, page: CopiesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["", str(tmp_path / "to")])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    qtbot.mouseClick(page.off.make_button, LEFT)
    assert not page.message.text()
    qtbot.mouseClick(page.off.make_button, LEFT)
    idle(qtbot, page)
    assert "same drive" in page.message.text()
    monkeypatch.setattr(pages.drives, "same_drive", lambda *_: False)
    page.make_in(tmp_path / "other")
    idle(qtbot, page)
    assert page.off.last.text() == "Last copy off this computer: today."


def test_a_damaged_part_is_said(qtbot: QtBot, page: CopiesPage, house: House) -> None:
    house.workspace.cabinet(house.group).write_bytes(b"rubbish")
    page.make_here()
    idle(qtbot, page)
    assert "damaged" in page.message.text()


def test_a_drive_that_is_not_there_is_a_sentence(
    qtbot: QtBot, page: CopiesPage, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")
    page.make_in(tmp_path / "file" / "to")
    idle(qtbot, page)
    assert "could not be reached" in page.message.text()
    assert page.message.kind == "problem"


# -- sticks -----------------------------------------------------------------------------------


def test_a_stick_is_offered_used_and_forgotten(
    qtbot: QtBot, page: CopiesPage, drives: list[Path], stick: Path
) -> None:
    page.off.allow()
    drives.append(stick)
    page.watch.start()
    assert "STICK" in page.off.offer.text()
    qtbot.mouseClick(page.off.offer.button, LEFT)
    idle(qtbot, page)
    assert page.off.offer.isHidden()
    assert page.off.last.text() == "Last copy off this computer: today."
    assert [c.off for c in page.service.copies([stick / "peerdesk-copies"])] == [True]
    (button,) = page.off.forget_buttons
    assert button.accessibleName() == "Forget Stick 1"
    drives.clear()
    page.watch.look()
    qtbot.mouseClick(page.off.forget_buttons[0], LEFT)
    assert page.off.forget_buttons == []


def test_a_known_stick_gets_its_copy_by_itself_once(
    qtbot: QtBot, page: CopiesPage, drives: list[Path], stick: Path
) -> None:
    page.service.sticks.allow(stick)
    drives.append(stick)
    with qtbot.waitSignal(page.watch.copied, timeout=10_000):
        page.watch.look()
    idle(qtbot, page)
    page.watch.look()
    assert page._context.jobs.running() == 0
    drives.clear()
    page.watch.look()
    drives.append(stick)
    page.service.clock.advance(hours=13)  # type: ignore[attr-defined]
    with qtbot.waitSignal(page.watch.copied, timeout=10_000):
        page.watch.look()
        page.watch.copy_to(page.watch.sticks()[0])  # already on its way
    idle(qtbot, page)
    assert len(page.service.copies([stick / "peerdesk-copies"])) == 2


def test_a_stick_that_cannot_be_written_is_said_once(
    qtbot: QtBot, page: CopiesPage, drives: list[Path], stick: Path
) -> None:
    known = page.service.sticks.allow(stick)
    drives.append(stick)
    (stick / "peerdesk-copies" / backup_names.file_name(5)).mkdir()
    folder = stick / "peerdesk-copies"
    folder.rename(stick / "gone")
    (stick / "peerdesk-copies").mkdir()
    (stick / "peerdesk-copies" / "stick-id").write_text(known.id)
    assert page.watch.unknown() == []

    def broken(*_: object) -> None:
        raise backup_errors.DriveGone

    page.service.make_on = broken  # type: ignore[method-assign, assignment]
    with qtbot.waitSignal(page.watch.problem, timeout=10_000):
        page.watch.look()
    idle(qtbot, page)
    assert "could not be reached" in page.message.text()


def test_what_cannot_be_kept_of_a_stick_is_a_sentence(
    page: CopiesPage, drives: list[Path], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = page.service.sticks.allow(stick)

    def refuse(*_: object) -> None:
        raise backup_errors.MayNotWrite(stick)

    monkeypatch.setattr(page.service.sticks, "allow", refuse)
    monkeypatch.setattr(page.service.sticks, "forget", refuse)
    page.off._offered = stick
    page.off.allow()
    assert "may not write" in page.message.text()
    page.message.clear()
    page.off.forget(known.id)
    assert "may not write" in page.message.text()


def test_a_stick_that_still_holds_what_was_erased(page: CopiesPage, house: House) -> None:
    gone = house.add_person("Gone")
    known = page.service.sticks.allow(house.workspace.path.with_name("STICK2").parent)
    page.service.sticks.copied(house.clock.now_ms(), known.id)
    house.clock.advance(days=2)
    house.erase_person(gone)
    page.refresh(frozenset())
    shown = " ".join(w.text() for w in page.off.findChildren(pages.Muted))
    assert "still holds what was erased" in shown
    assert "24 November 2026, 16:20" in shown


# -- looking inside ---------------------------------------------------------------------------


def test_looking_inside_and_bringing_back(
    qtbot: QtBot, page: CopiesPage, house: House, context: Context
) -> None:
    ended: list[bool] = []
    context.extra["end_for_copies"] = lambda: ended.append(True)
    page.service.make_here()
    house.add_person("Late")
    page.refresh(frozenset())
    looked_into(qtbot, page.bring, lambda: qtbot.mouseClick(page.choose.buttons[0], LEFT))
    card = page.bring
    assert card.heading.text() == "Copy of 24 November 2026, 16:20"
    titles = [b.accessibleName() for b in card.boxes.values()]
    assert titles[:2] == ["For everyone", "Tuesday Circle"]
    assert sorted(titles[2:]) == ["Only me", "Somebody's own place"]
    assert not card.boxes[house.people["ben"].safe].isEnabled()
    assert card.chosen() == []
    qtbot.mouseClick(card.go_button, LEFT)
    assert "tick" in card.message.text()
    card.boxes[house.safe].setChecked(True)
    with qtbot.waitSignal(card.ready, timeout=10_000):
        qtbot.mouseClick(card.go_button, LEFT)
    assert ended == [True]
    assert card.looked is None
    page.service.finish()
    assert house.names() == ["Ana"]


def test_back_changes_nothing_and_leaves_nothing(
    qtbot: QtBot, page: CopiesPage, house: House
) -> None:
    copy = page.service.make_here()
    looked_into(qtbot, page.bring, lambda: page.look_into(copy.path))
    qtbot.mouseClick(page.bring.back_button, LEFT)
    assert page.stack.currentWidget() is page.column
    looked_into(qtbot, page.bring, lambda: page.look_into(copy.path))
    page.flush()
    page.flush()
    assert page.stack.currentWidget() is page.column
    assert not list(house.workspace.backups.glob(".looking-*"))
    page.bring.bring_back()
    page.bring.open_more()
    assert page.bring.looked is None


def test_leaving_while_it_is_read_stops_the_reading(
    qtbot: QtBot, page: CopiesPage, house: House
) -> None:
    copy = page.service.make_here()
    page.look_into(copy.path)
    page.flush()
    idle(qtbot, page)
    assert page.bring.looked is None
    assert not list(house.workspace.backups.glob(".looking-*"))


def test_a_password_opens_more(qtbot: QtBot, page: CopiesPage, house: House) -> None:
    copy = page.service.make_here()
    looked_into(qtbot, page.bring, lambda: page.look_into(copy.path))
    card = page.bring
    card.name.setText("ben")
    card.password.setText("not the password at all")
    qtbot.mouseClick(card.open_button, LEFT)
    idle(qtbot, page)
    assert "do not open anything" in card.message.text()
    card.password.setText(PASSWORD)
    card.open_more()
    card.bring_back()  # one thing at a time
    idle(qtbot, page)
    assert card.boxes[house.people["ben"].safe].isEnabled()
    assert card.unlock.isHidden()
    assert card.password.text() == ""


def test_a_file_that_is_no_copy(
    qtbot: QtBot, page: CopiesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.zip").write_bytes(b"rubbish")
    answers = iter([("", ""), (str(tmp_path / "x.zip"), "")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: next(answers))
    qtbot.mouseClick(page.choose.file_button, LEFT)
    looked_into(qtbot, page.bring, lambda: qtbot.mouseClick(page.choose.file_button, LEFT))
    assert page.bring.heading.text() == "This copy cannot be used"
    assert "x.zip" in page.bring.message.text()


def test_many_copies_are_shown_when_asked_for(page: CopiesPage, house: House) -> None:
    for _ in range(12):
        page.service.make_here()
        house.clock.advance(days=1)
    page.refresh(frozenset())
    assert len(page.choose.buttons) == 6
    page.choose.more.click()
    assert len(page.choose.buttons) == len(page.service.copies()) > 6
    assert page.choose.more.isHidden()


def test_damage_offers_the_newest_copy_that_is_whole(
    qtbot: QtBot, page: CopiesPage, house: House
) -> None:
    page.open_item("copy", b"")
    page.open_item("damaged", b"")
    assert not page.message.text()
    copy = page.service.make_here()
    house.workspace.cabinet(house.group).write_bytes(b"rubbish")
    looked_into(qtbot, page.bring, lambda: page.open_item("damaged", b""))
    assert page.bring.chosen() == [house.safe]
    page.flush()
    copy.path.unlink()
    page.open_item("damaged", b"")
    idle(qtbot, page)
    assert "no copy on this computer" in page.message.text()


def test_on_a_fresh_computer_all_of_it_comes(
    qtbot: QtBot, service: BackupsService, clock: FixedClock, tmp_path: Path
) -> None:
    copy = service.make_in(tmp_path / "stick", off=True)
    fresh = BackupsService(Workspace(tmp_path / "other" / "w"), clock, TINY)
    jobs = Jobs()
    card = BringBackCard(fresh, jobs)
    qtbot.addWidget(card)
    looked_into(qtbot, card, lambda: card.show_copy(copy.path))
    assert len(card.chosen()) == 4
    assert all(box.isChecked() and not box.isEnabled() for box in card.boxes.values())
    assert card.unlock.isHidden()
    with qtbot.waitSignal(card.ready, timeout=10_000):
        card.go_button.click()
    assert fresh.workspace.has_drawers()
    qtbot.waitUntil(lambda: jobs.running() == 0)
    jobs.deleteLater()


# -- words and Today --------------------------------------------------------------------------


def test_how_old_the_last_copy_is() -> None:
    assert words.last_off(None) == "No copy off this computer yet."
    assert words.last_off(0).endswith("today.")
    assert words.last_off(1).endswith("yesterday.")
    assert words.last_off(12).endswith("12 days ago.")
    assert words.size(692_014).endswith("B")


def test_the_line_on_today_leads_to_the_copies(
    qtbot: QtBot, context: Context, service: BackupsService
) -> None:
    went: list[bool] = []
    context.extra["show_copies"] = lambda: went.append(True)
    line = CopyLine(context)
    qtbot.addWidget(line)
    line.make.click()
    assert went == [True]
    service.sticks.copied(context.clock.now_ms())
    line.reload()
    assert line.words.text() == "Last copy off this computer: today."
    context.extra.clear()
    bare = CopyLine(context)
    qtbot.addWidget(bare)
    bare.make.click()
    assert bare.isHidden()
    with pytest.raises(KnownError):
        raise backup_errors.DriveGone


def test_a_stick_that_still_opens_with_the_old_key_says_so(
    page: CopiesPage, service: BackupsService, house: House, tmp_path: Path
) -> None:
    (tmp_path / "STICK").mkdir()
    service.make_on(service.sticks.allow(tmp_path / "STICK"))
    page.refresh(frozenset())
    assert not any("old key" in label.text() for label in page.off.findChildren(Muted))
    house.clock.advance(hours=1)
    take_out_ben(house)
    service.opened = house.opened()
    page.refresh(frozenset())
    said = [label.text() for label in page.off.findChildren(Muted)]
    assert any("still opens with the old key" in text for text in said)
    assert not any("erased since" in text for text in said)


def test_leaving_the_page_asks_nothing_any_more(page: CopiesPage, house: House) -> None:
    (house.workspace.backups / "aside").mkdir()
    (house.workspace.backups / "aside" / "2026-11-20-shelf.db").write_bytes(b"rubbish")
    page.refresh(frozenset())
    assert page.aside.isVisibleTo(page)
    page.aside.out_buttons[0].click()
    page.flush()
    assert page.aside.message.text() == ""
