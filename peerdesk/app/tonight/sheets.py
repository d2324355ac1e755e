"""Tonight's sheets as the main window knows them: made, gone on with, merged, taken away.

The cabinet keeps a row for each sheet (``store.cabinet.TonightKey``), written before the sheet is
made and gone after it: so no sheet is ever without its key, and a row without a sheet is only
tidied. A sheet's file is named like its uid, which is random, so that what was merged is known by
the file's name alone. Merging is one operation of the cabinet together with ``merged_at``: undone,
the sheet is simply not merged yet. The file goes when the desk is locked or closed.

Plain Python; nothing here opens a sheet while its process may run.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from peerdesk.app.tonight.alive import meeting_lives
from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_file_id
from peerdesk.core.text import Text, translate
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.safe import files
from peerdesk.store.cabinet import Meeting, Taken, TonightKey
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.evening import Plan, Result
from peerdesk.store.place import Place
from peerdesk.store.tonight import may_be_opened, open_tonight
from peerdesk.store.workspace import Workspace

ASIDE = "aside"
KEY_BYTES = 32
SUFFIXES = ("-wal", "-shm", "-journal", "")
"""Of the files of one sheet; the sheet itself goes last."""

DAMAGED = translate(
    "Tonight",
    "The sheet of a meeting is damaged. What could be read of it is kept; the rest can be added by "
    "hand when you close the evening. Nothing else was touched.",
)
LOST = translate(
    "Tonight",
    "The sheet of a meeting is damaged and could not be read. Nothing else was touched. Please "
    "close that evening by hand.",
)

Merge = Callable[[Result], object]


@dataclass(frozen=True)
class Left:
    """A meeting that nobody ended. ``meeting``: its uid, b"" for a stand-in's; ``start``: wall time
    as in the plan; ``started``: its first item had begun."""

    file_id: str
    meeting: bytes
    title: str
    start: str
    started: bool


@dataclass(frozen=True)
class Settled:
    """What :meth:`Sheets.settle` did: meetings (uids) that were merged, sentences to say."""

    merged: tuple[bytes, ...] = ()
    troubles: tuple[Text, ...] = ()


class Sheets:
    """The sheets of one open cabinet. Writing raises the KnownErrors of ``store.place``.

    ``merge`` takes a result over into the cabinet. ``hand_in`` puts one of a stand-in's evening
    into the in-tray instead: whoever wrote it is not known, so a facilitator looks at it first.
    """

    def __init__(
        self, workspace: Workspace, cabinet: Place, clock: Clock, merge: Merge, hand_in: Merge
    ) -> None:
        self._workspace, self._cabinet, self._clock = workspace, cabinet, clock
        self._take, self._hand_in = merge, hand_in

    def begin(self, plan: Plan, code: str) -> tuple[str, bytes]:
        """Make a sheet for ``plan``: its file id and its key. Raises KnownError, and then there is
        neither a sheet nor a row."""
        file_id, key = new_file_id(), os.urandom(KEY_BYTES)
        uid = bytes.fromhex(file_id)
        with self._cabinet.operation(translate("Tonight", "Started the meeting")):
            TonightKey.create(
                uid=uid,
                file_id=file_id,
                key=key,
                meeting_uid=bytes.fromhex(plan.meeting),
                started_at=self._clock.now_ms(),
            )
        try:
            make_sheet(self._workspace, file_id, key, plan, self._clock, code)
        except BaseException:
            self.forget(file_id)
            raise
        return file_id, key

    def adopt(self, uid: bytes, key: bytes) -> bool:
        """Take over the key of a stand-in's sheet (uid 16 bytes, key 32) that lies here. False
        while it may still be needed where it is: the sheet is there, and does not open with it."""
        file_id = uid.hex()
        path = self._workspace.sheet(file_id)
        if not path.exists() or TonightKey.get_or_none(TonightKey.uid == uid) is not None:
            return True
        if not _opens(path, key):
            return False
        with self._cabinet.operation(translate("Tonight", "Took over a meeting")):
            TonightKey.create(
                uid=uid, file_id=file_id, key=key, meeting_uid=b"", started_at=self._clock.now_ms()
            )
        return True

    def key_of(self, file_id: str) -> bytes | None:
        """The key of a sheet of this cabinet, or None."""
        row = TonightKey.get_or_none(TonightKey.file_id == file_id)
        return None if row is None else bytes(row.key)

    def left(self) -> tuple[Left, ...]:
        """Sheets that were neither ended nor merged, the newest first; none while a meeting
        runs. Those that cannot be read are left out."""
        found = []
        for row in self._waiting():
            with contextlib.suppress(KnownError), self._opened(row) as service:
                state = service.state()
                if not state.ended:
                    plan = service.plan
                    found.append(
                        Left(
                            str(row.file_id),
                            bytes(row.meeting_uid),
                            plan.title,
                            plan.start,
                            state.started,
                        )
                    )
        return tuple(found)

    def settle(self) -> Settled:
        """Merge what was ended; set aside what is damaged, after merging what could be read."""
        merged: list[bytes] = []
        troubles: list[Text] = []
        aside: list[TonightKey] = []
        for row in self._waiting():
            try:
                with self._opened(row) as service:
                    result = service.result() if service.state().ended else None
            except Damaged:
                from peerdesk.features.tonight.salvage import salvage  # hardly ever needed

                result = salvage(self._workspace.sheet(str(row.file_id)), bytes(row.key))
                troubles.append(LOST if result is None else DAMAGED)
                aside.append(row)
            except KnownError as problem:
                troubles.append(problem.text)
                continue
            if result is not None:
                merged.append(self._merge(row, result))
        for row in aside:
            self._set_aside(row)
        return Settled(tuple(merged), tuple(troubles))

    def close(self, file_id: str) -> bytes:
        """Merge a sheet nobody ended: it ended when it was last alive. Returns the meeting's uid,
        b"" for a stand-in's. Raises Damaged."""
        row = TonightKey.get(TonightKey.file_id == file_id)
        with self._opened(row) as service:
            result = service.result()
        return self._merge(row, result)

    def check(self, file_id: str) -> None:
        """Raises Damaged for a sheet that cannot be gone on with."""
        with self._opened(TonightKey.get(TonightKey.file_id == file_id)):
            pass

    def tidy(self) -> None:
        """Take away the sheets that were merged, and what a power cut left of others that were.

        Called when the desk closes: until then the merge can be undone. A sheet whose merge is not
        known here is never touched, as it may belong to another group.
        """
        if meeting_lives(self._workspace.path):
            return
        for row in list(TonightKey.select().where(TonightKey.merged_at.is_null(False))):
            self.forget(str(row.file_id))
        for name in files.names_in(self._workspace.tonight):
            file_id = name.partition(".")[0]
            if len(file_id) == 32 and self._was_merged(file_id):
                remove_sheet(self._workspace, file_id)

    def forget(self, file_id: str) -> None:
        """Take a sheet away, and then its row."""
        remove_sheet(self._workspace, file_id)
        # Nobody needs to be told: the merge key keeps it out of the undo bar.
        label = translate("Tonight", "Tidied up after a meeting")
        with self._cabinet.operation(label, merge=("tonight", file_id)):
            TonightKey.delete().where(TonightKey.file_id == file_id).execute()

    # -- inside ------------------------------------------------------------------------------

    def _waiting(self) -> list[TonightKey]:
        if meeting_lives(self._workspace.path):
            return []
        rows = list(
            TonightKey.select()
            .where(TonightKey.merged_at.is_null(True))
            .order_by(TonightKey.started_at.desc())
        )
        there = []
        for row in rows:
            if self._workspace.sheet(str(row.file_id)).exists():
                there.append(row)
            else:  # cut off between the row and the sheet: nothing had happened yet
                self.forget(str(row.file_id))
        return there

    @contextlib.contextmanager
    def _opened(self, row: TonightKey) -> Iterator[TonightService]:
        path = self._workspace.sheet(str(row.file_id))
        if not row.meeting_uid and not may_be_opened(path, bytes(row.key)):
            raise Damaged(path)
        place = open_tonight(path, bytes(row.key), self._clock)
        try:
            yield TonightService(place, self._clock)
        finally:
            place.close()

    def _merge(self, row: TonightKey, result: Result) -> bytes:
        ours = bytes(row.meeting_uid)
        if not ours:
            self._hand_in(result)
        with self._cabinet.operation(translate("Tonight", "Took over the evening")):
            if ours:
                self._take(result)
            TonightKey.update(merged_at=self._clock.now_ms()).where(
                TonightKey.id == row.id
            ).execute()
        return ours

    def _set_aside(self, row: TonightKey) -> None:
        """Keep a damaged sheet in another folder; what could be read of it is merged by now."""
        path = self._workspace.sheet(str(row.file_id))
        place = path.parent / ASIDE
        files.make_folder(place)
        with files.plain_words(path):
            for suffix in SUFFIXES:
                part = path.with_name(path.name + suffix)
                if part.exists():
                    os.replace(part, place / part.name)
        if TonightKey.get_by_id(row.id).merged_at is None:
            self.forget(str(row.file_id))

    def _was_merged(self, file_id: str) -> bool:
        try:
            uid = bytes.fromhex(file_id)
        except ValueError:
            return False
        if TonightKey.get_or_none(TonightKey.uid == uid) is not None:
            return False
        by_meeting = Meeting.select().where(Meeting.sheet_uid == uid).exists()
        return bool(by_meeting or Taken.select().where(Taken.uid == uid).exists())


def _opens(path: Path, key: bytes) -> bool:
    try:
        connect(path, key, read_only=True).close()
    except KnownError:
        return False
    return True


def make_sheet(
    workspace: Workspace, file_id: str, key: bytes, plan: Plan, clock: Clock, code: str
) -> None:
    """Make a sheet and close it again. Raises KnownError."""
    files.make_folder(workspace.tonight)
    uid = bytes.fromhex(file_id)
    new_sheet(workspace.sheet(file_id), key, plan, clock, sheet_uid=uid, code=code).close()
    files.sync_folder(workspace.tonight)


def remove_sheet(workspace: Workspace, file_id: str) -> None:
    """Take the files of one sheet away; what cannot be taken now is taken later."""
    path = workspace.sheet(file_id)
    with contextlib.suppress(OSError):
        for suffix in SUFFIXES:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        workspace.tonight.rmdir()  # only when it is empty
