"""What Local help, a person's page and closing ask of referrals: rooms do not know each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from peerdesk.ui.context import Context
    from peerdesk.ui.room import FoundItem


def extras(context: Context) -> dict[str, Any]:
    """For ``Context.extra`` of somebody with a group; nothing is imported before it is asked
    for."""
    return {
        "find_people": partial(find_people, context),
        "service_categories": partial(service_categories, context),
        "suggest_panel": partial(suggest_panel, context),
        "asked_of": partial(asked_of, context),
        "note_need": partial(note_need, context),
        "to_ask": partial(to_ask, context),
    }


def find_people(context: Context, typed: str) -> list[FoundItem]:
    """People of the group by a beginning of their name; nobody before anything is typed, and
    nobody for another word about them: Enter takes the only one that was found."""
    from peerdesk.features.people.records import fold
    from peerdesk.features.people.service import PeopleService
    from peerdesk.ui.room import FoundItem

    wanted = fold(typed).split()
    if not wanted:
        return []
    return [
        FoundItem(p.name, "", "person", "group", "person", p.uid, names=True)
        for p in PeopleService(context.cabinet).find(typed)
        if all(any(part.startswith(word) for part in fold(p.name).split()) for word in wanted)
    ]


def service_categories(context: Context) -> list[tuple[str, str]]:
    """The plain categories of Local help: key and name."""
    from peerdesk.features.directory.service import DirectoryService
    from peerdesk.ui.text import render

    return [(key, render(name)) for key, name in DirectoryService(context.shelf).categories()]


def suggest_panel(context: Context) -> QWidget:
    """Suggesting a listing to somebody: ``start(uid, name)``, ``closed``."""
    from peerdesk.features.referrals.suggest_panel import SuggestPanel

    return SuggestPanel(context)


def asked_of(context: Context) -> QWidget:
    """How it went for one person: ``show_person(uid)``."""
    from peerdesk.features.referrals.of_person import OfPerson

    return OfPerson(context)


def note_need(context: Context, words: str) -> None:
    """Note what nobody here offers. Raises the KnownErrors of writing."""
    from peerdesk.features.referrals.service import ReferralsService

    ReferralsService(context.cabinet).note_need(words)


def to_ask(context: Context) -> int:
    """How many suggestions nobody asked about yet."""
    from peerdesk.features.referrals.service import ReferralsService

    return ReferralsService(context.cabinet).waiting()
