"""Letting somebody in beside a present facilitator, and taking somebody out."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from peerdesk.app.tonight import stand_in
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.keys import facilitators as module
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.errors import AlreadyFacilitator, LastOne, NotThere
from peerdesk.features.keys.facilitators import find, holders
from peerdesk.features.keys.service import KeysService
from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.safe import seals
from peerdesk.safe.accounts import AlreadyTaken, WeakPassword, WrongNameOrPassword
from peerdesk.safe.files import NoRoom
from peerdesk.safe.in_tray import open_box, seal
from peerdesk.store import backup
from peerdesk.store.cabinet import open_cabinet
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.drawer import open_drawer
from peerdesk.store.in_tray import boxes, put
from peerdesk.store.shelf import open_shelf
from tests.features.tonight.conftest import plan_of

from .house import GROUP, MARIA, TOM, House

PULLED_OUT = KnownError(translate("Keys", "pulled out"))


def no_room(*_: object, **__: object) -> None:
    raise PULLED_OUT


def test_a_newcomer_opens_the_group_and_nothing_of_the_others(house: House) -> None:
    drawer = house.facilitators.add_new(house.maria, house.group_uid, TOM)
    tom = house.signs_in(TOM)
    assert (tom.drawer_id, tom.cabinets, tom.troubles) == (
        drawer.drawer_id,
        house.maria.cabinets,
        (),
    )
    assert tom.drawer_key != house.maria.drawer_key
    with pytest.raises(Damaged):
        connect(house.workspace.drawer(house.maria.drawer_id), tom.drawer_key)
    assert house.group("SELECT name FROM keyholder ORDER BY id") == [("Maria",), ("Tom Q",)]
    assert house.look(
        house.workspace.drawer(tom.drawer_id), tom.drawer_key, "SELECT key, value FROM preference"
    ) == [("name", "Tom Q")]
    assert house.signs_in(MARIA).cabinets == house.maria.cabinets


def test_who_can_open_it_is_a_list(house: House) -> None:
    house.clock.advance(days=1)
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    path, backups = house.workspace.cabinet(house.file_id), house.workspace.backups
    cabinet = open_cabinet(path, house.key, house.clock, backups)
    drawer = open_drawer(
        house.workspace.drawer(house.maria.drawer_id), house.maria.drawer_key, house.clock, backups
    )
    seen = [(h.name, h.me, h.since_at < house.clock.now_ms()) for h in holders(cabinet, drawer)]
    assert seen == [("Maria", True, True), ("Tom Q", False, False)]
    cabinet.close()
    drawer.close()


@pytest.mark.parametrize(
    ("person", "error"),
    [
        (Person("tom", "short"), WeakPassword),
        (Person(MARIA.name, MARIA.password), AlreadyTaken),
    ],
)
def test_nothing_is_left_of_a_newcomer_who_could_not_be_made(
    house: House, person: Person, error: type[KnownError]
) -> None:
    before = house.files()
    with pytest.raises(error):
        house.facilitators.add_new(house.maria, house.group_uid, person)
    assert house.files() == before
    assert len(house.group("SELECT 1 FROM keyholder")) == 1


def test_seals_that_cannot_be_written_let_nobody_in_half(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = house.files()
    with monkeypatch.context() as full:
        full.setattr(seals, "write_seals", no_room)
        with pytest.raises(KnownError, match="pulled out"):
            house.facilitators.add_new(house.maria, house.group_uid, TOM)
    assert house.files() == before
    assert len(house.group("SELECT 1 FROM keyholder")) == 1
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    assert house.signs_in(TOM).cabinets == house.maria.cabinets


def test_somebody_with_a_place_signs_in_beside(house: House) -> None:
    own = house.members.make_place(TOM)
    house.facilitators.add_known(house.maria, house.group_uid, "TOM", TOM.password, " Tom ")
    tom = house.signs_in(TOM)
    assert (tom.drawer_id, tom.drawer_key) == (own.drawer_id, own.drawer_key)
    assert tom.cabinets == house.maria.cabinets
    assert house.uid_of("Tom")
    with pytest.raises(AlreadyFacilitator):
        house.facilitators.add_known(house.maria, house.group_uid, TOM.name, TOM.password)
    with pytest.raises(WrongNameOrPassword):
        house.facilitators.add_known(house.maria, house.group_uid, TOM.name, "something else, long")


def test_beside_but_the_disk_is_full(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    own = house.members.make_place(TOM)
    with monkeypatch.context() as full:
        full.setattr(seals, "write_seals", no_room)
        with pytest.raises(KnownError, match="pulled out"):
            house.facilitators.add_known(house.maria, house.group_uid, TOM.name, TOM.password)
    assert house.signs_in(TOM) == own
    house.facilitators.add_known(house.maria, house.group_uid, TOM.name, TOM.password)
    assert house.uid_of("tom")


def test_fifteen_is_the_most(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seals, "MOST_FACILITATORS", 1)
    with pytest.raises(seals.TooManyFacilitators):
        house.facilitators.add_new(house.maria, house.group_uid, TOM)


def test_cut_off_between_row_and_seals_the_next_sign_in_ends_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise Cut

    with monkeypatch.context() as killed:
        killed.setattr(module.sealing, "write", cut)
        killed.setattr(module.Place, "undo", cut)  # a killed process cleans nothing up
        killed.setattr(module.Facilitators, "_forget", lambda *_: None)
        with pytest.raises(Cut):
            house.facilitators.add_new(house.maria, house.group_uid, TOM)
    assert house.signs_in(TOM).cabinets == []
    cabinet = open_cabinet(
        house.workspace.cabinet(house.file_id), house.key, house.clock, house.workspace.backups
    )
    assert house.keys.put_seals_right(cabinet, house.key)
    assert not house.keys.put_seals_right(cabinet, house.key)
    cabinet.close()
    assert house.signs_in(TOM).cabinets == house.maria.cabinets


def test_a_new_key_beside_a_colleague(house: House) -> None:
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    before = house.signs_in(TOM)
    uid = house.uid_of("Tom Q")
    anew = Person("tom", "another sentence of tom, long")
    house.facilitators.give_new_key(house.maria, house.group_uid, uid, anew)
    after = house.signs_in(anew)
    assert after.drawer_id != before.drawer_id
    assert after.cabinets == house.maria.cabinets
    assert [row[0] for row in house.group("SELECT name FROM keyholder")] == ["Maria", "Tom Q"]
    old = house.signs_in(TOM)
    assert (old.drawer_key, old.cabinets) == (before.drawer_key, [])
    assert len(house.facilitators.withdrawn(house.maria, house.group_uid)) == 1
    with pytest.raises(NotThere):
        house.facilitators.give_new_key(house.maria, house.group_uid, b"x" * 16, anew)


def test_a_new_key_that_could_not_be_written_leaves_the_old(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    before, uid = house.files(), house.uid_of("Tom Q")
    monkeypatch.setattr(seals, "write_seals", no_room)
    anew = Person("tom", "another sentence of tom, long")
    with pytest.raises(KnownError, match="pulled out"):
        house.facilitators.give_new_key(house.maria, house.group_uid, uid, anew)
    assert house.files() == before
    assert house.signs_in(TOM).cabinets == house.maria.cabinets


def test_taken_out_nothing_of_the_group_opens_any_more(house: House) -> None:
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    tom = house.signs_in(TOM)
    removed = house.facilitators.remove(house.maria, house.group_uid, house.uid_of("Tom Q"))
    ((_, file_id, key),) = removed.signed_in.cabinets
    assert (file_id, key != house.key, removed.old_copies) == (house.file_id, True, ())
    with pytest.raises(Damaged):
        connect(house.workspace.cabinet(file_id), tom.cabinets[0][2])
    out = house.signs_in(TOM)
    assert (out.cabinets, out.troubles, out.closed) == ([], (), (house.group_uid,))
    maria = house.signs_in(MARIA)
    assert (maria.cabinets, maria.troubles, maria.cards) == (removed.signed_in.cabinets, (), ())
    rows = house.group("SELECT name, generation FROM support_group", key=key)
    assert rows == [("Tuesday Circle", 2)]
    gone = house.facilitators.withdrawn(maria, house.group_uid)
    assert house.made.card.public_key in gone
    assert len(gone) == 2
    with pytest.raises(NotThere):
        house.facilitators.remove(maria, house.group_uid, b"x" * 16)
    # Taken out by mistake: signing in beside brings them back.
    house.facilitators.add_known(maria, house.group_uid, TOM.name, TOM.password)
    assert house.signs_in(TOM).cabinets == maria.cabinets
    assert len(house.facilitators.withdrawn(maria, house.group_uid)) == 1


def test_the_recovery_parts_survive_a_new_cabinet_key(house: House) -> None:
    renewed = house.facilitators.withdraw(house.maria, house.group_uid)
    found = house.recover.open_group(house.made.parts[:2])
    assert found.key == renewed.signed_in.cabinets[0][2]


def test_the_last_one_stays(house: House) -> None:
    with pytest.raises(LastOne):
        house.facilitators.remove(house.maria, house.group_uid, house.uid_of("Maria"))
    with pytest.raises(KeyError):
        find(house.maria, b"no such group...")


def test_a_new_key_needs_room(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    uid, before = house.uid_of("Tom Q"), house.files()
    for module_, name in ((seals, "write_seals"), (module.renewal, "backup")):
        with monkeypatch.context() as full:
            full.setattr(module_, name, no_room)
            with pytest.raises(KnownError, match="pulled out"):
                house.facilitators.remove(house.maria, house.group_uid, uid)
        assert house.files() == before
        assert house.signs_in(TOM).cabinets == house.maria.cabinets


@pytest.mark.parametrize("step", ["seals", "finish", "shelf"])
def test_cut_off_while_the_key_is_renewed(
    house: House, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Killed before the seals, before the swap, before the shelf: everything opens, with no
    alarm, and Tom can or cannot, but never half."""
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    uid = house.uid_of("Tom Q")

    class Cut(BaseException):
        pass

    def cut(*_: object, **__: object) -> None:
        raise Cut

    with monkeypatch.context() as killed:
        if step == "seals":
            killed.setattr(seals, "write_seals", cut)
            killed.setattr(module.renewal, "discard", lambda _path: None)
        elif step == "finish":
            killed.setattr(module.renewal, "finish", cut)
        else:
            killed.setattr(module, "write_card", cut)
        with pytest.raises(Cut):
            house.facilitators.remove(house.maria, house.group_uid, uid)
    tom, maria = house.signs_in(TOM), house.signs_in(MARIA)
    assert len(maria.cabinets) == 1
    assert maria.troubles == ()
    assert len(tom.cabinets) == (1 if step == "seals" else 0)
    assert not list(house.workspace.groups.glob("*.next"))
    assert len(maria.cards) == (0 if step == "seals" else 1)


