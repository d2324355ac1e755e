"""A number on paper keeps its meaning, whoever is added or goes."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.features.meetings.paper import numbering
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.features.people.service import PeopleService
from peerdesk.store.cabinet import GroupSetting, Person
from peerdesk.store.erased import GONE_LINE
from peerdesk.store.place import Place
from tests.features.meetings.conftest import LABEL, person


def names(rows: tuple[numbering.Row, ...]) -> list[str]:
    return [row.name for row in rows]


def test_before_anything_is_printed_the_order_is_by_name(
    service: MeetingsService, tonight: bytes, group: dict[str, bytes]
) -> None:
    del group
    assert names(numbering.rows_to_key(service, tonight)) == ["Ana", "Bo", "Dev", "Tom"]
    rows = numbering.rows_for(service, tonight, named=True, blanks=2)
    assert names(rows) == ["Ana", "Bo", "Dev", "Tom", "", ""]
    assert [row.number for row in rows] == [1, 2, 3, 4, 5, 6]


def test_numbers_stay_when_somebody_is_added_before_keying(
    service: MeetingsService, cabinet: Place, tonight: bytes, group: dict[str, bytes]
) -> None:
    del group
    rows = numbering.rows_for(service, tonight, named=True, blanks=2)
    numbering.keep(service, tonight, rows)
    person(cabinet, "Aaron")
    assert names(numbering.rows_to_key(service, tonight)) == ["Ana", "Bo", "Dev", "Tom", "", ""]
    again = numbering.rows_for(service, tonight, named=True, blanks=2)
    assert names(again) == ["Ana", "Bo", "Dev", "Tom", "", "", "Aaron"]
    anew = numbering.rows_for(service, tonight, named=True, blanks=0, anew=True)
    assert names(anew) == ["Aaron", "Ana", "Bo", "Dev", "Tom"]


def test_who_is_gone_leaves_the_number_behind(
    service: MeetingsService, cabinet: Place, tonight: bytes, group: dict[str, bytes]
) -> None:
    numbering.keep(service, tonight, numbering.rows_for(service, tonight, named=True, blanks=0))
    with cabinet.operation(LABEL):
        Person.delete().where(Person.uid == group["Bo"]).execute()
    rows = numbering.rows_to_key(service, tonight)
    assert [(r.number, r.name, r.gone) for r in rows] == [
        (1, "Ana", False),
        (2, "", True),
        (3, "Dev", False),
        (4, "Tom", False),
    ]


def test_who_was_erased_leaves_a_line_of_nobody(
    service: MeetingsService, cabinet: Place, tonight: bytes, group: dict[str, bytes]
) -> None:
    numbering.keep(service, tonight, numbering.rows_for(service, tonight, named=True, blanks=1))
    PeopleService(cabinet).erase(group["Bo"])
    rows = numbering.rows_to_key(service, tonight)
    assert [(r.number, r.person is None, r.gone) for r in rows] == [
        (1, False, False),
        (2, True, True),
        (3, False, False),
        (4, False, False),
        (5, True, False),
    ]
    person(cabinet, "Eli")
    again = numbering.rows_for(service, tonight, named=True, blanks=1)
    assert names(again) == ["Ana", "", "Dev", "Tom", "", "Eli"], "no one gets an old number"
    numbering.keep(service, tonight, again)
    assert numbering.kept(service, tonight)[1] == GONE_LINE
    assert group["Bo"].hex() not in str([row.value for row in GroupSetting.select()])


def test_codes_stand_beside_names(service: MeetingsService, cabinet: Place, tonight: bytes) -> None:
    person(cabinet, "River", code="blue heron")
    assert numbering.rows_to_key(service, tonight)[0].code == "blue heron"


def test_keeping_is_one_step_and_the_same_again_is_none(
    service: MeetingsService, cabinet: Place, tonight: bytes, group: dict[str, bytes]
) -> None:
    del group
    rows = numbering.rows_for(service, tonight, named=True, blanks=1)
    numbering.keep(service, tonight, ())
    assert not numbering.kept(service, tonight)
    numbering.keep(service, tonight, rows)
    kept = numbering.kept(service, tonight)
    assert len(kept) == 5
    row = GroupSetting.get(GroupSetting.key.startswith(numbering.KEY)).id
    numbering.keep(service, tonight, rows)
    assert GroupSetting.get(GroupSetting.key.startswith(numbering.KEY)).id == row
    cabinet.undo()
    assert not numbering.kept(service, tonight)


def test_only_the_newest_sheets_are_kept(
    service: MeetingsService, cabinet: Place, group: dict[str, bytes]
) -> None:
    del group
    dates = [
        service.add_date(datetime(2026, 12, day, 18, 0))
        for day in range(1, numbering.KEPT_MEETINGS + 4)
    ]
    for date in dates:
        rows = numbering.rows_for(service, date, named=True, blanks=0)
        numbering.keep(service, date, rows)
    there = [bool(numbering.kept(service, date)) for date in dates]
    assert there == [False] * 3 + [True] * numbering.KEPT_MEETINGS
    assert cabinet.rows("SELECT count(*) FROM group_setting")[0][0] == numbering.KEPT_MEETINGS


uids = st.lists(st.sampled_from([f"{n:032x}" for n in range(30)]), unique=True, max_size=20)


@given(first=uids, then=uids, blanks=st.integers(0, 20), more=st.integers(0, 20))
def test_a_sheet_only_grows(first: list[str], then: list[str], blanks: int, more: int) -> None:
    once = numbering.grown((), first, blanks)
    twice = numbering.grown(once, then, more)
    assert twice[: len(once)] == once
    assert set(twice) >= set(first) | set(then)
    people = [uid for uid in twice if uid]
    assert len(people) == len(set(people))
    assert twice.count("") == max(blanks, more)


def test_a_sheet_has_an_end() -> None:
    assert len(numbering.grown((), (), 10_000)) == numbering.MOST_ROWS


@pytest.mark.parametrize("blanks", [0, 3])
def test_a_group_of_nobody(service: MeetingsService, tonight: bytes, blanks: int) -> None:
    rows = numbering.rows_for(service, tonight, named=True, blanks=blanks)
    assert [row.person for row in rows] == [None] * blanks
    assert numbering.rows_to_key(service, tonight) == ()
