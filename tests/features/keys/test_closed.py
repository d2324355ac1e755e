"""A group that does not open any more is said once, and listed from then on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from peerdesk.features.keys import closed
from peerdesk.features.keys.plans import GroupPlan
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.store.drawer import open_drawer
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

from .house import MARIA, TOM, House


@contextmanager
def drawer_of(house: House, signed: SignedIn) -> Iterator[Place]:
    path = house.workspace.drawer(signed.drawer_id)
    with closing(
        open_drawer(path, signed.drawer_key, house.clock, house.workspace.backups)
    ) as place:
        yield place


def tells(house: House) -> bool:
    """Whether Tom's sign-in says it."""
    signed = house.signs_in(TOM)
    with drawer_of(house, signed) as drawer:
        said = closed.to_tell(drawer, signed)
        assert drawer.undo() is None
    return said


def listed(house: House) -> list[str]:
    signed = house.signs_in(TOM)
    shelf = open_shelf(house.workspace.shelf, house.clock, house.workspace.backups)
    with closing(shelf), drawer_of(house, signed) as drawer:
        return closed.listed(drawer, shelf)


def test_being_taken_out_is_said_once(house: House) -> None:
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    assert (tells(house), listed(house)) == (False, [])
    house.facilitators.remove(house.maria, house.group_uid, house.uid_of("Tom Q"))
    assert [tells(house) for _ in range(3)] == [True, False, False]
    assert listed(house) == ["Tuesday Circle"]


def test_let_in_again_and_taken_out_again_is_said_again(house: House) -> None:
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    renewed = house.facilitators.remove(house.maria, house.group_uid, house.uid_of("Tom Q"))
    assert tells(house)
    maria = house.signs_in(MARIA)
    house.facilitators.add_known(maria, house.group_uid, TOM.name, TOM.password)
    assert (tells(house), listed(house)) == (False, [])
    key = renewed.signed_in.cabinets[0][2]
    house.facilitators.remove(maria, house.group_uid, house.uid_of("tom", key))
    assert [tells(house) for _ in range(2)] == [True, False]


def test_a_group_nobody_else_may_know_of_has_no_name(house: House) -> None:
    made = house.groups.add_group(house.maria, GroupPlan("Quiet ones"), "Maria")
    uid = made.card.group_uid
    house.facilitators.add_new(made.signed_in, uid, TOM)
    path, key = house.workspace.cabinet(made.card.file_id), made.signed_in.cabinets[0][2]
    ((holder,),) = house.look(path, key, "SELECT uid FROM keyholder WHERE name = 'Tom Q'")
    assert isinstance(holder, bytes)
    house.facilitators.remove(made.signed_in, uid, holder)
    assert (tells(house), listed(house)) == (True, [""])


def test_what_goes_on_with_fewer_groups_at_hand_forgets_nothing(house: House) -> None:
    """After a step about keys the desk comes back without a sign-in, and knows nothing of them."""
    house.facilitators.add_new(house.maria, house.group_uid, TOM)
    house.facilitators.remove(house.maria, house.group_uid, house.uid_of("Tom Q"))
    assert tells(house)
    signed = house.signs_in(TOM)
    with drawer_of(house, signed) as drawer:
        assert not closed.to_tell(drawer, SignedIn(signed.drawer_id, signed.drawer_key))
    assert listed(house) == ["Tuesday Circle"]
    assert not tells(house)
