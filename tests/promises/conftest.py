"""Sizes: what a run on every change can pay, and the larger ones behind ``--nightly``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.promises.house import House, make_house

Size = Callable[[int, int], int]


@pytest.fixture(scope="session")
def size(pytestconfig: pytest.Config) -> Size:
    """``size(regular, nightly)``: how many of something this run tries."""
    nightly = bool(pytestconfig.getoption("--nightly"))
    return lambda regular, larger: larger if nightly else regular


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A workspace after a full journey, locked, with a canary in every private field."""
    return make_house(tmp_path / "Gruppe für alle")
