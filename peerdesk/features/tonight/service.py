"""The verbs of a running meeting, and the only writer of tonight's sheet."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.tonight import code as evening_code
from peerdesk.features.tonight import finding, names
from peerdesk.features.tonight.allowed import allowed
from peerdesk.features.tonight.parts import MINUTE
from peerdesk.features.tonight.result import result_of
from peerdesk.features.tonight.running import Running
from peerdesk.features.tonight.sheet import RUNNING, hidden, new_sheet
from peerdesk.features.tonight.state import State, still_standing
from peerdesk.features.tonight.view import view
from peerdesk.store.connection import Damaged
from peerdesk.store.evening import MOST_WORDS, Guest, Happening, Result
from peerdesk.store.evening_json import check, load, read_plan
from peerdesk.store.place import Place
from peerdesk.store.tonight import Event, Sheet, whole

__all__ = ["TonightService", "new_sheet"]

LONGEST_NAME = 80


class TonightService:
    """A running meeting. Every verb that changes something now is written down as one happening;
    one that does not (pass outside of a round) does nothing. Each returns the state after it.

    Writing raises the KnownErrors of ``store.place`` with nothing changed.
    """

    def __init__(self, place: Place, clock: Clock) -> None:
        """Go on with the meeting on the open sheet ``place``. Raises Damaged when it cannot be
        read."""
        self._place = place
        self._clock = clock
        try:
            sheet = self._sheet()
            self.plan = read_plan(sheet.plan)
            self._happenings = [
                check(Happening(bytes(e.uid).hex(), e.at, e.kind, load(e.body)))
                for e in Event.select().order_by(Event.id)
            ]
        except (TypeError, ValueError) as error:
            raise Damaged(place.path) from error
        self.sheet_uid = bytes(sheet.uid)
        self._run = self._replayed()
        self._alive_at = sheet.alive_at
        self._left_over = 0
        self._find_gap()

    def state(self, now: int | None = None) -> State:
        """The meeting at ``now`` (UTC ms), by default at this moment."""
        return view(self._run, self._clock.now_ms() if now is None else now)

    # -- the agenda --------------------------------------------------------------------------

    def start(self) -> State:
        """Begin with the first item."""
        return self._do("start")

    def next(self) -> State:
        """The next speaker of a round, else the next item. Not in a break."""
        return self._do("next")

    def go_to(self, item: str) -> State:
        """To the item with this uid. Forward, the current one is done; back, it stays open."""
        return self._do("item", item=item)

    def skip(self) -> State:
        """Leave the current item out."""
        return self._do("skip")

    def pass_(self) -> State:
        """The speaker does not speak; their time is everyone's."""
        return self._do("pass")

    def later(self) -> State:
        """The speaker speaks at the end of the round."""
        return self._do("later")

    def more(self, seconds: int = 60) -> State:
        """So much longer for the item, and for the speaker of a round."""
        return self._do("more", seconds=seconds)

    def break_(self, help: bool = False) -> State:
        """The time stands still; ``help``: because someone needs help."""
        return self._do("break", help=help)

    def resume(self) -> State:
        """Go on after a break."""
        return self._do("resume")

    def end(self) -> State:
        """The meeting is over."""
        return self._do("end")

    def undo(self) -> State:
        """What ``state().undo_kind`` names did not happen."""
        if self._run.undoable:
            self._append(self._made("undo", {"of": self._run.undoable[-1].uid}))
            self._run = self._replayed()
        return self.state()

    # -- people ------------------------------------------------------------------------------

    def here(
        self, person: str, way: str = "here", listening: bool = False, heard: bool = True
    ) -> State:
        """Somebody of the plan came, or changes how they take part. In a round they speak last,
        unless ``listening``."""
        return self._do("here", person=person, way=way, listening=listening, heard=heard)

    def not_here(self, person: str) -> State:
        """They left, or were marked by mistake; of somebody who is not here: they are away."""
        return self._do("not here", person=person)

    def apologies(self, person: str) -> State:
        """They sent apologies."""
        return self._do("apologies", person=person)

    def heard(self, person: str) -> State:
        """They have heard the agreement now."""
        return self._do("heard", person=person)

    def plus(self, name: str = "", new: bool = False, way: str = "here") -> State:
        """One more who does not stand in the plan; the last of ``state().here``."""
        name = "" if self.plan.rules.no_names else " ".join(name.split())[:LONGEST_NAME]
        return self._do("plus", name=name, new=new, way=way)

    def minus(self, uid: str) -> State:
        """Somebody of :meth:`plus` left, or was counted by mistake."""
        return self._do("minus", person=uid)

    def find_people(self, typed: str) -> list[Guest]:
        """People of the plan by the beginnings of their names' words or their code; whoever is not
        here yet comes first."""
        here = {p.uid for p in self._run.here}
        return finding.people(self._run.guests.values(), here, typed)

    def at_the_door(self, typed: str) -> Guest | None:
        """Who has exactly this name or code; None for nobody, or for more than one."""
        return finding.exactly(self._run.guests.values(), typed)

    def names_in(self, words: str) -> list[str]:
        """Names of people of the plan, or who came, that stand in ``words``."""
        known = [g.name for g in self._run.guests.values()]
        known += [g.code for g in self._run.guests.values() if g.code]
        known += [p.name for p in self._run.people.values() if p.extra]
        return names.standing_in(words, known)

    # -- help, topics, what came up ----------------------------------------------------------

    def step(self, n: int, done: bool) -> State:
        """A step of the help page (from 0) was done, or not."""
        return self._do("step", number=n, done=done)

    def set_words(self, text: str) -> State:
        """What came up, as a whole. Raises KnownError when it is too long; nothing is changed."""
        if len(text) > MOST_WORDS:
            raise KnownError(
                translate(
                    "Tonight",
                    "This is more than fits here. What was saved before is safe. "
                    "Please make it shorter.",
                )
            )
        return self._do("words", words=text)

    def vote(self, topic_index: int, votes: int) -> State:
        """So many hands for a topic."""
        return self._do("votes", topic=topic_index, votes=votes)

    def draw_topic(self, i: int) -> State:
        """The topic goes into the item that talks, now or next."""
        return self._do("topic", topic=i)

    # -- the evening code --------------------------------------------------------------------

    @property
    def has_code(self) -> bool:
        """Whether there is a code that may still be tried."""
        return self._sheet().code_hash is not None

    def set_code(self, code: str) -> None:
        """Four digits, with new tries; "" for no code. Raises KnownError for anything else."""
        salt, secret = hidden(code)
        self._keep(code_salt=salt, code_hash=secret, tries_left=evening_code.TRIES if code else 0)

    def try_code(self, typed: str) -> bool:
        """Whether this is the code. After five others in a row it is gone, and only signing in
        brings the names back. What is not four digits is no try."""
        sheet, digits = self._sheet(), evening_code.digits(typed)
        salt, secret = sheet.code_salt, sheet.code_hash
        if salt is None or secret is None or not digits:
            return False
        if evening_code.same(digits, bytes(salt), bytes(secret)):
            self._keep(tries_left=evening_code.TRIES)
            return True
        if sheet.tries_left > 1:
            self._keep(tries_left=sheet.tries_left - 1)
        else:
            self._keep(code_salt=None, code_hash=None, tries_left=0)
        return False

    # -- power cuts and sleep ----------------------------------------------------------------

    def beat(self) -> None:
        """The meeting is running: to be called once a minute. While it is not yet said whether a
        gap counts, this waits, so that another power cut does not lose the question."""
        if not self._left_over:
            self._alive_at = self._clock.now_ms()
            self._keep(alive_at=self._alive_at)

    def left_over(self) -> int:
        """For how long (ms) nobody knows whether the meeting went on, when the sheet was opened
        again; 0 for under a minute, in a break, and once :meth:`gap` or another verb was said."""
        return self._left_over

    def gap(self, ms: int, counted: bool) -> State:
        """The computer was off or asleep for ``ms`` until now; not ``counted``, that time stood
        still. Below 0 when its clock was set back."""
        return self._do("gap", ms=ms, counted=counted)

    def result(self) -> Result:
        """What goes into the cabinet. A meeting that nobody ended ended when it was last alive."""
        return result_of(self._run, self.sheet_uid.hex(), self._alive_at)

    # -- inside ------------------------------------------------------------------------------

    def _sheet(self) -> Sheet:
        sheet: Sheet | None = Sheet.select().first()
        if sheet is None or not whole(sheet.__data__):
            raise Damaged(self._place.path)
        return sheet

    def _replayed(self) -> Running:
        run = Running(self.plan)
        for happening in still_standing(self._happenings):
            run.apply(happening)
        return run

    def _find_gap(self) -> None:
        off = self._clock.now_ms() - self._alive_at
        if self._run.moving and off < 0:
            self.gap(off, False)  # an empty clock battery: the timer would stand until it caught up
        elif self._run.moving and off >= MINUTE:
            self._left_over = off

    def _do(self, kind: str, **body: Any) -> State:
        happening = self._made(kind, body)
        if allowed(self._run, kind, body):
            self._append(happening)
            self._run.apply(happening)
        return view(self._run, happening.at)

    def _made(self, kind: str, body: dict[str, Any]) -> Happening:
        now = self._clock.now_ms()
        return check(Happening(new_uid(now).hex(), now, kind, body))

    def _append(self, happening: Happening) -> None:
        last = self._happenings[-1] if self._happenings else None
        if last is not None and last.kind == happening.kind == "words":
            # A text saves itself every few seconds; only its newest form is worth keeping.
            happening = replace(happening, uid=last.uid)
        else:
            last = None
        uid = bytes.fromhex(happening.uid)
        row = {"at": happening.at, "body": json.dumps(happening.body, ensure_ascii=False)}
        with self._place.operation(RUNNING):
            if last is None:
                Event.create(uid=uid, kind=happening.kind, **row)
            else:
                Event.update(**row).where(Event.uid == uid).execute()
            Sheet.update(alive_at=happening.at).execute()
        if last is not None:
            self._happenings.pop()
        self._happenings.append(happening)
        self._alive_at, self._left_over = happening.at, 0

    def _keep(self, **fields: Any) -> None:
        with self._place.operation(RUNNING):
            Sheet.update(**fields).execute()
