"""SQL about one row: the columns an import writes, what they will be, and what a hidden place
keeps back."""

from __future__ import annotations

from collections.abc import Collection

from peerdesk.exchange.hsds_shape import EXTRA, KEPT_BY_HAND, Shape
from peerdesk.exchange.meaning import WITHHELD


def text_id(uid: str) -> str:
    """SQL: the column ``uid`` as a UUID is written."""
    cuts = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
    parts = " || '-' || ".join(f"substr(hex({uid}), {at}, {length})" for at, length in cuts)
    return f"lower({parts})"


HIDDEN_PLACES = "SELECT id FROM main.location WHERE hide_address"
SERVICES_THERE = (
    "SELECT h.service_id FROM main.service_at_location AS h JOIN main.location AS l"
    " ON l.id = h.location_id WHERE l.hide_address"
)


def near_hidden(shape: Shape) -> str:
    """SQL: whether the row ``t`` tells about a place that is not to be shown; blank: it cannot."""
    if shape.table == "location":
        return "t.hide_address"
    services = "t.id" if shape.table == "service" else "t.service_id"
    terms = []
    if "location_id" in shape.refs:
        terms.append(f"t.location_id IN ({HIDDEN_PLACES})")
    if shape.table == "service" or "service_id" in shape.refs:
        terms.append(f"{services} IN ({SERVICES_THERE})")
    return " OR ".join(terms)


def columns_of(shape: Shape) -> tuple[str, ...]:
    """What an import writes of a row, but for its references."""
    return tuple(c for c in shape.columns if (shape.table, c) not in KEPT_BY_HAND)


def new_values(shape: Shape, filled: Collection[str]) -> dict[str, str]:
    """Each filled column with what it will be, in terms of the staged row ``x`` and the shelf's
    ``t``; what the package does not have stays as it is."""
    values = {c: f"x.{c}" for c in columns_of(shape) if c in filled}
    if shape.table == "service":
        values["category"] = "CASE t.category_by_hand WHEN 1 THEN t.category ELSE x.category END"
    # what a package does not say about a hidden place is not gone: our own export leaves it out
    if shape.table == "service_at_location" and "description" in filled:
        hidden = f"x.description = '' AND t.location_id IN ({HIDDEN_PLACES})"
        values["description"] = f"CASE WHEN {hidden} THEN t.description ELSE x.description END"
    near = near_hidden(shape)
    if near and EXTRA in filled:
        values[EXTRA] = f"CASE WHEN x.extra = '' AND ({near}) THEN t.extra ELSE x.extra END"
    if shape.table == "location" and "hide_address" in filled:
        values = {
            c: f"CASE x.hide_address WHEN {WITHHELD} THEN t.{c} ELSE {v} END"
            for c, v in values.items()
        }
    for column, target in shape.refs.items():
        if column in filled:
            values[column] = f"(SELECT id FROM main.{target} WHERE uid = x.{column})"
    return values