def test_copies_beside_the_file_are_made_anew_or_named(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, folder = house.workspace.cabinet(house.file_id), house.workspace.backups
    raw = connect(path, house.key)
    for ms in (1, 2):
        backup.before(raw, path, house.key, folder, ms)
    raw.close()
    renewed = house.facilitators.withdraw(house.maria, house.group_uid)
    (copy,) = backup.copies(path, folder)
    connect(copy, renewed.signed_in.cabinets[0][2], read_only=True).close()

    def full(*_: object) -> None:
        raise NoRoom(translate("Safe", "full"))

    monkeypatch.setattr(backup, "remake", full)
    again = house.facilitators.withdraw(renewed.signed_in, house.group_uid)
    assert again.old_copies == (copy.name,)


def test_only_one_of_two_groups_gets_the_new_key(house: House) -> None:
    made = house.groups.add_group(house.maria, GROUP, "Maria")
    renewed = house.facilitators.withdraw(made.signed_in, house.group_uid)
    before = {uid: key for uid, _, key in made.signed_in.cabinets}
    after = {uid: key for uid, _, key in renewed.signed_in.cabinets}
    assert [uid for uid in before if before[uid] != after[uid]] == [house.group_uid]


def test_no_name_of_a_facilitator_is_in_plain_text(house: House, workspace: Path) -> None:
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    house.facilitators.remove(house.maria, house.group_uid, house.uid_of("Tom Q"))
    for path in workspace.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert b"Tom Q" not in data
        assert b"Maria" not in data


def test_a_new_key_loses_nothing_that_waits_in_the_in_tray(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(key: bytes) -> list[bytes]:
        ((secret,),) = house.group("SELECT secret_key FROM support_group", key=key)
        rows = house.look(house.workspace.shelf, None, "SELECT box FROM in_tray")  # type: ignore[arg-type]
        found = [open_box(secret, house.group_uid, box) for (box,) in rows]  # type: ignore[arg-type]
        return [slip.data for slip in found if slip is not None]

    ((public,),) = house.group("SELECT public_key FROM support_group")
    assert isinstance(public, bytes)
    put(
        house.workspace.shelf,
        house.group_uid,
        seal(public, house.group_uid, b"u" * 16, "slip", b"How does one sleep?"),
    )
    with monkeypatch.context() as patch:
        patch.setattr(module.seals, "write_seals", no_room)
        with pytest.raises(KnownError, match="pulled out"):
            house.facilitators.withdraw(house.maria, house.group_uid)
    assert opened(house.key) == [b"How does one sleep?"]
    now = house.facilitators.withdraw(house.maria, house.group_uid).signed_in
    assert opened(now.cabinets[0][2]) == [b"How does one sleep?"]
    rows = house.look(house.workspace.shelf, None, "SELECT count(*) FROM in_tray")  # type: ignore[arg-type]
    assert rows == [(1,)], "neither the one under the old key nor that of the first try is left"


def opens(house: House, key: bytes) -> list[bytes]:
    """What of the in-tray a sign-in of now reads."""
    ((secret, former),) = house.group(
        "SELECT secret_key, former_secret FROM support_group", key=key
    )
    rows = house.look(house.workspace.shelf, None, "SELECT box FROM in_tray ORDER BY id")  # type: ignore[arg-type]
    found = [
        open_box(s, house.group_uid, box)  # type: ignore[arg-type]
        for (box,) in rows
        for s in (secret, former)
        if s is not None
    ]
    return [slip.data for slip in found if slip is not None]


@pytest.mark.parametrize("step", ["copied", "seals", "finish", "card", "after"])
@pytest.mark.parametrize("cut", [False, True])
def test_an_evening_handed_in_while_the_key_is_changed_is_not_lost(
    house: House, monkeypatch: pytest.MonkeyPatch, step: str, cut: bool
) -> None:
    """At every moment of the change, and also where it is cut off just then."""
    plan = replace(plan_of(stand_in=True), people=(), group=house.group_uid.hex())

    class Cut(BaseException):
        pass

    def hands_in() -> None:
        shelf = open_shelf(house.workspace.shelf, house.clock, house.workspace.backups)
        try:
            stand_in.put(shelf, plan.group, b"s" * 16, "evening", b"how it went")
        finally:
            shelf.close()
        if cut:
            raise Cut

    def before(function: Callable[..., object]) -> Callable[..., object]:
        def both(*args: object, **more: object) -> object:
            hands_in()
            return function(*args, **more)

        return both

    names = {
        "copied": (module.renewal, "copied"),
        "seals": (seals, "write_seals"),
        "finish": (module.renewal, "finish"),
        "card": (module.Facilitators, "_tell"),
        "after": (module.Facilitators, "_remake"),
    }
    owner, name = names[step]
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, before(getattr(owner, name)))
        with contextlib.suppress(Cut):
            house.facilitators.withdraw(house.maria, house.group_uid)
    maria = house.signs_in(MARIA)
    ((_, _, key),) = maria.cabinets
    assert opens(house, key) == [b"how it went"]
    shelf = open_shelf(house.workspace.shelf, house.clock, house.workspace.backups)
    KeysService(house.workspace, house.kdf, house.clock).put_cards_right(shelf, maria)
    path, backups = house.workspace.cabinet(house.file_id), house.workspace.backups
    cabinet = open_cabinet(path, key, house.clock, backups)
    InTrayService(cabinet, shelf).settle()
    cabinet.close()
    shelf.close()
    assert house.group("SELECT former_secret FROM support_group", key=key) == [(None,)]
    assert opens(house, key) == [b"how it went"]


def test_whoever_was_taken_out_reads_no_new_box(house: House) -> None:
    """They know the key before; the shelf tells the new one when the change is over."""
    ((old,),) = house.group("SELECT secret_key FROM support_group")
    assert isinstance(old, bytes)
    put(
        house.workspace.shelf,
        house.group_uid,
        seal(house.made.card.public_key, house.group_uid, b"u" * 16, "slip", b"before"),
    )
    renewed = house.facilitators.withdraw(house.maria, house.group_uid)
    shelf = open_shelf(house.workspace.shelf, house.clock, house.workspace.backups)
    stand_in.put(shelf, house.group_uid.hex(), b"s" * 16, "evening", b"after")
    found = [box.box for box in boxes(shelf, house.group_uid)]
    shelf.close()
    assert [open_box(old, house.group_uid, box or b"") for box in found] == [None, None]
    key = renewed.signed_in.cabinets[0][2]
    assert opens(house, key) == [b"before", b"after"]
    assert house.group("SELECT former_secret FROM support_group", key=key) == [(None,)]


def test_a_key_of_somebody_who_was_taken_out_on_the_shelf_is_told(house: House) -> None:
    """Who knows a former key could have what is put in sealed to it."""
    old = house.made.card.public_key
    renewed = house.facilitators.withdraw(house.maria, house.group_uid)
    raw = connect(house.workspace.shelf, None)
    raw.execute("UPDATE cabinet_card SET public_key = ?", (old,))
    raw.close()
    maria = house.signs_in(MARIA)
    assert len(maria.troubles) == len(maria.cards) == 1
    # The form of before did not say whether telling the shelf was cut off.
    raw = connect(house.workspace.cabinet(house.file_id), renewed.signed_in.cabinets[0][2])
    raw.execute("ALTER TABLE support_group DROP COLUMN former_secret")
    assert house.signs_in(MARIA).troubles == ()
    raw.execute("DROP TABLE withdrawn_key")
    assert len(house.signs_in(MARIA).troubles) == 1
    raw.close()


def test_a_second_change_of_key_ends_the_one_before(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shelf could not be told the first time."""
    put(
        house.workspace.shelf,
        house.group_uid,
        seal(house.made.card.public_key, house.group_uid, b"u" * 16, "slip", b"words"),
    )
    with monkeypatch.context() as patch:
        patch.setattr(module, "write_card", no_room)
        first = house.facilitators.withdraw(house.maria, house.group_uid)
    key = first.signed_in.cabinets[0][2]
    assert house.group("SELECT former_secret FROM support_group", key=key) != [(None,)]
    maria = house.signs_in(MARIA)
    assert maria.troubles == ()
    shelf = open_shelf(house.workspace.shelf, house.clock, house.workspace.backups)
    KeysService(house.workspace, house.kdf, house.clock).put_cards_right(shelf, maria)
    shelf.close()
    second = house.facilitators.withdraw(maria, house.group_uid)
    assert opens(house, second.signed_in.cabinets[0][2]) == [b"words"]
