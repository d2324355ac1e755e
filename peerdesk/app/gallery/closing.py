"""Closing the evening, in every state it has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface
from peerdesk.core.text import translate

if TYPE_CHECKING:
    from peerdesk.features.meetings.closing.page import ClosingPage

SHEET = b"gallery's evening"[:16]
_LABEL = translate("Demo", "Make up a group")


def _evening(stage: Stage, *, helped: bool = False) -> tuple[QWidget, bytes]:
    """The main window after tonight's meeting, whose sheet was taken over; and the meeting."""
    from peerdesk.app.demo_group import content
    from peerdesk.features.meetings.closing.wiring import service_of
    from peerdesk.store.evening import Came, Extra, Helped, Result

    desk = stage.signed_in("today", names=True)
    service = service_of(desk.context)
    data = content()["tonight"]
    meeting = service.meetings.next_meeting()
    assert meeting is not None
    people = {m.name: m.person for m in service.meetings.attendance(meeting.uid)}

    def status(name: str) -> str:
        found = (s for s in ("phone", "apologies", "away") if name in data[s].split())
        return next(found, "here")

    result = Result(
        sheet=SHEET.hex(),
        meeting=meeting.uid.hex(),
        group="",
        started_at=meeting.starts_at,
        ended_at=meeting.ends_at,
        people=tuple(Came(uid.hex(), status(name)) for name, uid in people.items()),
        extras=(Extra(""),) * data["walk_ins"],
        helped=(Helped(meeting.starts_at + 1_800_000, 600),) if helped else (),
    )
    with desk.context.cabinet.operation(_LABEL):
        service.meetings.merge(result)
        for step in service.to_ask(meeting.uid):
            service.tell(step.uid, meeting.uid, data["told"][step.name])
    desk.window.undo_bar.hide()
    return desk.window, meeting.uid


def closing(stage: Stage) -> QWidget:
    """As the evening left it."""
    window, uid = _evening(stage)
    stage.signed_in("closing", names=True).open("group", "closing", uid)
    return window


def closing_closed_names(stage: Stage) -> QWidget:
    """The same while names are closed."""
    window, uid = _evening(stage)
    stage.signed_in("closing").open("group", "closing", uid)
    return window


def incident(stage: Stage) -> QWidget:
    """Somebody needed help: the record to be written, and a name to be left out."""
    window, uid = _evening(stage)
    desk = stage.signed_in("closing", names=True)
    desk.open("group", "closing", uid)
    page = cast("ClosingPage", desk.window.pages["closing"])
    page.records.begin()
    form = next(iter(page.records.forms.values()))
    form.areas["what"].setPlainText("Someone went out crying after the second round.")
    page.good.area.setPlainText("Ana laughed again.")
    page.flush()
    desk.window.undo_bar.hide()
    return window


def left_overs(stage: Stage) -> QWidget:
    """Today, once the evening is closed."""
    window, uid = _evening(stage)
    desk = stage.signed_in("closing", names=True)
    desk.open("group", "closing", uid)
    page = cast("ClosingPage", desk.window.pages["closing"])
    page.records.begin()
    page.finish()
    desk.window.undo_bar.hide()
    return window


def no_names(stage: Stage) -> QWidget:
    """A group that writes no names down."""
    window, uid = _evening(stage)
    desk = stage.signed_in("closing", names=True)
    service = cast("ClosingPage", desk.window.pages["closing"]).service
    service.meetings.set_way("no_names", on=True)
    desk.open("group", "closing", uid)
    desk.window.undo_bar.hide()
    return window


def _spoiling(show: Callable[[Stage], QWidget]) -> Callable[[Stage], QWidget]:
    """The evening is taken over on a stage of which nothing stays."""

    def made(stage: Stage) -> QWidget:
        stage.spoil()
        return show(stage)

    return made


SURFACES = (
    Surface("closing", _spoiling(closing)),
    Surface("closing-names-closed", _spoiling(closing_closed_names)),
    Surface("closing-incident", _spoiling(incident)),
    Surface("today-left-overs", _spoiling(left_overs)),
    Surface("closing-no-names", _spoiling(no_names)),
)
