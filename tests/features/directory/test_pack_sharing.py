"""The directory goes to another centre and comes in there as one import."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from peerdesk.exchange.hsds import undo_batch
from peerdesk.features.directory.import_service import ImportService
from peerdesk.features.directory.pack_sharing import Sharing
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.share_panel import SharePanel
from peerdesk.store.place import Place
from peerdesk.store.shelf import Setting
from peerdesk.ui.context import Context


@pytest.fixture
def sharing(shelf: Place) -> Sharing:
    return Sharing(shelf)


@pytest.fixture
def panel(qtbot: QtBot, context: Context, service: DirectoryService) -> SharePanel:
    panel = SharePanel(context, service)
    qtbot.addWidget(panel)
    return panel


def test_names_of_files(sharing: Sharing, shelf: Place) -> None:
    assert sharing.file_name(" Mill & Brook ") == "mill-brook-2026-11-24.peerdesk-pack.zip"
    assert sharing.file_name("//") == "local-help-2026-11-24.peerdesk-pack.zip"
    assert sharing.package_name() == "local-help-hsds-2026-11-24.zip"
    assert sharing.centre() == ""
    with shelf.operation("x"):
        Setting.create(uid=b"1" * 16, key="centre", value="Millbrook")
    assert sharing.centre() == "Millbrook"


def test_out_and_in_again(
    sharing: Sharing, shelf: Place, service: DirectoryService, few: dict[str, bytes], tmp_path: Path
) -> None:
    service.remove(few["bank"])
    path = tmp_path / "p.zip"
    done = sharing.run_pack(path, "Millbrook")
    assert (done.services, done.taken_off, done.bare) == (3, 1, 1)
    assert sharing.run_package(tmp_path / "h.zip").services == 3
    with shelf.operation("x"):
        shelf.database.connection().execute("DELETE FROM service")
    imports = ImportService(shelf)
    read = imports.read(path, pack=True)
    assert (read.preview.new, read.prepared.made_on) == (3, "2026-11-24")
    copies: list[int] = []
    result = imports.bring_in(read.prepared, copy_first=lambda: copies.append(1))
    read.prepared.close()
    assert (result.services, copies) == (3, [1])
    detail = service.detail(few["clinic"])
    assert detail is not None
    assert detail.name == "Riverside Housing Clinic"
    connection = shelf.another()
    undo_batch(connection, result.batch, 9)
    connection.close()
    assert service.count() == 0
    with imports.read(path).prepared as prepared:
        assert prepared.kind == "pack"
        assert imports.bring_in(prepared).services == 3
    assert list(shelf.backups.glob("*"))


def test_what_was_written_here_stays_when_it_comes_back(
    sharing: Sharing, shelf: Place, service: DirectoryService, few: dict[str, bytes], tmp_path: Path
) -> None:
    """Another centre gives our own listings back, as they were when it got them."""
    path, clinic = tmp_path / "p.zip", few["clinic"]
    sharing.run_pack(path, "Millbrook")
    imports = ImportService(shelf)
    with imports.read(path).prepared:
        pass
    read = imports.read(path)
    assert (read.preview.changed, read.preview.conflicts) == (0, ())
    imports.bring_in(read.prepared)
    service.imported()
    service.set_text(clinic, "description", "Ours now")
    service.set_phone(clinic, "555 1")
    service.set_hours(clinic, [("SU", "10:00", "11:00")])
    service.set_languages(clinic, ["Somali"])
    service.set_address(clinic, "14 Mill Lane")
    service.set_text(few["voice"], "description", "Letters and forms")
    service.set_categories(clinic, ["money"])
    read = imports.read(path)
    assert (read.preview.new, read.preview.changed) == (0, 0)
    said = {(c.name, c.key[0], c.key[2]): (c.ours, c.theirs) for c in read.preview.conflicts}
    name = "Riverside Housing Clinic"
    assert said.pop(("Tenants’ Voice", "service", "description"))[1] == "Help with letters"
    assert said.pop((name, "service", "description"))[0] == "Ours now"
    assert said == {
        (name, "phone", "number"): ("555 1", "555 0198"),
        (name, "schedule", "*"): (
            "SU 10:00-11:00", "MO,TU,WE,TH,FR 09:30-17:00\nSA 10:00-12:00"
        ),
        (name, "language", "*"): ("Somali", "English, Spanish"),
        (name, "address", "*"): ("14 Mill Lane", "12 Mill Lane"),
    }  # fmt: skip
    theirs = next(c.key for c in read.preview.conflicts if c.key[0] == "schedule")
    before = service.detail(clinic)
    imports.bring_in(read.prepared, taken={theirs})
    after = service.detail(clinic)
    assert before is not None
    assert after is not None
    assert len(after.lines) == 2
    assert replace(
        after, lines=before.lines, opening=before.opening, opens_next=before.opens_next
    ) == before  # fmt: skip
    # a number that is not there stays a number that is not there
    service.set_ages(clinic, 18, None)
    sharing.run_pack(path, "Millbrook")
    service.set_ages(clinic, None, None)
    service.set_step_free(clinic, False)
    read = imports.read(path)
    assert {(c.key[2], c.ours, c.theirs) for c in read.preview.conflicts} == {
        ("minimum_age", "", "18.0"), ("step_free", "0", "1")
    }  # fmt: skip
    imports.bring_in(read.prepared)
    assert service._db.execute("SELECT minimum_age FROM service").fetchall() == [(None,)] * 4
    # a number taken away here stays away, until somebody takes it from the pack
    service.set_phone(clinic, "")
    read = imports.read(path)
    (number,) = (c.key for c in read.preview.conflicts if c.key[0] == "phone")
    with read.prepared:
        imports.bring_in(read.prepared)
    gone = service.detail(clinic)
    assert gone is not None
    assert gone.phones == ()
    read = imports.read(path)
    imports.bring_in(read.prepared, taken={number})
    there = service.detail(clinic)
    assert there is not None
    assert there.phones[0].number == "555 1"


def test_what_was_taken_over_our_own_words_comes_back(
    sharing: Sharing, shelf: Place, service: DirectoryService, few: dict[str, bytes], tmp_path: Path
) -> None:
    path, clinic, imports = tmp_path / "p.zip", few["clinic"], ImportService(shelf)
    sharing.run_pack(path, "Millbrook")
    service.set_text(clinic, "description", "Ours now")
    service.set_phone(clinic, "555 1")
    service.set_hours(clinic, [("SU", "10:00", "11:00")])
    service.set_languages(clinic, ["Somali"])
    service.set_address(clinic, "14 Mill Lane", town="Millbrook")
    service.set_step_free(clinic, False)
    service.set_ages(clinic, 18, None)
    ours = service.detail(clinic)
    read = imports.read(path)
    taken = {c.key for c in read.preview.conflicts}
    assert len(taken) == 7
    imports.bring_in(read.prepared, taken=taken)
    service.imported()
    theirs = service.detail(clinic)
    assert theirs is not None
    assert theirs.phones[0].number == "555 0198"
    assert (theirs.where, theirs.languages) == (("12 Mill Lane",), ("English", "Spanish"))
    assert (len(theirs.lines), theirs.step_free, theirs.ages) == (2, True, (None, None))
    service.undo_batch(service.batches()[0].id)
    assert service.detail(clinic) == ours


def test_a_number_added_to_a_listing_that_came_in_stays_too(
    sharing: Sharing, shelf: Place, service: DirectoryService, few: dict[str, bytes], tmp_path: Path
) -> None:
    path, bank, imports = tmp_path / "p.zip", few["bank"], ImportService(shelf)
    sharing.run_pack(path, "Millbrook")
    service._db.execute("DELETE FROM service")
    imports.bring_in(imports.read(path).prepared)
    service.imported()
    service.set_phone(bank, "555 1")
    service.set_categories(bank, ["money", "food"])
    sharing.run_pack(path, "Millbrook")
    service._db.execute("UPDATE service SET category = 'food money', category_by_hand = 0")
    assert imports.read(path).preview.changed == 3  # the others had others, or none
    service.set_phone(bank, "555 2")
    (conflict,) = (c for c in imports.read(path).preview.conflicts if c.key[0] == "phone")
    assert (conflict.ours, conflict.theirs) == ("555 2", "555 1")
    imports.bring_in(imports.read(path).prepared)
    kept = service.detail(bank)
    assert kept is not None
    assert [p.number for p in kept.phones] == ["555 2"]


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    answer = staticmethod(lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)


def test_the_panel_writes_looks_and_brings_in(
    qtbot: QtBot,
    panel: SharePanel,
    context: Context,
    service: DirectoryService,
    few: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service.remove(few["bank"])
    panel.name.setText("Millbrook")
    chosen(monkeypatch, tmp_path / "ours")
    panel.choose_pack()
    qtbot.waitUntil(lambda: panel.message.text() != "")
    assert (tmp_path / "ours.zip").is_file()
    assert "3 services are in ours.zip now." in panel.message.text()
    assert "1 address" in panel.message.text()
    assert "taken off" in panel.message.text()
    chosen(monkeypatch, tmp_path / "hsds.zip")
    panel.choose_package()
    qtbot.waitUntil(lambda: "hsds.zip now" in panel.message.text())
    chosen(monkeypatch, tmp_path / "ours.zip")
    with qtbot.waitSignal(panel.look) as asked:
        panel.open_button.click()
    assert asked.args == [tmp_path / "ours.zip"]


def test_a_pack_is_looked_into_as_any_import(
    qtbot: QtBot,
    context: Context,
    service: DirectoryService,
    sharing: Sharing,
    few: dict[str, bytes],
    tmp_path: Path,
) -> None:
    sharing.run_pack(tmp_path / "ours.zip", "Millbrook")
    service.set_text(few["bank"], "description", "Bread and soup")
    service._db.execute("DELETE FROM service WHERE uid = ?", (few["voice"],))
    page = DirectoryPage(context)
    qtbot.addWidget(page)
    page.show_share()
    assert page.share is not None
    page.share.look.emit(tmp_path / "ours.zip")
    panel = page.imports
    assert panel is not None
    assert page.browser.right.currentWidget() is panel
    qtbot.waitUntil(panel.wide)
    preview = panel.preview
    assert preview.title.text() == "What would change: Millbrook"
    assert preview.nothing_yet.text() == (
        "Millbrook made this pack on 24 November. Nothing has been changed yet."
    )
    assert preview.summary.text() == "1 new service\n3 services as they are here already"
    assert not preview.decide_button.isHidden()
    copied: list[object] = []
    context.extra["copy_first"] = copied.append
    preview.bring_button.click()
    qtbot.waitUntil(lambda: not panel.result.isHidden())
    assert "4 services came in from Millbrook." in panel.result.summary.text()
    assert len(copied) == 1
    assert service.batches()[0].source == "Millbrook"
    kept = service.detail(few["bank"])
    assert kept is not None
    assert kept.description == "Bread and soup"
    (tmp_path / "no.zip").write_bytes(b"PK no")
    page.share.look.emit(tmp_path / "no.zip")
    qtbot.waitUntil(lambda: "cannot be read" in panel.message.text())


def test_a_pack_waits_for_the_import_that_runs(
    qtbot: QtBot, context: Context, package: Path, few: dict[str, bytes], tmp_path: Path
) -> None:
    Sharing(context.shelf).run_pack(tmp_path / "ours.zip", "Millbrook")
    page = DirectoryPage(context)
    qtbot.addWidget(page)
    page.show_import()
    page.show_share()
    assert page.imports is not None
    assert page.share is not None
    page.imports.start(package)
    page.share.look.emit(tmp_path / "ours.zip")
    assert page.browser.right.currentWidget() is page.imports
    assert context.jobs.running() == 1
    qtbot.waitUntil(page.imports.wide)
    assert page.imports.preview.title.text() == "What would change: riverside"
    page.end()


def test_trouble_is_told_and_nothing_changes(
    qtbot: QtBot,
    panel: SharePanel,
    context: Context,
    service: DirectoryService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen(monkeypatch, "")
    panel.choose_pack()
    panel.choose_package()
    panel.choose_file()
    panel.cancel()
    assert panel.message.text() == ""
    panel.start_pack(tmp_path / "missing" / "p.zip")
    qtbot.waitUntil(lambda: "may not write" in panel.message.text())
    panel.start_pack(tmp_path / "p.zip")
    panel.cancel_button.click()
    qtbot.waitUntil(lambda: "Cancelled" in panel.message.text())
    assert not (tmp_path / "p.zip").exists()
    service.add_service("One")
    panel.start_pack(tmp_path / "p.zip")
    qtbot.waitUntil(
        lambda: "1 service is in" in panel.message.text() or "p.zip now" in panel.message.text()
    )


def test_the_page_shows_it(qtbot: QtBot, context: Context, few: dict[str, bytes]) -> None:
    page = DirectoryPage(context)
    qtbot.addWidget(page)
    page.share_button.click()
    assert page.share is not None
    assert page.browser.right.currentWidget() is page.share
    page.share.progress.set_share(0.5)
    page.share.close_button.click()
    assert page.browser.right.currentWidget() is page.browser.reading
    page.show_share()
    assert page.browser.right.currentWidget() is page.share
