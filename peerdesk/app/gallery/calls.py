"""Calls to make this week, the list on paper, and something that is wrong with a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface

if TYPE_CHECKING:
    from peerdesk.features.directory.calls.page import CallsPage


def _page(stage: Stage) -> tuple[QWidget, CallsPage]:
    stage.spoil()
    window = stage.signed_in("calls").window
    return window, cast("CallsPage", window.pages["calls"])


def calls(stage: Stage) -> QWidget:
    """Half-way through, at a listing that somebody told us about."""
    from peerdesk.core.text import translate
    from peerdesk.store.listing_reports import Report, keep, show

    stage.spoil()
    desk = stage.signed_in("today")
    window, context = desk.window, desk.context
    uid = bytes(context.shelf.rows("SELECT uid FROM service ORDER BY id LIMIT 1")[0][0])
    for number, words in enumerate(("", "Nobody is there on Fridays any more.")):
        report, key = Report(uid, "", words), bytes([number] * 16)
        with context.cabinet.operation(translate("Calls", "Looked into what somebody told us")):
            keep(context.cabinet, key, report, "tray")
        show(context.shelf, key, report)
    window.go("calls")
    page = cast("CallsPage", window.pages["calls"])
    page.next_one()
    for result in ("right", "no answer", "right"):
        page.say(result)
    first = next(call.id for call in page.calls.values() if call.uid == uid)
    page.list.show_id(first)
    page.list.picked.emit(first)
    return window


def paper(stage: Stage) -> QWidget:
    """Ready to print."""
    window, page = _page(stage)
    page.show_paper()
    return window


def report(stage: Stage) -> QWidget:
    """Somebody says that something is wrong, where two groups take it."""
    from peerdesk.app.welcome.front import Front
    from peerdesk.store.in_tray import Tray

    front = Front(stage.desk, stage.desk.glance(), "local-help")
    assert front.directory is not None
    telling = front.directory.telling
    trays = (Tray(b"1" * 16, "Tuesday Circle", b"p" * 32), Tray(b"2" * 16, "Walkers", b"q" * 32))
    telling.service.trays = lambda: trays  # type: ignore[method-assign]
    front.directory.browser.refresh()
    telling.open_panel()
    assert telling.panel is not None
    telling.panel.words.setPlainText("It moved to the other side of the road.")
    return front


SURFACES = (
    Surface("calls", calls),
    Surface("calls-print", paper),
    Surface("report-problem", report),
)
