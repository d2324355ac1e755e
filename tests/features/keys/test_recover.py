"""The group's parts let a new facilitator in."""

from __future__ import annotations

import pytest

from peerdesk.features.keys.base import Person
from peerdesk.features.keys.errors import NoGroupForParts, NotThere
from peerdesk.safe import recovery
from peerdesk.safe.proofread import DifferentSheets, MorePartsNeeded, SamePartTwice
from peerdesk.store.connection import Damaged, connect

from .house import GROUP, MARIA, TOM, House


def test_any_two_parts_let_somebody_in(house: House) -> None:
    one, two, three = house.made.parts
    for pair in ((one, two), (two, three), (three, one)):
        assert house.recover.open_group(pair).key == house.key
    found = house.recover.open_group((one, three))
    assert found.name == "Tuesday Circle"
    assert repr(found.key) not in repr(found)
    signed = house.recover.let_in(found, TOM)
    assert signed.cabinets == house.maria.cabinets
    assert house.signs_in(TOM) == signed
    assert house.signs_in(MARIA) == house.maria
    with pytest.raises(Damaged):
        connect(house.workspace.drawer(house.maria.drawer_id), signed.drawer_key)


def test_who_says_who_they_were_keeps_their_entry_under_a_new_key(house: House) -> None:
    tom = house.facilitators.add_new(house.maria, house.group_uid, TOM)
    uid = house.uid_of("Tom Q")
    found = house.recover.open_group(house.made.parts[1:])
    there = house.recover.facilitators(found)
    assert [(h.name, h.me) for h in there] == [("Maria", False), ("Tom Q", False)]
    assert there[1].uid == uid
    person = Person("tom again", "another sentence, long enough")
    signed = house.recover.let_in(found, person, uid)
    assert house.signs_in(person) == signed
    assert signed.cabinets == house.maria.cabinets
    assert house.group("SELECT uid, name FROM keyholder ORDER BY id")[1:] == [(uid, "Tom Q")]
    # What he wrote for the team goes by the uid of his identity.
    path = house.workspace.drawer(signed.drawer_id)
    assert house.look(path, signed.drawer_key, "SELECT uid FROM identity") == [(uid,)]
    # The old place is his still; its key opens the group no more.
    assert house.signs_in(TOM).drawer_id == tom.drawer_id
    assert house.signs_in(TOM).cabinets == []
    assert tom.public_key in house.facilitators.withdrawn(signed, house.group_uid)


def test_an_entry_that_was_taken_out_meanwhile_lets_nobody_in(house: House) -> None:
    found = house.recover.open_group(house.made.parts[1:])
    before = house.files()
    with pytest.raises(NotThere):
        house.recover.let_in(found, TOM, b"nobody" * 3)
    assert house.files() == before


def test_a_list_that_cannot_be_read_is_damaged(house: House) -> None:
    found = house.recover.open_group(house.made.parts[1:])
    house.group("DROP TABLE keyholder")
    with pytest.raises(Damaged):
        house.recover.facilitators(found)


def test_the_right_one_of_several_groups(house: House) -> None:
    made = house.groups.add_group(house.maria, GROUP, "Maria")
    assert house.recover.open_group(made.parts[:2]).group_uid == made.card.group_uid
    assert house.recover.open_group(house.made.parts[:2]).group_uid == house.group_uid


def test_seals_that_are_damaged_elsewhere_are_made_anew(house: House) -> None:
    path = house.workspace.seals(house.file_id)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    assert house.signs_in(MARIA).cabinets == []
    house.recover.let_in(house.recover.open_group(house.made.parts[:2]), TOM)
    assert house.signs_in(MARIA).cabinets == house.maria.cabinets


def test_parts_that_do_not_open_say_why(house: House) -> None:
    one, two, _ = house.made.parts
    strange = recovery.make_parts(recovery.new_secret())
    with pytest.raises(NoGroupForParts):
        house.recover.open_group(strange[:2])
    with pytest.raises(MorePartsNeeded):
        house.recover.open_group((one, ""))
    with pytest.raises(SamePartTwice):
        house.recover.open_group((two, two))
    with pytest.raises(DifferentSheets):
        house.recover.open_group((one, strange[1]))


def test_a_group_without_its_row_is_damaged(house: House) -> None:
    house.group("DELETE FROM support_group")
    with pytest.raises(Damaged):
        house.recover.open_group(house.made.parts[:2])
