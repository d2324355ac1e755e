"""The group's parts let a new facilitator in."""

from __future__ import annotations

import pytest

from peerdesk.features.keys.errors import NoGroupForParts
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
