"""Several groups: one is active at a time, and the last one comes first at the next sign-in."""

from __future__ import annotations

from peerdesk.core.ids import new_file_id, new_uid
from peerdesk.core.text import translate
from peerdesk.features.keys.first import FirstKeys
from peerdesk.features.keys.plans import GroupPlan, Made
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.store.connection import connect
from peerdesk.store.drawer import CabinetPass, Identity
from peerdesk.store.glance import SQLITE_ERRORS, in_plain_words


class Groups(FirstKeys):
    """Verbs about the groups of one facilitator."""

    def names(self, signed_in: SignedIn) -> list[tuple[bytes, str]]:
        """(group uid, name) of every group that is open to them, the active one first. Quick;
        also while places are open. Raises the KnownErrors of reading."""
        found = []
        for group_uid, file_id, key in signed_in.cabinets:
            path = self._workspace.cabinet(file_id)
            connection = connect(path, key, read_only=True)
            try:
                (name,) = connection.execute("SELECT name FROM support_group").fetchone()
            except SQLITE_ERRORS as error:
                raise in_plain_words(error, path) from error
            finally:
                connection.close()
            found.append((group_uid, str(name)))
        return found

    def activate(self, signed_in: SignedIn, group_uid: bytes) -> SignedIn:
        """The same keys with ``group_uid`` first; the drawer remembers it. KnownErrors."""
        chosen = [c for c in signed_in.cabinets if c[0] == group_uid]
        others = [c for c in signed_in.cabinets if c[0] != group_uid]
        with (
            self._drawer(signed_in.drawer_id, signed_in.drawer_key) as drawer,
            drawer.operation(translate("Keys", "Keep in mind which group was open")),
        ):
            CabinetPass.update(opened_at=self._clock.now_ms()).where(
                CabinetPass.uid == group_uid
            ).execute()
        return SignedIn(signed_in.drawer_id, signed_in.drawer_key, chosen + others)

    def add_group(
        self,
        signed_in: SignedIn,
        plan: GroupPlan,
        called: str,
        centre: str = "",
        *,
        one_sheet: bool = False,
    ) -> Made:
        """Another group for somebody who is signed in; it comes first in what is returned.

        Stopped half-way, a cabinet may be left that nobody opens, and nothing else. Raises the
        KnownErrors of writing.
        """
        ids = new_uid(), new_file_id()
        with self._drawer(signed_in.drawer_id, signed_in.drawer_key):
            mine = Identity.select().order_by(Identity.id.desc()).get()
            keyholder = bytes(mine.uid), called.strip(), bytes(mine.public_key)
        made = self._make_group(signed_in, ids, plan, centre, keyholder, one_sheet)
        with (
            self._drawer(signed_in.drawer_id, signed_in.drawer_key) as drawer,
            drawer.operation(translate("Keys", "Keep the way to the group")),
        ):
            CabinetPass.create(uid=ids[0], file_id=ids[1], opened_at=self._clock.now_ms())
        self.publish(made)
        return made
