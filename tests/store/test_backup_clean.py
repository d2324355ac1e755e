"""Older copies lose what was erased since, and withdrawn keys open nothing in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.safe.accounts import Accounts, WrongNameOrPassword
from peerdesk.store import erased
from peerdesk.store.backup_archive import Archive
from peerdesk.store.backup_clean import (
    SLACK,
    clean,
    is_stale,
    newest_change,
    newest_erased,
    newest_withdrawn,
)
from peerdesk.store.restore import look
from tests.store.copies import ID, PASSWORD, House, copied
from tests.store.test_restore_renew import new_key_for_maria, take_out_ben
from tests.tiny_app import TINY

BOUNDS = TINY.bounds


def held(house: House, path: Path) -> dict[str, object]:
    with look(house.workspace, path, house.keys(), BOUNDS) as looked:
        return {part.name: part.held for part in looked.parts}


def stale(house: House, path: Path) -> bool:
    late = {house.safe: newest_change(house.workspace.cabinet(house.group), house.key)}
    with Archive(path) as archive:
        return is_stale(archive, late, house.clock.now_ms())


def run(house: House, path: Path) -> None:
    house.clock.advance(hours=1)
    clean(house.workspace, path, house.keys(), BOUNDS, house.clock.now_ms())


def test_an_erased_person_goes_from_a_copy_and_all_else_stays(house: House) -> None:
    gone = house.add_person("Gone")
    path = copied(house)
    assert not stale(house, path)
    house.erase_person(gone)
    house.add_person("Late")
    assert stale(house, path)
    with Archive(path) as archive:
        before = {m.name: m.sha256 for m in archive.members.values()}
        made_at = archive.made_at
    assert held(house, path)[house.safe].people == 2  # type: ignore[attr-defined]
    run(house, path)
    assert not stale(house, path)
    with Archive(path) as archive:
        archive.verify()
        after = {m.name: m.sha256 for m in archive.members.values()}
        assert archive.made_at == made_at
    assert set(after) == set(before)
    ben = house.people["ben"].safe
    assert after[ben] == before[ben]
    assert held(house, path)[house.safe].people == 1  # type: ignore[attr-defined]


def test_who_was_taken_out_opens_nothing_in_older_copies(house: House, tmp_path: Path) -> None:
    path = copied(house)
    take_out_ben(house)
    assert stale(house, path)
    run(house, path)
    assert held(house, path)[house.safe].people == 1  # type: ignore[attr-defined]
    with look(house.workspace, path, house.keys("ben"), BOUNDS) as looked:
        seals = house.safe.replace(".safe", ".seals")
        now = house.workspace.path / seals
        assert (looked.room / seals).read_bytes() == now.read_bytes()


def test_a_password_somebody_knows_opens_nothing_in_older_copies(house: House) -> None:
    path = copied(house)
    new_key_for_maria(house)
    run(house, path)
    maria = house.people["maria"]
    with look(house.workspace, path, house.keys(), BOUNDS) as looked:
        assert maria.safe not in looked.members
        with pytest.raises(WrongNameOrPassword):
            Accounts(looked.room, ID, TINY).sign_in("maria", PASSWORD)
        assert Accounts(looked.room, ID, TINY).sign_in("ben", PASSWORD)


def test_the_only_good_copy_of_what_is_damaged_now_is_left_alone(house: House) -> None:
    gone = house.add_person("Gone")
    path = copied(house)
    house.erase_person(gone)
    house.workspace.cabinet(house.group).write_bytes(b"rubbish")
    run(house, path)
    assert held(house, path)[house.safe].people == 2  # type: ignore[attr-defined]


def test_a_place_that_was_erased_for_good_goes_from_older_copies(house: House) -> None:
    path = copied(house)
    ben = house.people["ben"]
    place = house.shelf()
    erased.write_erased(place.database.connection(), bytes.fromhex(ben.drawer_id), erased.DRAWER, 5)
    place.close()
    for file in house.workspace.drawers.glob(f"{ben.drawer_id}*"):
        file.unlink()
    run(house, path)
    with Archive(path) as archive:
        assert not [name for name in archive.members if ben.drawer_id in name]
        assert house.safe in archive.members


def test_with_the_key_of_then_a_copy_of_ones_own_place_stays_under_that_of_now(
    house: House,
) -> None:
    path, then = copied(house), house.people["maria"].key
    new_key_for_maria(house)
    maria = house.people["maria"]
    house.clock.advance(hours=1)
    now, old = house.clock.now_ms(), {maria.safe: then}
    clean(house.workspace, path, house.keys(), BOUNDS, now, old=old)
    assert held(house, path)[maria.safe].notes == 1  # type: ignore[attr-defined]
    with look(house.workspace, path, house.keys(), BOUNDS) as looked:
        assert looked.old[maria.safe] == maria.key != then
        with pytest.raises(WrongNameOrPassword):
            Accounts(looked.room, ID, TINY).sign_in("maria", PASSWORD)


def test_a_copy_from_a_time_still_to_come_is_cleaned_once(house: House) -> None:
    gone = house.add_person("Gone")
    path = copied(house)
    house.clock.advance(days=-365)  # the clock was set back
    assert not stale(house, path)  # nothing was ever erased
    house.erase_person(gone)
    assert stale(house, path)
    run(house, path)
    assert held(house, path)[house.safe].people == 1  # type: ignore[attr-defined]
    assert not stale(house, path)
    assert SLACK < 3_600_000


def test_a_withdrawn_key_and_an_erased_person_are_told_apart(house: House) -> None:
    path = house.workspace.cabinet(house.group)
    house.erase_person(house.add_person("Gone"))
    at = house.clock.now_ms()
    assert (newest_erased(path, house.key), newest_withdrawn(path, house.key)) == (at, 0)
    house.clock.advance(hours=1)
    take_out_ben(house)
    path = house.workspace.cabinet(house.group)
    assert newest_erased(path, house.key) == at
    assert newest_withdrawn(path, house.key) > at


def test_nothing_erased_is_nothing_new(house: House) -> None:
    assert newest_change(house.workspace.shelf, None) == 0
