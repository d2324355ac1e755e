"""Words that stand on paper beside a service; no Qt in here."""

from __future__ import annotations

from peerdesk.core.text import Text, translate

WORDS: dict[str, Text] = {
    "title": translate("Directory paper", "Local help"),
    "contents": translate("Directory paper", "What is in here"),
    "now": translate("Directory paper", "If you need help right now"),
    "other": translate("Directory paper", "More help"),
    "ring": translate("Directory paper", "When you ring"),
    "where": translate("Directory paper", "Where"),
    "when": translate("Directory paper", "When"),
    "who": translate("Directory paper", "Who"),
    "cost": translate("Directory paper", "Cost"),
    "languages": translate("Directory paper", "Languages"),
    "apply": translate("Directory paper", "How to get in"),
    "bring": translate("Directory paper", "Bring with you"),
    "numbers": translate("Directory paper", "More numbers"),
    "web": translate("Directory paper", "On the web"),
    "kind": translate("Directory paper", "What it is"),
    "internet": translate("Directory paper", "Needs the internet"),
    "note": translate("Directory paper", "Our own note"),
    "told": translate("Directory paper", "Someone told us that this number did not work."),
    "unanswered": translate("Directory paper", "We rang several times, and nobody answered."),
    "notice": translate("Directory paper", "Please note"),
    "free": translate("Directory paper", "Free"),
    "step_free": translate("Directory paper", "Step-free"),
    "hidden": translate("Directory paper", "The address is not printed. Ring first."),
    "appointment": translate("Directory paper", "By appointment"),
    "unsure": translate("Directory paper", "Not checked yet. Ring before you go."),
    "unsure_no_phone": translate("Directory paper", "Not checked yet. Ask before you go."),
    "empty": translate("Directory paper", "No services are chosen."),
    "foot": translate(
        "Directory paper", "Opening times change. Ring before you go, if there is a number."
    ),
    "every_day": translate("Directory paper", "Every day"),
    "always": translate("Directory paper", "day and night"),
}
"""By the name a template uses."""
PRINTED = translate("Directory paper", "Printed on {day}")
CHECKED = translate("Directory paper", "Checked on {day}")
CHECKED_BY: dict[str, Text] = {
    "phone": translate("Directory paper", "Checked by phone on {day}"),
    "visit": translate("Directory paper", "Checked by a visit on {day}"),
    "website": translate("Directory paper", "Checked on the web on {day}"),
}
ASSURED = translate("Directory paper", "Checked by its directory on {day}")
EXTENSION = translate("Directory paper", "{number}, extension {extension}")
DAYS = translate("Directory paper", "{first} to {last}")
SPEAKS = translate("Directory paper", "They speak {language}.")
SCAN_RING = translate("Directory paper", "Scan with a phone to ring {number}")
SCAN_PAGE = translate("Directory paper", "Scan with a phone to open {page}")
PAGE = translate("Directory paper", "Page {n} of {count}")
CALL = translate("Directory paper", "Phone: {number}")
