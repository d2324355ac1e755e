"""What a running meeting looks like at one moment, and how it follows from what happened.

The state is a pure function of the plan, the happenings and the clock, so a power cut loses
nothing and every undo is exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peerdesk.store.evening import Guest, Happening, Plan


@dataclass(frozen=True)
class Who:
    """Somebody who is here. ``uid`` in hex: of a person of the plan, or of the happening that
    counted them. ``name`` is "" and ``named`` False for somebody only counted.

    ``late``: came when it had begun; ``listening``: not in the rounds; ``heard``: the agreement.
    """

    uid: str
    name: str
    way: str
    new: bool
    late: bool
    listening: bool
    heard: bool
    named: bool


@dataclass(frozen=True)
class ItemView:
    """A part of the agenda as it runs. ``minutes`` as planned; ``seconds``: how long it has run;
    ``topics``: what was drawn from the topic box into it."""

    uid: str
    title: str
    kind: str
    minutes: int
    say: str
    lead: str
    service: str
    done: bool
    current: bool
    skipped: bool
    seconds: int
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class State:
    """The meeting at one moment. Names ending in ``_ms`` are durations, in ``_at`` UTC ms.

    ``number``: of the current item, from 1; 0 when there is none (not started, or all are done).
    ``speaker_number`` of ``speakers``: those who had their turn or passed count. ``then``: the
    next two. ``share_ms`` and ``remaining_ms``: of the speaker in a round, else of the item;
    remaining falls below 0 for whoever takes longer. ``item_ms``: planned and added time of the
    item. ``each_seconds``: about how long each of those still to speak has. ``changes_at``: when
    something other than a running digit changes next; None while the time stands still.
    ``away``: people of whom it was said that they are not here.
    """

    started: bool
    ended: bool
    started_at: int
    ended_at: int
    items: tuple[ItemView, ...]
    current: ItemView | None
    number: int
    in_round: bool
    speaker: Who | None
    speaker_number: int
    speakers: int
    then: tuple[Who, ...]
    share_ms: int
    remaining_ms: int
    item_ms: int
    item_remaining_ms: int
    each_seconds: int
    finish_at: int
    planned_finish_at: int
    here: tuple[Who, ...]
    expected: tuple[Guest, ...]
    apologies: tuple[Guest, ...]
    away: tuple[Guest, ...]
    head_count: int
    remote: int
    paused: str
    paused_at: int
    steps_done: frozenset[int]
    words: str
    votes: tuple[int, ...]
    topic_used: tuple[int, ...]
    undo_kind: str
    changes_at: int | None


def may_undo(happening: Happening) -> bool:
    """Whether "undo" takes this back. Texts, votes and ticks are changed where they stand, and a
    gap that was counted changed nothing; that the computer's clock was set back stays so."""
    if happening.kind == "gap":
        return not happening.body["counted"] and happening.body["ms"] > 0
    return happening.kind not in ("undo", "words", "step", "votes")


def still_standing(happenings: Iterable[Happening]) -> list[Happening]:
    """The happenings without those that were undone, and without the undoing itself."""
    every = list(happenings)
    undone = {h.body["of"] for h in every if h.kind == "undo"}
    return [h for h in every if h.kind != "undo" and h.uid not in undone]


def replay(plan: Plan, happenings: Iterable[Happening], now: int) -> State:
    """The state at ``now`` (UTC ms) after these happenings, in their order."""
    from peerdesk.features.tonight.running import Running
    from peerdesk.features.tonight.view import view

    running = Running(plan)
    for happening in still_standing(happenings):
        running.apply(happening)
    return view(running, now)
