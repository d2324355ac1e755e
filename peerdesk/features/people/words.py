"""Fields, roles and purposes of the People room, with their lazy words; no Qt in here.

Keys are stored in the cabinet; words are only ever shown.
"""

from __future__ import annotations

from typing import Literal

from peerdesk.core.text import Text, translate

PREFER_NOT = "prefer not to say"
"""Stored as it stands, so that it is never mistaken for blank; shown in the reader's language."""

Field = Literal[
    "name",
    "pronouns",
    "role",
    "safe_contact",
    "phone",
    "email",
    "emergency_who",
    "emergency_phone",
    "languages",
    "access_needs",
    "since",
    "code",
    "usual_way",
    "whereabouts",
]

ROLES: dict[str, Text] = {
    "facilitator": translate("People", "Facilitator"),
    "co-facilitator": translate("People", "Co-facilitator"),
    "helper": translate("People", "Helper"),
    "member": translate("People", "Member"),
    "new": translate("People", "New"),
}
"""In the order in which the list sorts them."""

USUAL_WAYS: dict[str, Text] = {
    "": translate("People", "Not known"),
    "here": translate("People", "In the room"),
    "phone": translate("People", "By phone"),
    "online": translate("People", "Online"),
}
"""How somebody mostly takes part."""

LABELS: dict[Field, Text] = {
    "name": translate("People", "Name used in the group"),
    "pronouns": translate("People", "Pronouns"),
    "role": translate("People", "Role"),
    "safe_contact": translate("People", "How to reach safely"),
    "phone": translate("People", "Phone"),
    "email": translate("People", "Email"),
    "emergency_who": translate("People", "In an emergency, as agreed"),
    "emergency_phone": translate("People", "Their phone"),
    "languages": translate("People", "Languages"),
    "access_needs": translate("People", "What makes it easier to take part"),
    "since": translate("People", "Here since"),
    "code": translate("People", "Code, if the name should not be written down"),
    "usual_way": translate("People", "Takes part mostly"),
    "whereabouts": translate("People", "Where they join from, for an emergency"),
}

CHANGED: dict[Field, Text] = {
    "name": translate("People", "Changed the name of {name}"),
    "pronouns": translate("People", "Changed the pronouns of {name}"),
    "role": translate("People", "Changed the role of {name}"),
    "safe_contact": translate("People", "Changed how to reach {name}"),
    "phone": translate("People", "Changed the phone of {name}"),
    "email": translate("People", "Changed the email of {name}"),
    "emergency_who": translate("People", "Changed the emergency contact of {name}"),
    "emergency_phone": translate("People", "Changed the emergency contact of {name}"),
    "languages": translate("People", "Changed the languages of {name}"),
    "access_needs": translate("People", "Changed what makes it easier for {name}"),
    "since": translate("People", "Changed since when {name} is here"),
    "code": translate("People", "Changed the code of {name}"),
    "usual_way": translate("People", "Changed how {name} takes part"),
    "whereabouts": translate("People", "Changed where {name} joins from"),
}

MAY_PREFER_NOT: frozenset[Field] = frozenset(
    {"pronouns", "phone", "email", "emergency_who", "languages", "access_needs", "since"}
)

PURPOSES: dict[str, Text] = {
    "agreement": translate("People", "group agreement"),
    "text": translate("People", "contact by text"),
    "call": translate("People", "contact by phone call"),
    "emergency": translate("People", "emergency contact"),
    "whereabouts": translate("People", "helpers may know where they join from"),
    "photos": translate("People", "photos"),
}
REFUSED: dict[str, Text] = {
    "agreement": translate("People", "group agreement not agreed"),
    "text": translate("People", "no texts"),
    "call": translate("People", "no phone calls"),
    "emergency": translate("People", "no emergency contact"),
    "whereabouts": translate("People", "helpers may not know where they join from"),
    "photos": translate("People", "no photos"),
}

NAME_NEEDED = translate("People", "A name is needed here. It can be any name used in the group.")
NAME_STAYS = translate(
    "People", "A name is needed here. It can be any name used in the group. The old one stays."
)
SINCE_UNCLEAR = translate(
    "People", "This date could not be read, so the old one stays. Try “2026” or “March 2026”."
)
GONE = translate("People", "This person is not in the list any more. Nothing was changed.")


def role_words(role: str) -> Text | str:
    """A role as words; one this version does not know is shown as it is stored."""
    return ROLES.get(role, role)
