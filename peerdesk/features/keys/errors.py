"""What the rooms of the keys may refuse, in plain words."""

from __future__ import annotations

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate


class AlreadyFacilitator(KnownError):
    """This drawer's public key is listed in the cabinet."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Keys",
                "This person can open the group already. Nothing was changed.",
            )
        )


class NotThere(KnownError):
    """The facilitator was taken out meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Keys",
                "This person cannot open the group any more, so there is nothing to do. Nothing "
                "was changed.",
            )
        )


class LastOne(KnownError):
    """Without this facilitator nobody could open the group."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Keys",
                "Nobody else can open the group, so its records would be locked for good. Nothing "
                "was changed. Let a colleague in first.",
            )
        )


class NotYourOwn(KnownError):
    """Name and password open another drawer than the one that is signed in."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Keys",
                "This name and password belong to another place, not to the one that is open. "
                "Nothing was changed.",
            )
        )


class NoGroupForParts(KnownError):
    """The parts fit together, but none of the groups here was locked with them."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Keys",
                "The parts fit together, but they open no group on this computer. Nothing was "
                "changed. They may be older than the last sheets that were made, or belong to "
                "another computer.",
            )
        )


class NotAPlace(KnownError):
    """A file that should hold a place somebody took along does not."""

    def __init__(self, name: str) -> None:
        super().__init__(
            translate(
                "Keys",
                "The file {file} is not a place that PeerDesk made, or it is damaged. Nothing was "
                "changed. Choose the file that was made when the place was taken along.",
            ).format(file=name)
        )


class PlaceLocked(KnownError):
    """The place in a file does not open with this name and password."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Keys",
                "This name and password do not open the place in this file. Nothing was changed. "
                "They are those from the computer it comes from.",
            )
        )


class NoStick(KnownError):
    """Three words were typed, but no key file is plugged in."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Keys",
                "Three words open a place together with its USB stick, and no such stick is "
                "plugged in. Plug it in, then try again.",
            )
        )


class StickDamaged(KnownError):
    """The key file on a stick is not as it was written."""

    def __init__(self, name: str) -> None:
        super().__init__(
            translate(
                "Keys",
                "The file {file} on the USB stick is damaged, so it opens nothing. Nothing was "
                "changed. Use your copy of it, or your personal sheet.",
            ).format(file=name)
        )
