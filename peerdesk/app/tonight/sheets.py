"""Tonight's sheets as the main window knows them: made, gone on with, merged, taken away.

The cabinet keeps a row for each sheet (``store.cabinet.TonightKey``), written before the sheet is
made and gone after it: so no sheet is ever without its key. A sheet's file is named like its uid,
which is random, so that what was merged is known by the file's name alone. Merging is one operation
of the cabinet together with ``merged_at``: undone, the sheet is simply not merged yet. The file
goes when the desk is locked or closed.

**When a key goes.** A sheet that is merged loses its key with its file. One that is not there, or
cannot be read, may only be so today: another program holds it, the disk is full, a folder is half
in step with another computer. So its key stays for :data:`KEPT_MS` from the first time it was
missed (``missed_at``), at every sign-in it is looked for again, and when it reads it is offered or
merged as if nothing had been. What could be read of a damaged one is merged at once, as somebody
waits to close that evening; when it reads after all, the rest is merged too. Only what was missed
for all that time is put away, key and file. A clock that ran backwards begins the time anew.

**Erasing somebody for good** takes the keys of all sheets that are merged, or missed just then, as
they may name that person and nobody can look (``store.erased.take_out``); their files go at the
next :meth:`Sheets.tidy`. Sheets that can be read are closed and merged before
(:meth:`Sheets.close_all`), so that no name waits in them; a meeting that runs is merged, and its
sheet goes, when it has ended.

Plain Python. A sheet is opened alone (``store.tonight``), so nothing here touches one while its
process runs: that holds it too, and no file that somebody deletes changes that.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from peerdesk.app.tonight.alive import meeting_lives
from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid, new_file_id
from peerdesk.core.text import Text, translate
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.safe import files
from peerdesk.store.cabinet import Meeting, Taken, TonightKey
from peerdesk.store.connection import SQLITE_ERRORS, Damaged, InUse, connect, known
from peerdesk.store.evening import Plan, Result
from peerdesk.store.place import Place
from peerdesk.store.tonight import PATIENCE, may_be_opened, open_tonight
from peerdesk.store.workspace import Workspace

KEPT_MS = 14 * 24 * 3_600_000
"""So long the key of a sheet stays that is not there or cannot be read."""
KEY_BYTES = 32
SUFFIXES = ("-wal", "-shm", "-journal", "")
"""Of the files of one sheet; the sheet itself goes last."""

DAMAGED = translate(
    "Tonight",
    "The sheet of a meeting is damaged. What could be read of it is kept; the rest can be added by "
    "hand when you close the evening. Should it read again within two weeks, PeerDesk takes over "
    "the rest by itself.",
)
LOST = translate(
    "Tonight",
    "The sheet of a meeting cannot be read just now. Nothing else was touched. PeerDesk tries "
    "again for two weeks, each time you sign in. You can close that evening by hand meanwhile.",
)
GIVEN_UP = translate(
    "Tonight",
    "The sheet of a meeting could not be read for two weeks. It was put away. Please close that "
    "evening by hand.",
)
RUNS = translate(
    "Tonight",
    "This meeting is still running, so it was not closed. Nothing was changed. Please end it where "
    "it runs.",
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

    def settle(self) -> Settled:
        """Merge what was ended, and of damaged sheets what can be read; look again for what was
        missed before. The only place that notes what is missed, and gives up what was for long."""
        merged: list[bytes] = []
        troubles: list[Text] = []
        for row in self._unmerged():
            meeting = self._settle(row, troubles)
            if meeting is not None:
                merged.append(meeting)
        return Settled(tuple(merged), tuple(troubles))

    def close(self, file_id: str) -> bytes:
        """Merge a sheet nobody ended: it ended when it was last alive. Returns the meeting's uid,
        b"" for a stand-in's. Raises Damaged, and a KnownError for one that runs."""
        row = TonightKey.get(TonightKey.file_id == file_id)
        if meeting_lives(self._workspace.path):
            raise KnownError(RUNS)
        try:
            with self._opened(row) as service:  # held until it is merged
                return self._merge(row, service.result())
        except InUse as error:
            if error.path != self._workspace.sheet(file_id):
                raise
            raise KnownError(RUNS) from error

    def close_all(self) -> None:
        """Before somebody is erased for good: merge all sheets of the group's own that can be read,
        ended or not, and note which are missed. A stand-in's names nobody of the group.

        Raises KnownError where one cannot be looked into for a reason that passes, and where the
        cabinet cannot be written: then nobody should be erased now.
        """
        for row in self._unmerged():
            if row.merged_at is not None or not row.meeting_uid:
                continue
            path = self._workspace.sheet(str(row.file_id))
            try:
                if _is_gone(path):
                    raise Damaged(path)
                with self._opened(row) as service:
                    self._merge(row, service.result())
            except (Damaged, InUse) as error:
                if error.path != path:
                    raise
                if isinstance(error, Damaged) and row.missed_at is None:
                    self._note(row, self._clock.now_ms())

    def given_up_by_erasing(self) -> int:
        """Of how many evenings of the group's own something would be lost for good if somebody were
        erased now: their sheets are not there or cannot be read, and erasing takes their keys."""
        missed = TonightKey.missed_at.is_null(False)
        if meeting_lives(self._workspace.path):  # nothing is read then, and keys go all the same
            rows = list(TonightKey.select().where(missed))
        else:
            rows = self._unmerged()
        return sum(bool(row.meeting_uid) and self._would_go(row) for row in rows)

    def _would_go(self, row: TonightKey) -> bool:
        if row.merged_at is not None or meeting_lives(self._workspace.path):
            return True
        if _is_gone(self._workspace.sheet(str(row.file_id))):
            return True
        try:
            with self._opened(row) as service:
                service.result()
        except Damaged:
            return True
        except KnownError:  # one that runs stays, and else nobody is erased now
            return False
        return False

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
        whole = TonightKey.merged_at.is_null(False) & TonightKey.missed_at.is_null(True)
        for row in list(TonightKey.select().where(whole)):
            self.forget(str(row.file_id))
        for (uid,) in self._cabinet.rows("SELECT uid FROM erased WHERE kind = 'tonight'"):
            remove_sheet(self._workspace, bytes(uid).hex())  # type: ignore[call-overload]
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

    def _unmerged(self) -> list[TonightKey]:
        """Rows of sheets that are not merged, or only in part; none while a meeting runs."""
        if meeting_lives(self._workspace.path):
            return []
        wanted = TonightKey.merged_at.is_null(True) | TonightKey.missed_at.is_null(False)
        return list(TonightKey.select().where(wanted).order_by(TonightKey.started_at.desc()))

    def _waiting(self) -> list[TonightKey]:
        """Those of them that nothing was merged of, and whose sheet is there."""
        rows = [row for row in self._unmerged() if row.merged_at is None]
        return [row for row in rows if not _is_gone(self._workspace.sheet(str(row.file_id)))]

    def _settle(self, row: TonightKey, troubles: list[Text]) -> bytes | None:
        """The uid of the meeting that something was merged into. Raises Damaged and InUse of the
        cabinet; what else is wrong is told."""
        path = self._workspace.sheet(str(row.file_id))
        if _is_gone(path):
            self._missed(row, troubles)
            return None
        try:
            with self._opened(row) as service:
                if row.missed_at is not None:
                    self._note(row, None)
                if row.merged_at is not None:
                    return self._merge_rest(row, service.result())
                if service.state().ended:
                    return self._merge(row, service.result())
                return None
        except (Damaged, InUse) as error:
            if error.path != path:
                raise  # the cabinet
            if isinstance(error, InUse):  # it runs
                return None
        except KnownError as problem:
            troubles.append(problem.text)
            return None
        return self._salvage(row, path, troubles)

    def _salvage(self, row: TonightKey, path: Path, troubles: list[Text]) -> bytes | None:
        """Of a damaged sheet: merge what can be read, once; its key stays for a while."""
        from peerdesk.features.tonight.salvage import salvage  # hardly ever needed

        result = salvage(path, bytes(row.key)) if row.merged_at is None else None
        if result is not None:
            troubles.append(DAMAGED)
        elif row.missed_at is None:
            troubles.append(LOST)
        self._missed(row, troubles)
        return None if result is None else self._merge(row, result)

    def _missed(self, row: TonightKey, troubles: list[Text]) -> None:
        """Note since when a sheet is missed; put away what was missed for long enough."""
        now = self._clock.now_ms()
        since = row.missed_at
        if since is None or not row.started_at <= since <= now:
            self._note(row, now)
        elif now - since >= KEPT_MS:
            path = self._workspace.sheet(str(row.file_id))
            if row.merged_at is None and not _is_gone(path):
                troubles.append(GIVEN_UP)
            self.forget(str(row.file_id))

    def _note(self, row: TonightKey, missed_at: int | None) -> None:
        row.missed_at = missed_at
        self._write("UPDATE tonight SET missed_at = ? WHERE id = ?", (missed_at, row.id))

    def _write(self, sql: str, values: tuple[object, ...]) -> None:
        """On a connection of its own: it is no step that somebody could undo."""
        connection = self._cabinet.another()
        try:
            connection.execute(sql, values)
        except SQLITE_ERRORS as error:
            raise known(error, self._cabinet.path) from error
        finally:
            connection.close()

    @contextlib.contextmanager
    def _opened(self, row: TonightKey) -> Iterator[TonightService]:
        path = self._workspace.sheet(str(row.file_id))
        if not row.meeting_uid and not may_be_opened(path, bytes(row.key)):
            raise Damaged(path)
        place = open_tonight(path, bytes(row.key), self._clock, alone=True)
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

    def _merge_rest(self, row: TonightKey, result: Result) -> bytes:
        """What could not be read of a damaged sheet at first: like a second sheet of its meeting,
        which comes together with the first."""
        uid = natural_uid("read again", bytes(row.uid))
        return self._merge(row, replace(result, sheet=uid.hex()) if row.meeting_uid else result)

    def _was_merged(self, file_id: str) -> bool:
        try:
            uid = bytes.fromhex(file_id)
        except ValueError:
            return False
        if TonightKey.get_or_none(TonightKey.uid == uid) is not None:
            return False
        by_meeting = Meeting.select().where(Meeting.sheet_uid == uid).exists()
        return bool(by_meeting or Taken.select().where(Taken.uid == uid).exists())


def _is_gone(path: Path) -> bool:
    """Whether there is no such file; one that cannot be looked at is there."""
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def _opens(path: Path, key: bytes) -> bool:
    try:
        connect(path, key, read_only=True, patience=PATIENCE).close()
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
