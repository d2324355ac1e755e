"""Stretches of the way that several journeys share."""

from __future__ import annotations

import html
import re
from pathlib import Path

from PySide6.QtWidgets import QLabel

from peerdesk.core.clock import Clock
from peerdesk.features.keys.plans import Computer, GroupPlan
from peerdesk.features.keys.service import KeysService
from peerdesk.safe.kdf import Kdf
from peerdesk.store.workspace import build

from .person import Person

NAME = "Wilhelmina"
PASSWORD = "mountain paper quiet ladder seven"
SIGN_IN, SIX_WORDS = "Your sign-in name", "Password (six words)"


def make_group(
    workspace: Path, kdf: Kdf, clock: Clock, *, shared: bool = True, password: str = PASSWORD
) -> None:
    """A workspace with one facilitator and the group of Tuesday, without walking there."""
    plan = GroupPlan("Tuesday Circle", 1, "18:30", 90, "Blue room", True)
    computer = Computer(language="en", shared=shared, centre="Riverside Centre", country="GB")
    with build(workspace, clock) as fresh:
        keys = KeysService(fresh, kdf, clock)
        made = keys.first_facilitator(NAME, password, plan, computer)
        keys.parts_printed_at_first_start(made)


def to_purpose(person: Person, purpose: str) -> None:
    """From the first screen of the first start to what it is for."""
    person.waits_for("Welcome to PeerDesk")
    person.presses("Continue")
    person.waits_for("What would you like to do?")
    person.presses(purpose)
    person.presses("Continue")


def writes_down(person: Person) -> str:
    """The six words as they stand on the screen, one under each number."""
    seen = [w.text() for w in person.window.findChildren(QLabel) if w.isVisible()]
    at = [seen.index(f"Word {n}") + 1 for n in range(1, 7)]
    return " ".join(seen[n] for n in at)


def says_who(person: Person, name: str = NAME) -> str:
    """From the sign-in name past the password, typed by four letters; returns the password."""
    person.types(SIGN_IN, name)
    person.presses("Continue")
    password = writes_down(person)
    person.presses("I have written it down")
    person.types(SIX_WORDS, " ".join(word[:4] for word in password.split()))
    person.presses("Continue")
    return password


def to_parts(
    person: Person,
    *,
    name: str = NAME,
    group: str = "Tuesday Circle",
    shared: bool = True,
    public: bool = True,
) -> str:
    """From the purpose to the recovery parts; returns the password."""
    person.waits_for("Whose computer is this?")
    person.presses("A shared computer" if shared else "My own computer")
    person.presses("Continue")
    password = says_who(person, name)
    person.types("Name of the group", group)
    person.types("Place", "Blue room")
    if public:
        person.presses("Show day, time and place on the welcome page")
    person.presses("Continue")
    person.types("Name of the house or centre", "Riverside Centre")
    person.presses("Continue")
    person.waits_for("A way back for your group")
    return password


def marked_words(printed: str) -> dict[str, str]:
    """What a person reads on the printed sheets: the two marked words of each part, by the name of
    the field that asks for them."""
    found = {}
    for number, sheet in enumerate(printed.split("<h1")[1:], start=1):
        for at, word in re.findall(r"<td[^>]*>(\d+)\xa0 <b>▸ (\w+)</b>", html.unescape(sheet)):
            found[f"Part {number}, word {at}"] = word
    return found


def signs_in(person: Person, name: str = NAME, password: str = PASSWORD) -> None:
    """Type and press Open; what comes then is for the journey to say."""
    person.waits_for("I forgot my password")
    person.types(SIGN_IN, name)
    person.types(SIX_WORDS, password)
    person.presses("Open")
