"""The plan a meeting is started with."""

from __future__ import annotations

import pytest

from peerdesk.core.ids import new_uid
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import (
    AgendaItem,
    Attendance,
    Group,
    GroupSetting,
    Person,
    Topic,
)
from peerdesk.store.directory import Organization, Phone, Service
from peerdesk.store.evening import MOST_WORDS, Guest, Line, Rules
from peerdesk.store.evening_json import read_plan, write
from peerdesk.store.place import Place
from peerdesk.store.shelf import CrisisLine, CrisisStep, Setting

from .conftest import LABEL, answer, person


def switch(cabinet: Place, key: str, value: str) -> None:
    with cabinet.operation(LABEL):
        GroupSetting.create(uid=new_uid(), key=key, value=value)


def by_name(service: MeetingsService, uid: bytes) -> dict[str, Guest]:
    return {guest.name: guest for guest in service.plan_for(uid).people}


def test_a_fresh_group_has_a_whole_plan(
    service: MeetingsService, tonight: bytes, group: dict[str, bytes]
) -> None:
    plan = service.plan_for(tonight)
    meeting = service.meeting(tonight)
    assert meeting is not None
    assert (plan.meeting, plan.group) == (tonight.hex(), (b"g" * 16).hex())
    assert (plan.title, plan.group_name) == ("Tuesday Circle", "Tuesday Circle")
    assert (plan.start, plan.zone, plan.minutes) == ("2026-11-24T18:30", "Europe/London", 90)
    assert plan.starts_at == meeting.starts_at
    assert plan.place == "Blue room"
    assert [i.uid for i in plan.items] == [p.uid.hex() for p in service.agenda(tonight)]
    assert sum(i.minutes for i in plan.items) == 90
    assert [g.name for g in plan.people] == list(group)
    assert plan.agreement
    assert set(plan.room_lines) < set(plan.agreement)
    assert len(plan.help_steps) == 7
    assert plan.help_steps[2] == Line("Do not leave them alone")
    assert plan.numbers[0].detail == "112"
    assert plan.building == ()
    assert plan.topics == ()
    assert plan.rules == Rules()
    assert read_plan(write(plan)) == plan


def test_what_the_group_wrote_comes_instead_of_ours(
    service: MeetingsService, cabinet: Place, shelf: Place, tonight: bytes
) -> None:
    service.set_meeting(tonight, theme="Sleep and worry")
    with cabinet.operation(LABEL):
        for line in service.agreement():
            service.remove_agreement(line.uid)
        service.add_agreement("Phones silent")
        service.show_agreement(service.add_agreement("Be kind"), shown=True)
        service.add_agreement("  ")
        Topic.create(uid=new_uid(), words="Money", votes=1)
        Topic.create(uid=new_uid(), words="Sleep", votes=4)
        Topic.create(uid=new_uid(), words="Gone", votes=9, used_at=1)
    with shelf.operation(LABEL):
        CrisisStep.create(uid=new_uid(), group_uid=b"g" * 16, position=1, title="Ring")
        CrisisStep.create(
            uid=new_uid(), group_uid=b"g" * 16, position=0, title="Stay", detail="Near"
        )
        CrisisStep.create(uid=new_uid(), group_uid=b"h" * 16, position=0, title="Another group")
        CrisisLine.create(uid=new_uid(), position=0, title="Crisis team", number="555 0142")
        CrisisLine.create(uid=new_uid(), position=1, title="Nobody", number=" ")
        Setting.create(uid=new_uid(), key="building", value="4 Quay Street\n\n Rear gate ")
    plan = service.plan_for(tonight)
    assert plan.title == "Sleep and worry"
    assert plan.agreement == ("Phones silent", "Be kind")
    assert plan.room_lines == ("Be kind",)
    assert plan.topics == ("Sleep", "Money")
    assert plan.help_steps == (Line("Stay", "Near"), Line("Ring"))
    assert plan.numbers == (Line("Crisis team", "555 0142"),)
    assert plan.building == ("4 Quay Street", "Rear gate")


def test_without_an_address_the_name_of_the_house_stands_there(
    service: MeetingsService, shelf: Place, tonight: bytes
) -> None:
    with shelf.operation(LABEL):
        Setting.create(uid=new_uid(), key="centre", value="Riverside Centre")
        Setting.create(uid=new_uid(), key="country", value="US")
    plan = service.plan_for(tonight)
    assert plan.building == ("Riverside Centre",)
    assert plan.numbers[0].detail == "911"


def test_where_somebody_is_goes_in_with_their_consent_alone(
    service: MeetingsService, cabinet: Place, tonight: bytes
) -> None:
    told = {"whereabouts": "Flat 3", "emergency_who": "Sister", "emergency_phone": "555 0212"}
    agreed = person(cabinet, "Priya", usual_way="phone", phone="555 0271", **told)
    quiet = person(cabinet, "Zoe", usual_way="online", **told)
    person(cabinet, "Max", usual_way="online", **told)
    near = person(cabinet, "Ana", usual_way="elsewhere", **told)
    for who in (agreed, quiet, near):
        answer(cabinet, who, "whereabouts", "yes")
    answer(cabinet, quiet, "emergency", "no")
    people = by_name(service, tonight)
    assert (people["Priya"].way, people["Priya"].where) == ("phone", "Flat 3")
    assert people["Priya"].ring == "Sister 555 0212"
    assert (people["Zoe"].where, people["Zoe"].ring) == ("Flat 3", "")
    assert (people["Max"].way, people["Max"].where, people["Max"].ring) == ("online", "", "")
    assert (people["Ana"].way, people["Ana"].where, people["Ana"].ring) == ("here", "", "")
    assert "555 0271" not in write(service.plan_for(tonight))


