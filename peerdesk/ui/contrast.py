"""Contrast of two colours (WCAG 2.2, relative luminance), and the pairs our palettes must hold."""

from __future__ import annotations

from PySide6.QtGui import QColor

from peerdesk.ui.theme import Tokens

TEXT = 4.5
BORDER = 3.0


def luminance(color: QColor | str) -> float:
    """0 for black, 1 for white."""
    parts = []
    made = QColor(color)
    for value in (made.redF(), made.greenF(), made.blueF()):
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor | str, other: QColor | str) -> float:
    """1 to 21."""
    a, b = luminance(one), luminance(other)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


_GROUNDS = ("paper", "surface", "sunken", "hover")
TEXT_PAIRS = (
    *((ink, ground) for ink in ("ink", "muted", "accent", "clay") for ground in _GROUNDS),
    *((ink, soft) for ink in ("ink", "muted", "accent") for soft in ("accent_soft",)),
    ("ink", "plum_soft"),
    ("muted", "plum_soft"),
    ("plum", "plum_soft"),
    ("plum", "surface"),
    ("plum", "paper"),
    ("clay", "clay_soft"),
    ("ink", "clay_soft"),
    ("ok", "ok_soft"),
    ("ink", "ok_soft"),
    ("ok", "surface"),
    ("accent_ink", "accent"),
)
"""(text, ground) of every combination the widgets paint."""

BORDER_PAIRS = (
    *(("border_strong", ground) for ground in _GROUNDS),
    *(("focus", ground) for ground in (*_GROUNDS, "accent_soft")),
    ("muted", "surface"),
    ("accent", "surface"),
    ("plum", "paper"),
    ("plum", "plum_soft"),
    ("clay", "surface"),
    ("accent_ink", "accent"),
)
"""(line, ground) of every line that carries meaning."""


def problems(tokens: Tokens) -> list[str]:
    """Pairs of one palette that are too weak; empty when all is well."""
    found = []
    for pairs, least in ((TEXT_PAIRS, TEXT), (BORDER_PAIRS, BORDER)):
        for front, back in pairs:
            value = ratio(getattr(tokens, front), getattr(tokens, back))
            if value < least:
                found.append(f"{tokens.name}: {front} on {back} {value:.2f} < {least}")
    return found
