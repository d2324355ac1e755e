"""What team notes and private notes lend each other, as rooms do not know each other: the fields a
note is written in, the panel that says what it belongs to, and the way of a copy to the team."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from peerdesk.ui.context import Context


def extras(context: Context) -> dict[str, Any]:
    """For ``Context.extra`` of somebody with a group; nothing is imported before it is asked
    for."""
    return {
        "note_fields": note_fields,
        "belongs_panel": partial(belongs_panel, context),
        "copy_to_team": partial(copy_to_team, context),
    }


def note_fields() -> tuple[QWidget, QWidget]:
    """A title and a text to write a note in."""
    from peerdesk.features.notes.editor import NoteBody, NoteTitle

    return NoteTitle(), NoteBody()


def belongs_panel(context: Context) -> QWidget:
    """Choosing the meeting or the person a note belongs to."""
    from peerdesk.app.subjects import subjects
    from peerdesk.features.notes.belongs import BelongsPanel

    return BelongsPanel(partial(subjects, context), context.names)


def copy_to_team(context: Context, title: str, body: str) -> bytes:
    """A new team note with these words; its uid. Raises the KnownErrors of writing."""
    from peerdesk.features.team.service import TeamService, keyholder_here

    me = keyholder_here(context.cabinet, context.drawer)
    return TeamService(context.cabinet, me, context.clock).copy(title, body)
