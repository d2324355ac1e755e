"""Undo over all open places: Ctrl+Z takes back what was done last, wherever it was."""

from __future__ import annotations

from collections.abc import Callable

from peerdesk.store.place import Change, Place


class History:
    """The order in which steps were made over several places."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self._places = {place.kind: place for place in places}
        self._done: list[Place] = []
        self._undone: list[Place] = []
        self._stops: list[Callable[[], None]] = [p.subscribe(self._noticed) for p in places]

    def _noticed(self, change: Change) -> None:
        place = self._places[change.place]
        if change.kind == "erase":
            self._done = [p for p in self._done if p is not place]
            self._undone = [p for p in self._undone if p is not place]
        if change.kind == "do":
            self._undone.clear()
            if place.undo_depth > self._done.count(place):
                self._done.append(place)

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        return self._step(self._done, self._undone, lambda place: place.undo())

    def redo(self) -> Change | None:
        """Do again what was taken back last; None when there is none."""
        return self._step(self._undone, self._done, lambda place: place.redo())

    @staticmethod
    def _step(
        source: list[Place], target: list[Place], act: Callable[[Place], Change | None]
    ) -> Change | None:
        while source:
            place = source.pop()
            change = act(place)
            if change is not None:
                target.append(place)
                return change
        return None

    def close(self) -> None:
        """Stop listening."""
        while self._stops:
            self._stops.pop()()
