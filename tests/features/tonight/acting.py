"""An evening without a file: what happens is kept in a list, and time is moved by hand; and the
beginning of one on a sheet."""

from __future__ import annotations

from typing import Any

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import natural_uid
from peerdesk.features.tonight.allowed import allowed
from peerdesk.features.tonight.running import Running
from peerdesk.features.tonight.service import TonightService
from peerdesk.features.tonight.state import State, replay, still_standing
from peerdesk.store.evening import Guest, Happening, Item, Plan, Rules
from peerdesk.store.evening_json import check

MINUTE = 60_000
KINDS = ("welcome", "agreement", "round", "main", "pairs", "closing")
START = 1_795_545_000_000


def a_plan(minutes: list[tuple[str, int]], people: int, floor: int = 30) -> Plan:
    """A plan with items of these kinds and minutes (uids i0, i1 …) and people p0, p1 …"""
    return Plan(
        "m", "g", "Evening", "Group", "2026-11-24T18:30", "UTC", START, 90,
        items=tuple(Item(f"i{n}", k.title(), m, k) for n, (k, m) in enumerate(minutes)),
        people=tuple(Guest(f"p{n}", f"Name{n}") for n in range(people)),
        topics=("One", "Two"),
        rules=Rules(floor_seconds=floor),
    )  # fmt: skip


class Evening:
    """Verbs on a plan, as the service does them."""

    def __init__(self, plan: Plan, now: int = START) -> None:
        self.plan, self.now = plan, now
        self.happenings: list[Happening] = []

    @property
    def state(self) -> State:
        return replay(self.plan, self.happenings, self.now)

    @property
    def run(self) -> Running:
        run = Running(self.plan)
        for happening in still_standing(self.happenings):
            run.apply(happening)
        return run

    def wait(self, ms: int) -> None:
        self.now += ms

    def do(self, kind: str, **body: Any) -> bool:
        """Let it happen now; False when it changes nothing."""
        if kind == "here":
            body = {"way": "here", "listening": False, "heard": True, **body}
        elif kind == "plus":
            body = {"name": "", "new": False, "way": "here", **body}
        elif kind == "break":
            body = {"help": False, **body}
        if not allowed(self.run, kind, body):
            return False
        self._add(kind, body)
        return True

    def undo(self) -> bool:
        undoable = self.run.undoable
        if undoable:
            self._add("undo", {"of": undoable[-1].uid})
        return bool(undoable)

    def _add(self, kind: str, body: dict[str, Any]) -> None:
        uid = natural_uid("happening", len(self.happenings)).hex()
        self.happenings.append(check(Happening(uid, self.now, kind, body)))

    def to_the_end(self) -> int:
        """Everyone takes their share and every item its time; when it is over (UTC ms)."""
        if self.state.paused:
            self.do("resume")
        if not self.state.started:
            self.now = max(self.now, self.plan.starts_at)
            self.do("start")
        while (state := self.state).current is not None and not state.ended:
            self.wait(max(0, state.remaining_ms))
            self.do("next")
        return self.now


def names(state: State) -> list[str]:
    return [w.name for w in state.here]


def to_the_check_in(tonight: TonightService, clock: FixedClock) -> State:
    """Ana, Bo and Priya are here in time; the check-in round begins at 18:45."""
    tonight.here("a1")
    tonight.here("b2")
    tonight.here("p6", way="phone")
    tonight.start()
    clock.advance(minutes=5)
    tonight.next()
    clock.advance(minutes=10)
    return tonight.next()
