"""What people do again and again on the way to their keys."""

from __future__ import annotations

import html
import re

from peerdesk.features.keys.service import Made

from .conftest import Seat
from .person import Person
from .walks import NAME, PASSWORD, SIGN_IN, SIX_WORDS, signs_in


def to_keys(person: Person, name: str = NAME, password: str = PASSWORD) -> None:
    """Sign in and go to "Who can open this" as one would."""
    signs_in(person, name, password)
    person.waits_for_window("MainWindow")
    person.presses("Settings")
    person.presses("My password and my sheet")
    person.waits_for("Keys of the group")


def locks(sit_down: Seat, person: Person) -> Person:
    person.presses("Lock now")
    _desk, person = sit_down.come_back()
    return person


def confirms(person: Person, go: str = "Continue") -> None:
    person.types(SIGN_IN, NAME)
    person.types(SIX_WORDS, PASSWORD)
    person.presses(go)


def marked(page: str) -> list[tuple[str, str]]:
    return [
        (f"Word {at}", word)
        for at, word in re.findall(r"<td[^>]*>(\d+)\xa0 <b>▸ (\w+)</b>", html.unescape(page))
    ]


def words_on(page: str) -> str:
    found = re.findall(r"<td[^>]*>\d+\xa0 (?:<b>▸ )?(\w+)", html.unescape(page))
    assert len(found) == 20
    return " ".join(found)


def types_two_parts(person: Person, group: Made, was: str = "None of these") -> None:
    person.waits_for("I forgot my password")
    person.presses("I forgot my password")
    person.presses("Two of the group's recovery parts")
    person.presses("Continue")
    person.types("Part 1", group.parts[0])
    person.types("Part 2", group.parts[1])
    person.presses("Continue")
    person.waits_for("Which of these were you?")
    if was != "None of these":
        assert not person.sees(was), "nobody is signed in, and the computer is shared"
        person.presses("Show names")
    person.presses(was)
    person.presses("Continue")
    person.waits_for("Choose a sign-in name")
