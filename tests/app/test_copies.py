"""Copies that are made by themselves, and bringing back while nobody is signed in."""

from __future__ import annotations

import errno
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.app import copies as app_copies
from peerdesk.app.bring_back import BringBackWindow
from peerdesk.app.copies import FrontCopies, put_in_place
from peerdesk.app.desk import Desk
from peerdesk.app.first_start import FirstStart
from peerdesk.app.signed_in import WAIT_AT_A_LOCK, SignedInDesk
from peerdesk.app.today.page import TodayPage
from peerdesk.app.welcome.front import Front
from peerdesk.core.clock import FixedClock
from peerdesk.features.backups.page import CopiesPage
from peerdesk.features.backups.service import BackupsService
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.features.people.service import PeopleService
from peerdesk.safe.accounts import WrongNameOrPassword
from peerdesk.store import backup
from peerdesk.store.backup_errors import NoRoomForCopy
from peerdesk.store.connection import Damaged
from peerdesk.store.workspace import Workspace
from peerdesk.ui import theme
from peerdesk.ui.widgets import InlineMessage
from tests.store.copies import PASSWORD, House, lived_in
from tests.tiny_app import TINY

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")


@pytest.fixture
def house(tmp_path: Path, clock: FixedClock) -> House:
    return lived_in(tmp_path / "w", clock)


def a_desk(qapp: QApplication, path: Path, clock: FixedClock, *, greet: bool = False) -> Desk:
    options = Namespace(
        workspace=path, demo=False, locked=False, throw_away=False, greet=greet, show="welcome"
    )
    made = Desk(qapp, options, TINY, None)
    made.clock = clock
    return made


@pytest.fixture
def desk(qapp: QApplication, house: House, clock: FixedClock) -> Iterator[Desk]:
    made = a_desk(qapp, house.workspace.path, clock)
    yield made
    if made.window is not None:
        if hasattr(made.window, "release"):
            made.window.release()
        made.window.close()
        made.window.deleteLater()
    theme.apply(qapp, "light", 1.0)
    made.setParent(None)


@pytest.fixture
def signed(desk: Desk, house: House) -> Iterator[SignedInDesk]:
    maria = house.people["maria"]
    keys = SignedIn(maria.drawer_id, maria.key, [(house.group_uid, house.group, house.key)])
    made = SignedInDesk(desk, keys)
    made.copies.sticks._find = lambda _beside: []
    made.window.show()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()


def idle(qtbot: QtBot, signed: SignedInDesk) -> None:
    qtbot.waitUntil(lambda: signed.context.jobs.running() == 0, timeout=10_000)


def kept(house: House) -> list[int]:
    folder, workspace = house.workspace.backups, house.workspace
    maria = workspace.drawer(house.people["maria"].drawer_id)
    paths = (workspace.shelf, workspace.cabinet(house.group), maria)
    return [len(backup.copies(path, folder)) for path in paths]


# -- signed in --------------------------------------------------------------------------------


def test_at_a_lock_only_what_changed_is_copied(signed: SignedInDesk, house: House) -> None:
    signed.copies.at_a_lock()
    assert kept(house) == [0, 0, 0]
    assert signed.session.cabinet is not None
    PeopleService(signed.session.cabinet).add_person(name="Bo")
    signed.copies.at_a_lock()
    assert kept(house) == [0, 1, 0]


