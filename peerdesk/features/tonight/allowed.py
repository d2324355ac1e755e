"""Whether a happening would change anything at this moment.

Used twice: a verb that would change nothing is not written down, and a replay passes over what no
longer makes sense.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerdesk.store.evening import MOST_PEOPLE, WAYS

if TYPE_CHECKING:
    from peerdesk.features.tonight.running import Running

MOST_MORE = 3_600
"""Seconds that can be added at once."""


def allowed(run: Running, kind: str, body: dict[str, Any]) -> bool:
    """Whether ``kind`` with this ``body`` (shapes of ``store.evening``) changes anything now."""
    if "person" in body:
        return _person(run, kind, body)
    if "topic" in body:
        return _topic(run, kind, body)
    return _meeting(run, kind, body)


def _meeting(run: Running, kind: str, body: dict[str, Any]) -> bool:
    going = run.started and not run.ended
    queue = run.part.queue if run.part is not None else []
    match kind:
        case "start":
            return not run.started
        case "next" | "skip":
            return run.moving
        case "pass":
            return run.moving and len(queue) >= 1
        case "later":
            return run.moving and len(queue) >= 2
        case "item":
            return going and run.index.get(body["item"], run.current) != run.current
        case "more":
            return going and run.current is not None and 0 < body["seconds"] <= MOST_MORE
        case "plus":
            return body["way"] in WAYS and len(run.people) < MOST_PEOPLE
        case "break":
            return run.paused != "help" if body["help"] else going and not run.paused
        case "resume":
            return bool(run.paused)
        case "step":
            return _step(run, body["number"], body["done"])
        case "words":
            return bool(run.words != body["words"])
        case "end":
            return going
    return True


def _step(run: Running, number: int, done: bool) -> bool:
    if not run.helped or not 0 <= number < len(run.plan.help_steps):
        return False
    return (number in run.helped[-1].steps) != done


def _topic(run: Running, kind: str, body: dict[str, Any]) -> bool:
    topic = body["topic"]
    if not 0 <= topic < len(run.votes):
        return False
    if kind == "topic":
        return topic not in run.topics
    return 0 <= body["votes"] <= MOST_PEOPLE and bool(run.votes[topic] != body["votes"])


def _person(run: Running, kind: str, body: dict[str, Any]) -> bool:
    uid = body["person"]
    known = run.people.get(uid)
    here = known is not None and not known.gone
    if kind == "heard":
        return here and known is not None and not known.heard
    if kind == "minus":
        return here and known is not None and known.extra
    if uid not in run.guests:
        return False
    if kind == "not here":
        return uid not in run.away
    if kind == "apologies":
        return uid not in run.apologies
    if body["way"] not in WAYS:
        return False
    return not here or known is None or known.part_in() != (body["way"], body["listening"])
