"""What the migrations make for local help is what the models describe; it goes with its owner."""

from __future__ import annotations

import pytest

from peerdesk.core.ids import new_uid
from peerdesk.store.cabinet import OUTCOMES, ListingProblem, Need, Person, Referral
from peerdesk.store.directory import KINDS, RESULTS
from peerdesk.store.place import Place


@pytest.mark.parametrize("model", [Referral, Need, ListingProblem], ids=lambda m: m.__name__)
def test_the_tables_are_those_of_the_models(cabinet: Place, model: type) -> None:
    meta = model._meta  # type: ignore[attr-defined]
    made = {str(r[1]) for r in cabinet.rows(f"PRAGMA table_info({meta.table_name})")}
    assert made == set(meta.columns)


def test_a_referral_goes_with_its_person_and_others_stay(cabinet: Place) -> None:
    with cabinet.operation("x"):
        person = Person.create(uid=new_uid(), name="Ana", added_at=1, changed_at=1)
        service = new_uid()
        for who in (person, None):
            Referral.create(uid=new_uid(), person=who, service_uid=service, service_words="Bank")
        Need.create(uid=new_uid(), words="Night bus")
        ListingProblem.create(uid=new_uid(), words="Wrong number")
    assert [r.outcome for r in Referral.select()] == ["", ""]
    with cabinet.operation("y"):
        person.delete_instance()
    assert [(r.person, bytes(r.service_uid)) for r in Referral.select()] == [(None, service)]
    cabinet.undo()
    assert Referral.select().count() == 2


def test_words_that_others_rely_on() -> None:
    assert OUTCOMES == ("reached", "waitlisted", "turned away", "unknown")
    assert RESULTS == ("right", "changed", "no answer", "closed")
    assert KINDS[0] == "service"
