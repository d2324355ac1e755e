"""Who may open a group: letting somebody in beside a present facilitator, and taking somebody out.

Everything here takes the keys of the one who is signed in, with nothing open (``base``), and the
desk locks afterwards. Nobody's password is ever seen by anyone else: the newcomer types it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import cast

from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.keys import renewal, sealing, went_back
from peerdesk.features.keys.base import Drawer, Person
from peerdesk.features.keys.errors import AlreadyFacilitator, LastOne, NotThere
from peerdesk.features.keys.first import FirstKeys, write_card
from peerdesk.features.keys.signed_in import Card, SignedIn
from peerdesk.safe import seals
from peerdesk.store import backup, erased
from peerdesk.store.cabinet import Keyholder
from peerdesk.store.connection import Connection, connect
from peerdesk.store.drawer import CabinetPass, Identity
from peerdesk.store.glance import SQLITE_ERRORS
from peerdesk.store.place import Place
from peerdesk.store.waiting import let_former_go

Edit = Callable[[Connection], object]


@dataclass(frozen=True)
class Holder:
    """A facilitator of a group. ``since_at`` is UTC ms; ``me`` the one who is signed in."""

    uid: bytes
    name: str
    since_at: int
    me: bool


@dataclass(frozen=True)
class Renewed:
    """A cabinet under a new key. ``old_copies`` names copies on this computer that could not be
    made anew and still open with the old key."""

    signed_in: SignedIn
    old_copies: tuple[str, ...] = ()


def holders(cabinet: Place, drawer: Place) -> list[Holder]:
    """The facilitators of an open cabinet, longest first."""
    own = {row[0] for row in drawer.rows("SELECT public_key FROM identity")}
    rows = cast(
        list[tuple[bytes, str, int, bytes]],
        cabinet.rows("SELECT uid, name, since_at, public_key FROM keyholder ORDER BY since_at, id"),
    )
    return [Holder(uid, name, at, public in own) for uid, name, at, public in rows]


class Facilitators(FirstKeys):
    """Verbs about the people who can open a group."""

    # -- letting in --------------------------------------------------------------------------

    def add_new(self, signed_in: SignedIn, group_uid: bytes, person: Person) -> Drawer:
        """Somebody without a place here becomes a facilitator. Takes seconds.

        Raises TooManyFacilitators and as ``Accounts.create``; then nothing is left.
        """
        file_id, key = find(signed_in, group_uid)
        with self._cabinet(file_id, key) as cabinet:
            self._check_room(cabinet)
            drawer = self._make_drawer(person, [(group_uid, file_id)])
            try:
                self._let_in(cabinet, key, (drawer.uid, person.shown, drawer.public_key))
            except BaseException:
                self._forget(drawer.drawer_id)
                raise
        return drawer

    def add_known(
        self, signed_in: SignedIn, group_uid: bytes, name: str, password: str, called: str = ""
    ) -> None:
        """Somebody with a place of their own, who signs in beside, becomes a facilitator.

        Takes seconds. Raises the KnownErrors of ``Accounts.sign_in``, AlreadyFacilitator,
        TooManyFacilitators and those of writing.
        """
        file_id, key = find(signed_in, group_uid)
        opened = self._accounts().sign_in(name, password)
        renewal.settle(opened.path, opened.key)
        with self._drawer(opened.drawer_id, opened.key) as drawer:
            mine = Identity.select().order_by(Identity.id.desc()).get()
            uid, public = bytes(mine.uid), bytes(mine.public_key)
            with self._cabinet(file_id, key) as cabinet:
                if Keyholder.select().where(Keyholder.public_key == public).exists():
                    raise AlreadyFacilitator
                # Somebody who got a new key has two drawers of one uid: rows go by their keys.
                if Keyholder.select().where(Keyholder.uid == uid).exists():
                    uid = new_uid()
                self._check_room(cabinet)
                with drawer.operation(_PASS):
                    CabinetPass.insert(
                        uid=group_uid, file_id=file_id
                    ).on_conflict_ignore().execute()
                try:
                    self._let_in(cabinet, key, (uid, called.strip() or name.strip(), public))
                except BaseException:
                    drawer.undo()
                    raise

    def give_new_key(
        self, signed_in: SignedIn, group_uid: bytes, holder_uid: bytes, person: Person
    ) -> Drawer:
        """A fresh drawer for a facilitator who forgot the password; it opens the group as theirs
        did. The old drawer stays, for the day its personal sheet is found. Takes seconds.

        Raises NotThere and as :meth:`add_new`.
        """
        file_id, key = find(signed_in, group_uid)
        with self._cabinet(file_id, key) as cabinet:
            row = Keyholder.get_or_none(Keyholder.uid == holder_uid)
            if row is None:
                raise NotThere
            old, called = bytes(row.public_key), str(row.name)
            drawer = self._make_drawer(
                replace(person, called=person.called.strip() or called),
                [(group_uid, file_id)],
                holder_uid,
            )
            raw = cabinet.database.connection()
            try:
                with cabinet.operation(_NEW_KEY):
                    Keyholder.update(public_key=drawer.public_key).where(
                        Keyholder.uid == holder_uid
                    ).execute()
                    sealing.withdraw(raw, old, self._clock.now_ms())
                sealing.write(self._workspace.seals(file_id), raw, key)
            except BaseException:
                cabinet.undo()
                self._forget(drawer.drawer_id)
                raise
        return drawer

    # -- taking out --------------------------------------------------------------------------

    def remove(self, signed_in: SignedIn, group_uid: bytes, holder_uid: bytes) -> Renewed:
        """Take a facilitator out, also oneself: the cabinet gets a new key, made out to those who
        remain. Copies that were taken before stay readable; say so.

        Raises NotThere, LastOne and the KnownErrors of writing; then nothing was changed.
        """
        file_id, key = find(signed_in, group_uid)
        with self._cabinet(file_id, key):
            rows = {bytes(r.uid): bytes(r.public_key) for r in Keyholder.select()}
        if holder_uid not in rows:
            raise NotThere
        if len(rows) == 1:
            raise LastOne
        return self.withdraw(signed_in, group_uid, {rows[holder_uid]})

    def withdraw(
        self, signed_in: SignedIn, group_uid: bytes, public_keys: Collection[bytes] = ()
    ) -> Renewed:
        """A new cabinet key, made out to all but ``public_keys``; with none of them it is the
        answer to a suspected leak. A restore calls it with the withdrawn keys of newer copies.

        Raises the KnownErrors of writing; then nothing was changed.
        """
        now = self._clock.now_ms()

        def edit(raw: Connection) -> None:
            for public in public_keys:
                raw.execute("DELETE FROM keyholder WHERE public_key = ?", (public,))
                sealing.withdraw(raw, public, now)

        return self._renew(signed_in, group_uid, edit)

    def withdrawn(self, signed_in: SignedIn, group_uid: bytes) -> frozenset[bytes]:
        """The public keys that may not open this group again."""
        file_id, key = find(signed_in, group_uid)
        with self._cabinet(file_id, key) as cabinet:
            return sealing.withdrawn(cabinet.database.connection())

    # -- inside ------------------------------------------------------------------------------

    def _check_room(self, cabinet: Place) -> None:
        del cabinet  # open, so that the models answer
        if Keyholder.select().count() >= seals.MOST_FACILITATORS:
            raise seals.TooManyFacilitators

    def _let_in(self, cabinet: Place, key: bytes, who: tuple[bytes, str, bytes]) -> None:
        uid, name, public = who
        raw = cabinet.database.connection()
        with cabinet.operation(translate("Keys", "Let somebody in")):
            Keyholder.create(uid=uid, name=name, public_key=public, since_at=self._clock.now_ms())
            # Somebody who was taken out and comes back in person is welcome again.
            raw.execute("DELETE FROM withdrawn_key WHERE public_key = ?", (public,))
        try:
            sealing.write(self._workspace.seals(cabinet.path.stem), raw, key)
        except BaseException:
            cabinet.undo()
            raise

    def _renew(self, signed_in: SignedIn, group_uid: bytes, edit: Edit) -> Renewed:
        """``groups/<id>.seals`` under the new key is the moment that decides (``renewal``)."""
        file_id, key = find(signed_in, group_uid)
        path, new_key, pair = self._workspace.cabinet(file_id), seals.new_key(), seals.new_keypair()
        with self._cabinet(file_id, key) as cabinet:
            source = cabinet.database.connection()
            with self._shelf() as shelf:
                let_former_go(cabinet, shelf)  # ends the change before, should it have been cut off
            with renewal.copied(source, path, new_key) as copy:
                edit(copy)
                (old_public,) = copy.execute("SELECT public_key FROM support_group").fetchone()
                sealing.withdraw(copy, bytes(old_public), self._clock.now_ms())
                erased.withdraw_key(copy, key, self._clock.now_ms())
                copy.execute(  # the key before opens what waits in the in-tray (store.waiting)
                    "UPDATE support_group SET generation = generation + 1, public_key = ?,"
                    " former_secret = secret_key, secret_key = ?",
                    (pair.public, pair.secret),
                )
                copy.execute("UPDATE support_group SET sealed_for = ?", (sealing.digest(copy),))
                _, generation, recovery_public, keys = sealing.receivers(copy)
        try:
            seals.write_seals(
                self._workspace.seals(file_id), group_uid, generation, new_key, keys,
                recovery_public,
            )  # fmt: skip
        except BaseException:
            renewal.discard(path)
            raise
        renewal.finish(path)
        with contextlib.suppress(KnownError):  # made up for at the next sign-in
            self._tell(Card(group_uid, file_id, generation, pair.public), new_key)
        if self._workspace.drawer(signed_in.drawer_id).exists():
            with (
                contextlib.suppress(KnownError, *SQLITE_ERRORS),  # else at the next sign-in
                self._drawer(signed_in.drawer_id, signed_in.drawer_key) as drawer,
            ):
                went_back.keep_new_key(drawer, group_uid, path, new_key)
        left = self._remake(file_id, new_key)
        cabinets = [
            (uid, f, new_key if uid == group_uid else k) for uid, f, k in signed_in.cabinets
        ]
        return Renewed(SignedIn(signed_in.drawer_id, signed_in.drawer_key, cabinets), left)

    def _tell(self, card: Card, key: bytes) -> None:
        """From now on boxes of the in-tray are sealed to the new key, those that wait too."""
        with self._shelf() as shelf:
            with shelf.operation(translate("Keys", "Tell the new public key")):
                write_card(card)
            with self._cabinet(card.file_id, key) as cabinet:
                let_former_go(cabinet, shelf)

    def _remake(self, stem: str, key: bytes) -> tuple[str, ...]:
        """Copies on this computer are replaced by one under the new key; names of those left."""
        folder = self._workspace.backups
        path = next(
            p for p in (self._workspace.cabinet(stem), self._workspace.drawer(stem)) if p.exists()
        )
        old = backup.copies(path, folder)
        connection = connect(path, key)
        try:
            backup.remake(connection, path, key, folder)
        except (KnownError, OSError):
            return tuple(copy.name for copy in old if copy.exists())
        finally:
            connection.close()
        return ()


def find(signed_in: SignedIn, group_uid: bytes) -> tuple[str, bytes]:
    """(file id, key) of a cabinet somebody holds; KeyError when they do not."""
    return {uid: (file_id, key) for uid, file_id, key in signed_in.cabinets}[group_uid]


_PASS: Text = translate("Keys", "Keep the way to the group")
_NEW_KEY: Text = translate("Keys", "Give a new key")
