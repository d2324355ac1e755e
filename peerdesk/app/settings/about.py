"""About PeerDesk: what is protected, what is not, and what it is made of."""

from __future__ import annotations

import platform
from collections.abc import Callable
from functools import partial

import PySide6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from peerdesk import __version__
from peerdesk.app.settings.rows import Section, SettingRow
from peerdesk.core.text import Text, translate
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Label, Muted, Paragraph

LICENCE = "GPL-3.0-or-later"


class _Point(QWidget):
    """A title with a sentence below."""

    def __init__(self, title: Text, words: Text) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(0)
        box.addWidget(Label(render(title), weight=500, wrap=True))
        box.addWidget(Paragraph(render(words), tone="muted"))


def protection() -> list[tuple[Text, Text]]:
    """What is kept where and how safe it is: (title, sentence)."""
    return [
        (
            translate("About", "For everyone"),
            translate(
                "About",
                "Help right now, local help and public meeting times are open to anyone at this "
                "computer. No names are kept there, and nobody is watched.",
            ),
        ),
        (
            translate("About", "Our group"),
            translate(
                "About",
                "People, meetings and who was there are locked. Only the facilitators of this "
                "group have a key. Any two of its three recovery parts open it too.",
            ),
        ),
        (
            translate("About", "Only me"),
            translate(
                "About",
                "Your notes are locked with your own password. No other facilitator and nobody "
                "who looks after this computer can open them.",
            ),
        ),
        (
            translate("About", "Nothing leaves this computer"),
            translate(
                "About",
                "PeerDesk never uses the internet. If the computer is stolen, what is locked "
                "stays locked.",
            ),
        ),
        (
            translate("About", "What PeerDesk cannot do"),
            translate(
                "About",
                "While it is open, somebody who looks over your shoulder, or a program that "
                "watches the screen or the keys, sees what you see. The files show how many "
                "people have a place of their own here and when they last used it, but not who. "
                "Ask whoever looks after the computer to switch on disk encryption and updates.",
            ),
        ),
    ]


def cipher_version() -> str:
    """The version of SQLCipher, as it says itself; "" when it does not."""
    from sqlcipher3 import dbapi2 as sqlcipher

    connection = sqlcipher.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
        return str(row[0]) if row else ""
    finally:
        connection.close()


def versions() -> str:
    """What this program is made of, in one line to read out or copy."""
    parts = [
        f"PeerDesk {__version__}",
        f"SQLCipher {cipher_version()}",
        f"Qt {PySide6.__version__}",
        f"Python {platform.python_version()}",
    ]
    return " · ".join(parts)


class About(Section):
    """The last section of the settings page."""

    def __init__(self, go: Callable[[str], object] | None = None) -> None:
        super().__init__(render(translate("About", "What is protected, and how")))
        for title, words in protection():
            self.add_row(_Point(title, words))
        self.pages: dict[str, Button] = {}
        if go is not None:
            self._add_pages(go)
        foot = QWidget()
        box = QVBoxLayout(foot)
        box.setContentsMargins(0, 10, 0, 4)
        licence = translate(
            "About",
            "PeerDesk is free software under the licence {licence}: anyone may use it, look "
            "inside, change it and pass it on. It comes without any warranty.",
        )
        self.licence = Muted(render(licence.format(licence=LICENCE)), wrap=True)
        self.versions = Muted(versions(), wrap=True)
        box.addWidget(self.licence)
        box.addWidget(self.versions)
        self.add_row(foot)

    def _add_pages(self, go: Callable[[str], object]) -> None:
        """Ways to the help pages, which say more than fits here."""
        for key, title, hint, words in (
            (
                "help-protected",
                translate("About", "What is protected, and what is not"),
                translate("About", "All of it, to read at leisure or to print."),
                translate("About", "Read it"),
            ),
            (
                "help-gone",
                translate("About", "If the computer is gone"),
                translate("About", "A page to fill in by hand and keep at home."),
                translate("About", "Look and print"),
            ),
            (
                "help-start",
                translate("About", "Getting started"),
                translate("About", "A first evening in short steps."),
                translate("About", "Show the steps"),
            ),
            (
                "help-keys",
                translate("About", "Keys"),
                translate("About", "Everything works without a mouse."),
                translate("About", "Show the keys"),
            ),
        ):
            button = self.pages[key] = Button(render(words))
            button.clicked.connect(partial(_press, go, key))
            self.add_row(SettingRow(render(title), button, render(hint)))


def _press(go: Callable[[str], object], key: str, _on: bool = False) -> None:
    go(key)
