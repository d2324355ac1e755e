"""Tonight's sheets as the main window knows them: made, gone on with, merged, taken away.

The cabinet keeps a row for each sheet (``store.cabinet.TonightKey``), written before the sheet is
made and gone after it: so no sheet is ever without its key. A sheet's file is named like its uid,
which is random, so that what was merged is known by the file's name alone. Merging is one operation
of the cabinet together with ``merged_at``: undone, the sheet is simply not merged yet. The file
goes when the desk is locked or closed.

What is missing or damaged is told in ``sheet_settling``, what erasing somebody does in
``sheet_erasing``. Plain Python.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass

from peerdesk.app.tonight.sheet_erasing import Erasing
from peerdesk.app.tonight.sheet_files import KEY_BYTES, is_gone, make_sheet, opens, remove_sheet
from peerdesk.app.tonight.sheet_settling import Settling
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_file_id
from peerdesk.core.text import translate
from peerdesk.safe import files
from peerdesk.store.cabinet import Meeting, Taken, TonightKey
from peerdesk.store.connection import InUse
from peerdesk.store.evening import Plan

RUNS = translate(
    "Tonight",
    "This meeting is still running, so it was not closed. Nothing was changed. Please end it where "
    "it runs.",
)


@dataclass(frozen=True)
class Left:
    """A meeting that nobody ended. ``meeting``: its uid, b"" for a stand-in's; ``start``: wall time
    as in the plan; ``started``: its first item had begun."""

    file_id: str
    meeting: bytes
    title: str
    start: str
    started: bool


class Sheets(Settling, Erasing):
    """The sheets of one open cabinet. Writing raises the KnownErrors of ``store.place``."""

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
        if not opens(path, key):
            return False
        # No step of undo: the box this key came from is gone then, and nothing else has it.
        self._write(
            "INSERT INTO tonight (uid, file_id, key, meeting_uid, started_at)"
            " VALUES (?, ?, ?, x'', ?)",
            (uid, file_id, key, self._clock.now_ms()),
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

    def close(self, file_id: str) -> bytes:
        """Merge a sheet nobody ended: it ended when it was last alive. Returns the meeting's uid,
        b"" for a stand-in's. Raises Damaged, and a KnownError for one that runs."""
        row = TonightKey.get(TonightKey.file_id == file_id)
        if self._runs():
            raise KnownError(RUNS)
        try:
            with self._opened(row) as service:  # held until it is merged
                return self._merge(row, service.result())
        except InUse as error:
            if error.path != self._workspace.sheet(file_id):
                raise
            raise KnownError(RUNS) from error

    def check(self, file_id: str) -> None:
        """Raises Damaged for a sheet that cannot be gone on with."""
        with self._opened(TonightKey.get(TonightKey.file_id == file_id)):
            pass

    def tidy(self) -> None:
        """Take away the sheets that were merged, and what a power cut left of others that were.

        Called when the desk closes: until then the merge can be undone. A sheet whose merge is not
        known here is never touched, as it may belong to another group.
        """
        if self._runs():
            return
        whole = TonightKey.merged_at.is_null(False) & TonightKey.missed_at.is_null(True)
        for row in list(TonightKey.select().where(whole)):
            self.forget(str(row.file_id))
        for (uid,) in self._cabinet.rows("SELECT uid FROM erased WHERE kind = 'tonight'"):
            remove_sheet(self._workspace, bytes(uid).hex())  # type: ignore[call-overload]
        for name in files.names_in(self._workspace.tonight):
            file_id = name.partition(".")[0]
            if len(file_id) == 32 and self._was_merged(file_id):
                remove_sheet(self._workspace, file_id)

    # -- inside ------------------------------------------------------------------------------

    def _waiting(self) -> list[TonightKey]:
        """Those of them that nothing was merged of, and whose sheet is there."""
        rows = [row for row in self._unmerged() if row.merged_at is None]
        return [row for row in rows if not is_gone(self._workspace.sheet(str(row.file_id)))]

    def _was_merged(self, file_id: str) -> bool:
        try:
            uid = bytes.fromhex(file_id)
        except ValueError:
            return False
        if TonightKey.get_or_none(TonightKey.uid == uid) is not None:
            return False
        by_meeting = Meeting.select().where(Meeting.sheet_uid == uid).exists()
        return bool(by_meeting or Taken.select().where(Taken.uid == uid).exists())
