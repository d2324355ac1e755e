"""People are found by the name used in the group, and what they agreed to goes with them."""

from __future__ import annotations

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.store.cabinet import Consent, Person
from peerdesk.store.place import Place
from peerdesk.store.search import find


def test_people_are_found_by_the_name_used_in_the_group(cabinet: Place) -> None:
    Person.create(uid=new_uid(), name="Ana", code="blue", added_at=1, changed_at=1)
    raw = cabinet.database.connection()
    assert find(raw, "person_search", "an", name_column="name") == [1]
    assert find(raw, "person_search", "blue", name_column="name") == [1]


def test_where_somebody_is_cannot_be_searched_for(cabinet: Place) -> None:
    Person.create(uid=new_uid(), name="Ana", whereabouts="Mill Lane", added_at=1, changed_at=1)
    raw = cabinet.database.connection()
    assert find(raw, "person_search", "mill", name_column="name") == []


def test_consents_go_with_the_person(cabinet: Place) -> None:
    ana = Person.create(uid=new_uid(), name="Ana", added_at=1, changed_at=1)
    uid = natural_uid(ana.uid, "text")
    Consent.create(uid=uid, person=ana, purpose="text", answer="yes", answered_at=1)
    ana.delete_instance()
    assert Consent.select().count() == 0
