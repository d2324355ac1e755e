"""From signed in to locked: what warns, what covers, and what happens to words not saved yet.

Nothing holds up a lock for whom nobody waits: idle lock, session lock, sleep and Hide always go on.
Words that cannot be saved then go along, locked, to the process that follows (``safe.carried``).
Who locks by hand, and who closes the window, is told first and may copy them or stay a moment; an
idle lock says so too, counts once more, and then goes on.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from peerdesk.app.locking.watch import LockWatch
from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.ui.clipboard import ClipboardGuard, copy_private
from peerdesk.ui.text import render

if TYPE_CHECKING:
    from peerdesk.app.locking.bars import UnsavedBar, WarningBar
    from peerdesk.app.platform.base import System
    from peerdesk.app.signed_in import SignedInDesk

Why = Literal["hand", "back", "idle", "session", "sleep", "hide"]
"""``back``: to the meeting that runs, by hand."""
LISTEN_AFTER_MS = 800
"""Session and sleep are listened to once the first page stands; the imports would delay it."""
NOTES = ("notes",)
"""Rooms that screenshots and shared screens do not show."""
CAPTURE = "capture"
"""Personal setting: "yes" lets other programs see my notes."""


class Leaving(QObject):
    """Watches for reasons to lock and gets the window ready for it.

    ``lock(show, why)`` ends the process; it asks :meth:`ready` first.
    """

    def __init__(
        self,
        signed: SignedInDesk,
        system: System,
        drawer_key: bytes,
        lock: Callable[[str, Why], object],
    ) -> None:
        super().__init__(signed)
        self._signed, self._system, self._key = signed, system, drawer_key
        self._lock = lock
        self._asked_twice = False
        self._hidden = False
        self._going = False
        self.carried: list[bytes] = []
        """Words that could not be saved, locked; set by :meth:`ready`."""
        window = signed.window
        self.guard = ClipboardGuard(self, conceal=system.conceal_clipboard)
        # Two clocks of the system are compared, not the group's time with anything.
        wall = Clock().now_ms
        self.watch = LockWatch(signed.computer.idle_minutes, self, system=system, wall=wall)
        self.watch.idle.connect(lambda: self._lock("welcome", "idle"))
        self.watch.hide.connect(lambda: self._lock("local-help", "hide"))
        self.watch.slept.connect(lambda: self._lock("welcome", "sleep"))
        self.watch.warning.connect(lambda seconds: self.bar.count(seconds))
        window.going.connect(lambda _key: self.cover_from_capture())
        window.may_close = self.may_close
        self._closing = False
        # A timer that `end` can stop: one shot in the air would reach files that are closed.
        self._soon = QTimer(self, singleShot=True, interval=LISTEN_AFTER_MS)
        self._soon.timeout.connect(self._listen)

    @cached_property
    def bar(self) -> WarningBar:
        """Made when it is first needed, as most evenings end without it."""
        from peerdesk.app.locking.bars import WarningBar

        made = WarningBar(self._signed.window, self._signed.window.stack)
        made.stay.connect(self.watch.touched)
        return made

    @cached_property
    def unsaved(self) -> UnsavedBar:
        """Made when it is first needed."""
        from peerdesk.app.locking.bars import UnsavedBar

        made = UnsavedBar(self._signed.window, self._signed.window.stack)
        made.copy.connect(self._copy)
        made.again.connect(self._again)
        made.stay.connect(self._stay)
        made.go.connect(self._go_all_the_same)
        return made

    def begin(self) -> None:
        """What can wait for the first page: words from before the lock, listening to the system."""
        desk = self._signed.desk
        if desk.carried:
            desk.carried = self.bring_back(desk.carried)
        self._soon.start()

    def _listen(self) -> None:
        self._signed.desk.listen()
        self.cover_from_capture()

    def settings_changed(self) -> None:
        """Minutes may be others now, and what other programs may see."""
        if self.watch.limit != self._signed.computer.idle_minutes * 60_000:
            self.watch.set_minutes(self._signed.computer.idle_minutes)
        self.cover_from_capture()

    def end(self) -> None:
        """What was copied in private is gone, and nothing looks at the closed files any more."""
        self._soon.stop()
        self.guard.clear()

    # -- a lock ------------------------------------------------------------------------------

    def ready(self, why: Why) -> bool:
        """Cover the window and save. False when the person is asked first; then it is open again.

        The cover comes before anything else and stays when True.
        """
        if self._going:
            return True
        window = self._signed.window
        cover = window.cover()
        trouble, words = self.save()
        asks = why in ("hand", "back") or (why == "idle" and not self._asked_twice)
        if words and asks:
            cover.hide()
            cover.deleteLater()
            self._closing = False
            self.unsaved.say(trouble, closing=False)
            if why == "idle":
                self._asked_twice = True
                self.watch.warn_again()
            return False
        self._going = True
        if words:
            from peerdesk.safe import carried

            self.carried = [carried.close(self._key, words)]
        self.guard.clear()
        return True

    def may_close(self) -> bool:
        """Whether the window may be closed: everything is saved, or the person let it go."""
        if self._going:
            return True
        trouble, words = self.save()
        if not words:
            self.guard.clear()
            return True
        self._closing = True
        self.unsaved.say(trouble, closing=True)
        return False

    def all_saved(self) -> bool:
        """Whether everything is saved; else the bar says what can be done about it."""
        trouble, words = self.save()
        if words:
            self._closing = False
            self.unsaved.say(trouble, closing=False)
        return not words

    def save(self) -> tuple[str, str]:
        """Save everything. What went wrong, and the words that could not be saved; "" and "" when
        all is kept."""
        window = self._signed.window
        trouble, words = "", []
        for page in window.pages.values():
            mine = ""
            try:
                page.flush()
            except KnownError as error:
                trouble, mine = render(error.text), _typed_on(page)
            except Exception:  # a mistake of ours must not cost somebody's words either
                mine = _typed_on(page)
            words.append(page.unsaved() or mine)
        kept = "\n\n".join(w for w in words if w.strip())
        if kept and not trouble:
            trouble = self.tr("Your last words could not be saved.")
        return (trouble, kept) if kept else ("", "")

    def _copy(self) -> None:
        copy_private(self.save()[1])

    def _again(self) -> None:
        trouble, words = self.save()
        if words:
            self.unsaved.say(trouble, closing=self._closing)
            return
        self._stay()
        self._signed.notice(self.tr("Everything is saved."))

    def _stay(self) -> None:
        self.unsaved.hide()
        self._asked_twice = False

    def _go_all_the_same(self) -> None:
        self.unsaved.hide()
        if self._closing:
            self._going = True
            self._signed.window.close()
        else:
            self._lock("welcome", "session")

    # -- words that were carried -------------------------------------------------------------

    def bring_back(self, boxes: list[bytes]) -> list[bytes]:
        """Write the words of ``boxes`` that are this person's into their notes; the boxes that
        stay locked, because they are somebody else's or still cannot be saved."""
        from peerdesk.safe import carried

        rest = []
        for box in boxes:
            words = carried.open_box(self._key, box)
            if words is None or not self._write(words):
                rest.append(box)
        return rest

    def _write(self, words: str) -> bool:
        from peerdesk.features.notes.service import NotesService

        title = render(translate("Leaving", "Words from before the lock"))
        try:
            NotesService(self._signed.session.drawer).new_note(title, words)
        except KnownError as error:
            self._signed.notice(error.text)
            return False
        self._signed.notice(self.tr("The words that could not be saved are in My notes now."))
        return True

    # -- screenshots -------------------------------------------------------------------------

    def cover_from_capture(self) -> None:
        """Keep My notes out of screenshots and shared screens.

        Not while assistive technology is active: some of it reads the screen that way. Not for
        somebody who switched it off. Nothing is promised where the system has no such thing.
        """
        from PySide6.QtGui import QAccessible  # 1 ms, which the first window saves

        window = self._signed.window
        wanted = (
            window.current in NOTES
            and not QAccessible.isActive()
            and self._signed.personal.get(CAPTURE) != "yes"
        )
        if wanted != self._hidden:
            self._hidden = wanted
            with contextlib.suppress(OSError):
                self._system.hide_from_capture(int(window.winId()), wanted)


def _typed_on(page: QWidget) -> str:
    """What stands in the texts of a page that did not save: the one with the keyboard, and every
    longer one that can be seen."""
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

    found = []
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit) and page.isAncestorOf(focus):
        found.append(focus.text())
    fields: list[QPlainTextEdit | QTextEdit] = [*page.findChildren(QPlainTextEdit)]
    fields += page.findChildren(QTextEdit)
    for field in fields:
        if field.isVisibleTo(page) and not field.isReadOnly():
            found.append(field.toPlainText())
    return "\n".join(words for words in found if words.strip())
