"""The screens about people with keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface

if TYPE_CHECKING:
    from peerdesk.app.keys.flow import KeysFlow
    from peerdesk.app.keys.window import StepsWindow

Show = Callable[[Stage], QWidget]
WORDS = ["river", "lunar", "artist", "walnut", "beaver", "morning"]
SHEET = (
    "river lunar artist academic acid walnut beaver morning acquire actress adapt adequate adjust "
    "admit adorn adult advance advocate afraid again"
)


def keys_page(stage: Stage) -> QWidget:
    """Who can open the made-up group."""
    return stage.signed_in("keys", names=True).window


def closed_groups(stage: Stage) -> QWidget:
    """As for somebody who was taken out of two groups."""
    from peerdesk.app.keys.page import KeysPage

    window = stage.signed_in("keys", names=True).window
    page = window.pages["keys"]
    assert isinstance(page, KeysPage)
    page.column.box.insertWidget(0, page.make_closed(["Friday walk", ""]))
    return window


def older_files(stage: Stage) -> QWidget:
    """Somebody put old files in place of a group's."""
    from peerdesk.app.keys.older_files import OlderFiles

    del stage
    return OlderFiles(["Tuesday Circle"])


def _at(window: StepsWindow, choice: str, step: int) -> StepsWindow:
    answers = window.answers
    answers.choice, answers.name, answers.words = choice, "jo", list(WORDS)
    answers.sheet_words, answers.sheet_asked = SHEET, [(5, 12)]
    window.show_step(step)
    return window


def _own_place(choice: str, step: int) -> Show:
    def make(stage: Stage) -> QWidget:
        from peerdesk.app.keys.own_place import OwnPlace

        desk = stage.desk
        return _at(OwnPlace(desk.workspace, desk.kdf, desk.clock, True), choice, step)

    return make


def _forgot(choice: str, step: int) -> Show:
    def make(stage: Stage) -> QWidget:
        from peerdesk.app.keys.forgot import Forgot

        desk = stage.desk
        return _at(Forgot(desk.workspace, desk.kdf, desk.clock, True, True), choice, step)

    return make


def _flow(kind: str, choice: str, step: int) -> Show:
    def make(stage: Stage) -> QWidget:
        from peerdesk.app.keys import flows as keys_flows
        from peerdesk.app.keys import leave as keys_leave
        from peerdesk.app.keys import own as keys_own
        from peerdesk.features.keys.facilitators import Holder

        flow: Callable[..., KeysFlow]
        homes = (keys_flows, keys_own, keys_leave)
        flow = next(getattr(home, kind) for home in homes if hasattr(home, kind))
        desk = stage.desk
        more: dict[str, object] = {}
        if kind in ("NewKey", "TakeOut"):
            more = {"holder": Holder(bytes(16), "Maria", 0, False), "shown": "Maria"}
        elif kind == "AddGroup":
            more = {"called": "Maria", "centre": "Riverside Centre"}
        parts = desk.workspace, desk.kdf, desk.clock, stage.signed
        return _at(flow(*parts, shared=True, **more), choice, step)

    return make


def forgot_who(stage: Stage) -> QWidget:
    """Somebody who typed two parts says which facilitator they were."""
    from peerdesk.app.keys.forgot import Forgot
    from peerdesk.features.keys.recover import Recovered

    desk = stage.desk
    window = Forgot(desk.workspace, desk.kdf, desk.clock, True, True)
    window._found = Recovered(*stage.signed.cabinets[0], "Tuesday Circle")
    return _at(window, "parts", 2)


SURFACES = (
    Surface("own-place", _own_place("new", 0)),
    Surface("own-place-bring", _own_place("bring", 1)),
    Surface("own-place-sheet", _own_place("new", 4)),
    Surface("forgot", _forgot("parts", 0)),
    Surface("forgot-parts", _forgot("parts", 1)),
    Surface("forgot-who", forgot_who),
    Surface("forgot-colleague", _forgot("colleague", 1)),
    Surface("forgot-nothing", _forgot("nothing", 1)),
    Surface("keys", keys_page),
    Surface("keys-closed", closed_groups),
    Surface("older-files", older_files),
    Surface("keys-let-in", _flow("LetIn", "new", 0)),
    Surface("keys-let-in-name", _flow("LetIn", "new", 2)),
    Surface("keys-new-key", _flow("NewKey", "", 0)),
    Surface("keys-take-out", _flow("TakeOut", "", 0)),
    Surface("keys-password", _flow("ChangePassword", "known", 1)),
    Surface("keys-stick", _flow("MakeStick", "", 1)),
    Surface("keys-stick-words", _flow("MakeStick", "", 2)),
    Surface("keys-group", _flow("AddGroup", "", 0)),
    Surface("keys-leave", _flow("Leave", "take", 0)),
)
