from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

from peerdesk.safe import process

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="other platforms have no such call")


def test_a_process_that_holds_keys_leaves_no_dump() -> None:
    code = (
        "import resource, ctypes; from peerdesk.safe import process;"
        "assert process.no_core_dumps();"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0);"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), end=' ');"
        "process.keys_held();"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    if sys.platform == "linux":
        assert done.stdout.split() == ["1", "0"]


def test_core_dumps(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    asked: list[object] = []
    monkeypatch.setattr(resource, "setrlimit", lambda *args: asked.append(args))
    assert process.no_core_dumps()
    assert asked == [(resource.RLIMIT_CORE, (0, 0))]

    def refuse(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(resource, "setrlimit", refuse)
    assert not process.no_core_dumps()


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_dumpable(monkeypatch: pytest.MonkeyPatch) -> None:
    class Library:
        asked: tuple[int, ...] = ()

        def __init__(self, _: None) -> None:
            pass

        def prctl(self, *args: int) -> int:
            Library.asked = args
            return 0

    # Not for real: the benches read this process's memory figures.
    monkeypatch.setattr(ctypes, "CDLL", Library)
    assert process.keys_held()
    assert Library.asked == (4, 0, 0, 0, 0)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    assert not process.keys_held()
