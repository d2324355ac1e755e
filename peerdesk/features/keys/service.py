"""Keys as people meet them: the first facilitator, signing in, the group's recovery parts.

The recovery secret is never kept. "Print later" keeps a reminder alone: printing later makes a NEW
secret, writes the seals anew and prints parts of that, so there is no moment at which a file, open
or closed, holds what two colleagues need to bring the group back (SECURITY.md, Recovery).

Methods that derive a key take seconds and belong in a job. They open files on connections of their
own or in their own thread, and nothing they opened stays open.
"""

from __future__ import annotations

from typing import cast

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import natural_uid, new_file_id, new_uid
from peerdesk.core.text import Text, translate
from peerdesk.features.keys import reading
from peerdesk.features.keys.plans import Card, Computer, GroupPlan, Made, SignedIn
from peerdesk.features.keys.reading import FileMissing
from peerdesk.safe import recovery, seals
from peerdesk.safe.accounts import Accounts
from peerdesk.safe.kdf import Kdf
from peerdesk.store.cabinet import Group, Keyholder, Series, open_cabinet
from peerdesk.store.drawer import CabinetPass, Identity, Preference, open_drawer
from peerdesk.store.glance import shipped_crisis
from peerdesk.store.place import Place
from peerdesk.store.shelf import CabinetCard, CrisisLine, PublicMeeting, Setting, open_shelf
from peerdesk.store.workspace import Workspace

__all__ = ["Card", "Computer", "FileMissing", "GroupPlan", "KeysService", "Made", "SignedIn"]

FIRST_GENERATION = 1


