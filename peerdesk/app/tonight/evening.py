"""What a signed-in desk does about meetings that run in a process of their own."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from peerdesk.app.tonight.alive import meeting_lives
from peerdesk.app.tonight.sheets import Left, Sheets
from peerdesk.app.tonight.stand_in import begun_now
from peerdesk.core.errors import KnownError
from peerdesk.features.meetings import stand_in
from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.evening import Result
from peerdesk.store.evening_json import write
from peerdesk.store.place import Change, Place

if TYPE_CHECKING:
    from peerdesk.app.desk import Desk
    from peerdesk.app.signed_in import SignedInDesk


class Evening(QObject):
    """Starts a meeting, goes on with one, takes over what came of it. ``changed`` when there is
    another meeting to go on with, or none."""

    changed = Signal()

    def __init__(self, desk: Desk, signed: SignedInDesk, cabinet: Place) -> None:
        super().__init__(signed)
        self._desk, self._signed = desk, signed
        self._meetings = MeetingsService(cabinet, signed.session.shelf)
        self._cabinet = cabinet
        self._in_tray = InTrayService(cabinet, signed.session.shelf)
        cabinet.subscribe(self._changed)
        self.sheets = Sheets(desk.workspace, cabinet, desk.clock, self._merge, self._hand_in)

    # -- starting ----------------------------------------------------------------------------

    @property
    def any_day(self) -> bool:
        """Whoever looks round in the made-up group need not wait for its Tuesday."""
        return bool(self._desk.options.demo)

    def start(self, meeting: bytes, face: str = "facilitator") -> None:
        """Start the meeting with this uid, after its code was chosen; ``face``: what is shown
        first. One that runs already, or was left, comes forward instead."""
        if self.runs():
            self.back()
            return
        left = self.left_of(meeting)
        if left is not None:
            self.go_on(left.file_id, face)
            return
        if not self._signed.leaving.all_saved():
            return
        from peerdesk.app.tonight.code_dialog import CodeDialog

        dialog = CodeDialog(self._signed.window)
        dialog.accepted.connect(lambda: self._begin(meeting, dialog.code, face))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_door(self, meeting: bytes) -> None:
        """The same, with the door's face."""
        self.start(meeting, "door")

    def _begin(self, meeting: bytes, code: str, face: str) -> None:
        try:
            plan = self._meetings.plan_for(meeting)
            if self.any_day:
                plan = begun_now(plan, self._desk.clock)
            file_id, key = self.sheets.begin(plan, code)
        except KnownError as problem:
            self._signed.notice(problem.text)
            return
        except KeyError:  # taken away meanwhile; the pages show that by themselves
            return
        self._desk.show_meeting(file_id, key, face)

    def go_on(self, file_id: str, face: str = "facilitator") -> None:
        """Go on with a meeting that a power cut, or closing the window, left."""
        if self.runs():
            self.back()
            return
        if not self._signed.leaving.all_saved():
            return
        key = self.sheets.key_of(file_id)
        try:
            self.sheets.check(file_id)
        except KnownError as problem:
            self._signed.notice(problem.text)
            self.settle()
            return
        if key is not None:
            self._desk.show_meeting(file_id, key, face)

    # -- going back --------------------------------------------------------------------------

    def runs(self) -> bool:
        """Whether a meeting runs now."""
        return meeting_lives(self._desk.workspace.path)

    def back(self) -> None:
        """To the meeting that runs behind this window."""
        self._desk.lock(why="back")

    # -- taking over -------------------------------------------------------------------------

    def begin(self) -> None:
        """At a sign-in: what was merged before a power cut cannot be undone any more and goes;
        then :meth:`settle`."""
        with contextlib.suppress(KnownError):
            self.sheets.tidy()
        self.settle()

    def settle(self) -> None:
        """Merge what was ended and open its closing; take the keys of stand-ins' sheets from the
        in-tray."""
        try:
            for told in self._in_tray.settle():
                self._signed.notice(told)
        except KnownError as problem:
            self._signed.notice(problem.text)
        with contextlib.suppress(KnownError):
            self._take_keys()
            stand_in.keep(self._meetings, self._signed.session.shelf)
        try:
            done = self.sheets.settle()
        except KnownError as problem:
            self._signed.notice(problem.text)
            return
        for trouble in done.troubles:
            self._signed.notice(trouble)
        for meeting in done.merged[:1]:
            if meeting:
                self._signed.open("group", "closing", meeting)
        self.changed.emit()

    def left(self) -> tuple[Left, ...]:
        """Meetings nobody ended."""
        try:
            return self.sheets.left()
        except KnownError:
            return ()

    def left_of(self, meeting: bytes) -> Left | None:
        """The sheet of this meeting that was left, if there is one."""
        return next((left for left in self.left() if left.meeting == meeting), None)

    def close(self, file_id: str) -> None:
        """End a meeting nobody ended, and open its closing."""
        try:
            meeting = self.sheets.close(file_id)
        except KnownError as problem:
            self._signed.notice(problem.text)
            self.settle()
            return
        self.changed.emit()
        if meeting:
            self._signed.open("group", "closing", meeting)

    def before_erasing(self) -> None:
        """Before somebody is erased for good: evenings that wait are taken over, so that no name
        stays in their sheets. Raises KnownError where that cannot be done now."""
        self.sheets.close_all()
        self.changed.emit()

    def given_up_by_erasing(self) -> int:
        """Of how many evenings erasing somebody now would give up what nobody could read so far."""
        return self.sheets.given_up_by_erasing()

    def closes(self, meeting: bytes) -> bool:
        """Whether somebody who wants to close this meeting has one that nobody ended: it is ended
        and taken over first, so that they find who was here."""
        left = None if self.runs() else self.left_of(meeting)
        if left is not None:
            self.close(left.file_id)
        return left is not None

    def tidy(self) -> None:
        """At a lock: sheets that were merged go, and a stand-in finds the agenda as it is now.
        Nothing may hold up a lock."""
        self._in_tray.tidy()
        with contextlib.suppress(KnownError):
            self.sheets.tidy()
            stand_in.keep(self._meetings, self._signed.session.shelf)

    def _changed(self, change: Change) -> None:
        """The welcome page follows the group's switches and the agenda, also when something is
        undone."""
        try:
            if change.tables & {"group_setting", "series", "support_group"}:
                self._in_tray.publish()
            if change.tables & stand_in.TABLES:
                stand_in.keep(self._meetings, self._signed.session.shelf)
        except KnownError as problem:
            self._signed.notice(problem.text)

    def _merge(self, result: Result) -> None:
        self._meetings.merge(result)

    def _hand_in(self, result: Result) -> None:
        from peerdesk.app.tonight.stand_in import put
        from peerdesk.store.cabinet import Group

        group = bytes(Group.get().uid).hex()
        uid = bytes.fromhex(result.sheet)
        put(self._signed.session.shelf, group, uid, "evening", write(result).encode())

    def _take_keys(self) -> None:
        """Keys of stand-ins' sheets go into the cabinet; their boxes have done their work then,
        and those of sheets that are gone have too."""
        from peerdesk.app.tonight.stand_in import key_in

        done = []
        for row, data in self._in_tray.sheet_keys():
            found = key_in(data)
            if found is None or self.sheets.adopt(*found):
                done.append(row)
        self._in_tray.done_with(done)
