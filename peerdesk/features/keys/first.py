"""The first facilitator, and every group after that: a cabinet, its seals, its recovery parts."""

from __future__ import annotations

from peerdesk.core.ids import new_file_id, new_uid
from peerdesk.core.text import translate
from peerdesk.features.keys import sealing
from peerdesk.features.keys.base import KeysBase, Person
from peerdesk.features.keys.plans import Computer, GroupPlan, Made
from peerdesk.features.keys.signed_in import Card, SignedIn
from peerdesk.safe import recovery, seals
from peerdesk.store.cabinet import Group, Keyholder, Series
from peerdesk.store.glance import shipped_crisis
from peerdesk.store.shelf import CabinetCard, CrisisLine, PublicMeeting, put_setting

FIRST_GENERATION = 1


class FirstKeys(KeysBase):
    """Makes what was not there before."""

    def set_up_computer(self, computer: Computer) -> None:
        """Write the settings of the computer, and a crisis card where there is none.

        What was said before stays where ``computer`` is blank. Raises the KnownErrors of writing.
        """
        with self._shelf() as shelf, shelf.operation(translate("Keys", "Set up this computer")):
            for key, value in (
                ("language", computer.language),
                ("text_scale", str(computer.text_scale)),
                ("shared", "yes" if computer.shared else "no"),
                ("centre", computer.centre),
                ("country", computer.country),
            ):
                if value:
                    put_setting(key, value)
            if not CrisisLine.select().exists():
                rows = shipped_crisis(computer.country, computer.language)
                for position, row in enumerate(rows):
                    CrisisLine.create(
                        uid=new_uid(),
                        position=position,
                        title=row.title,
                        detail=row.detail,
                        number=row.number,
                        hours=row.hours,
                    )

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
        group_uid, file_id = new_uid(), new_file_id()
        drawer = self._make_drawer(Person(name, password), [(group_uid, file_id)])
        result = self._make_group(
            SignedIn(drawer.drawer_id, drawer.key),
            (group_uid, file_id),
            group,
            "" if computer is None else computer.centre,
            (drawer.uid, name.strip(), drawer.public_key),
            one_sheet,
        )
        if computer is not None:
            self.set_up_computer(computer)
        if publish:
            self.publish(result)
        return result

    def publish(self, made: Made) -> None:
        """Put on the shelf what is public of a group. Doing it twice changes nothing."""
        with self._shelf() as shelf, shelf.operation(translate("Keys", "Add the group")):
            write_card(made.card)
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

    def parts_of(self, recovery_secret: bytes, *, one_sheet: bool = False) -> list[str]:
        """Recovery parts of a secret; made again, they do not mix with those made before."""
        return recovery.make_parts(recovery_secret, 1 if one_sheet else recovery.NEEDED)

    # -- inside ------------------------------------------------------------------------------

    def _make_group(
        self,
        signed_in: SignedIn,
        ids: tuple[bytes, str],
        plan: GroupPlan,
        centre: str,
        keyholder: tuple[bytes, str, bytes],
        one_sheet: bool,
    ) -> Made:
        """A cabinet and its seals; ``ids`` are group uid and file id. The drawer and the shelf
        are the caller's."""
        (group_uid, file_id), key = ids, seals.new_key()
        in_tray, secret = seals.new_keypair(), recovery.new_secret()
        series_uid, dtstart = new_uid(), plan.dtstart(self._clock)
        with self._cabinet(file_id, key) as cabinet:
            with cabinet.operation(translate("Keys", "Make a group")):
                Group.create(
                    uid=group_uid,
                    name=plan.name.strip(),
                    centre=centre.strip(),
                    generation=FIRST_GENERATION,
                    public_key=in_tray.public,
                    secret_key=in_tray.secret,
                    recovery_public=recovery.recovery_keypair(secret).public,
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
            sealing.write(self._workspace.seals(file_id), cabinet.database.connection(), key)
        return Made(
            SignedIn(
                signed_in.drawer_id,
                signed_in.drawer_key,
                [(group_uid, file_id, key), *signed_in.cabinets],
            ),
            tuple(self.parts_of(secret, one_sheet=one_sheet)),
            secret,
            Card(group_uid, file_id, FIRST_GENERATION, in_tray.public),
            plan,
            series_uid,
            dtstart,
        )


def write_card(card: Card) -> None:
    """Put a cabinet's public key on the open shelf, inside an operation."""
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
