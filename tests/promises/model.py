"""Who may open what: the rules of the design as plain sets, without any file.

A drawer opens with its name and password, or its personal sheet. A group opens from a drawer that
holds the way to it (``passes``) and an identity the seals were made for (``holders``). A copy holds
all of it as it was; what is done later reaches into a copy only where it is cleaned.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Drawer:
    """One person's. ``uid`` and ``identity`` are those of the identity row; ``notes``: uid →
    title."""

    drawer_id: str
    name: str
    password: str
    key: bytes
    uid: bytes
    identity: bytes
    sheet: str = ""
    passes: set[bytes] = field(default_factory=set)
    notes: dict[bytes, str] = field(default_factory=dict)
    erased: set[bytes] = field(default_factory=set)

    @property
    def safe(self) -> str:
        return f"drawers/{self.drawer_id}.safe"

    def holds_again(self, then: Drawer) -> None:
        """The notes come from a copy; everything that says who opens it stays as it is now."""
        self.erased |= then.erased
        self.notes = {u: t for u, t in then.notes.items() if u not in self.erased}


@dataclass
class Circle:
    """One group. ``holders``: uid of the keyholder's row → identity; ``people``: uid → name."""

    uid: bytes
    file_id: str
    key: bytes
    holders: dict[bytes, bytes]
    parts: list[str]
    people: dict[bytes, str] = field(default_factory=dict)
    erased: set[bytes] = field(default_factory=set)

    @property
    def safe(self) -> str:
        return f"groups/{self.file_id}.safe"

    def holds_again(self, then: Circle) -> None:
        """The people come from a copy; everything that says who opens it stays as it is now."""
        self.erased |= then.erased
        self.people = {u: n for u, n in then.people.items() if u not in self.erased}


@dataclass
class World:
    """Everything in one workspace, or in one copy of it. ``gone``: drawers erased for good."""

    drawers: dict[str, Drawer] = field(default_factory=dict)
    groups: dict[bytes, Circle] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def then(self) -> World:
        """As it is at this moment."""
        return deepcopy(self)

    def opens(self, drawer: Drawer) -> dict[bytes, bytes]:
        """Group uid → key of the groups a drawer opens."""
        return {
            uid: self.groups[uid].key
            for uid in drawer.passes
            if uid in self.groups and drawer.identity in self.groups[uid].holders.values()
        }

    def is_last(self, drawer: Drawer) -> bool:
        """Whether without this drawer nobody could open one of its groups."""
        return any(
            set(self.groups[uid].holders.values()) == {drawer.identity}
            for uid in self.opens(drawer)
        )

    def known_to(self, drawer: Drawer) -> dict[str, bytes]:
        """File name → key of the places a sign-in opens."""
        groups = {self.groups[uid].safe: key for uid, key in self.opens(drawer).items()}
        return {drawer.safe: drawer.key, **groups}


@dataclass
class Copy:
    """A whole copy. ``off``: on a stick that nobody plugs in to clean it."""

    path: Path
    world: World
    off: bool

    def readable(self, now: World, me: Drawer) -> set[str]:
        """The places in it that the keys of ``me`` open, by file name."""
        keys, there = now.known_to(me), self.world
        found = {d.safe for d in there.drawers.values() if keys.get(d.safe) == d.key}
        identities = {me.identity} | {d.identity for d in there.drawers.values() if d.safe in found}
        for group in there.groups.values():
            sealed = identities & set(group.holders.values())
            if keys.get(group.safe) == group.key or sealed:
                found.add(group.safe)
        return found

    def clean(self, now: World, me: Drawer) -> None:
        """What ``me`` opens now is in it as it was, but under the keys of now and without what
        was erased since; or not at all, where no key at hand opens it there."""
        readable, keys = self.readable(now, me), now.known_to(me)
        old = self.world
        self.world = World(gone=set(now.gone))
        for drawer_id, there in old.drawers.items():
            if drawer_id in now.gone:
                continue
            if there.safe not in keys:
                self.world.drawers[drawer_id] = there
            elif there.safe in readable:
                here = deepcopy(now.drawers[drawer_id])
                here.holds_again(there)
                self.world.drawers[drawer_id] = here
        for uid, group in old.groups.items():
            if group.safe not in keys:
                self.world.groups[uid] = group
            elif group.safe in readable:
                copied = deepcopy(now.groups[uid])
                copied.holds_again(group)
                self.world.groups[uid] = copied
