from __future__ import annotations

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.people.records import Tag
from peerdesk.features.people.service import PeopleService
from peerdesk.features.people.words import PREFER_NOT
from peerdesk.store.cabinet import (
    AgendaItem,
    Attendance,
    Away,
    Consent,
    Duty,
    GroupSetting,
    Meeting,
    Person,
    TonightKey,
)
from peerdesk.store.erased import erased_in
from peerdesk.store.place import Change, Place

from .acting import mark


def names(people: PeopleService, ids: list[int]) -> list[str]:
    return [r.name for r in people.rows(ids)]


def everything(cabinet: Place) -> bytes:
    """Every value of every table, the search tables' own blocks too, in small letters."""
    tables = cabinet.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    rows = [row for (t,) in tables for row in cabinet.rows(f'SELECT * FROM "{t}"')]
    values = [v if isinstance(v, bytes) else str(v).encode() for row in rows for v in row]
    return b" ".join(values).lower()


def test_only_a_name_is_needed(people: PeopleService, cabinet: Place) -> None:
    seen: list[Change] = []
    cabinet.subscribe(seen.append)
    uid = people.add_person("  Ana  Maria ")
    detail = people.detail(uid)
    assert detail["name"] == "Ana Maria"
    assert {v for f, v in detail.values.items() if f not in ("name", "role")} == {""}
    assert (detail["role"], detail.agreed, detail.here_on, detail.times) == ("member", (), (), 0)
    assert not detail.archived
    assert [str(c.label) for c in seen] == ["Added Ana Maria"]
    assert seen[0].tables == {"person"}
    cabinet.undo()
    assert people.count() == 0


def test_a_person_needs_a_name(people: PeopleService) -> None:
    with pytest.raises(KnownError, match="name is needed") as nobody:
        people.add_person("   ")
    assert "old one" not in str(nobody.value.text)
    uid = people.add_person("Bo")
    with pytest.raises(KnownError, match="old one stays"):
        people.edit(uid, "name", " ")
    assert people.detail(uid)["name"] == "Bo"


def test_a_field_is_kept_and_taken_back(
    people: PeopleService, cabinet: Place, clock: FixedClock
) -> None:
    uid = people.add_person("Ana")
    clock.advance(minutes=5)
    assert people.edit(uid, "pronouns", " she/her ")
    assert not people.edit(uid, "pronouns", "she/her")
    assert people.detail(uid)["pronouns"] == "she/her"
    assert people.detail(uid).changed_at == clock.now_ms()
    assert str(cabinet.undo_label) == "Changed the pronouns of Ana"
    cabinet.undo()
    assert people.detail(uid)["pronouns"] == ""


def test_edits_of_one_field_are_one_step_until_it_is_left(
    people: PeopleService, cabinet: Place
) -> None:
    uid = people.add_person("Ana")
    people.edit(uid, "languages", "Sp")
    people.edit(uid, "languages", "Spanish")
    people.settle()
    people.edit(uid, "languages", "Spanish, English")
    cabinet.undo()
    assert people.detail(uid)["languages"] == "Spanish"
    cabinet.undo()
    assert people.detail(uid)["languages"] == ""


def test_lines_stay_where_text_may_be_long(people: PeopleService) -> None:
    uid = people.add_person("Ana")
    people.edit(uid, "safe_contact", "Text only.\n\nNever voicemail. ")
    people.edit(uid, "languages", "Spanish,\n English")
    assert people.detail(uid)["safe_contact"] == "Text only.\n\nNever voicemail."
    assert people.detail(uid)["languages"] == "Spanish, English"


def test_rather_not_say_is_not_blank(people: PeopleService) -> None:
    uid = people.add_person("Ana")
    people.edit(uid, "since", PREFER_NOT)
    people.edit(uid, "access_needs", PREFER_NOT)
    assert people.detail(uid)["since"] == PREFER_NOT
    assert people.rows(people.ids())[0].tag is None


