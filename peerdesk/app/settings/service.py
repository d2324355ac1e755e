"""Settings, by place: of the computer (shelf), of the group (cabinet), of one person (drawer).

Every verb writes at once, in one operation that can be undone, and returns whether it changed
anything. Reading copes with values it does not know: the default takes their place.

Kept as text: ``shared`` is ``yes`` or ``no``; ``language`` a code such as ``en`` or "" (as the
system); ``scheme`` one of :data:`SCHEMES`; ``text_scale`` per cent, one of :data:`TEXT_SCALES`;
``idle_minutes`` 1 to 10.
"""

from __future__ import annotations

from peerdesk.core.ids import natural_uid
from peerdesk.core.text import Text, translate
from peerdesk.store.cabinet import Group
from peerdesk.store.drawer import Preference
from peerdesk.store.place import Place
from peerdesk.store.shelf import Setting

SCHEMES = ("system", "light", "dark", "contrast")
TEXT_SCALES = (100, 110, 125, 150, 175, 200)
IDLE_MINUTES = range(1, 11)
IDLE_DEFAULT = 3


def nearest_scale(percent: int) -> int:
    """The text size we offer that is nearest to ``percent``."""
    return min(TEXT_SCALES, key=lambda step: (abs(step - percent), step))


def next_scale(percent: int, steps: int) -> int:
    """The text size ``steps`` larger (or smaller, when negative), within what we offer."""
    at = TEXT_SCALES.index(nearest_scale(percent)) + steps
    return TEXT_SCALES[max(0, min(at, len(TEXT_SCALES) - 1))]


class _Kept:
    """Rows of key and text in one place."""

    def __init__(self, place: Place, model: type[Setting] | type[Preference]) -> None:
        self._place = place
        self._model = model

    def get(self, key: str, default: str = "") -> str:
        """A value as kept, or ``default``."""
        row = self._model.get_or_none(self._model.key == key)
        return default if row is None else str(row.value)

    def _put(self, key: str, value: str, label: Text, *, typing: bool = False) -> bool:
        if self.get(key) == value:
            return False
        merge = (self._place.kind, key) if typing else None
        with self._place.operation(label, merge=merge):
            self._model.insert(uid=natural_uid("setting", key), key=key, value=value).on_conflict(
                conflict_target=[self._model.key], update={"value": value}
            ).execute()
        return True

    def _number(self, key: str, default: int) -> int:
        words = self.get(key)
        return int(words) if words.isascii() and words.isdigit() else default

    def _choice(self, key: str, choices: tuple[str, ...], default: str) -> str:
        words = self.get(key)
        return words if words in choices else default

    def settle(self) -> None:
        """The person left a field: typing there again is a new step for undo."""
        self._place.settle()


class ComputerSettings(_Kept):
    """Settings of this computer, for everyone who sits down at it."""

    def __init__(self, shelf: Place) -> None:
        super().__init__(shelf, Setting)

    @property
    def centre(self) -> str:
        """The name of the centre; "" when there is none."""
        return self.get("centre")

    def set_centre(self, name: str) -> bool:
        """Keep the centre's name; typing is one step for undo until :meth:`settle`."""
        label = translate("Settings", "Changed the name of the centre")
        return self._put("centre", name.strip(), label, typing=True)

    @property
    def shared(self) -> bool:
        """Whether other people use this computer too: then names are closed until asked for."""
        return self.get("shared") != "no"

    def set_shared(self, shared: bool) -> bool:
        """Say whether others use this computer too."""
        label = translate("Settings", "Changed who uses this computer")
        return self._put("shared", "yes" if shared else "no", label)

    @property
    def own_places(self) -> bool:
        """Whether anyone may make a place of their own from the welcome page."""
        return self.get("own_places") != "no"

    def set_own_places(self, allowed: bool) -> bool:
        """Say whether anyone may make a place of their own; those that are there stay."""
        label = translate("Settings", "Changed who may make a place of their own")
        return self._put("own_places", "yes" if allowed else "no", label)

    @property
    def language(self) -> str:
        """The code of the language on screen; "" follows the system."""
        return self.get("language")

    def set_language(self, code: str) -> bool:
        """Choose the language on screen."""
        return self._put("language", code, translate("Settings", "Changed the language"))

    @property
    def scheme(self) -> str:
        """Light or dark for the welcome page, and for whoever did not choose."""
        return self._choice("scheme", SCHEMES, "system")

    def set_scheme(self, scheme: str) -> bool:
        """Raises ValueError for what is not in SCHEMES."""
        _check(scheme in SCHEMES)
        return self._put("scheme", scheme, translate("Settings", "Changed light and dark"))

    @property
    def text_scale(self) -> int:
        """Per cent, for the welcome page, and for whoever did not choose."""
        return nearest_scale(self._number("text_scale", 100))

    def set_text_scale(self, percent: int) -> bool:
        """Raises ValueError for what is not in TEXT_SCALES."""
        _check(percent in TEXT_SCALES)
        return self._put("text_scale", str(percent), translate("Settings", "Changed the text size"))

    @property
    def idle_minutes(self) -> int:
        """After how many minutes without anybody the computer locks."""
        kept = self._number("idle_minutes", IDLE_DEFAULT)
        return kept if kept in IDLE_MINUTES else IDLE_DEFAULT

    def set_idle_minutes(self, minutes: int) -> bool:
        """Raises ValueError outside 1 to 10."""
        _check(minutes in IDLE_MINUTES)
        return self._put(
            "idle_minutes", str(minutes), translate("Settings", "Changed when PeerDesk locks")
        )


