"""An evening comes into the cabinet once, whole, and can be taken out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerdesk.core.ids import new_uid
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import (
    AgendaItem,
    Attendance,
    FollowUp,
    GroupSetting,
    Incident,
    Meeting,
    Person,
    Taken,
    Topic,
)
from peerdesk.store.evening import Came, Extra, Helped, Ran, Result
from peerdesk.store.evening_json import Unreadable
from peerdesk.store.place import Place

from .conftest import LABEL, person

TABLES = (
    "attendance",
    "meeting",
    "agenda_item",
    "topic",
    "incident",
    "follow_up",
    "taken",
)
MINUTE = 60_000


def dump(cabinet: Place) -> dict[str, list[tuple[object, ...]]]:
    return {t: cabinet.rows(f"SELECT * FROM {t} ORDER BY id") for t in TABLES}


def evening(service: MeetingsService, uid: bytes, **fields: object) -> Result:
    meeting = service.meeting(uid)
    assert meeting is not None
    values: dict[str, object] = {
        "sheet": (b"s" * 16).hex(),
        "meeting": uid.hex(),
        "group": (b"g" * 16).hex(),
        "started_at": meeting.starts_at + MINUTE,
        "ended_at": meeting.ends_at + 4 * MINUTE,
        "start": "2026-11-24T18:30",
        "zone": "Europe/London",
    }
    return Result(**{**values, **fields})  # type: ignore[arg-type]


def statuses(service: MeetingsService, uid: bytes) -> dict[str, str]:
    return {m.name: m.status for m in service.attendance(uid)}


def test_an_evening_is_taken_over_as_it_went(
    service: MeetingsService, cabinet: Place, group: dict[str, bytes], tonight: bytes
) -> None:
    parts = service.agenda(tonight)
    asked = new_uid()
    with cabinet.operation(LABEL):
        Topic.create(uid=asked, words="Sleep")
    result = evening(
        service,
        tonight,
        people=(
            Came(group["Ana"].hex(), "here"),
            Came(group["Bo"].hex(), "unknown"),
            Came(group["Dev"].hex(), "apologies", late=True),
            Came(group["Tom"].hex(), "phone", late=True, heard=False),
            Came((b"n" * 16).hex(), "here"),
            Came("nobody", "here"),
            Came(group["Ana"].hex(), "dancing"),
        ),
        extras=(Extra("", True), Extra("", False, "phone"), Extra("Kim", True)),
        ran=(Ran(parts[0].uid.hex(), 200), Ran(parts[1].uid.hex(), -4), Ran("?", 3)),
        helped=(Helped(1_800_000_000_000, 300, (1, 2)), Helped(0, 5)),
        topics_used=("Sleep", "Sleep", "Unknown"),
        words="Night shifts\n",
    )
    assert service.merge(result)
    assert statuses(service, tonight) == {
        "Ana": "here",
        "Bo": "unknown",
        "Dev": "apologies",
        "Tom": "phone",
    }
    tom = Attendance.get(Attendance.person == Person.get(Person.uid == group["Tom"]))
    assert (tom.late, tom.first_time, tom.agreement) == (True, True, "not heard")
    dev = Attendance.get(Attendance.person == Person.get(Person.uid == group["Dev"]))
    assert (dev.late, dev.first_time, dev.agreement) == (False, False, "")
    row = Meeting.get(Meeting.uid == tonight)
    assert (row.walk_ins, row.new_people, row.came_up) == (3, 2, "Night shifts")
    assert (row.started_at, row.ended_at) == (result.started_at, result.ended_at)
    assert bytes(row.sheet_uid) == b"s" * 16
    ran = [r.ran_seconds for r in AgendaItem.select().order_by(AgendaItem.position)]
    assert ran == [200, 0, *[None] * (len(parts) - 2)]
    topic = Topic.get(Topic.uid == asked)
    assert topic.used_at is not None
    assert topic.meeting_id == row.id
    happened = [r.happened_at for r in Incident.select().order_by(Incident.id)]
    assert happened == [1_800_000_000_000, service.clock.now_ms()]
    assert all(r.author_uid is None and r.what == "" for r in Incident.select())
    reach = [(r.reason, r.words) for r in FollowUp.select().order_by(FollowUp.id)]
    assert reach == [("new", "Kim"), ("help", ""), ("help", "")]


def test_the_second_time_nothing_happens_and_it_can_be_undone(
    service: MeetingsService, cabinet: Place, group: dict[str, bytes], tonight: bytes
) -> None:
    before = dump(cabinet)
    result = evening(service, tonight, people=(Came(group["Ana"].hex(), "here"),), words="Sleep")
    assert service.merge(result)
    once = dump(cabinet)
    assert not service.merge(result)
    assert not service.merge(replace(result, words="Something else"))
    assert dump(cabinet) == once
    cabinet.undo()
    assert dump(cabinet) == before
    assert service.merge(result)
    assert {k: len(v) for k, v in dump(cabinet).items()} == {k: len(v) for k, v in once.items()}


def test_a_sheet_is_known_by_its_meeting_too(
    service: MeetingsService, cabinet: Place, tonight: bytes
) -> None:
    result = evening(service, tonight)
    service.merge(result)
    with cabinet.operation(LABEL):
        Taken.delete().execute()
    assert not service.merge(result)
    with pytest.raises(Unreadable):
        service.merge(replace(result, sheet="12"))


def test_a_mark_made_before_gives_way_but_never_to_unknown(
    service: MeetingsService, group: dict[str, bytes], tonight: bytes
) -> None:
    for name, status in (("Ana", "apologies"), ("Bo", "apologies"), ("Dev", "here")):
        service.mark(tonight, group[name], status)
    people = (
        Came(group["Ana"].hex(), "here"),
        Came(group["Bo"].hex(), "unknown"),
        Came(group["Dev"].hex(), "away"),
    )
    service.merge(evening(service, tonight, people=people))
    assert statuses(service, tonight) == {
        "Ana": "here",
        "Bo": "apologies",
        "Dev": "away",
        "Tom": "unknown",
    }


def test_two_sheets_of_one_evening_come_together(
    service: MeetingsService, group: dict[str, bytes], tonight: bytes
) -> None:
    ana, bo = (Came(group[name].hex(), "here") for name in ("Ana", "Bo"))
    first = evening(service, tonight, people=(ana,), extras=(Extra(""),) * 2, words="Sleep")
    service.merge(first)
    service.merge(
        replace(
            first,
            sheet=(b"t" * 16).hex(),
            people=(replace(ana, status="away"), bo),
            extras=(Extra(""),),
            words="Money",
            started_at=first.started_at + 5,
            ended_at=first.ended_at + 5,
        )
    )
    service.merge(replace(first, sheet=(b"u" * 16).hex(), people=(), words="Sleep"))
    found = statuses(service, tonight)
    assert (found["Ana"], found["Bo"]) == ("here", "here")
    row = Meeting.get(Meeting.uid == tonight)
    assert (row.walk_ins, row.came_up) == (2, "Sleep\nMoney")
    assert (row.started_at, row.ended_at) == (first.started_at, first.ended_at + 5)
    assert bytes(row.sheet_uid) == b"s" * 16


def test_what_two_sheets_of_one_evening_tell_is_there_once(
    service: MeetingsService, tonight: bytes
) -> None:
    """The rest of a sheet that could be read in part at first."""
    part = evening(
        service,
        tonight,
        extras=(Extra("Zoe", new=True), Extra("Zoe", new=True)),
        helped=(Helped(1_800_000_000_000, 60),),
        words="Sleep",
    )
    assert service.merge(part)
    more = (*part.helped, Helped(1_800_000_600_000, 60))
    extras = (*part.extras, Extra("Yan", new=True))
    words = "Sleep and money"
    whole = replace(part, sheet=(b"t" * 16).hex(), helped=more, extras=extras, words=words)
    assert service.merge(whole)
    told = [(f.reason, f.words) for f in FollowUp.select().order_by(FollowUp.id)]
    assert told == [("new", "Zoe"), ("new", "Zoe"), ("help", ""), ("new", "Yan"), ("help", "")]
    assert [i.happened_at for i in Incident.select()] == [h.at for h in more]
    row = Meeting.get(Meeting.uid == tonight)
    assert (row.walk_ins, row.new_people, row.came_up) == (3, 3, "Sleep and money")


def test_who_gave_a_name_of_the_group_is_marked(
    service: MeetingsService, cabinet: Place, group: dict[str, bytes], tonight: bytes
) -> None:
    person(cabinet, "Bo")  # two of them: nobody knows which
    heron = person(cabinet, "River", code="blue heron")
    extras = (
        Extra(" ana ", way="online"),
        Extra("Bo"),
        Extra("Blue Heron", way="swimming"),
    )
    service.merge(evening(service, tonight, extras=extras))
    marks = {m.person: m.status for m in service.attendance(tonight)}
    assert marks[group["Ana"]] == "online"
    assert marks[heron] == "here"
    assert Meeting.get(Meeting.uid == tonight).walk_ins == 1


def test_a_group_without_names_keeps_numbers_alone(
    service: MeetingsService, cabinet: Place, group: dict[str, bytes], tonight: bytes
) -> None:
    with cabinet.operation(LABEL):
        GroupSetting.create(uid=new_uid(), key="no_names", value="1")
    people = (Came(group["Ana"].hex(), "here"),)
    extras = (Extra("Ana", True), Extra(""))
    service.merge(evening(service, tonight, people=people, extras=extras))
    assert Attendance.select().count() == 0
    row = Meeting.get(Meeting.uid == tonight)
    assert (row.walk_ins, row.new_people) == (2, 1)
    assert FollowUp.select().count() == 0


def test_a_stand_ins_evening_finds_its_meeting(service: MeetingsService, tonight: bytes) -> None:
    loose = evening(service, tonight, meeting="", extras=(Extra(""),))
    assert service.meeting_of(loose) == tonight
    assert service.merge(loose)
    assert Meeting.get(Meeting.uid == tonight).walk_ins == 1
    # the meeting has its evening now: another one is a date of its own
    other = replace(loose, sheet=(b"t" * 16).hex())
    assert service.meeting_of(other) is None
    assert service.merge(other)
    made = Meeting.get(Meeting.uid != tonight)
    assert (made.start, made.minutes, made.place) == ("2026-11-24T18:30", 93, "Blue room")


@pytest.mark.parametrize(
    ("start", "zone"), [("then", "Europe/London"), ("2026-11-24T18:30", "Nowhere/At all"), ("", "")]
)
def test_a_start_nobody_can_read_leaves_the_moment_it_began(
    service: MeetingsService, tonight: bytes, start: str, zone: str
) -> None:
    assert service.meeting_of(evening(service, tonight, meeting="", start=start, zone=zone)) == (
        tonight
    )


def test_a_moment_no_clock_tells_is_now(
    service: MeetingsService, cabinet: Place, tonight: bytes
) -> None:
    service.add_series("Another", datetime(2026, 9, 3, 18, 30))
    service.merge(evening(service, tonight))  # tonight has its evening
    result = evening(
        service,
        tonight,
        sheet=(b"t" * 16).hex(),
        meeting=(b"z" * 16).hex(),
        start="",
        started_at=-5,
        ended_at=2**52,
    )
    assert service.merge(result)
    row = Meeting.get(Meeting.uid != tonight)
    assert (row.start, row.minutes, row.place) == ("2026-11-24T16:20", 90, "")
    assert (row.started_at, row.ended_at) == (None, None)
    assert cabinet.undo() is not None
    assert Meeting.select().count() == 1


def test_a_cancelled_evening_that_took_place(service: MeetingsService, tonight: bytes) -> None:
    service.cancel(tonight)
    service.merge(evening(service, tonight))
    meeting = service.meeting(tonight)
    assert meeting is not None
    assert meeting.status == "planned"


def test_an_agenda_that_is_another_now_stays_as_it_is(
    service: MeetingsService, tonight: bytes
) -> None:
    service.merge(evening(service, tonight, ran=(Ran((b"q" * 16).hex(), 60),)))
    assert AgendaItem.select().count() == 0


Drawn = tuple[list[tuple[str, str, bool, bool]], list[tuple[str, bool, str]], str, int, bool, int]
NAMES = ("Ana", "Bo", "Dev", "Tom", "nobody")
RESULTS = st.builds(
    lambda people, extras, words, helped, meeting, at: (people, extras, words, helped, meeting, at),
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(("here", "phone", "online", "apologies", "away", "unknown", "odd")),
            st.booleans(),
            st.booleans(),
        ),
        max_size=6,
    ),
    st.lists(
        st.tuples(st.sampled_from(("", "Ana", "Kim")), st.booleans(), st.just("here")), max_size=4
    ),
    st.sampled_from(("", "Sleep", "Sleep\nMoney")),
    st.integers(0, 2),
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
)


@given(st.lists(RESULTS, min_size=1, max_size=3))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_merging_again_changes_nothing_and_undo_takes_all_back(
    service: MeetingsService,
    cabinet: Place,
    group: dict[str, bytes],
    tonight: bytes,
    drawn: list[Drawn],
) -> None:
    results = [
        evening(
            service,
            tonight,
            sheet=bytes([65 + number] * 16).hex(),
            meeting=tonight.hex() if planned else "",
            people=tuple(
                Came(group.get(name, b"n" * 16).hex(), status, late, heard)
                for name, status, late, heard in people
            ),
            extras=tuple(Extra(*extra) for extra in extras),
            words=words,
            helped=tuple(Helped(at, 60) for _ in range(helped)),
            started_at=at,
        )
        for number, (people, extras, words, helped, planned, at) in enumerate(drawn)
    ]
    before = dump(cabinet)
    for result in results:
        assert service.merge(result)
    once = dump(cabinet)
    for result in [*results, *reversed(results)]:
        assert not service.merge(result)
    assert dump(cabinet) == once
    for _ in results:
        cabinet.undo()
    assert dump(cabinet) == before
