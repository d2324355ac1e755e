"""Which papers there are for a meeting, and whose names are on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from peerdesk.features.meetings.paper import numbering, pack
from peerdesk.features.meetings.paper.documents import Proof
from peerdesk.features.meetings.paper.pack import TITLES, USUAL, Pack, Wanted
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Attendance, Meeting
from peerdesk.store.place import Place
from tests.features.meetings.conftest import LABEL, person
from tests.features.meetings.paper.voices import VOICE

ALL = Wanted(documents=frozenset(TITLES), first=date(2026, 9, 1), last=date(2026, 12, 31))
START = datetime(2026, 11, 24, 18, 30)


@pytest.fixture
def papers(service: MeetingsService, tonight: bytes, group: dict[str, bytes]) -> Pack:
    del group
    return Pack(service, tonight, VOICE)


def only(*keys: str) -> Wanted:
    return replace(ALL, documents=frozenset(keys))


def test_all_of_it_in_one_text(papers: Pack) -> None:
    body = papers.body(ALL)
    assert papers.chosen(ALL) == list(TITLES)
    assert body.count("<h1") == len(TITLES)
    assert body.count("page-break-before:always") >= len(TITLES) - 1
    for words in ("Our agreement", "Ana", "Meetings held", "Next dates", "Emergency"):
        assert words in body


def test_nothing_chosen_is_an_empty_text(papers: Pack) -> None:
    assert papers.body(only()) == ""
    assert not papers.names_people(only())


def test_a_group_without_names_prints_none(
    service: MeetingsService, papers: Pack, tonight: bytes
) -> None:
    assert set(papers.offered()) == set(TITLES)
    service.set_way("no_names", True)
    changed = Pack(service, tonight, VOICE)
    assert set(TITLES) - set(changed.offered()) == {"sign_in", "badges"}
    assert not changed.names_people(ALL)
    assert "Ana" not in changed.body(ALL)


def test_a_group_that_does_not_sign(service: MeetingsService, papers: Pack) -> None:
    service.set_way("we_sign", False)
    assert set(TITLES) - set(papers.offered()) == {"proof"}
    assert "To whom" not in papers.body(only("proof"))


@pytest.mark.parametrize(
    ("wanted", "named"),
    [
        (only("agreement", "help", "numbers", "dates", "running", "proof"), False),
        (only("badges"), True),
        (only("sign_in"), True),
        (replace(only("sign_in"), how="codes"), True),
        (replace(only("sign_in"), how="blank"), False),
        (replace(only("proof"), proof=Proof("Ana", START, START)), True),
        (replace(only("proof"), proof=Proof("  ", START, START)), False),
        (replace(only("agreement"), proof=Proof("Ana", START, START)), False),
    ],
)
def test_whether_names_are_on_paper(papers: Pack, wanted: Wanted, named: bool) -> None:
    assert papers.names_people(wanted) is named


def test_who_leads_is_a_name_too(service: MeetingsService, papers: Pack, tonight: bytes) -> None:
    service.set_part(tonight, service.agenda(tonight)[1].uid, lead="Dev")
    made = Pack(service, tonight, VOICE)
    assert made.names_people(only("running"))
    assert "Dev leads" in made.body(only("running"))
    closed = made.body(ALL, lambda name: f"{name[0]}.")
    assert "D. leads" in closed
    for name in ("Ana", "Dev", "Tom"):
        assert f">{name}<" not in closed
    del papers


def test_two_circles_at_once_stand_there(
    service: MeetingsService, papers: Pack, tonight: bytes
) -> None:
    part = next(p for p in service.agenda(tonight) if p.kind == "round")
    service.set_part(tonight, part.uid, circles=2)
    assert "in 2 circles at once" in papers.body(only("running"))


def test_who_sent_apologies_needs_no_badge(
    service: MeetingsService, tonight: bytes, group: dict[str, bytes]
) -> None:
    service.mark(tonight, group["Ana"], "apologies")
    made = Pack(service, tonight, VOICE)
    assert ">Ana<" not in made.body(only("badges"))
    assert ">Bo<" in made.body(only("badges"))
    assert ">Ana<" in made.body(only("sign_in"))


def test_numbers_are_kept_with_the_sheet_alone(papers: Pack, tonight: bytes) -> None:
    papers.went_to_paper(only("agreement"))
    assert not numbering.kept(papers.service, tonight)
    papers.went_to_paper(replace(only("sign_in"), blanks=2))
    assert len(numbering.kept(papers.service, tonight)) == 4 + 2


def test_empty_slips_or_one_person(papers: Pack) -> None:
    assert papers.body(replace(only("proof"), pad=4, house="The House")).count("The House") == 4
    one = papers.body(replace(only("proof"), proof=Proof("Ana K", START, START, "", "House")))
    assert "Ana K was here" in one


def test_forty_people_and_nobody(service: MeetingsService, cabinet: Place, tonight: bytes) -> None:
    empty = Pack(service, tonight, VOICE)
    assert not empty.names_people(only("sign_in", "badges"))
    assert "<h1" in empty.body(ALL)
    for number in range(40):
        person(cabinet, f"Name{number:02} {'Long' * 20}")
    body = Pack(service, tonight, VOICE).body(only("sign_in"))
    assert body.count("<bdi>Name") == 40
    assert "<b>46</b>" in body


def test_evenings_of_the_centre(
    service: MeetingsService, cabinet: Place, tuesday: bytes, group: dict[str, bytes]
) -> None:
    del tuesday
    first, second, third = reversed(service.past_meetings()[:3])
    service.mark(first.uid, group["Ana"], "here")
    service.close(first.uid)
    service.mark(second.uid, group["Ana"], "here")
    service.mark(second.uid, group["Tom"], "phone")
    service.mark(second.uid, group["Bo"], "away")
    service.set_walk_ins(second.uid, 2)
    with cabinet.operation(LABEL):
        Meeting.update(new_people=1).where(Meeting.uid == second.uid).execute()
        Attendance.update(first_time=False).execute()
    service.close(second.uid)
    service.set_head_count(third.uid, 0)
    service.close(third.uid)
    found = pack.evenings(service, date(2026, 1, 1), date(2026, 12, 31))
    assert [(e.heads, e.new) for e in found] == [(0, 0), (4, 2), (1, 0)]
    day = second.start.date()
    assert [e.day for e in pack.evenings(service, day, day)] == [day]


def test_a_first_time_that_was_keyed_in_counts(
    service: MeetingsService, cabinet: Place, tuesday: bytes, group: dict[str, bytes]
) -> None:
    del tuesday
    meeting = service.past_meetings()[0]
    service.mark(meeting.uid, group["Ana"], "here")
    with cabinet.operation(LABEL):
        Attendance.update(first_time=True).execute()
    service.close(meeting.uid)
    assert [e.new for e in pack.evenings(service, date.min, date.max)] == [1]


def test_when_the_meeting_is(papers: Pack) -> None:
    assert pack.hours(papers.plan) == (START, datetime(2026, 11, 24, 20, 0))


def test_what_is_usual_is_offered() -> None:
    assert set(USUAL) < set(TITLES)


def test_no_such_meeting(service: MeetingsService) -> None:
    with pytest.raises(KeyError):
        Pack(service, b"n" * 16, VOICE)
