"""Every palette can be read."""

from __future__ import annotations

import pytest

from peerdesk.ui import contrast, theme


@pytest.mark.parametrize("tokens", theme.SCHEMES.values(), ids=lambda t: t.name)
def test_every_pair_holds(tokens: theme.Tokens) -> None:
    assert contrast.problems(tokens) == []


def test_known_figures() -> None:
    assert contrast.ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast.ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_weak_pair_is_named() -> None:
    weak = theme.LIGHT._replace(muted="#AAAAAA")
    assert any("muted on paper" in line for line in contrast.problems(weak))


@pytest.mark.parametrize("tokens", theme.SCHEMES.values(), ids=lambda t: t.name)
def test_plain_qt_controls_can_be_read_too(tokens: theme.Tokens) -> None:
    made = theme.palette(tokens)
    role = made.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
    ]
    for front, back in pairs:
        assert contrast.ratio(made.color(front), made.color(back)) >= contrast.TEXT