class PersonalSettings(_Kept):
    """Settings of the person whose drawer is open; ``computer`` answers where they chose none."""

    def __init__(self, drawer: Place, computer: ComputerSettings) -> None:
        super().__init__(drawer, Preference)
        self._computer = computer

    @property
    def name(self) -> str:
        """How PeerDesk greets this person; may be ""."""
        return self.get("name")

    def set_name(self, name: str) -> bool:
        """Keep the greeting; typing is one step for undo until :meth:`settle`."""
        label = translate("Settings", "Changed how PeerDesk greets you")
        return self._put("name", name.strip(), label, typing=True)

    @property
    def scheme(self) -> str:
        """One of SCHEMES."""
        return self._choice("scheme", SCHEMES, self._computer.scheme)

    def set_scheme(self, scheme: str) -> bool:
        """Raises ValueError for what is not in SCHEMES."""
        _check(scheme in SCHEMES)
        return self._put("scheme", scheme, translate("Settings", "Changed light and dark"))

    @property
    def text_scale(self) -> int:
        """Per cent."""
        return nearest_scale(self._number("text_scale", self._computer.text_scale))

    def set_text_scale(self, percent: int) -> bool:
        """Raises ValueError for what is not in TEXT_SCALES."""
        _check(percent in TEXT_SCALES)
        return self._put("text_scale", str(percent), translate("Settings", "Changed the text size"))

    @property
    def capture(self) -> bool:
        """Whether other programs may see My notes; where the system can keep them out at all."""
        return self.get("capture") == "yes"

    def set_capture(self, *, seen: bool) -> bool:
        """Let screenshots and shared screens show My notes, or not."""
        label = translate("Settings", "Changed who may see my notes")
        return self._put("capture", "yes" if seen else "no", label)


class GroupSettings:
    """Settings of the group whose cabinet is open."""

    def __init__(self, cabinet: Place) -> None:
        self._cabinet = cabinet

    @property
    def name(self) -> str:
        """The name of the group."""
        row = Group.get_or_none()
        return "" if row is None else str(row.name)

    def set_name(self, name: str) -> bool:
        """Keep the group's name; an empty one is not taken, as a group always has a name."""
        name = name.strip()
        if not name or name == self.name:
            return False
        with self._cabinet.operation(
            translate("Settings", "Changed the name of the group"), merge=("group", "name")
        ):
            Group.update(name=name).execute()
        return True

    @property
    def recovery_printed_at(self) -> int | None:
        """When the recovery parts were printed (UTC ms); None when they were not."""
        row = Group.get_or_none()
        return None if row is None else row.recovery_printed_at

    def settle(self) -> None:
        """The person left a field: typing there again is a new step for undo."""
        self._cabinet.settle()


def _check(fine: bool) -> None:
    if not fine:
        raise ValueError("not one of the choices")
