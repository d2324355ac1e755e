"""A computer that slept, or whose time was set, in the middle of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peerdesk.core.clock import SteadyClock
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.store.place import Place
from tests.features.tonight.acting import MINUTE, START
from tests.features.tonight.conftest import KEY, SHEET, plan_of


class Computer:
    """Its two clocks, in ns."""

    def __init__(self) -> None:
        self.wall, self.steady = START * 1_000_000, 55

    def runs(self, ms: int) -> None:
        self.wall += ms * 1_000_000
        self.steady += ms * 1_000_000

    def sleeps(self, ms: int) -> None:
        self.wall += ms * 1_000_000


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def steady(computer: Computer) -> SteadyClock:
    return SteadyClock("UTC", lambda: computer.wall, lambda: computer.steady)


@pytest.fixture
def place(tmp_path: Path, steady: SteadyClock) -> Iterator[Place]:
    place = new_sheet(tmp_path / "t.safe", KEY, plan_of(), steady, sheet_uid=SHEET)
    yield place
    place.close()


def test_after_sleep_the_timer_is_where_it_was_or_counts_it(
    place: Place, steady: SteadyClock, computer: Computer
) -> None:
    tonight = TonightService(place, steady)
    tonight.start()
    computer.runs(MINUTE)
    computer.sleeps(12 * MINUTE)
    assert tonight.state().remaining_ms == 4 * MINUTE  # until somebody looks, it stood still
    slept = steady.settle()
    assert slept == 12 * MINUTE
    computer.runs(10_000)
    counted = tonight.gap(slept, counted=True)
    assert counted.remaining_ms == -8 * MINUTE - 10_000
    stood = tonight.gap(0, counted=True)
    assert stood == counted


def test_sleep_that_does_not_count_moves_the_finish(
    place: Place, steady: SteadyClock, computer: Computer
) -> None:
    tonight = TonightService(place, steady)
    tonight.start()
    computer.runs(MINUTE)
    before = tonight.state()
    computer.sleeps(12 * MINUTE)
    slept = steady.settle()
    computer.runs(10_000)
    state = tonight.gap(slept, counted=False)
    assert state.remaining_ms == before.remaining_ms - 10_000
    assert state.finish_at == before.finish_at + 12 * MINUTE
    assert tonight.undo().remaining_ms == before.remaining_ms - 10_000 - 12 * MINUTE


@pytest.mark.parametrize("moved", [-60 * MINUTE, 60 * MINUTE])
def test_setting_the_time_does_not_move_the_timer(
    place: Place, steady: SteadyClock, computer: Computer, moved: int
) -> None:
    tonight = TonightService(place, steady)
    tonight.start()
    computer.runs(MINUTE)
    computer.sleeps(moved)
    computer.runs(MINUTE)
    before = tonight.state()
    assert before.remaining_ms == 3 * MINUTE
    state = tonight.gap(steady.settle(), counted=False)
    assert state.remaining_ms == 3 * MINUTE
    assert state.finish_at == before.finish_at + moved
