"""Everything that lives between a sign-in and the lock: the open places, the window, the watch."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from peerdesk.app.keys.desk import KeysDesk
from peerdesk.app.locking.leaving import Leaving
from peerdesk.app.main_window import MainWindow
from peerdesk.app.rooms import rooms
from peerdesk.app.session import open_session
from peerdesk.app.settings.service import (
    ComputerSettings,
    GroupSettings,
    PersonalSettings,
    next_scale,
)
from peerdesk.store.place import Change
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.saving import end_all

if TYPE_CHECKING:
    from peerdesk.app.copies import SessionCopies
    from peerdesk.app.desk import Desk
    from peerdesk.app.find.panel import Command, FindPanel
    from peerdesk.app.keys.keyless import Keyless
    from peerdesk.app.tonight.evening import Evening
    from peerdesk.features.keys.service import SignedIn
    from peerdesk.ui.page import Page


WAIT_AT_A_LOCK = 1_000
"""Milliseconds for what runs to stop: a lock promises two seconds in all, and a thread that is cut
off leaves every file whole."""
SEEN = 20
"""Milliseconds after which the first page was painted, wherever painting is a matter of time."""


class SignedInDesk(QObject):
    """Opens what ``signed`` may open and shows the main window. Raises the KnownErrors of
    opening; then nothing stays open."""

    def __init__(self, desk: Desk, signed: SignedIn) -> None:
        super().__init__(desk)
        self.desk = desk
        self.session = open_session(desk.workspace, signed, desk.clock)
        shelf, drawer, cabinet = self.session.shelf, self.session.drawer, self.session.cabinet
        self.computer = ComputerSettings(shelf)
        self.personal = PersonalSettings(drawer, self.computer)
        self.group = GroupSettings(cabinet) if cabinet is not None else None
        if signed.cards:
            from peerdesk.features.keys.service import KeysService

            KeysService(desk.workspace, desk.kdf, desk.clock).put_cards_right(shelf, signed)
        self._apply_look()
        self.context = Context(
            clock=desk.clock,
            names=NamesCurtain(self.computer.shared, parent=self),
            jobs=Jobs(self),
            shelf=shelf,
            drawer=drawer,
            cabinet=cabinet,
            open=self.open,
            notice=self.notice,
            setting=self.computer.get,
            my_setting=self.personal.get,
        )
        self._find: FindPanel | None = None
        self.keys = KeysDesk(desk, self, signed)
        self.window = MainWindow(
            self.session,
            self.context,
            rooms(self.context),
            group=self._group_name(),
            centre=self.computer.centre,
            scale_changed=self.change_scale,
            furnish=self._give_extras,
        )
        self.keys.give_switch(self.window.sidebar)
        self.window.lock_wanted.connect(lambda: desk.lock())
        self.window.hide_wanted.connect(lambda: desk.lock("local-help", "hide"))
        self.window.find_wanted.connect(self.find)
        self.leaving = Leaving(self, desk.system, signed.drawer_key, desk.lock)
        self._stops = [place.subscribe(self._settings_changed) for place in self.session.places]
        self._signed, self._troubles = signed, signed.troubles
        self._closed = False

    @cached_property
    def evening(self) -> Evening | None:
        """Meetings in a process of their own; for who opens a group."""
        if self.session.cabinet is None:
            return None
        from peerdesk.app.tonight.evening import Evening

        return Evening(self.desk, self, self.session.cabinet)

    @cached_property
    def copies(self) -> SessionCopies:
        """The copies of this sign-in."""
        from peerdesk.app.copies import SessionCopies

        made = SessionCopies(self.desk, self.session, self._signed, self.context.jobs, self)
        self._stops += [place.subscribe(made.changed) for place in self.session.places]
        made.not_whole.connect(lambda: self.window.open("backups", "damaged", b""))
        return made

    @cached_property
    def keyless(self) -> Keyless:
        """Opening this person's drawer without its password."""
        from peerdesk.app.keys.keyless import Keyless, own_computer

        own, signed = own_computer(self.desk.workspace), self._signed
        return Keyless(own, signed.drawer_id, signed.drawer_key, self.computer, self.context.jobs)

    def arrive(self) -> None:
        """Show the first page; after the first paint, so that the frame is there at once. What a
        sign-in settles comes when that page can be seen."""
        if self.window.current or self._closed:  # a lock can come before the first page
            return
        self.window.go("today" if self.session.cabinet is not None else "notes")
        QTimer.singleShot(SEEN, self, self.settle)

    def settle(self) -> None:
        """Once, after :meth:`arrive`: say what was found, take over what came in meanwhile."""
        if self._closed:
            return
        for trouble in self._troubles:
            self.notice(trouble)
        self.keys.tell_closed()
        self.keys.tell_older()
        if self.session.cabinet is not None:
            from peerdesk.features.notes.service import NotesService

            if NotesService(self.session.drawer).about_any(self._erased_people()):
                self.window.go("notes")
        self.leaving.begin()
        self.keys.put_seals_right()
        if self.evening is not None:
            self.evening.begin()
        self.copies.start()

    # -- what pages ask for ------------------------------------------------------------------

    def open(self, place: str, kind: str, uid: bytes) -> None:
        """Show one thing in its room."""
        del place
        if kind == "closing" and self.evening is not None and self.evening.closes(uid):
            return
        self.window.open(ROOM_OF[kind], kind, uid)

    def notice(self, text: object, undo: object = None) -> None:
        """A sentence in the undo bar."""
        self.window.notice(cast(str, text), cast(None, undo))

    def find(self) -> FindPanel:
        """Ctrl+K: the panel is made once and kept."""
        if self._find is None:
            from peerdesk.app.find.panel import FindPanel

            rooms_here = self.window.rooms.values()
            self._find = FindPanel(
                self.window,
                [partial(r.find, self.context) for r in rooms_here if r.find is not None],
                commands=self._commands(),
                names=self.context.names,
            )
            self._find.chosen.connect(lambda item: self.open(item.place, item.kind, item.uid))
        self._find.start()
        return self._find

    def change_scale(self, by: int) -> None:
        """Ctrl + and Ctrl −; 0 is 100 %."""
        steps = (by > 0) - (by < 0)
        now = self.personal.text_scale
        self.personal.set_text_scale(next_scale(now, steps) if steps else 100)

    # -- inside ------------------------------------------------------------------------------

    def _group_name(self) -> str:
        return self.group.name if self.group is not None else self.tr("My place")

    def _commands(self) -> list[Command]:
        from peerdesk.app.find.also import ALSO
        from peerdesk.app.find.panel import Command
        from peerdesk.ui.text import render

        also = {key: render(words) for key, words in ALSO.items()}
        go = [
            Command(
                room.title(),
                partial(self.window.go, key),
                room.icon,
                room.shortcut,
                also.get(key, ""),
            )
            for key, room in self.window.rooms.items()
        ]
        return [
            *go,
            Command(self.tr("Show or close names"), self.context.names.toggle, "eye", "F8"),
            Command(self.tr("New note"), self._new_note, "pen"),
            Command(self.tr("Lock"), self.desk.lock, "lock", "Ctrl+L", also["lock"]),
        ]

    def _new_note(self) -> None:
        self.window.open("notes", "new", b"")

    def _give_extras(self) -> None:
        """What a room may ask of another room goes through here, as rooms do not know each
        other."""
        extra = self.context.extra
        extra["me"] = self.personal.name
        extra["keyless"] = self.keyless
        extra["copies"], extra["sticks"] = self.copies.service, self.copies.sticks
        if self.copies.keep:
            extra["copy_first"] = self.copies.service.before_step
        extra["show_copies"] = partial(self.window_go, "backups")
        extra["end_for_copies"] = lambda: self.desk.lock()
        extra["open_keys"] = partial(self.window_go, "keys")
        extra["keys_page"] = self.keys.page
        extra["edit_help_now"] = lambda: self.window.go("help")
        extra["go"] = self.window_go
        extra["commands"] = self._commands
        if self.context.cabinet is not None:
            from peerdesk.app import closing, referrals, team_notes
            from peerdesk.app.subjects import services, subjects

            extra["erased_people"] = self._erased_people
            extra["print_recovery"] = partial(self.window_go, "recovery")
            extra["recovery_page"] = self._recovery_page
            extra["note_subjects"] = partial(subjects, self.context)
            extra.update(team_notes.extras(self.context))
            extra.update(closing.extras(self.context))
            extra.update(referrals.extras(self.context))
            extra["evening"] = self.evening
            if self.evening is not None:
                extra["before_erasing"] = self.evening.before_erasing
                extra["given_up_by_erasing"] = self.evening.given_up_by_erasing
            extra["find_services"] = partial(services, self.context)

    def _erased_people(self) -> set[bytes]:
        """Uids of people who were erased from the open cabinet for good."""
        cabinet = self.session.cabinet
        assert cabinet is not None
        rows = cabinet.rows("SELECT uid FROM erased WHERE kind = 'person'")
        return {bytes(row[0]) for row in rows}  # type: ignore[call-overload]

    def window_go(self, key: str) -> None:
        """Go to a room; the window is made after the pages' extras."""
        self.window.go(key)

    def _recovery_page(self) -> Page:
        from peerdesk.app.keys.recovery_page import RecoveryPage
        from peerdesk.features.keys.service import KeysService

        cabinet = self.session.cabinet
        assert cabinet is not None
        keys = KeysService(self.desk.workspace, self.desk.kdf, self.desk.clock)
        return RecoveryPage(
            lambda one: keys.new_parts(cabinet, self.session.drawer, one_sheet=one),
            lambda: keys.parts_printed(cabinet),
            self.desk.workspace.path,
            self.computer.shared,
        )

    def _apply_look(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        scheme = cast(theme.Scheme, self.personal.scheme)
        theme.apply(app, scheme, self.personal.text_scale / 100)

    def _settings_changed(self, change: Change) -> None:
        if change.tables & {"setting", "preference"}:
            self._apply_look()
            self.context.extra["me"] = self.personal.name
            self.leaving.settings_changed()
            self.keyless.follow()
            if self.context.names.shared() != self.computer.shared:
                self.context.names.set_shared(self.computer.shared)
        if change.tables & {"setting", "support_group"}:
            self.window.set_group(self._group_name(), self.computer.centre)

    # -- ending ------------------------------------------------------------------------------

    def close(self) -> None:
        """Save, stop what runs, close every file. What could not be saved is raised at the end."""
        self._closed = True
        try:
            self.window.flush()
        finally:
            self.context.jobs.cancel_all(WAIT_AT_A_LOCK)
            if "copies" in vars(self):  # a lock can come before the first page
                self.copies.at_a_lock()
            self.leaving.end()
            for stop in self._stops:
                stop()
            self.window.release()
            for timer in (*self.findChildren(QTimer), *self.window.findChildren(QTimer)):
                timer.stop()  # what looks now and then would look into closed files
            if "evening" in vars(self) and self.evening is not None:
                self.evening.tidy()
            if self.window.current:  # else nothing was seen
                self.keys.keep_seen()
            end_all(self.window)
            for page in self.window.pages.values():
                page.end()
            self.session.close()


ROOM_OF = {
    "person": "people",
    "meeting": "meetings",
    "agenda": "meetings",
    "attendance": "meetings",
    "about": "meetings",
    "closing": "closing",
    "series": "meetings",
    "ways": "meetings",
    "templates": "meetings",
    "topics": "meetings",
    "service": "directory",
    "note": "notes",
    "team_note": "team",
}
