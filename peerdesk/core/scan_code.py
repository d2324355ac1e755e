"""Codes that a phone reads with its camera (QR, ISO/IEC 18004): to ring a number, to open a page.

No Qt in here; ``ui.scanning`` paints what :func:`modules` gives. segno is imported when the first
code is made.
"""

from __future__ import annotations

import re
from functools import lru_cache

LEAST_DIGITS, MOST_DIGITS = 3, 15
"""Of a number that can be rung (ITU-T E.164 allows 15)."""
MOST_LETTERS = 300
"""A longer address makes a code too fine for paper."""
QUIET = 4
"""Modules left white around a code (ISO/IEC 18004, 6.3.8)."""
_EXTENSION = re.compile(r"[,;]?\s*(?:ext(?:ension)?\.?|x|#)\s*\d+\s*$", re.IGNORECASE)
_DIALLED = re.compile(r"\+?[\d\s().\-/\u2010-\u2013\xa0\u202f]+")
_BARE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)

Modules = tuple[tuple[bool, ...], ...]


def ring(number: str) -> str:
    """``tel:`` for a number as it was written; "" where it is not certain that it can be rung."""
    bare = _EXTENSION.sub("", number).strip()
    if not _DIALLED.fullmatch(bare):
        return ""
    plain = bare.replace("(0)", "") if bare.startswith("+") else bare
    digits = "".join(c for c in plain if c.isascii() and c.isdigit())
    if not LEAST_DIGITS <= len(digits) <= MOST_DIGITS:
        return ""
    return f"tel:{'+' if bare.startswith('+') else ''}{digits}"


def page(address: str) -> str:
    """The web address with its scheme; "" for anything that is no page of the web."""
    words = address.strip()
    if len(words) > MOST_LETTERS or any(c.isspace() for c in words):
        return ""
    scheme, colon, rest = words.partition("://")
    if colon:
        return words if scheme.lower() in ("http", "https") and rest else ""
    return f"https://{words}" if _BARE.fullmatch(words) else ""


@lru_cache(maxsize=512)
def modules(payload: str) -> Modules:
    """Rows of a code, True for black, without the white around it."""
    import segno

    made = segno.make_qr(payload, error="m")
    return tuple(tuple(bool(cell) for cell in row) for row in made.matrix)


def svg(payload: str) -> str:
    """The code as a picture for a web page, its white included; one unit for each module."""
    rows = modules(payload)
    side = len(rows) + 2 * QUIET
    path = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, black in enumerate(row)
        if black
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path d="{path}"/></svg>'
    )
