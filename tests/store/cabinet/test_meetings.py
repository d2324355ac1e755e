"""What belongs to a meeting goes with it; what was asked for stays."""

from __future__ import annotations

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.store.cabinet import (
    HERE,
    STATUSES,
    AgendaItem,
    Attendance,
    Duty,
    Meeting,
    Person,
    Topic,
)
from peerdesk.store.place import Place


def test_attendance_agenda_and_duties_go_with_their_meeting(cabinet: Place) -> None:
    ana = Person.create(uid=new_uid(), name="Ana", added_at=1, changed_at=1)
    evening = Meeting.create(uid=new_uid(), start="2026-11-24T18:30", zone="UTC", minutes=90)
    uid = natural_uid(evening.uid, ana.uid)
    Attendance.create(uid=uid, meeting=evening, person=ana, marked_at=1)
    AgendaItem.create(uid=new_uid(), meeting=evening, position=0, title="Tea", minutes=5)
    Duty.create(uid=new_uid(), meeting=evening, role="timekeeper", who="Ana")
    evening.delete_instance()
    assert [m.select().count() for m in (Attendance, AgendaItem, Duty)] == [0, 0, 0]
    assert Person.select().count() == 1


def test_a_question_outlives_the_meeting_it_was_drawn_into(cabinet: Place) -> None:
    evening = Meeting.create(uid=new_uid(), start="2026-11-24T18:30", zone="UTC", minutes=90)
    Topic.create(uid=new_uid(), words="Sleep", meeting=evening)
    evening.delete_instance()
    assert [t.meeting_id for t in Topic.select()] == [None]


def test_every_way_of_being_here_is_a_status() -> None:
    assert set(HERE) < set(STATUSES)
