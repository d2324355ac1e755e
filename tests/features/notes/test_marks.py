"""Plain text as kept and lines as shown say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.features.notes import marks
from peerdesk.features.notes.marks import Line


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("", Line("")),
        ("Quiet start.", Line("Quiet start.")),
        ("# What went well", Line("What went well", heading=True)),
        ("#hash", Line("#hash")),
        ("**Next time**", Line("Next time", heading=True)),
        ("****", Line("****")),
        ("**half", Line("**half")),
        ("- Open a window", Line("• Open a window")),
        ("* Open a window", Line("• Open a window")),
        ("-5 outside", Line("-5 outside")),
    ],
)
def test_lines_as_shown(kept: str, shown: Line) -> None:
    assert marks.lines(kept) == [shown]


def test_what_is_shown_is_kept_as_plain_text() -> None:
    shown = [
        Line("Quiet start."),
        Line(""),
        Line("Next time", heading=True),
        Line("• Open a window"),
        Line("", heading=True),
    ]
    assert marks.body(shown) == "Quiet start.\n\n# Next time\n- Open a window\n"


@given(st.text(st.sampled_from("#-*• ab\n"), max_size=40))
def test_keeping_and_showing_settle_after_one_round(text: str) -> None:
    once = marks.body(marks.lines(text))
    assert marks.body(marks.lines(once)) == once
    assert len(marks.lines(once)) == text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "words"),
    [("", ""), ("\n  \n- ", ""), ("\n# Dear me\nmore", "Dear me"), ("- one", "one")],
)
def test_first_words(text: str, words: str) -> None:
    assert marks.first_words(text) == words
