"""A field that saves itself, also when saving did not work the first time."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.features.meetings.saving import Saver
from peerdesk.store.connection import DiskFull
from peerdesk.ui.widgets import LineEdit


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_what_a_full_disk_did_not_take_is_saved_the_next_time(qtbot: QtBot) -> None:
    field, kept, full = LineEdit(), [], [True]
    qtbot.addWidget(field)

    def save(text: str) -> None:
        if full.pop():
            raise DiskFull
        kept.append(text)

    saver = Saver(field, save, lambda: None)
    field.setText("Rest")
    with pytest.raises(DiskFull):
        saver.flush()
    full.append(False)
    saver.flush()
    saver.flush()
    assert kept == ["Rest"]