def test_who_is_new_sent_apologies_or_has_not_heard_the_agreement(
    service: MeetingsService, cabinet: Place, group: dict[str, bytes], tonight: bytes
) -> None:
    before = service.past_meetings(1)[0].uid
    service.mark(before, group["Bo"], "here")
    service.mark(before, group["Dev"], "here")
    bo = Person.get(Person.name == "Bo")
    with cabinet.operation(LABEL):
        Attendance.update(first_time=True, agreement="not heard").where(
            Attendance.person == bo
        ).execute()
        Person.update(code="heron").where(Person.id == bo.id).execute()
    service.mark(tonight, group["Ana"], "apologies")
    service.mark(tonight, group["Dev"], "online")
    people = by_name(service, tonight)
    assert {name for name, guest in people.items() if guest.new} == {"Tom", "Bo"}
    assert people["Ana"].apologies
    assert not people["Bo"].apologies
    assert not people["Bo"].heard
    assert people["Bo"].code == "heron"
    assert people["Ana"].heard
    assert people["Dev"].way == "online"
    service.mark(before, group["Tom"], "here")
    assert by_name(service, tonight)["Tom"].new, "the second time"
    service.mark(service.past_meetings(2)[1].uid, group["Tom"], "here")
    assert not by_name(service, tonight)["Tom"].new
    service.mark(tonight, group["Bo"], "here")  # the second time, but not the first tonight
    assert by_name(service, tonight)["Bo"].new


def test_a_linked_service_is_named(
    service: MeetingsService, cabinet: Place, shelf: Place, tonight: bytes
) -> None:
    linked, bare, gone = new_uid(), new_uid(), new_uid()
    with shelf.operation(LABEL):
        of = Organization.create(uid=new_uid(), name="Advice")
        clinic = Service.create(uid=linked, organization=of, name="Housing Clinic")
        Service.create(uid=bare, organization=of, name="Debt table")
        Service.create(uid=gone, organization=of, name="Old", archived_at=1)
        Phone.create(uid=new_uid(), service=clinic, number="555 0160")
    parts = service.agenda(tonight)
    service.set_part(tonight, parts[0].uid, title="Arrive")
    with cabinet.operation(LABEL):
        for part, uid in zip(parts, (linked, bare, gone, new_uid()), strict=False):
            AgendaItem.update(service_uid=uid).where(AgendaItem.uid == part.uid).execute()
    services = [item.service for item in service.plan_for(tonight).items]
    assert services[:4] == ["Housing Clinic · 555 0160", "Debt table", "", ""]
    alone = MeetingsService(cabinet).plan_for(tonight)
    assert alone.items[0].service == ""
    assert alone.numbers
    assert alone.building == ()
    assert len(alone.help_steps) == 7


@pytest.mark.usefixtures("group")
def test_a_stand_in_gets_nobody(service: MeetingsService, cabinet: Place, tonight: bytes) -> None:
    with cabinet.operation(LABEL):
        Topic.create(uid=new_uid(), words="Something private")
    part = service.agenda(tonight)[1]
    service.set_part(tonight, part.uid, lead="Dev", kind="odd")
    assert service.plan_for(tonight).items[1].lead == "Dev"
    assert service.plan_for(tonight).items[1].kind == "topic"
    plan = service.plan_for(tonight, stand_in=True)
    assert plan.stand_in
    assert plan.people == ()
    assert plan.topics == ()
    assert "Dev" not in write(plan)


@pytest.mark.usefixtures("group")
def test_the_switches_of_the_group(
    service: MeetingsService, cabinet: Place, tonight: bytes
) -> None:
    for key in ("no_names", "names_in_room", "digits_in_room", "tone"):
        switch(cabinet, key, "1")
    switch(cabinet, "floor_seconds", "2")
    plan = service.plan_for(tonight)
    assert plan.rules == Rules(True, True, True, True, 10)
    assert plan.people == ()
    with cabinet.operation(LABEL):
        GroupSetting.update(value="many").where(GroupSetting.key == "floor_seconds").execute()
    assert service.plan_for(tonight).rules.floor_seconds == 30


def test_without_a_group_or_a_meeting(
    service: MeetingsService, cabinet: Place, tonight: bytes
) -> None:
    with cabinet.operation(LABEL):
        Group.delete().execute()
    plan = service.plan_for(tonight)
    assert (plan.group, plan.group_name) == ("", "")
    assert len(plan.help_steps) == 7
    with pytest.raises(KeyError):
        service.plan_for(b"x" * 16)


def test_long_words_are_cut_so_that_the_sheet_reads_them(
    service: MeetingsService, cabinet: Place, tonight: bytes
) -> None:
    service.set_meeting(tonight, theme="a" * 9000)
    person(cabinet, "b" * 9000)
    plan = service.plan_for(tonight)
    assert len(plan.title) == MOST_WORDS
    assert read_plan(write(plan)) == plan
