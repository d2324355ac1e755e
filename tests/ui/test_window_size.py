"""Windows open within the screen they are on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from peerdesk.ui.window_size import first_size, fitting


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ((1920, 1040), (1280, 800)),
        ((1366, 728), (1280, 688)),
        ((1280, 800), (1280, 760)),
        ((1024, 740), (1024, 700)),
    ],
)
def test_a_window_lies_within_its_screen(room: tuple[int, int], size: tuple[int, int]) -> None:
    assert fitting(QSize(*room)).toTuple() == size


def test_without_a_screen_it_has_the_wished_size(qapp: QApplication) -> None:
    window = QWidget()
    assert first_size(window) == QSize(1280, 800)
    window.deleteLater()
