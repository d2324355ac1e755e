"""A directory comes in again: looked at first, decided field by field, and taken back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.exchange.corrections import changed_here
from peerdesk.features.directory import import_words
from peerdesk.features.directory.form import ServiceForm
from peerdesk.features.directory.import_panel import ImportPanel
from peerdesk.features.directory.import_service import NOTHING, ImportService, listing
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.showing import KIND_NAMES
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.ui.context import Context

Issue = Callable[..., Path]


pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    """Writes an issue of a directory with a clinic and a bank."""

    def write(
        name: str = "Clinic",
        phone: str = "555 1",
        days: str = "MO",
        street: str = "1 Mill Lane",
        paper: str = "A letter",
    ) -> Path:
        folder = tmp_path / "riverside"
        folder.mkdir(exist_ok=True)
        tables = {
            "services": f"id,name,fees_description,organization_id\n1,{name},Free,\n2,Bank,,\n",
            "phones": f"id,service_id,number\n1,1,{phone}\n2,2,555 2\n",
            "schedules": "id,service_id,freq,byday,opens_at,closes_at\n"
            f"1,1,WEEKLY,{days},09:00,10:00\n",
            "languages": "id,service_id,name\n1,1,English\n",
            "required_documents": f"id,service_id,document,uri\n1,1,{paper},https://a.example\n",
            "locations": "id,name\n1,Mill House\n",
            "service_at_location": "id,service_id,location_id\n1,1,1\n",
            "addresses": f"id,location_id,address_1,city\n1,1,{street},Millbrook\n",
        }
        for table, text in tables.items():
            (folder / f"{table}.csv").write_text(text)
        return folder

    return write


@pytest.fixture
def imports(shelf: Place) -> ImportService:
    return ImportService(shelf)


def uid(service: DirectoryService, name: str) -> bytes:
    return next(r.uid for r in service.rows(service.search(name)) if r.name == name)


def edited(service: DirectoryService) -> bytes:
    """Everything about the clinic that a person may put right."""
    one = uid(service, "Clinic")
    service.set_text(one, "description", "Ours")
    service.set_text(one, "remark", "Jo is kind")
    service.set_text(one, "when_you_ring", "Ask for Jo")
    service.set_phone(one, "555 7777")
    service.set_address(one, "9 New Street")
    service.set_hours(one, [("SU", "10:00", "11:00")])
    service.set_languages(one, ["Welsh"])
    service.set_documents(one, ["A letter", " Proof of address ", "", "A letter"])
    service.set_free(one, False)
    service.set_kind(one, "warm line")
    service.set_needs_internet(one, True)
    service.set_referral(one, "yes")
    service.set_hidden(one, True)
    service.set_categories(one, ["food"])
    service.mark_checked(one)
    return one


def everything(shelf: Place) -> dict[str, list[tuple[object, ...]]]:
    names = shelf.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(n): shelf.rows(f"SELECT * FROM {n}") for (n,) in names}


def test_what_is_edited_is_noted_and_undo_takes_the_note_back(
    service: DirectoryService, shelf: Place, issue: Issue
) -> None:
    service.import_package(issue())
    one = edited(service)
    noted = {f"{t}.{c}" for t, c in changed_here(service._db, service.id_of(one) or 0)}
    assert noted == {
        "address.*", "language.*", "phone.number", "required_document.*", "schedule.*",
        "service.description",
        "service.free", "service.kind", "service.needs_internet", "service.referral",
    }  # fmt: skip
    while shelf.undo() is not None:
        pass
    assert changed_here(service._db, service.id_of(one) or 0) == []
    service.set_phone(one, "")
    assert shelf.rows("SELECT ours, theirs FROM local_change") == [("", "555 1")]
    service.set_kind(one, "nonsense")
    service.set_referral(one, "maybe")
    assert listing(shelf, one).kind == "service"


def test_all_of_it_survives_the_next_issue(
    service: DirectoryService, shelf: Place, imports: ImportService, issue: Issue
) -> None:
    service.import_package(issue())
    one = edited(service)
    before = service.detail(one)
    assert before is not None
    assert before.documents == ("A letter", "Proof of address")
    pages = "SELECT document, uri FROM required_document ORDER BY id"
    kept = [("A letter", "https://a.example"), ("Proof of address", "")]
    assert shelf.rows(pages) == kept
    read = imports.read(issue("Clinic", "555 3", "FR", "2 Mill Lane", "A bill"))
    fields = {f"{c.key[0]}.{c.key[2]}" for c in read.preview.conflicts}
    assert fields == {"address.*", "phone.number", "required_document.*", "schedule.*"}
    assert (read.preview.new, read.preview.changed, read.preview.gone) == (0, 0, 0)
    with read.prepared as prepared:
        imports.bring_in(prepared)
    service.imported()
    assert service.detail(one) == before
    assert shelf.rows(pages) == kept
    found = listing(shelf, one)
    assert (found.kind, found.needs_internet, found.referral) == ("warm line", True, "yes")
    assert found.remark == "Jo is kind"


def test_undo_also_after_a_restart(
    service: DirectoryService,
    shelf: Place,
    imports: ImportService,
    issue: Issue,
    clock: FixedClock,
    tmp_path: Path,
) -> None:
    service.import_package(issue())
    one = edited(service)
    before = service.detail(one)
    read = imports.read(issue("Clinic", "555 3", "FR", "2 Mill Lane", "A bill"))
    with read.prepared as prepared:
        taken = {c.key for c in read.preview.conflicts}
        imports.bring_in(prepared, taken=taken)
    after = service.detail(one)
    assert after is not None
    assert after.phones[0].number == "555 3"
    assert after.documents == ("A bill",)
    assert after.lines[0].days == (4,)
    shelf.close()
    again = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    try:
        late = DirectoryService(again)
        late.undo_batch(next(b.id for b in late.batches() if b.can_undo))
        assert late.detail(one) == before
    finally:
        again.close()


def test_leaving_it_leaves_no_trace(
    service: DirectoryService, shelf: Place, imports: ImportService, issue: Issue,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    before = everything(shelf)
    read = imports.read(issue())
    assert read.preview.new_names == ("Bank", "Clinic")
    assert list((tmp_path / "temp").iterdir())
    read.prepared.close()
    with pytest.raises(Cancelled):
        imports.read(issue(), cancelled=lambda: True)
    assert not list((tmp_path / "temp").iterdir())
    assert everything(shelf) == before


def test_one_who_cannot_compare_leaves_nothing(
    imports: ImportService, issue: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))

    def broken(*_: object) -> None:
        raise KnownError(import_words.KIND_NAMES["app"])

    monkeypatch.setattr("peerdesk.features.directory.import_service.Prepared.look", broken)
    with pytest.raises(KnownError):
        imports.read(issue())
    assert not list((tmp_path / "temp").iterdir())


def test_where_a_listing_comes_from(
    service: DirectoryService, shelf: Place, clock: FixedClock, issue: Issue
) -> None:
    service.import_package(issue())
    one = uid(service, "Clinic")
    said = import_words.besides(shelf, clock, one)
    assert said == ("", "", "From: riverside, import of 24 November")
    service.set_phone(one, "555 7")
    service.set_text(one, "name", "Our Clinic")
    said = import_words.besides(shelf, clock, one)
    assert said[2].split("\n")[1] == "Changed here: Phone, Name"
    service._db.execute("UPDATE service SET gone = 1")
    service._db.execute("UPDATE import_batch SET started_at = 1700000000000")
    lines = import_words.besides(shelf, clock, one)[2].split("\n")
    assert lines[0] == "From: riverside, import of 14 November 2023"
    assert lines[2] == "Its directory lists it no more."
    ours = service.add_service("Hum", kind="app", needs_internet=True)
    service.set_text(ours, "remark", "Works offline too")
    assert import_words.besides(shelf, clock, ours) == (
        "An app · Needs the internet", "Works offline too", "",
    )  # fmt: skip
    assert listing(shelf, b"nobody") == NOTHING


def test_words_of_fields(service: DirectoryService) -> None:
    say = import_words.field_words
    assert say("service", "free", "1") == "yes"
    assert say("service", "free", "0") == "no"
    assert say("service", "category", "food talk") == "Food, Someone to talk to"
    assert say("service", "kind", "blog") == "A blog"
    assert say("schedule", "*", "MO,TU 09:00-10:00\nby ear") == "Mon, Tue 09:00-10:00\nby ear"
    assert say("service", "name", "") == "–"
    assert import_words.field_name("service", "wait_time") == "Other details"
    assert set(KIND_NAMES) == set(import_words_kinds())
    del service


def import_words_kinds() -> tuple[str, ...]:
    from peerdesk.store.directory import KINDS

    return KINDS


# -- on the screen ---------------------------------------------------------------------------------


@pytest.fixture
def panel(qtbot: QtBot, context: Context, service: DirectoryService) -> ImportPanel:
    made = ImportPanel(context, service)
    qtbot.addWidget(made)
    made.resize(540, 700)
    made.show()
    return made


def look(qtbot: QtBot, panel: ImportPanel, path: Path) -> None:
    panel.start(path)
    qtbot.waitUntil(lambda: not panel.faces.isHidden())


def bring(qtbot: QtBot, panel: ImportPanel) -> None:
    panel.preview.bring_button.click()
    qtbot.waitUntil(lambda: not panel.result.isHidden())


def test_decided_field_by_field(
    qtbot: QtBot, panel: ImportPanel, service: DirectoryService, issue: Issue
) -> None:
    look(qtbot, panel, issue())
    bring(qtbot, panel)
    one = edited(service)
    look(qtbot, panel, issue("Clinic", "555 3", "FR"))
    assert "What stands here stays" in panel.preview.both.text()
    assert panel.preview.summary.text() == "2 services as they are here already"
    panel.preview.decide_button.click()
    face = panel.conflicts
    assert panel.faces.currentWidget() is face
    assert [c.accessibleName() for c in face.choices] == ["Clinic: Phone", "Clinic: When"]
    face.choices[0].buttons()[1].click()
    face.choices[1].buttons()[1].click()
    face.choices[1].buttons()[0].click()
    face.done_button.click()
    assert "1 of them will be as in the new directory" in panel.preview.both.text()
    bring(qtbot, panel)
    detail = service.detail(one)
    assert detail is not None
    assert detail.phones[0].number == "555 3"
    assert detail.lines[0].days == (6,)


def test_all_at_once(
    qtbot: QtBot, panel: ImportPanel, service: DirectoryService, issue: Issue
) -> None:
    look(qtbot, panel, issue())
    bring(qtbot, panel)
    edited(service)
    look(qtbot, panel, issue("Clinic", "555 3", "FR"))
    panel.preview.decide_button.click()
    face = panel.conflicts
    face.theirs_button.click()
    assert len(face.taken) == 2
    assert face.choices[0].current() == 1
    face.ours_button.click()
    assert not face.taken
    face.show_conflicts([replace(face._conflicts[0], name=f"n{n}") for n in range(103)])
    assert len(face.choices) == 100


def test_changes_and_what_is_gone_are_listed_by_name(
    qtbot: QtBot, panel: ImportPanel, service: DirectoryService, issue: Issue
) -> None:
    look(qtbot, panel, issue())
    bring(qtbot, panel)
    path = issue("Advice", "555 3")
    (path / "services.csv").write_text("id,name,colour\n1,Advice,blue\n3,Café,\n")
    look(qtbot, panel, path)
    assert panel.preview.summary.text().split("\n") == [
        "1 new service",
        "1 service with something changed",
        "1 service it has no more: taken off the list, and not thrown away",
    ]
    from peerdesk.ui.widgets import Label

    said = [w.text() for w in panel.preview.lists.findChildren(Label) if not w.isHidden()]
    assert said[:5] == ["New", "Café", "Not in it any more", "Bank", "Changed"]
    assert "Phone: 555 1 → 555 3" in said[6]
    assert "Other details" in said[6]
    panel.preview.leave_button.click()
    assert "Nothing was changed" in panel.message.text()
    panel.bring_in()
    assert service.count() == 2
    look(qtbot, panel, path)
    bring(qtbot, panel)
    assert (
        "Taken off the list: 1 service that the directory has no more."
        in panel.result.summary.text()
    )


def test_a_list_with_columns_to_confirm(
    qtbot: QtBot, panel: ImportPanel, service: DirectoryService, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "help.csv"
    path.write_text("Thing;;Tel\nDrop-in;long words " + "x" * 80 + ";555 1\nTea;;\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    panel.list_button.click()
    face = panel.columns
    assert face.title.text() == "What are the columns of help.csv?"
    assert "guessed" in face.about.text()
    assert face.chosen().fields == ("name", "", "phone")
    face.boxes[0].setCurrentIndex(0)
    assert not face.look_button.isEnabled()
    assert "name of the service" in face.problem.text()
    face.boxes[0].setCurrentIndex(1)
    face.boxes[1].setCurrentIndex(2)
    face.look_button.click()
    qtbot.waitUntil(lambda: panel.faces.currentWidget() is panel.preview)
    bring(qtbot, panel)
    assert service.count() == 2
    panel.list_button.click()
    assert "As you said the last time" in face.about.text()
    assert face.chosen().fields == ("name", "description", "phone")
    face.leave_button.click()
    path.write_bytes(b"PK\x03\x04")
    panel.list_button.click()
    assert "save it as CSV" in panel.message.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    panel.choose_list()


def test_a_list_that_cannot_be_remembered_or_has_torn_rows(
    panel: ImportPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel._columns_said()
    path = tmp_path / "help.csv"
    path.write_text("Name,Empty\nA,,more\n")
    panel.start_list(path)
    assert "1 row will come in without some of their cells." in panel.columns.about.text()

    def full(*_: object) -> None:
        raise KnownError(import_words.KIND_NAMES["app"])

    monkeypatch.setattr(panel._imports, "remember", full)
    panel.columns.look_button.click()
    assert panel.message.text() == "An app"


def test_the_form_knows_other_kinds_of_listing(
    qtbot: QtBot, panel: ImportPanel, service: DirectoryService, shelf: Place
) -> None:
    form = ServiceForm(panel._context, service)
    qtbot.addWidget(form)
    form.edit_service(None)
    form.kind.setCurrentIndex(list(import_words.KIND_NAMES).index("app"))
    form.internet.setChecked(True)
    form.referral.setCurrentIndex(1)
    form.write("remark", "Jo likes it")
    assert service.count() == 0, "it waits for a name"
    form.write("name", "Hum")
    form.flush()
    assert form.uid is not None
    found = listing(shelf, form.uid)
    assert (found.kind, found.needs_internet, found.referral) == ("app", True, "no")
    assert found.remark == "Jo likes it"
    form.edit_service(None)
    assert (form.kind.currentIndex(), form.value("remark")) == (0, "")
    form.edit_service(service.uid_of(1))
    assert form.internet.isChecked()
    form.kind.setCurrentIndex(0)
    assert listing(shelf, service.uid_of(1) or b"").kind == "service"
    assert shelf.rows("SELECT count(*) FROM service_at_location") == [(0,)]
    form.write("address", "1 Mill Lane")
    form.flush()
    assert shelf.rows("SELECT count(*) FROM service_at_location") == [(1,)], "made silently"


def page_beside(qtbot: QtBot, panel: ImportPanel) -> DirectoryPage:
    """A page of the same directory, with its buttons kept alive as a window keeps them."""
    page = DirectoryPage(panel._context)
    qtbot.addWidget(page)
    for button in page.header_buttons():
        qtbot.addWidget(button)
    return page


def test_what_would_change_has_the_whole_page(
    qtbot: QtBot, panel: ImportPanel, service: DirectoryService, issue: Issue
) -> None:
    service.import_package(issue())
    page = page_beside(qtbot, panel)
    page.show()
    page.show_import()
    assert page.imports is not None
    assert not page.browser.list_card.isHidden()
    look(qtbot, page.imports, issue("Advice"))
    assert page.browser.list_card.isHidden()
    assert page.search.isHidden()
    page.edit_service()
    assert not page.browser.list_card.isHidden()
    page.show_import()
    assert page.browser.list_card.isHidden()
    page.imports.preview.leave_button.click()
    assert not page.browser.chips.isHidden()


def test_a_lock_leaves_nothing_of_what_was_looked_at(
    qtbot: QtBot, panel: ImportPanel, issue: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    page = page_beside(qtbot, panel)
    page.end()
    page.show_import()
    assert page.imports is not None
    look(qtbot, page.imports, issue())
    assert list((tmp_path / "temp").iterdir())
    page.end()
    assert not list((tmp_path / "temp").iterdir())
