"""Makes rows of one file into rows of one table, whole and with uids.

Rows come in lots. A lot in which every row has an id of its own and everything it needs goes
column by column, which is fast; any other is taken row by row, which can say what is missing.
Both use the same code for what the columns mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

from peerdesk.core.text import Text, translate
from peerdesk.exchange import cleaning
from peerdesk.exchange.allowance import Allowance
from peerdesk.exchange.cleaning import languages
from peerdesk.exchange.hours import CODES, Schedule, maybe, minutes, weekday
from peerdesk.exchange.hsds_shape import NEEDS, NUMBERS, ROOTS, Shape
from peerdesk.exchange.known import Known
from peerdesk.exchange.package import Member
from peerdesk.exchange.report import Found, Problem
from peerdesk.exchange.staging import Staging
from peerdesk.exchange.told import Told

Columns = dict[str, list[object]]
Texts = dict[str, list[str]]
# (row number, hash of its cells, its cells, what it points to)
_Row = tuple[int, int, tuple[str, ...], dict[str, bytes | None]]
# tables of which a row may become several rows, or none
_UNEVEN = frozenset({"language", "schedule"})
_YES = frozenset({"1", "true", "t", "yes", "y", "x"})
_SHUT = frozenset({"", "closed"})
_SCHEDULE = tuple(Schedule.__dataclass_fields__)


class Maker:
    """Built once for each file; ``lot`` is called for its rows."""

    def __init__(
        self,
        shape: Shape,
        member: Member,
        headings: list[str],
        known: Known,
        told: Told,
        staging: Staging,
        found: Found,
        allowance: Allowance,
    ) -> None:
        self._shape = shape
        self._table = shape.table
        self._member = member
        self._known = known
        self._told = told
        self._staging = staging
        self._found = found
        self._allowance = allowance
        where = {name: at for at, name in reversed(list(enumerate(headings)))}

        def place(column: str) -> int:
            names = (column, *shape.aliases.get(column, ()))
            return next((where[n] for n in names if n in where), -1)

        self._id = where.get("id", -1)
        self._places = {c: at for c in shape.columns if (at := place(c)) >= 0}
        self._refs = {c: at for c in shape.refs if c != shape.own and (at := place(c)) >= 0}
        self._own = place(shape.own) if shape.own else -1
        self._needs = [c for c in NEEDS.get(self._table, ()) if c in self._places]
        self._entity = where.get("link_entity", -1)
        self._terms = where.get("taxonomy_ids", -1) if self._table == "service" else -1
        self._finish = {
            "service": self._service,
            "location": self._location,
            "address": self._address,
            "schedule": self._schedule,
            "language": self._language,
        }.get(self._table, self._nothing)
        self._hours: dict[tuple[str, ...], tuple[object, ...]] = {}
        self.knows_headings = bool(self._places or self._refs)
        self.links_of_services: list[tuple[bytes, str]] = []
        # rows looked at one by one, until their lot is through: all have the same columns
        self._names: tuple[str, ...] = ()
        self._waiting: list[tuple[bytes, tuple[object, ...], tuple[str, ...]]] = []
        self._owners: dict[bytes, str] = {}
        self._said: list[Problem] = []

    def _say(self, row: int, text: Text, left_out: bool = True) -> None:
        self._said.append(Problem(self._member.label, row, text, left_out))

    def lot(self, numbers: Sequence[int], cells: list[list[str]]) -> None:
        """Stage rows: ``cells`` are the cleaned columns of the file."""
        marks = list(map(hash, zip(*cells, strict=True)))
        if self._quick(cells, marks):
            return
        rows: list[_Row] = []
        for number, mark, cut in zip(numbers, marks, zip(*cells, strict=True), strict=True):
            if any(cut):
                refs = self._belongs(number, cut)
                if refs is not None:
                    rows.append((number, mark, cut, refs))
        if self._table in _UNEVEN:
            self._allowance.spend(len(rows))
            for row in rows:
                self._each([row])
        elif rows:
            self._each(rows)
        self._stage_waiting()
        for problem in sorted(self._said, key=lambda p: p.row):
            self._found.add(problem)
        self._said.clear()

    # -- many rows at once -------------------------------------------------------------------

    def _quick(self, cells: list[list[str]], marks: list[int]) -> bool:
        if self._id < 0:
            return False
        if not _every(cells[self._places[c]] for c in self._needs):
            return False
        refs: Columns = {
            c: list(map(self._known.uids[self._shape.refs[c]].get, cells[at]))
            for c, at in self._refs.items()
        }
        if self._table not in ROOTS or self._table == "service":
            required = self._shape.required
            groups = [[refs.get(c, [None])] for c in required] or [list(refs.values())]
            if not all(map(_every, groups)):
                return False
        texts = {c: cells[at] for c, at in self._places.items()}
        raws = cells[self._id]
        columns = self._finish(raws, texts)
        if columns is None or any(len(c) != len(raws) for c in columns.values()):
            return False
        uids = self._known.claim_all(self._table, raws, marks)
        if uids is None:
            return False
        self._stage(uids, {**refs, **columns}, cells)
        return True

    def _stage(self, uids: list[bytes], columns: Columns, cells: Sequence[Sequence[str]]) -> None:
        table = self._table
        for column in NUMBERS & columns.keys():
            columns[column] = [cleaning.number(str(c)) if c else None for c in columns[column]]
        if self._own >= 0:
            columns[self._shape.own] = [self._known.later(table, c) for c in cells[self._own]]
        self._staging.add(table, uids, columns)
        if table == "service":
            self._found.services += len(uids)
            if self._terms >= 0:
                links = [
                    (uid, part.strip())
                    for uid, cell in zip(uids, cells[self._terms], strict=True)
                    for part in cell.split(",")
                    if part.strip()
                ]
                self._allowance.spend(len(links))
                self.links_of_services += links

    # -- row by row, with what is missing in plain words ------------------------------------------

    def _belongs(self, number: int, row: tuple[str, ...]) -> dict[str, bytes | None] | None:
        """What a row points to; None when it cannot come in."""
        if NEEDS.get(self._table) and not any(row[self._places[c]] for c in self._needs):
            self._say(number, _missing(self._table))
            return None
        refs: dict[str, bytes | None] = dict.fromkeys(self._refs)
        pointed = ""
        for column, at in self._refs.items():
            if row[at]:
                refs[column] = self._known.find(self._shape.refs[column], row[at])
                pointed = pointed if refs[column] else row[at]
        return refs if self._placed(number, refs, pointed, row) else None

    def _each(self, rows: list[_Row]) -> None:
        """Claim rows one after the other; of an uneven table it is one row at a time."""
        cells = list(map(list, zip(*(row for _, _, row, _ in rows), strict=True)))
        raws = cells[self._id] if self._id >= 0 else [""] * len(rows)
        columns = self._finish(raws, {c: cells[at] for c, at in self._places.items()})
        if columns is None:
            return
        made: list[tuple[object, ...]] = (
            list(zip(*columns.values(), strict=True)) if columns else [()] * len(rows)
        )
        if len(made) != len(rows):  # a cell may name several languages
            rows, raws = rows * len(made), [*raws, *repeat("", len(made))][: len(made)]
            self._allowance.spend(len(made))
        if rows:
            self._names = (*rows[0][3], *columns)
        name = list(columns).index("name") if "name" in columns else -1
        for (number, mark, row, refs), raw, values in zip(rows, raws, made, strict=True):
            short: tuple[object, ...] = (*refs.values(), *values)
            if self._table in ROOTS and not raw:
                short = (values[name] if name >= 0 else short[0], refs.get("organization_id"))
            elif self._table == "service_taxonomy":
                short = tuple(refs[c] for c in self._shape.required)
            claimed = self._known.claim(self._table, raw, short, mark)
            if claimed is None:
                continue
            uid, again = claimed
            if again:
                self._allowance.spend(1)
                self._say(
                    number,
                    translate(
                        "Import",
                        "Another row has the same id ({id}). This one came in as a row of its own.",
                    ).format(id=raw),
                    False,
                )
            self._waiting.append((uid, (*refs.values(), *values), row))

    def _stage_waiting(self) -> None:
        if self._owners:
            self._staging.add(
                "organization", list(self._owners), {"name": [*self._owners.values()]}
            )
            self._owners.clear()
        if self._waiting:
            uids, values, rows = zip(*self._waiting, strict=True)
            columns = map(list, zip(*values, strict=True))
            whole: Columns = dict(zip(self._names, columns, strict=True))
            self._stage(list(uids), whole, list(zip(*rows, strict=True)))
            self._waiting.clear()

    def _placed(
        self,
        number: int,
        refs: dict[str, bytes | None],
        pointed: str,
        row: tuple[str, ...],
    ) -> bool:
        """Whether what the row belongs to came in; a service gets an organization."""
        if self._table == "service":
            if refs.get("organization_id") is None:
                refs["organization_id"] = self._organization(row[self._places["name"]])
                if pointed:
                    self._say(
                        number,
                        translate(
                            "Import",
                            "Its organization ({id}) is not in the package. The service came in "
                            "under its own name.",
                        ).format(id=pointed),
                        False,
                    )
            return True
        if self._table in ROOTS:
            return True
        needed = self._shape.required
        if all(refs.get(c) for c in needed) if needed else any(refs.values()):
            return True
        if self._entity >= 0 and row[self._entity].casefold() not in ("", "service", "services"):
            self._say(
                number,
                translate(
                    "Import",
                    "It tells about something other than a service, which PeerDesk does not keep.",
                ),
            )
        elif pointed:
            self._say(
                number,
                translate(
                    "Import", "It belongs to something that is not in the package ({id})."
                ).format(id=pointed),
            )
        else:
            self._say(number, translate("Import", "It does not say what it belongs to."))
        return False

    def _organization(self, name: str) -> bytes:
        uid = self._known.natural("organization", "of a service", name.casefold())
        if self._known.once("organization", uid):
            self._owners[uid] = name
        return uid

    # -- what the columns of single tables mean; None: a row says nothing and is passed over -----

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
        columns["category"] = list(map(told.category, raws, names, about))
        columns["free"] = list(map(told.free, raws, texts.get("fees_description", blank)))
        apply = texts.get("application_process", blank)
        columns["by_appointment"] = [int(bool(t) and cleaning.by_appointment(t)) for t in apply]
        columns["status"] = list(map(cleaning.status, texts.get("status", blank)))
        return columns

    def _location(self, raws: Sequence[str], texts: Texts) -> Columns | None:
        blank = [""] * len(raws)
        columns: Columns = dict(texts.items())  # type: ignore[arg-type]
        kinds = texts.get("location_type", blank)
        columns["location_type"] = list(map(cleaning.kind_of_place, kinds))
        columns["step_free"] = list(map(self._told.step_free, raws))
        columns["hide_address"] = list(
            map(self._told.hidden, raws, texts.get("description", blank))
        )
        return columns

    def _address(self, raws: Sequence[str], texts: Texts) -> Columns | None:
        usual = "postal" if self._member.name.startswith("postal") else ""
        columns: Columns = dict(texts.items())  # type: ignore[arg-type]
        kinds = texts.get("address_type") or repeat("", len(raws))
        columns["address_type"] = [cleaning.kind_of_place(kind or usual) for kind in kinds]
        return columns

    def _language(self, raws: Sequence[str], texts: Texts) -> Columns | None:
        """More rows than cells where one names several."""
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
        closed = int(
            self._member.name.startswith("holiday") or texts.get("closed", "").casefold() in _YES
        )
        said = [texts.get(c, "") for c in ("opens_at", "closes_at")]
        words = any(texts.get(c) for c in ("description", "notes", "schedule_link"))
        if not closed and not words and all(s.casefold() in _SHUT for s in said):
            return ()
        number = weekday(texts.get("byday", ""))
        days = texts.get("byday", "") if number is None else CODES[number]
        freq = texts.get("freq", "") or ("" if number is None else "WEEKLY")
        written = []
        for cell in said:
            minute = minutes(cell)
            written.append(cell if minute is None else f"{minute // 60:02}:{minute % 60:02}")
        made = dict(zip(_MADE, (days, freq, *written, closed), strict=False))
        plain = {c: t for c, t in texts.items() if c in _SCHEDULE}
        schedule = Schedule(**{**plain, **made})  # type: ignore[arg-type]
        return (*made.values(), *maybe(schedule))


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


def _every(columns: Iterable[list[Any]]) -> bool:
    """Whether each row has something in at least one of the columns; so, when there are none."""
    lists = list(columns)
    if len(lists) == 1:
        return all(lists[0])
    return not lists or all(map(any, zip(*lists, strict=True)))


def _missing(table: str) -> Text:
    if table == "service":
        return translate("Import", "The service has no name.")
    if table == "organization":
        return translate("Import", "The organization has no name.")
    if table == "phone":
        return translate("Import", "There is no phone number in it.")
    if table == "address":
        return translate("Import", "There is no address in it.")
    return translate("Import", "The row says nothing that PeerDesk could show.")
