"""Services on paper, and the poster of help right now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface

if TYPE_CHECKING:
    from peerdesk.features.directory.paper.dialog import ServicesDialog


def _dialog(stage: Stage, listed: int = 0) -> ServicesDialog:
    from peerdesk.features.directory.page import DirectoryPage
    from peerdesk.features.directory.paper.dialog import Offer, ServicesDialog

    desk = stage.signed_in("directory")
    page = desk.window.pages["directory"]
    assert isinstance(page, DirectoryPage)
    paper = page.browser.paper
    paper.basket.clear()
    ids = page.service.search("")
    for number in ids[:listed]:
        uid = page.service.uid_of(number)
        assert uid is not None
        paper.basket.turn(uid)
    shown = page.service.uid_of(page.service.search("riverside")[0])
    offer = Offer(shown, paper.basket, lambda: ids, listed > 0)
    return ServicesDialog(page.service, desk.context, offer)


def handout(stage: Stage) -> QWidget:
    """One service, a page of its own."""
    made = _dialog(stage)
    made.choose("handout")
    made.make_pages()
    return made


def cards(stage: Stage) -> QWidget:
    """A list as cards for the pocket."""
    made = _dialog(stage, 5)
    made.choose("cards")
    made.help.setChecked(True)
    made.make_pages()
    return made


def booklet(stage: Stage) -> QWidget:
    """A list as a booklet in large print, its second page."""
    made = _dialog(stage, 6)
    made.print_size.set_current(1)
    made.make_pages()
    made.preview.turn(1)
    return made


def my_list(stage: Stage) -> QWidget:
    """Two services on the list, without signing in."""
    from peerdesk.app.welcome.front import Front

    front = Front(stage.desk, stage.desk.glance(), "local-help")
    assert front.directory is not None
    paper = front.directory.browser.paper
    service = front.directory.service
    for number in service.search("")[:2]:
        uid = service.uid_of(number)
        assert uid is not None
        paper.basket.turn(uid)
    return front


def poster(stage: Stage) -> QWidget:
    """Help right now for the wall, as large as the sheet holds."""
    from peerdesk.app.help_now.poster import PosterDialog

    glance = stage.desk.glance()
    return PosterDialog(glance.crisis, glance.centre)


def review(stage: Stage) -> QWidget:
    """On Today, the day has come to look at the numbers again."""
    from peerdesk.app.help_now.service import CrisisService

    stage.spoil()
    desk = stage.signed_in("today")
    CrisisService(desk.context.shelf).set_review(stage.desk.clock.now().date())
    return desk.window


SURFACES = (
    Surface("print-services", handout),
    Surface("print-services-cards", cards),
    Surface("print-services-booklet", booklet),
    Surface("local-help-list", my_list),
    Surface("help-poster", poster),
    Surface("today-look-again", review),
)
