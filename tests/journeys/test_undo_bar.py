"""The bar that offers to undo lies over nothing one might want to press meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication

from peerdesk.features.people.service import PeopleService

from .conftest import Seat
from .walks import make_group, signs_in


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
def test_what_stands_at_the_foot_of_a_page_can_be_pressed(
    sit_down: Seat, tiny_kdf, size: tuple[int, int]
) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.waits_for("Today")
    window = desk.signed_in.window
    window.resize(*size)
    ana = PeopleService(desk.signed_in.session.cabinet).add_person("Ana")
    bar = window.undo_bar
    for key in ("people", "notes", "meetings", "directory", "settings", "today"):
        window.go(key)
        window.notice("Something was done", lambda: None)
        QApplication.processEvents()
        assert bar.isVisible()
        assert bar.geometry().bottom() < window.height()
        assert not bar.geometry().intersects(window.view.geometry()), key
    window.open("people", "person", ana)
    QApplication.processEvents()
    under = bar.geometry()
    links = [b for b in person.visible(QAbstractButton) if window.view.isAncestorOf(b)]
    assert any(b.text() == "Archive" for b in links)
    for link in links:
        at = QRect(link.mapTo(window, QPoint(0, 0)), link.size())
        seen = at.intersected(window.view.geometry())
        assert not seen.intersects(under), link.text()
    desk.signed_in.change_scale(10)
    for _ in range(3):  # words that wrap ask for their height once they know their width
        QApplication.processEvents()
    assert bar.isVisible()
    assert not bar.geometry().intersects(window.view.geometry()), "also with larger words"
    tall = window.view.height()
    bar.close_button.click()
    QApplication.processEvents()
    assert window.view.height() > tall, "the room is given back"