@pytest.mark.parametrize("since", ["", "2026", "2026-03", "2026-03-09"])
def test_here_since_is_a_year_a_month_or_a_day(people: PeopleService, since: str) -> None:
    uid = people.add_person("Ana")
    people.edit(uid, "since", "1999")
    people.edit(uid, "since", since)
    assert people.detail(uid)["since"] == since


@pytest.mark.parametrize("since", ["March", "2026-13", "26", "2026-03-40", "2026-03-09 "[:9]])
def test_here_since_says_when_it_cannot_be_read(people: PeopleService, since: str) -> None:
    uid = people.add_person("Ana")
    with pytest.raises(KnownError, match="could not be read"):
        people.edit(uid, "since", since)


def test_a_phone_stays_as_typed_and_is_found_by_its_digits(people: PeopleService) -> None:
    uid = people.add_person("Ana")
    people.add_person("Bo")
    people.edit(uid, "phone", "+44 7700 900-123 (evenings)")
    assert people.detail(uid)["phone"] == "+44 7700 900-123 (evenings)"
    assert [f.name for f in people.find("07700 900")] == ["Ana"]
    assert names(people, people.ids("07700")) == ["Ana"]
    assert people.ids("7701") == []


def test_answers_are_yes_no_or_not_asked(people: PeopleService, cabinet: Place) -> None:
    uid = people.add_person("Ana")
    assert people.agree(uid, "photos", "no")
    assert not people.agree(uid, "photos", "no")
    assert people.agree(uid, "agreement", "yes")
    assert [(a.purpose, a.answer) for a in people.detail(uid).agreed] == [
        ("agreement", "yes"),
        ("photos", "no"),
    ]
    assert people.agree(uid, "photos", "yes")
    assert people.agree(uid, "agreement", "")
    assert [(a.purpose, a.answer) for a in people.detail(uid).agreed] == [("photos", "yes")]
    assert not people.agree(uid, "text", "")
    assert str(cabinet.undo_label) == "Changed what Ana agreed to"
    cabinet.undo()
    assert len(people.detail(uid).agreed) == 2


def test_archived_people_leave_the_list_and_come_back(
    people: PeopleService, cabinet: Place
) -> None:
    ana, _bo = people.add_person("Ana"), people.add_person("Bo")
    people.archive(ana)
    assert str(cabinet.undo_label) == "Archived Ana"
    assert names(people, people.ids()) == ["Bo"]
    assert [(r.name, r.archived) for r in people.rows(people.ids(archived=True))] == [
        ("Ana", True),
        ("Bo", False),
    ]
    assert people.rows(people.ids(archived=True))[0].tag == Tag("archived")
    assert (people.count(), people.count(archived=True)) == (1, 1)
    assert people.detail(ana).archived
    people.bring_back(ana)
    assert str(cabinet.undo_label) == "Brought Ana back"
    assert people.count() == 2


def test_sorted_by_name_whatever_case_and_accents(people: PeopleService) -> None:
    for name in ("Zoë", "ellen", "Élodie", "Ana", "zoe B"):
        people.add_person(name)
    assert names(people, people.ids()) == ["Ana", "ellen", "Élodie", "Zoë", "zoe B"]
    assert names(people, people.ids(descending=True))[0] == "zoe B"


def test_sorted_by_role_and_filtered_by_it(people: PeopleService) -> None:
    for name, role in (("Tom", "new"), ("Maria", "facilitator"), ("Ana", "member"), ("X", "own")):
        people.add_person(name, role)
    assert names(people, people.ids(sort="role")) == ["Maria", "Ana", "Tom", "X"]
    assert names(people, people.ids(sort="role", descending=True))[0] == "X"
    assert names(people, people.ids(role="new")) == ["Tom"]


