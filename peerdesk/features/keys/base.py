"""What the rooms of the keys share: a workspace, a price of guessing, and files opened for a verb.

Nothing of PeerDesk may have a place open while a verb here runs, as models are bound to one file
of each kind: whoever is signed in steps out of the desk first, and locks afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from peerdesk.core.clock import Clock
from peerdesk.core.ids import new_file_id, new_uid
from peerdesk.core.text import translate
from peerdesk.safe import orphans, seals
from peerdesk.safe.accounts import Accounts, Opened
from peerdesk.safe.kdf import Kdf
from peerdesk.store.cabinet import open_cabinet
from peerdesk.store.drawer import CabinetPass, Identity, Preference, open_drawer
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.store.workspace import Workspace


@dataclass(frozen=True)
class Person:
    """Somebody who gets a drawer: sign-in ``name``, ``password``, and the secret of a personal
    sheet that was printed. ``called`` is how the others see them; the sign-in name when blank."""

    name: str
    password: str = field(repr=False)
    sheet_secret: bytes | None = field(default=None, repr=False)
    called: str = ""

    @property
    def shown(self) -> str:
        """What colleagues and the greeting say."""
        return self.called.strip() or self.name.strip()


@dataclass(frozen=True)
class Drawer:
    """A drawer that is there and opens: ``uid`` and ``public_key`` are its identity's."""

    drawer_id: str
    key: bytes = field(repr=False)
    uid: bytes
    public_key: bytes


class KeysBase:
    """Opens files of one workspace for the length of a verb."""

    def __init__(self, workspace: Workspace, kdf: Kdf, clock: Clock) -> None:
        self._workspace = workspace
        self._kdf = kdf
        self._clock = clock

    def _accounts(self) -> Accounts:
        return Accounts(self._workspace.path, self._workspace.id, self._kdf)

    @contextmanager
    def _cabinet(self, file_id: str, key: bytes) -> Iterator[Place]:
        path = self._workspace.cabinet(file_id)
        path.parent.mkdir(exist_ok=True)
        place = open_cabinet(path, key, self._clock, self._workspace.backups)
        try:
            yield place
        finally:
            place.close()

    @contextmanager
    def _drawer(self, drawer_id: str, key: bytes) -> Iterator[Place]:
        path = self._workspace.drawer(drawer_id)
        place = open_drawer(path, key, self._clock, self._workspace.backups)
        try:
            yield place
        finally:
            place.close()

    @contextmanager
    def _shelf(self) -> Iterator[Place]:
        place = open_shelf(self._workspace.shelf, self._clock, self._workspace.backups)
        try:
            yield place
        finally:
            place.close()

    # -- drawers -----------------------------------------------------------------------------

    def _make_drawer(
        self, person: Person, passes: list[tuple[bytes, str]], uid: bytes | None = None
    ) -> Drawer:
        """A drawer with an identity of its own; the key file comes last, so that nothing opens
        before it is whole. Raises as ``Accounts.create``; then nothing is left."""
        pair = seals.new_keypair()
        made = Drawer(new_file_id(), seals.new_key(), uid or new_uid(), pair.public)
        accounts = self._accounts()
        opened = Opened(made.drawer_id, made.key, self._workspace.drawer(made.drawer_id))
        opened.path.parent.mkdir(exist_ok=True)
        try:
            with orphans.making:
                with (
                    self._drawer(made.drawer_id, made.key) as drawer,
                    drawer.operation(translate("Keys", "Make a drawer")),
                ):
                    Preference.create(uid=new_uid(), key="name", value=person.shown)
                    Identity.create(uid=made.uid, public_key=pair.public, secret_key=pair.secret)
                    for group_uid, file_id in passes:
                        CabinetPass.create(uid=group_uid, file_id=file_id)
                accounts.rewrap(opened, person.name, person.password, person.sheet_secret)
        except BaseException:
            accounts.forget(made.drawer_id)
            raise
        return made

    def _forget(self, drawer_id: str) -> None:
        """A drawer, its key, the copies kept beside it, and what a bringing back kept of it. For
        good. Raises KnownError."""
        from peerdesk.safe import files

        self._accounts().forget(drawer_id)
        folder = self._workspace.backups
        with files.plain_words(folder):
            for pattern in (f"{drawer_id}-*.bak", f"aside/*-{drawer_id}.*"):
                for copy in folder.glob(pattern):
                    copy.unlink(missing_ok=True)
