"""Counts hold everything, the list only its beginning."""

from __future__ import annotations

from peerdesk.core.text import translate
from peerdesk.exchange.report import LISTED, Found, Problem


def test_counts_and_list() -> None:
    found = Found()
    words = translate("Test", "Something")
    for row in range(LISTED + 5):
        found.add(Problem("a.csv", row, words, left_out=row % 2 == 0))
    assert (found.left_out, found.noted) == (LISTED // 2 + 3, LISTED // 2 + 2)
    assert len(found.problems) == LISTED
