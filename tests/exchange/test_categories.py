"""Plain categories from plain words."""

from __future__ import annotations

import pytest

from peerdesk.exchange.categories import FIRST, KEYS, WORDS, categories, of_code


@pytest.mark.parametrize(
    ("name", "description", "found"),
    [
        ("Riverside Housing Clinic", "Advice on eviction notices.", "housing health"),
        ("Food Bank", "", "food"),
        ("Helpline", "A listening ear.", "talk"),
        ("Community Hub", "Rent, a visa; and more.", ""),
        ("Community Hub", "Rent, eviction and your landlord.", "housing"),
        ("Something", "Nothing to go by", ""),
        ("", "", ""),
    ],
)
def test_categories(name: str, description: str, found: str) -> None:
    assert categories(name, description) == found


def test_terms_weigh_like_the_name() -> None:
    assert categories("Hub", "", ["Immigration", ""]) == "rights newcomers"


def test_at_most_four_and_only_known_keys() -> None:
    found = categories("food rent debt clinic job school lawyer grief", "").split()
    assert len(found) == 4
    assert set(found) <= set(KEYS)


@pytest.mark.parametrize(
    ("term", "keys"),
    [
        ("BH-1800.8500", ("housing",)),
        ("BD-1800", ("food",)),
        ("LN-8000.0500", ("health",)),
        ("RX-8250.1500", ("addiction",)),
        ("RP-1400.8000-650", ("mind", "talk")),
        ("TD-1100", ()),
        ("Housing", ()),
        ("BH", ()),
        ("", ()),
    ],
)
def test_codes_of_a_taxonomy(term: str, keys: tuple[str, ...]) -> None:
    assert of_code(term) == keys
    assert (
        categories("Hub", "", [term]).split() == sorted(keys, key=KEYS.index) or term == "Housing"
    )


def test_about_twenty_plain_categories() -> None:
    assert len(KEYS) == 20
    assert KEYS[:FIRST][0] == "housing"
    assert KEYS[FIRST - 1] == "rights"
    assert all(word == word.lower() for words in WORDS.values() for word in words.split())
