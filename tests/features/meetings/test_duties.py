from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerdesk.features.meetings.duties import ROLES, DutyView, roles_for
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Duty, Meeting, Person
from peerdesk.store.place import Place

from .conftest import LABEL, person


@pytest.fixture
def three(cabinet: Place, tuesday: bytes) -> dict[str, bytes]:
    del tuesday
    roles = {"Maria": "facilitator", "Dev": "co-facilitator", "Lin": "helper", "Ana": "member"}
    return {name: person(cabinet, name, role=role) for name, role in roles.items()}


def who(service: MeetingsService, uid: bytes) -> dict[str, str]:
    return {d.role: d.who for d in service.duties(uid)}


@pytest.mark.usefixtures("three")
def test_lead_and_door_are_the_meetings_own(service: MeetingsService, tonight: bytes) -> None:
    service.set_duty(tonight, "lead", "dev")
    service.set_duty(tonight, "greeter", "Someone from the centre")
    service.set_duty(tonight, "timekeeper", " Ana ")
    meeting = service.meeting(tonight)
    assert meeting is not None
    assert (meeting.lead, meeting.door) == ("Dev", "Someone from the centre")
    assert who(service, tonight) == {
        "lead": "Dev",
        "co-facilitator": "",
        "greeter": "Someone from the centre",
        "timekeeper": "Ana",
        "resources": "",
    }
    assert [(d.role, d.cover) for d in Duty.select()] == [("timekeeper", "")]
    service.set_duty(tonight, "timekeeper", "")
    assert Duty.select().count() == 0


def test_a_host_is_needed_where_somebody_joins_from_home(
    service: MeetingsService, tonight: bytes
) -> None:
    assert "host" not in roles_for("in person")
    for way in ("mixed", "online", "phone"):
        service.set_meeting(tonight, way=way)
        assert [d.role for d in service.duties(tonight)] == list(ROLES)
    assert service.duties(b"x" * 16) == []


def test_turns_go_round(service: MeetingsService, three: dict[str, bytes], cabinet: Place) -> None:
    del three
    dates = [m.uid for m in service.next_meetings(6)]
    assert service.suggest_duties(dates) == 6 * 5
    leads = [who(service, u)["lead"] for u in dates]
    assert leads == ["Maria", "Dev"] * 3
    keepers = Counter(who(service, u)["timekeeper"] for u in dates)
    assert keepers == {"Maria": 2, "Dev": 2, "Lin": 2}
    for uid in dates:  # nobody has three things to do while somebody has one
        assert sorted(Counter(who(service, uid).values()).values()) == [1, 2, 2]
    assert service.suggest_duties(dates) == 0
    cabinet.undo()  # the suggestion that found nothing is no step
    assert set(who(service, dates[0]).values()) == {""}


@pytest.mark.usefixtures("three")
def test_what_somebody_chose_stays(service: MeetingsService) -> None:
    one, other = (m.uid for m in service.next_meetings(2))
    service.set_duty(one, "lead", "Ana")
    service.suggest_duties([other, one, b"x" * 16])
    assert who(service, one)["lead"] == "Ana"
    # Ana led once, so she is asked again only after those who never did.
    assert who(service, other)["lead"] in ("Maria", "Dev")


@pytest.mark.usefixtures("three")
def test_who_did_it_longest_ago_is_next(service: MeetingsService) -> None:
    past = service.past_meetings(3)
    for meeting, name in zip(past, ("Maria", "Dev", "Ana"), strict=True):
        service.set_duty(meeting.uid, "lead", name)
    dates = [m.uid for m in service.next_meetings(3)]
    service.suggest_duties(dates)
    assert [who(service, u)["lead"] for u in dates] == ["Ana", "Dev", "Maria"]


@pytest.mark.usefixtures("three")
def test_only_dates_that_take_place_get_people(service: MeetingsService) -> None:
    one, other = service.next_meetings(2)
    service.cancel(one.uid)
    service.add_holiday(other.start.date(), other.start.date())
    past = service.past_meetings(1)[0].uid
    service.close(past)
    assert service.suggest_duties([one.uid, other.uid, past]) == 0


def test_nobody_can_be_asked_in_a_group_without_names(
    service: MeetingsService, tonight: bytes
) -> None:
    assert service.suggest_duties([tonight]) == 0
    past = service.past_meetings(1)[0].uid
    service.set_duty(past, "lead", "Somebody")
    assert service.suggest_duties([tonight]) == 1
    assert who(service, tonight)["lead"] == "Somebody"


def test_who_left_is_not_asked(
    service: MeetingsService, three: dict[str, bytes], cabinet: Place, tonight: bytes
) -> None:
    past = service.past_meetings(2)
    service.set_duty(past[0].uid, "resources", "Lin")
    service.set_duty(past[1].uid, "resources", "Ana")
    with cabinet.operation(LABEL):
        Person.update(archived_at=1).where(Person.uid == three["Lin"]).execute()
        Person.delete().where(Person.uid == three["Ana"]).execute()
    service.suggest_duties([tonight])
    assert set(who(service, tonight).values()) == {"Maria", "Dev"}


