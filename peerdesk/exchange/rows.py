"""Makes rows of one file into rows of one table, whole and with uids.

Rows come in lots. A lot in which every row has an id of its own and everything it needs goes
column by column, which is fast; any other is taken row by row, which can say what is missing.
Both use the same code for what the columns mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress, repeat
from typing import Any

from peerdesk.core.text import Text, translate
from peerdesk.exchange import cleaning
from peerdesk.exchange.allowance import Allowance
from peerdesk.exchange.besides import Besides
from peerdesk.exchange.hsds_shape import (
    AS_PUBLISHED,
    EXTRA,
    LINKS,
    NEEDS,
    NUMBERS,
    ROOTS,
    SHAPES,
    Shape,
)
from peerdesk.exchange.known import Known
from peerdesk.exchange.meaning import Columns, Meaning
from peerdesk.exchange.package import Member
from peerdesk.exchange.report import Found, Problem
from peerdesk.exchange.staging import Staging
from peerdesk.exchange.told import Told

# (row number, hash of its cells, its cells, what it points to)
_Row = tuple[int, int, tuple[str, ...], dict[str, bytes | None]]
# tables of which a row may become several rows, or none
_UNEVEN = frozenset({"language", "schedule"})
_SERVICE = frozenset({"", "service", "services"})


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
        exact: bool = False,
    ) -> None:
        self._shape = shape
        self._table = shape.table
        self._member = member
        self._known = known
        self._staging = staging
        self._found = found
        self._allowance = allowance
        self._exact = exact
        where = {name: at for at, name in reversed(list(enumerate(headings)))}

        def place(column: str) -> int:
            return next((where[n] for n in shape.headings(column) if n in where), -1)

        self._id = where.get("id", -1)
        self._places = {c: at for c in shape.columns if c != EXTRA and (at := place(c)) >= 0}
        self._refs = {c: at for c in shape.refs if c != shape.own and (at := place(c)) >= 0}
        self._own = place(shape.own) if shape.own else -1
        needs = NEEDS.get(self._table, ()) if not exact or self._table == "service" else ()
        self._needs = [c for c in needs if c in self._places]
        self._says = bool(self._needs) or not needs
        self._entity = where.get("link_entity", -1) if self._table == "service_taxonomy" else -1
        self._terms = where.get("taxonomy_ids", -1) if self._table == "service" else -1
        self._instead = {
            at: where[c + AS_PUBLISHED]
            for c, at in self._places.items()
            if exact and c + AS_PUBLISHED in where
        }
        used = {*self._places.values(), *self._refs.values(), *self._instead.values()}
        used |= {self._id, self._own, self._entity, self._terms}
        used.discard(-1)
        self._besides = Besides(shape, headings, used, self._refs, allowance)
        if self._besides.too_many:
            words = translate(
                "Import",
                "There are more columns than PeerDesk can keep. The file came in without the last "
                "ones.",
            )
            found.add(Problem(member.label, 1, words, False))
        self._told = told
        self._finish = Meaning(member.name, exact, known, told, allowance).of(self._table)
        self.knows_headings = bool(self._places or self._refs)
        self.links_of_services: list[tuple[bytes, str]] = []
        self._links: Maker | None = None
        if self._entity >= 0:
            link = SHAPES[LINKS]
            self._links = Maker(
                link, member, headings, known, told, staging, found, allowance, exact
            )
        # rows looked at one by one, until their lot is through: all have the same columns
        self._names: tuple[str, ...] = ()
        self._waiting: list[tuple[bytes, tuple[object, ...], tuple[str, ...]]] = []
        self._owners: dict[bytes, str] = {}
        self._said: list[Problem] = []

    def _say(self, row: int, text: Text, left_out: bool = True) -> None:
        self._said.append(Problem(self._member.label, row, text, left_out))

    def lot(self, numbers: Sequence[int], cells: list[list[str]]) -> None:
        """Stage rows: ``cells`` are the cleaned columns of the file."""
        for at, published in self._instead.items():
            cells[at] = [p or c for p, c in zip(cells[published], cells[at], strict=True)]
        if self._links is not None:
            mine = [cell.casefold() in _SERVICE for cell in cells[self._entity]]
            if not all(mine):
                others = [not m for m in mine]
                self._links.lot(*_picked(others, numbers, cells))
                numbers, cells = _picked(mine, numbers, cells)
                if not numbers:
                    return
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
        if not self._says or not _every(cells[self._places[c]] for c in self._needs):
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
            columns[column] = cleaning.numbers(columns[column])
        if self._own >= 0:
            columns[self._shape.own] = [self._known.later(table, c) for c in cells[self._own]]
        more = self._told.payments if self._told.pays and table == "service" else None
        extra = self._besides.of(columns, cells, cells[self._id] if more else (), more)
        if extra is not None or self._exact:
            columns[EXTRA] = [*(extra or [""] * len(uids))]
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
        if not self._says or (self._needs and not any(row[self._places[c]] for c in self._needs)):
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
            if self._table in ROOTS and self._table != "metadata" and not raw:
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
        if pointed:
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


def _picked(
    mine: list[bool], numbers: Sequence[int], cells: list[list[str]]
) -> tuple[list[int], list[list[str]]]:
    """The rows that are mine."""
    return list(compress(numbers, mine)), [list(compress(column, mine)) for column in cells]


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
