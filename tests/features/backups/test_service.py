"""The verbs of copies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.features.backups import making
from peerdesk.features.backups.service import BackupsService
from peerdesk.safe.accounts import WrongNameOrPassword
from peerdesk.store import backup, backup_clean, backup_errors, backup_fresh, backup_names
from peerdesk.store import backup_archive as archives
from peerdesk.store.backup_archive import Archive
from peerdesk.store.restore import Held
from peerdesk.store.workspace import Workspace
from tests.store.copies import PASSWORD, House
from tests.store.test_restore_renew import new_key_for_maria, take_out_ben
from tests.tiny_app import TINY


def now(house: House) -> None:
    """Files were written at the moment the clock says."""
    for path in house.workspace.path.rglob("*"):
        os.utime(path, (house.clock.now_ms() / 1000, house.clock.now_ms() / 1000))


# -- making -----------------------------------------------------------------------------------


def test_here_by_hand_and_listed(service: BackupsService, house: House) -> None:
    first = service.make_here()
    house.clock.advance(hours=1)
    second = service.make_here()
    assert [c.path for c in service.copies()] == [second.path, first.path]
    assert [c.off for c in service.copies([first.path.parent])] == [False, True, False, True]
    assert service.copies()[0].size == second.size
    assert service.days_off() is None


def test_a_folder_on_another_drive_counts(
    service: BackupsService, house: House, tmp_path: Path
) -> None:
    service.make_in(tmp_path / "here", off=False)
    assert service.days_off() is None
    service.make_in(tmp_path / "there", off=True)
    house.clock.advance(days=12)
    assert service.days_off() == 12
    house.clock.advance(days=-400)
    assert service.days_off() == 0


def test_what_went_between_two_looks_is_left_out(
    service: BackupsService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(
        backup_names, "in_folder", lambda folder: [folder / backup_names.file_name(1)]
    )
    assert service.copies() == []

    def gone(folder: Path) -> list[Path]:
        if folder == tmp_path:
            raise backup_errors.DriveGone
        return []

    monkeypatch.setattr(backup_names, "in_folder", gone)
    assert service.copies([tmp_path]) == []


def test_a_known_stick_gets_one_when_it_is_due(
    service: BackupsService, house: House, stick: Path
) -> None:
    now(house)
    service.sticks.allow(stick)
    (lone,) = service.sticks.all()
    assert not service.due_on(lone)
    (plugged,) = service.sticks.all([stick])
    assert service.due_on(plugged)
    house.clock.advance(hours=1)
    made = service.make_on(plugged)
    assert made.path.parent == plugged.folder
    (plugged,) = service.sticks.all([stick])
    assert plugged.last == made.made_at == service.sticks.off_at
    assert not service.due_on(plugged)
    house.clock.advance(minutes=5)
    now(house)
    assert service.due_on(plugged)
    house.clock.advance(days=-365)
    now(house)
    assert service.due_on(plugged)


def test_due_here_only_after_a_change(service: BackupsService, house: House) -> None:
    now(house)
    assert service.due_here()
    house.clock.advance(minutes=1)
    service.make_here()
    assert not service.due_here()
    journal = house.workspace.shelf.with_name("shelf.db-wal")
    journal.write_bytes(b"")
    assert not service.due_here()
    journal.unlink()
    house.clock.advance(minutes=1)
    now(house)
    assert service.due_here()
    service.make_here()
    house.clock.advance(days=-365)  # a clock that was set back hides no change
    now(house)
    assert service.due_here()


def test_copies_from_a_time_still_to_come_are_the_older_ones(
    service: BackupsService, house: House
) -> None:
    first = service.make_here()
    house.clock.advance(days=-365)
    second = service.make_here()
    house.clock.advance(hours=1)
    third = service.make_here()
    assert [c.path for c in service.copies()] == [third.path, second.path, first.path]


def test_a_file_that_goes_while_it_is_looked_at(
    service: BackupsService, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peerdesk.store import backup_whole

    monkeypatch.setattr(backup_whole, "names_of", lambda _workspace: ["shelf.db", "none"])
    assert len(list(service._changes())) == 1


def test_quick_copies_of_what_was_asked_for(service: BackupsService, house: House) -> None:
    assert service.quick(60) == 3
    folder, workspace = house.workspace.backups, house.workspace
    maria = workspace.drawer(house.people["maria"].drawer_id)
    assert len(backup.copies(maria, folder)) == 1
    house.clock.advance(minutes=1)
    assert service.quick(60, ["shelf.db", "unknown"]) == 1
    assert len(backup.copies(workspace.shelf, folder)) == 2


def test_quick_copies_end_when_the_time_is_up(house: House) -> None:
    moments = iter([0.0, 0.0, 99.0, 99.0, 99.0, 99.0])
    service = BackupsService(
        house.workspace, house.clock, TINY, house.opened(), timer=lambda: next(moments)
    )
    assert service.quick(1) == 0
    left = [p for p in house.workspace.backups.iterdir() if p.suffix != ".bak"]
    assert not left


def test_quick_copies_leave_large_files_to_what_follows(
    service: BackupsService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "QUICK_BYTES", 150_000)
    assert service.quick(60) == 1


def test_quick_copies_never_hold_up_a_lock(service: BackupsService, house: House) -> None:
    house.workspace.cabinet(house.group).write_bytes(b"rubbish")
    assert service.quick(60) == 2


# -- what was erased --------------------------------------------------------------------------


def test_what_was_erased_goes_from_the_copies_at_hand(
    service: BackupsService, house: House, stick: Path
) -> None:
    gone = house.add_person("Gone")
    known = service.sticks.allow(stick)
    service.make_on(known)
    service.make_here()
    (known,) = service.sticks.all([stick])
    house.clock.advance(hours=1)
    assert not service.holds_erased(known)
    house.erase_person(gone)
    assert service.holds_erased(known)
    (other := stick / "peerdesk-copies" / backup_names.file_name(5)).write_bytes(b"rubbish")
    house.clock.advance(hours=1)
    assert service.clean([known.folder]) == 2
    assert service.clean([known.folder]) == 0
    assert service.clean([known.folder], every=True) == 2
    assert other.exists()
    for copy in service.copies([known.folder])[:2]:
        looked = service.look(copy.path)
        assert [p.held.people for p in looked.parts if p.held and p.kind == "cabinet"] == [1]
        looked.close()
    (known,) = service.sticks.all([stick])
    service.make_on(known)
    assert not service.holds_erased(service.sticks.all()[0])


def test_a_copy_of_another_peerdesk_is_left_alone(
    service: BackupsService, house: House, tmp_path: Path
) -> None:
    (tmp_path / "s").write_bytes(b"x")
    path = house.workspace.backups / backup_names.file_name(5)
    archives.write(path, [archives.Source("shelf.db", tmp_path / "s", 1)], bytes(16), 5, print)
    assert service.clean(every=True) == 0


def test_a_place_that_is_missing_has_erased_nothing(service: BackupsService, house: House) -> None:
    house.workspace.cabinet(house.group).unlink()
    house.workspace.shelf.write_bytes(b"rubbish")
    assert list(service._late(backup_clean.newest_change)) == [house.people["maria"].safe]


def test_a_stick_with_the_old_key_is_told_from_one_with_what_was_erased(
    service: BackupsService, house: House, stick: Path
) -> None:
    service.make_on(service.sticks.allow(stick))
    (known,) = service.sticks.all([stick])
    house.clock.advance(hours=1)
    assert not service.holds_old_key(known)
    take_out_ben(house)
    service.opened = house.opened()
    assert service.holds_old_key(known)
    assert not service.holds_erased(known)
    house.clock.advance(hours=1)
    service.make_on(known)
    assert not service.holds_old_key(service.sticks.all()[0])


def test_copies_that_still_have_to_be_cleaned(service: BackupsService, house: House) -> None:
    copy = service.make_here()
    (house.workspace.backups / backup_names.file_name(5)).write_bytes(b"rubbish")
    assert service.not_clean() == []
    house.clock.advance(hours=1)
    take_out_ben(house)
    service.opened = house.opened()
    assert [c.path for c in service.not_clean()] == [copy.path]
    house.clock.advance(hours=1)
    service.clean()
    assert service.not_clean() == []


def test_old_keys_keep_what_they_opened(service: BackupsService, house: House) -> None:
    copy, then = service.make_here(), house.opened()
    new_key_for_maria(house)
    service.opened = house.opened()
    house.clock.advance(hours=1)
    assert service.clean(every=True, old=then) == 1
    looked = service.look(copy.path)
    assert {p.name for p in looked.parts if p.held} == {
        "shelf.db",
        house.safe,
        house.people["maria"].safe,
    }
    looked.close()


# -- what is not whole ------------------------------------------------------------------------


def test_what_is_damaged_or_missing_is_known_by_its_file(
    service: BackupsService, house: House
) -> None:
    assert service.not_whole() == []
    copy = service.make_here()
    house.clock.advance(hours=1)
    house.workspace.cabinet(house.group).unlink()
    assert service.not_whole() == [house.safe]
    maria = service.opened[0]
    alone = BackupsService(house.workspace, house.clock, TINY, [maria])
    assert alone.not_whole() == [house.safe]
    house.workspace.shelf.write_bytes(b"rubbish")
    assert set(alone.not_whole()) == {"shelf.db", house.safe}
    found = alone.newest_good(alone.not_whole())
    assert found is not None
    assert found.path == copy.path


def test_the_newest_copy_that_is_good_not_the_newest(service: BackupsService, house: House) -> None:
    good = service.make_here()
    house.clock.advance(hours=1)
    path = house.workspace.cabinet(house.group)
    path.write_bytes(b"rubbish")
    bad = service.make_here()
    house.clock.advance(hours=1)
    (house.workspace.backups / backup_names.file_name(house.clock.now_ms())).write_bytes(b"rubbish")
    found = service.newest_good([house.safe])
    assert found is not None
    assert found.path == good.path
    good.path.unlink()
    assert bad.damaged == (house.safe,)
    assert service.newest_good([house.safe]) is None


# -- looking and bringing back ----------------------------------------------------------------


def test_back_and_a_copy_of_what_was_there_first(service: BackupsService, house: House) -> None:
    copy = service.make_here()
    house.add_person("Late")
    house.clock.advance(hours=1)
    looked = service.look(copy.path)
    service.bring_back(looked, [house.safe])
    looked.close()
    assert house.names() == ["Ana", "Late"]
    assert service.finish()
    assert house.names() == ["Ana"]
    assert len(service.copies()) == 2
    newest = service.look(service.copies()[0].path)
    assert [p.held for p in newest.parts if p.name == house.safe] == [Held(people=2, meetings=0)]
    newest.close()


def test_on_another_computer(service: BackupsService, clock: FixedClock, tmp_path: Path) -> None:
    copy = service.make_in(tmp_path / "stick", off=True)
    fresh = Workspace(tmp_path / "other" / "w")
    fresh.path.parent.mkdir()
    there = BackupsService(fresh, clock, TINY)
    looked = there.look(copy.path)
    there.bring_back(looked, [])
    looked.close()
    there.tidy()
    assert fresh.has_drawers()
    assert [p.name for p in fresh.path.parent.iterdir()] == ["w"]


def test_a_password_opens_more_of_it(service: BackupsService, house: House) -> None:
    copy = service.make_here()
    house.add_note("late", "ben")
    nobody = BackupsService(house.workspace, house.clock, TINY)
    looked = nobody.look(copy.path)
    with pytest.raises(WrongNameOrPassword):
        nobody.unlock(looked, "ben", "another password altogether")
    assert not any(p.allowed for p in looked.parts)
    nobody.unlock(looked, "ben", PASSWORD)
    seen = {p.name: p for p in looked.parts}
    assert {n for n, p in seen.items() if p.allowed} == {
        "shelf.db",
        house.safe,
        house.people["ben"].safe,
    }
    nobody.bring_back(looked, [house.people["ben"].safe])
    looked.close()
    nobody.finish()
    assert house.notes("ben") == []


def test_a_password_opens_a_copy_where_the_workspace_lost_everything(
    service: BackupsService, house: House
) -> None:
    copy = service.make_here()
    for path in (*house.workspace.drawers.iterdir(), *house.workspace.groups.iterdir()):
        path.unlink()
    nobody = BackupsService(house.workspace, house.clock, TINY)
    looked = nobody.look(copy.path)
    nobody.unlock(looked, "maria", PASSWORD)
    held = {p.name: p.held for p in looked.parts}
    assert held[house.safe] == Held(people=1, meetings=0)
    assert all(p.allowed for p in looked.parts if p.kind != "shelf")
    nobody.bring_back(looked, [p.name for p in looked.parts if p.allowed])
    looked.close()
    nobody.finish()
    assert (house.names(), house.notes(), house.notes("ben")) == (["Ana"], ["first"], [])


def test_seals_of_now_that_open_for_nobody(service: BackupsService, house: House) -> None:
    copy = service.make_here()
    house.workspace.seals(house.group).write_bytes(b"rubbish")
    nobody = BackupsService(house.workspace, house.clock, TINY)
    looked = nobody.look(copy.path)
    nobody.unlock(looked, "maria", PASSWORD)
    assert house.safe not in looked.keys.safes
    assert not looked.keys.shelf
    looked.close()


def test_stopped_while_looking_or_cleaning(service: BackupsService, house: House) -> None:
    def stop() -> None:
        raise Cancelled

    copy = service.make_here()
    for act in (lambda: service.look(copy.path, stop), lambda: service.clean(check=stop)):
        with pytest.raises(Cancelled):
            act()
    assert {p.name for p in house.workspace.backups.iterdir()} == {
        copy.path.name,
        backup_fresh.RECORD,
    }
    with pytest.raises(KnownError), Archive(copy.path.with_name("none")):
        raise AssertionError
