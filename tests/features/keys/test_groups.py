"""Several groups of one facilitator."""

from __future__ import annotations

import pytest

from peerdesk.features.keys.plans import GroupPlan
from peerdesk.store.connection import Damaged
from peerdesk.store.glance import read

from .house import MARIA, TOM, House

SECOND = GroupPlan("Quiet group", 3, "19:00", 60, "", public=True)


def test_another_group_comes_first_and_is_remembered(house: House) -> None:
    made = house.groups.add_group(house.maria, SECOND, " Maria ", "Hill House")
    assert [uid for uid, _, _ in made.signed_in.cabinets] == [made.card.group_uid, house.group_uid]
    assert [name for _, name in house.groups.names(made.signed_in)] == [
        "Quiet group",
        "Tuesday Circle",
    ]
    assert house.signs_in(MARIA).cabinets == made.signed_in.cabinets
    assert {m.name for m in read(house.workspace.shelf).meetings} == {
        "Tuesday Circle",
        "Quiet group",
    }
    _, file_id, key = made.signed_in.cabinets[0]
    (row,) = house.look(
        house.workspace.cabinet(file_id), key,
        "SELECT g.centre, k.name FROM support_group g, keyholder k",
    )  # fmt: skip
    assert row == ("Hill House", "Maria")
    assert house.recover.open_group(made.parts[1:]).name == "Quiet group"


def test_the_one_opened_last_comes_first(house: House) -> None:
    made = house.groups.add_group(house.maria, SECOND, "Maria")
    house.clock.advance(minutes=5)
    signed = house.groups.activate(made.signed_in, house.group_uid)
    assert signed.cabinets[0] == house.maria.cabinets[0]
    assert house.signs_in(MARIA).cabinets == signed.cabinets


def test_a_colleague_of_one_group_does_not_see_the_other(house: House) -> None:
    made = house.groups.add_group(house.maria, SECOND, "Maria", one_sheet=True)
    assert len(made.parts) == 1
    house.facilitators.add_new(made.signed_in, made.card.group_uid, TOM)
    assert [c[0] for c in house.signs_in(TOM).cabinets] == [made.card.group_uid]


def test_a_group_that_cannot_be_read_is_a_sentence(house: House) -> None:
    house.group("DROP TABLE keyholder")
    house.group("DROP TABLE support_group")
    with pytest.raises(Damaged):
        house.groups.names(house.maria)
