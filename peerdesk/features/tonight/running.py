"""The evening as it runs: happenings are applied one by one, each at its time.

What makes no sense at that moment (pass outside of a round, a step without a break) changes
nothing, so any order of happenings can be replayed.
"""

from __future__ import annotations

from typing import Any

from peerdesk.features.tonight.allowed import allowed
from peerdesk.features.tonight.parts import MINUTE, STAYED, Part, Pause, Present
from peerdesk.features.tonight.state import may_undo
from peerdesk.store.evening import ROUNDS, Guest, Happening, Plan

BEGUN = ("agreement", *ROUNDS)
"""Whoever comes after the first of these has begun is late."""


class Running:
    """Everything the happenings so far lead to. Times are UTC ms, durations ms."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        names = not plan.rules.no_names
        self.guests: dict[str, Guest] = {g.uid: g for g in plan.people} if names else {}
        floor = max(1, plan.rules.floor_seconds) * 1000
        self.parts = [Part(floor, max(0, i.minutes) * MINUTE, i.kind in ROUNDS) for i in plan.items]
        self.index = {item.uid: n for n, item in enumerate(plan.items)}
        self.current: int | None = None
        self.started_at = self.ended_at = self.last = self.total = 0
        self.started = self.ended = False
        self.paused, self.paused_at = "", 0
        self.people: dict[str, Present] = {}
        self.apologies = {g.uid for g in self.guests.values() if g.apologies}
        self.away: set[str] = set()
        self.helped: list[Pause] = []
        self.words = ""
        self.votes = [0] * len(plan.topics)
        self.topics: dict[int, int | None] = {}
        self.agreement_over = False
        self._listeners: list[str] = []
        self.undoable: list[Happening] = []

    # -- asked by the view and the result ----------------------------------------------------

    @property
    def part(self) -> Part | None:
        """The item that runs."""
        return None if self.current is None else self.parts[self.current]

    @property
    def moving(self) -> bool:
        """Whether the time of an item runs."""
        return self.started and not self.ended and not self.paused and self.current is not None

    @property
    def here(self) -> list[Present]:
        """Those who are here now, in the order they came."""
        return [p for p in self.people.values() if not p.gone]

    def elapsed(self, now: int) -> int:
        """How far the current item is on at ``now`` beyond what was applied."""
        return max(0, now - self.last) if self.moving else 0

    def queue_of(self, number: int) -> list[str]:
        """Who would speak in this round if it were entered now: those who did not yet, or
        everyone again when it is over for all."""
        part = self.parts[number]
        able = [p.uid for p in self.here if not p.listening]
        first = [uid for uid in part.queue if uid in able]
        line = first + [u for u in able if u not in first and u not in part.spoken]
        return able if part.done and not line else line

    # -- applying ----------------------------------------------------------------------------

    def apply(self, happening: Happening) -> None:
        """Go on to the time of the happening, and let it happen if it can."""
        kind, body = happening.kind, happening.body
        self._go_on(happening.at, body["ms"] if kind == "gap" and not body["counted"] else 0)
        if allowed(self, kind, body):
            self._let(happening, body)
            if may_undo(happening):
                self.undoable.append(happening)

    def _let(self, happening: Happening, body: dict[str, Any]) -> None:
        match happening.kind:
            case "start":
                self._start(happening.at)
            case "next" | "pass":
                self._next()
            case "later":
                self._later()
            case "item":
                self._item(body["item"])
            case "skip":
                self._skip()
            case "more":
                self.parts[self.current or 0].give(body["seconds"] * 1000)
            case "here":
                self._here(body)
            case "not here":
                self._not_here(body["person"])
            case "apologies":
                self._apologies(body["person"])
            case "heard":
                self.people[body["person"]].heard = True
            case "plus":
                self._plus(happening)
            case "minus":
                self._left(self.people[body["person"]])
            case "break":
                self._break(happening)
            case "resume":
                self._resume(happening.at)
            case "step":
                self._step(body)
            case "words":
                self.words = body["words"]
            case "votes":
                self.votes[body["topic"]] = body["votes"]
            case "topic":
                self.topics[body["topic"]] = self._place_for_topic()
            case "end":
                self._end(happening.at)

    def _go_on(self, at: int, still: int) -> None:
        passed = max(0, at - self.last - still) if self.last else 0
        self.last = at
        if self.started and not self.ended:
            self.total += passed
        if self.moving:
            part = self.parts[self.current or 0]
            part.ran += passed
            part.turn += passed

    def _start(self, at: int) -> None:
        if self.paused:
            self._resume(at)
        self.started, self.started_at = True, at
        self._to_next(-1)

    def _to_next(self, after: int) -> None:
        self.current = None
        for number in range(after + 1, len(self.parts)):
            if self.parts[number].open:
                self._enter(number)
                return

    def _enter(self, number: int) -> None:
        part = self.parts[number]
        part.queue = self.queue_of(number) if part.round else []
        if any(uid in part.spoken for uid in part.queue):
            part.spoken.clear()
        part.begun, part.done, part.skipped = True, False, False
        self.current = number
        part.new_turn()
        if self.plan.items[number].kind == "agreement":
            self._listeners = [p.uid for p in self.here]

    def _finish(self) -> int:
        """The current item is done; its number."""
        number = self.current or 0
        self.parts[number].done = True
        if self.plan.items[number].kind == "agreement":
            self.agreement_over = True
            for uid in self._listeners:
                self.people[uid].heard = True
        return number

    def _next(self) -> None:
        part = self.parts[self.current or 0]
        if part.queue:
            part.spoken.append(part.queue.pop(0))
            if part.queue:
                part.new_turn()
                return
        self._to_next(self._finish())

    def _later(self) -> None:
        part = self.parts[self.current or 0]
        part.queue.append(part.queue.pop(0))
        part.new_turn()

    def _item(self, item: str) -> None:
        number = self.index[item]
        if self.current is not None and number > self.current:
            self._finish()
        self._enter(number)

    def _skip(self) -> None:
        number = self.current or 0
        self.parts[number].skipped = True
        self._to_next(number)

    # -- people ------------------------------------------------------------------------------

    def _is_late(self) -> bool:
        marked = [n for n, item in enumerate(self.plan.items) if item.kind in BEGUN]
        if marked:
            return any(self.parts[n].begun for n in marked)
        return sum(part.begun for part in self.parts) > 1

    def _came(self, present: Present) -> None:
        """Put them on the list and at the end of the round that runs."""
        before = self.people.pop(present.uid, None)
        if before is not None and before.stayed:
            present.late, present.since = before.late, before.since
            present.heard = present.heard or before.heard
            present.stayed = True
        self.people[present.uid] = present
        self._line_up(present)

    def _line_up(self, present: Present) -> None:
        part = self.part
        if part is None or not part.round:
            return
        if present.listening:
            self._out_of_line(present.uid)
        elif present.uid not in part.queue and present.uid not in part.spoken:
            part.queue.append(present.uid)
            if len(part.queue) == 1:
                part.new_turn()
            else:
                part.divide_again()

    def _out_of_line(self, uid: str) -> None:
        part = self.part
        if part is not None and uid in part.queue:
            spoke = part.queue[0] == uid
            part.queue.remove(uid)
            if spoke:
                part.new_turn()
            else:
                part.divide_again()

    def _left(self, present: Present) -> None:
        spoke = any(present.uid in part.spoken for part in self.parts)
        present.stayed = spoke or (self.started and self.total - present.since >= STAYED)
        present.gone = True
        self._out_of_line(present.uid)

    def _here(self, body: dict[str, Any]) -> None:
        guest = self.guests[body["person"]]
        self.apologies.discard(guest.uid)
        self.away.discard(guest.uid)
        heard = body["heard"] and guest.heard and not self.agreement_over
        known = self.people.get(guest.uid)
        if known is not None and not known.gone:
            known.way, known.listening = body["way"], body["listening"]
            self._line_up(known)
            return
        self._came(
            Present(
                guest.uid, guest.name or guest.code, body["way"], guest.new, self._is_late(),
                body["listening"], heard, True, self.total,
            )
        )  # fmt: skip

    def _not_here(self, uid: str) -> None:
        present = self.people.get(uid)
        if present is not None and not present.gone:
            self._left(present)
        elif uid in self.apologies:
            self.apologies.discard(uid)
        else:
            self.away.add(uid)

    def _apologies(self, uid: str) -> None:
        present = self.people.get(uid)
        if present is not None and not present.gone:
            self._left(present)
        self.away.discard(uid)
        self.apologies.add(uid)

    def _plus(self, happening: Happening) -> None:
        name = "" if self.plan.rules.no_names else happening.body["name"]
        self._came(
            Present(
                happening.uid, name, happening.body["way"], happening.body["new"], self._is_late(),
                False, not self.agreement_over, bool(name), self.total, extra=True,
            )
        )  # fmt: skip

    # -- breaks, help, what came up ----------------------------------------------------------

    def _break(self, happening: Happening) -> None:
        self.paused, self.paused_at = ("help" if happening.body["help"] else "break"), happening.at
        if happening.body["help"]:
            self.helped.append(Pause(happening.at))

    def _resume(self, at: int) -> None:
        if self.paused == "help":
            self.helped[-1].until = at
        self.paused, self.paused_at = "", 0

    def _step(self, body: dict[str, Any]) -> None:
        steps = self.helped[-1].steps
        (steps.add if body["done"] else steps.discard)(body["number"])

    def _place_for_topic(self) -> int | None:
        """The item that a drawn topic belongs to: the current one, or the next that talks."""
        kinds = [item.kind for item in self.plan.items]
        if self.current is not None and kinds[self.current] in ("main", "topic"):
            return self.current
        first = 0 if self.current is None else self.current + 1
        for kind in ("main", "topic"):
            for number in range(first, len(kinds)):
                if kinds[number] == kind and self.parts[number].open:
                    return number
        return self.current

    def _end(self, at: int) -> None:
        if self.paused:
            self._resume(at)
        if self.current is not None:
            self._finish()
            self.current = None
        self.ended, self.ended_at = True, at
