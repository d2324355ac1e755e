"""What is in the boxes of the in-tray: opened, read strictly, and sorted by what becomes of it.

Nobody knows who wrote what is in a box, and the same thing put in twice is told by what it says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from peerdesk.core.ids import natural_uid
from peerdesk.safe import in_tray as safe_tray
from peerdesk.safe.in_tray import Slip
from peerdesk.store import in_tray
from peerdesk.store.cabinet import Group, Taken
from peerdesk.store.evening_json import Unreadable, read_result
from peerdesk.store.listing_reports import Report, plain_words, read
from peerdesk.store.place import Place
from peerdesk.store.waiting import anew

_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Marks that could show words in another order than they were written."""


@dataclass
class Sorted:
    """Boxes by what they are. ``fresh`` wait for a decision; ``twice`` lie there beside an equal
    one and ``before`` were decided about (uid of the row, kind); ``unreadable``: nobody here opens
    or reads them; ``left``: an older sealing of one that opens; ``keys`` of stand-ins' sheets (uid
    of the row, what was inside); ``more`` lies there than was read."""

    fresh: list[Slip] = field(default_factory=list)
    twice: list[tuple[bytes, str]] = field(default_factory=list)
    before: list[tuple[bytes, str]] = field(default_factory=list)
    unreadable: list[bytes] = field(default_factory=list)
    left: list[bytes] = field(default_factory=list)
    keys: list[tuple[bytes, bytes]] = field(default_factory=list)
    more: bool = False


class Boxes:
    """The boxes on the shelf for the group whose cabinet is open; each is opened once.

    ``was_merged`` tells of the uid of a sheet whether its evening is in the cabinet.
    """

    def __init__(self, shelf: Place, was_merged: Callable[[bytes], bool]) -> None:
        self._shelf, self._was_merged = shelf, was_merged
        self._seen: dict[bytes, Slip | None] = {}

    def sort(self) -> Sorted:
        """Look into every box. Never raises for what is in one."""
        found = Sorted()
        group = Group.select().first()
        if group is None:
            return found
        seen: set[bytes] = set()
        opened: set[bytes] = set()
        closed: list[bytes] = []
        taken = {bytes(row.uid) for row in Taken.select(Taken.uid)}
        found.more = in_tray.more_wait(self._shelf, bytes(group.uid))
        for box in in_tray.boxes(self._shelf, bytes(group.uid)):
            slip = self._open(group, box)
            if slip is None:
                closed.append(box.uid)
                continue
            opened.add(box.uid)
            if slip.kind == "sheet key":  # for who goes on with a meeting, not for a decision here
                found.keys.append((box.uid, slip.data))
                continue
            key = key_of(slip)
            if not _is_readable(slip, bytes(group.uid)):
                found.unreadable.append(box.uid)
            elif key in taken or (slip.kind == "evening" and self._was_merged(slip.uid)):
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


def plain(words: str) -> str:
    """Words without marks that could make them look like others."""
    kept = words.translate(_BIDI)
    return "".join(c if c.isprintable() or c in "\n\u200c\u200d" else " " for c in kept).strip()


def key_of(slip: Slip) -> bytes:
    """What ``Taken`` knows it by: equal for the same thing put in twice, and for nothing else, so
    that nobody can keep a slip or an evening away by using its uid first."""
    data = blake2b(slip.data, digest_size=16).digest()
    return natural_uid("in-tray", slip.kind, slip.uid, data)


def _is_readable(slip: Slip, group: bytes) -> bool:
    """Whether it is one as we write them, for the group of this uid."""
    if slip.kind == "listing":
        return report_in(slip) is not None
    try:
        words = slip.data.decode()
        if slip.kind != "evening":
            return bool(plain(words)) and len(words) <= in_tray.MOST_WORDS
        result = read_result(words)
    except (UnicodeDecodeError, Unreadable):
        return False
    return result.group == group.hex() and result.sheet == slip.uid.hex()


def report_in(slip: Slip) -> Report | None:
    """What a slip about a listing says; None for another one, or when it cannot be read."""
    if slip.kind != "listing":
        return None
    found = read(slip.data) or plain_words(slip.data)
    if found is None:
        return None
    clean = replace(found, words=plain(found.words), service=plain(found.service))
    # words of nothing but marks do not say that a number did not work
    return clean if bool(clean.words) == bool(found.words) else None