def test_sorted_by_last_here_with_those_never_here_at_the_end(
    people: PeopleService, meetings: dict[str, int]
) -> None:
    jo, ana, _tom = (people.add_person(n) for n in ("Jo", "Ana", "Tom"))
    mark(jo, meetings["2026-10-27"], "here")
    mark(ana, meetings["2026-11-17"], "phone")
    assert names(people, people.ids(sort="last")) == ["Jo", "Ana", "Tom"]
    assert names(people, people.ids(sort="last", descending=True)) == ["Ana", "Jo", "Tom"]


def test_the_filter_reads_names_roles_and_parts_of_names(people: PeopleService) -> None:
    for name in ("Maria", "Ana", "Élodie"):
        people.add_person(name)
    assert names(people, people.ids("ana")) == ["Ana"]
    assert names(people, people.ids("RIA")) == ["Maria"]
    assert names(people, people.ids("elo")) == ["Élodie"]
    assert people.ids("nobody") == []
    assert len(people.ids(" -- ")) == 3


def test_rows_come_in_the_order_asked_and_without_those_gone(people: PeopleService) -> None:
    people.add_person("Ana")
    people.add_person("Bo")
    first, second = people.ids()
    assert names(people, [second, 999, first]) == ["Bo", "Ana"]
    assert people.rows([]) == []


def test_last_here_counts_phone_and_online_but_not_cancelled_evenings(
    people: PeopleService, meetings: dict[str, int]
) -> None:
    ana = people.add_person("Ana")
    mark(ana, meetings["2026-10-20"], "online")
    mark(ana, meetings["2026-10-27"], "phone")
    mark(ana, meetings["2026-11-03"], "unknown")
    mark(ana, meetings["2026-11-10"], "here")
    Meeting.update(status="cancelled").where(Meeting.id == meetings["2026-11-10"]).execute()
    (row,) = people.rows(people.ids())
    assert row.last == "2026-10-27"
    assert row.tag is None
    detail = people.detail(ana, visits=1)
    assert [(v.day, v.way) for v in detail.here_on] == [("2026-10-27", "phone")]
    assert detail.times == 2


def test_away_from_three_in_a_row_is_said(people: PeopleService, meetings: dict[str, int]) -> None:
    jo, wil = people.add_person("Jo"), people.add_person("Wil")
    mark(jo, meetings["2026-10-27"], "here")
    for day in ("2026-11-03", "2026-11-10", "2026-11-17"):
        mark(jo, meetings[day], "away")
    mark(jo, meetings["2026-11-24"], "apologies")  # still to come, so not counted
    mark(wil, meetings["2026-11-03"], "here")
    for day in ("2026-11-10", "2026-11-17"):
        mark(wil, meetings[day], "apologies")
    rows = people.rows(people.ids())
    assert [r.tag for r in rows] == [Tag("away", n=3), None]


def test_the_first_time_is_said_while_it_is_to_come(
    people: PeopleService, meetings: dict[str, int]
) -> None:
    tom, una = people.add_person("Tom", "new"), people.add_person("Una", "new")
    vic = people.add_person("Vic", "new")
    mark(tom, meetings["2026-11-24"], "unknown")
    people.edit(una, "since", "2026-12-01")
    people.edit(vic, "since", "2027")
    rows = people.rows(people.ids())
    assert [r.tag for r in rows] == [
        Tag("first", day="2026-11-24"),
        Tag("first", day="2026-12-01"),
        None,
    ]
    mark(una, meetings["2026-11-17"], "here")
    assert people.rows(people.ids())[1].tag is None


def test_whoever_is_new_comes_for_the_first_time_next(
    people: PeopleService, meetings: dict[str, int]
) -> None:
    tom, una = people.add_person("Tom", "new"), people.add_person("Una", "new")
    people.add_person("Vic")
    mark(una, meetings["2026-11-17"], "here")
    people.edit(tom, "since", "2026-11")
    first = Tag("first", day="2026-11-24")
    assert [r.tag for r in people.rows(people.ids())] == [first, None, None]
    with people.cabinet.operation(translate("People", "Test")):
        Meeting.update(status="cancelled").where(Meeting.start > "2026-11-22").execute()
    assert [r.tag for r in people.rows(people.ids())] == [None, None, None]


