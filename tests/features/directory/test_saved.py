"""Searches saved for everyone."""

from __future__ import annotations

import pytest

from peerdesk.features.directory import saved
from peerdesk.features.directory.finding import Filters, Spot
from peerdesk.features.directory.saved import SavedSearches
from peerdesk.store.place import Place

ALL = Filters(
    categories=frozenset({"food", "housing"}),
    languages=frozenset({"Español"}),
    kinds=frozenset({"app"}),
    open_now=True,
    free=True,
    step_free=True,
    no_referral=True,
    offline=True,
    age=16,
    area="Millbrook",
    near=Spot("SE1", 51.5, -0.1),
)


def test_saved_and_taken_away(shelf: Place) -> None:
    searches = SavedSearches(shelf)
    assert searches.everything() == []
    first = searches.save(" Food  today ", " parcel ", ALL)
    searches.save("Beds", "", Filters())
    assert [(one.name, one.words) for one in searches.everything()] == [
        ("Food today", "parcel"),
        ("Beds", ""),
    ]
    assert searches.everything()[0].filters == ALL
    assert searches.save("Food today", "meal", Filters(free=True)) == first
    assert searches.everything()[0].words == "meal"
    assert searches.everything()[0].filters == Filters(free=True)
    assert searches.rename(first, " Food  this week ")
    assert not searches.rename(first, "Beds")
    assert not searches.rename(first, " ")
    assert [one.name for one in searches.everything()] == ["Food this week", "Beds"]
    searches.remove(first)
    assert [one.name for one in searches.everything()] == ["Beds"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"age": 900, "near": [1], "kinds": 3}', '{"near": ["x", "y", 3], "free": 1}',
     '{"near": ["x", 99, 3], "area": 3, "age": "5"}',
     '{"near": ["x", NaN, 3]}', '{"near": ["x", 3, -Infinity]}', '{"near": ["x", true, 3]}',
     '{"near": ["x", 1' + "0" * 400 + ', 3]}', '{"near": ["x", 1' + "0" * 5000 + ', 3]}',
     '{"near": [["x"], 3, 3]}', "[" * 100_000, '{"age": true}',
     r'{"area": "\ud800"}', r'{"kinds": ["\ud800"]}'],
)  # fmt: skip
def test_what_is_not_understood_is_passed_over(text: str) -> None:
    assert saved.read(text) == Filters()


def test_a_spot_that_is_nowhere_leaves_the_rest_of_the_search() -> None:
    huge = '{"near": ["x", 1' + "0" * 400 + ', 3], "free": true}'
    assert saved.read(huge) == Filters(free=True)


def test_only_what_is_asked_for_is_written() -> None:
    assert saved.write(Filters()) == "{}"
    assert saved.read(saved.write(ALL)) == ALL
    by_name = Filters(near=Spot("Millbrook", named=True))
    assert saved.read(saved.write(by_name)) == by_name
