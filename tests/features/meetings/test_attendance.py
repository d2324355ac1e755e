from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.features.meetings.service import MeetingsService, Rate
from peerdesk.store.cabinet import STATUSES, Attendance, Meeting, Person
from peerdesk.store.place import Place
from peerdesk.ui.text import render

from .conftest import LABEL, answer, person


def past(service: MeetingsService, marks: list[dict[bytes, str]]) -> list[bytes]:
    """Close the latest past meetings with these marks, latest first."""
    uids = [m.uid for m in service.past_meetings(len(marks))]
    for uid, there in zip(uids, marks, strict=True):
        for who, status in there.items():
            service.mark(uid, who, status)
        service.close(uid)
    return uids


def test_everyone_is_expected_and_unknown(
    service: MeetingsService, tonight: bytes, cabinet: Place
) -> None:
    bo, ana = person(cabinet, "Bo"), person(cabinet, "ana", access_needs="Large print")
    person(cabinet, "Gone", archived_at=5)
    marks = service.attendance(tonight)
    assert [(m.person, m.status) for m in marks] == [(ana, "unknown"), (bo, "unknown")]
    assert marks[0].needs == "Large print"
    assert service.attendance(b"x" * 16) == []


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_can_be_set_and_changed(
    service: MeetingsService, tonight: bytes, cabinet: Place, status: str
) -> None:
    ana = person(cabinet, "Ana")
    service.mark(tonight, ana, "here")
    service.mark(tonight, ana, status)
    assert [m.status for m in service.attendance(tonight)] == [status]
    assert Attendance.select().count() == 1
    cabinet.undo()
    assert [m.status for m in service.attendance(tonight)] == ["here"]


def test_a_status_that_is_none(service: MeetingsService, tonight: bytes, cabinet: Place) -> None:
    with pytest.raises(ValueError, match="gone"):
        service.mark(tonight, person(cabinet, "Ana"), "gone")


def test_numbers(service: MeetingsService, tonight: bytes, cabinet: Place) -> None:
    for name, status in [("A", "here"), ("B", "phone"), ("C", "online"), ("D", "apologies")]:
        service.mark(tonight, person(cabinet, name), status)
    person(cabinet, "E")
    service.set_walk_ins(tonight, 2)
    counts = service.counts(tonight)
    assert (counts.here, counts.walk_ins, counts.marks["unknown"]) == (5, 2, 1)
    meeting = service.meeting(tonight)
    assert meeting is not None
    assert meeting.here == 5
    service.set_head_count(tonight, 9)
    assert service.counts(tonight).here == 9
    service.set_head_count(tonight, None)
    service.set_walk_ins(tonight, -1)
    assert service.counts(tonight).here == 3
    assert service.counts(b"x" * 16).here == 0


def test_everyone_left_is_marked_in_one_step(
    service: MeetingsService, tonight: bytes, cabinet: Place
) -> None:
    service.mark(tonight, person(cabinet, "Ana"), "apologies")
    person(cabinet, "Bo")
    person(cabinet, "Cy")
    service.mark_all_here(tonight)
    assert [m.status for m in service.attendance(tonight)] == ["apologies", "here", "here"]
    cabinet.undo()
    assert [m.status for m in service.attendance(tonight)] == ["apologies", "unknown", "unknown"]


def test_closing_keeps_what_was_good(
    service: MeetingsService, tonight: bytes, clock: FixedClock
) -> None:
    clock.advance(hours=4)
    service.set_meeting(tonight, good_things="The garden day.")
    service.close(tonight)
    meeting = service.past_meetings()[0]
    assert (meeting.uid, meeting.closed, meeting.closed_at) == (tonight, True, clock.now_ms())
    assert [words for _, words in service.good_things()] == ["The garden day."]
    service.cabinet.undo()
    again = service.meeting(tonight)
    assert again is not None
    assert (again.status, again.closed_at) == ("planned", None)
    assert service.good_things() == []


@pytest.mark.usefixtures("tuesday")
def test_how_many_usually_come(service: MeetingsService) -> None:
    uids = past(service, [{} for _ in range(9)])
    assert service.usually() is None
    for uid, count in zip(uids, [7, 9], strict=False):
        service.set_head_count(uid, count)
    assert service.usually() is None
    for uid, count in zip(uids[2:], [9, 12, 8, 11, 10, 6, 40], strict=True):
        service.set_head_count(uid, count)
    assert service.usually() == 9  # of the last eight; the ninth does not count


def test_how_many_are_expected(service: MeetingsService, tonight: bytes, cabinet: Place) -> None:
    ana = person(cabinet, "Ana")
    person(cabinet, "Bo")
    assert service.expected(tonight) == 2
    service.mark(tonight, ana, "apologies")
    assert service.expected(tonight) == 1
    for uid in past(service, [{}, {}, {}]):
        service.set_head_count(uid, 8)
    assert service.expected(tonight) == 8


@pytest.mark.usefixtures("tuesday")
def test_when_people_were_last_here(service: MeetingsService, cabinet: Place) -> None:
    ana, bo = person(cabinet, "Ana"), person(cabinet, "Bo")
    past(service, [{ana: "away", bo: "away"}, {ana: "phone"}, {ana: "here"}])
    assert service.last_here() == {ana: datetime(2026, 11, 10, 18, 30)}
    assert service.here_on(ana) == [
        (datetime(2026, 11, 10, 18, 30), "phone"),
        (datetime(2026, 11, 3, 18, 30), "here"),
    ]


