"""Steps about keys are left alone too: words of a password stand on the screen meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerdesk.app.locking.bars import WarningBar
from peerdesk.app.locking.watch import LockWatch
from peerdesk.core.clock import Clock

if TYPE_CHECKING:
    from peerdesk.app.desk import Desk
    from peerdesk.app.first_start.frame import StepsFrame


def watch_steps(desk: Desk, window: StepsFrame, minutes: int) -> LockWatch:
    """Lock after so many minutes without anybody, 20 s after the bar said so; and after a sleep.
    Three taps of Shift hide."""
    # Two clocks of the system are compared, not the group's time with anything.
    watch = LockWatch(minutes, window, system=desk.system, wall=Clock().now_ms)
    bar = WarningBar(window, window.column)
    bar.stay.connect(watch.touched)
    watch.warning.connect(bar.count)
    watch.idle.connect(lambda: desk.lock())
    watch.slept.connect(lambda: desk.lock())
    watch.hide.connect(lambda: desk.lock("local-help"))
    return watch
