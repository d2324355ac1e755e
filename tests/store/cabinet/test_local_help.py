"""Referrals follow their person; needs and problems name nobody."""

from __future__ import annotations

from peerdesk.core.ids import new_uid
from peerdesk.store.cabinet import ListingProblem, Need, Person, Referral
from peerdesk.store.place import Place


def test_a_referral_goes_with_its_person_and_one_without_a_name_stays(cabinet: Place) -> None:
    ana = Person.create(uid=new_uid(), name="Ana", added_at=1, changed_at=1)
    Referral.create(uid=new_uid(), person=ana, service_words="Housing clinic")
    Referral.create(uid=new_uid(), service_words="Food bank")
    ana.delete_instance()
    assert [r.service_words for r in Referral.select()] == ["Food bank"]


def test_needs_and_problems_have_no_person() -> None:
    for table in (Need, ListingProblem):
        assert not any("person" in name for name in table._meta.fields)
