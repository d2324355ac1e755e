"""Tonight's sheets by their rows in the cabinet (``TonightKey``): opened, merged, forgotten.

A sheet is opened alone (``store.tonight``), so nothing here touches one while its process runs:
that holds it too, and no file that somebody deletes changes that.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from peerdesk.app.tonight.alive import meeting_lives
from peerdesk.app.tonight.sheet_files import remove_sheet
from peerdesk.core.clock import Clock
from peerdesk.core.text import translate
from peerdesk.features.tonight.service import TonightService
from peerdesk.store.cabinet import TonightKey
from peerdesk.store.connection import SQLITE_ERRORS, Damaged, known
from peerdesk.store.evening import Result
from peerdesk.store.place import Place
from peerdesk.store.tonight import may_be_opened, open_tonight
from peerdesk.store.workspace import Workspace

Merge = Callable[[Result], object]


class SheetRows:
    """What everything about the sheets of one open cabinet rests on.

    ``merge`` takes a result over into the cabinet. ``hand_in`` puts one of a stand-in's evening
    into the in-tray instead: whoever wrote it is not known, so a facilitator looks at it first.
    """

    def __init__(
        self, workspace: Workspace, cabinet: Place, clock: Clock, merge: Merge, hand_in: Merge
    ) -> None:
        self._workspace, self._cabinet, self._clock = workspace, cabinet, clock
        self._take, self._hand_in = merge, hand_in

    def forget(self, file_id: str) -> None:
        """Take a sheet away, and then its row."""
        remove_sheet(self._workspace, file_id)
        # Nobody needs to be told: the merge key keeps it out of the undo bar.
        label = translate("Tonight", "Tidied up after a meeting")
        with self._cabinet.operation(label, merge=("tonight", file_id)):
            TonightKey.delete().where(TonightKey.file_id == file_id).execute()

    def _runs(self) -> bool:
        """Whether a meeting of this workspace runs now."""
        return meeting_lives(self._workspace.path)

    def _unmerged(self) -> list[TonightKey]:
        """Rows of sheets that are not merged, or only in part; none while a meeting runs."""
        if self._runs():
            return []
        wanted = TonightKey.merged_at.is_null(True) | TonightKey.missed_at.is_null(False)
        return list(TonightKey.select().where(wanted).order_by(TonightKey.started_at.desc()))

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
