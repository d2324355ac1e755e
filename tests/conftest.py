"""What every test stands on: no screen, no network, no home folder of anybody, no leftovers."""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QWidget

    from peerdesk.safe.kdf import Kdf

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt would otherwise take sizes, themes and input methods from whoever runs the tests.
for _name in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_QPA_PLATFORMTHEME", "QT_IM_MODULE"):
    os.environ.pop(_name, None)

# Examples are timed by nobody: the machine may be shared, and slowness has its own benches.
settings.register_profile("peerdesk", deadline=None, max_examples=40)
settings.register_profile("nightly", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("PEERDESK_HYPOTHESIS", "peerdesk"))

_INTERNET = {socket.AF_INET, socket.AF_INET6}


def _no_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook sees sockets however they are made, and cannot be taken off by mistake."""
    if event == "socket.getaddrinfo" or (
        event in ("socket.connect", "socket.bind", "socket.sendto")
        and getattr(arguments[0], "family", None) in _INTERNET
    ):
        raise RuntimeError(f"PeerDesk never uses the network, but a test did: {event}")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--nightly", action="store_true", help="the promises at their larger, slower sizes"
    )


def pytest_configure() -> None:
    sys.addaudithook(_no_network)


_NOT_MEASURED = {"app", "architecture", "journeys", "ui"}
"""Coverage is asked of code that has tests of its own name; measuring what runs through the whole
house besides would cost a fifth of the time. The services of the app do have such tests."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    top = Path(__file__).parent
    for item in items:
        through = item.path.relative_to(top).parts[0] in _NOT_MEASURED
        if through and not item.path.stem.endswith("_service"):
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """HOME and its relatives point into the test's own folder, so nothing real is touched."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    folders = {
        "XDG_DATA_HOME": "data",
        "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
        "XDG_RUNTIME_DIR": "runtime",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
    }
    for name, folder in folders.items():
        (home / folder).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(home / folder))
    # No session bus: a test must never reach the real keyring or notification service.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    # Nor the system's: a real lock or sleep of this computer is no part of a test.
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "disabled:")


@pytest.fixture(autouse=True)
def _no_leftovers() -> Iterator[None]:
    """Fail the test that leaves a window, and delete now what Qt would delete later.

    Set up before and so torn down after every other fixture, also after pytest-qt has closed
    what was given to ``qtbot.addWidget``. Tests without Qt pay nothing.
    """
    before, spoken = _windows(), _locale()
    yield
    _speak_again(spoken)
    _drain()
    left = [window for window in _windows() if window not in before]
    if left:
        # A page and its signals refer to each other; only the collector lets go of these.
        del left
        gc.collect()
        _drain()
        left = [window for window in _windows() if window not in before]
    names = [f"{type(window).__name__} {window.objectName()!r}" for window in left]
    for window in left:
        window.close()
        window.deleteLater()
    del left
    _drain()
    assert not names, "windows left behind: " + ", ".join(names)


def _locale() -> QLocale | None:
    """How dates and numbers are written now; None before Qt is there."""
    if "PySide6.QtCore" not in sys.modules:
        return None
    from PySide6.QtCore import QLocale

    return QLocale()


def _speak_again(locale: QLocale | None) -> None:
    """A test may have chosen a language; the next one starts with that of the system."""
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QLocale

        QLocale.setDefault(locale or QLocale.system())


@pytest.fixture
def english() -> None:
    """Dates and numbers as in Britain, whatever the system speaks; gone after the test."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale("en_GB"))


def _windows() -> list[QWidget]:
    """Every top-level widget, shown or not; tooltips are Qt's own and go by themselves."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    return [w for w in QApplication.topLevelWidgets() if not w.inherits("QTipLabel")]


def _drain() -> None:
    """Deferred deletes survive a test's end; in the next test they would run amid its work."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """An empty workspace folder. Its name has a blank and an umlaut, as real ones do."""
    folder = tmp_path / "Gruppe für alle"
    folder.mkdir()
    return folder


@pytest.fixture
def tiny_kdf() -> Kdf:
    """Argon2id at a price tests can pay; the product has no switch for this (SECURITY.md)."""
    from peerdesk.safe.kdf import Bounds, Kdf, KdfParams

    least = KdfParams(memory_kib=8, passes=1)
    return Kdf(Bounds(least, KdfParams(memory_kib=1024, passes=4)), least, target_seconds=0.0)
