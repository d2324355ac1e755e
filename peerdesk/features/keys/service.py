"""Keys as people meet them: the first facilitator, signing in, the group's recovery parts.

The recovery secret is never kept. "Print later" keeps a reminder alone: printing later makes a NEW
secret, writes the seals anew and prints parts of that, so there is no moment at which a file, open
or closed, holds what two colleagues need to bring the group back (SECURITY.md, Recovery).

Methods that derive a key take seconds and belong in a job. They open files on connections of their
own or in their own thread, and nothing they opened stays open. The other rooms of the keys stand
beside this one: ``facilitators``, ``members``, ``passwords``, ``groups``, ``handover``,
``recover``.
"""

from __future__ import annotations

import contextlib

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.features.keys import reading, renewal, sealing
from peerdesk.features.keys.first import FirstKeys, write_card
from peerdesk.features.keys.plans import Computer, GroupPlan, Made
from peerdesk.features.keys.reading import FileMissing
from peerdesk.features.keys.signed_in import Card, SignedIn
from peerdesk.safe import recovery, seals
from peerdesk.safe.accounts import Opened
from peerdesk.store import backup_archive as archives
from peerdesk.store import backup_names, erased
from peerdesk.store.cabinet import Group
from peerdesk.store.glance import SQLITE_ERRORS, connect_to_read, in_plain_words
from peerdesk.store.place import Place

__all__ = ["Card", "Computer", "FileMissing", "GroupPlan", "KeysService", "Made", "SignedIn"]


