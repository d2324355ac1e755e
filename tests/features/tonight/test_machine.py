"""An evening of random verbs on a real sheet, with power cuts in the middle."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.features.tonight.state import State, may_undo, replay
from peerdesk.store import tonight as store
from peerdesk.store.evening import Happening
from peerdesk.store.evening_json import read_result, write
from peerdesk.store.tonight import Event, Sheet
from tests.features.tonight.acting import MINUTE, START, Evening, a_plan

KEY = bytes(range(32))
PEOPLE, ITEMS = 5, 5
PLAN = a_plan([("agreement", 5), ("round", 12), ("main", 20), ("pairs", 6), ("closing", 8)], PEOPLE)
PERSON = st.integers(0, PEOPLE - 1).map("p{}".format)


class Tonight(RuleBasedStateMachine):
    """The service beside a list of what stands: its state is always the replay of that list."""

    @initialize()
    def open(self) -> None:
        self.path = Path(os.environ["PYTEST_TONIGHT_FOLDER"]) / f"{os.urandom(6).hex()}.safe"
        self.clock = FixedClock(datetime(2026, 11, 24, 18, 30))
        self.alive = self.clock.now_ms()
        plan = replace(PLAN, starts_at=START)
        self.place = new_sheet(self.path, KEY, plan, self.clock, sheet_uid=bytes(16), code="1234")
        self.tonight = TonightService(self.place, self.clock)
        self.standing: list[Happening] = []
        self.known = 0
        self.tries = 5
        self.tonight.here("p0")
        self._look()

    def _look(self) -> None:
        """Add to the list what the last verb has written."""
        rows = list(Event.select().order_by(Event.id))
        if rows[self.known :] or self._words_changed(rows):
            self.alive = self.clock.now_ms()
        for row in rows[self.known :]:
            if row.kind == "undo":
                of = json.loads(row.body)["of"]
                undoable = [h for h in self.standing if may_undo(h)]
                assert undoable[-1].uid == of
                self.standing.remove(undoable[-1])
            else:
                self.standing.append(_read(row))
        self.known = len(rows)

    def _words_changed(self, rows: list[Event]) -> bool:
        if not self.known or rows[self.known - 1].kind != "words":
            return False
        new, old = _read(rows[self.known - 1]), self.standing[-1]
        self.standing[-1] = new
        return new != old

    def _did(self, state: State) -> None:
        self._look()
        assert state == self.tonight.state()

    @rule(ms=st.integers(0, 4 * MINUTE))
    def wait(self, ms: int) -> None:
        self.clock.advance(milliseconds=ms)

    @rule(verb=st.sampled_from(("start", "next", "next", "pass_", "later", "skip", "resume")))
    def turn(self, verb: str) -> None:
        self._did(getattr(self.tonight, verb)())

    @rule(item=st.integers(0, ITEMS - 1))
    def go_to(self, item: int) -> None:
        self._did(self.tonight.go_to(f"i{item}"))

    @rule(seconds=st.integers(1, 200))
    def more(self, seconds: int) -> None:
        self._did(self.tonight.more(seconds))

    @rule(person=PERSON, way=st.sampled_from(("here", "online")), listening=st.booleans())
    def here(self, person: str, way: str, listening: bool) -> None:
        self._did(self.tonight.here(person, way, listening))

    @rule(verb=st.sampled_from(("not_here", "apologies", "heard")), person=PERSON)
    def mark(self, verb: str, person: str) -> None:
        self._did(getattr(self.tonight, verb)(person))

    @rule(new=st.booleans())
    def plus(self, new: bool) -> None:
        before = self.tonight.state().head_count
        self._did(self.tonight.plus(new=new))
        assert self.tonight.state().head_count == before + 1

    @rule()
    def minus(self) -> None:
        for who in [w for w in self.tonight.state().here if not w.named][:1]:
            self._did(self.tonight.minus(who.uid))

    @rule(help=st.booleans())
    def pause(self, help: bool) -> None:
        self._did(self.tonight.break_(help))

    @rule(words=st.sampled_from(("Phones", "Phones in the bedroom", "")))
    def write(self, words: str) -> None:
        self._did(self.tonight.set_words(words))

    @rule(topic=st.integers(0, 1), votes=st.integers(0, 9))
    def topics(self, topic: int, votes: int) -> None:
        self._did(self.tonight.vote(topic, votes))
        self._did(self.tonight.draw_topic(topic))

    @rule()
    def undo(self) -> None:
        self._did(self.tonight.undo())

    @rule(right=st.booleans())
    def code(self, right: bool) -> None:
        opened = self.tonight.try_code("1234" if right else "9999")
        assert opened == (right and self.tries > 0)
        if self.tries:
            self.tries = 5 if right else self.tries - 1
        assert self.tonight.has_code == (self.tries > 0)

    @rule()
    def beat(self) -> None:
        self.tonight.beat()
        self.alive = self.clock.now_ms()

    @rule(off=st.integers(0, 20 * MINUTE), answer=st.sampled_from(("count", "stand", "go on")))
    def power_cut(self, off: int, answer: str) -> None:
        self.place.close()
        before = replay(PLAN, self.standing, self.alive)
        self.clock.advance(milliseconds=off)
        self.place = store.open_tonight(self.path, KEY, self.clock)
        self.tonight = TonightService(self.place, self.clock)
        unknown = self.clock.now_ms() - self.alive
        moving = before.started and not before.paused and before.current is not None
        asked = moving and not before.ended and unknown >= MINUTE
        assert self.tonight.left_over() == (unknown if asked else 0)
        if not asked:
            return
        if answer == "stand":
            state = self.tonight.gap(unknown, counted=False)
            assert state.remaining_ms == before.remaining_ms
            assert state.finish_at == before.finish_at + unknown
        elif answer == "count":
            assert self.tonight.gap(unknown, counted=True) == self.tonight.state()
        else:
            self.tonight.here("p1", way="phone")
            self.tonight.here("p1", way="here")
        assert self.tonight.left_over() == 0
        self._look()

    @precondition(lambda self: len(self.standing) > 20)
    @rule()
    def end(self) -> None:
        self._did(self.tonight.end())

    @invariant()
    def the_state_is_the_replay_of_what_stands(self) -> None:
        now = self.clock.now_ms()
        assert self.tonight.state() == replay(PLAN, self.standing, now)

    @invariant()
    def the_forecast_comes_true(self) -> None:
        state = self.tonight.state()
        if not state.ended:
            evening = Evening(PLAN, self.clock.now_ms())
            evening.happenings = list(self.standing)
            assert evening.to_the_end() == state.finish_at

    @invariant()
    def the_result_can_be_read(self) -> None:
        result = self.tonight.result()
        assert read_result(write(result)) == result

    def teardown(self) -> None:
        if hasattr(self, "place"):
            assert Sheet.select().count() == 1
            self.place.close()


def _read(row: Any) -> Happening:
    return Happening(bytes(row.uid).hex(), row.at, row.kind, json.loads(row.body))


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_TONIGHT_FOLDER", str(tmp_path))


TestTonight = Tonight.TestCase
TestTonight.settings = settings(
    max_examples=25,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
