from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from peerdesk.features.people.dates import here_on_words, near, read_since, since_words
from peerdesk.features.people.records import Visit
from peerdesk.features.people.words import PREFER_NOT

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def visits(*days: str) -> tuple[Visit, ...]:
    ways = {"p": "phone", "o": "online"}
    return tuple(Visit(d.rstrip("po"), ways.get(d[-1], "here"), b"") for d in days)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" 2026 ", "2026"),
        ("2026-03", "2026-03"),
        ("March 2026", "2026-03"),
        ("mar 2026", "2026-03"),
        ("3/2026", "2026-03"),
        ("9 March 2026", "2026-03-09"),
        ("09/03/2026", "2026-03-09"),
        ("9.3.2026", "2026-03-09"),
        (PREFER_NOT, PREFER_NOT),
        ("last spring", "last spring"),
    ],
)
def test_typed_dates_are_read(typed: str, kept: str) -> None:
    assert read_since(typed) == kept


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ("", ""),
        ("2026", "2026"),
        ("2026-03", "March 2026"),
        ("2026-03-09", "9 March 2026"),
    ],
)
def test_dates_are_written_as_they_may_be_typed(kept: str, words: str) -> None:
    assert since_words(kept) == words
    assert read_since(words) == kept


def test_days_near_and_far() -> None:
    assert near("", TODAY) == ""
    assert near("2026-11-17", TODAY) == "17 Nov"
    assert near("2025-11-17", TODAY) == "17 Nov 2025"


def test_here_on_groups_months_and_says_the_way() -> None:
    seen = visits("2026-11-17", "2026-11-10", "2026-11-03", "2026-10-27", "2026-10-20p")
    words = here_on_words(seen, 5, TODAY)
    assert words == "17, 10 and 3 Nov, 27 Oct, by phone 20 Oct"


def test_here_on_says_how_many_came_before() -> None:
    assert here_on_words(visits("2026-11-17o"), 4, TODAY) == "online 17 Nov, and 3 times before"
    assert here_on_words(visits("2026-11-17"), 2, TODAY) == "17 Nov, and 1 time before"
    assert here_on_words((), 0, TODAY) == ""
