"""The door to meetings: series and dates, agendas, who was here, and what to do before."""

from __future__ import annotations

from peerdesk.features.meetings.agenda.verbs import KINDS, ROUNDS, Part
from peerdesk.features.meetings.attendance import Absence, Counts, Mark
from peerdesk.features.meetings.base import WAYS, MeetingView, SeriesView
from peerdesk.features.meetings.preparation import Check, PreparationVerbs
from peerdesk.features.meetings.rates import Rate, RateVerbs
from peerdesk.features.meetings.switches import SWITCHES, Switch
from peerdesk.features.meetings.taking import TakingVerbs
from peerdesk.features.meetings.topics import TopicVerbs, TopicView
from peerdesk.features.meetings.ways import AgreementLine
from peerdesk.features.meetings.when import How, Repeat, read_rule, repeat_of
from peerdesk.store.cabinet import HERE, STATUSES


class MeetingsService(TakingVerbs, TopicVerbs, PreparationVerbs, RateVerbs):
    """All verbs about meetings of one cabinet; ``shelf`` takes what is for everyone.

    Reads give frozen views or None for what is not there; verbs raise KeyError for a meeting or
    series that is not there.
    """


__all__ = [
    "HERE",
    "KINDS",
    "ROUNDS",
    "STATUSES",
    "SWITCHES",
    "WAYS",
    "Absence",
    "AgreementLine",
    "Check",
    "Counts",
    "How",
    "Mark",
    "MeetingView",
    "MeetingsService",
    "Part",
    "Rate",
    "Repeat",
    "SeriesView",
    "Switch",
    "TopicView",
    "read_rule",
    "repeat_of",
]
