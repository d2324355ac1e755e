"""What stays after an evening follows its person, and outlives its meeting."""

from __future__ import annotations

from peerdesk.core.ids import new_uid
from peerdesk.store.cabinet import (
    STEP_STATUSES,
    FollowUp,
    Incident,
    Meeting,
    NextStep,
    Person,
    StepNews,
)
from peerdesk.store.place import Place


def test_next_steps_follow_their_person_and_outlive_their_meeting(cabinet: Place) -> None:
    ana = Person.create(uid=new_uid(), name="Ana", added_at=1, changed_at=1)
    evening = Meeting.create(uid=new_uid(), start="2026-11-24T18:30", zone="UTC", minutes=90)
    step = NextStep.create(uid=new_uid(), person=ana, meeting=evening, words="Walk")
    StepNews.create(uid=new_uid(), step=step, meeting=evening, status=STEP_STATUSES[0])
    FollowUp.create(uid=new_uid(), person=ana, meeting=evening, reason="new")
    Incident.create(uid=new_uid(), meeting=evening, what="Somebody felt faint.")
    evening.delete_instance()
    assert [s.words for s in NextStep.select()] == ["Walk"]
    assert StepNews.select().count() == FollowUp.select().count() == 1
    ana.delete_instance()
    assert [m.select().count() for m in (NextStep, StepNews, FollowUp)] == [0, 0, 0]
    assert [i.what for i in Incident.select()] == ["Somebody felt faint."]
