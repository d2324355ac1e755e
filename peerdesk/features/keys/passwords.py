"""Another password for the drawer that is open.

When somebody may know the old one, another wrap is not enough: a copy of the old key file still
opens with the old password, and gives the drawer key, the identity, and with that the cabinet
keys. So the drawer gets a new key, the identity a new pair, and every cabinet a new key.
"""

from __future__ import annotations

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.keys import renewal, sealing
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.errors import NotYourOwn
from peerdesk.features.keys.facilitators import Edit, Facilitators, Renewed
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.safe import seals, words
from peerdesk.safe.accounts import NameMissing, Opened, WeakPassword
from peerdesk.store import erased
from peerdesk.store.connection import Connection
from peerdesk.store.drawer import Identity


class Passwords(Facilitators):
    """Verbs about the password of the one who is signed in."""

    def check(self, signed_in: SignedIn, name: str, password: str) -> None:
        """Whether it is really them: an open desk alone may not change a password. Takes seconds.

        Raises the KnownErrors of ``Accounts.sign_in``, and NotYourOwn.
        """
        if self._accounts().sign_in(name, password).drawer_id != signed_in.drawer_id:
            raise NotYourOwn

    def change(self, signed_in: SignedIn, name: str, password: str) -> None:
        """Another name or password for the same key; the personal sheet stays good. Takes seconds.

        Raises as ``Accounts.change_password``; then the old ones stay.
        """
        self._accounts().change_password(self._opened(signed_in), name, password)

    def renew(self, signed_in: SignedIn, person: Person) -> Renewed:
        """Another password, because someone may know the old one: everything it ever opened gets
        a new key. Without ``person.sheet_secret`` an older personal sheet stops working.

        Takes seconds. Raises as ``Accounts.create`` and the KnownErrors of writing; stopped at any
        point, the old or the new password opens everything, and doing it again ends it.
        """
        if not person.name.strip():
            raise NameMissing
        if not words.strength_ok(person.password):
            raise WeakPassword
        pair = seals.new_keypair()
        with self._drawer(signed_in.drawer_id, signed_in.drawer_key) as drawer:
            old = [bytes(row.public_key) for row in Identity.select().order_by(Identity.id)]
            uid = bytes(Identity.select().order_by(Identity.id).get().uid)
            with drawer.operation(translate("Keys", "Make a new identity")):
                Identity.create(uid=new_uid(), public_key=pair.public, secret_key=pair.secret)
        left: tuple[str, ...] = ()
        for group_uid, _file_id, _key in signed_in.cabinets:
            renewed = self._renew(signed_in, group_uid, self._exchange(old, pair.public))
            signed_in, left = renewed.signed_in, left + renewed.old_copies
        new_key, left_here = self._renew_drawer(signed_in, person, uid, pair.public)
        return Renewed(SignedIn(signed_in.drawer_id, new_key, signed_in.cabinets), left + left_here)

    # -- inside ------------------------------------------------------------------------------

    def _opened(self, signed_in: SignedIn) -> Opened:
        path = self._workspace.drawer(signed_in.drawer_id)
        return Opened(signed_in.drawer_id, signed_in.drawer_key, path)

    def _exchange(self, old: list[bytes], public: bytes) -> Edit:
        now = self._clock.now_ms()

        def edit(raw: Connection) -> None:
            for key in old:
                raw.execute(
                    "UPDATE keyholder SET public_key = ? WHERE public_key = ?", (public, key)
                )
                sealing.withdraw(raw, key, now)

        return edit

    def _renew_drawer(
        self, signed_in: SignedIn, person: Person, uid: bytes, public: bytes
    ) -> tuple[bytes, tuple[str, ...]]:
        """The key file under the new password is the moment that decides (``renewal``)."""
        path, new_key = self._workspace.drawer(signed_in.drawer_id), seals.new_key()
        with (
            self._drawer(signed_in.drawer_id, signed_in.drawer_key) as drawer,
            renewal.copied(drawer.database.connection(), path, new_key) as copy,
        ):
            copy.execute("DELETE FROM identity WHERE public_key <> ?", (public,))
            copy.execute("UPDATE identity SET uid = ?", (uid,))
            erased.withdraw_key(copy, signed_in.drawer_key, self._clock.now_ms())
        try:
            self._accounts().rewrap(
                Opened(signed_in.drawer_id, new_key, path),
                person.name,
                person.password,
                person.sheet_secret,
            )
        except BaseException:
            renewal.discard(path)
            raise
        renewal.finish(path)
        return new_key, self._remake(signed_in.drawer_id, new_key)
