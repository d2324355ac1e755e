"""Who sits here now: the places that are open, from the sign-in until the lock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerdesk.core.clock import Clock
from peerdesk.store.cabinet import open_cabinet
from peerdesk.store.drawer import open_drawer
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

if TYPE_CHECKING:
    from peerdesk.features.keys.service import SignedIn
    from peerdesk.store.workspace import Workspace


@dataclass
class Session:
    """The open places of one sign-in; ``cabinet`` is None for somebody without a group."""

    workspace: Workspace
    clock: Clock
    shelf: Place
    drawer: Place
    cabinet: Place | None

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that are open, shelf first."""
        return tuple(p for p in (self.shelf, self.drawer, self.cabinet) if p is not None)

    def close(self) -> None:
        """Close every file."""
        for place in reversed(self.places):
            place.close()


def open_session(workspace: Workspace, signed: SignedIn, clock: Clock) -> Session:
    """Open the shelf, the drawer and the first cabinet this person holds a key to.

    Raises the KnownErrors of opening; whatever was open by then is closed again.
    """
    opened: list[Place] = []
    try:
        shelf = open_shelf(workspace.shelf, clock, workspace.backups)
        opened.append(shelf)
        path = workspace.drawers / f"{signed.drawer_id}.safe"
        drawer = open_drawer(path, signed.drawer_key, clock, workspace.backups)
        opened.append(drawer)
        cabinet = None
        if signed.cabinets:
            _, file_id, key = signed.cabinets[0]
            cabinet = open_cabinet(
                workspace.groups / f"{file_id}.safe", key, clock, workspace.backups
            )
    except BaseException:
        for place in reversed(opened):
            place.close()
        raise
    return Session(workspace, clock, shelf, drawer, cabinet)
