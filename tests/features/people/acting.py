"""What a person does with the page, for tests: look, press, write."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.ids import natural_uid
from peerdesk.features.people.editors import FieldEditor
from peerdesk.features.people.page import PeoplePage
from peerdesk.store.cabinet import Attendance, Person
from peerdesk.ui.context import Context


def mark(uid: bytes, meeting: int, status: str) -> None:
    """Attendance as the meetings room would keep it."""
    Attendance.create(
        uid=natural_uid("attendance", uid, meeting),
        meeting=meeting,
        person=Person.get(Person.uid == uid).id,
        status=status,
        marked_at=0,
    )


def open_page(qtbot: QtBot, context: Context, width: int = 1008) -> PeoplePage:
    page = PeoplePage(context)
    qtbot.addWidget(page)
    context.cabinet.subscribe(lambda change: page.refresh(change.tables))
    page.resize(width, 686)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def listed(page: PeoplePage) -> list[str]:
    return [str(page.model.index(n, 0).data()) for n in range(page.model.rowCount())]


def read(widget: QWidget) -> str:
    """Every word that can be seen."""
    labels = (w for w in widget.findChildren(QLabel) if w.isVisible())
    return " | ".join(w.text() for w in labels)


def press(qtbot: QtBot, key: Qt.Key, widget: QWidget | None = None) -> None:
    qtbot.keyClick(widget or cast(QWidget, QApplication.focusWidget()), key)


def box(editor: FieldEditor | None) -> QLineEdit:
    assert editor is not None
    assert isinstance(editor.box, QLineEdit)
    return editor.box


def typed(qtbot: QtBot, widget: QWidget, text: str) -> None:
    if isinstance(widget, QLineEdit):
        widget.selectAll()
    qtbot.keyClicks(widget, text)


def uid_of(page: PeoplePage, name: str) -> bytes:
    """The uid of the first person found by this name."""
    return page.service.find(name)[0].uid
