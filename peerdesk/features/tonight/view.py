"""The state of a meeting at one moment, read from the evening as it runs."""

from __future__ import annotations

from peerdesk.features.tonight import rounds
from peerdesk.features.tonight.parts import MINUTE, Part, Present
from peerdesk.features.tonight.running import Running
from peerdesk.features.tonight.state import ItemView, State, Who

BAR_STEPS = 100
"""The bar moves in so many steps, at most one a second."""


def view(run: Running, now: int) -> State:
    """What ``run`` looks like at ``now`` (UTC ms); ``run`` stays as it is."""
    more = run.elapsed(now)
    part = run.part
    items = _items(run, more)
    here = [_who(p) for p in run.here]
    by_uid = {w.uid: w for w in here}
    queue = part.queue if part is not None else []
    turn, left = (part.turn + more, part.budget - part.ran - more) if part else (0, 0)
    share = part.share if part and queue else part.budget if part else 0
    remaining = share - turn if queue else left
    absent = [g for g in run.guests.values() if g.uid not in by_uid]
    return State(
        started=run.started,
        ended=run.ended,
        started_at=run.started_at,
        ended_at=run.ended_at,
        items=items,
        current=None if run.current is None else items[run.current],
        number=0 if run.current is None else run.current + 1,
        in_round=bool(queue),
        speaker=by_uid[queue[0]] if queue else None,
        speaker_number=len(part.spoken) + 1 if part and queue else 0,
        speakers=len(part.spoken) + len(queue) if part else 0,
        then=tuple(by_uid[uid] for uid in queue[1:3]),
        share_ms=share,
        remaining_ms=remaining,
        item_ms=part.budget if part else 0,
        item_remaining_ms=left,
        each_seconds=_each(part, left, turn),
        finish_at=_finish_at(run, now, left, turn),
        planned_finish_at=run.plan.starts_at + run.plan.minutes * MINUTE,
        here=tuple(here),
        expected=tuple(g for g in absent if g.uid not in run.apologies | run.away),
        apologies=tuple(g for g in absent if g.uid in run.apologies),
        away=tuple(g for g in absent if g.uid in run.away),
        head_count=len(here),
        remote=sum(w.way != "here" for w in here),
        paused=run.paused,
        paused_at=run.paused_at,
        steps_done=frozenset(run.helped[-1].steps) if run.helped else frozenset(),
        words=run.words,
        votes=tuple(run.votes),
        topic_used=tuple(run.topics),
        undo_kind=run.undoable[-1].kind if run.undoable else "",
        changes_at=_changes_at(run, now, share, remaining),
    )


def _who(present: Present) -> Who:
    return Who(
        present.uid,
        present.name,
        present.way,
        present.new,
        present.late,
        present.listening,
        present.heard,
        present.named,
    )


def _items(run: Running, more: int) -> tuple[ItemView, ...]:
    return tuple(
        ItemView(
            item.uid,
            item.title,
            item.kind,
            item.minutes,
            item.say,
            item.lead,
            item.service,
            part.done,
            number == run.current,
            part.skipped,
            (part.ran + (more if number == run.current else 0)) // 1000,
            tuple(run.plan.topics[t] for t, where in run.topics.items() if where == number),
        )
        for number, (item, part) in enumerate(zip(run.plan.items, run.parts, strict=True))
    )


def _each(part: Part | None, left: int, turn: int) -> int:
    if part is None or not part.queue:
        return 0
    waiting = rounds.waiting(left, part.share, turn, len(part.queue) - 1, part.floor)
    return (waiting[0] if waiting else part.share) // 1000


def _finish_at(run: Running, now: int, left: int, turn: int) -> int:
    if run.ended:
        return run.ended_at
    if run.started and run.current is None:
        return now
    after = -1 if run.current is None else run.current
    rest = sum(_to_come(run, n) for n in range(after + 1, len(run.parts)) if run.parts[n].open)
    part = run.part
    if part is None:
        return max(now, run.plan.starts_at) + rest
    if part.queue:
        waiting = len(part.queue) - 1
        return now + rest + rounds.remaining(left, part.share, turn, waiting, part.floor)
    return now + rest + max(0, left)


def _to_come(run: Running, number: int) -> int:
    part = run.parts[number]
    least = part.floor * len(run.queue_of(number)) if part.round else 0
    return max(part.budget - part.ran, least)


def _changes_at(run: Running, now: int, share: int, remaining: int) -> int | None:
    """When the bar makes its next step or the words of minutes change; the forecast moves with
    the minutes that are too long."""
    if run.ended or run.paused or not run.started:
        return None
    if run.current is None or remaining <= 0:
        return now + (remaining % MINUTE or MINUTE)
    step = max(1000, share // BAR_STEPS)
    return now + min(remaining % step or step, remaining % MINUTE or MINUTE)
