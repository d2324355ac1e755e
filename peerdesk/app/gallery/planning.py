"""What is planned before a meeting: other agendas, the topic box, how the group meets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface

if TYPE_CHECKING:
    from peerdesk.app.main_window import MainWindow
    from peerdesk.features.meetings.page import MeetingsPage

SLIPS = (
    ("How do I tell my boss that I need a day off?", 5),
    ("Sleep, when the house is loud", 3),
    ("What helps before a hard phone call?", 0),
)


def _page(stage: Stage) -> tuple[MainWindow, MeetingsPage]:
    window = stage.signed_in("meetings", names=True).window
    return window, cast("MeetingsPage", window.pages["meetings"])


def _view(kind: str) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        window, page = _page(stage)
        coming = page.service.next_meeting()
        assert coming is not None, "the made-up group meets every week"
        page.open_item("agenda", coming.uid)
        page.open_item(kind, coming.uid)
        return window

    return make


def topic_box(stage: Stage) -> QWidget:
    """Three slips, two of them with hands, and one that was used."""
    window, page = _page(stage)
    service = page.service
    coming = service.next_meeting()
    assert coming is not None, "the made-up group meets every week"
    if not service.topics():
        for words, hands in SLIPS:
            service.set_votes(service.ask(words), hands)
    page.open_item("agenda", coming.uid)
    page.open_item("topics", coming.uid)
    return window


def template_file(stage: Stage) -> QWidget:
    """What a file from another centre holds, before it is kept."""
    from peerdesk.exchange import agenda_file

    window, page = _page(stage)
    _view("templates")(stage)
    path = stage.desk.workspace.path.with_name("Walk and talk" + agenda_file.ENDING)
    part = agenda_file.AgendaPart
    walk = agenda_file.Agenda(
        "Walk and talk",
        "For dry evenings: most of it outside.",
        (
            part("Meet at the door", 5, "welcome", "“Say how far you can walk. We go that far.”"),
            part("Walk in twos", 40, "pairs", "“Change partners at the bridge, if you like.”"),
            part("Closing round", 15, "closing"),
        ),
    )
    agenda_file.save(walk, path)
    page.card.agenda.templates.open_file(path)
    return window


def round_part(stage: Stage) -> QWidget:
    """A round is chosen: how long each has, who leads, what one could say."""
    window, page = _page(stage)
    _view("agenda")(stage)
    rows = page.card.agenda.list.rows
    next(r for r in rows if r.part is not None and r.part.kind == "round").click()
    return window


SURFACES = (
    Surface("meeting-round", round_part),
    Surface("meeting-templates", _view("templates")),
    Surface("meeting-template-file", template_file),
    Surface("meeting-topics", topic_box),
    Surface("meeting-ways", _view("ways")),
)
