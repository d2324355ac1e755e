"""Long words at 200 %: every room fits a screen of 1280 pixels, in Spanish too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from peerdesk.app import languages
from peerdesk.app.gallery import draw as gallery
from peerdesk.app.gallery.surfaces import Stage, all_surfaces, stage
from peerdesk.ui import a11y, theme
from tests.tiny_app import TINY

ROOMS = ("today", "meetings", "meeting-about", "meeting-series", "people", "team-notes")
MORE = ("team-note-reply", "notes", "directory", "directory-form", "settings", "keys", "copies")
SURFACES = {surface.name: surface for surface in all_surfaces()}


@pytest.fixture(scope="module")
def scene(qapp: QApplication) -> Iterator[Stage]:
    with stage(qapp, TINY) as made:
        languages.install(qapp, "es")
        yield made
    languages.install(qapp, "")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, "light", 1.0)


@pytest.mark.parametrize("name", [*ROOMS, *MORE])
def test_every_room_fits_in_spanish_with_large_words(
    qapp: QApplication, scene: Stage, name: str
) -> None:
    window = gallery.show(qapp, scene, SURFACES[name], "large")
    try:
        assert window.minimumSizeHint().width() <= gallery.WIDTH
        problems = a11y.walk(window, QSize(gallery.WIDTH, gallery.HEIGHT))
        assert not problems, "\n".join(str(problem) for problem in problems)
    finally:
        gallery.put_away(qapp, scene, window)