def test_a_code_and_a_need_are_said(people: PeopleService) -> None:
    river, sam = people.add_person("River"), people.add_person("Sam")
    people.edit(river, "code", "R7")
    people.edit(river, "access_needs", "a chair near the door")
    people.edit(sam, "access_needs", "large print; breaks")
    rows = people.rows(people.ids())
    assert [r.tag for r in rows] == [Tag("code"), Tag("need", words="large print")]


def test_erasing_keeps_head_counts_and_leaves_nothing(
    people: PeopleService, cabinet: Place, meetings: dict[str, int]
) -> None:
    ana, bo = people.add_person("Anastasia"), people.add_person("Bo")
    people.edit(ana, "safe_contact", "Say it is the book club")
    people.agree(ana, "text", "yes")
    first, second, third = list(meetings.values())[:3]
    for uid, meeting, status in (
        (ana, first, "here"),
        (ana, second, "phone"),
        (ana, third, "away"),
        (bo, first, "here"),
    ):
        mark(uid, meeting, status)
    Meeting.update(walk_ins=2, lead="Anastasia").where(Meeting.id == first).execute()
    Meeting.update(lead="Bo", door="Anastasia").where(Meeting.id == second).execute()
    AgendaItem.create(
        uid=b"a" * 16, meeting=first, position=0, title="Round", minutes=5, lead="Anastasia"
    )
    seen: list[Change] = []
    cabinet.subscribe(seen.append)
    people.erase(ana)
    assert [str(c.label) for c in seen] == ["Erased for good"]
    assert {"person", "attendance", "meeting", "consent"} <= seen[0].tables
    assert [Meeting.get_by_id(m).walk_ins for m in (first, second, third)] == [3, 1, 0]
    assert [(m.lead, m.door) for m in Meeting.select().limit(2)] == [("", ""), ("Bo", "")]
    assert AgendaItem.get().lead == ""
    assert (Attendance.select().count(), Consent.select().count()) == (1, 0)
    assert people.find("Anastasia") == []
    assert cabinet.undo() is None
    with pytest.raises(KnownError, match="not in the list any more"):
        people.detail(ana)
    kept = everything(cabinet)
    assert b"bo" in kept
    assert b"anastasia" not in kept
    assert b"book club" not in kept


def test_erasing_leaves_the_name_of_a_namesake(
    people: PeopleService, meetings: dict[str, int]
) -> None:
    ana, _other = people.add_person("Ana"), people.add_person("Ana")
    Meeting.update(lead="Ana").execute()
    people.erase(ana)
    assert {m.lead for m in Meeting.select()} == {"Ana"}
    assert len(meetings) == 6


def test_namesakes_are_counted(people: PeopleService) -> None:
    zoe = people.add_person("Zoë")
    assert people.namesakes(zoe) == 0
    people.add_person("zoe")
    assert people.namesakes(zoe) == 1
    people.archive(Person.get(Person.name == "zoe").uid)
    assert people.namesakes(zoe) == 0


def test_found_by_name_first_and_archived_last(people: PeopleService) -> None:
    ana = people.add_person("Ana")
    eve = people.add_person("Eve", "new")
    people.edit(eve, "languages", "Ana-something")
    people.archive(ana)
    assert [(f.name, f.role, f.archived) for f in people.find("ana")] == [
        ("Eve", "new", False),
        ("Ana", "member", True),
    ]
    assert people.find("") == []


def test_the_uid_of_a_row(people: PeopleService) -> None:
    uid = people.add_person("Ana")
    assert people.uid_of(people.ids()[0]) == uid
    with pytest.raises(KnownError):
        people.uid_of(999)


