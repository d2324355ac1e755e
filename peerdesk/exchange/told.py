"""What the small tables of a package tell about services and locations, read before those."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from peerdesk.exchange import cleaning
from peerdesk.exchange.categories import categories
from peerdesk.exchange.cleaning import tidy
from peerdesk.exchange.package import Member
from peerdesk.exchange.tables import Table

Fields = dict[str, str]


class Told:
    """Keyed by ids as published; each id's words in the order they came."""

    def __init__(self, members: Mapping[str, Sequence[Member]]) -> None:
        self._members = members
        self._terms: dict[str, list[str]] = {}
        self._eligible: dict[str, list[str]] = {}
        self._fees: dict[str, list[str]] = {}
        self._access: dict[str, list[str]] = {}
        self._hidden: set[str] = set()
        self._look()

    def _rows(self, table: str) -> Iterator[Fields]:
        for member in self._members.get(table, ()):
            rows = Table(member.label, member.read())
            for _, cells in rows:
                yield dict(zip(rows.headings, map(tidy, cells), strict=True))

    def _look(self) -> None:
        names = {f.get("id", ""): f.get("name", "") for f in self._rows("taxonomy_term")}
        for fields in self._rows("service_taxonomy"):
            service = fields.get("service_id") or fields.get("link_id", "")
            term = fields.get("taxonomy_term_id") or fields.get("taxonomy_id", "")
            self._terms.setdefault(service, []).append(names.get(term, ""))
        for fields in self._rows("eligibility"):
            words = fields.get("eligibility", "")
            self._eligible.setdefault(fields.get("service_id", ""), []).append(words)
        for fields in self._rows("cost_option"):
            amount = fields.get("amount", "") or fields.get("amount_description", "")
            self._fees.setdefault(fields.get("service_id", ""), []).append(amount)
        for fields in self._rows("accessibility"):
            words = " ".join(v for k, v in fields.items() if k != "id" and not k.endswith("_id"))
            self._access.setdefault(fields.get("location_id", ""), []).append(words)
        for fields in self._rows("address"):
            if cleaning.hidden(" ".join(fields.values())):
                self._hidden.add(fields.get("location_id", ""))

    def service(self, raw: str, values: dict[str, object]) -> None:
        """Fold in what other tables say; work out category, free and by appointment."""
        words = self._eligible.get(raw, []) if raw else []
        if not values["eligibility_description"]:
            values["eligibility_description"] = "; ".join(dict.fromkeys(filter(None, words)))
        terms = self._terms.get(raw, []) if raw else []
        values["category"] = categories(str(values["name"]), str(values["description"]), terms)
        fees = str(values["fees_description"])
        costs = self._fees.get(raw, []) if raw else []
        clear = [fees] if fees else costs
        values["free"] = int(bool(clear) and all(map(cleaning.free, clear)))
        values["by_appointment"] = int(cleaning.by_appointment(str(values["application_process"])))
        values["status"] = cleaning.status(str(values["status"]))

    def location(self, raw: str, values: dict[str, object]) -> None:
        """Step-free access and hidden addresses, from the tables that tell."""
        values["location_type"] = cleaning.kind_of_place(str(values["location_type"]))
        words = " ".join(self._access.get(raw, [])) if raw else ""
        values["step_free"] = int(cleaning.step_free(words))
        told = bool(raw) and raw in self._hidden
        values["hide_address"] = int(told or cleaning.hidden(str(values["description"])))
