"""Cells as HSDS 3.0 wants them, and safe to open in a spreadsheet.

A cell that does not suit the kind of its column is written as it is into a column of its own
(``hsds_shape.AS_PUBLISHED``), and into the standard's only what is certain of it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from peerdesk.exchange.cleaning import FILLER, PLAIN, day
from peerdesk.exchange.hsds_standard import ENUMS

# what makes a spreadsheet take a cell for a formula, also in the wide forms of East Asia
_FORMULA = tuple("=@\t\r＝＋－＠" + PLAIN)
_SIGN = ("+", "-")
_NUMBERLIKE = re.compile(r"[+-]*[\d\s().,/-]*")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_SITE = re.compile(r"[\w-]+(\.[\w-]+)+([/?#:][^\s<>\"{}|\\^`]*)?")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
_DATETIME = re.compile(
    r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-][01]\d:[0-5]\d)"
)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def guard(cell: str) -> str:
    """A text that no spreadsheet runs: ``'`` goes before what would begin a formula. Numbers of
    phones and places keep their sign, for nothing can be called with digits alone."""
    if cell.startswith(_FORMULA) or cell == FILLER:
        return PLAIN + cell
    if cell.startswith(_SIGN) and not _NUMBERLIKE.fullmatch(cell):
        return PLAIN + cell
    return cell


def guarded(cells: Sequence[object]) -> list[str]:
    """A column of texts (or None)."""
    return [guard(str(c)) if c else "" for c in cells]


def number(value: object) -> str:
    """A number without an exponent; blank for None and what is not finite."""
    if not isinstance(value, (int, float)) or not math.isfinite(value):
        return ""
    return f"{Decimal(repr(value)):f}".removesuffix(".0")


def _number(cell: str) -> str:
    return cell if _NUMBER.fullmatch(cell) else ""


def _email(cell: str) -> str:
    return cell if _EMAIL.fullmatch(cell) else ""


def _uri(cell: str) -> str:
    """A web address written without ``http://`` gets it."""
    if _URI.fullmatch(cell):
        return cell
    return f"http://{cell}" if _SITE.fullmatch(cell) else ""


def _uuid(cell: str) -> str:
    return cell if _UUID.fullmatch(cell) else ""


def _date(cell: str) -> str:
    found = day(cell)
    return found.isoformat() if found else ""


def _datetime(cell: str) -> str:
    found = _DATETIME.fullmatch(cell)
    if found:
        return cell if day(found[1]) else ""
    whole = _date(cell)
    return f"{whole}T00:00:00Z" if whole == cell else ""


def _time(cell: str) -> str:
    if not _TIME.fullmatch(cell):
        return ""
    return cell if len(cell) == 8 else f"{cell}:00"


FITTING: dict[str, Callable[[str], str]] = {
    "number": _number,
    "email": _email,
    "uri": _uri,
    "uuid": _uuid,
    "date": _date,
    "datetime": _datetime,
    "time": _time,
}
"""For each kind what of a cell suits it: the cell, something certain of it, or blank."""


def fitting(kind: str, cell: str) -> str:
    """What of a cell suits a column of ``kind`` (``hsds_standard.Column``)."""
    if kind in ENUMS:
        return cell if cell in ENUMS[kind] else ""
    return FITTING[kind](cell)


def came_back(kind: str, cell: str, fit: str) -> bool:
    """Whether an import makes of ``fit`` what ``cell`` was."""
    return fit == cell or (kind == "time" and fit == f"{cell}:00")
