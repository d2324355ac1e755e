"""The papers of an evening, and the sheet keyed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface

if TYPE_CHECKING:
    from peerdesk.features.meetings.page import MeetingsPage
    from peerdesk.features.meetings.paper.dialog import PrintDialog


def _page(stage: Stage) -> tuple[QWidget, MeetingsPage]:
    window = stage.signed_in("meetings", names=True).window
    return window, cast("MeetingsPage", window.pages["meetings"])


def _dialog(stage: Stage) -> PrintDialog:
    from peerdesk.features.meetings.paper.dialog import PrintDialog

    _, page = _page(stage)
    coming = page.service.next_meeting()
    assert coming is not None
    return PrintDialog(page.service, stage.signed_in("meetings", names=True).context, coming.uid)


def pack(stage: Stage) -> QWidget:
    """As it opens: the running sheet first."""
    return _dialog(stage)


def large(stage: Stage) -> QWidget:
    """Large print, and the sign-in sheet in sight."""
    made = _dialog(stage)
    for key in ("running", "agreement", "help"):
        made.options.boxes[key].setChecked(False)
    made.options.print_size.set_current(1)
    made.make_pages()
    return made


def proof(stage: Stage) -> QWidget:
    """For one person, who wants the purpose to stand there."""
    made = _dialog(stage)
    for key, box in made.options.boxes.items():
        box.setChecked(key == "proof")
    made.options.for_whom.setCurrentIndex(1)
    made.options.name.setText("Ana Kowalska")
    made.options.say_purpose.setChecked(True)
    made.make_pages()
    return made


def keying(stage: Stage) -> QWidget:
    """Half-way through a sheet, with a number nobody has."""
    window, page = _page(stage)
    coming = page.service.next_meeting()
    assert coming is not None
    page.open_item("attendance", coming.uid)
    panel = page.card.attendance.keying
    panel.open_field()
    panel.line.setText("1 2 4-6 7p 8n +3 55")
    return window


SURFACES = (
    Surface("print-pack", pack),
    Surface("print-large", large),
    Surface("print-proof", proof),
    Surface("keying", keying),
)
