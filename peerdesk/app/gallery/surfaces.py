"""The one inventory of every screen: the gallery draws it, the tests walk it."""

from __future__ import annotations

import shutil
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from peerdesk.app.desk import Desk
from peerdesk.app.signed_in import SignedInDesk
from peerdesk.core.clock import FixedClock

if TYPE_CHECKING:
    from peerdesk.features.keys.signed_in import SignedIn
    from peerdesk.safe.kdf import Kdf

NOW = datetime(2026, 11, 24, 16, 20)  # a Tuesday, two hours before the made-up group meets
ZONE = "America/New_York"


class Stage:
    """The made-up group, open, at a fixed moment; surfaces are drawn on it."""

    def __init__(self, app: QApplication, folder: Path, kdf: Kdf | None) -> None:
        from peerdesk.app.demo import open_demo

        options = Namespace(
            workspace=folder / "workspace",
            demo=True,
            locked=False,
            throw_away=False,
            greet=False,
            show="welcome",
        )
        self.desk = Desk(app, options, kdf, None)
        self.desk.clock = FixedClock(NOW, ZONE)
        self._signed = open_demo(self.desk.workspace, kdf, self.desk.clock)
        self._open: SignedInDesk | None = None
        self._before: Path | None = None

    @property
    def signed(self) -> SignedIn:
        """The keys of the made-up group."""
        return self._signed

    def signed_in(self, room: str, *, names: bool = False) -> SignedInDesk:
        """The main window in ``room``, names open or closed."""
        if self._open is None:
            self._open = SignedInDesk(self.desk, self._signed)
        if names:
            self._open.context.names.open()
        else:
            self._open.context.names.close()
        self._open.window.go(room)
        return self._open

    def spoil(self) -> None:
        """What is written from now on is gone when this surface is put away. Call it first."""
        self.close()
        path = self.desk.workspace.path
        self._before = path.with_name("before")
        shutil.copytree(path, self._before)

    def close(self) -> None:
        """Close the open places; the next surface opens them again."""
        if self._open is not None:
            self._open.close()
            self._open.window.close()
            self._open.window.deleteLater()
            self._open.deleteLater()
            self._open = None
        if self._before is not None:
            path = self.desk.workspace.path
            shutil.rmtree(path)
            self._before.rename(path)
            self._before = None


@dataclass(frozen=True)
class Surface:
    """One screen: ``show`` makes it on a stage and returns the window to look at.

    ``dark`` says that its picture in the target is dark.
    """

    name: str
    show: Callable[[Stage], QWidget]
    dark: bool = False


def all_surfaces() -> list[Surface]:
    """Every screen of PeerDesk, in the order a person meets them."""
    from peerdesk.app.gallery import inventory as surface_list

    return list(surface_list.SURFACES)


@contextmanager
def stage(app: QApplication, kdf: Kdf | None) -> Iterator[Stage]:
    """A stage in a temporary folder, on a computer that can read aloud."""
    from peerdesk.ui.in_sight import InSight
    from peerdesk.ui.speech import Speaker

    voice, Speaker.COMMAND = Speaker.COMMAND, ["voice"]
    with tempfile.TemporaryDirectory(prefix="peerdesk-gallery-") as folder:
        made = Stage(app, Path(folder), kdf)
        follows = InSight(app, made.desk)
        try:
            yield made
        finally:
            made.close()
            follows.deleteLater()
            Speaker.COMMAND = voice
