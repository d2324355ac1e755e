"""The deeds that renew keys and copy everything, and the list of all."""

from __future__ import annotations

import random
from pathlib import Path

from peerdesk.features.keys.facilitators import Facilitators
from peerdesk.features.keys.service import KeysService
from peerdesk.features.people.service import PeopleService
from peerdesk.safe import seals
from peerdesk.store.backup_archive import Archive
from peerdesk.store.backup_names import in_folder
from peerdesk.store.backup_whole import OpenFile, make
from peerdesk.store.cabinet import open_cabinet
from peerdesk.store.shelf import open_shelf
from peerdesk.store.workspace import Workspace
from tests.promises import deeds
from tests.promises import house as at_home
from tests.promises.deeds import Deed, Say, Secrets, clock, whole
from tests.promises.house import NAME, PASSWORD, TINY


class NewKey(Deed):
    """The cabinet gets a new key, as when somebody is taken out: opens by the old or the new."""

    kills = 30

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        work = Workspace(folder / "w")
        keys = KeysService(work, TINY, clock())
        signed = keys.sign_in(NAME, PASSWORD)
        for number in range(2):
            signed = (
                Facilitators(work, TINY, clock())
                .withdraw(signed, bytes.fromhex(known["group"]))
                .signed_in
            )
            say(number + 1)

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        work = Workspace(folder / "w")
        keys = KeysService(work, TINY, clock())
        signed = keys.sign_in(NAME, PASSWORD)
        assert signed.cabinets, [
            *map(str, signed.troubles),
            *sorted(p.name for p in work.groups.iterdir()),
        ]
        ((_, file_id, key),) = signed.cabinets
        # The shelf's copy of the public key is written last, and put right at the next sign-in.
        shelf = open_shelf(work.shelf, clock(), work.backups)
        keys.put_cards_right(shelf, signed)
        shelf.close()
        assert keys.sign_in(NAME, PASSWORD).troubles == ()
        cabinet = open_cabinet(work.cabinet(file_id), key, clock(), work.backups)
        assert len(PeopleService(cabinet).find("Ostraw")) == 1
        cabinet.close()
        whole(work.cabinet(file_id), key)
        pair = at_home.recovery_pair(bytes.fromhex(known["recovery"]))
        found = seals.open_seals(work.seals(file_id), bytes.fromhex(known["group"]), pair.secret)
        assert found.cabinet_key == key
        # What was cut off while it was written stays, under a key that nobody has, until it is
        # written over; a copy that waits does not.
        kinds = sorted(p.suffix for p in work.groups.iterdir() if ".part" not in p.suffix)
        assert kinds == [".safe", ".seals"], kinds


class WholeCopy(Deed):
    """A copy of everything is written to a stick that holds an older one."""

    kills = 20

    def act(self, folder: Path, known: Secrets, rng: random.Random, say: Say) -> None:
        work = Workspace(folder / "w")
        opened = [
            OpenFile(f"drawers/{known['drawer']}.safe", bytes.fromhex(known["drawer_key"])),
            OpenFile(f"groups/{known['file']}.safe", bytes.fromhex(known["key"])),
        ]
        for number in range(2):
            assert make(work, folder / "stick", opened, clock()).damaged == ()
            say(number + 1)

    def check(self, folder: Path, known: Secrets, said: int) -> None:
        super().check(folder, known, said)
        made = in_folder(folder / "stick") if (folder / "stick").exists() else []
        assert made or not said
        for path in made:
            with Archive(path) as archive:
                archive.verify()
                assert len(archive.members) == 5
        for path in made[1:]:
            path.unlink()


DEEDS: dict[str, Deed] = {
    kind.__name__: kind()
    for kind in (
        deeds.Operations,
        deeds.Autosave,
        deeds.Migrating,
        deeds.Copying,
        deeds.KeyFile,
        deeds.Building,
        deeds.Adding,
        deeds.Importing,
        deeds.Erasing,
        NewKey,
        WholeCopy,
    )
}
