"""Who signed in, as plain values: the keys they hold and the cards the shelf keeps."""

from __future__ import annotations

from dataclasses import dataclass, field

from peerdesk.core.text import Text


@dataclass(frozen=True)
class Card:
    """What the shelf keeps of a cabinet."""

    group_uid: bytes
    file_id: str
    generation: int
    public_key: bytes


@dataclass(frozen=True)
class SignedIn:
    """The keys of one person: their drawer, and (group uid, file id, key) of every cabinet that
    opened. ``troubles`` says what did not, and what was put right; ``cards`` are the shelf's
    copies of public keys that have to be written again (:meth:`KeysService.put_cards_right`);
    ``closed`` are uids of groups that are whole but not, or no longer, made out to this person.
    """

    drawer_id: str
    drawer_key: bytes = field(repr=False)
    cabinets: list[tuple[bytes, str, bytes]] = field(default_factory=list, repr=False)
    troubles: tuple[Text, ...] = ()
    cards: tuple[Card, ...] = ()
    closed: tuple[bytes, ...] = ()
