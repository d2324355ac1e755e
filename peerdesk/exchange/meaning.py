"""What the columns of single tables mean: cells as published made into what we keep.

Everything goes column by column; a row may become several (a cell that names three languages) or
say nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import repeat

from peerdesk.exchange import cleaning
from peerdesk.exchange.allowance import Allowance
from peerdesk.exchange.categories import KEYS
from peerdesk.exchange.cleaning import languages
from peerdesk.exchange.hours import CODES, Schedule, certain, maybe, weekday
from peerdesk.exchange.known import Known
from peerdesk.exchange.told import Told
from peerdesk.store.directory import KINDS

Columns = dict[str, list[object]]
Texts = dict[str, list[str]]
_YES = frozenset({"1", "true", "t", "yes", "y", "x"})
_SHUT = frozenset({"", "closed"})
_SCHEDULE = tuple(Schedule.__dataclass_fields__)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d:00")
_MADE = (
    "byday",
    "freq",
    "opens_at",
    "closes_at",
    "closed",
    "maybe_days",
    "opens_minute",
    "closes_minute",
)
# of ``location.hide_address`` while it is staged: the address may be shown; it may not; it may not,
# and our own export left it out for that reason
HIDDEN, WITHHELD = 1, 2
_HIDING = {**dict.fromkeys(_YES, HIDDEN), "withheld": WITHHELD}


class Meaning:
    """For one file: ``name`` is its own without ending; ``exact``: we wrote it ourselves. ``of``
    gives what turns texts into columns; that gives None when a row says nothing."""

    def __init__(
        self, name: str, exact: bool, known: Known, told: Told, allowance: Allowance
    ) -> None:
        self._name, self._exact = name, exact
        self._known, self._told, self._allowance = known, told, allowance
        self._hours: dict[tuple[str, ...], tuple[object, ...]] = {}
        self._clocks: dict[str, str] = {}

    def of(self, table: str) -> Callable[[Sequence[str], Texts], Columns | None]:
        """How rows of ``table`` are read; it gets ids as published and texts by our columns."""
        return {
            "service": self._service,
            "location": self._location,
            "address": self._address,
            "schedule": self._schedule,
            "language": self._language,
            "attribute": self._attribute,
            "metadata": self._metadata,
        }.get(table, self._nothing)

    def _nothing(self, _raws: Sequence[str], texts: Texts) -> Columns | None:
        return dict(texts.items())  # type: ignore[arg-type]  # lists of str are only read

    def _service(self, raws: Sequence[str], texts: Texts) -> Columns | None:
        told, blank = self._told, [""] * len(raws)
        names, about = texts["name"], texts.get("description", blank)
        columns: Columns = dict(texts.items())  # type: ignore[arg-type]
        columns["eligibility_description"] = [
            words or told.eligibility(raw)
            for raw, words in zip(raws, texts.get("eligibility_description", blank), strict=True)
        ]
        if "category" in texts:
            columns["category"] = [_keys(cell) for cell in texts["category"]]
        else:
            columns["category"] = list(map(told.category, raws, names, about))
        if "free" in texts:
            columns["free"] = _flags(texts["free"])
        else:
            columns["free"] = list(map(told.free, raws, texts.get("fees_description", blank)))
        if "by_appointment" in texts:
            columns["by_appointment"] = _flags(texts["by_appointment"])
        else:
            apply = texts.get("application_process", blank)
            columns["by_appointment"] = [int(bool(t) and cleaning.by_appointment(t)) for t in apply]
        columns["status"] = list(map(cleaning.status, texts.get("status", blank)))
        return {**columns, **_ours(texts)}

    def _location(self, raws: Sequence[str], texts: Texts) -> Columns | None:
        blank = [""] * len(raws)
        columns: Columns = dict(texts.items())  # type: ignore[arg-type]
        kinds = texts.get("location_type", blank)
        columns["location_type"] = list(map(cleaning.kind_of_place, kinds))
        if "step_free" in texts:
            columns["step_free"] = _flags(texts["step_free"])
        else:
            columns["step_free"] = list(map(self._told.step_free, raws))
        hidden = list(map(self._told.hidden, raws, texts.get("description", blank)))
        if "hide_address" in texts:
            said = [_HIDING.get(cell.casefold(), 0) for cell in texts["hide_address"]]
            hidden = list(map(max, said, hidden))
        columns["hide_address"] = [*hidden]
        return columns

    def _address(self, raws: Sequence[str], texts: Texts) -> Columns | None:
        usual = "postal" if self._name.startswith("postal") else ""
        columns: Columns = dict(texts.items())  # type: ignore[arg-type]
        kinds = texts.get("address_type") or repeat("", len(raws))
        columns["address_type"] = [cleaning.kind_of_place(kind or usual) for kind in kinds]
        return columns

    def _language(self, raws: Sequence[str], texts: Texts) -> Columns | None:
        """More rows than cells where one names several."""
        if self._exact:
            return self._nothing(raws, texts)
        names = texts.get("name") or repeat("")
        codes = texts.get("code") or repeat("")
        pairs = [pair for n, c in zip(names, codes, strict=False) for pair in languages(n, c)]
        whole: Columns = {c: list(v) for c, v in texts.items() if c not in ("name", "code")}
        whole |= {"name": [p[0] for p in pairs], "code": [p[1] for p in pairs]}
        if len(raws) == 1:
            for column in whole.keys() - {"name", "code"}:
                whole[column] *= len(pairs)
        return whole

    def _schedule(self, raws: Sequence[str], texts: Texts) -> Columns | None:
        names = tuple(texts)
        rows = []
        for key in zip(*texts.values(), strict=True) if texts else repeat((), len(raws)):
            made = self._hours.get(key)
            if made is None:
                self._allowance.spend(2)
                made = self._times(dict(zip(names, key, strict=True)))
                self._hours[key] = made
            if not made:
                return None
            rows.append(made)
        columns = dict(zip(_MADE, map(list, zip(*rows, strict=True)), strict=True))
        rest = {c: v for c, v in texts.items() if c not in _MADE}
        return {**rest, **columns}

    def _times(self, texts: dict[str, str]) -> tuple[object, ...]:
        """The columns of ``_MADE`` for one row; () for a day that only says it is closed."""
        closed = int(self._name.startswith("holiday") or texts.get("closed", "").casefold() in _YES)
        said = [texts.get(c, "") for c in ("opens_at", "closes_at")]
        words = any(texts.get(c) for c in ("description", "notes", "schedule_link"))
        if self._exact:
            days, freq = texts.get("byday", ""), texts.get("freq", "")
            written = [cell[:5] if _CLOCK.fullmatch(cell) else cell for cell in said]
            return self._hours_of(texts, (days, freq, *written, closed))
        if not closed and not words and all(s.casefold() in _SHUT for s in said):
            return ()
        number = weekday(texts.get("byday", ""))
        days = texts.get("byday", "") if number is None else CODES[number]
        freq = texts.get("freq", "") or ("" if number is None else "WEEKLY")
        written = [*map(self._clock, said)]
        return self._hours_of(texts, (days, freq, *written, closed))

    def _clock(self, cell: str) -> str:
        """A time of day as HH:MM where it is certain; a file says the same few again and again."""
        found = self._clocks.get(cell)
        if found is None:
            minute = certain(cell)
            found = cell if minute is None else f"{minute // 60:02}:{minute % 60:02}"
            self._clocks[cell] = found
        return found

    def _hours_of(self, texts: dict[str, str], first: tuple[object, ...]) -> tuple[object, ...]:
        made = dict(zip(_MADE, first, strict=False))
        plain = {c: t for c, t in texts.items() if c in _SCHEDULE}
        schedule = Schedule(**{**plain, **made})  # type: ignore[arg-type]
        return (*made.values(), *maybe(schedule))

    def _attribute(self, raws: Sequence[str], texts: Texts) -> Columns | None:
        return self._linked(raws, texts, "link_id", "link_entity")

    def _metadata(self, raws: Sequence[str], texts: Texts) -> Columns | None:
        return self._linked(raws, texts, "resource_id", "resource_type")

    def _linked(self, raws: Sequence[str], texts: Texts, to: str, kind: str) -> Columns:
        """``to`` is the id of something in the table that ``kind`` names."""
        columns: Columns = dict(texts.items())  # type: ignore[arg-type]
        if to in texts:
            kinds = texts.get(kind, [""] * len(raws))
            columns[to] = list(map(self._known.link, kinds, texts[to]))
        return columns


def _flags(cells: Sequence[str]) -> list[object]:
    return [int(cell.casefold() in _YES) for cell in cells]


def _keys(cell: str) -> str:
    """Categories that we know."""
    return " ".join(key for key in dict.fromkeys(cell.split()) if key in KEYS)


def _when(cell: str) -> int | None:
    """UTC milliseconds of an ISO 8601 time with a zone, or None."""
    try:
        return round(datetime.fromisoformat(cell).astimezone(UTC).timestamp() * 1000)
    except (ValueError, OverflowError):
        return None


def _ours(texts: Texts) -> Columns:
    """Columns that only our own packages have."""
    found: Columns = {}
    if "kind" in texts:
        found["kind"] = [cell if cell in KINDS else "service" for cell in texts["kind"]]
    if "needs_internet" in texts:
        found["needs_internet"] = _flags(texts["needs_internet"])
    if "referral" in texts:
        found["referral"] = [cell if cell in ("yes", "no") else "" for cell in texts["referral"]]
    if "checked_at" in texts:
        found["checked_at"] = [_when(cell) if cell else None for cell in texts["checked_at"]]
    return found
