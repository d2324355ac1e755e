"""A pipe in the place of a file holds nobody up: whatever PeerDesk reads, it never waits for ever.

Whoever may write to the folder, or prepares a stick, can put one anywhere.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.exchange import agenda_file, csv_columns, pack, package
from peerdesk.features.backups.sticks import FOLDER, MARKER, Sticks, marker_of
from peerdesk.features.keys import stick
from peerdesk.features.keys.handover import Handover
from peerdesk.features.keys.service import KeysService
from peerdesk.features.meetings import calendar_files
from peerdesk.safe.own_computer import OwnComputer
from peerdesk.store import backup_fresh, glance, restore_apply, restore_state
from peerdesk.store.backup_archive import Archive
from peerdesk.store.backup_names import file_name
from peerdesk.store.backup_whole import workspace_id
from peerdesk.store.workspace import Workspace
from tests.store.copies import PASSWORD, House, lived_in
from tests.tiny_app import TINY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
LONG = 20.0


@pytest.fixture
def house(tmp_path: Path) -> House:
    clock = FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")
    return lived_in(tmp_path / "w", clock)


def pipe(path: Path) -> Path:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    return path


def ends(path: Path, act: Callable[[], object]) -> bool:
    """Whether ``act`` comes to an end, in whatever way that is known, with a pipe at ``path``."""
    wrong: list[BaseException] = []

    def run() -> None:
        try:
            act()
        except KnownError:
            pass
        except BaseException as error:
            wrong.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(LONG)
    ended = not thread.is_alive()
    while thread.is_alive():  # let go of it
        with contextlib.suppress(OSError):
            os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
        thread.join(0.1)
    assert wrong == []
    return ended


class Keyring:
    def get_password(self, _service: str, _user: str) -> str:
        return "QUFB"

    def set_password(self, *_words: str) -> None: ...

    def delete_password(self, *_words: str) -> None: ...


def own(workspace: Workspace) -> object:
    return OwnComputer(workspace.path, workspace.id, lambda: Keyring()).open()


Looks = Callable[[Workspace, Path], object]
DRAWER = "0" * 32
HERE: dict[str, Looks] = {
    "shelf.db": lambda w, _p: glance.look(w),
    "shelf.db-journal": lambda w, _p: glance.look(w),
    f"drawers/{DRAWER}.key": lambda w, _p: _signs_in(w),
    f"drawers/{DRAWER}.own": lambda w, _p: own(w),
    f"drawers/{DRAWER}.safe": lambda _w, p: restore_state.looks_locked(p),
    f"groups/{DRAWER}.seals": lambda w, _p: _signs_in(w),
    "backups/known.json": lambda w, _p: Sticks(w).all(),
    "backups/newest.json": lambda w, _p: backup_fresh.newest(w),
    "backups/bringing-back/journal.json": lambda w, _p: restore_apply.finish(w),
    f"backups/{file_name(1)}": lambda _w, p: Archive(p),
}
STICK: dict[str, Callable[[Path], object]] = {
    f"{FOLDER}/{MARKER}": lambda p: marker_of(p.parent.parent),
    "PeerDesk key.pdkey": lambda p: (stick.found_in([p.parent]), stick.read(p)),
    "an.agenda": agenda_file.load,
    "list.csv": csv_columns.List.read,
    "services.zip": package.open_package,
    "a.pack": lambda p: (pack.is_pack(p), pack.open_pack(p)),
    "maria.place": lambda p: _brings(p),
    "calendar.ics": calendar_files.read,
}


def _brings(path: Path) -> object:
    clock = FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")
    home = lived_in(path.parent / "here", clock).workspace
    return Handover(home, TINY, clock).bring(path, "maria", PASSWORD)


def _signs_in(workspace: Workspace) -> object:
    clock = FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")
    return KeysService(workspace, TINY, clock).sign_in("maria", PASSWORD)


@pytest.mark.parametrize("name", HERE)
def test_a_pipe_in_the_folder(house: House, name: str) -> None:
    path = pipe(house.workspace.path / name)
    assert ends(path, lambda: HERE[name](house.workspace, path))


@pytest.mark.parametrize("name", STICK)
def test_a_pipe_on_a_stick(tmp_path: Path, name: str) -> None:
    path = pipe(tmp_path / "stick" / name)
    assert ends(path, lambda: STICK[name](path))


def test_a_shelf_that_cannot_be_read_and_a_pipe_for_a_key(house: House) -> None:
    house.workspace.shelf.write_bytes(b"")
    path = pipe(house.workspace.drawers / f"{DRAWER}.key")
    assert ends(path, lambda: workspace_id(house.workspace))
