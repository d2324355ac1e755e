"""Who may open a group that is brought back, when its seals say more than the copies do."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.safe import seals
from peerdesk.store import drawer
from peerdesk.store.backup_whole import make
from peerdesk.store.connection import connect
from peerdesk.store.restore import SHELF, Keys, look
from peerdesk.store.restore_apply import finish, prepare
from peerdesk.store.restore_group import GroupMovedOn, generation_on_shelf
from tests.store.copies import DO, House, make_house
from tests.tiny_app import TINY

BOUNDS = TINY.bounds


@pytest.fixture
def house(tmp_path: Path, clock: FixedClock) -> House:
    made = make_house(tmp_path / "w", clock)
    made.add_person("Ana")
    return made


def copied(house: House) -> Path:
    """A copy that lies off this computer."""
    made = make(house.workspace, house.workspace.path.parent, house.opened(), house.clock)
    house.clock.advance(hours=1)
    return made.path


def bring(house: House, copy: Path, keys: Keys, old: dict[str, bytes]) -> None:
    with look(house.workspace, copy, keys, BOUNDS) as looked:
        looked.open_with(keys, old)
        prepare(looked, [house.safe], house.clock)
    finish(house.workspace)


def cabinet(house: House) -> Path:
    return house.workspace.cabinet(house.group)


def holders(house: House) -> list[tuple[object, ...]]:
    place = house.cabinet()
    found = place.rows("SELECT name, public_key FROM keyholder ORDER BY id")
    place.close()
    return found


def maria_alone(house: House) -> Keys:
    """As at the welcome page, with her password."""
    maria, ben = house.people["maria"], house.people["ben"]
    return Keys({ben.safe: bytes(32), maria.safe: maria.key}, [maria.pair.secret])


def strike_out(house: House, name: str) -> None:
    raw = connect(cabinet(house), house.key)
    raw.execute("DELETE FROM keyholder WHERE name = ?", (name,))
    raw.close()


@pytest.mark.parametrize("signed_in", [True, False])
def test_only_the_seals_were_lost_so_only_they_are_made_anew(house: House, signed_in: bool) -> None:
    copy = copied(house)
    house.add_person("Late")
    house.workspace.seals(house.group).unlink()
    keys = house.keys() if signed_in else maria_alone(house)
    bring(house, copy, keys, {} if signed_in else {house.safe: house.key})
    assert house.names() == ["Ana", "Late"]
    for person in house.people.values():
        found = seals.open_seals(
            house.workspace.seals(house.group), house.group_uid, person.pair.secret
        )
        assert found.cabinet_key == house.key


@pytest.mark.parametrize("called", ["Maria Q", ""])
def test_who_opens_the_seals_of_now_is_listed_though_the_copy_is_older(
    house: House, called: str
) -> None:
    if called:
        place = house.drawer()
        with place.operation(DO):
            drawer.Preference.create(uid=new_uid(), key="name", value=called)
        place.close()
    strike_out(house, "maria")
    copy = copied(house)
    cabinet(house).unlink()
    bring(house, copy, maria_alone(house), {house.safe: house.key})
    maria, ben = (house.people[who].pair.public for who in ("maria", "ben"))
    assert holders(house) == [("ben", ben), (called or "?", maria)]


def test_after_a_new_key_only_who_opens_it_stays(house: House) -> None:
    """Nothing tells who was taken out since: the others are let in again by her."""
    copy = copied(house)
    old, house.key = house.key, seals.new_key()
    house.write_seals(generation=2)
    cabinet(house).unlink()
    bring(house, copy, maria_alone(house), {house.safe: old})
    assert [name for name, _ in holders(house)] == ["maria"]


def test_a_key_that_no_drawer_at_hand_holds_is_nobodys(house: House) -> None:
    copy = copied(house)
    strike_out(house, "maria")
    older = copied(house)
    cabinet(house).unlink()
    ben = house.people["ben"]
    keys = Keys({ben.safe: ben.key}, [house.people["maria"].pair.secret])
    with pytest.raises(GroupMovedOn):
        bring(house, older, keys, {house.safe: house.key})
    bring(house, copy, keys, {house.safe: house.key})
    assert len(holders(house)) == 2


def test_a_shelf_that_says_nothing(tmp_path: Path) -> None:
    assert generation_on_shelf(tmp_path, "groups/a.safe") == 0
    (tmp_path / SHELF).write_bytes(b"rubbish")
    assert generation_on_shelf(tmp_path, "groups/a.safe") == 0


def test_what_somebody_lets_run_in_a_copy_lets_nobody_in(house: House) -> None:
    """Whoever knew the group's key can write into a copy that lies here."""
    raw = connect(cabinet(house), house.key)
    raw.execute(
        "CREATE TRIGGER back AFTER DELETE ON keyholder WHEN old.name = 'ben' BEGIN"
        " INSERT INTO keyholder(uid, name, public_key, since_at)"
        " VALUES (old.uid, 'ben', old.public_key, 1); END"
    )
    raw.close()
    copy = copied(house)
    ben = house.people.pop("ben")
    house.write_seals(generation=2)
    cabinet(house).unlink()
    maria = house.people["maria"]
    keys = Keys({maria.safe: maria.key}, [maria.pair.secret])
    bring(house, copy, keys, {house.safe: house.key})
    assert [name for name, _ in holders(house)] == ["maria"]
    assert ben.pair.public not in {public for _, public in holders(house)}
