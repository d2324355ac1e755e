"""A field for a name while names are closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peerdesk.core.text import Text
from peerdesk.features.meetings.names_edit import NameEdit
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.text import render


def test_typing_while_names_are_closed_is_answered(qtbot: QtBot) -> None:
    curtain = NamesCurtain(shared=True)
    said: list[Text] = []
    edit = NameEdit(curtain, list, lambda _text: None, lambda: None, said.append)
    qtbot.addWidget(edit)
    edit.load("Dev")
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert said == []
    qtbot.keyClick(edit, "m")
    assert [render(words) for words in said] == ["Show names (F8) to change this."]
    assert edit.text() == "D."
    curtain.open()
    edit.load("Dev")
    edit.selectAll()
    qtbot.keyClicks(edit, "Mo")
    assert edit.text() == "Mo"
    assert len(said) == 1
