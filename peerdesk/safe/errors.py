"""What signing in and choosing a password may refuse, in plain words."""

from __future__ import annotations

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate


class WrongNameOrPassword(KnownError):
    """Nothing opens; it is not known, and not said, which of the two was another one."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "This name and password do not open anything here. Nothing was changed. Check the "
                "name, Caps Lock and the keyboard layout, and try again.",
            )
        )


class WrongSheet(KnownError):
    """The sheet is read without a mistake, but no key file here is wrapped by it."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "This personal sheet does not open anything here. Nothing was changed. It may be "
                "an older sheet, or one for another group's computer.",
            )
        )


class WeakPassword(KnownError):
    """Neither six list words nor 15 characters."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "This password is too short to keep notes safe. Nothing was changed. Take six "
                "suggested words, or at least 15 characters of your own.",
            )
        )


class NameMissing(KnownError):
    """The sign-in name is empty or blank."""

    def __init__(self) -> None:
        super().__init__(translate("Safe", "Please type a sign-in name. Nothing was changed."))


class AlreadyTaken(KnownError):
    """Name and password together already open another drawer."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Safe",
                "This name and password already open a place here. Nothing was changed. Choose "
                "another password.",
            )
        )
