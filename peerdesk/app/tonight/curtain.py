"""Tonight's service as the faces get it: while names are closed, nothing that it tells has one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from peerdesk.features.tonight.service import TonightService
    from peerdesk.features.tonight.state import State, Who
    from peerdesk.store.evening import Guest, Plan


class Curtain:
    """Stands before the service. Every verb works while it is closed, and the door still finds
    who types a name of their own; lists of people, what came up and the plan's people are empty,
    and who speaks has no name."""

    def __init__(self, service: TonightService) -> None:
        self._service = service
        self.open = True

    @property
    def as_service(self) -> TonightService:
        """Itself, for who expects the service."""
        return cast("TonightService", self)

    @property
    def plan(self) -> Plan:
        """What the meeting was started with."""
        plan = self._service.plan
        return plan if self.open else replace(plan, people=())

    def state(self, now: int | None = None) -> State:
        """How the meeting stands."""
        state = self._service.state(now)
        return state if self.open else without_names(state)

    def find_people(self, typed: str) -> list[Guest]:
        """People whose name or code begins like this."""
        return self._service.find_people(typed) if self.open else []

    def set_words(self, text: str) -> State:
        """What came up. While names are closed nobody can be asked about one that stands in it, so
        it is left out."""
        if self.open:
            return self._service.set_words(text)
        from peerdesk.features.tonight.words import without

        return without_names(self._service.set_words(without(text, self._service.names_in(text))))

    def names_in(self, words: str) -> list[str]:
        """Names of the plan that stand in these words."""
        return self._service.names_in(words) if self.open else []

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._service, name)
        if self.open or not callable(value):
            return value

        def verb(*values: Any, **named: Any) -> Any:
            told = value(*values, **named)
            return without_names(told) if type(told).__name__ == "State" else told

        return verb


def without_names(state: State) -> State:
    """The same moment with nobody's name in it."""
    return replace(
        state,
        speaker=None if state.speaker is None else _somebody(state.speaker),
        then=tuple(_somebody(who) for who in state.then),
        here=tuple(_somebody(who) for who in state.here),
        items=tuple(replace(item, lead="") for item in state.items),
        current=None if state.current is None else replace(state.current, lead=""),
        expected=(),
        apologies=(),
        away=(),
        words="",
    )


def _somebody(who: Who) -> Who:
    return replace(who, name="", new=False, named=False)