def test_at_the_end_one_of_everything_unless_nothing_changed(
    signed: SignedInDesk, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed.copies.at_the_end()
    assert len(signed.copies.service.copies()) == 1
    monkeypatch.setattr(BackupsService, "due_here", lambda _self: False)
    signed.copies.at_the_end()
    assert len(signed.copies.service.copies()) == 1

    def full(_self: BackupsService) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(BackupsService, "due_here", full)
    signed.copies.at_the_end()
    signed.copies.keep = False
    signed.copies.at_the_end()
    assert kept(house) == [0, 0, 0]


def test_what_is_erased_goes_from_the_copies(
    qtbot: QtBot, signed: SignedInDesk, house: House
) -> None:
    service = signed.copies.service
    service.make_here()
    house.clock.advance(hours=1)
    assert signed.session.cabinet is not None
    people = PeopleService(signed.session.cabinet)
    (uid,) = (bytes(r[0]) for r in signed.session.cabinet.rows("SELECT uid FROM person"))  # type: ignore[call-overload]
    people.erase(uid)
    idle(qtbot, signed)
    looked = service.look(service.copies()[0].path)
    assert [p.held.people for p in looked.parts if p.held and p.kind == "cabinet"] == [0]
    looked.close()


def test_an_import_has_a_copy_of_everything_first(signed: SignedInDesk, house: House) -> None:
    signed.window.go("backups")
    signed.context.extra["copy_first"](list)
    assert len(signed.copies.service.copies()) == 1


def test_today_can_be_seen_before_a_sign_in_settles_anything(
    qtbot: QtBot, signed: SignedInDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitExposed(signed.window):
        signed.window.show()
    order: list[str] = []
    painted, settle = TodayPage.paintEvent, signed.copies.start
    monkeypatch.setattr(
        TodayPage, "paintEvent", lambda page, event: (order.append("seen"), painted(page, event))
    )
    monkeypatch.setattr(signed.copies, "start", lambda: (order.append("settled"), settle()))
    signed.arrive()
    assert order == []
    qtbot.waitUntil(lambda: "settled" in order)
    assert order[0] == "seen"


def test_who_is_gone_again_at_once_leaves_nothing_behind(
    signed: SignedInDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed.arrive()
    with monkeypatch.context() as gone:
        gone.setattr(signed, "_closed", True)
        signed.settle()
    assert not signed.copies._timer.isActive()


def test_a_sign_in_looks_at_sticks_and_cleans(qtbot: QtBot, signed: SignedInDesk) -> None:
    signed.copies.service.make_here()
    signed.arrive()
    assert signed.window.current == "today"
    assert not signed.copies._timer.isActive()
    qtbot.waitUntil(signed.copies._timer.isActive)
    signed.copies.begin()
    idle(qtbot, signed)
    assert signed.window.current == "today"


def test_a_group_that_is_missing_is_offered_at_the_sign_in(
    qtbot: QtBot, desk: Desk, house: House
) -> None:
    BackupsService(house.workspace, house.clock, TINY, house.opened()).make_here()
    house.workspace.cabinet(house.group).unlink()
    maria = house.people["maria"]
    signed = SignedInDesk(desk, SignedIn(maria.drawer_id, maria.key))
    signed.copies.sticks._find = lambda _beside: []
    signed.copies.begin()
    page = signed.window.pages["backups"]
    assert isinstance(page, CopiesPage)
    with qtbot.waitSignal(page.bring.opened, timeout=10_000):
        pass
    assert page.bring.chosen() == [house.safe]
    page.flush()
    idle(qtbot, signed)
    signed.close()
    signed.window.close()
    signed.window.deleteLater()
    signed.deleteLater()


def test_settings_and_today_lead_to_the_copies(signed: SignedInDesk) -> None:
    from peerdesk.app.settings.page import SettingsPage
    from peerdesk.app.today.page import TodayPage

    page = signed.window.go("settings")
    assert isinstance(page, SettingsPage)
    page.copies.click()
    assert signed.window.current == "backups"
    page = signed.window.go("today")
    assert isinstance(page, TodayPage)
    assert page.remember.copies.words.text() == "No copy off this computer yet."
    page.remember.copies.make.click()
    assert signed.window.current == "backups"


def test_bringing_back_locks_first(
    qtbot: QtBot, signed: SignedInDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[str] = []
    monkeypatch.setattr(signed.desk, "lock", lambda *_: locked.append("locked"))
    signed.window.go("backups")
    signed.context.extra["end_for_copies"]()
    assert locked == ["locked"]


# -- nobody signed in -------------------------------------------------------------------------


def test_after_a_lock_everything_is_copied_byte_for_byte(
    qtbot: QtBot, qapp: QApplication, house: House, clock: FixedClock
) -> None:
    desk = a_desk(qapp, house.workspace.path, clock, greet=True)
    after = FrontCopies(desk, desk)
    assert after._timer.isActive()
    after.stop()
    after.begin()
    service = BackupsService(house.workspace, clock, TINY)
    assert after._jobs is not None
    jobs = after._jobs
    qtbot.waitUntil(lambda: jobs.running() == 0, timeout=10_000)
    assert len(service.copies()) == 1
    after.stop()
    assert not FrontCopies(a_desk(qapp, house.workspace.path, clock), desk)._timer.isActive()
    desk.deleteLater()


def test_what_lies_ready_is_put_in_place_at_the_start(
    desk: Desk, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = BackupsService(house.workspace, house.clock, TINY, house.opened())
    copy = service.make_here()
    house.add_person("Late")
    looked = service.look(copy.path)
    service.bring_back(looked, [house.safe])
    looked.close()
    monkeypatch.setattr(desk.instance, "take", lambda _wait: True)
    assert desk.start()
    assert isinstance(desk.window, Front)
    desk.window.release()
    assert house.names() == ["Ana"]


def test_what_cannot_be_put_in_place_now_waits(
    desk: Desk, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peerdesk.store import restore_apply

    def refuse(_workspace: Workspace) -> bool:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(restore_apply, "finish", refuse)
    put_in_place(desk)


def test_from_the_welcome_page_and_back(qtbot: QtBot, desk: Desk, house: House) -> None:
    service = BackupsService(house.workspace, house.clock, TINY, house.opened())
    service.make_here()
    desk.show_welcome()
    assert isinstance(desk.window, Front)
    front = desk.window
    front._fill()
    assert front.copies_link is not None
    qtbot.mouseClick(front.copies_link, LEFT)
    window = desk.window
    assert isinstance(window, BringBackWindow)
    with qtbot.waitSignal(window.bring.opened, timeout=10_000):
        window.choose.buttons[0].click()
    assert window.choose.isHidden()
    assert window.bring.chosen() == []
    window.bring.name.setText("ben")
    window.bring.password.setText(PASSWORD)
    window.bring.open_more()
    qtbot.waitUntil(lambda: window.jobs.running() == 0, timeout=10_000)
    assert window.bring.boxes["shelf.db"].isEnabled()
    window.bring.leave()
    assert not window.choose.isHidden()
    window.leave_button.click()
    assert isinstance(desk.window, Front)


def test_a_damaged_drawer_leads_to_the_copies(qtbot: QtBot, desk: Desk, house: House) -> None:
    BackupsService(house.workspace, house.clock, TINY, house.opened()).make_here()
    maria = house.people["maria"]
    house.workspace.drawer(maria.drawer_id).unlink()
    desk.show_welcome()
    front = desk.window
    assert isinstance(front, Front)
    with pytest.raises(Exception, match="not where it should be"):
        front._open_keys("maria", PASSWORD)
    assert front._offer is not None
    assert "A copy can bring back" in front._offer.text()
    front.say(Damaged(house.workspace.shelf))
    qtbot.mouseClick(front._offer.button, LEFT)
    window = desk.window
    assert isinstance(window, BringBackWindow)
    with qtbot.waitSignal(window.bring.opened, timeout=10_000):
        window.choose.buttons[0].click()
    assert window.bring.chosen() == [maria.safe]
    with qtbot.waitSignal(window.bring.ready, timeout=10_000):
        window.bring.go_button.click()
    assert isinstance(desk.window, Front)
    desk.window.release()
    assert house.notes() == ["first"]


def test_from_the_first_start_of_another_computer(
    qtbot: QtBot, qapp: QApplication, house: House, clock: FixedClock, tmp_path: Path
) -> None:
    service = BackupsService(house.workspace, clock, TINY, house.opened())
    copy = service.make_in(tmp_path / "stick", off=True)
    desk = a_desk(qapp, tmp_path / "other" / "w", clock)
    desk.show_first_start()
    first = desk.window
    assert isinstance(first, FirstStart)
    first.go_on()
    first.answers.purpose = "copy"
    first.show_step(1)
    first.go_on()
    window = desk.window
    assert isinstance(window, BringBackWindow)
    window.leave_button.click()
    assert isinstance(desk.window, FirstStart)
    desk.show_bring_back()
    window = desk.window
    assert isinstance(window, BringBackWindow)
    with qtbot.waitSignal(window.bring.opened, timeout=10_000):
        window.look_into(copy.path)
    with qtbot.waitSignal(window.bring.ready, timeout=10_000):
        window.bring.go_button.click()
    front = desk.window
    assert isinstance(front, Front)
    keys = front._open_keys("maria", PASSWORD)
    assert [f for _, f, _ in keys.cabinets] == [house.group]
    front.release()
    front.close()
    front.deleteLater()
    theme.apply(qapp, "light", 1.0)
    desk.deleteLater()


def test_the_seconds_of_a_lock_are_few() -> None:
    assert app_copies.AT_A_LOCK + WAIT_AT_A_LOCK / 1000 < 1.5


def test_what_a_thread_could_not_do_is_no_trouble(
    qtbot: QtBot, qapp: QApplication, house: House, clock: FixedClock
) -> None:
    desk = a_desk(qapp, house.workspace.path, clock)
    after = FrontCopies(desk, desk)
    BackupsService(house.workspace, clock, TINY).make_here()
    clock.advance(days=400)
    BackupsService(house.workspace, clock, TINY).make_here()
    after.begin()
    jobs = after._jobs
    assert jobs is not None
    qtbot.waitUntil(lambda: jobs.running() == 0, timeout=10_000)
    assert len(BackupsService(house.workspace, clock, TINY).copies()) == 2
    desk.setParent(None)


def test_a_lost_key_file_leads_to_the_copies_too(qtbot: QtBot, desk: Desk, house: House) -> None:
    service = BackupsService(house.workspace, house.clock, TINY, house.opened())
    service.make_here()
    maria = house.people["maria"]
    house.add_note("since then")
    desk.show_welcome()
    front = desk.window
    assert isinstance(front, Front)
    with pytest.raises(WrongNameOrPassword):
        front._open_keys("maria", "another sentence")
    assert front._offer is None
    house.workspace.drawer(maria.drawer_id).with_suffix(".key").unlink()
    with pytest.raises(WrongNameOrPassword):
        front._open_keys("maria", PASSWORD)
    assert front._offer is not None
    qtbot.mouseClick(front._offer.button, LEFT)
    window = desk.window
    assert isinstance(window, BringBackWindow)
    with qtbot.waitSignal(window.bring.opened, timeout=10_000):
        window.choose.buttons[0].click()
    assert window.bring.chosen() == [maria.safe]


def test_local_help_after_an_update_waits_for_a_copy_of_everything(
    qtbot: QtBot, desk: Desk, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peerdesk.store import backup_fresh

    monkeypatch.setattr(backup_fresh, "is_older", lambda *_: True)
    desk.show_welcome()
    front = desk.window
    assert isinstance(front, Front)
    made = backup_fresh.make
    with monkeypatch.context() as no_room:

        def full(*_: object, **__: object) -> None:
            raise NoRoomForCopy

        no_room.setattr(backup_fresh, "make", full)
        front.show_directory()
        front.show_directory()  # one at a time
        assert front.directory is None
        assert front._first is not None
        first = front._first
        assert first.running() == 1
        qtbot.waitUntil(lambda: first.running() == 0, timeout=10_000)
    said = [m.text() for m in front.findChildren(InlineMessage)]
    assert any("Nothing was changed" in text for text in said)
    assert front.shelf is None
    assert backup_fresh.make is made
    front.show_directory()
    qtbot.waitUntil(lambda: front.directory is not None, timeout=10_000)
    assert len(BackupsService(house.workspace, house.clock, TINY).copies()) == 1
    assert front.stack.currentWidget() is front.directory
