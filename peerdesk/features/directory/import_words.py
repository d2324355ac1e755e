"""How an import says things: fields by the names they have on the page, and what stands in them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from peerdesk.core.clock import Clock
from peerdesk.core.text import Text, translate
from peerdesk.exchange.hours import CODES
from peerdesk.features.directory.import_service import Listing, listing
from peerdesk.features.directory.showing import CATEGORY_NAMES, KIND_NAMES
from peerdesk.store.place import Place
from peerdesk.ui.dates import day_month
from peerdesk.ui.text import render

_OTHER = translate("Directory", "Other details")
_NAMES: dict[str, Text] = {
    "service.name": translate("Directory", "Name"),
    "service.alternate_name": translate("Directory", "Other name"),
    "service.description": translate("Directory", "What it does"),
    "service.url": translate("Directory", "On the web"),
    "service.email": translate("Directory", "E-mail"),
    "service.status": translate("Directory", "Whether it runs"),
    "service.application_process": translate("Directory", "How to get in"),
    "service.fees_description": translate("Directory", "Cost"),
    "service.free": translate("Directory", "There is nothing to pay"),
    "service.by_appointment": translate("Directory", "By appointment"),
    "service.eligibility_description": translate("Directory", "Who"),
    "service.minimum_age": translate("Directory", "From what age"),
    "service.maximum_age": translate("Directory", "Up to what age"),
    "location.step_free": translate("Directory", "No steps on the way in"),
    "service.alert": translate("Directory", "Notice"),
    "service.category": translate("Directory", "Categories"),
    "service.kind": translate("Directory", "What it is"),
    "service.needs_internet": translate("Directory", "Needs the internet"),
    "service.referral": translate("Directory", "Do you have to be sent there?"),
    "organization.name": translate("Directory", "Organization"),
    "phone": translate("Directory", "Phone"),
    "schedule": translate("Directory", "When"),
    "language": translate("Directory", "Languages"),
    "address": translate("Directory", "Where"),
    "accessibility": translate("Directory", "Getting in"),
    "cost_option": translate("Directory", "Cost"),
    "required_document": translate("Directory", "Bring with you"),
    "service_area": translate("Directory", "Area"),
    "contact": translate("Directory", "Whom to ask for"),
}
_YES_NO = frozenset(
    {"service.free", "service.by_appointment", "service.needs_internet", "location.step_free"}
)
_DAYS = re.compile(rf"^((?:{'|'.join(CODES)})(?:,(?:{'|'.join(CODES)}))*) ", re.M)


def field_name(table: str, column: str) -> str:
    """What a field is called on the page."""
    return render(_NAMES.get(f"{table}.{column}", _NAMES.get(table, _OTHER)))


def field_words(table: str, column: str, words: str) -> str:
    """What stands in a field, as a person reads it; a dash for nothing."""
    key = f"{table}.{column}"
    if key in _YES_NO:
        yes = words not in ("", "0")
        return _yes() if yes else QCoreApplication.translate("Directory", "no")
    if key == "service.category":
        names = [render(CATEGORY_NAMES[k]) for k in words.split() if k in CATEGORY_NAMES]
        words = ", ".join(names)
    elif key == "service.kind" and words in KIND_NAMES:
        words = render(KIND_NAMES[words])
    elif column in ("minimum_age", "maximum_age"):
        words = words.removesuffix(".0")
    elif table == "schedule":
        words = _DAYS.sub(lambda found: f"{_days(found[1])} ", words)
    return words or "–"


def _yes() -> str:
    return QCoreApplication.translate("Directory", "yes")


def _days(codes: str) -> str:
    locale = QLocale()
    short = QLocale.FormatType.ShortFormat
    return ", ".join(locale.dayName(CODES.index(code) + 1, short) for code in codes.split(","))


def kind_words(listing: Listing) -> str:
    """What a listing is, unless it is a plain service, and whether it needs the internet."""
    words = []
    if listing.kind != "service":
        words.append(render(KIND_NAMES[listing.kind]))
    if listing.needs_internet:
        words.append(QCoreApplication.translate("Directory", "Needs the internet"))
    return " · ".join(words)


def origin_words(listing: Listing, clock: Clock) -> str:
    """Where a listing comes from and what was changed here; blank for one written here."""
    origin = listing.origin
    if origin is None:
        return ""
    day = clock.local(origin.at).date()
    written = day_month(day)
    if day.year != clock.now().year:
        written = f"{written} {day.year}"
    said = QCoreApplication.translate("Directory", "From: {source}, import of {day}")
    lines = [said.format(source=origin.source, day=written)]
    if origin.changed:
        fields = dict.fromkeys(field_name(table, column) for table, column in origin.changed)
        said = QCoreApplication.translate("Directory", "Changed here: {fields}")
        lines.append(said.format(fields=", ".join(fields)))
    if origin.gone:
        lines.append(QCoreApplication.translate("Directory", "Its directory lists it no more."))
    return "\n".join(lines)


def besides(shelf: Place, clock: Clock, uid: bytes) -> tuple[str, str, str]:
    """What a listing is, our own note on it, and where it comes from."""
    found = listing(shelf, uid)
    return kind_words(found), found.remark, origin_words(found, clock)