def test_a_second_service_may_come_while_rows_are_being_read(
    people: PeopleService, cabinet: Place
) -> None:
    people.add_person("Ana")
    people.add_person("Bo")
    reading = cabinet.database.connection().execute("SELECT id FROM person")
    reading.fetchone()
    assert PeopleService(cabinet).count() == 2
    reading.close()


def test_where_somebody_is_goes_with_their_consent(people: PeopleService, cabinet: Place) -> None:
    uid = people.add_person("Ana")
    people.agree(uid, "whereabouts", "yes")
    people.edit(uid, "whereabouts", "12 Mill Lane")
    people.agree(uid, "photos", "no")
    assert people.detail(uid)["whereabouts"] == "12 Mill Lane"
    people.agree(uid, "whereabouts", "no")
    assert people.detail(uid)["whereabouts"] == ""
    cabinet.undo()
    assert people.detail(uid)["whereabouts"] == "12 Mill Lane"


def test_erasing_takes_duties_and_absences_along(
    people: PeopleService, meetings: dict[str, int], cabinet: Place
) -> None:
    ana, bo = people.add_person("Ana"), people.add_person("Bo")
    first = next(iter(meetings.values()))
    Meeting.update(lead=ana.hex()).execute()
    for number, (who, cover) in enumerate(((ana.hex(), bo.hex()), (bo.hex(), "Ana"))):
        Duty.create(
            uid=bytes([number]) * 16, meeting=first, role=f"r{number}", who=who, cover=cover
        )
    for number, who in enumerate((ana.hex(), "Ana", bo.hex())):
        Away.create(uid=bytes([number]) * 16, who=who, first="2026-12-01", last="2026-12-02")
    people.erase(ana)
    assert {m.lead for m in Meeting.select()} == {""}
    assert [(d.who, d.cover) for d in Duty.select()] == [("", bo.hex()), (bo.hex(), "")]
    assert [a.who for a in Away.select()] == [bo.hex()]
    assert cabinet.undo() is None


def test_erasing_leaves_no_uid_on_the_orders_of_printed_sheets(
    people: PeopleService, cabinet: Place
) -> None:
    """The list of what was erased holds it, and nothing that tells where somebody was."""
    ana, bo = people.add_person("Ana"), people.add_person("Bo")
    for number in range(12):
        order = ",".join((ana.hex(), "", bo.hex()))
        GroupSetting.create(uid=bytes([number]) * 16, key=f"sheet {number:032x}", value=order)
    GroupSetting.create(uid=b"o" * 16, key="sheetless", value=ana.hex())
    people.erase(ana)
    kept = [str(row.value) for row in GroupSetting.select().order_by(GroupSetting.id)]
    assert kept == [f"-,,{bo.hex()}"] * 12 + [ana.hex()], "the others keep their numbers"
    holding = [
        name
        for (name,) in cabinet.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        for row in cabinet.rows(f'SELECT * FROM "{name}"')
        if ana in row
    ]
    assert holding == ["erased"]


def test_erasing_takes_the_keys_of_sheets_that_may_name_somebody(
    people: PeopleService, cabinet: Place
) -> None:
    """Of those nobody can look into now; one that can be read is looked into, and a stand-in's
    names nobody."""
    ana = people.add_person("Ana")
    own = b"m" * 16
    for number, (merged, missed, meeting) in enumerate(
        ((None, None, own), (1, None, own), (None, 1, own), (None, 1, b""))
    ):
        TonightKey.create(
            uid=bytes([number]) * 16,
            file_id=str(number),
            key=b"k" * 32,
            meeting_uid=meeting,
            started_at=1,
            merged_at=merged,
            missed_at=missed,
        )
    people.erase(ana)
    assert [str(row.file_id) for row in TonightKey.select()] == ["0", "3"]
    gone = {g.uid for g in erased_in(cabinet.database.connection()) if g.kind == "tonight"}
    assert gone == {b"\1" * 16, b"\2" * 16}, "nor does an older copy bring them back"
