"""What was ended is merged at every sign-in, and what is missed is looked for again.

**When a key goes.** A sheet that is merged loses its key with its file. One that is not there, or
cannot be read, may only be so today: another program holds it, the disk is full, a folder is half
in step with another computer. So its key stays for :data:`KEPT_MS` from the first time it was
missed (``missed_at``), at every sign-in it is looked for again, and when it reads it is offered or
merged as if nothing had been. What could be read of a damaged one is merged at once, as somebody
waits to close that evening; when it reads after all, the rest is merged too. Only what was missed
for all that time is put away, key and file. A clock that ran backwards begins the time anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from peerdesk.app.tonight.sheet_files import is_gone
from peerdesk.app.tonight.sheet_rows import SheetRows
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid
from peerdesk.core.text import Text, translate
from peerdesk.store.cabinet import TonightKey
from peerdesk.store.connection import Damaged, InUse
from peerdesk.store.evening import Result

KEPT_MS = 14 * 24 * 3_600_000
"""So long the key of a sheet stays that is not there or cannot be read."""

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


@dataclass(frozen=True)
class Settled:
    """What :meth:`Settling.settle` did: meetings (uids) that were merged, sentences to say."""

    merged: tuple[bytes, ...] = ()
    troubles: tuple[Text, ...] = ()


class Settling(SheetRows):
    """The only place that notes what is missed at a sign-in, and gives up what was for long."""

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

    def _settle(self, row: TonightKey, troubles: list[Text]) -> bytes | None:
        """The uid of the meeting that something was merged into. Raises Damaged and InUse of the
        cabinet; what else is wrong is told."""
        path = self._workspace.sheet(str(row.file_id))
        if is_gone(path):
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
            if row.merged_at is None and not is_gone(path):
                troubles.append(GIVEN_UP)
            self.forget(str(row.file_id))

    def _merge_rest(self, row: TonightKey, result: Result) -> bytes:
        """What could not be read of a damaged sheet at first: like a second sheet of its meeting,
        which comes together with the first."""
        uid = natural_uid("read again", bytes(row.uid))
        return self._merge(row, replace(result, sheet=uid.hex()) if row.meeting_uid else result)
