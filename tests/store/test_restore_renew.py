"""A place out of a copy, made fit for today: the keys of now, and only those who may open it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peerdesk.safe import seals
from peerdesk.safe.accounts import Accounts
from peerdesk.store import database, erased, restore_renew
from peerdesk.store.backup import before
from peerdesk.store.connection import Damaged, backup, connect
from peerdesk.store.restore import Keys, look
from peerdesk.store.restore_apply import finish, prepare
from peerdesk.store.restore_renew import KeyWithdrawn
from peerdesk.store.restore_state import state_of
from tests.store.copies import ID, PASSWORD, House, copied
from tests.tiny_app import TINY

BOUNDS = TINY.bounds


def bring(house: House, copy: Path, name: str, keys: Keys, old: dict[str, bytes]) -> None:
    with look(house.workspace, copy, keys, BOUNDS) as looked:
        looked.open_with(keys, old)
        prepare(looked, [name], house.clock)
    finish(house.workspace)


def holders(house: House) -> list[str]:
    place = house.cabinet()
    found = [str(r[0]) for r in place.rows("SELECT name FROM keyholder ORDER BY name")]
    place.close()
    return found


def opens(house: House, who: str) -> bytes | None:
    try:
        return seals.open_seals(
            house.workspace.seals(house.group), house.group_uid, house.people[who].pair.secret
        ).cabinet_key
    except seals.NotForYou:
        return None


def take_out_ben(house: House) -> None:
    """As the keys do it: a new key for the cabinet, seals without Ben."""
    path, new = house.workspace.cabinet(house.group), seals.new_key()
    ben = house.people["ben"].pair.public
    raw = connect(path, house.key)
    raw.execute("DELETE FROM keyholder WHERE name = 'ben'")
    raw.execute(
        "INSERT INTO withdrawn_key(uid, public_key, withdrawn_at) VALUES (?, ?, ?)",
        (b"w" * 16, ben, house.clock.now_ms()),
    )
    raw.execute("UPDATE support_group SET generation = 2")
    erased.withdraw_key(raw, house.key, house.clock.now_ms())
    backup(raw, path.with_suffix(".next"), new)
    raw.close()
    path.with_suffix(".next").replace(path)
    house.key = new
    seals.write_seals(
        house.workspace.seals(house.group),
        house.group_uid,
        2,
        new,
        [house.people["maria"].pair.public],
        bytes(31) + b"\x09",
    )


def test_who_was_taken_out_stays_out(house: House) -> None:
    copy = copied(house)
    take_out_ben(house)
    house.add_person("Late")
    bring(house, copy, house.safe, house.keys(), {})
    assert house.names() == ["Ana"]
    assert holders(house) == ["maria"]
    assert (opens(house, "maria"), opens(house, "ben")) == (house.key, None)
    place = house.cabinet()
    assert place.rows("SELECT generation FROM support_group") == [(2,)]
    place.close()


def test_also_when_the_cabinet_of_now_is_lost_but_its_seals_are_not(house: House) -> None:
    copy = copied(house)
    take_out_ben(house)
    newer = copied(house)
    house.workspace.cabinet(house.group).unlink()
    maria = house.people["maria"]
    keys = Keys({maria.safe: maria.key}, [maria.pair.secret])
    bring(house, copy, house.safe, keys, {})
    assert newer.exists()
    assert (house.names(), holders(house)) == (["Ana"], ["maria"])
    assert opens(house, "ben") is None


def test_also_when_nothing_of_now_is_left_but_a_copy_beside_it(house: House) -> None:
    copy = copied(house)
    take_out_ben(house)
    path = house.workspace.cabinet(house.group)
    raw = connect(path, house.key)
    before(raw, path, house.key, house.workspace.backups, house.clock.now_ms())
    raw.close()
    key, house.key = house.key, b""
    path.unlink()
    house.workspace.seals(house.group).unlink()
    maria = house.people["maria"]
    keys = Keys({maria.safe: maria.key, house.safe: key}, [maria.pair.secret], shelf=True)
    bring(house, copy, house.safe, keys, {})
    found = opens(house, "maria")
    assert found is not None
    assert opens(house, "ben") is None
    house.key = found
    assert (house.names(), holders(house)) == (["Ana"], ["maria"])
    place = house.cabinet()
    assert place.rows("SELECT generation FROM support_group") == [(3,)]
    place.close()


def test_a_group_that_is_gone_altogether_comes_with_its_seals(house: House) -> None:
    copy = copied(house)
    house.workspace.cabinet(house.group).unlink()
    house.workspace.seals(house.group).write_bytes(b"rubbish")
    maria = house.people["maria"]
    bring(house, copy, house.safe, Keys({maria.safe: maria.key}), {})
    assert opens(house, "maria") == opens(house, "ben") == house.key
    assert (house.names(), holders(house)) == (["Ana"], ["ben", "maria"])


def test_pieces_nobody_opens_come_byte_for_byte(house: House) -> None:
    copy = copied(house)
    ben = house.people["ben"]
    safe = house.workspace.drawer(ben.drawer_id)
    key, whole = safe.with_suffix(".key"), safe.read_bytes()
    file, seal = key.read_bytes(), house.workspace.seals(house.group)
    sealed = seal.read_bytes()
    key.unlink()
    seal.unlink()
    bring(house, copy, ben.safe, Keys(), {})
    bring(house, copy, house.safe, Keys(), {})
    assert (key.read_bytes(), safe.read_bytes(), seal.read_bytes()) == (file, whole, sealed)
    safe.write_bytes(b"rubbish")
    bring(house, copy, ben.safe, Keys(), {})
    assert (key.read_bytes(), safe.read_bytes()) == (file, whole)


# -- drawers ----------------------------------------------------------------------------------


def new_key_for_maria(house: House) -> bytes:
    """As the keys do it when somebody may know the password; returns the old key."""
    maria = house.people["maria"]
    old, new = maria.key, seals.new_key()
    path = house.workspace.drawer(maria.drawer_id)
    raw = connect(path, old)
    erased.withdraw_key(raw, old, house.clock.now_ms())
    backup(raw, path.with_suffix(".next"), new)
    raw.close()
    path.with_suffix(".next").replace(path)
    maria.key = new
    accounts = Accounts(house.workspace.path, ID, TINY)
    opened = accounts.sign_in("maria", PASSWORD)
    accounts.rewrap(type(opened)(opened.drawer_id, new, opened.path), "maria", PASSWORD + " anew")
    return old


def test_notes_of_then_come_under_the_key_of_now(house: House) -> None:
    copy = copied(house)
    old = new_key_for_maria(house)
    house.add_note("late")
    maria = house.people["maria"]
    bring(house, copy, maria.safe, house.keys(), {maria.safe: old})
    assert house.notes() == ["first"]
    accounts = Accounts(house.workspace.path, ID, TINY)
    assert accounts.sign_in("maria", PASSWORD + " anew").key == maria.key


def test_a_drawer_that_is_lost_comes_with_the_key_file_it_had(house: House) -> None:
    copy = copied(house)
    maria = house.people["maria"]
    path = house.workspace.drawer(maria.drawer_id)
    path.unlink()
    path.with_suffix(".key").write_bytes(b"rubbish")
    bring(house, copy, maria.safe, Keys(), {maria.safe: maria.key})
    assert house.notes() == ["first"]
    assert Accounts(house.workspace.path, ID, TINY).sign_in("maria", PASSWORD).key == maria.key


def test_a_drawer_that_is_lost_keeps_a_key_file_that_fits(house: House) -> None:
    copy = copied(house)
    maria = house.people["maria"]
    path = house.workspace.drawer(maria.drawer_id)
    path.unlink()
    with look(house.workspace, copy, Keys(), BOUNDS) as looked:
        looked.open_with(Keys(), {maria.safe: maria.key})
        prepare(looked, [maria.safe], house.clock)
    staged = house.workspace.backups / "bringing-back" / "new" / "drawers"
    assert [p.suffix for p in staged.iterdir()] == [".safe"]
    finish(house.workspace)
    assert house.notes() == ["first"]


def test_a_withdrawn_key_does_not_come_back(house: House) -> None:
    copy = copied(house)
    old = new_key_for_maria(house)
    copied(house)
    maria = house.people["maria"]
    path = house.workspace.drawer(maria.drawer_id)
    raw = connect(path, maria.key)
    before(raw, path, maria.key, house.workspace.backups, house.clock.now_ms())
    raw.close()
    path.with_suffix(".key").unlink()
    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        looked.open_with(house.keys(), {maria.safe: old})
        with pytest.raises(KeyWithdrawn, match="new password"):
            prepare(looked, [maria.safe], house.clock)


# -- what cannot be read ----------------------------------------------------------------------


def test_seals_that_open_for_nobody_at_hand_are_made_anew(house: House) -> None:
    copy = copied(house)
    stranger = seals.new_keypair()
    seals.write_seals(
        house.workspace.seals(house.group), house.group_uid, 1, bytes(32), [], stranger.public
    )
    house.workspace.cabinet(house.group).unlink()
    bring(house, copy, house.safe, house.keys(), {})
    assert opens(house, "ben") == house.key
    assert house.names() == ["Ana"]


def test_a_copy_that_cannot_be_brought_on_is_damaged(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copied(house)

    def breaks(*_: object) -> None:
        raise restore_renew.SQLITE_ERRORS[0]("malformed")

    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        with monkeypatch.context() as patch:
            patch.setattr(restore_renew.erased, "apply", breaks)
            with pytest.raises(Damaged):
                prepare(looked, ["shelf.db"], house.clock)
        monkeypatch.setattr(restore_renew, "is_whole", lambda *_: False)
        with pytest.raises(Damaged):
            prepare(looked, ["shelf.db"], house.clock)


def test_an_older_form_is_brought_on_first(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = copied(house)
    folder = house.workspace.path.with_name("migrations")
    shutil.copytree(database.MIGRATIONS, folder)
    (folder / "drawer" / "0099_mood.py").write_text(
        "def up(migrator, db):\n"
        "    db.execute_sql(\"ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT ''\")\n"
    )
    monkeypatch.setattr(database, "MIGRATIONS", folder)
    maria = house.people["maria"]
    bring(house, copy, maria.safe, house.keys(), {})
    place = house.drawer()
    assert place.rows("SELECT title, mood FROM note") == [("first", "")]
    place.close()


def lose_the_key_file(house: House) -> bytes:
    """Of Maria's drawer, as the next sign-in leaves it; what was in it."""
    key = house.workspace.drawer(house.people["maria"].drawer_id).with_suffix(".key")
    data = key.read_bytes()
    key.unlink()
    (aside,) = Accounts(house.workspace.path, ID, TINY).set_aside()
    assert aside.parent.name == "aside"
    return data


