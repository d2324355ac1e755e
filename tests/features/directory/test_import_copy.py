"""An import begins with a copy of everything, or it does not begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.features.directory.import_panel import ImportPanel
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.backup_errors import NoRoomForCopy
from peerdesk.store.backup_fresh import NoCopyFirst
from peerdesk.store.place import Place
from peerdesk.ui.context import Context


def full() -> None:
    raise NoCopyFirst(NoRoomForCopy())


def test_the_copy_comes_before_the_first_change(
    service: DirectoryService, shelf: Place, package: Path
) -> None:
    seen: list[int] = []
    service.run_import(package, copy_first=lambda: seen.append(len(service.batches())))
    assert seen == [0]
    assert len(service.batches()) == 1
    assert not list(shelf.backups.glob("*.bak"))  # the one of everything does


def test_without_a_copy_nothing_comes_in(
    service: DirectoryService, shelf: Place, package: Path
) -> None:
    with pytest.raises(NoCopyFirst):
        service.run_import(package, copy_first=full)
    assert service.batches() == []


def test_the_panel_says_why_and_lets_it_be(
    qtbot: QtBot, context: Context, service: DirectoryService, package: Path
) -> None:
    checks: list[Callable[[], object]] = []

    def copy_first(check: Callable[[], object]) -> None:
        checks.append(check)
        if len(checks) == 1:
            full()

    context.extra["copy_first"] = copy_first
    panel = ImportPanel(context, service)
    qtbot.addWidget(panel)
    panel.start(package)
    qtbot.waitUntil(lambda: not panel.faces.isHidden())
    panel.preview.bring_button.click()
    qtbot.waitUntil(lambda: panel.message.text() != "")
    assert "makes a copy of everything" in panel.message.text()
    assert "Nothing was changed" in panel.message.text()
    assert not panel.zip_button.isHidden()
    assert service.batches() == []
    panel.start(package)  # with room again
    qtbot.waitUntil(lambda: not panel.faces.isHidden())
    panel.preview.bring_button.click()
    qtbot.waitUntil(lambda: not panel.result.isHidden())
    assert len(service.batches()) == 1
    assert len(checks) == 2
