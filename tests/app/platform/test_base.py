"""A system that tells nothing promises nothing, and never stands in the way."""

from __future__ import annotations

import sys

import pytest

from peerdesk.app.platform import System, this_system
from peerdesk.app.platform.linux import Linux


def test_what_cannot_be_asked_says_so() -> None:
    system = System()
    told: list[str] = []
    system.watch(told.append)
    assert system.idle_ms() is None
    assert not system.sticky_keys()
    assert not system.hide_from_capture(7, True)
    system.conceal_clipboard()
    system.stop()
    assert told == []


def test_the_clock_of_being_awake_goes_forward() -> None:
    system = System()
    first = system.awake_ms()
    assert system.awake_ms() >= first > 0


@pytest.mark.skipif(sys.platform != "linux", reason="says which module is taken on Linux")
def test_linux_is_known() -> None:
    assert isinstance(this_system(), Linux)
