"""What was left without a sign-in: slips, a stand-in's evening, and whether slips are taken at all.

Boxes lie on the shelf, and what a facilitator decides about them stands in the cabinet (``Taken``):
one operation on one file, which can be undone. Boxes that are known there leave the shelf at the
next lock or sign-in. Nobody knows who wrote what is in a box, so it is read strictly, nothing of it
is taken over by itself, and the same thing put in twice is told by its own uid.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from hashlib import blake2b

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.meetings.base import MeetingView
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.safe import in_tray as safe_tray
from peerdesk.safe.in_tray import Slip
from peerdesk.store import in_tray
from peerdesk.store.cabinet import Group, Meeting, Taken
from peerdesk.store.connection import known
from peerdesk.store.evening import Result, Unreadable, read_result
from peerdesk.store.listing_reports import Report, keep, plain_words, read, show
from peerdesk.store.place import Place
from peerdesk.store.waiting import anew, let_former_go

_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Marks that could show words in another order than they were written."""
_TIDIED: Text = translate("InTray", "Tidied up the in-tray")
_MORE: Text = translate(
    "InTray",
    "More lies in the in-tray than PeerDesk reads at a time. The rest is safe where it is. It "
    "comes up when you have decided about what is shown.",
)
MOST_TURNS = 10
"""How often what nobody can read is taken out at one press of a button."""


@dataclass(frozen=True)
class SlipView:
    """Words somebody left. ``key`` names them for the verbs; ``listing``: they say that something
    is wrong with a listing of local help, ``about`` one of this name if it is there. Such a slip
    without words says that the number did not work."""

    key: bytes
    words: str
    listing: bool = False
    about: str = ""


@dataclass(frozen=True)
class EveningView:
    """An evening run without a key, not taken over yet. ``key`` names it for the verbs, and stands
    for its sheet in ``result``: the uid of a sheet is the name of its file, so anybody can use it.

    ``meeting``: the date it would be taken over into, None for one of its own. ``beside``: that
    date was closed, or has an evening of its own already, so this is only offered beside it.
    """

    key: bytes
    result: Result
    began_at: int
    meeting: MeetingView | None
    beside: bool

    @property
    def here(self) -> int:
        """How many came."""
        return self.result.head_count

    @property
    def new(self) -> int:
        """How many of them for the first time."""
        return sum(extra.new for extra in self.result.extras)

    @property
    def names(self) -> tuple[str, ...]:
        """Names that were typed in at the door."""
        return tuple(n for extra in self.result.extras if (n := plain(extra.name)))


@dataclass(frozen=True)
class Look:
    """What lies in the in-tray. ``unreadable``: so many boxes that nobody here can read; ``more``:
    more lies there than is read at a time, and comes up when this is decided."""

    slips: tuple[SlipView, ...] = ()
    evenings: tuple[EveningView, ...] = ()
    unreadable: int = 0
    more: bool = False

    @property
    def count(self) -> int:
        """How many things wait for a decision."""
        return len(self.slips) + len(self.evenings)


@dataclass
class _Sorted:
    """Boxes by what they are: (uid of the row, what was inside)."""

    fresh: list[Slip]
    twice: list[tuple[bytes, str]]
    before: list[tuple[bytes, str]]
    unreadable: list[bytes]
    left: list[bytes]
    keys: list[tuple[bytes, bytes]]
    more: bool = False


