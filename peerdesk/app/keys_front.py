"""From the welcome page into a place of one's own, or back after a forgotten password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerdesk.core.errors import KnownError

if TYPE_CHECKING:
    from peerdesk.app.desk import Desk
    from peerdesk.features.keys.plans import SignedIn

SETTING = "own_places"


def own_places(desk: Desk) -> bool:
    """Whether anyone may make a place of their own here."""
    return desk.glance().settings.get(SETTING) != "no"


def show_own_place(desk: Desk) -> None:
    """Make or bring a place of one's own."""
    from peerdesk.app.own_place import OwnPlace

    window = OwnPlace(desk.workspace, desk.kdf, desk.clock, desk.glance().shared)
    window.left.connect(lambda: desk.show_welcome())
    window.over.connect(lambda signed: _sign_in(desk, signed))
    desk.show_window(window)


def show_forgot(desk: Desk) -> None:
    """The ways back after a forgotten password."""
    from peerdesk.app.forgot import Forgot

    window = Forgot(desk.workspace, desk.kdf, desk.clock, desk.glance().shared, own_places(desk))
    window.left.connect(lambda: desk.show_welcome())
    window.own_place.connect(lambda: show_own_place(desk))
    window.over.connect(lambda signed: _sign_in(desk, signed))
    desk.show_window(window)


def _sign_in(desk: Desk, signed: SignedIn) -> None:
    try:
        desk.sign_in(signed)
    except KnownError:
        desk.show_welcome()  # signing in there says what it is
