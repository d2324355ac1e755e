"""What stops a copy is said in a sentence of its own."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.safe import files
from peerdesk.store import backup_errors
from peerdesk.store.backup_errors import DriveGone, MayNotWrite, NoRoomForCopy
from peerdesk.store.connection import DiskFull, Unwritable


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (OSError(errno.ENOSPC, "full"), NoRoomForCopy),
        (OSError(errno.EROFS, "read-only"), MayNotWrite),
        (OSError(errno.EIO, "gone"), DriveGone),
        (DiskFull(), NoRoomForCopy),
        (Unwritable(Path("x")), MayNotWrite),
        (files.in_plain_words(OSError(errno.ENOENT, ""), Path("x")), DriveGone),
    ],
)
def test_troubles_of_a_drive_are_a_sentence_each(
    tmp_path: Path, trouble: Exception, sentence: type[KnownError]
) -> None:
    with pytest.raises(sentence, match="safe"), backup_errors.copying_to(tmp_path):
        raise trouble
    with pytest.raises(MayNotWrite), backup_errors.copying_to(Path("/")):
        raise OSError(errno.EACCES, "no")
