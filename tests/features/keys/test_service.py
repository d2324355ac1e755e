"""Keys as people meet them, with the tiny price of tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.backups.service import BackupsService
from peerdesk.features.keys import service as module
from peerdesk.features.keys.service import (
    Computer,
    FileMissing,
    GroupPlan,
    KeysService,
    Made,
    SignedIn,
)
from peerdesk.safe import recovery, seals
from peerdesk.safe.accounts import WrongNameOrPassword
from peerdesk.safe.kdf import Kdf
from peerdesk.store import erased
from peerdesk.store.cabinet import open_cabinet
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.drawer import open_drawer
from peerdesk.store.glance import read, shipped_crisis
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.store.workspace import Building, Workspace, build

NAME = "Maria Quill"
PASSWORD = "a sentence of my own, long"
GROUP = GroupPlan(" Tuesday Circle ", 1, "18:30", 90, "Blue room", public=True)
COMPUTER = Computer("en", 125, False, "Riverside Centre", "GB")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 16, 0), "Europe/London")  # a Sunday


@pytest.fixture
def home(workspace: Path, clock: FixedClock) -> Workspace:
    with build(workspace, clock):
        pass
    return Workspace(workspace)


@pytest.fixture
def keys(home: Workspace, tiny_kdf: Kdf, clock: FixedClock) -> KeysService:
    return KeysService(home, tiny_kdf, clock)


@pytest.fixture
def made(keys: KeysService) -> Made:
    return keys.first_facilitator(NAME, PASSWORD, GROUP, COMPUTER)


@pytest.fixture
def places(home: Workspace, made: Made, clock: FixedClock) -> Iterator[tuple[Place, Place]]:
    _, file_id, key = made.signed_in.cabinets[0]
    cabinet = open_cabinet(home.cabinet(file_id), key, clock, home.backups)
    drawer = open_drawer(
        home.drawer(made.signed_in.drawer_id), made.signed_in.drawer_key, clock, home.backups
    )
    yield cabinet, drawer
    cabinet.close()
    drawer.close()


def sql(path: Path, key: bytes | None, statement: str, *values: object) -> list[tuple[object, ...]]:
    raw = connect(path, key)
    rows: list[tuple[object, ...]] = raw.execute(statement, values).fetchall()
    raw.close()
    return rows


def test_first_facilitator_makes_everything(home: Workspace, made: Made) -> None:
    group_uid, file_id, key = made.signed_in.cabinets[0]
    cabinet = home.cabinet(file_id)
    (group,) = sql(
        cabinet, key, "SELECT uid, name, centre, generation, recovery_printed_at FROM support_group"
    )
    assert group == (group_uid, "Tuesday Circle", "Riverside Centre", 1, None)
    (series,) = sql(
        cabinet, key, "SELECT uid, name, dtstart, zone, minutes, rrule, place, public FROM series"
    )
    assert series == (
        made.series_uid, "Tuesday Circle", "2026-11-24T18:30", "Europe/London", 90,
        "FREQ=WEEKLY;BYDAY=TU", "Blue room", 1,
    )  # fmt: skip
    drawer, own = home.drawer(made.signed_in.drawer_id), made.signed_in.drawer_key
    (identity,) = sql(drawer, own, "SELECT uid, public_key FROM identity")
    (holder,) = sql(cabinet, key, "SELECT uid, name, public_key FROM keyholder")
    assert (holder[0], holder[2]) == identity
    assert holder[1] == NAME
    assert sql(drawer, own, "SELECT key, value FROM preference") == [("name", NAME)]
    assert sql(drawer, own, "SELECT uid, file_id FROM cabinet_pass") == [(group_uid, file_id)]


def test_the_shelf_learns_only_what_is_public(home: Workspace, made: Made) -> None:
    seen = read(home.shelf)
    assert seen.centre == "Riverside Centre"
    assert (seen.language, seen.text_scale, seen.shared) == ("en", 125, False)
    assert seen.crisis == shipped_crisis("GB")
    assert [(m.name, m.dtstart, m.place) for m in seen.meetings] == [
        ("Tuesday Circle", "2026-11-24T18:30", "Blue room")
    ]
    (card,) = sql(home.shelf, None, "SELECT uid, file_id, generation, public_key FROM cabinet_card")
    _, file_id, key = made.signed_in.cabinets[0]
    (own,) = sql(home.cabinet(file_id), key, "SELECT public_key FROM support_group")
    assert card == (made.card.group_uid, file_id, 1, own[0])
    for path in home.path.rglob("*"):
        assert not path.is_file() or b"Maria" not in path.read_bytes()


def test_a_group_that_is_not_public_is_not_on_the_shelf(keys: KeysService, home: Workspace) -> None:
    keys.first_facilitator(NAME, PASSWORD, GroupPlan("Quiet group"))
    assert read(home.shelf).meetings == ()
    assert b"Quiet group" not in home.shelf.read_bytes()
    assert read(home.shelf).settings.keys() == {"workspace_id"}


def test_today_counts_as_the_first_meeting(clock: FixedClock) -> None:
    assert GroupPlan("g", 6, "20:00").dtstart(clock) == "2026-11-22T20:00"
    assert GroupPlan("g", 5, "20:00").dtstart(clock) == "2026-11-28T20:00"


def test_keys_do_not_show_in_what_is_printed_by_mistake(made: Made) -> None:
    shown = repr(made) + repr(made.signed_in)
    for secret in (made.signed_in.drawer_key, made.signed_in.cabinets[0][2]):
        assert repr(secret) not in shown
    assert made.parts[0] not in shown


def test_setting_up_for_others_keeps_the_card_that_is_there(
    keys: KeysService, home: Workspace
) -> None:
    keys.set_up_computer(Computer("en", 100, True, "Hill House", "US"))
    keys.set_up_computer(Computer("", 200, True, "", "DE"))
    seen = read(home.shelf)
    assert seen.crisis == shipped_crisis("US")
    assert (seen.centre, seen.language, seen.text_scale, seen.shared) == (
        "Hill House",
        "en",
        200,
        True,
    )


def test_signing_in_gives_the_same_keys(keys: KeysService, made: Made) -> None:
    signed = keys.sign_in("maria quill ", PASSWORD)
    assert signed == SignedIn(
        made.signed_in.drawer_id, made.signed_in.drawer_key, made.signed_in.cabinets
    )
    with pytest.raises(WrongNameOrPassword):
        keys.sign_in(NAME, "another sentence, also long")
    with pytest.raises(WrongNameOrPassword):
        keys.sign_in("Mario", PASSWORD)


@pytest.mark.usefixtures("made")
def test_a_damaged_key_file_is_named(keys: KeysService, home: Workspace) -> None:
    (file,) = home.drawers.glob("*.key")
    data = bytearray(file.read_bytes())
    data[60] ^= 1
    file.write_bytes(data)
    with pytest.raises(KnownError, match=file.name):
        keys.sign_in(NAME, PASSWORD)


def test_a_drawer_that_is_gone_or_broken_is_a_sentence(
    keys: KeysService, home: Workspace, made: Made
) -> None:
    path = home.drawer(made.signed_in.drawer_id)
    sql(path, made.signed_in.drawer_key, "DELETE FROM identity")
    with pytest.raises(Damaged):
        keys.sign_in(NAME, PASSWORD)
    sql(path, made.signed_in.drawer_key, "DROP TABLE cabinet_pass")
    with pytest.raises(Damaged):
        keys.sign_in(NAME, PASSWORD)
    path.unlink()
    with pytest.raises(FileMissing, match=path.name):
        keys.sign_in(NAME, PASSWORD)


def test_a_cabinet_that_does_not_open_is_left_out_and_named(
    keys: KeysService, home: Workspace, made: Made
) -> None:
    _, file_id, key = made.signed_in.cabinets[0]
    path = home.cabinet(file_id)
    sql(path, key, "DELETE FROM support_group")
    signed = keys.sign_in(NAME, PASSWORD)
    assert signed.cabinets == []
    assert "cannot be read" in str(signed.troubles[0])
    path.unlink()
    assert path.name in str(keys.sign_in(NAME, PASSWORD).troubles[0])
    home.seals(file_id).write_bytes(b"short")
    assert "recovery parts" in str(keys.sign_in(NAME, PASSWORD).troubles[0])


def test_a_public_key_that_was_exchanged_is_noticed_and_put_right(
    keys: KeysService, home: Workspace, made: Made, clock: FixedClock
) -> None:
    sql(home.shelf, None, "UPDATE cabinet_card SET public_key = randomblob(32)")
    signed = keys.sign_in(NAME, PASSWORD)
    assert signed.cabinets == made.signed_in.cabinets
    assert "has been put right" in str(signed.troubles[0])
    assert signed.cards == (made.card,)
    shelf = open_shelf(home.shelf, clock, home.backups)
    keys.put_cards_right(shelf, signed)
    assert shelf.undo() is None
    shelf.close()
    again = keys.sign_in(NAME, PASSWORD)
    assert (again.troubles, again.cards) == ((), ())


def test_an_exchanged_key_is_noticed_in_a_cabinet_older_than_the_list(
    keys: KeysService, home: Workspace, made: Made
) -> None:
    _, file_id, key = made.signed_in.cabinets[0]
    sql(home.cabinet(file_id), key, "DROP TABLE withdrawn_key")
    sql(home.shelf, None, "UPDATE cabinet_card SET public_key = randomblob(32)")
    assert len(keys.sign_in(NAME, PASSWORD).troubles) == 1


def test_a_card_that_is_missing_comes_back_without_alarm(
    keys: KeysService, home: Workspace, clock: FixedClock, made: Made
) -> None:
    sql(home.shelf, None, "DELETE FROM cabinet_card")
    signed = keys.sign_in(NAME, PASSWORD)
    assert (signed.troubles, signed.cards) == ((), (made.card,))
    shelf = open_shelf(home.shelf, clock, home.backups)
    keys.put_cards_right(shelf, signed)
    keys.put_cards_right(shelf, keys.sign_in(NAME, PASSWORD))
    shelf.close()
    assert len(sql(home.shelf, None, "SELECT 1 FROM cabinet_card")) == 1


@pytest.mark.usefixtures("made")
def test_a_shelf_without_its_tables_is_damaged(keys: KeysService, home: Workspace) -> None:
    sql(home.shelf, None, "DROP TABLE cabinet_card")
    signed_in = pytest.raises(Damaged)
    with signed_in:
        keys.sign_in(NAME, PASSWORD)


def test_any_two_parts_open_the_cabinet(home: Workspace, made: Made) -> None:
    group_uid, file_id, key = made.signed_in.cabinets[0]
    one, two, three = made.parts
    for pair in ((one, two), (two, three), (one, three)):
        secret = recovery.recovery_keypair(recovery.combine(pair)).secret
        assert seals.open_seals(home.seals(file_id), group_uid, secret).cabinet_key == key


def test_one_sheet_can_be_enough(keys: KeysService, home: Workspace) -> None:
    made = keys.first_facilitator(NAME, PASSWORD, GROUP, one_sheet=True)
    group_uid, file_id, key = made.signed_in.cabinets[0]
    (sheet,) = made.parts
    secret = recovery.recovery_keypair(recovery.combine([sheet])).secret
    assert seals.open_seals(home.seals(file_id), group_uid, secret).cabinet_key == key


def test_printed_at_the_first_start(
    keys: KeysService, home: Workspace, made: Made, clock: FixedClock
) -> None:
    keys.parts_printed_at_first_start(made)
    _, file_id, key = made.signed_in.cabinets[0]
    rows = sql(home.cabinet(file_id), key, "SELECT recovery_printed_at FROM support_group")
    assert rows == [(clock.now_ms(),)]


def not_printed(cabinet: Place) -> bool:
    return cabinet.rows("SELECT recovery_printed_at FROM support_group") == [(None,)]


def test_printing_later_makes_new_parts_and_the_old_ones_stop(
    keys: KeysService, home: Workspace, made: Made, places: tuple[Place, Place]
) -> None:
    cabinet, drawer = places
    group_uid, file_id, key = made.signed_in.cabinets[0]
    assert not_printed(cabinet)
    parts = keys.new_parts(cabinet, drawer)
    assert len(parts) == 3
    assert not_printed(cabinet)
    keys.parts_printed(cabinet)
    assert not not_printed(cabinet)
    new = recovery.recovery_keypair(recovery.combine(parts[1:])).secret
    assert seals.open_seals(home.seals(file_id), group_uid, new).cabinet_key == key
    old = recovery.recovery_keypair(recovery.combine(made.parts[1:])).secret
    with pytest.raises(seals.NotForYou):
        seals.open_seals(home.seals(file_id), group_uid, old)
    assert keys.sign_in(NAME, PASSWORD).cabinets == made.signed_in.cabinets
    assert len(keys.new_parts(cabinet, drawer, one_sheet=True)) == 1
    assert not_printed(cabinet)


def test_new_parts_cannot_be_undone_into_a_lie(
    keys: KeysService, places: tuple[Place, Place]
) -> None:
    cabinet, drawer = places
    before = cabinet.rows("SELECT recovery_public FROM support_group")
    keys.new_parts(cabinet, drawer)
    assert cabinet.undo() is None
    assert cabinet.rows("SELECT recovery_public FROM support_group") != before


def test_stopped_between_the_two_files_the_old_parts_still_open(
    keys: KeysService,
    home: Workspace,
    made: Made,
    places: tuple[Place, Place],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def pulled_out(*_: object) -> None:
        raise KnownError(module.translate("Keys", "pulled out"))

    monkeypatch.setattr(seals, "write_seals", pulled_out)
    with pytest.raises(KnownError, match="pulled out"):
        keys.new_parts(*places)
    group_uid, file_id, key = made.signed_in.cabinets[0]
    old = recovery.recovery_keypair(recovery.combine(made.parts[:2])).secret
    assert seals.open_seals(home.seals(file_id), group_uid, old).cabinet_key == key
    assert not_printed(places[0])


def test_a_group_added_to_a_workspace_is_published_after_its_files(
    home: Workspace, tiny_kdf: Kdf, clock: FixedClock
) -> None:
    KeysService(home, tiny_kdf, clock).set_up_computer(COMPUTER)
    building = Building(home.path, clock)
    made = KeysService(building.workspace, tiny_kdf, clock).first_facilitator(
        NAME, PASSWORD, GROUP, publish=False
    )
    assert read(home.shelf).meetings == ()
    keys = KeysService(building.finish(), tiny_kdf, clock)
    keys.publish(made)
    keys.publish(made)
    assert len(read(home.shelf).meetings) == 1
    signed = keys.sign_in(NAME, PASSWORD)
    assert (signed.cabinets, signed.troubles, signed.cards) == (made.signed_in.cabinets, (), ())


def lose_key(home: Workspace, made: Made) -> bytes:
    path = home.drawer(made.signed_in.drawer_id).with_suffix(".key")
    data = path.read_bytes()
    path.unlink()
    return data


def test_a_drawer_without_its_key_file_is_set_aside_at_a_sign_in(
    keys: KeysService, made: Made, home: Workspace, clock: FixedClock, tiny_kdf: Kdf
) -> None:
    drawer_id = made.signed_in.drawer_id
    data = lose_key(home, made)
    with pytest.raises(WrongNameOrPassword):
        keys.sign_in(NAME, PASSWORD)
    aside = home.drawers / "aside" / f"{drawer_id}.safe"
    assert aside.exists()
    assert not home.drawer(drawer_id).exists()
    assert not keys.key_in_a_copy()
    service = BackupsService(home, clock, tiny_kdf)
    service.make_here()  # without it
    assert not keys.key_in_a_copy()
    home.drawer(drawer_id).with_suffix(".key").write_bytes(data)
    assert keys.sign_in(NAME, PASSWORD).cabinets == made.signed_in.cabinets
    assert not aside.exists()
    clock.advance(hours=1)
    service.make_here()
    (home.backups / "peerdesk-copy-20300101-000000-1893456000000.zip").write_bytes(b"no zip")
    assert not keys.key_in_a_copy()  # nothing is missing
    lose_key(home, made)
    keys.put_drawers_right()
    assert keys.key_in_a_copy()


def test_an_erasing_that_was_cut_off_is_ended_at_a_sign_in(
    keys: KeysService, made: Made, home: Workspace, clock: FixedClock
) -> None:
    drawer_id = made.signed_in.drawer_id
    with (
        closing(open_shelf(home.shelf, clock, home.backups)) as shelf,
        shelf.operation(translate("Test", "Erase")),
    ):
        raw = shelf.database.connection()
        erased.write_erased(raw, bytes.fromhex(drawer_id), erased.DRAWER, 1)
    lose_key(home, made)
    (home.backups / "aside").mkdir(parents=True)
    kept = home.backups / "aside" / f"2026-11-20-{drawer_id}.safe"
    kept.write_bytes(b"x")
    with pytest.raises(WrongNameOrPassword):
        keys.sign_in(NAME, PASSWORD)
    assert not [p for p in home.path.rglob(f"*{drawer_id}*") if p.is_file()]


def test_a_shelf_that_cannot_be_read_holds_nobody_up(
    keys: KeysService, made: Made, home: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_key(home, made)
    keys.put_drawers_right()

    def refuse(_connection: object) -> None:
        raise module.SQLITE_ERRORS[0]("database disk image is malformed")

    monkeypatch.setattr(module.erased, "erased_in", refuse)
    keys.put_drawers_right()
    assert not keys.key_in_a_copy()
    assert (home.drawers / "aside" / f"{made.signed_in.drawer_id}.safe").exists()
