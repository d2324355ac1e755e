"""What everyone may know of the group's series: the rows of the welcome page."""

from __future__ import annotations

from peerdesk.core.text import translate
from peerdesk.features.meetings import when
from peerdesk.features.meetings.base import MINUTE, Base
from peerdesk.features.meetings.shapes import SeriesView
from peerdesk.store.cabinet import Group, Series
from peerdesk.store.connection import known
from peerdesk.store.shelf import PublicMeeting

AHEAD = 120 * 24 * 60 * MINUTE
"""For how long the welcome page knows what does not take place."""
_COLUMNS = (
    "name, dtstart, zone, minutes, rrule, place, way, dial_in, address, ended_on, left_out, extra"
)
_PUBLISH = f"""INSERT INTO public_meeting (uid, group_uid, {_COLUMNS})
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET
    {", ".join(f"{c} = excluded.{c}" for c in _COLUMNS.split(", "))}"""


class PublicVerbs(Base):
    """Showing a series to everyone, and taking it back."""

    def show_to_everyone(self, uid: bytes, shown: bool) -> None:
        """Put the series on the welcome page, or take it off.

        Publishing writes our side first, withdrawing the public side first, so that what was
        interrupted errs towards less being public.
        """
        label = translate("Meetings", "Took the meeting off the welcome page")
        if shown:
            label = translate("Meetings", "Put the meeting on the welcome page")
        else:
            self.settle_public(without=uid)
        with self.cabinet.operation(label):
            Series.update(public=shown).where(Series.uid == uid).execute()
        self.settle_public()

    def show_dial_in(self, uid: bytes, shown: bool) -> None:
        """Give everyone the way to join from home, or take it back; in the order of
        :meth:`show_to_everyone`."""
        label = translate("Meetings", "Took how to join off the welcome page")
        if shown:
            label = translate("Meetings", "Put how to join on the welcome page")
        else:
            self.settle_public(no_dial_in=uid)
        with self.cabinet.operation(label):
            Series.update(dial_in_public=shown).where(Series.uid == uid).execute()
        self.settle_public()

    def settle_public(self, without: bytes = b"", no_dial_in: bytes = b"") -> None:
        """Make the welcome page say what the cabinet says, leaving out the series ``without`` and
        how to join ``no_dial_in``.

        For the next start after an interruption, and after an undo; may be repeated. The public
        rows follow from ours, so they are written like a job's, as no step of their own for undo.
        """
        group = Group.select().first()
        if self.shelf is None or group is None:
            return
        mine = bytes(group.uid)
        public = [s for s in self.series() if s.public and s.uid != without and not self.over(s)]
        dates = self._dates_besides(public)
        wanted = {
            s.uid: (
                s.name or str(group.name),
                when.stamp(s.start),
                s.zone,
                s.minutes,
                s.rule,
                s.place,
                s.way,
                s.dial_in if self._given(s) and s.uid != no_dial_in else "",
                s.address,
                s.ended.isoformat() if s.ended else "",
                *dates[s.uid],
            )
            for s in public
        }
        there = {
            r[0]: tuple(r[1:])
            for r in self.shelf.rows(
                f"SELECT uid, {_COLUMNS} FROM public_meeting WHERE group_uid = ?", mine
            )
        }
        if wanted == there:
            return
        connection = self.shelf.another()
        try:
            connection.execute("BEGIN IMMEDIATE")
            for uid in there.keys() - wanted.keys():
                connection.execute("DELETE FROM public_meeting WHERE uid = ?", (uid,))
            for uid, values in wanted.items():
                connection.execute(_PUBLISH, (uid, mine, *values))
            connection.execute("COMMIT")
            # The shelf is a plain file: what was taken back is not to lie about in its log.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except Exception as error:
            better = known(error, self.shelf.path)
            if better is error:
                raise
            raise better from error
        finally:
            connection.close()
        self.shelf.changed(translate("Meetings", "Meetings on the welcome page"), "public_meeting")

    def first_time(self, uid: bytes) -> str:
        """What the welcome page says about coming for the first time; kept on the shelf alone."""
        if self.shelf is None:
            return ""
        row = PublicMeeting.get_or_none(PublicMeeting.uid == uid)
        return "" if row is None else str(row.first_time)

    def set_first_time(self, uid: bytes, words: str) -> None:
        """Change what the welcome page says about coming for the first time."""
        if self.shelf is None:
            return
        label = translate("Meetings", "Changed what happens the first time")
        with self.shelf.operation(label, merge=("first_time", uid)):
            PublicMeeting.update(first_time=words).where(PublicMeeting.uid == uid).execute()

    # -- inside --------------------------------------------------------------------------------

    @staticmethod
    def _given(series: SeriesView) -> bool:
        return series.dial_in_public and series.way != "in person"

    def over(self, series: SeriesView) -> bool:
        """Whether its last day is past."""
        return series.ended is not None and series.ended < self.clock.now().date()

    def _dates_besides(self, public: list[SeriesView]) -> dict[bytes, tuple[str, str]]:
        """For each series the dates of its rule that do not take place, and those that do besides:
        both as stamps with commas."""
        gone: dict[bytes, set[str]] = {s.uid: set() for s in public}
        more: dict[bytes, set[str]] = {s.uid: set() for s in public}
        now = self.clock.now_ms()
        # Whole days, so that nothing is written anew every minute.
        day = 24 * 60 * MINUTE
        first = now - now % day - day
        found = self.between(first, now + AHEAD) if public else []
        if public:  # also what was moved out of these days
            since = when.stamp(when.wall_at(first, "UTC"))
            found += self._kept("WHERE m.recurrence_id > ?", since)
        for meeting in found:
            if meeting.series not in gone:
                continue
            if meeting.planned is not None and (meeting.cancelled or meeting.moved):
                gone[meeting.series].add(when.stamp(meeting.planned))
            if not meeting.cancelled and (meeting.extra or meeting.moved):
                more[meeting.series].add(when.stamp(meeting.start))
        return {
            s.uid: (",".join(sorted(gone[s.uid])), ",".join(sorted(more[s.uid]))) for s in public
        }
