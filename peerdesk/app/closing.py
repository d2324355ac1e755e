"""What closing an evening asks of other rooms, which do not know each other: who sits here, the
names that stand in some words, and a note in one's own drawer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from peerdesk.core.text import translate

if TYPE_CHECKING:
    from peerdesk.ui.context import Context


_LABEL = translate("Closing", "Kept a note for you alone")


def extras(context: Context) -> dict[str, Any]:
    """For ``Context.extra`` of somebody with a group; nothing is imported before it is asked
    for."""
    return {
        "keyholder": partial(keyholder, context),
        "names_in": names_in,
        "names_out": names_out,
        "how_often": partial(how_often, context),
        "note_to_me": partial(note_to_me, context),
    }


def keyholder(context: Context) -> bytes:
    """The uid under which who sits here holds a key to the group."""
    from peerdesk.features.team.service import keyholder_here

    return keyholder_here(context.cabinet, context.drawer)


def how_often(context: Context, person: bytes) -> str:
    """How often somebody came to the evenings they were expected at, in words."""
    from peerdesk.features.meetings.service import MeetingsService
    from peerdesk.ui.text import render

    return render(MeetingsService(context.cabinet).rate(person).sentence)


def names_in(words: str, names: Iterable[str]) -> list[str]:
    """The names that stand in some words."""
    from peerdesk.features.tonight.names import standing_in

    return standing_in(words, names)


def names_out(words: str, names: Iterable[str], instead: str) -> str:
    """Some words with ``instead`` for the names."""
    from peerdesk.features.tonight.names import left_out

    return left_out(words, names, instead)


def note_to_me(context: Context, note: bytes, title: str, words: str, meeting: bytes) -> bytes:
    """Keep words in the drawer: a new note that belongs to the meeting, or ``note`` changed.
    Returns its uid. Raises the KnownErrors of writing."""
    from peerdesk.app.subjects import meeting_words
    from peerdesk.features.meetings.service import MeetingsService
    from peerdesk.features.notes.service import NotesService

    notes = NotesService(context.drawer)
    if note and notes.note(note) is not None:
        notes.save_body(note, words)
        return note
    with context.drawer.operation(_LABEL):
        uid = notes.new_note(title, words)
        view = MeetingsService(context.cabinet).meeting(meeting)
        if view is not None:
            notes.belong_to(uid, "meeting", meeting, meeting_words(view.start.date()))
    return uid
