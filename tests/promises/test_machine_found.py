"""What the state machine found once, step by step, so that every run walks it again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from peerdesk.safe import orphans
from tests.promises.cut import can_cut
from tests.promises.test_machine import Promises


@pytest.fixture
def machine() -> Iterator[Promises]:
    made = Promises()
    yield made
    for check in (
        made.exactly_those_who_may_can_open,
        made.nothing_erased_is_there,
        made.the_shelf_tells_the_truth,
        made.nothing_lies_about,
    ):
        check()
    made.teardown()


def test_an_erased_place_is_taken_out_of_older_copies(machine: Promises) -> None:
    machine.makes_a_place()
    machine.makes_a_copy(0, signed_in=True, off=False)
    machine.leaves(1)
    machine.writes_notes(0)
    machine.erases_a_note(0)
    machine.moves_to_another_computer(0)


def test_an_erased_place_does_not_come_back(machine: Promises) -> None:
    machine.makes_a_place()
    machine.makes_a_copy(0, signed_in=True, off=True)
    machine.leaves(1)
    machine.brings_back(0, 0, 0, signed_in=True)


def test_the_drawer_before_a_new_key_may_be_let_in_again(machine: Promises) -> None:
    machine.is_let_in(0)
    machine.gets_a_new_key(0, 0)
    machine.signs_in_beside(0, 1)
    machine.exactly_those_who_may_can_open()
    machine.fears_that_someone_knows(1)
    machine.exactly_those_who_may_can_open()
    machine.leaves(2)


def test_what_was_being_built_when_the_power_went_is_taken_away(machine: Promises) -> None:
    half = machine.home.backups / ".bringing-back" / "new"
    half.mkdir(parents=True)
    (half / "shelf.db").write_bytes(b"half")
    machine.starts_again()
    assert not half.parent.exists()


@pytest.mark.skipif(not can_cut(), reason="this system cannot cut a process off half-way")
def test_a_drawer_that_never_got_its_key_is_nobodys(machine: Promises) -> None:
    machine.power_goes_at_letting_in(0, 7, known=False, who=0)
    assert len(orphans.ids(machine.home.drawers)) == 1
    machine.makes_a_copy(0, signed_in=False, off=False)
    machine.brings_back(0, -1, -1, signed_in=True)


def test_a_lost_key_file_comes_back_with_the_newest_notes(machine: Promises) -> None:
    machine.makes_a_place()
    machine.makes_a_copy(0, signed_in=False, off=False)
    machine.writes_notes(1)
    machine.a_key_file_is_lost(1, 0)
    machine.exactly_those_who_may_can_open()
    machine.moves_to_another_computer(-1)


def test_who_came_back_with_the_parts_is_in_the_list_once(machine: Promises) -> None:
    machine.is_let_in(0)
    machine.makes_a_copy(0, signed_in=True, off=False)
    machine.two_parts_bring_back_whom_it_was(0, 1)
    machine.exactly_those_who_may_can_open()
    machine.brings_back(0, -1, -1, signed_in=True)
    machine.brings_back(2, -1, -1, signed_in=True)
    machine.moves_to_another_computer(-1)
