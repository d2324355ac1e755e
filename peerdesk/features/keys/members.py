"""A place of one's own, and its personal sheet.

Someone without a group sees what is for everyone and their own drawer, nothing else: there is no
key to anything else in it.
"""

from __future__ import annotations

from peerdesk.features.keys.base import KeysBase, Person
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.safe import recovery
from peerdesk.safe.accounts import Opened
from peerdesk.store.connection import connect
from peerdesk.store.glance import connect_to_read

SETTING = "own_places"
"""Of the computer: ``no`` when a facilitator switched places of one's own off."""


def new_sheet() -> tuple[bytes, str]:
    """(secret, the 20 words) of a personal sheet; the secret is kept nowhere."""
    secret, words = recovery.new_personal_sheet()
    return secret, " ".join(words)


class Members(KeysBase):
    """Verbs of somebody for themselves."""

    def allowed(self) -> bool:
        """Whether anyone may make a place of their own at this computer. KnownErrors of reading."""
        connection = connect_to_read(self._workspace.shelf)
        try:
            row = connection.execute(
                "SELECT value FROM setting WHERE key = ?", (SETTING,)
            ).fetchone()
        finally:
            connection.close()
        return row is None or row[0] != "no"

    def make_place(self, person: Person) -> SignedIn:
        """A drawer without a cabinet. Takes seconds. Raises as ``Accounts.create``; then nothing
        is left."""
        made = self._make_drawer(person, [])
        return SignedIn(made.drawer_id, made.key)

    def give_sheet(self, signed_in: SignedIn, sheet_secret: bytes) -> None:
        """Let a new personal sheet open the drawer; one from before stops working.

        Call it when the sheet is on paper and was checked. Raises KeyFileDamaged and the
        KnownErrors of writing.
        """
        path = self._workspace.drawer(signed_in.drawer_id)
        connect(path, signed_in.drawer_key, read_only=True).close()  # never wrap a key that is not
        opened = Opened(signed_in.drawer_id, signed_in.drawer_key, path)
        self._accounts().give_sheet(opened, sheet_secret)
