from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.safe import files


@pytest.fixture
def path(workspace: Path) -> Path:
    place = workspace / "a.key"
    files.write_durably(place, b"old")
    return place


def _fail(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_whole_and_for_this_account_alone(path: Path) -> None:
    files.write_durably(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in path.parent.iterdir()] == ["a.key"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_a_killed_process_left_is_overwritten(path: Path) -> None:
    path.with_name(".a.key.part").write_bytes(b"half a fi")
    files.write_durably(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in path.parent.iterdir()] == ["a.key"]


def test_the_order_is_write_sync_replace_sync(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(handle: int) -> None:
        seen.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real_sync(handle)

    def replace(source: Path, target: Path) -> None:
        assert source.read_bytes() == b"new"
        assert target.read_bytes() == b"old"
        seen.append("replace")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)
    files.write_durably(path, b"new")
    assert seen == ["file", "replace", "folder"]


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, files.NoRoom, "There is no room left on this computer"),
        (errno.EDQUOT, files.NoRoom, "There is no room left on this computer"),
        (errno.EROFS, files.NotAllowed, "does not let PeerDesk use a.key"),
        (errno.EACCES, files.NotAllowed, "does not let PeerDesk use a.key"),
        (errno.EIO, files.DriveTrouble, "plug the stick in"),
        (errno.EINVAL, files.DriveTrouble, "did not keep a.key"),
    ],
)
@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_world_that_says_no_changes_nothing(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    kind: type[KnownError],
    words: str,
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, step, _fail(number))
        with pytest.raises(kind, match=words) as caught:
            files.write_durably(path, b"new")
    assert "is still there" in str(caught.value) or "Nothing was changed" in str(caught.value)
    assert path.read_bytes() == b"old"
    assert [p.name for p in path.parent.iterdir()] == ["a.key"]
    files.write_durably(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_drive_that_gives_back_something_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(files, "_write", lambda place, data: place.write_bytes(data[:-1]))
        with pytest.raises(files.DriveTrouble, match="did not keep"):
            files.write_durably(path, b"new")
    assert path.read_bytes() == b"old"


class Killed(BaseException):
    """Stands for the process ending right here."""


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
@pytest.mark.parametrize("after", [False, True])
def test_killed_at_any_step_the_file_is_the_old_or_the_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    real = getattr(os, step)

    def killed(*args: object, **kwargs: object) -> object:
        if after:
            real(*args, **kwargs)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(os, step, killed)
        # The clean-up of a living process does not happen in a killed one.
        patched.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(Killed):
            files.write_durably(path, b"new")
    assert path.read_bytes() == (b"new" if step == "replace" and after else b"old")
    files.write_durably(path, b"newer")
    assert path.read_bytes() == b"newer"


def test_a_folder_that_cannot_be_synced_is_no_reason_to_stop(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.sync_folder(path.parent / "nowhere")
    monkeypatch.setattr(os, "fsync", _fail(errno.EINVAL))
    files.sync_folder(path.parent)


def test_folders(workspace: Path) -> None:
    deep = workspace / "a" / "b"
    assert files.names_in(deep) == []
    files.make_folder(deep)
    files.make_folder(deep)
    (deep / "z").touch()
    (deep / "y").touch()
    assert files.names_in(deep) == ["y", "z"]
    with pytest.raises(files.DriveTrouble):
        files.names_in(deep / "z")
    with pytest.raises(KnownError):
        files.make_folder(deep / "z")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
@pytest.mark.parametrize("what", ["pipe", "link", "folder", "device"])
def test_only_plain_files_are_read(tmp_path: Path, what: str) -> None:
    """From a pipe we would wait for ever, and a device has no end."""
    path = tmp_path / "x"
    if what == "folder":
        path.mkdir()
    elif what == "device":
        path.symlink_to("/dev/zero")
    else:
        os.mkfifo(tmp_path / "pipe" if what == "link" else path)
        if what == "link":
            path.symlink_to(tmp_path / "pipe")
    with pytest.raises(OSError, match="x"):
        files.open_plain(path)


def test_a_plain_file_is_read_from_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"words\r\n")
    with files.open_plain(tmp_path / "x") as file:
        assert (file.read(3), file.read()) == (b"wor", b"ds\r\n")
    with pytest.raises(FileNotFoundError):
        files.open_plain(tmp_path / "y")
