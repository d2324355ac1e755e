"""Ways back: the group's parts, and a personal sheet. A colleague's way stands in ``facilitators``.

Words that are mistyped, swapped or from another sheet are named by ``safe.proofread``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from peerdesk.core.errors import KnownError
from peerdesk.features.keys import renewal, sealing
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.errors import NoGroupForParts
from peerdesk.features.keys.facilitators import Facilitators, Holder
from peerdesk.features.keys.service import KeysService
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.safe import recovery, seals
from peerdesk.safe.accounts import Opened
from peerdesk.store.connection import connect
from peerdesk.store.glance import SQLITE_ERRORS, in_plain_words

_UNREADABLE: tuple[type[Exception], ...] = (*SQLITE_ERRORS, TypeError)


@dataclass(frozen=True)
class Recovered:
    """A group that two parts open; nothing was changed yet."""

    group_uid: bytes
    file_id: str
    key: bytes = field(repr=False)
    name: str


class Recover(Facilitators):
    """Verbs for somebody who forgot the password."""

    def open_group(self, parts: Sequence[str]) -> Recovered:
        """The group that typed parts open. Raises the KnownErrors of ``recovery.combine``,
        NoGroupForParts, and those of reading the group."""
        secret = recovery.recovery_keypair(recovery.combine(parts)).secret
        for path in sorted(self._workspace.groups.glob("*.seals")):
            try:
                # Only the box for the parts has to be whole; the others are made anew.
                found = seals.open_seals(path, None, secret, even_damaged=True)
            except KnownError:
                continue
            return self._look(path.stem, found.cabinet_key)
        raise NoGroupForParts

    def facilitators(self, recovered: Recovered) -> list[Holder]:
        """Those who can open a group that was recovered, longest first, so that somebody can say
        who they were. Raises the KnownErrors of reading."""
        path = self._workspace.cabinet(recovered.file_id)
        connection = connect(path, recovered.key, read_only=True)
        try:
            rows = connection.execute(
                "SELECT uid, name, since_at FROM keyholder ORDER BY since_at, id"
            ).fetchall()
        except SQLITE_ERRORS as error:
            raise in_plain_words(error, path) from error
        finally:
            connection.close()
        return [Holder(bytes(uid), str(name), int(at), False) for uid, name, at in rows]

    def let_in(self, recovered: Recovered, person: Person, was: bytes | None = None) -> SignedIn:
        """A facilitator with a drawer of their own for a group that was recovered. ``was`` is the
        uid of the holder they were: the entry, and the team notes, stay theirs under the new key,
        and the old key is withdrawn. Takes seconds.

        Raises as ``Facilitators.add_new``, and NotThere when that holder was taken out meanwhile.
        """
        here = (recovered.group_uid, recovered.file_id, recovered.key)
        signed_in = SignedIn("", b"", [here])
        if was is None:
            drawer = self.add_new(signed_in, recovered.group_uid, person)
        else:
            drawer = self.give_new_key(signed_in, recovered.group_uid, was, person)
        return SignedIn(drawer.drawer_id, drawer.key, [here])

    def open_sheet(self, text: str) -> Opened:
        """The drawer of a typed personal sheet. Raises the KnownErrors of
        ``recovery.read_personal_sheet``, WrongSheet and KeyFileDamaged."""
        KeysService(self._workspace, self._kdf, self._clock).put_drawers_right()
        return self._accounts().open_with_sheet(recovery.read_personal_sheet(text))

    def new_password(self, opened: Opened, name: str, password: str) -> SignedIn:
        """A new name and password for a drawer that its sheet opened; the sheet stays good, and
        everything else is as it was. Takes seconds. Raises as ``Accounts.change_password``."""
        renewal.settle(opened.path, opened.key)
        self._accounts().change_password(opened, name, password)
        return KeysService(self._workspace, self._kdf, self._clock).look_round(opened)

    # -- inside ------------------------------------------------------------------------------

    def _look(self, file_id: str, key: bytes) -> Recovered:
        path = self._workspace.cabinet(file_id)
        renewal.settle(path, key)
        connection = connect(path, key, read_only=True)
        try:
            uid, *_ = sealing.receivers(connection)
            (name,) = connection.execute("SELECT name FROM support_group").fetchone()
        except _UNREADABLE as error:
            raise in_plain_words(error, path) from error
        finally:
            connection.close()
        return Recovered(uid, file_id, key, str(name))
