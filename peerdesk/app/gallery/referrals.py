"""Suggesting a listing, asking how it went, what is missing, and what somebody wants to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface

if TYPE_CHECKING:
    from peerdesk.features.directory.page import DirectoryPage
    from peerdesk.features.referrals.needs_page import NeedsPage
    from peerdesk.features.referrals.page import ReferralsPage
    from peerdesk.features.referrals.say_page import SayPage
    from peerdesk.features.referrals.suggest_panel import SuggestPanel

WORDS = (
    "I sleep three hours a night since the summer, and I have stopped going out.",
    "Being told what comes next. A door that is not locked.",
    "Tablets alone did not help. Being asked everything in one go.",
    "",
    "A sick note until the end of the month, and a word about counselling.",
    "My sister, 555 0186. She knows that I am here.",
)


def referrals(stage: Stage) -> QWidget:
    """Some to ask about, and counts."""
    return stage.signed_in("referrals", names=True).window


def why(stage: Stage) -> QWidget:
    """Somebody was turned away, and says why."""
    window = stage.signed_in("referrals").window
    page = cast("ReferralsPage", window.pages["referrals"])
    row = page.ask.rows[0]
    row.buttons[3].click()
    assert row.why is not None
    row.why.setText("No interpreter")
    return window


def empty(stage: Stage) -> QWidget:
    """Nothing was suggested yet, nothing is noted."""
    stage.spoil()
    window = stage.signed_in("referrals").window
    page = cast("ReferralsPage", window.pages["referrals"])
    for view in (*page.service.to_ask(), *page.service.asked()):
        page.service.remove(view.uid)
    window.undo_bar.hide()
    return window


def needs(stage: Stage) -> QWidget:
    """What nobody here offers, by kind."""
    return stage.signed_in("needs").window


def needs_empty(stage: Stage) -> QWidget:
    """Nothing is noted yet."""
    stage.spoil()
    window = stage.signed_in("needs").window
    page = cast("NeedsPage", window.pages["needs"])
    for need in page.service.needs():
        page.service.remove_need(need.uid)
    window.undo_bar.hide()
    return window


def say(stage: Stage) -> QWidget:
    """A page half written."""
    window = stage.signed_in("say").window
    page = cast("SayPage", window.pages["say"])
    for (_label, area), words in zip(page.parts, WORDS, strict=True):
        area.setPlainText(words)
    return window


def suggest(stage: Stage) -> QWidget:
    """To whom a listing is suggested."""
    window = stage.signed_in("directory", names=True).window
    page = cast("DirectoryPage", window.pages["directory"])
    page.suggesting.suggest()
    panel = cast("SuggestPanel", page.browser.right.currentWidget())
    panel.search.setText("t")
    return window


def missing(stage: Stage) -> QWidget:
    """A search that found nothing may be noted."""
    window = stage.signed_in("directory").window
    page = cast("DirectoryPage", window.pages["directory"])
    page.search.setText("zither lessons at midnight")
    return window


SURFACES = (
    Surface("referrals", referrals),
    Surface("referral-why", why),
    Surface("referrals-empty", empty),
    Surface("needs", needs),
    Surface("needs-empty", needs_empty),
    Surface("what-i-want-to-say", say),
    Surface("suggest", suggest),
    Surface("directory-need", missing),
)
