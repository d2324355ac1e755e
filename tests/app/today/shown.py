"""What Today shows, as a test reads it, and the evening it asks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from peerdesk.app.today.page import TodayPage
from peerdesk.app.tonight.sheets import Left
from peerdesk.core.text import translate
from peerdesk.ui.widgets import Button

LABEL = translate("Today", "Test")
Opened = list[tuple[str, str, bytes]]


def checks(page: TodayPage) -> list[tuple[str, str]]:
    return [
        (row.words.text(), row.tag.text() if row.tag.isVisible() else "")
        for row in page.before.rows.values()
    ]


def expected(page: TodayPage) -> list[str]:
    return [label.text() for label in page.expected._list.findChildren(QLabel) if label.isVisible()]


class Evening(QObject):
    """What Today asks about meetings in processes of their own."""

    changed = Signal()
    any_day = False

    def __init__(self) -> None:
        super().__init__()
        self.running = False
        self.sheets: list[Left] = []
        self.did: list[tuple[str, object]] = []

    def runs(self) -> bool:
        return self.running

    def left(self) -> tuple[Left, ...]:
        return tuple(self.sheets)

    def left_of(self, meeting: bytes) -> Left | None:
        return next((left for left in self.sheets if left.meeting == meeting), None)

    def start(self, meeting: bytes) -> None:
        self.did.append(("start", meeting))

    def open_door(self, meeting: bytes) -> None:
        self.did.append(("door", meeting))

    def go_on(self, file_id: str) -> None:
        self.did.append(("go on", file_id))

    def close(self, file_id: str) -> None:
        self.did.append(("close", file_id))

    def back(self) -> None:
        self.did.append(("back", None))


def primary(page: TodayPage) -> list[str]:
    buttons = page.findChildren(Button)
    return [b.text() for b in buttons if b.kind == "primary" and b.isVisibleTo(page)]