# -- away --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("three")
def test_who_is_away_is_not_asked(service: MeetingsService, cabinet: Place) -> None:
    dates = [m.uid for m in service.next_meetings(3)]
    uid = service.add_away("maria", date(2026, 12, 1), date(2026, 11, 24))
    assert [(a.uid, a.who, a.first, a.last) for a in service.aways()] == [
        (uid, "Maria", date(2026, 11, 24), date(2026, 12, 1))
    ]
    service.suggest_duties(dates)
    assert [who(service, u)["lead"] for u in dates] == ["Dev", "Dev", "Maria"]
    cabinet.undo()
    service.remove_away(uid)
    assert service.aways() == []
    cabinet.undo()
    assert len(service.aways()) == 1


@pytest.mark.usefixtures("three")
def test_past_absences_and_people_who_are_gone_are_not_listed(
    service: MeetingsService, three: dict[str, bytes], cabinet: Place
) -> None:
    service.add_away("Dev", date(2026, 11, 1), date(2026, 11, 23))
    service.add_away("Lin", date(2026, 11, 25), date(2026, 11, 25))
    with cabinet.operation(LABEL):
        Person.delete().where(Person.uid == three["Lin"]).execute()
    assert service.aways() == []


@pytest.mark.usefixtures("three")
def test_somebody_stands_in(service: MeetingsService, tonight: bytes, cabinet: Place) -> None:
    service.set_duty(tonight, "lead", "Maria")
    service.set_duty(tonight, "resources", "Lin")
    assert service.uncovered(tonight) == []
    service.add_away("Maria", date(2026, 11, 24), date(2026, 11, 24))
    service.add_away("Lin", date(2026, 11, 24), date(2026, 11, 24))
    assert service.uncovered(tonight) == [
        DutyView("lead", "Maria", "", True, "Dev"),
        DutyView("resources", "Lin", "", True, "Dev"),
    ]
    service.cover(tonight, "lead", "Dev")
    service.cover(tonight, "resources", "Ana")
    duties = {d.role: (d.who, d.cover) for d in service.duties(tonight)}
    assert duties["lead"] == ("Dev", "Maria")
    assert duties["resources"] == ("Ana", "Lin")
    assert service.uncovered(tonight) == []
    cabinet.undo()
    assert [d.role for d in service.uncovered(tonight)] == ["resources"]
    service.set_meeting(tonight, lead="Ana")  # typed over: no longer instead of anybody
    assert next(d for d in service.duties(tonight) if d.role == "lead").cover == ""
    service.cover(tonight, "lead", "Dev")
    service.set_duty(tonight, "lead", "Dev")
    assert next(d for d in service.duties(tonight) if d.role == "lead").cover == ""


@pytest.mark.usefixtures("three")
def test_nobody_is_left_to_stand_in(service: MeetingsService, tonight: bytes) -> None:
    service.set_duty(tonight, "lead", "Maria")
    for name in ("Maria", "Dev"):
        service.add_away(name, date(2026, 11, 24), date(2026, 11, 24))
    assert service.uncovered(tonight) == [DutyView("lead", "Maria", "", True, "")]


def test_a_stand_in_for_a_date_that_is_not_there(service: MeetingsService) -> None:
    with pytest.raises(KeyError):
        service.cover(b"x" * 16, "lead", "Dev")


def test_a_date_that_is_gone_takes_its_duties_along(
    service: MeetingsService, cabinet: Place
) -> None:
    uid = service.add_date(datetime(2026, 12, 1, 9))
    service.set_duty(uid, "timekeeper", "Dev")
    service.remove_date(uid)
    assert Duty.select().count() == 0
    cabinet.undo()
    assert Duty.select().count() == 1


# -- property ----------------------------------------------------------------------------------


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.integers(2, 5),
    weeks=st.integers(2, 8),
    gone=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 7)), max_size=4),
)
def test_turns_are_fair_and_nobody_is_asked_while_away(
    service: MeetingsService,
    cabinet: Place,
    tuesday: bytes,
    people: int,
    weeks: int,
    gone: list[tuple[int, int]],
) -> None:
    del tuesday
    with cabinet.operation(LABEL):
        for table in (Duty, Meeting, Person):
            table.delete().execute()
    for old in service.aways():
        service.remove_away(old.uid)
    names = [f"P{n}" for n in range(people)]
    for name in names:
        person(cabinet, name, role="facilitator")
    first = date(2026, 11, 24)
    away = {(names[p % people], first + timedelta(days=7 * w)) for p, w in gone}
    for name, day in away:
        service.add_away(name, day, day)
    dates = service.next_meetings(weeks)
    service.suggest_duties([m.uid for m in dates])
    leads = []
    for meeting in dates:
        asked = who(service, meeting.uid)
        for role, name in asked.items():
            assert (name, meeting.start.date()) not in away, role
        leads.append(asked["lead"])
    if not away:
        counts = Counter(dict.fromkeys(names, 0) | Counter(leads))
        assert max(counts.values()) - min(counts.values()) <= 1
