"""Reads a package into the staging file, table after table, parents first."""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress
from operator import itemgetter

from peerdesk.core.errors import Cancelled
from peerdesk.core.text import translate
from peerdesk.exchange.allowance import Allowance, weight
from peerdesk.exchange.cleaning import clean_column, exact_column
from peerdesk.exchange.hsds_shape import SHAPES, tables_of
from peerdesk.exchange.known import Known
from peerdesk.exchange.package import Member, Package, no_services
from peerdesk.exchange.report import Found, Problem
from peerdesk.exchange.rows import Maker
from peerdesk.exchange.staging import Staging
from peerdesk.exchange.tables import Table
from peerdesk.exchange.told import Told

LOT = 500
_FIRST = itemgetter(0)
Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


def read(
    package: Package,
    staging: Staging,
    allowance: Allowance,
    progress: Progress,
    cancelled: IsCancelled,
) -> Found:
    """Fill ``staging``; ``progress`` gets (bytes read, bytes in all).

    Raises Cancelled, or KnownError when a file cannot be read, there are too many rows for the
    size of the package, or no service came in.
    """
    found = Found()
    members: dict[str, list[Member]] = {}
    tables = tables_of([m.name for m in package.members])
    cleaned = exact_column if package.exact else clean_column
    for member in package.members:
        table = tables.get(member.name, "")
        if table:
            members.setdefault(table, []).append(member)
        else:
            found.not_kept.append(member.label)
    known = Known(package.key)
    total = sum(m.size for m in package.members) or 1
    told = Told(members, allowance)
    done = 0
    links: list[tuple[bytes, str]] = []
    for table, shape in SHAPES.items():
        for member in members.get(table, ()):
            rows = Table(member.label, member.read())
            headings = rows.headings
            maker = Maker(
                shape,
                member,
                headings,
                known,
                told,
                staging,
                found,
                allowance,
                package.exact,
            )
            if maker.knows_headings:
                for numbers, lot in rows.lots(LOT):
                    if cancelled():
                        raise Cancelled
                    if not all(map(_FIRST, lot)):
                        # spreadsheets write blank rows by the thousand
                        full = list(map(any, lot))
                        numbers, lot = list(compress(numbers, full)), list(compress(lot, full))
                    allowance.spend(len(lot) * weight(table))
                    if lot:
                        maker.lot(numbers, [cleaned(c) for c in zip(*lot, strict=True)])
            elif not rows.problems and any(rows.headings):
                words = translate(
                    "Import",
                    "None of the headings in this file is one PeerDesk knows, so nothing of it "
                    "came in.",
                )
                found.add(Problem(member.label, 1, words))
            for problem in rows.problems:
                found.add(problem)
            links += maker.links_of_services
            done += member.size
            progress(done, total)
            if cancelled():
                raise Cancelled
    for owner, raw in links:
        term = known.find("taxonomy_term", raw)
        if term is not None:
            uid = known.natural("service_taxonomy", owner, term)
            if known.once("service_taxonomy", uid):
                columns = {"service_id": [owner], "taxonomy_term_id": [term]}
                staging.add("service_taxonomy", [uid], columns)
    if not found.services:
        raise no_services(package.source)
    return found
