"""When copies are made by themselves: at a lock, at the end, on a known stick, after erasing."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from peerdesk.core.errors import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from peerdesk.app.desk import Desk
    from peerdesk.app.session import Session
    from peerdesk.core.clock import Clock
    from peerdesk.features.backups.service import OpenFile
    from peerdesk.features.keys.service import SignedIn
    from peerdesk.store.place import Change
    from peerdesk.store.workspace import Workspace
    from peerdesk.ui.jobs import Jobs

AT_A_LOCK = 0.4
"""Seconds that copies may take of a lock, which promises two in all."""
SOON = 4_000
"""Milliseconds till the first look at sticks and older copies: signing in comes first."""
AFTER_THE_LOCK = 5_000


class SessionCopies(QObject):
    """The copies of one sign-in. ``keep`` False (a made-up group that is thrown away) makes none
    by itself. ``not_whole`` when a place of this person is damaged or missing."""

    not_whole = Signal()

    def __init__(
        self, desk: Desk, session: Session, signed: SignedIn, jobs: Jobs, parent: QObject
    ) -> None:
        from peerdesk.features.backups.service import BackupsService
        from peerdesk.features.backups.watch import StickWatch

        super().__init__(parent)
        self._jobs, self._session = jobs, session
        self.keep = not desk.throw_away
        self.service = BackupsService(desk.workspace, desk.clock, desk.kdf, opened_of(signed))
        self.service.tidy()
        self.sticks = StickWatch(self.service, jobs, self)
        self._changed: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.begin)

    def start(self) -> None:
        """Begin a little later."""
        if self.keep:
            self._timer.start(SOON)

    def begin(self) -> None:
        """Look at sticks from now on, and see once whether everything is whole and clean."""
        self.sticks.start()
        self._jobs.start(lambda job: self.service.clean(check=job.check), problem=lambda _t: None)
        with contextlib.suppress(KnownError):
            if self.service.not_whole():
                self.not_whole.emit()

    def changed(self, change: Change) -> None:
        """Something was written; what was erased is taken out of every copy that is here."""
        place = next((p for p in self._session.places if p.kind == change.place), None)
        if place is not None:
            self._changed.add(self.name_of(place.path))
        if change.kind == "erase":
            self.clean()

    def clean(self) -> None:
        """Take what was erased, or opens to a withdrawn key, out of the copies at hand."""
        folders = [s.folder for s in self.sticks.sticks() if s.root is not None]
        self._jobs.start(
            lambda job: self.service.clean(folders, job.check, every=True),
            problem=lambda _text: None,
        )

    def at_a_lock(self) -> None:
        """Quick copies of what was changed; nothing may hold up a lock."""
        self._timer.stop()
        if self.keep and self._changed:
            self.service.quick(AT_A_LOCK, self._changed)

    def at_the_end(self) -> None:
        """One copy of everything, when every file is closed and nobody waits."""
        if self.keep:
            with contextlib.suppress(KnownError, OSError):
                if self.service.due_here():
                    self.service.make_here()

    def name_of(self, path: Path) -> str:
        """The name a file has in a copy."""
        return path.relative_to(self.service.workspace.path).as_posix()


def opened_of(signed: SignedIn) -> list[OpenFile]:
    """The files whose keys a sign-in holds."""
    from peerdesk.store.backup_whole import OpenFile

    groups = [OpenFile(f"groups/{file_id}.safe", key) for _, file_id, key in signed.cabinets]
    return [OpenFile(f"drawers/{signed.drawer_id}.safe", signed.drawer_key), *groups]


def before_opening(workspace: Workspace, clock: Clock, signed: SignedIn) -> None:
    """Have a copy of everything when opening brings a place to a newer form, while the sign-in is
    waited for anyway. Raises NoCopyFirst; then nothing may be opened."""
    from peerdesk.store import backup_fresh
    from peerdesk.store.backup_whole import OpenFile

    opened = opened_of(signed)
    places = (OpenFile(workspace.shelf.name, None), *opened)
    if any(backup_fresh.is_older(workspace, file) for file in places):
        backup_fresh.before_step(workspace, opened, clock)


def shelf_is_older(workspace: Workspace) -> bool:
    """Whether opening the shelf brings it to a newer form, after a copy of everything."""
    from peerdesk.store import backup_fresh
    from peerdesk.store.backup_whole import OpenFile

    return backup_fresh.is_older(workspace, OpenFile(workspace.shelf.name, None))


class FrontCopies(QObject):
    """The copy after a lock: everything is closed then, so all of it is copied byte for byte, by
    the process that knows no key."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs: Jobs | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.begin)
        if not desk.throw_away and desk.options.greet:
            self._timer.start(AFTER_THE_LOCK)

    def begin(self) -> None:
        """Make one in the background when something changed since the last."""
        from peerdesk.features.backups.service import BackupsService
        from peerdesk.ui.jobs import Job, Jobs

        service = BackupsService(self._desk.workspace, self._desk.clock, self._desk.kdf)
        self._jobs = Jobs(self)

        def work(job: Job) -> None:
            if service.due_here():
                service.make_here(job.check)

        self._jobs.start(work, problem=lambda _text: None)

    def stop(self) -> None:
        """Before anything is opened."""
        self._timer.stop()
        if self._jobs is not None:
            self._jobs.cancel_all()


def put_in_place(desk: Desk) -> None:
    """Finish a bringing back that lies ready, before anything is opened. What cannot be written
    now is tried again at the next start."""
    from peerdesk.store import restore_apply

    with contextlib.suppress(KnownError, OSError):
        restore_apply.finish(desk.workspace)
