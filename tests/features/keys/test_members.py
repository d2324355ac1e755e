"""A place of one's own and its personal sheet."""

from __future__ import annotations

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.members import new_sheet
from peerdesk.safe import recovery
from peerdesk.safe.accounts import WeakPassword, WrongSheet
from peerdesk.safe.proofread import MistypedWord, SwappedWords
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.glance import ShelfMissing

from .house import TOM, House


def test_a_place_opens_itself_and_nothing_of_the_group(house: House) -> None:
    own = house.members.make_place(TOM)
    assert own.cabinets == []
    assert house.signs_in(TOM) == own
    path = house.workspace.drawer(own.drawer_id)
    assert house.look(path, own.drawer_key, "SELECT * FROM cabinet_pass") == []
    for other in (
        house.workspace.cabinet(house.file_id),
        house.workspace.drawer(house.maria.drawer_id),
    ):
        with pytest.raises(Damaged):
            connect(other, own.drawer_key)


def test_nothing_is_left_of_a_place_that_was_not_made(house: House) -> None:
    before = house.files()
    with pytest.raises(WeakPassword):
        house.members.make_place(Person("tom", "short"))
    assert house.files() == before


def test_places_can_be_switched_off(house: House) -> None:
    assert house.members.allowed()
    for value, allowed in (("no", False), ("yes", True), ("?", True)):
        house.look(house.workspace.shelf, None, "DELETE FROM setting WHERE key = 'own_places'")  # type: ignore[arg-type]
        house.look(
            house.workspace.shelf,
            None,  # type: ignore[arg-type]
            "INSERT INTO setting (uid, key, value) VALUES (randomblob(16), 'own_places', ?)",
            value,
        )
        assert house.members.allowed() is allowed
    house.workspace.shelf.unlink()
    with pytest.raises(ShelfMissing):
        house.members.allowed()


def test_the_sheet_opens_the_drawer_and_a_newer_one_takes_its_place(house: House) -> None:
    secret, words = new_sheet()
    assert recovery.read_personal_sheet(words) == secret
    own = house.members.make_place(Person(TOM.name, TOM.password, secret))
    assert house.recover.open_sheet(words).key == own.drawer_key
    newer, newer_words = new_sheet()
    house.members.give_sheet(own, newer)
    assert house.recover.open_sheet(newer_words).key == own.drawer_key
    with pytest.raises(WrongSheet):
        house.recover.open_sheet(words)
    assert house.signs_in(TOM) == own


def test_a_sheet_that_is_not_used_is_random(house: House) -> None:
    house.members.make_place(TOM)
    _, words = new_sheet()
    with pytest.raises(WrongSheet):
        house.recover.open_sheet(words)


def test_no_sheet_is_made_for_a_key_that_is_not_the_drawers(house: House) -> None:
    own = house.members.make_place(TOM)
    wrong = type(own)(own.drawer_id, bytes(32))
    with pytest.raises(Damaged):
        house.members.give_sheet(wrong, new_sheet()[0])


def test_with_the_sheet_everything_comes_back_under_a_new_password(house: House) -> None:
    secret, words = new_sheet()
    drawer = house.facilitators.add_new(
        house.maria, house.group_uid, Person(TOM.name, TOM.password, secret)
    )
    opened = house.recover.open_sheet(words)
    signed = house.recover.new_password(opened, "thomas", "quite another sentence")
    assert signed.drawer_id == drawer.drawer_id
    assert signed.cabinets == house.maria.cabinets
    assert house.keys.sign_in("Thomas", "quite another sentence") == signed
    with pytest.raises(KnownError):
        house.signs_in(TOM)
    assert house.recover.open_sheet(words).key == signed.drawer_key


def test_wrong_words_of_a_sheet_are_named(house: House) -> None:
    secret, words = new_sheet()
    house.members.make_place(Person(TOM.name, TOM.password, secret))
    typed = words.split()
    other = next(w for w in ("academic", "acid") if w != typed[6])
    with pytest.raises(MistypedWord) as mistyped:
        house.recover.open_sheet(" ".join([*typed[:6], other, *typed[7:]]))
    assert (mistyped.value.words, mistyped.value.likely) == ((7,), typed[6])
    at = next(n for n in range(6, 18) if typed[n] != typed[n + 1])
    typed[at], typed[at + 1] = typed[at + 1], typed[at]
    with pytest.raises(SwappedWords) as swapped:
        house.recover.open_sheet(" ".join(typed))
    assert swapped.value.words == (at + 1, at + 2)
