"""From the welcome page into a place of one's own, or back after a forgotten password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerdesk.app.locking.steps import watch_steps
from peerdesk.core.errors import KnownError

if TYPE_CHECKING:
    from peerdesk.app.desk import Desk
    from peerdesk.app.keys.window import StepsWindow
    from peerdesk.features.keys.signed_in import SignedIn

SETTING = "own_places"


def own_places(desk: Desk) -> bool:
    """Whether anyone may make a place of their own here."""
    return desk.glance().settings.get(SETTING) != "no"


def show_own_place(desk: Desk) -> None:
    """Make or bring a place of one's own."""
    from peerdesk.app.keys.own_place import OwnPlace

    window = OwnPlace(desk.workspace, desk.kdf, desk.clock, desk.glance().shared)
    window.left.connect(lambda: desk.show_welcome())
    window.over.connect(lambda signed: _sign_in(desk, signed))
    _show(desk, window)


def show_forgot(desk: Desk) -> None:
    """The ways back after a forgotten password."""
    from peerdesk.app.keys.forgot import Forgot

    window = Forgot(desk.workspace, desk.kdf, desk.clock, desk.glance().shared, own_places(desk))
    # A process that knew a key never shows the welcome page again (SECURITY.md, Locking).
    window.left.connect(lambda: desk.lock() if window.holds_keys() else desk.show_welcome())
    window.own_place.connect(lambda: show_own_place(desk))
    window.over.connect(lambda signed: _sign_in(desk, signed))
    _show(desk, window)


def _show(desk: Desk, window: StepsWindow) -> None:
    """Words of a password stand on the screen: whoever walks away leaves them to nobody."""
    minutes = desk.glance().settings.get("idle_minutes", "")
    watch_steps(desk, window, int(minutes) if minutes.isascii() and minutes.isdigit() else 3)
    desk.show_window(window)


def _sign_in(desk: Desk, signed: SignedIn) -> None:
    try:
        desk.sign_in(signed)
    except KnownError:
        desk.lock()  # signing in says what it is
