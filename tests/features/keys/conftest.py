from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.safe.kdf import Kdf

from .house import House


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 16, 0), "Europe/London")  # a Sunday


@pytest.fixture
def house(workspace: Path, tiny_kdf: Kdf, clock: FixedClock) -> House:
    return House(workspace, tiny_kdf, clock)