class KeysService:
    """Drawers, cabinets and their keys in one workspace."""

    def __init__(self, workspace: Workspace, kdf: Kdf, clock: Clock) -> None:
        self._workspace = workspace
        self._kdf = kdf
        self._clock = clock

    # -- the first start ---------------------------------------------------------------------

    def set_up_computer(self, computer: Computer) -> None:
        """Write the settings of the computer, and a crisis card where there is none.

        What was said before stays where ``computer`` is blank. Raises the KnownErrors of writing.
        """
        shelf = open_shelf(self._workspace.shelf, self._clock, self._workspace.backups)
        try:
            with shelf.operation(translate("Keys", "Set up this computer")):
                for key, value in (
                    ("language", computer.language),
                    ("text_scale", str(computer.text_scale)),
                    ("shared", "yes" if computer.shared else "no"),
                    ("centre", computer.centre),
                    ("country", computer.country),
                ):
                    if value:
                        _set(key, value)
                if not CrisisLine.select().exists():
                    rows = shipped_crisis(computer.country, computer.language)
                    for position, row in enumerate(rows):
                        CrisisLine.create(
                            uid=new_uid(),
                            position=position,
                            title=row.title,
                            detail=row.detail,
                            number=row.number,
                        )
        finally:
            shelf.close()

    def first_facilitator(
        self,
        name: str,
        password: str,
        group: GroupPlan,
        computer: Computer | None = None,
        *,
        one_sheet: bool = False,
        publish: bool = True,
    ) -> Made:
        """A drawer for ``name``, a cabinet for ``group``, the seals, and the recovery parts.

        Three parts of which any two are needed, or one that is enough (``one_sheet``, for "my own
        computer"). ``publish=False`` leaves the shelf to a later :meth:`publish`. Takes seconds.
        Raises the KnownErrors of ``safe.accounts`` and of writing; run it inside
        ``store.workspace.build`` so that nothing is left of an attempt that did not end.
        """
        opened = self._accounts().create(name, password)
        pair = seals.new_keypair()
        keyholder_uid, group_uid = new_uid(), new_uid()
        file_id, key = new_file_id(), seals.new_key()
        secret = recovery.new_secret()
        recovery_public = recovery.recovery_keypair(secret).public
        card = Card(group_uid, file_id, FIRST_GENERATION, b"")
        card, series_uid, dtstart = self._make_cabinet(
            key,
            card,
            group,
            "" if computer is None else computer.centre,
            (keyholder_uid, name.strip(), pair.public),
            recovery_public,
        )
        seals.write_seals(
            self._workspace.seals(file_id),
            group_uid,
            FIRST_GENERATION,
            key,
            [pair.public],
            recovery_public,
        )
        drawer = open_drawer(opened.path, opened.key, self._clock, self._workspace.backups)
        try:
            with drawer.operation(translate("Keys", "Make a drawer")):
                Preference.create(uid=new_uid(), key="name", value=name.strip())
                Identity.create(uid=keyholder_uid, public_key=pair.public, secret_key=pair.secret)
                CabinetPass.create(uid=group_uid, file_id=file_id)
        finally:
            drawer.close()
        result = Made(
            SignedIn(opened.drawer_id, opened.key, [(group_uid, file_id, key)]),
            tuple(self.parts_of(secret, one_sheet=one_sheet)),
            secret,
            card,
            group,
            series_uid,
            dtstart,
        )
        if computer is not None:
            self.set_up_computer(computer)
        if publish:
            self.publish(result)
        return result

    def publish(self, made: Made) -> None:
        """Put on the shelf what is public of a group. Doing it twice changes nothing."""
        shelf = open_shelf(self._workspace.shelf, self._clock, self._workspace.backups)
        try:
            with shelf.operation(translate("Keys", "Add the group")):
                _write_card(made.card)
                known = PublicMeeting.select().where(PublicMeeting.uid == made.series_uid)
                if made.plan.public and not known.exists():
                    PublicMeeting.create(
                        uid=made.series_uid,
                        group_uid=made.card.group_uid,
                        name=made.plan.name.strip(),
                        dtstart=made.dtstart,
                        zone=self._clock.zone,
                        minutes=made.plan.minutes,
                        rrule=made.plan.rrule,
                        place=made.plan.place.strip(),
                    )
        finally:
            shelf.close()

    # -- signing in --------------------------------------------------------------------------

    def sign_in(self, name: str, password: str) -> SignedIn:
        """The drawer of ``name`` and the keys of their cabinets. Takes seconds.

        Raises the KnownErrors of ``Accounts.sign_in``, :class:`FileMissing` or ``Damaged`` for the
        drawer. A cabinet that does not open is left out and named in ``troubles``.
        """
        opened = self._accounts().sign_in(name, password)
        if not opened.path.exists():
            raise FileMissing(opened.path)
        secret, passes = reading.look_into_drawer(opened.path, opened.key)
        cabinets: list[tuple[bytes, str, bytes]] = []
        troubles: list[Text] = []
        cards: list[Card] = []
        for group_uid, file_id in passes:
            try:
                unsealed = seals.open_seals(self._workspace.seals(file_id), group_uid, secret)
                card = reading.look_into_cabinet(
                    self._workspace.cabinet(file_id), unsealed.cabinet_key
                )
            except KnownError as error:
                troubles.append(error.text)
                continue
            cabinets.append((group_uid, file_id, unsealed.cabinet_key))
            on_shelf = reading.public_key_on_shelf(self._workspace.shelf, file_id)
            if on_shelf != card.public_key:
                cards.append(card)
                if on_shelf is not None:
                    troubles.append(_CARD_CHANGED)
        return SignedIn(opened.drawer_id, opened.key, cabinets, tuple(troubles), tuple(cards))

    def put_cards_right(self, shelf: Place, signed_in: SignedIn) -> None:
        """Write the public keys that differed from the cabinets' own onto the open shelf."""
        if not signed_in.cards:
            return
        label = translate("Keys", "Put the group's public key right")
        with shelf.operation(label):
            for card in signed_in.cards:
                _write_card(card)
        shelf.changed(label, "cabinet_card")  # Ctrl+Z must not bring the wrong key back

    # -- recovery ----------------------------------------------------------------------------

    def new_parts(self, cabinet: Place, drawer: Place, *, one_sheet: bool = False) -> list[str]:
        """New recovery parts for the open cabinet; older ones stop working when it returns.

        First the cabinet learns the new public key and that nothing is printed yet, then the seals
        are made anew: stopped in between, the older parts still open, and Today still reminds.
        Raises the KnownErrors of the seals and of writing.
        """
        group = Group.get()
        own = drawer.rows("SELECT secret_key FROM identity")[0][0]
        path = self._workspace.seals(cabinet.path.stem)
        unsealed = seals.open_seals(path, group.uid, cast(bytes, own))
        secret = recovery.new_secret()
        public = recovery.recovery_keypair(secret).public
        with cabinet.operation(translate("Keys", "Make new recovery parts")):
            Group.update(recovery_public=public, recovery_printed_at=None).execute()
        # What was sealed cannot be taken back by Ctrl+Z, so neither may the row that goes with it.
        cabinet.changed(translate("Keys", "Make new recovery parts"), "support_group")
        keys = [bytes(k.public_key) for k in Keyholder.select().order_by(Keyholder.id)]
        seals.write_seals(path, group.uid, group.generation, unsealed.cabinet_key, keys, public)
        return self.parts_of(secret, one_sheet=one_sheet)

    def parts_of(self, recovery_secret: bytes, *, one_sheet: bool = False) -> list[str]:
        """Recovery parts of a secret; made again, they do not mix with those made before."""
        return recovery.make_parts(recovery_secret, 1 if one_sheet else recovery.NEEDED)

    def parts_printed(self, cabinet: Place) -> None:
        """The parts are on paper and were checked: Today stops reminding."""
        with cabinet.operation(translate("Keys", "Keep in mind that the parts are printed")):
            Group.update(recovery_printed_at=self._clock.now_ms()).execute()

    def parts_printed_at_first_start(self, made: Made) -> None:
        """As :meth:`parts_printed`, for a cabinet that is not open."""
        _, file_id, key = made.signed_in.cabinets[0]
        cabinet = open_cabinet(
            self._workspace.cabinet(file_id), key, self._clock, self._workspace.backups
        )
        try:
            self.parts_printed(cabinet)
        finally:
            cabinet.close()

    def parts_due(self, cabinet: Place) -> bool:
        """Whether Today should remind to print the recovery parts of the open cabinet."""
        return any(
            row[0] is None for row in cabinet.rows("SELECT recovery_printed_at FROM support_group")
        )

    # -- inside ------------------------------------------------------------------------------

    def _accounts(self) -> Accounts:
        return Accounts(self._workspace.path, self._workspace.id, self._kdf)

    def _make_cabinet(
        self,
        key: bytes,
        card: Card,
        plan: GroupPlan,
        centre: str,
        keyholder: tuple[bytes, str, bytes],
        recovery_public: bytes,
    ) -> tuple[Card, bytes, str]:
        in_tray = seals.new_keypair()
        series_uid, dtstart = new_uid(), plan.dtstart(self._clock)
        path = self._workspace.cabinet(card.file_id)
        path.parent.mkdir(exist_ok=True)
        cabinet = open_cabinet(path, key, self._clock, self._workspace.backups)
        try:
            with cabinet.operation(translate("Keys", "Make a group")):
                Group.create(
                    uid=card.group_uid,
                    name=plan.name.strip(),
                    centre=centre.strip(),
                    generation=card.generation,
                    public_key=in_tray.public,
                    secret_key=in_tray.secret,
                    recovery_public=recovery_public,
                )
                uid, name, public = keyholder
                Keyholder.create(
                    uid=uid, name=name, public_key=public, since_at=self._clock.now_ms()
                )
                Series.create(
                    uid=series_uid,
                    name=plan.name.strip(),
                    dtstart=dtstart,
                    zone=self._clock.zone,
                    minutes=plan.minutes,
                    rrule=plan.rrule,
                    place=plan.place.strip(),
                    public=plan.public,
                )
        finally:
            cabinet.close()
        made = Card(card.group_uid, card.file_id, card.generation, in_tray.public)
        return made, series_uid, dtstart


_CARD_CHANGED = translate(
    "Keys",
    "The key that seals messages to your group was not the group's own. It has been put right. "
    "Your records were not touched. Someone may have changed files on this computer: please tell "
    "the person who looks after it.",
)


def _set(key: str, value: str) -> None:
    Setting.insert(uid=natural_uid("setting", key), key=key, value=value).on_conflict(
        conflict_target=[Setting.key], update={Setting.value: value}
    ).execute()


def _write_card(card: Card) -> None:
    CabinetCard.insert(
        uid=card.group_uid,
        file_id=card.file_id,
        generation=card.generation,
        public_key=card.public_key,
    ).on_conflict(
        conflict_target=[CabinetCard.uid],
        update={
            CabinetCard.generation: card.generation,
            CabinetCard.public_key: card.public_key,
        },
    ).execute()
