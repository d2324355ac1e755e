"""Which screens there are, and how each is brought to the state worth looking at."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from peerdesk.app.surfaces import Stage, Surface


def _front(show: str):  # type: ignore[no-untyped-def]
    def make(stage: Stage) -> QWidget:
        from peerdesk.app.front import Front

        return Front(stage.desk, stage.desk.glance(), show)

    return make


def _room(key: str, *, names: bool = False):  # type: ignore[no-untyped-def]
    def make(stage: Stage) -> QWidget:
        return stage.signed_in(key, names=names).window

    return make


SURFACES = (
    Surface("welcome", _front("welcome")),
    Surface("local-help", _front("local-help")),
    Surface("today", _room("today")),
    Surface("meetings", _room("meetings", names=True)),
    Surface("people", _room("people", names=True)),
    Surface("people-closed", _room("people")),
    Surface("directory", _room("directory")),
    Surface("notes", _room("notes"), dark=True),
    Surface("help-right-now", _room("help")),
    Surface("settings", _room("settings")),
)
