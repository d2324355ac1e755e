from __future__ import annotations

from datetime import date

from peerdesk.core.clock import FixedClock
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Group
from peerdesk.store.place import Place

from .conftest import LABEL, answer, person


def test_own_rows(service: MeetingsService, tonight: bytes) -> None:
    water = service.add_preparation(" Water, tissues ")
    chair = service.add_preparation("The chair by the door")
    checks = service.checks(tonight)
    assert [(c.key, c.words, c.tag, c.done) for c in checks] == [
        (water, "Water, tissues", "own", False),
        (chair, "The chair by the door", "own", False),
    ]
    service.remove_preparation(water)
    assert [c.key for c in service.checks(None)] == [chair]


def test_a_tick_counts_for_one_meeting(
    service: MeetingsService, tonight: bytes, clock: FixedClock
) -> None:
    service.add_preparation("Water")
    service.tick(service.checks(tonight)[0], True)
    assert service.checks(tonight)[0].done
    service.tick(service.checks(tonight)[0], False)
    assert not service.checks(tonight)[0].done
    service.tick(service.checks(tonight)[0], True)
    clock.advance(hours=5)
    service.close(tonight)
    assert not service.checks(service.next_meetings()[0].uid)[0].done


def test_what_is_noticed(service: MeetingsService, tonight: bytes, cabinet: Place) -> None:
    jo, lee = person(cabinet, "Jo", safe_contact="text only"), person(cabinet, "Lee")
    quiet = person(cabinet, "Una")
    person(cabinet, "Sam", access_needs="Large print, please")
    person(cabinet, "Tom", role="newcomer", access_needs="Step-free way in")
    for meeting in service.past_meetings(3):
        for who in (jo, lee, quiet):
            service.mark(meeting.uid, who, "away")
        service.close(meeting.uid)
    answer(cabinet, quiet, "call", "no")
    checks = service.checks(tonight)
    assert not any(isinstance(c.words, str) for c in checks)
    assert [(c.tag, c.name, str(c.words.format(name=c.name))) for c in checks] == [
        ("reach", "Jo", "Jo has been away 3 times. Agreed: text only"),
        ("reach", "Lee", "Lee has been away 3 times."),
        ("print", "Sam", "Sam asked for large print"),
        ("newcomer", "Tom", "Tom comes for the first time: talk first"),
        ("needs", "Tom", "Tom needs: Step-free way in"),
    ]
    service.tick(checks[0], True)
    again = service.checks(tonight)
    assert [c.done for c in again] == [True, False, False, False, False]
    assert len(again) == 5  # the tick itself is no row of one's own
    assert [c.tag for c in service.checks(None)] == ["reach", "reach"]


def test_recovery_parts(service: MeetingsService, cabinet: Place) -> None:
    assert service.checks(None) == []
    with cabinet.operation(LABEL):
        Group.update(recovery_printed_at=None).execute()
    (check,) = service.checks(None)
    assert (check.tag, check.can_tick) == ("recovery", False)
    with cabinet.operation(LABEL):
        Group.delete().execute()
    assert service.checks(None) == []
    service.settle_public()


def test_who_is_away_has_to_be_covered(
    service: MeetingsService, tonight: bytes, cabinet: Place
) -> None:
    person(cabinet, "Maria", role="facilitator")
    service.set_duty(tonight, "lead", "Maria")
    service.set_duty(tonight, "timekeeper", "Somebody")
    day = date(2026, 11, 24)
    service.add_away("Maria", day, day)
    service.add_away("Somebody", day, day)
    one, other = service.checks(tonight)
    assert (one.tag, one.name, one.other, one.can_tick) == ("cover", "Maria", "", True)
    assert str(one.words.format(name="M.")) == "Leads: M. is away. Ask who could do it."
    assert (other.name, other.other) == ("Somebody", "")
    person(cabinet, "Dev", role="co-facilitator")
    one, other = service.checks(tonight)
    assert (one.name, one.other) == ("Maria", "Dev")
    assert str(one.words.format(name="M.", other="D.")) == "Leads: M. is away. D. could do it."
    service.tick(one, True)
    assert [c.done for c in service.checks(tonight)] == [True, False]
    service.cover(tonight, "lead", "Dev")
    assert [c.name for c in service.checks(tonight)] == ["Somebody"]
    assert service.checks(None) == []
