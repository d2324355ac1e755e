"""A directory is brought in from its file, and what came of it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from peerdesk.features.directory.page import DirectoryPage

from .conftest import listed

pytestmark = pytest.mark.usefixtures("english")


def test_import(
    qtbot: QtBot, page: DirectoryPage, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(package))
    page.import_button.click()
    panel = page.imports
    assert panel is not None
    panel.folder_button.click()
    assert not panel.cancel_button.isHidden()
    qtbot.waitUntil(lambda: not panel.faces.isHidden())
    assert panel.preview.title.text() == "What would change: riverside"
    assert panel.preview.summary.text() == "1 new service"
    assert "Imported Help" not in listed(page)
    panel.preview.bring_button.click()
    qtbot.waitUntil(lambda: not panel.result.isHidden())
    assert "1 service came in from riverside." in panel.result.summary.text()
    assert panel.result.rows.count() == 1
    assert panel.result.rows.item(0).text() == "services.csv, row 3: The service has no name."
    assert "Imported Help" in listed(page)
    assert page.browser.right.currentWidget() is panel
    assert "riverside" in panel.batch.text()
    panel.undo_button.click()
    qtbot.waitUntil(lambda: panel.message.text() == "The import was taken back.")
    assert "Imported Help" not in listed(page)
    assert panel.undo_button.isHidden()
    panel.take_back()
    panel.close_button.click()
    assert page.browser.right.currentWidget() is page.browser.reading


def test_an_import_says_which_services_are_not_on_the_list(
    qtbot: QtBot, page: DirectoryPage, package: Path
) -> None:
    rows = "1,A,inactive\n2,B,defunct\n3,C,active\n4,D,active\n"
    (package / "services.csv").write_text(f"id,name,status\n{rows}")
    page.import_button.click()
    panel = page.imports
    assert panel is not None
    service = panel._service
    before = service.count()
    panel.start(package)
    qtbot.waitUntil(lambda: not panel.faces.isHidden())
    panel.preview.bring_button.click()
    qtbot.waitUntil(lambda: not panel.result.isHidden())
    resting = "Not on the list: 2 services, closed or not running now, as the directory says."
    assert panel.result.summary.text().split("\n")[:2] == [
        "4 services came in from riverside.",
        resting,
    ]
    assert service.count() == before + 2
    three = next(row.uid for row in service.rows(service.search("C")) if row.name == "C")
    service.remove(three)
    panel.start(package)
    qtbot.waitUntil(lambda: not panel.faces.isHidden())
    panel.preview.bring_button.click()
    took = "Not on the list: 1 service that somebody here took off."
    qtbot.waitUntil(lambda: took in panel.result.summary.text())
    assert service.count() == before + 1


def test_import_of_something_else(
    qtbot: QtBot, page: DirectoryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.zip").write_text("no zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x.zip"), ""))
    page.show_import()
    panel = page.imports
    assert panel is not None
    panel.zip_button.click()
    qtbot.waitUntil(lambda: "not a zip file" in panel.message.text())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    panel.choose_zip()
    panel.choose_folder()
    assert panel.cancel_button.isHidden()


def test_a_cancelled_import(qtbot: QtBot, page: DirectoryPage, package: Path) -> None:
    page.show_import()
    panel = page.imports
    assert panel is not None
    panel.cancel()
    panel.start(package)
    panel.cancel()
    qtbot.waitUntil(lambda: "Cancelled" in panel.message.text())
    assert "Imported Help" not in listed(page)
    panel._told(1, 2, "")
    assert panel.progress.value() > 0
