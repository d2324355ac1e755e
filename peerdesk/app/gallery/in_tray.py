"""What is left without a sign-in, and what a group does when someone needs help."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface

if TYPE_CHECKING:
    from peerdesk.app.welcome.slip import SlipForm
    from peerdesk.features.meetings.in_tray.page import InTrayPage


def _slip(stage: Stage) -> tuple[QWidget, SlipForm]:
    from peerdesk.app.welcome.front import Front
    from peerdesk.store.in_tray import Tray

    seen = stage.desk.glance()
    trays = (Tray(b"1" * 16, "Tuesday Circle", b"p" * 32), Tray(b"2" * 16, "Walkers", b"q" * 32))
    front = Front(stage.desk, seen._replace(trays=trays))
    front.welcome.fill()
    front.welcome.show_slip()
    assert front.welcome.slip is not None
    return front, front.welcome.slip


def welcome_slip(stage: Stage) -> QWidget:
    """Half-way through a question, where two groups take them."""
    front, form = _slip(stage)
    form.words.setPlainText("How do I sleep when the house is loud?")
    return front


def welcome_thanks(stage: Stage) -> QWidget:
    """It was sent, and is gone from the form."""
    front, form = _slip(stage)
    form.form.hide()
    form.thanks.show()
    return front


def in_tray(stage: Stage) -> QWidget:
    """The two slips of the made-up group, a stand-in's evening, and something nobody can read."""
    from peerdesk.safe.in_tray import seal
    from peerdesk.store.cabinet import Group
    from peerdesk.store.evening import Extra, Result
    from peerdesk.store.evening_json import write
    from peerdesk.store.in_tray import SIZES, boxes, put

    stage.spoil()
    window = stage.signed_in("in-tray", names=True).window
    page = cast("InTrayPage", window.pages["in-tray"])
    group, shelf = Group.get(), page.service.shelf
    assert shelf is not None
    uid = bytes(group.uid)
    past = page.service.past_meetings(1)[0]
    evening = Result(
        sheet="5e" * 16,
        meeting="",
        group=uid.hex(),
        started_at=past.starts_at - 3 * 86_400_000,
        ended_at=past.ends_at - 3 * 86_400_000,
        extras=(Extra("", new=True), *[Extra("")] * 6),
        words="Small things that help in the evening. A walk before it gets dark.",
        stand_in=True,
    )
    own = bytes.fromhex(evening.sheet)
    box = seal(bytes(group.public_key), uid, own, "evening", write(evening).encode())
    put(shelf.path, uid, box)
    put(shelf.path, uid, os.urandom(SIZES[0]))
    assert len(boxes(shelf, uid)) == 4
    page.refresh(frozenset())
    return window


def help_steps(stage: Stage) -> QWidget:
    """A group changes its own steps, and what to tell an ambulance."""
    from peerdesk.app.help_now.page import HelpNowPage

    window = stage.signed_in("help").window
    cast(HelpNowPage, window.pages["help"]).toggle_steps()
    return window


def help_steps_public(stage: Stage) -> QWidget:
    """The steps, for somebody who did not sign in."""
    from peerdesk.app.welcome.front import Front

    front = Front(stage.desk, stage.desk.glance())
    front.welcome.fill()
    front.welcome.show_steps()
    return front


SURFACES = (
    Surface("welcome-slip", welcome_slip),
    Surface("welcome-slip-thanks", welcome_thanks),
    Surface("in-tray", in_tray),
    Surface("help-steps-editor", help_steps),
    Surface("help-steps", help_steps_public),
)
