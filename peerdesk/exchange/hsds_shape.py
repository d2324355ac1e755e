"""HSDS 3.0 and the older 1.1 form: which file feeds which table, and what columns were called."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from peerdesk.store.directory import IMPORTED

# file name without ending → our table; several may feed one
FILES: dict[str, str] = {
    "organization": "organization",
    "organizations": "organization",
    "service": "service",
    "services": "service",
    "location": "location",
    "locations": "location",
    "address": "address",
    "addresses": "address",
    "physical_address": "address",
    "physical_addresses": "address",
    "postal_address": "address",
    "postal_addresses": "address",
    "service_at_location": "service_at_location",
    "services_at_location": "service_at_location",
    "service_at_locations": "service_at_location",
    "services_at_locations": "service_at_location",
    "contact": "contact",
    "contacts": "contact",
    "phone": "phone",
    "phones": "phone",
    "schedule": "schedule",
    "schedules": "schedule",
    "regular_schedule": "schedule",
    "regular_schedules": "schedule",
    "holiday_schedule": "schedule",
    "holiday_schedules": "schedule",
    "language": "language",
    "languages": "language",
    "accessibility": "accessibility",
    "accessibility_for_disabilities": "accessibility",
    "cost_option": "cost_option",
    "cost_options": "cost_option",
    "required_document": "required_document",
    "required_documents": "required_document",
    "service_area": "service_area",
    "service_areas": "service_area",
    "program": "program",
    "programs": "program",
    "taxonomies": "taxonomy",
    "taxonomy": "taxonomy_term",  # in 1.1; beside a list of terms it is 3.0's (:func:`tables_of`)
    "taxonomy_term": "taxonomy_term",
    "taxonomy_terms": "taxonomy_term",
    "attribute": "service_taxonomy",
    "attributes": "service_taxonomy",
    "service_attribute": "service_taxonomy",
    "service_attributes": "service_taxonomy",
    "service_taxonomy": "service_taxonomy",
    "services_taxonomy": "service_taxonomy",
    "funding": "funding",
    "fundings": "funding",
    "organization_identifier": "organization_identifier",
    "organization_identifiers": "organization_identifier",
    "metadata": "metadata",
    "meta_table_description": "meta_table_description",
    "meta_table_descriptions": "meta_table_description",
}
# read before the services and folded into them
FOLDED = {
    "eligibility": "eligibility",
    "eligibilities": "eligibility",
    "payment_accepted": "payments_accepted",
    "payments_accepted": "payments_accepted",
}
# where a list of attributes links something other than a service
LINKS = "attribute"
# cells that have no column of ours: a JSON object
EXTRA = "extra"
# Where a cell does not suit the standard (or a reference points to nothing), our export has it as
# it was in a column of this name beside the standard's.
AS_PUBLISHED = "_as_published"


def tables_of(names: Collection[str]) -> dict[str, str]:
    """File name without ending → table (or a value of ``FOLDED``), for those we know."""
    found = {n: t for n in names if (t := FOLDED.get(n) or FILES.get(n, ""))}
    if "taxonomy" in found and not {"taxonomy_term", "taxonomy_terms"}.isdisjoint(names):
        found["taxonomy"] = "taxonomy"
    return found


# what a column of ours may be called elsewhere, after its own name
ALIASES: dict[str, dict[str, tuple[str, ...]]] = {
    "organization": {
        "website": ("url",),
        "parent_organization_id": ("parent_id",),
    },
    "service": {
        "fees_description": ("fees", "fee"),
        "eligibility_description": ("eligibility",),
        "url": ("website",),
    },
    "location": {"url": ("website",)},
    "address": {
        "address_1": ("address1", "street", "street_address"),
        "address_2": ("address2",),
        "state_province": ("state", "province", "county"),
        "postal_code": ("postcode", "zip", "zip_code", "zipcode"),
        "country": ("country_code",),
    },
    "phone": {"number": ("phone", "phone_number", "telephone")},
    "schedule": {
        "byday": ("weekday", "day"),
        "opens_at": ("opens", "open"),
        "closes_at": ("closes", "close"),
        "valid_from": ("start_date",),
        "valid_to": ("end_date",),
        "notes": ("note",),
    },
    "language": {"name": ("language",)},
    "accessibility": {"description": ("accessibility",)},
    "required_document": {"document": ("name",)},
    "service_area": {"name": ("service_area",)},
    "taxonomy_term": {"taxonomy": ("vocabulary",)},
    "service_taxonomy": {
        "service_id": ("link_id",),
        "taxonomy_term_id": ("taxonomy_id",),
        "value": ("taxonomy_detail",),
    },
    "attribute": {"taxonomy_term_id": ("taxonomy_id",)},
}
# columns of ours that only our own packages have, under these headings
OWN: dict[str, dict[str, str]] = {
    "service": {
        c: f"peerdesk_{c}"
        for c in (
            "kind",
            "needs_internet",
            "referral",
            "category",
            "free",
            "by_appointment",
            "when_you_ring",
            "checked_at",
            "checked_how",
        )
    },
    "location": {c: f"peerdesk_{c}" for c in ("step_free", "hide_address")},
}
# columns that no file fills and no package has: worked out, or the words of a centre about others
OURS: dict[str, tuple[str, ...]] = {
    "service": (
        "remark",
        "category_by_hand",
        "archived_at",
        "gone",
        "words_organization",
        "words_place",
        "words_category",
        "marks",
    )
}
# what a person may have set by hand stays as it is when the row comes in again
KEPT_BY_HAND = {
    ("location", "hide_address"),
    ("service", "when_you_ring"),
    ("service", "remark"),
    ("service", "checked_at"),
    ("service", "checked_how"),
}
NUMBERS = frozenset({"minimum_age", "maximum_age", "latitude", "longitude", "amount"})
# things that stand by themselves; all others hang on one of them
ROOTS = frozenset(
    {
        "organization",
        "service",
        "location",
        "taxonomy",
        "taxonomy_term",
        "metadata",
        "meta_table_description",
    }
)
# a row is nothing without one of these
NEEDS: dict[str, tuple[str, ...]] = {
    "organization": ("name",),
    "service": ("name",),
    "address": ("address_1", "city", "postal_code", "address_2", "region", "state_province"),
    "contact": ("name", "title", "email", "department"),
    "phone": ("number",),
    "language": ("name", "code"),
    "accessibility": ("description", "details"),
    "cost_option": ("amount", "option", "amount_description"),
    "required_document": ("document",),
    "service_area": ("name", "description", "extent"),
    "taxonomy_term": ("name",),
    "taxonomy": ("name", "description", "uri"),
    "program": ("name",),
    "funding": ("source",),
    "organization_identifier": ("identifier",),
    "attribute": ("link_id",),
    "metadata": ("resource_id", "field_name", "last_action_type", "last_action_date"),
    "meta_table_description": ("name", "language", "character_set"),
}


@dataclass(frozen=True)
class Shape:
    """One of our tables: ``columns`` a file may fill, ``refs`` column → table it points to."""

    table: str
    columns: tuple[str, ...]
    refs: dict[str, str]
    own: str  # the reference to the same table, "" if there is none
    required: tuple[str, ...]
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def headings(self, column: str) -> tuple[str, ...]:
        """What ``column`` may be called in a file, the likeliest first."""
        own = OWN.get(self.table, {}).get(column)
        return (own,) if own else (column, *self.aliases.get(column, ()))


def _shape(model: object) -> Shape:
    meta = model._meta  # type: ignore[attr-defined]
    table = str(meta.table_name)
    refs = {
        f.column_name: str(f.rel_model._meta.table_name)
        for f in meta.refs
        if f.column_name != "batch_id"
    }
    left = {"id", "uid", "batch_id", *refs, *OURS.get(table, ())}
    return Shape(
        table,
        tuple(str(f.column_name) for f in meta.sorted_fields if f.column_name not in left),
        refs,
        next((c for c, t in refs.items() if t == table), ""),
        tuple(f.column_name for f in meta.refs if not f.null),
        ALIASES.get(table, {}),
    )


SHAPES: dict[str, Shape] = {s.table: s for s in map(_shape, IMPORTED)}
