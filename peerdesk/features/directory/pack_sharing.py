"""Verbs for giving the directory away and for a pack from another centre. The work is for
background jobs, each on a connection of its own that has only the shelf open."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

from peerdesk.exchange import hsds, pack
from peerdesk.exchange.hsds_export import Exported, export_package
from peerdesk.store.place import Place
from peerdesk.store.shelf import get_setting

CENTRE = "centre"


class Sharing:
    """On ``shelf``. Everything raises KnownError in plain words, and Cancelled; then nothing was
    written, neither here nor there."""

    def __init__(self, shelf: Place) -> None:
        self._shelf = shelf

    def centre(self) -> str:
        """What this centre is called, as the settings of the computer have it."""
        return get_setting(CENTRE)

    def file_name(self, name: str) -> str:
        """A name for the file of a pack."""
        plain = re.sub(r"[^\w-]+", "-", name.strip()).strip("-").lower()[:40]
        day = self._shelf.clock.now().date().isoformat()
        return f"{plain or 'local-help'}-{day}{pack.ENDING}"

    def package_name(self) -> str:
        """A name for a package for other programs."""
        return f"local-help-hsds-{self._shelf.clock.now().date().isoformat()}.zip"

    def run_pack(
        self,
        path: Path,
        name: str,
        progress: hsds.Progress = hsds.nowhere,
        cancelled: hsds.IsCancelled = hsds.never,
    ) -> Exported:
        """Write a pack for another centre; ``name`` says whose it is."""
        with closing(self._shelf.another()) as connection:
            now = self._shelf.clock.now_ms()
            return pack.make_pack(connection, path, name, now, progress, cancelled)

    def run_package(
        self,
        path: Path,
        progress: hsds.Progress = hsds.nowhere,
        cancelled: hsds.IsCancelled = hsds.never,
    ) -> Exported:
        """Write an HSDS 3.0 package for other programs."""
        with closing(self._shelf.another()) as connection:
            now = self._shelf.clock.now_ms()
            return export_package(connection, path, now, progress, cancelled)
