"""Local help with its filters open, the nearest first, and saved searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerdesk.app.gallery.surfaces import Stage, Surface

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from peerdesk.features.directory.browser import Browser

SAVED = (("Food today", "food"), ("A bed tonight", "shelter"), ("Help with letters", "letter"))


def _save(browser: Browser) -> None:
    from peerdesk.features.directory.finding import Filters

    for name, words in SAVED:
        browser.saved.save(name, words, Filters())
    browser.load()


def more_filters(stage: Stage) -> QWidget:
    """The panel of the other filters, without signing in."""
    from peerdesk.app.welcome.front import Front

    front = Front(stage.desk, stage.desk.glance(), "local-help")
    assert front.directory is not None
    chips = front.directory.browser.chips
    chips.show_more()
    chips.more.kinds["warm line"].setChecked(True)
    chips.more.kinds["warm line"].setChecked(False)
    chips.more.age.setValue(17)
    return front


def nearest(stage: Stage) -> QWidget:
    """The nearest to a place first; the made-up directory has no coordinates, so it gets some."""
    from peerdesk.app.welcome.front import Front
    from peerdesk.features.directory.finding import Filters, Spot

    front = Front(stage.desk, stage.desk.glance(), "local-help")
    assert front.directory is not None
    browser = front.directory.browser
    connection = browser.service.shelf.database.connection()
    connection.execute("UPDATE location SET latitude = 51.5 + id * 0.004, longitude = -0.1")
    browser.chips.choose(Filters(near=Spot("Mill Lane", 51.5, -0.1)))
    return front


def saved_searches(stage: Stage) -> QWidget:
    """Saved searches as buttons, signed in, with the field that saves another."""
    from typing import cast

    from peerdesk.features.directory.page import DirectoryPage

    window = stage.signed_in("directory").window
    page = cast(DirectoryPage, window.pages["directory"])
    _save(page.browser)
    page.browser.chips.show_more()
    return window


SURFACES = (
    Surface("local-help-filters", more_filters),
    Surface("local-help-nearest", nearest),
    Surface("local-help-saved", saved_searches),
)