class KeysService(FirstKeys):
    """Drawers, cabinets and their keys in one workspace."""

    # -- signing in --------------------------------------------------------------------------

    def sign_in(self, name: str, password: str) -> SignedIn:
        """The drawer of ``name`` and the keys of their cabinets, the one opened last first. Takes
        seconds.

        Raises the KnownErrors of ``Accounts.sign_in``, :class:`FileMissing` or ``Damaged`` for the
        drawer. A cabinet that does not open is left out and named in ``troubles``, or in ``closed``
        when it is not made out to them any more. Drawers without a key file are set aside first.
        """
        self.put_drawers_right()
        return self.look_round(self._accounts().sign_in(name, password))

    def key_in_a_copy(self) -> bool:
        """Whether a key file is missing here that a copy on this computer still has: after a
        sign-in that met no drawer this says that a copy may help. Quick."""
        with contextlib.suppress(KnownError):
            lost = set(self._accounts().aside()) - self._erased_drawers()
            for path in backup_names.in_folder(self._workspace.backups) if lost else ():
                with contextlib.suppress(KnownError), archives.Archive(path) as archive:
                    if any(f"drawers/{drawer_id}.key" in archive.members for drawer_id in lost):
                        return True
        return False

    def put_drawers_right(self) -> None:
        """Set drawers without a key file aside, bring back those that have theirs again, and end
        an erasing that was cut off. What cannot be written now is tried at the next sign-in."""
        with contextlib.suppress(KnownError):
            accounts = self._accounts()
            accounts.set_aside()
            if lost := accounts.aside():
                for drawer_id in self._erased_drawers().intersection(lost):
                    self._forget(drawer_id)

    def _erased_drawers(self) -> set[str]:
        """Ids of the drawers the shelf says were erased for good."""
        connection = connect_to_read(self._workspace.shelf)
        try:
            gone = erased.erased_in(connection)
        except SQLITE_ERRORS as error:
            raise in_plain_words(error, self._workspace.shelf) from error
        finally:
            connection.close()
        return {entry.uid.hex() for entry in gone if entry.kind == erased.DRAWER}

    def look_round(self, opened: Opened) -> SignedIn:
        """The keys of the cabinets of a drawer that is open. Ends renewals that were cut off.

        Raises as :meth:`sign_in`.
        """
        renewal.settle(opened.path, opened.key)
        if not opened.path.exists():
            raise FileMissing(opened.path)
        secrets, passes = reading.look_into_drawer(opened.path, opened.key)
        cabinets: list[tuple[bytes, str, bytes]] = []
        troubles: list[Text] = []
        cards: list[Card] = []
        closed: list[bytes] = []
        for group_uid, file_id in passes:
            path = self._workspace.cabinet(file_id)
            try:
                key = sealing.unseal(self._workspace.seals(file_id), group_uid, secrets).cabinet_key
                renewal.settle(path, key)
                card = reading.look_into_cabinet(path, key)
            except seals.NotForYou:
                closed.append(group_uid)
                continue
            except KnownError as error:
                troubles.append(error.text)
                continue
            cabinets.append((group_uid, file_id, key))
            on_shelf = reading.public_key_on_shelf(self._workspace.shelf, file_id)
            if on_shelf != card.public_key:
                cards.append(card)
                # The group's own from before says that telling the shelf was cut off.
                if on_shelf is not None and on_shelf not in reading.keys_before(path, key):
                    troubles.append(_CARD_CHANGED)
        return SignedIn(
            opened.drawer_id, opened.key, cabinets, tuple(troubles), tuple(cards), tuple(closed)
        )

    def put_cards_right(self, shelf: Place, signed_in: SignedIn) -> None:
        """Write the public keys that differed from the cabinets' own onto the open shelf."""
        if not signed_in.cards:
            return
        label = translate("Keys", "Put the group's public key right")
        with shelf.operation(label):
            for card in signed_in.cards:
                write_card(card)
        shelf.changed(label, "cabinet_card")  # Ctrl+Z must not bring the wrong key back

    def put_seals_right(self, cabinet: Place, key: bytes) -> bool:
        """Finish letting somebody in, or taking somebody out, that was cut off; whether there was
        anything to finish. Raises the KnownErrors of writing."""
        raw = cabinet.another()  # nothing of this may be undone
        try:
            return sealing.put_right(self._workspace.seals(cabinet.path.stem), raw, key)
        finally:
            raw.close()

    # -- recovery ----------------------------------------------------------------------------

    def new_parts(self, cabinet: Place, drawer: Place, *, one_sheet: bool = False) -> list[str]:
        """New recovery parts for the open cabinet; older ones stop working when it returns.

        First the cabinet learns the new public key and that nothing is printed yet, then the seals
        are made anew: stopped in between, the older parts still open, and Today still reminds.
        Raises the KnownErrors of the seals and of writing.
        """
        group = Group.get()
        rows = drawer.rows("SELECT secret_key FROM identity ORDER BY id DESC")
        own = tuple(row[0] for row in rows if isinstance(row[0], bytes))
        path = self._workspace.seals(cabinet.path.stem)
        unsealed = sealing.unseal(path, group.uid, own)
        secret = recovery.new_secret()
        public = recovery.recovery_keypair(secret).public
        with cabinet.operation(translate("Keys", "Make new recovery parts")):
            Group.update(recovery_public=public, recovery_printed_at=None).execute()
        # What was sealed cannot be taken back by Ctrl+Z, so neither may the row that goes with it.
        cabinet.changed(translate("Keys", "Make new recovery parts"), "support_group")
        raw = cabinet.another()
        try:
            sealing.write(path, raw, unsealed.cabinet_key)
        finally:
            raw.close()
        return self.parts_of(secret, one_sheet=one_sheet)

    def parts_printed(self, cabinet: Place) -> None:
        """The parts are on paper and were checked: Today stops reminding."""
        with cabinet.operation(translate("Keys", "Keep in mind that the parts are printed")):
            Group.update(recovery_printed_at=self._clock.now_ms()).execute()

    def parts_printed_at_first_start(self, made: Made) -> None:
        """As :meth:`parts_printed`, for a cabinet that is not open."""
        _, file_id, key = made.signed_in.cabinets[0]
        with self._cabinet(file_id, key) as cabinet:
            self.parts_printed(cabinet)


_CARD_CHANGED = translate(
    "Keys",
    "The key that seals messages to your group was not the group's own. It has been put right. "
    "Your records were not touched. Someone may have changed files on this computer: please tell "
    "the person who looks after it.",
)
