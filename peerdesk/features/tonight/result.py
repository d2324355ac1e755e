"""What an evening gives back to the cabinet or, run without a key, to the in-tray."""

from __future__ import annotations

from peerdesk.features.tonight.parts import Pause, Present
from peerdesk.features.tonight.running import Running
from peerdesk.store.evening import Came, Extra, Helped, Ran, Result


def result_of(run: Running, sheet: str, ended_at: int) -> Result:
    """The result of ``run``; ``ended_at`` (UTC ms) stands in when nobody ended the meeting."""
    plan = run.plan
    ended_at = run.ended_at if run.ended else ended_at
    counted = [p for p in run.people.values() if not p.gone or p.stayed]
    people = {p.uid: p for p in counted if not p.extra}
    return Result(
        sheet=sheet,
        meeting=plan.meeting,
        group=plan.group,
        started_at=run.started_at,
        ended_at=ended_at,
        title=plan.title,
        start=plan.start,
        zone=plan.zone,
        people=tuple(_came(run, uid, people.get(uid)) for uid in run.guests),
        extras=tuple(Extra(p.name, p.new, p.way) for p in counted if p.extra),
        ran=tuple(
            Ran(item.uid, 0 if part.skipped else part.ran // 1000)
            for item, part in zip(plan.items, run.parts, strict=True)
        ),
        helped=tuple(_helped(pause, ended_at) for pause in run.helped),
        topics_used=tuple(plan.topics[t] for t in run.topics),
        words=run.words,
        stand_in=plan.stand_in,
    )


def _came(run: Running, uid: str, present: Present | None) -> Came:
    if present is not None:
        return Came(uid, present.way, present.late, present.heard)
    if uid in run.apologies:
        return Came(uid, "apologies")
    return Came(uid, "away" if uid in run.away else "unknown")


def _helped(pause: Pause, ended_at: int) -> Helped:
    until = pause.until or ended_at
    return Helped(pause.at, max(0, until - pause.at) // 1000, tuple(sorted(pause.steps)))
