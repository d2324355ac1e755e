"""Tonight's sheets when somebody is to be erased for good.

Erasing takes the keys of all sheets that are merged, or missed just then, as they may name that
person and nobody can look (``store.erased.take_out``); their files go at the next
:meth:`Sheets.tidy`. Sheets that can be read are merged before, so that no name waits in them; a
meeting that runs is merged, and its sheet goes, when it has ended.
"""

from __future__ import annotations

from peerdesk.app.tonight.sheet_files import is_gone
from peerdesk.app.tonight.sheet_rows import SheetRows
from peerdesk.core.errors import KnownError
from peerdesk.store.cabinet import TonightKey
from peerdesk.store.connection import Damaged, InUse


class Erasing(SheetRows):
    """What is merged before, and what would be lost."""

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
                if is_gone(path):
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
        if self._runs():  # nothing is read then, and keys go all the same
            rows = list(TonightKey.select().where(missed))
        else:
            rows = self._unmerged()
        return sum(bool(row.meeting_uid) and self._would_go(row) for row in rows)

    def _would_go(self, row: TonightKey) -> bool:
        if row.merged_at is not None or self._runs():
            return True
        if is_gone(self._workspace.sheet(str(row.file_id))):
            return True
        try:
            with self._opened(row) as service:
                service.result()
        except Damaged:
            return True
        except KnownError:  # one that runs stays, and else nobody is erased now
            return False
        return False
