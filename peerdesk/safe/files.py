"""Writing small files so that a killed process, a full disk or a pulled-out stick loses nothing.

Order (SECURITY.md, Keys): temporary file, fsync, open it again and compare, ``os.replace``,
fsync the folder.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.EIO, errno.ENODEV, errno.ENXIO}


class NoRoom(KnownError):
    """The disk or the share of it that this person may use is full."""


class NotAllowed(KnownError):
    """The folder or the drive may be read, but not written to."""


class DriveTrouble(KnownError):
    """The drive was taken out, or gives back something other than what was written."""


def in_plain_words(error: OSError, path: Path) -> KnownError:
    """``error`` as a sentence: what happened to ``path``, what is safe, what to do next."""
    if error.errno in _NO_ROOM:
        return NoRoom(
            translate(
                "Safe",
                "There is no room left on this computer, so {file} could not be saved. Nothing was "
                "changed: what was there before is still there. Make some room and try again.",
            ).format(file=path.name)
        )
    if error.errno in _NOT_ALLOWED:
        return NotAllowed(
            translate(
                "Safe",
                "This computer does not let PeerDesk use {file} in the folder {folder}. Nothing "
                "was changed. Ask whoever looks after the computer to allow it, or choose another "
                "folder.",
            ).format(file=path.name, folder=str(path.parent))
        )
    if error.errno in _GONE:
        return DriveTrouble(
            translate(
                "Safe",
                "PeerDesk cannot reach {file} in the folder {folder}. Nothing was changed. If it "
                "is on a USB stick, plug the stick in and try again.",
            ).format(file=path.name, folder=str(path.parent))
        )
    return DriveTrouble(_trouble(path))


def _trouble(path: Path) -> Text:
    return translate(
        "Safe",
        "The drive did not keep {file} the way it was written, so the new version was thrown away. "
        "What was there before is still there. Make a backup on another drive soon.",
    ).format(file=path.name)


@contextlib.contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn every OSError inside into a KnownError about ``path``."""
    try:
        yield
    except OSError as error:
        raise in_plain_words(error, path) from error


def make_folder(folder: Path) -> None:
    """Make ``folder``, readable by this system account alone. Raises KnownError."""
    with plain_words(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def names_in(folder: Path) -> list[str]:
    """The file names in ``folder``, sorted; none where there is no folder. Raises KnownError."""
    with plain_words(folder):
        try:
            return sorted(os.listdir(folder))
        except FileNotFoundError:
            return []


def open_plain(path: Path) -> BinaryIO:
    """``path`` to read from. Raises OSError, also for what is no plain file: a pipe or a device of
    that name would let us wait for ever."""
    how = os.O_RDONLY
    for more in ("O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
        how |= getattr(os, more, 0)
    handle = os.open(path, how)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))
    return os.fdopen(handle, "rb")


def write_durably(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` whole or not at all; the old file stays until the new one is safe.

    The temporary name is fixed, so what a killed process left is overwritten the next time. Raises
    :class:`NoRoom`, :class:`NotAllowed` or :class:`DriveTrouble`; then ``path`` is as before.
    """
    temporary = path.with_name(f".{path.name}.part")
    with plain_words(path):
        try:
            temporary.unlink(missing_ok=True)
            _write(temporary, data)
            if temporary.read_bytes() != data:
                raise DriveTrouble(_trouble(path))
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def _write(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames and removals inside ``folder`` last; Windows has no such call and needs none.

    Some file systems (USB sticks, network drives) refuse it; by then the file itself is safe.
    """
    if sys.platform == "win32":  # pragma: no cover
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
