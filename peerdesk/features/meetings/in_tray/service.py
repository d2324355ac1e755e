"""What was left without a sign-in: slips, a stand-in's evening, and whether slips are taken at all.

Boxes lie on the shelf, and what a facilitator decides about them stands in the cabinet (``Taken``):
one operation on one file, which can be undone. Boxes that are known there leave the shelf at the
next lock or sign-in. Nobody knows who wrote what is in a box, so nothing of it is taken over by
itself.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from dataclasses import replace

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.meetings.in_tray.boxes import Boxes, Sorted, key_of, plain, report_in
from peerdesk.features.meetings.in_tray.records import EveningView, Look, SlipView
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.safe.in_tray import Slip
from peerdesk.store import in_tray
from peerdesk.store.cabinet import Group, Meeting, Taken
from peerdesk.store.connection import known
from peerdesk.store.evening_json import read_result
from peerdesk.store.listing_reports import Report, keep, show
from peerdesk.store.place import Place
from peerdesk.store.waiting import let_former_go

_TIDIED: Text = translate("InTray", "Tidied up the in-tray")
_MORE: Text = translate(
    "InTray",
    "More lies in the in-tray than PeerDesk reads at a time. The rest is safe where it is. It "
    "comes up when you have decided about what is shown.",
)
MOST_TURNS = 10
"""How often what nobody can read is taken out at one press of a button."""


class InTrayService(MeetingsService):
    """The in-tray of the group whose cabinet is open."""

    def __init__(self, cabinet: Place, shelf: Place) -> None:
        super().__init__(cabinet, shelf)
        self._on_shelf = shelf
        self._boxes = Boxes(shelf, self.was_merged)

    # -- reading -----------------------------------------------------------------------------

    def look(self) -> Look:
        """What waits. Never raises for what is in a box."""
        found = self._boxes.sort()
        slips = [self._slip(s) for s in found.fresh if s.kind != "evening"]
        evenings = [self._evening(s) for s in found.fresh if s.kind == "evening"]
        return Look(tuple(slips), tuple(evenings), len(found.unreadable), found.more)

    def sheet_keys(self) -> tuple[tuple[bytes, bytes], ...]:
        """Keys of stand-ins' sheets: (uid of the row, what was inside)."""
        return tuple(self._boxes.sort().keys)

    def done_with(self, rows: Collection[bytes]) -> None:
        """Rows that have done their work go. Raises the KnownErrors of writing."""
        in_tray.remove(self._on_shelf, rows, _TIDIED)

    # -- deciding ----------------------------------------------------------------------------

    def to_topics(self, key: bytes) -> bool:
        """A slip becomes a question in the topic box. False when it is not there (any more)."""
        slip = next((s for s in self.look().slips if s.key == key), None)
        if slip is None:
            return False
        with self.cabinet.operation(translate("InTray", "Put a slip into the topic box")):
            self.ask(slip.words, "in-tray", natural_uid("topic", key))
            self._take(key, "slip")
        return True

    def to_calls(self, key: bytes) -> bool:
        """A listing comes before those to ring this week, and says that its number did not work
        if the slip says so. False when slip or listing is not there (any more)."""
        found = [s for s in self._boxes.sort().fresh if s.kind == "listing" and key_of(s) == key]
        report = report_in(found[0]) if found else None
        if report is None or not self._about(report):
            return False
        with self.cabinet.operation(translate("InTray", "Put a listing among those to ring")):
            keep(self.cabinet, natural_uid("listing", key), report, "tray")
            self._take(key, "listing")
        show(self._on_shelf, key, report)
        return True

    def put_away(self, key: bytes) -> None:
        """Nothing comes of a slip or an evening."""
        with self.cabinet.operation(translate("InTray", "Put it away")):
            self._take(key, "put away")

    def take_over(self, key: bytes) -> bytes | None:
        """A stand-in's evening comes into the cabinet; the uid of its date, None when it is not
        there (any more).

        Marks of single people are left out: a stand-in had no list, so they cannot be right.
        """
        found = next((e for e in self.look().evenings if e.key == key), None)
        if found is None:
            return None
        with self.cabinet.operation(translate("InTray", "Took over a stand-in's evening")):
            before = {bytes(m.uid) for m in Meeting.select(Meeting.uid)}
            self.merge(found.result)
            if found.meeting is not None:
                return found.meeting.uid
            return next(bytes(m.uid) for m in Meeting.select(Meeting.uid) if m.uid not in before)

    def clear_unreadable(self) -> int:
        """Take the boxes out that nobody can read; how many they were. For good.

        Where more lies there than is read at a time it goes on, for :data:`MOST_TURNS` turns."""
        gone = 0
        for _turn in range(MOST_TURNS):
            found = self._boxes.sort()
            label = translate("InTray", "Put away what nobody can read")
            in_tray.remove(self._on_shelf, found.unreadable, label)
            gone += len(found.unreadable)
            if not found.unreadable or not found.more:
                break
        return gone

    # -- at a sign-in and at a lock ----------------------------------------------------------

    def settle(self) -> tuple[Text, ...]:
        """At a sign-in: say on the shelf whether slips are taken, seal anew what waits under the
        key before, and put away what was put in more than once. What there is to say about it.
        However much lies there, only so much is read (``store.in_tray.MOST_BOXES``); the rest
        waits. Raises the KnownErrors of writing."""
        self.publish()
        group = Group.select().first()
        if group is not None:
            in_tray.sweep(self._on_shelf, bytes(group.uid), _TIDIED)
            let_former_go(self.cabinet, self._on_shelf)
        found = self._boxes.sort()
        gone = [*found.twice, *found.before]
        in_tray.remove(self._on_shelf, [*(uid for uid, _ in gone), *found.left], _TIDIED)
        return _told(found)

    def tidy(self) -> None:
        """At a lock: boxes that were decided about leave the shelf. Never raises a KnownError."""
        with contextlib.suppress(KnownError):
            found = self._boxes.sort()
            uids = [uid for uid, _ in (*found.before, *found.twice)]
            in_tray.remove(self._on_shelf, uids, _TIDIED)

    # -- whether slips are taken -------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether the group takes slips on the welcome page."""
        return self.way("in_tray")

    def publish(self) -> None:
        """Make the welcome page offer slips, or not, as the group's switch says. May be repeated.

        The group's name stands there only when it is public by a meeting of its own; it is written
        like a job's, as it follows from the switch. Raises the KnownErrors of writing.
        """
        group = Group.select().first()
        if group is None:
            return
        key = in_tray.OPEN + bytes(group.uid).hex()
        public = any(series.public for series in self.series())
        wanted = (str(group.name).strip() if public else "") if self.is_open else None
        rows = self._on_shelf.rows("SELECT value FROM setting WHERE key = ?", key)
        if wanted == (rows[0][0] if rows else None):
            return
        connection = self._on_shelf.another()
        try:
            if wanted is None:
                connection.execute("DELETE FROM setting WHERE key = ?", (key,))
            else:
                connection.execute(
                    "INSERT INTO setting (uid, key, value) VALUES (?, ?, ?)"
                    " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    (natural_uid("setting", key), key, wanted),
                )
        except Exception as error:
            raise known(error, self._on_shelf.path) from error
        finally:
            connection.close()
        self._on_shelf.changed(translate("InTray", "Slips on the welcome page"), "setting")

    # -- inside ------------------------------------------------------------------------------

    def _slip(self, slip: Slip) -> SlipView:
        report = report_in(slip)
        if report is None:
            return SlipView(key_of(slip), plain(slip.data.decode()))
        return SlipView(key_of(slip), report.words, listing=True, about=self._about(report))

    def _about(self, report: Report) -> str:
        """The name of the listing, as it stands here; "" for one that does not."""
        rows = self._on_shelf.rows("SELECT name FROM service WHERE uid = ?", report.service_uid)
        return str(rows[0][0]) if rows else ""

    def _evening(self, slip: Slip) -> EveningView:
        key = key_of(slip)
        read_in = read_result(slip.data.decode())
        result = replace(read_in, sheet=key.hex(), people=(), stand_in=True)
        uid = self.meeting_of(result)
        meeting = None if uid is None else self.meeting(uid)
        beside = meeting is not None and (meeting.closed or not self._is_free(meeting))
        return EveningView(key, result, self._began(result), meeting, beside)

    def _take(self, key: bytes, kind: str) -> None:
        Taken.insert(
            uid=key, kind=kind, taken_at=self.clock.now_ms()
        ).on_conflict_ignore().execute()


def _told(found: Sorted) -> tuple[Text, ...]:
    said = []
    for gone, slips, one, some in (
        (
            found.twice,
            translate("InTray", "One slip had been put in twice. The second was put away."),
            translate("InTray", "An evening had been put in twice. The second was put away."),
            translate("InTray", "%n things had been put in twice. They were put away.", "", 0),
        ),
        (
            found.before,
            translate("InTray", "A slip was put in again that was here before. It was put away."),
            translate(
                "InTray", "An evening was put in again that was here before. It was put away."
            ),
            translate(
                "InTray", "%n things were put in again that were here before. They were put away.",
                "", 0,
            ),
        ),
    ):  # fmt: skip
        if len(gone) == 1:
            said.append(one if gone[0][1] == "evening" else slips)
        elif gone:
            said.append(some._replace(n=len(gone)))
    if found.more:
        said.append(_MORE)
    return tuple(said)
