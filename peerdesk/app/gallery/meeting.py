"""The window of a running meeting: names closed, its questions, and what Today says of one left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface
from peerdesk.app.gallery.tonight import Evening
from peerdesk.app.tonight.code_dialog import CodeDialog
from peerdesk.app.tonight.window import TonightWindow

CODE = "2468"


class _Running(TonightWindow):
    """Closes its evening with itself."""

    def __init__(self, evening: Evening) -> None:
        self.evening = evening
        evening.service.set_code(CODE)
        super().__init__(evening.service)

    def release(self) -> None:
        super().release()
        self.evening.close()


def _window(prepare: Callable[[TonightWindow], object]) -> Callable[[Stage], QWidget]:
    def make(_stage: Stage) -> QWidget:
        evening = Evening()
        evening.until_ana()
        window = _Running(evening)
        prepare(window)
        return window

    return make


def _closed(window: TonightWindow) -> None:
    window.close_names(strict=True)


def _asks_code(window: TonightWindow) -> None:
    window.close_names(strict=True)
    window.ask_code()
    window.code.code.setText("1111")
    window.code.show_button.click()


def _no_code(window: TonightWindow) -> None:
    window.service.set_code("")
    window.close_names(strict=True)
    window.ask_code()


def code_dialog(_stage: Stage) -> QWidget:
    """A code before the meeting starts, on a computer of two groups."""
    dialog = CodeDialog(evenings=["Tuesday Circle", "Evening walkers"])
    dialog.digits.setText(CODE)
    return dialog


def left_meeting(stage: Stage) -> QWidget:
    """After a power cut."""
    from peerdesk.features.meetings.service import MeetingsService

    signed = stage.signed_in("today", names=True)
    cabinet = signed.context.cabinet
    assert signed.evening is not None
    assert cabinet is not None
    meetings = MeetingsService(cabinet, signed.session.shelf)
    coming = meetings.next_meeting()
    assert coming is not None
    sheets = signed.evening.sheets
    file_id, _key = sheets.begin(meetings.plan_for(coming.uid), CODE)
    signed.evening.changed.emit()
    sheets.forget(file_id)  # the next screen finds the house as it was
    return signed.window


SURFACES = (
    Surface("names-closed", _window(_closed)),
    Surface("names-code", _window(_asks_code)),
    Surface("names-no-code", _window(_no_code)),
    Surface("minutes-passed", _window(lambda window: window.ask_gap(12 * 60_000))),
    Surface("meeting-end", _window(TonightWindow.ask_end)),
    Surface("meeting-leave", _window(TonightWindow.close)),
    Surface("evening-code", code_dialog),
    Surface("today-left", left_meeting),
)
