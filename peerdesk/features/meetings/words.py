"""Words for what is stored as a key; no Qt in here."""

from __future__ import annotations

from peerdesk.core.text import Text, translate

STATUS: dict[str, Text] = {
    "here": translate("Meetings", "Here"),
    "phone": translate("Meetings", "By phone"),
    "online": translate("Meetings", "Online"),
    "apologies": translate("Meetings", "Sent apologies"),
    "away": translate("Meetings", "Not here"),
    "unknown": translate("Meetings", "Unknown"),
}
"""In the order of the buttons."""

SHORT: dict[str, Text] = {
    "phone": translate("Meetings", "phone", "how somebody was here"),
    "online": translate("Meetings", "online", "how somebody was here"),
    "apologies": translate("Meetings", "sent apologies", "why somebody was not here"),
}
"""Behind a name."""

STATUS_KEY: dict[str, Text] = {
    "here": translate("Meetings", "H", "the key for: here"),
    "phone": translate("Meetings", "P", "the key for: by phone"),
    "online": translate("Meetings", "O", "the key for: online"),
    "apologies": translate("Meetings", "A", "the key for: sent apologies"),
    "away": translate("Meetings", "N", "the key for: not here"),
    "unknown": translate("Meetings", "U", "the key for: unknown"),
}

LATE_KEY = translate("Meetings", "L", "the key for: came late")

STATUS_KIND = {"here": "ok", "phone": "accent", "online": "accent"}
"""Kinds of ``widgets.Tag``; the others are neutral."""

KIND: dict[str, Text] = {
    "welcome": translate("Meetings", "Welcome"),
    "agreement": translate("Meetings", "Agreement"),
    "round": translate("Meetings", "Check-in round"),
    "topic": translate("Meetings", "Topic"),
    "main": translate("Meetings", "Main part"),
    "pairs": translate("Meetings", "Twos or threes"),
    "exercise": translate("Meetings", "Exercise"),
    "services": translate("Meetings", "Help nearby"),
    "break": translate("Meetings", "Break"),
    "closing": translate("Meetings", "Closing round"),
}
"""Kinds of agenda items, as in ``store.evening.KINDS``."""

WAY: dict[str, Text] = {
    "in person": translate("Meetings", "In person"),
    "phone": translate("Meetings", "By phone"),
    "online": translate("Meetings", "Online"),
    "mixed": translate("Meetings", "In person and from home"),
}

HOW: dict[str, Text] = {
    "weekly": translate("Meetings", "Every week"),
    "fortnightly": translate("Meetings", "Every two weeks"),
    "monthly": translate("Meetings", "Once a month"),
    "twice": translate("Meetings", "Twice a month"),
    "once": translate("Meetings", "Only once"),
}

NTH: dict[int, Text] = {
    1: translate("Meetings", "on the first {day} of the month"),
    2: translate("Meetings", "on the second {day} of the month"),
    3: translate("Meetings", "on the third {day} of the month"),
    4: translate("Meetings", "on the fourth {day} of the month"),
    -1: translate("Meetings", "on the last {day} of the month"),
}


WEEK: dict[int, Text] = {
    1: translate("Meetings", "First week", "of the month"),
    2: translate("Meetings", "Second week", "of the month"),
    3: translate("Meetings", "Third week", "of the month"),
    4: translate("Meetings", "Fourth week", "of the month"),
    -1: translate("Meetings", "Last week", "of the month"),
}
"""Weeks of a month, for once a month."""

TWO_WEEKS: dict[int, Text] = {
    1: translate("Meetings", "First and third week", "of the month"),
    2: translate("Meetings", "Second and fourth week", "of the month"),
}

TWICE: dict[int, Text] = {
    1: translate("Meetings", "on the first and third {day} of the month"),
    2: translate("Meetings", "on the second and fourth {day} of the month"),
}

ROLE: dict[str, Text] = {
    "lead": translate("Meetings", "Who leads"),
    "co-facilitator": translate("Meetings", "Who leads with them"),
    "greeter": translate("Meetings", "Who holds the door"),
    "timekeeper": translate("Meetings", "Who keeps the time"),
    "resources": translate("Meetings", "Who looks after the table with leaflets"),
    "host": translate("Meetings", "Who looks after people joining from home"),
}
"""The roles of an evening, as the labels of their fields."""

ROLE_SHORT: dict[str, Text] = {
    "lead": translate("Meetings", "Leads"),
    "co-facilitator": translate("Meetings", "With them"),
    "greeter": translate("Meetings", "Door"),
    "timekeeper": translate("Meetings", "Time"),
    "resources": translate("Meetings", "Leaflets"),
    "host": translate("Meetings", "From home"),
}
"""The same in a list."""


def place_and_way(place: str, way: str) -> Text | str:
    """ "Blue room and phone": the tag on Today; "" when nothing is known."""
    if not place:
        return "" if way == "in person" else WAY.get(way, way)
    if way == "mixed":
        return translate("Meetings", "{place}, and from home").format(place=place)
    if way in ("phone", "online"):
        return WAY[way]
    return place
