"""The languages PeerDesk speaks, and what they call themselves."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from peerdesk.core import resources

PREFIX = "peerdesk_"
# Qt's own names carry the country ("español de España"), which is not what people look for.
OWN_NAMES = {"ar": "العربية", "en": "English", "es": "Español"}


def available() -> list[tuple[str, str]]:
    """(code, own name) of every language, English first."""
    folder = resources.folder("translations")
    codes = sorted(p.stem.removeprefix(PREFIX) for p in folder.glob(f"{PREFIX}*.qm"))
    return [("en", "English")] + [
        (code, OWN_NAMES.get(code) or QLocale(code).nativeLanguageName())
        for code in codes
        if code != "en"
    ]
