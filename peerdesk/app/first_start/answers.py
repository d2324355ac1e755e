"""What has been answered so far; plain values that live no longer than the first start."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from peerdesk.features.keys.plans import Computer, GroupPlan

Purpose = Literal["", "look", "others", "group", "copy"]


@dataclass
class Answers:
    """``words`` are the six suggested ones; ``own_password`` counts when ``own`` is set.

    ``adding``: there is a workspace already and a group comes into it, so nothing is asked that
    is known. ``text_scale`` is per cent.
    """

    adding: bool = False
    language: str = ""
    text_scale: int = 100
    purpose: Purpose = ""
    shared: bool | None = None
    name: str = ""
    words: list[str] = field(default_factory=list, repr=False)
    own: bool = False
    own_password: str = field(default="", repr=False)
    group: str = ""
    weekday: int = 1
    time: str = "18:30"
    minutes: int = 90
    place: str = ""
    public: bool = False
    centre: str = ""
    country: str | None = None

    @property
    def password(self) -> str:
        """What the key is derived from."""
        return self.own_password if self.own else " ".join(self.words)

    def forget(self) -> None:
        """The password has done its work; nothing here needs it any more."""
        self.words, self.own_password = [], ""

    def plan(self) -> GroupPlan:
        """The group as it was described."""
        from peerdesk.features.keys.plans import GroupPlan

        return GroupPlan(
            self.group.strip(),
            self.weekday,
            self.time,
            self.minutes,
            self.place.strip(),
            self.public,
        )

    def computer(self) -> Computer | None:
        """What was said of the computer; None where that was known before."""
        from peerdesk.features.keys.plans import Computer

        if self.adding:
            return None
        return Computer(
            self.language,
            self.text_scale,
            self.shared is not False,
            self.centre.strip(),
            self.country or "",
        )