class InTrayService(MeetingsService):
    """The in-tray of the group whose cabinet is open."""

    def __init__(self, cabinet: Place, shelf: Place) -> None:
        super().__init__(cabinet, shelf)
        self._on_shelf = shelf
        self._seen: dict[bytes, Slip | None] = {}

    # -- reading -----------------------------------------------------------------------------

    def look(self) -> Look:
        """What waits. Never raises for what is in a box."""
        found = self._sort()
        slips = [self._slip(s) for s in found.fresh if s.kind != "evening"]
        evenings = [self._evening(s) for s in found.fresh if s.kind == "evening"]
        return Look(tuple(slips), tuple(evenings), len(found.unreadable), found.more)

    def sheet_keys(self) -> tuple[tuple[bytes, bytes], ...]:
        """Keys of stand-ins' sheets: (uid of the row, what was inside)."""
        return tuple(self._sort().keys)

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
        found = [s for s in self._sort().fresh if s.kind == "listing" and _key(s) == key]
        report = _report(found[0]) if found else None
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
            found = self._sort()
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
        found = self._sort()
        gone = [*found.twice, *found.before]
        in_tray.remove(self._on_shelf, [*(uid for uid, _ in gone), *found.left], _TIDIED)
        return _told(found)

    def tidy(self) -> None:
        """At a lock: boxes that were decided about leave the shelf. Never raises a KnownError."""
        with contextlib.suppress(KnownError):
            found = self._sort()
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

    def _sort(self) -> _Sorted:
        found = _Sorted([], [], [], [], [], [])
        group = Group.select().first()
        if group is None:
            return found
        seen: set[bytes] = set()
        opened: set[bytes] = set()
        closed: list[bytes] = []
        taken = {bytes(row.uid) for row in Taken.select(Taken.uid)}
        found.more = in_tray.more_wait(self._on_shelf, bytes(group.uid))
        for box in in_tray.boxes(self._on_shelf, bytes(group.uid)):
            slip = self._open(group, box)
            if slip is None:
                closed.append(box.uid)
                continue
            opened.add(box.uid)
            if slip.kind == "sheet key":  # for who goes on with a meeting, not for a decision here
                found.keys.append((box.uid, slip.data))
                continue
            key = _key(slip)
            if _readable(slip, bytes(group.uid)) is None:
                found.unreadable.append(box.uid)
            elif key in taken or (slip.kind == "evening" and self.was_merged(slip.uid)):
                found.before.append((box.uid, slip.kind))
            elif key in seen:
                found.twice.append((box.uid, slip.kind))
            else:
                seen.add(key)
                found.fresh.append(slip)
        made_of = {anew(uid) for uid in opened}
        for uid in closed:
            # Sealed anew for another key of the group: of the two, one opens.
            twin = anew(uid) in opened or uid in made_of
            (found.left if twin else found.unreadable).append(uid)
        return found

    def _open(self, group: Group, box: in_tray.Box) -> Slip | None:
        if box.box is None:
            return None
        # By what is in it: somebody may have put another box there under the same uid.
        known = blake2b(box.box, digest_size=16).digest()
        if known not in self._seen:
            secrets = [bytes(group.secret_key)]
            if group.former_secret is not None:  # put in while the key was changed
                secrets.append(bytes(group.former_secret))
            opened = (safe_tray.open_box(s, bytes(group.uid), box.box) for s in secrets)
            self._seen[known] = next((slip for slip in opened if slip is not None), None)
        return self._seen[known]

    def _slip(self, slip: Slip) -> SlipView:
        report = _report(slip)
        if report is None:
            return SlipView(_key(slip), plain(slip.data.decode()))
        return SlipView(_key(slip), report.words, listing=True, about=self._about(report))

    def _about(self, report: Report) -> str:
        """The name of the listing, as it stands here; "" for one that does not."""
        rows = self._on_shelf.rows("SELECT name FROM service WHERE uid = ?", report.service_uid)
        return str(rows[0][0]) if rows else ""

    def _evening(self, slip: Slip) -> EveningView:
        key = _key(slip)
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


def plain(words: str) -> str:
    """Words without marks that could make them look like others."""
    kept = words.translate(_BIDI)
    return "".join(c if c.isprintable() or c in "\n\u200c\u200d" else " " for c in kept).strip()


def _key(slip: Slip) -> bytes:
    """What ``Taken`` knows it by: equal for the same thing put in twice, and for nothing else, so
    that nobody can keep a slip or an evening away by using its uid first."""
    data = blake2b(slip.data, digest_size=16).digest()
    return natural_uid("in-tray", slip.kind, slip.uid, data)


def _readable(slip: Slip, group: bytes) -> Slip | None:
    """The slip, when it is one as we write them."""
    if slip.kind == "listing":
        return slip if _report(slip) is not None else None
    try:
        words = slip.data.decode()
        if slip.kind != "evening":
            return slip if plain(words) and len(words) <= in_tray.MOST_WORDS else None
        result = read_result(words)
    except (UnicodeDecodeError, Unreadable):
        return None
    ours = result.group == group.hex() and result.sheet == slip.uid.hex()
    return slip if ours else None


def _report(slip: Slip) -> Report | None:
    """What a slip about a listing says; None for another one, or when it cannot be read."""
    if slip.kind != "listing":
        return None
    found = read(slip.data) or plain_words(slip.data)
    if found is None:
        return None
    clean = replace(found, words=plain(found.words), service=plain(found.service))
    # words of nothing but marks do not say that a number did not work
    return clean if bool(clean.words) == bool(found.words) else None


def _told(found: _Sorted) -> tuple[Text, ...]:
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
