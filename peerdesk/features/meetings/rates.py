"""How often somebody came, of the evenings on which they were expected."""

from __future__ import annotations

from dataclasses import dataclass

from peerdesk.core.text import Text, translate
from peerdesk.features.meetings.base import Base
from peerdesk.store.cabinet import HERE


@dataclass(frozen=True)
class Rate:
    """``came`` of ``expected`` evenings, by phone and online included. Evenings of which nobody
    knows (``unknown``) count neither way; those before somebody joined are none of theirs."""

    came: int
    expected: int
    unknown: int

    @property
    def sentence(self) -> Text | str:
        """The same on its own; "" while there is nothing to count."""
        if not self.expected:
            return ""
        expected = self.expected
        words = translate("Meetings", "{came} of %n evenings when expected", "", expected)
        return words.format(came=self.came)

    @property
    def words(self) -> Text | str:
        """What follows a name; "" while there is nothing to count."""
        if not self.expected:
            return ""
        expected = self.expected
        words = translate("Meetings", "came {came} of %n evenings", "", expected)
        return words.format(came=self.came)


class RateVerbs(Base):
    """Numbers of one person."""

    def rate(self, person: bytes) -> Rate:
        """How often one person came to the closed meetings they were expected at."""
        rows = self.cabinet.rows(
            "SELECT a.status, count(*) FROM attendance a JOIN meeting m ON m.id = a.meeting_id "
            "JOIN person p ON p.id = a.person_id WHERE m.status = 'closed' AND p.uid = ? "
            "GROUP BY a.status",
            person,
        )
        counts = {str(status): int(str(count)) for status, count in rows}
        unknown = counts.pop("unknown", 0)
        return Rate(sum(counts.get(s, 0) for s in HERE), sum(counts.values()), unknown)
