"""What was suggested, what came of it, and what nobody here offers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.referrals.service import (
    FEW,
    LONGEST,
    REACHED,
    TURNED_AWAY,
    UNKNOWN,
    WAITLISTED,
    Counts,
    NeedCount,
    ReferralsService,
    Tally,
)
from peerdesk.store.cabinet import Person
from peerdesk.store.place import Place

from .conftest import ANA, BO, FOOD, HOUSING


def test_a_service_is_suggested_to_somebody(service: ReferralsService, clock: FixedClock) -> None:
    uid = service.suggest(HOUSING, " Riverside Housing Clinic ", ANA)
    (one,) = service.to_ask()
    assert (one.uid, one.service, one.service_uid) == (uid, "Riverside Housing Clinic", HOUSING)
    assert (one.person, one.name, one.made_at) == (ANA, "Ana", clock.now_ms())
    assert (one.outcome, one.why) == ("", "")
    assert service.waiting() == 1
    assert service.asked() == ()


def test_or_to_nobody_by_name(service: ReferralsService) -> None:
    service.suggest(None, "A place that is on no list")
    service.suggest(FOOD, "Food bank", new_uid())
    assert [(v.person, v.name, v.service_uid) for v in service.to_ask()] == [
        (None, "", None),
        (None, "", FOOD),
    ]


def test_the_oldest_is_asked_about_first(service: ReferralsService, clock: FixedClock) -> None:
    first = service.suggest(HOUSING, "Housing", BO)
    clock.advance(days=1)
    second = service.suggest(FOOD, "Food", ANA)
    assert [v.uid for v in service.to_ask()] == [first, second]


def test_what_came_of_it(service: ReferralsService, clock: FixedClock) -> None:
    first = service.suggest(HOUSING, "Housing", ANA)
    second = service.suggest(HOUSING, "Housing", BO)
    service.record(first, TURNED_AWAY, " They take nobody from outside the county. ")
    clock.advance(days=1)
    service.record(second, WAITLISTED, "a word that is not kept")
    assert service.to_ask() == ()
    assert [(v.uid, v.outcome, v.why) for v in service.asked()] == [
        (second, WAITLISTED, ""),
        (first, TURNED_AWAY, "They take nobody from outside the county."),
    ]
    assert [v.uid for v in service.asked(1)] == [second]
    service.ask_again(first)
    assert [(v.uid, v.outcome, v.why) for v in service.to_ask()] == [(first, "", "")]
    with pytest.raises(ValueError, match="fine"):
        service.record(first, "fine")


def test_every_step_can_be_taken_back(service: ReferralsService, cabinet: Place) -> None:
    uid = service.suggest(HOUSING, "Housing", ANA)
    service.record(uid, REACHED)
    service.remove(uid)
    assert service.asked() == ()
    cabinet.undo()
    assert [v.outcome for v in service.asked()] == [REACHED]
    cabinet.undo()
    assert [v.name for v in service.to_ask()] == ["Ana"]
    cabinet.undo()
    assert service.waiting() == 0


def test_what_is_gone_is_left_alone(service: ReferralsService, cabinet: Place) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: service.record(b"x" * 16, REACHED),
        lambda: service.ask_again(b"x" * 16),
        lambda: service.remove(b"x" * 16),
        lambda: service.set_met(b"x" * 16, met=True),
        lambda: service.set_category(b"x" * 16, "food"),
        lambda: service.remove_need(b"x" * 16),
    )
    for act in acts:
        act()
    assert cabinet.undo_depth == 0


def test_what_was_suggested_to_a_person(service: ReferralsService, clock: FixedClock) -> None:
    service.suggest(HOUSING, "Housing", ANA)
    clock.advance(days=1)
    service.suggest(FOOD, "Food", ANA)
    service.suggest(FOOD, "Food", BO)
    assert [v.service for v in service.of_person(ANA)] == ["Food", "Housing"]
    service.record(service.of_person(ANA)[0].uid, REACHED)
    assert [v.service for v in service.of_person(ANA)] == ["Housing", "Food"]
    for _ in range(FEW):
        service.suggest(FOOD, "Food", ANA)
    assert len(service.of_person(ANA)) == FEW


def test_it_goes_with_the_person(service: ReferralsService, cabinet: Place) -> None:
    service.suggest(HOUSING, "Housing", ANA)
    service.suggest(HOUSING, "Housing")
    with cabinet.erasing(translate("Test", "Erased")):
        Person.delete().where(Person.uid == ANA).execute()
    assert [v.person for v in service.to_ask()] == [None]


def test_a_group_without_names_suggests_to_nobody_by_name(
    service: ReferralsService, cabinet: Place, request: pytest.FixtureRequest
) -> None:
    service.suggest(HOUSING, "Housing", ANA)
    request.getfixturevalue("nameless")
    assert service.no_names
    service.suggest(FOOD, "Food", ANA)
    assert [(v.person, v.name) for v in service.to_ask()] == [(None, ""), (None, "")]
    assert service.of_person(ANA) == ()
    assert cabinet.rows("SELECT count(*) FROM referral WHERE person_id IS NULL") == [(1,)]


def test_nothing_counts_as_nothing(service: ReferralsService) -> None:
    assert service.counts() == Counts(Tally("", 0, 0, 0, 0, 0, 0), (), ())


def test_counts_by_service_and_of_all(service: ReferralsService, clock: FixedClock) -> None:
    for outcome, why in (
        (REACHED, ""),
        (TURNED_AWAY, "Full"),
        (TURNED_AWAY, "full"),
        (TURNED_AWAY, "Not from here"),
        (TURNED_AWAY, ""),
    ):
        service.record(service.suggest(HOUSING, "Old name", ANA), outcome, why)
        clock.advance(days=1)
    service.suggest(HOUSING, "New name", BO)
    service.record(service.suggest(FOOD, "Food bank"), WAITLISTED)
    service.record(service.suggest(FOOD, "Food bank"), UNKNOWN)
    service.suggest(None, "Somewhere")
    counts = service.counts()
    assert counts.services == (
        Tally("New name", 6, 1, 0, 4, 0, 1),
        Tally("Food bank", 2, 0, 1, 0, 1, 0),
        Tally("Somewhere", 1, 0, 0, 0, 0, 1),
    )
    assert counts.all == Tally("", 9, 1, 1, 4, 1, 2)
    assert [(why.lower(), n) for why, n in counts.reasons] == [("full", 2), ("not from here", 1)]


def test_a_need_is_noted_once(service: ReferralsService, clock: FixedClock, cabinet: Place) -> None:
    uid = service.note_need("  food  that is halal ")
    assert uid is not None
    assert service.note_need("FOOD that is halal") == uid
    assert service.note_need("  ") is None
    (need,) = service.needs()
    assert (need.words, need.category, need.met) == ("food that is halal", "food", False)
    assert need.noted_at == clock.now_ms()
    service.set_met(uid, met=True)
    assert service.needs()[0].met
    again = service.note_need("food that is halal", "")
    assert again not in (None, uid), "it was met, and is missed again"
    cabinet.undo()
    cabinet.undo()
    assert [n.met for n in service.needs()] == [False]


def test_needs_are_counted_by_category(service: ReferralsService, clock: FixedClock) -> None:
    met = service.note_need("A dry bed on Sundays", "housing")
    clock.advance(days=1)
    service.note_need("Somewhere to cook", "housing")
    service.note_need("A ride on Sundays", "")
    other = service.note_need("A man with a van")
    assert met is not None
    assert other is not None
    service.set_met(met, met=True)
    assert [n.words for n in service.needs()][-1] == "A dry bed on Sundays"
    assert service.need_counts() == (NeedCount("housing", 1, 1), NeedCount("", 2, 0))
    service.set_category(other, "work")
    service.set_met(met, met=False)
    assert service.need_counts() == (
        NeedCount("housing", 2, 0),
        NeedCount("work", 1, 0),
        NeedCount("", 1, 0),
    )
    service.remove_need(met)
    assert len(service.needs()) == 3


def test_words_stay_short(service: ReferralsService) -> None:
    uid = service.suggest(None, "x" * 2 * LONGEST)
    service.record(uid, TURNED_AWAY, "y" * 2 * LONGEST)
    service.note_need("z" * 2 * LONGEST)
    (one,) = service.asked()
    assert (len(one.service), len(one.why)) == (LONGEST, LONGEST)
    assert len(service.needs()[0].words) == LONGEST


def test_two_listings_that_are_one_by_now_are_counted_together(service: ReferralsService) -> None:
    one, other = b"a" * 16, b"b" * 16
    first = service.suggest(one, "The clinic")
    service.record(first, "reached")
    service.suggest(other, "Clinic")
    service.suggest(None, "By word")
    alone = {t.service: t.sent for t in service.counts().services}
    assert alone == {"Clinic": 1, "The clinic": 1, "By word": 1}
    together = service.counts({one: other})
    assert {t.service: (t.sent, t.reached, t.asked_not) for t in together.services} in (
        {"Clinic": (2, 1, 1), "By word": (1, 0, 1)},
        {"The clinic": (2, 1, 1), "By word": (1, 0, 1)},
    )
    assert together.services[0].sent == 2
    assert together.all.sent == 3
