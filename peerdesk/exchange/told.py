"""What the small tables of a package tell about services and locations, read before those."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from peerdesk.exchange import cleaning
from peerdesk.exchange.allowance import Allowance
from peerdesk.exchange.categories import categories
from peerdesk.exchange.cleaning import tidy
from peerdesk.exchange.package import Member
from peerdesk.exchange.tables import Table

Fields = dict[str, str]
LOT = 500


class Told:
    """Keyed by ids as published; each id's words in the order they came."""

    def __init__(self, members: Mapping[str, Sequence[Member]], allowance: Allowance) -> None:
        self._members = members
        self._allowance = allowance
        self._terms: dict[str, list[str]] = {}
        self._eligible: dict[str, list[str]] = {}
        self._fees: dict[str, list[str]] = {}
        self._access: dict[str, list[str]] = {}
        self._hidden: set[str] = set()
        self._look()
        for told in (self._terms, self._eligible, self._fees, self._access):
            told.pop("", None)  # a row without id has not been told about
        self._hidden.discard("")

    def _rows(self, table: str) -> Iterator[Fields]:
        for member in self._members.get(table, ()):
            rows = Table(member.label, member.read())
            for _, lot in rows.lots(LOT):
                self._allowance.spend(len(lot))
                for cells in lot:
                    yield dict(zip(rows.headings, map(tidy, cells), strict=True))

    def _look(self) -> None:
        names: dict[str, str] = {}
        if "service_taxonomy" in self._members:
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
        for member in self._members.get("address", ()):
            data = member.read().lower()
            if any(word in data for word in cleaning.HIDING):
                self._hidden |= {
                    f.get("location_id", "")
                    for f in self._rows("address")
                    if cleaning.hidden(" ".join(f.values()))
                }

    def eligibility(self, raw: str) -> str:
        """Who a service is for, from the 1.1 table."""
        return "; ".join(dict.fromkeys(filter(None, self._eligible.get(raw, ()))))

    def category(self, raw: str, name: str, description: str) -> str:
        """Plain categories, also from the service's taxonomy terms."""
        return categories(name, description, self._terms.get(raw, ()))

    def free(self, raw: str, fees: str) -> int:
        """1 where it is clear that nothing is to be paid."""
        if fees:
            return int(cleaning.free(fees))
        costs = self._fees.get(raw)
        return int(bool(costs) and all(map(cleaning.free, costs or ())))

    def step_free(self, raw: str) -> int:
        """1 where it is clear that one gets in without steps."""
        words = self._access.get(raw)
        return int(bool(words) and cleaning.step_free(" ".join(words or ())))

    def hidden(self, raw: str, description: str) -> int:
        """1 where the address is not meant to be shown."""
        return int(raw in self._hidden or (bool(description) and cleaning.hidden(description)))
