"""Makes rows of one file into rows of one table, whole and with uids."""

from __future__ import annotations

from collections.abc import Callable

from peerdesk.core.text import Text, translate
from peerdesk.exchange import cleaning
from peerdesk.exchange.hours import CODES, Schedule, maybe, minutes, weekday
from peerdesk.exchange.hsds_shape import NEEDS, NUMBERS, SHAPES, Shape
from peerdesk.exchange.known import Known
from peerdesk.exchange.package import Member
from peerdesk.exchange.report import Found, Problem
from peerdesk.exchange.staging import Staging
from peerdesk.exchange.told import Told

ROOTS = frozenset({"organization", "service", "location", "taxonomy_term"})
Values = dict[str, object]
_YES = frozenset({"1", "true", "t", "yes", "y", "x"})
_SHUT = frozenset({"", "closed"})
_SCHEDULE = tuple(Schedule.__dataclass_fields__)


class Maker:
    """Built once for each file; ``row`` is called for each of its rows."""

    def __init__(
        self,
        shape: Shape,
        member: Member,
        headings: list[str],
        known: Known,
        told: Told,
        staging: Staging,
        found: Found,
    ) -> None:
        self._shape = shape
        self._table = shape.table
        self._member = member
        self._known = known
        self._told = told
        self._staging = staging
        self._found = found
        where = {name: at for at, name in reversed(list(enumerate(headings)))}

        def place(column: str) -> int:
            names = (column, *shape.aliases.get(column, ()))
            return next((where[n] for n in names if n in where), -1)

        self._id = where.get("id", -1)
        self._places = [place(c) for c in shape.columns]
        self._refs = [(c, t, place(c)) for c, t in shape.refs.items() if c != shape.own]
        self._own = place(shape.own) if shape.own else -1
        self._needs = NEEDS.get(self._table, ())
        self._numbers = [c for c in shape.columns if c in NUMBERS]
        self._entity = where.get("link_entity", -1)
        self._terms = where.get("taxonomy_ids", -1) if self._table == "service" else -1
        self._finish: Callable[[str, Values], bool] | None = {
            "service": self._service,
            "location": self._location,
            "address": self._address,
            "schedule": self._schedule,
        }.get(self._table)
        self.knows_headings = any(at >= 0 for at in self._places) or any(
            at >= 0 for _, _, at in self._refs
        )
        self.links_of_services: list[tuple[bytes, str]] = []

    def _say(self, row: int, text: Text, left_out: bool = True) -> None:
        self._found.add(Problem(self._member.label, row, text, left_out))

    def row(self, number: int, cells: list[str]) -> None:
        """Stage one row of cleaned cells, or say why it cannot come in."""
        raw = cells[self._id] if self._id >= 0 else ""
        refs: dict[str, bytes | None] = {}
        pointed = ""
        for column, target, at in self._refs:
            cell = cells[at] if at >= 0 else ""
            refs[column] = self._known.find(target, cell) if cell else None
            if cell and refs[column] is None:
                pointed = cell
        values: Values = {
            c: cells[at] if at >= 0 else ""
            for c, at in zip(self._shape.columns, self._places, strict=True)
        }
        if not any(cells):
            return
        if self._needs and not any(values[c] for c in self._needs):
            self._say(number, _missing(self._table))
            return
        if not self._placed(number, refs, pointed, cells, values):
            return
        for column in self._numbers:
            values[column] = cleaning.number(str(values[column]))
        if self._finish is not None and not self._finish(raw, values):
            return
        if self._own >= 0:
            refs[self._shape.own] = self._known.later(self._table, cells[self._own])
        if self._table == "language":
            for name, code in cleaning.languages(str(values["name"]), str(values["code"])):
                self._stage(number, raw, refs, {**values, "name": name, "code": code})
                raw = ""
        else:
            uid = self._stage(number, raw, refs, values)
            if uid and self._terms >= 0:
                self.links_of_services += [
                    (uid, part.strip()) for part in cells[self._terms].split(",") if part.strip()
                ]

    def _stage(
        self, number: int, raw: str, refs: dict[str, bytes | None], values: Values
    ) -> bytes | None:
        content = (*refs.values(), *values.values())
        short = content
        if self._table in ROOTS and values["name"]:
            short = (values["name"], refs.get("organization_id"))
        claimed = self._known.claim(self._table, raw, short, content)
        if claimed is None:
            return None
        uid, again = claimed
        if again and self._table != "language":
            self._say(
                number,
                translate(
                    "Import",
                    "Another row has the same id ({id}). This one came in as a row of its own.",
                ).format(id=raw),
                False,
            )
        ordered = (refs.get(column) for column in self._shape.refs)
        self._staging.add(self._table, (uid, *ordered, *values.values()))
        if self._table == "service":
            self._found.services += 1
        return uid

    def _placed(
        self,
        number: int,
        refs: dict[str, bytes | None],
        pointed: str,
        cells: list[str],
        values: Values,
    ) -> bool:
        """Whether what the row belongs to came in; a service gets an organization."""
        if self._table == "service":
            if refs["organization_id"] is None:
                refs["organization_id"] = self._organization(str(values["name"]))
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
        needed = self._shape.required or tuple(refs)
        missing = [c for c in needed if refs[c] is None]
        if not missing or (not self._shape.required and len(missing) < len(needed)):
            return True
        if self._entity >= 0 and cells[self._entity].casefold() not in ("", "service", "services"):
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
            shape = SHAPES["organization"]
            texts = (name if c == "name" else "" for c in shape.columns)
            self._staging.add("organization", (uid, *(None for _ in shape.refs), *texts))
        return uid

    # -- what single tables need; False: the row says nothing and is passed over ----------------

    def _service(self, raw: str, values: Values) -> bool:
        self._told.service(raw, values)
        return True

    def _location(self, raw: str, values: Values) -> bool:
        self._told.location(raw, values)
        return True

    def _address(self, _raw: str, values: Values) -> bool:
        postal = self._member.name.startswith("postal")
        kind = str(values["address_type"]) or ("postal" if postal else "")
        values["address_type"] = cleaning.kind_of_place(kind)
        return True

    def _schedule(self, _raw: str, values: Values) -> bool:
        holiday = self._member.name.startswith("holiday")
        values["closed"] = int(holiday or str(values["closed"]).casefold() in _YES)
        number = weekday(str(values["byday"]))
        if number is not None:
            values["byday"] = CODES[number]
            values["freq"] = values["freq"] or "WEEKLY"
        said = [str(values[c]) for c in ("opens_at", "closes_at")]
        words = any(values[c] for c in ("description", "notes", "schedule_link"))
        if not values["closed"] and not words and all(s.casefold() in _SHUT for s in said):
            return False  # a day without times is a day on which it is closed
        for column, cell in zip(("opens_at", "closes_at"), said, strict=True):
            minute = minutes(cell)
            if minute is not None:
                values[column] = f"{minute // 60:02}:{minute % 60:02}"
        texts = {c: values[c] for c in _SCHEDULE}
        schedule = Schedule(**texts)  # type: ignore[arg-type]
        values["maybe_days"], values["opens_minute"], values["closes_minute"] = maybe(schedule)
        return True


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
