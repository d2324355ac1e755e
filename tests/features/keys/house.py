"""A house with one group, for the rooms of the keys."""

from __future__ import annotations

from pathlib import Path

from peerdesk.core.clock import FixedClock
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.facilitators import Facilitators
from peerdesk.features.keys.groups import Groups
from peerdesk.features.keys.handover import Handover
from peerdesk.features.keys.members import Members
from peerdesk.features.keys.passwords import Passwords
from peerdesk.features.keys.plans import GroupPlan
from peerdesk.features.keys.recover import Recover
from peerdesk.features.keys.service import KeysService
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.safe.kdf import Kdf
from peerdesk.store.connection import connect
from peerdesk.store.workspace import Workspace, build

MARIA = Person("Maria", "a sentence of maria, long enough")
TOM = Person("tom", "a sentence of tom, long enough", called="Tom Q")
GROUP = GroupPlan("Tuesday Circle", 1, "18:30", 90, "Blue room", public=True)


class House:
    """A workspace, its clock, and every room of the keys; ``maria`` made the group."""

    def __init__(self, path: Path, kdf: Kdf, clock: FixedClock) -> None:
        with build(path, clock):
            pass
        self.workspace, self.clock, self.kdf = Workspace(path), clock, kdf
        parts = self.workspace, kdf, clock
        self.keys = KeysService(*parts)
        self.facilitators, self.groups = Facilitators(*parts), Groups(*parts)
        self.members, self.passwords = Members(*parts), Passwords(*parts)
        self.handover, self.recover = Handover(*parts), Recover(*parts)
        self.made = self.keys.first_facilitator(MARIA.name, MARIA.password, GROUP)
        self.maria = self.made.signed_in
        self.group_uid, self.file_id, self.key = self.maria.cabinets[0]

    def signs_in(self, person: Person) -> SignedIn:
        return self.keys.sign_in(person.name, person.password)

    def look(self, path: Path, key: bytes, sql: str, *values: object) -> list[tuple[object, ...]]:
        raw = connect(path, key)
        try:
            rows: list[tuple[object, ...]] = raw.execute(sql, values).fetchall()
            return rows
        finally:
            raw.close()

    def group(
        self, sql: str, *values: object, key: bytes | None = None
    ) -> list[tuple[object, ...]]:
        """Rows of the group's cabinet; ``key`` where it is not the first one any more."""
        return self.look(self.workspace.cabinet(self.file_id), key or self.key, sql, *values)

    def uid_of(self, name: str, key: bytes | None = None) -> bytes:
        ((uid,),) = self.group("SELECT uid FROM keyholder WHERE name = ?", name, key=key)
        assert isinstance(uid, bytes)
        return uid

    def files(self) -> set[str]:
        return {
            str(p.relative_to(self.workspace.path))
            for p in self.workspace.path.rglob("*")
            if p.is_file() and not p.name.endswith(("-wal", "-shm"))
        }