@pytest.mark.usefixtures("tuesday")
def test_away_three_times_running(service: MeetingsService, cabinet: Place) -> None:
    jo = person(cabinet, "Jo", safe_contact=" text only ")
    una, bo, cy = person(cabinet, "Una"), person(cabinet, "Bo"), person(cabinet, "Cy")
    lee = person(cabinet, "Lee", archived_at=3)
    past(
        service,
        [
            {jo: "away", una: "away", bo: "away", cy: "here", lee: "away"},
            {jo: "unknown", una: "apologies", bo: "away", cy: "away", lee: "away"},
            {jo: "apologies", una: "away", bo: "here", cy: "away", lee: "away"},
            {jo: "away", una: "away", cy: "away", lee: "away"},
            {jo: "here"},
        ],
    )
    answer(cabinet, una, "text", "no")
    answer(cabinet, una, "photos", "yes")
    found = service.away()
    assert [(a.name, a.times, a.contact, a.may_contact) for a in found] == [
        ("Jo", 3, "text only", True),
        ("Una", 4, "", False),
    ]
    assert found[0].last_here == datetime(2026, 10, 27 - 7, 18, 30)
    assert found[1].last_here is None


@pytest.mark.usefixtures("tuesday")
@pytest.mark.parametrize(
    ("text", "call", "contact", "may"),
    [
        ("yes", "no", "text only", True),
        ("no", "yes", "phone call only", True),
        ("yes", "yes", "text or phone call", True),
        ("no", "no", "", False),
        ("", "", "", True),
    ],
)
def test_how_somebody_may_be_reached(
    service: MeetingsService, cabinet: Place, text: str, call: str, contact: str, may: bool
) -> None:
    jo = person(cabinet, "Jo")
    past(service, [{jo: "away"}] * 3)
    answer(cabinet, jo, "text", text)
    answer(cabinet, jo, "call", call)
    (found,) = service.away()
    assert (str(found.contact), found.may_contact) == (contact, may)


def test_who_is_new(
    service: MeetingsService, tonight: bytes, cabinet: Place, clock: FixedClock
) -> None:
    ana, tom = person(cabinet, "Ana"), person(cabinet, "Tom", role="newcomer")
    assert service.newcomers(tonight) == [tom]  # nothing was held yet: all others are just typed in
    past(service, [{ana: "here"}])
    late = person(cabinet, "Una", added_at=clock.now_ms())
    person(cabinet, "Wil", added_at=clock.now_ms(), since="2024")
    assert service.newcomers(tonight) == [tom, late]
    assert [m.name for m in service.attendance(tonight) if m.new] == ["Tom", "Una"]
    service.mark(tonight, tom, "here")
    assert tom in service.newcomers(tonight)
    assert tom not in service.newcomers(service.next_meetings()[1].uid)
    assert service.newcomers(b"x" * 16) == []


def test_erasing_a_person_takes_their_marks(
    service: MeetingsService, tonight: bytes, cabinet: Place
) -> None:
    service.mark(tonight, person(cabinet, "Ana"), "here")
    with cabinet.operation(LABEL):
        Person.delete().execute()
    assert service.attendance(tonight) == []
    assert Meeting.select().count() == 1
    assert service.past_meetings(1)[0].start == datetime(2026, 11, 24, 18, 30) - timedelta(days=7)


def test_who_came_late(service: MeetingsService, group: dict[str, bytes], tonight: bytes) -> None:
    service.mark(tonight, group["Bo"], "online")
    service.set_late(tonight, group["Bo"], late=True)
    service.set_late(tonight, group["Dev"], late=True)
    marks = {m.name: (m.status, m.late) for m in service.attendance(tonight)}
    assert (marks["Bo"], marks["Dev"]) == (("online", True), ("here", True))
    service.set_late(tonight, group["Dev"], late=False)
    service.mark(tonight, group["Bo"], "away")
    marks = {m.name: (m.status, m.late) for m in service.attendance(tonight)}
    assert (marks["Bo"], marks["Dev"]) == (("away", False), ("here", False))


def test_new_people_without_names(service: MeetingsService, tonight: bytes) -> None:
    assert service.new_at(tonight) == 0
    service.set_new_people(tonight, 2)
    assert service.new_at(tonight) == 2
    service.set_new_people(tonight, -3)
    assert service.new_at(tonight) == 0


def test_rates_count_those_who_were_expected(
    service: MeetingsService, group: dict[str, bytes], tonight: bytes
) -> None:
    assert service.rate(group["Ana"]) == Rate(0, 0, 0)
    assert service.rate(group["Ana"]).words == ""
    marked = (("here", "unknown"), ("away", "here"), ("apologies", "phone"), ("online", "here"))
    for meeting, (ana, bo) in zip(service.past_meetings(4), marked, strict=True):
        service.mark(meeting.uid, group["Ana"], ana)
        service.mark(meeting.uid, group["Bo"], bo)
        service.close(meeting.uid)
    service.mark(tonight, group["Ana"], "here")  # not over yet
    assert service.rate(group["Ana"]) == Rate(2, 4, 0)
    assert service.rate(group["Bo"]) == Rate(3, 3, 1)
    assert render(service.rate(group["Bo"]).words) == "came 3 of 3 evenings"
    assert render(service.rate(group["Ana"]).sentence) == "2 of 4 evenings when expected"
    assert service.rate(group["Tom"]).sentence == ""
