"""The ground the tests stand on holds: each guard is seen to catch what it is there for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
CONFTEST = Path(__file__).parents[1] / "conftest.py"


@pytest.fixture
def inner(pytester: pytest.Pytester) -> pytest.Pytester:
    """A test run of its own, with our conftest and our settings."""
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makeini(
        "[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\nfilterwarnings = error\n"
    )
    return pytester


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("from PySide6.QtCore import qWarning; qWarning('odd')", id="qt-warning"),
        pytest.param("import warnings; warnings.warn('odd')", id="python-warning"),
        pytest.param("import socket; socket.create_connection(('127.0.0.1', 9))", id="network"),
    ],
)
def test_what_a_test_must_not_do_fails_it(inner: pytest.Pytester, body: str) -> None:
    inner.makepyfile(f"def test_it(qtbot):\n    {body}\n")
    inner.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(failed=1)


def test_a_window_left_behind_fails_its_test_and_only_that_one(inner: pytest.Pytester) -> None:
    inner.makepyfile("""
        from PySide6.QtWidgets import QWidget
        kept = []
        def test_leaves_one(qtbot):
            kept.append(QWidget())
        def test_tidy(qtbot):
            page = QWidget()
            qtbot.addWidget(page)
            page.show()
    """)
    done = inner.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:randomly")
    done.assert_outcomes(passed=2, errors=1)
    done.stdout.fnmatch_lines(["*windows left behind: QWidget*"])


def test_home_is_not_anybodys_home(tmp_path: Path) -> None:
    home = Path(os.environ["HOME"])
    assert home.parent == tmp_path.parent
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(home)


@pytest.mark.skipif(os.name == "nt", reason="Windows makes socket pairs from the network")
def test_local_sockets_still_work() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"x")
        assert theirs.recv(1) == b"x"
