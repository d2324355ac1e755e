"""Screens before a lock, after a mistake of ours, and of a place that opens without a password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface
from peerdesk.safe.files import in_plain_words
from peerdesk.ui.text import render


def lock_warning(stage: Stage) -> QWidget:
    """Nobody touched anything for almost three minutes."""
    desk = stage.signed_in("today", names=True)
    desk.window.resize(1280, 800)
    desk.window.show()
    desk.leaving.bar.count(17)
    return desk.window


def keys_lock_warning(stage: Stage) -> QWidget:
    """Steps about keys that somebody walked away from."""
    from peerdesk.app.keys.own_place import OwnPlace
    from peerdesk.app.locking.steps import watch_steps

    desk = stage.desk
    window = OwnPlace(desk.workspace, desk.kdf, desk.clock, True)
    window.resize(1280, 800)
    window.show()
    watch_steps(desk, window, 3).warning.emit(17)
    return window


def words_not_saved(stage: Stage) -> QWidget:
    """The disk is full, and somebody wants to lock."""
    desk = stage.signed_in("notes")
    desk.window.resize(1280, 800)
    desk.window.show()
    why = render(in_plain_words(OSError(28, "full"), Path("drawer.safe")).text)
    desk.leaving.unsaved.say(why, closing=False)
    return desk.window


def open_my_place(stage: Stage) -> QWidget:
    """A computer of one's own, whose keyring did not answer the first time."""
    from peerdesk.app.keys.keyless_front import offer
    from peerdesk.app.welcome.front import Front
    from peerdesk.safe.own_computer import AskForPassword

    front = Front(stage.desk, stage.desk.glance(), "welcome")
    front.welcome.fill()
    front.keyless = offer(front, shared=False)
    assert front.keyless is not None
    front.keyless.message.say(render(AskForPassword().text), "problem")
    return front


def our_mistake(stage: Stage) -> QWidget:
    """After a mistake of ours."""
    from peerdesk.app.crash_dialog import CrashDialog

    del stage
    words = "PeerDesk, Python, Linux\n  peerdesk/app/desk.py:1 start\nValueError"
    return CrashDialog(words, copy=lambda: None, save=lambda: Path("reports"))


SURFACES = (
    Surface("lock-warning", lock_warning),
    Surface("keys-lock-warning", keys_lock_warning),
    Surface("words-not-saved", words_not_saved),
    Surface("open-my-place", open_my_place),
    Surface("our-mistake", our_mistake),
)
