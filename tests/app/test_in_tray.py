"""A slip's whole way: from the welcome page into the topic box, with a lock in between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from peerdesk.app.gallery.surfaces import Stage, stage
from peerdesk.app.signed_in import SignedInDesk
from peerdesk.app.welcome.front import Front
from peerdesk.features.meetings.in_tray.card import InTrayCard
from peerdesk.features.meetings.in_tray.page import InTrayPage
from peerdesk.store.connection import connect
from peerdesk.ui import theme
from tests.tiny_app import TINY


@pytest.fixture
def scene(qapp: QApplication) -> Iterator[Stage]:
    with stage(qapp, TINY) as made:
        raw = connect(made.desk.workspace.shelf, None)  # as before the first sign-in of a group
        raw.execute("DELETE FROM in_tray")
        raw.execute("DELETE FROM setting WHERE key LIKE 'in_tray.%'")
        raw.close()
        yield made
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, "light", 1.0)


def signs_in(scene: Stage) -> SignedInDesk:
    desk = scene.signed_in("today")
    assert desk.evening is not None
    desk.evening.settle()
    return desk


def card(desk: SignedInDesk) -> InTrayCard:
    (made,) = desk.window.pages["today"].findChildren(InTrayCard)
    return cast(InTrayCard, made)


def slips(scene: Stage) -> int:
    raw = connect(scene.desk.workspace.shelf, None)
    (count,) = raw.execute("SELECT count(*) FROM in_tray").fetchone()
    raw.close()
    return int(count)


def leaves_a_slip(qapp: QApplication, scene: Stage, words: str) -> None:
    front = Front(scene.desk, scene.desk.glance())
    front.welcome.fill()
    front.welcome.show_slip()
    form = front.welcome.slip
    assert form is not None
    form.words.setPlainText(words)
    form.send_button.click()
    assert not form.thanks.isHidden()
    front.release()
    front.close()
    front.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_from_the_welcome_page_into_the_topic_box(qapp: QApplication, scene: Stage) -> None:
    assert scene.desk.glance().trays == (), "nobody signed in yet"
    desk = signs_in(scene)
    assert card(desk).isHidden()
    scene.close()
    (tray,) = scene.desk.glance().trays
    assert tray.name == "Tuesday Circle"
    leaves_a_slip(qapp, scene, "How does one sleep?")
    leaves_a_slip(qapp, scene, "How does one eat?")

    desk = signs_in(scene)
    assert card(desk).tag.text() == "2 slips"
    card(desk).look_button.click()
    page = desk.window.pages["in-tray"]
    assert isinstance(page, InTrayPage)
    page.buttons[0].click()
    page.buttons[1].click()
    assert [t.words for t in page.service.topics()] == ["How does one sleep?"]
    assert slips(scene) == 2, "undo can still bring them back"
    desk.window.go("today")
    assert card(desk).isHidden()
    scene.close()
    assert slips(scene) == 0, "what was decided about is gone at a lock"

    desk = signs_in(scene)
    assert desk.evening is not None
    in_tray = desk.window.go("in-tray")
    assert isinstance(in_tray, InTrayPage)
    in_tray.open_box.click()
    assert scene.desk.glance().trays == ()
    desk.window.undo()
    assert len(scene.desk.glance().trays) == 1, "also when the switch is undone"
    in_tray.service.set_way("in_tray", False)
    scene.close()
    assert scene.desk.glance().trays == ()
