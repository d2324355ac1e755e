"""Finding somebody of the plan by what is typed: by its beginning, or exactly at the door."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from peerdesk.features.tonight import names
from peerdesk.store.evening import Guest


def people(guests: Iterable[Guest], here: Collection[str], typed: str) -> list[Guest]:
    """Whose words of name or code begin so; the uids ``here`` last, exact ones first."""
    wanted = names.words_of(typed)
    if not wanted:
        return []
    joined = " ".join(wanted)
    found = [g for g in guests if _begins(g, wanted)]
    return sorted(
        found, key=lambda g: (g.uid in here, joined not in _exact(g), names.plain(g.name))
    )


def exactly(guests: Iterable[Guest], typed: str) -> Guest | None:
    """The one with this name or code; None for nobody, or for more than one."""
    wanted = names.plain(typed)
    found = [g for g in guests if wanted and wanted in _exact(g)]
    return found[0] if len(found) == 1 else None


def _exact(guest: Guest) -> tuple[str, str]:
    return names.plain(guest.name), names.plain(guest.code)


def _begins(guest: Guest, wanted: list[str]) -> bool:
    there = [*names.words_of(guest.name), *names.words_of(guest.code)]
    return all(any(word.startswith(w) for word in there) for w in wanted)
