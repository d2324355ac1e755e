"""Holidays: days on which the dates of every series do not take place.

They are no mark on the dates themselves: a date is off as long as its day lies in a holiday, and
takes place again when the holiday is removed.
"""

from __future__ import annotations

from datetime import date

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings.public import PublicVerbs
from peerdesk.store.cabinet import Holiday


class HolidayVerbs(PublicVerbs):
    """What can be done to holidays; they are read with :meth:`days_off`."""

    def add_holiday(self, first: date, last: date, words: str = "") -> bytes:
        """Days without meetings, both included and in any order; ``words`` say why. Returns the
        uid."""
        first, last = min(first, last), max(first, last)
        uid = new_uid(self.clock.now_ms())
        with self.cabinet.operation(translate("Meetings", "Added a holiday")):
            Holiday.create(
                uid=uid, first=first.isoformat(), last=last.isoformat(), words=words.strip()
            )
        self.settle_public()
        return uid

    def remove_holiday(self, uid: bytes) -> None:
        """Let the dates in it take place again."""
        with self.cabinet.operation(translate("Meetings", "Removed the holiday")):
            Holiday.delete().where(Holiday.uid == uid).execute()
        self.settle_public()