@pytest.mark.parametrize("known", [False, True], ids=["no key at hand", "with the password"])
def test_only_the_key_file_was_lost_so_only_it_comes_back(house: House, known: bool) -> None:
    copy = copied(house)
    house.add_note("since then")
    maria = house.people["maria"]
    data = lose_the_key_file(house)
    assert state_of(house.workspace, maria.safe, None, BOUNDS) == "damaged"
    bring(house, copy, maria.safe, Keys(), {maria.safe: maria.key} if known else {})
    key = house.workspace.drawer(maria.drawer_id).with_suffix(".key")
    assert key.read_bytes() == data
    assert house.notes() == ["first", "since then"]
    assert not list((house.workspace.drawers / "aside").iterdir())


def test_where_what_was_set_aside_does_not_open_the_copy_takes_its_place(house: House) -> None:
    copy = copied(house)
    house.add_note("since then")
    maria = house.people["maria"]
    lose_the_key_file(house)
    aside = house.workspace.drawers / "aside" / Path(maria.safe).name
    aside.write_bytes(bytes(4096) + aside.read_bytes()[4096:])
    bring(house, copy, maria.safe, Keys(), {maria.safe: maria.key})
    assert house.notes() == ["first"]
    assert not aside.exists()  # it would come back by itself if the drawer were ever lost
    kept = [p.name for p in (house.workspace.backups / "aside").iterdir()]
    assert kept == [f"{house.clock.now().date()}-{aside.name}"]


def test_without_a_key_file_anywhere_a_drawer_stays_where_it_is(house: House) -> None:
    maria = house.people["maria"]
    key = house.workspace.drawer(maria.drawer_id).with_suffix(".key")
    data = key.read_bytes()
    key.unlink()
    copy = copied(house)
    for keys in (Keys(), house.keys()):
        with look(house.workspace, copy, keys, BOUNDS) as looked:
            (part,) = [p for p in looked.parts if p.name == maria.safe]
            assert (part.state, part.allowed) == ("damaged", False)
    key.write_bytes(data)
    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        (part,) = [p for p in looked.parts if p.name == maria.safe]
        assert (part.state, part.allowed) == ("open", True)
