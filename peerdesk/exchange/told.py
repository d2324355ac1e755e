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
TERM, TERMS = 200, 50  # letters of a term, and terms of a service, that tell its category


class Told:
    """Keyed by ids as published; each id's words in the order they came."""

    def __init__(self, members: Mapping[str, Sequence[Member]], allowance: Allowance) -> None:
        self._members = members
        self._allowance = allowance
        self._terms: dict[str, list[str]] = {}
        self._eligible: dict[str, list[str]] = {}
        self._pay: dict[str, list[str]] = {}
        self._fees: dict[str, list[str]] = {}
        self._access: dict[str, list[str]] = {}
        self._hidden: set[str] = set()
        # Hostile rows may ask for the same id again and again: what takes work is done once, and
        # words are given out to each id twice at most (a lot is tried at once, then by the row).
        self._no_cost: dict[str, int] = {}
        self._level: dict[str, int] = {}
        self._words_left = 0
        self._look()
        folded = (*self._eligible.values(), *self._pay.values())
        self._words_left = 2 * sum(len(w) for told in folded for w in told)
        for told in (self._terms, self._eligible, self._pay, self._fees, self._access):
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
        codes: dict[str, str] = {}
        if "service_taxonomy" in self._members:
            for f in self._rows("taxonomy_term"):
                names[f.get("id", "")] = f.get("name", "")
                codes[f.get("id", "")] = f.get("code", "")
        for fields in self._rows("service_taxonomy"):
            service = fields.get("service_id") or fields.get("link_id", "")
            term = fields.get("taxonomy_term_id") or fields.get("taxonomy_id", "")
            told = self._terms.setdefault(service, [])
            told += [words[:TERM] for words in (names.get(term, ""), codes.get(term, "")) if words]
        for fields in self._rows("eligibility"):
            words = fields.get("eligibility", "")
            self._eligible.setdefault(fields.get("service_id", ""), []).append(words)
        for fields in self._rows("payments_accepted"):
            words = fields.get("payment", "")
            self._pay.setdefault(fields.get("service_id", ""), []).append(words)
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
        return self._joined(self._eligible.get(raw, ()))

    @property
    def pays(self) -> bool:
        """Whether there is a 1.1 table of ways to pay."""
        return bool(self._pay)

    def payments(self, raw: str) -> str:
        """How one may pay, from the 1.1 table."""
        return self._joined(self._pay.get(raw, ()))

    def _joined(self, words: Sequence[str]) -> str:
        if words:
            self._words_left -= sum(map(len, words))
        return "; ".join(dict.fromkeys(filter(None, words))) if self._words_left >= 0 else ""

    def category(self, raw: str, name: str, description: str) -> str:
        """Plain categories, also from the service's taxonomy terms."""
        return categories(name, description, self._terms.get(raw, ())[:TERMS])

    def free(self, raw: str, fees: str) -> int:
        """1 where it is clear that nothing is to be paid."""
        if fees:
            return int(cleaning.free(fees))
        costs = self._fees.get(raw)
        if costs and raw not in self._no_cost:
            self._no_cost[raw] = int(all(map(cleaning.free, costs)))
        return self._no_cost.get(raw, 0)

    def step_free(self, raw: str) -> int:
        """1 where it is clear that one gets in without steps."""
        words = self._access.get(raw)
        if words and raw not in self._level:
            self._level[raw] = int(cleaning.step_free(" ".join(words)))
        return self._level.get(raw, 0)

    def hidden(self, raw: str, description: str) -> int:
        """1 where the address is not meant to be shown."""
        return int(raw in self._hidden or (bool(description) and cleaning.hidden(description)))
