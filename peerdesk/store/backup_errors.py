"""What stops a copy from being made or used, a sentence each."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import files
from peerdesk.store.connection import DiskFull, Unwritable


class BadCopy(KnownError):
    """The file is no copy of ours, or not all of it is there as it was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translate(
                "Copies",
                "{file} cannot be used: it is damaged, not complete, or was not made by PeerDesk. "
                "Nothing was changed. Please choose another copy.",
            ).format(file=path.name)
        )


class NewerCopy(KnownError):
    """Made by a PeerDesk that knows more than this one."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translate(
                "Copies",
                "{file} was made by a newer PeerDesk. Nothing was changed. "
                "Please open it with that version or a newer one.",
            ).format(file=path.name)
        )


class NoRoomForCopy(KnownError):
    """The drive the copy should go to is full."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Copies",
                "There is not enough room for the copy. Everything in PeerDesk is safe, and no "
                "half copy was left. Make some room there or choose another drive, then try again.",
            )
        )


class MayNotWrite(KnownError):
    """The drive or folder is read-only."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            translate(
                "Copies",
                "PeerDesk may not write to {folder}, so no copy was made. Everything in PeerDesk "
                "is safe. Choose another folder or another drive.",
            ).format(folder=folder.name or str(folder))
        )


class DriveGone(KnownError):
    """The stick was pulled out, or the drive does not answer."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Copies",
                "The drive could not be reached before the copy was done. Everything in PeerDesk "
                "is safe, and copies made before still count. Plug it in again, then try again.",
            )
        )


@contextlib.contextmanager
def copying_to(folder: Path) -> Iterator[None]:
    """Turn every OSError, and what ``safe.files`` makes of them, into a sentence about copies."""
    try:
        try:
            yield
        except OSError as error:
            raise files.in_plain_words(error, folder) from error
    except (files.NoRoom, DiskFull) as error:
        raise NoRoomForCopy from error
    except (files.NotAllowed, Unwritable) as error:
        raise MayNotWrite(folder) from error
    except files.DriveTrouble as error:
        raise DriveGone from error
