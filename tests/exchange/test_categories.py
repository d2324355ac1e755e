"""Plain categories from plain words."""

from __future__ import annotations

import pytest

from peerdesk.exchange.categories import KEYS, categories


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
    assert categories("Hub", "", ["Immigration", ""]) == "rights"


def test_at_most_three_and_only_known_keys() -> None:
    found = categories("food rent debt clinic job school lawyer grief", "").split()
    assert len(found) == 3
    assert set(found) <= set(KEYS)
