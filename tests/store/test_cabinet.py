"""A cabinet keeps whole what belongs together, and finds people by name or code."""

from __future__ import annotations

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.store.cabinet import HERE, STATUSES, Attendance, Group, Meeting, Person
from peerdesk.store.place import Place
from peerdesk.store.search import find


def test_people_are_found_by_the_name_used_in_the_group(cabinet: Place) -> None:
    Person.create(uid=new_uid(), name="Ana", code="blue", added_at=1, changed_at=1)
    raw = cabinet.database.connection()
    assert find(raw, "person_search", "an", name_column="name") == [1]
    assert find(raw, "person_search", "blue", name_column="name") == [1]


def test_attendance_goes_with_its_meeting(cabinet: Place) -> None:
    ana = Person.create(uid=new_uid(), name="Ana", added_at=1, changed_at=1)
    evening = Meeting.create(uid=new_uid(), start="2026-11-24T18:30", zone="UTC", minutes=90)
    Attendance.create(
        uid=natural_uid(evening.uid, ana.uid), meeting=evening, person=ana, marked_at=1
    )
    evening.delete_instance()
    assert Attendance.select().count() == 0
    assert Person.select().count() == 1


def test_every_way_of_being_here_is_a_status() -> None:
    assert set(HERE) < set(STATUSES)
    assert Group._meta.table_name == "support_group"
