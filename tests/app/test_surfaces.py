"""Every screen of the inventory, in every variant, walked as an accessibility checker would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from peerdesk.app.gallery import draw as gallery
from peerdesk.app.gallery.surfaces import Stage, Surface, all_surfaces, stage
from peerdesk.ui import a11y, theme
from tests.app.reflow import shrink, sideways, two_bars
from tests.tiny_app import TINY

TARGETS = {
    *("welcome", "today", "people", "local-help", "notes"),
    *("run", "help", "room", "door", "closing"),
}
WALKED = ("large", "rtl")
"""What the others show stands in these: light is the same mirrored, and other colours move
nothing; what can be read in them is looked at in ``ui/test_theme``."""


@pytest.fixture(scope="module")
def scene(qapp: QApplication) -> Iterator[Stage]:
    with stage(qapp, TINY) as made:
        yield made
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, "light", 1.0)


def test_the_screens_of_the_target_are_there_by_name() -> None:
    names = [surface.name for surface in all_surfaces()]
    assert len(names) == len(set(names))
    assert set(names) >= TARGETS


@pytest.mark.parametrize("variant", WALKED)
@pytest.mark.parametrize("surface", all_surfaces(), ids=lambda surface: surface.name)
def test_every_screen_can_be_used_and_nothing_is_cut_off(
    qapp: QApplication, scene: Stage, surface: Surface, variant: str
) -> None:
    window = gallery.show(qapp, scene, surface, variant)
    try:
        problems = a11y.walk(window, QSize(gallery.WIDTH, gallery.HEIGHT))
        assert not problems, "\n".join(str(problem) for problem in problems)
        # What a taskbar, a screen reader or a screenshot tells of any window, dialogs included.
        titles = {top.windowTitle() for top in QApplication.topLevelWidgets()}
        assert titles <= {"PeerDesk", ""}
        if variant == "large":  # the same window on a small screen; in Spanish: test_small_screen
            shrink(qapp, window)
            assert not (found := [*sideways(window), *two_bars(window)]), "\n".join(found)
    finally:
        gallery.put_away(qapp, scene, window)
