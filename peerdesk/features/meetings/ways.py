"""How a group meets: the lines it agreed on, and the switches that go with them."""

from __future__ import annotations

import json
from typing import NamedTuple

from peerdesk.core import resources
from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings.base import Base
from peerdesk.features.meetings.switches import USUAL
from peerdesk.store.cabinet import AgreementItem, Group, GroupSetting

OWN_AGREEMENT = "own_agreement"
"""Group setting: "1" once a group changed the lines, so that it may also have none."""
FLOOR = "floor_seconds"
FLOOR_LEAST, FLOOR_MOST, FLOOR_USUAL = 10, 300, 30
LONGEST_LINE = 500
ROOM_LINES = 6
"""More lines than this cannot be read from across the room."""


class AgreementLine(NamedTuple):
    """A line of the agreement; ``shown``: it also stands on the room screen."""

    uid: bytes
    words: str
    shown: bool


def shipped_agreement(language: str = "") -> tuple[tuple[str, bool], ...]:
    """Our own lines (words, on the room screen) in ``language``, else in English."""
    folder = resources.folder("content")
    own = folder / f"agreement.{language}.json"
    path = own if language and own.is_file() else folder / "agreement.json"
    return tuple((str(w), bool(s)) for w, s in json.loads(path.read_text("utf-8")))


class WaysVerbs(Base):
    """The settings of the group, its switches, and its agreement."""

    @property
    def language(self) -> str:
        """Two letters of the language this computer is set to; "" for English."""
        if self.shelf is None:
            return ""
        rows = self.shelf.rows("SELECT value FROM setting WHERE key = 'language'")
        return str(rows[0][0]) if rows else ""

    # -- settings ----------------------------------------------------------------------------

    def group_setting(self, key: str, default: str = "") -> str:
        """A setting of the group."""
        rows = self.cabinet.rows("SELECT value FROM group_setting WHERE key = ?", key)
        return str(rows[0][0]) if rows else default

    def set_group_setting(self, key: str, value: str) -> None:
        """Set it; one step for undo. Two computers make the same row."""
        if self.group_setting(key, "\0") == value:
            return
        with self.cabinet.operation(translate("Ways", "Changed how we meet")):
            self._put(key, value)

    def way(self, key: str) -> bool:
        """Whether a switch (``SWITCHES``) is on. Raises KeyError for another key."""
        usual = USUAL[key]
        return self.group_setting(key, "1" if usual else "0") == "1"

    def set_way(self, key: str, on: bool) -> None:
        """Turn a switch on or off. Raises KeyError for another key."""
        USUAL[key]
        self.set_group_setting(key, "1" if on else "0")

    def floor_seconds(self) -> int:
        """The least that each person has in a round."""
        try:
            seconds = int(self.group_setting(FLOOR, str(FLOOR_USUAL)))
        except ValueError:
            return FLOOR_USUAL
        return min(max(seconds, FLOOR_LEAST), FLOOR_MOST)

    def set_floor_seconds(self, seconds: int) -> None:
        """Give everybody at least ``seconds`` in a round (10 to 300)."""
        self.set_group_setting(FLOOR, str(min(max(seconds, FLOOR_LEAST), FLOOR_MOST)))

    # -- agreement ---------------------------------------------------------------------------

    def agreement(self) -> tuple[AgreementLine, ...]:
        """The lines in order; ours until the group changes something."""
        if self.group_setting(OWN_AGREEMENT) == "1":
            rows = self.cabinet.rows(
                "SELECT uid, words, shown FROM agreement_item ORDER BY position, id"
            )
            return tuple(
                AgreementLine(bytes(r[0]), str(r[1]), bool(r[2]))  # type: ignore[call-overload]
                for r in rows
            )
        group = self._group_uid()
        return tuple(
            AgreementLine(natural_uid(group, "agreement", n), words, shown)
            for n, (words, shown) in enumerate(shipped_agreement(self.language))
        )

    @property
    def own_agreement(self) -> bool:
        """Whether the lines are the group's own by now."""
        return self.group_setting(OWN_AGREEMENT) == "1"

    def room_lines(self) -> tuple[str, ...]:
        """The lines for the room screen, in order."""
        return tuple(a.words for a in self.agreement() if a.shown and a.words)[:ROOM_LINES]

    def add_agreement(self, words: str, at: int | None = None) -> bytes:
        """A new line, by default the last one. Returns its uid."""
        new = new_uid(self.clock.now_ms())
        with self.cabinet.operation(translate("Ways", "Added a line to the agreement")):
            order = self._keep_agreement()
            AgreementItem.create(uid=new, words=words.strip()[:LONGEST_LINE])
            order.insert(len(order) if at is None else at, new)
            self._order_agreement(order)
        return new

    def set_agreement(self, uid: bytes, words: str) -> None:
        """Change the words of one line."""
        label = translate("Ways", "Changed the agreement")
        with self.cabinet.operation(label, merge=("agreement", uid)):
            self._keep_agreement()
            self._set_line(uid, words=words[:LONGEST_LINE])

    def show_agreement(self, uid: bytes, shown: bool) -> None:
        """Let one line stand on the room screen, or not."""
        with self.cabinet.operation(translate("Ways", "Changed what the room screen shows")):
            self._keep_agreement()
            self._set_line(uid, shown=shown)

    def move_agreement(self, uid: bytes, by: int) -> None:
        """Move one line ``by`` places down (below 0: up), at most to the end."""
        with self.cabinet.operation(translate("Ways", "Changed the order of the agreement")):
            order = self._keep_agreement()
            if uid in order:
                at = order.index(uid)
                order.insert(min(max(at + by, 0), len(order) - 1), order.pop(at))
                self._order_agreement(order)

    def remove_agreement(self, uid: bytes) -> None:
        """Take one line away."""
        with self.cabinet.operation(translate("Ways", "Removed a line of the agreement")):
            self._keep_agreement()
            AgreementItem.delete().where(AgreementItem.uid == uid).execute()

    def restore_agreement(self) -> None:
        """Our own lines again."""
        with self.cabinet.operation(translate("Ways", "Brought our lines back")):
            AgreementItem.delete().execute()
            self._put(OWN_AGREEMENT, "0")

    # -- inside ------------------------------------------------------------------------------

    def _group_uid(self) -> bytes:
        return bytes(Group.get().uid)

    def _put(self, key: str, value: str) -> None:
        GroupSetting.insert(
            uid=natural_uid(self._group_uid(), "setting", key), key=key, value=value
        ).on_conflict(
            conflict_target=[GroupSetting.key], update={GroupSetting.value: value}
        ).execute()

    def _keep_agreement(self) -> list[bytes]:
        """Write our lines down once something is changed. Returns the order."""
        lines = self.agreement()
        if not self.own_agreement:
            for position, line in enumerate(lines):
                AgreementItem.create(
                    uid=line.uid, position=position, words=line.words, shown=line.shown
                )
            self._put(OWN_AGREEMENT, "1")
        return [line.uid for line in lines]

    def _order_agreement(self, order: list[bytes]) -> None:
        for position, uid in enumerate(order):
            self._set_line(uid, position=position)

    def _set_line(self, uid: bytes, **values: object) -> None:
        AgreementItem.update(**values).where(AgreementItem.uid == uid).execute()
