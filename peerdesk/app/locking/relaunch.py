"""Locking ends the process that knew the keys and starts a fresh one at the welcome screen."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

FIRST_PAINT_SECONDS = 1.5
CARRY_SECONDS = 10.0
"""So long a slow successor may take to fetch words that could not be saved."""


def default_command() -> list[str]:
    """How to start PeerDesk again: the packaged program itself, or the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "peerdesk"]


def environment() -> dict[str, str]:
    """The environment the new process starts with: a package's own library path is taken back
    out, as PyInstaller asks (documentation, "Launching external programs")."""
    env = dict(os.environ)
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        original = env.pop(name + "_ORIG", None)
        if original is not None:
            env[name] = original
        elif getattr(sys, "frozen", False):
            env.pop(name, None)
    return env


def relaunch(
    command: list[str],
    arguments: list[str],
    carried: bytes = b"",
    key: bytes = b"",
    patience: float = FIRST_PAINT_SECONDS,
) -> subprocess.Popen[bytes]:
    """Start ``command`` and wait, at most ``patience``, for the byte it writes after its first
    paint.

    ``key`` (of tonight's sheet) and then ``carried`` (``safe.carried``) go to it through a pipe,
    never in arguments, environment or a file. The caller has closed every file and released the
    instance lock, and ends right after; the process is returned for who has a reason to wait for
    it.
    """
    import subprocess  # only when there is something to start
    import threading

    carry = ["--carry"] if carried else []
    child = subprocess.Popen(
        [*command, *arguments, "--greet", *carry],
        stdin=subprocess.PIPE if key or carried else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env=environment(),
        close_fds=True,
    )
    assert child.stdout is not None
    pipe = child.stdout
    painted = threading.Thread(target=pipe.read, args=(1,), daemon=True)
    painted.start()
    if child.stdin is not None:
        given = threading.Thread(target=_give, args=(child.stdin, key + carried), daemon=True)
        given.start()
        given.join(CARRY_SECONDS)
    painted.join(patience)
    return child


def _give(pipe: IO[bytes], carried: bytes) -> None:
    with contextlib.suppress(OSError), pipe:
        pipe.write(carried)


def take_carried(most: int, source: int = 0) -> bytes:
    """What the process before this one gave us, at most ``most`` bytes; its pipe is closed then."""
    found = b""
    with contextlib.suppress(OSError):
        while len(found) < most and (more := os.read(source, min(65536, most - len(found)))):
            found += more
    return found


def greet() -> None:
    """Tell the process before this one that the first paint is done."""
    try:
        os.write(1, b".")
    except OSError:
        pass  # it was gone already
    finally:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.close(null)
