"""Choosing, looking, printing and saving, as a person does it."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.paper import numbering
from peerdesk.features.meetings.paper.dialog import PrintDialog, print_for
from peerdesk.features.meetings.paper.pack import TITLES
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.place import Place
from peerdesk.ui import drives, printing
from peerdesk.ui.context import Context
from tests.features.meetings.conftest import person

ODD = ("<b>Tom</b>", "محمد عبد الله", "Maximiliana-Alexandrina " * 6)


@pytest.fixture
def dialog(
    qtbot: QtBot, service: MeetingsService, context: Context, group: object, tonight: bytes
) -> PrintDialog:
    del group
    return shown(qtbot, service, context, tonight)


def shown(qtbot: QtBot, service: MeetingsService, context: Context, meeting: bytes) -> PrintDialog:
    made = PrintDialog(service, context, meeting)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def choose(dialog: PrintDialog, *keys: str) -> None:
    for key, box in dialog.options.boxes.items():
        box.setChecked(key in keys)
    dialog.make_pages()


def text_of(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout


# -- looking ---------------------------------------------------------------------------------


def test_pages_are_turned(qtbot: QtBot, dialog: PrintDialog) -> None:
    preview = dialog.preview
    assert preview.number == 1
    assert preview.count >= 4
    assert preview.words.text() == f"Page 1 of {preview.count}"
    assert not preview.back.isEnabled()
    qtbot.mouseClick(preview.on, Qt.MouseButton.LeftButton)
    assert preview.number == 2
    assert preview.view.accessibleName() == f"Page 2 of {preview.count}"
    preview.turn(99)
    assert preview.number == preview.count
    qtbot.mouseClick(preview.back, Qt.MouseButton.LeftButton)
    assert preview.number == preview.count - 1
    choose(dialog, "agreement")
    assert preview.number == preview.count == 1


def test_a_page_is_drawn_on_white(dialog: PrintDialog) -> None:
    view = dialog.preview.view
    picture = view.grab().toImage()
    sheet = view.sheet().toRect()
    scale = picture.width() / view.width()
    inside = [
        picture.pixelColor(round(x * scale), round(y * scale)).lightness()
        for x in range(sheet.left() + 4, sheet.right() - 4)
        for y in range(sheet.top() + 4, sheet.top() + sheet.height() // 3)
    ]
    assert sum(light == 255 for light in inside) > len(inside) / 2
    assert min(inside) < 100


def test_changes_show_after_a_moment(qtbot: QtBot, dialog: PrintDialog) -> None:
    count = dialog.preview.count
    dialog.options.print_size.buttons()[1].click()
    qtbot.waitUntil(lambda: dialog.preview.count > count)
    dialog.options.boxes["badges"].click()
    assert dialog.options.empty.isVisible()


def test_nothing_chosen(dialog: PrintDialog) -> None:
    choose(dialog)
    assert dialog.preview.count == 0
    assert dialog.preview.words.text() == "Nothing is chosen yet."
    assert dialog.preview.view.sheet().isEmpty()
    assert not dialog.print_button.isEnabled()
    assert not dialog.pdf.isEnabled()
    assert dialog.note.isHidden()


def test_every_choice_is_in_what_is_wanted(dialog: PrintDialog) -> None:
    options = dialog.options
    for box in options.boxes.values():
        box.setChecked(True)
    assert options.wanted().proof is None
    assert options.wanted().documents == set(TITLES)
    options.for_whom.setCurrentIndex(1)
    options.name.setText(" Ana Kowalska ")
    proof = options.wanted().proof
    assert proof is not None
    assert (proof.name, proof.purpose) == ("Ana Kowalska", "")
    assert f"{proof.start:%H:%M} {proof.end:%H:%M}" == "18:30 20:00"
    options.say_purpose.setChecked(True)
    assert options.purpose.isVisible()
    options.purpose.setText("Support")
    proof = options.wanted().proof
    assert proof is not None
    assert proof.purpose == "Support"
    spans = []
    for number in range(4):
        options.period.setCurrentIndex(number)
        wanted = options.wanted()
        spans.append(f"{wanted.first} {wanted.last}")
    assert spans == [
        "2026-08-25 2026-11-24",
        "2026-10-25 2026-11-24",
        "2026-01-01 2026-11-24",
        "2025-01-01 2025-12-31",
    ]


def test_empty_lines_are_enough_for_all(dialog: PrintDialog) -> None:
    dialog.options.people.setValue(14)
    dialog.options.how.setCurrentIndex(2)
    assert dialog.options.blanks.value() == 18
    dialog.options.blanks.setValue(30)
    dialog.options.how.setCurrentIndex(0)
    dialog.options.how.setCurrentIndex(2)
    assert dialog.options.blanks.value() == 30


def test_a_group_without_names_is_not_asked_for_any(
    qtbot: QtBot, service: MeetingsService, context: Context, group: object, tonight: bytes
) -> None:
    del group
    service.set_way("no_names", True)
    service.set_way("we_sign", False)
    made = shown(qtbot, service, context, tonight)
    assert set(made.options.boxes) == set(TITLES) - {"sign_in", "badges", "proof"}
    assert made.note.isHidden()
    assert made.preview.count > 0


# -- names -----------------------------------------------------------------------------------


def test_closed_names_are_closed_on_the_page_and_whole_on_paper(
    qtbot: QtBot, context: Context, dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    bodies: list[str] = []

    def print_text(body: str, *_args: object, **_how: object) -> bool:
        bodies.append(body)
        return True

    made: list[str] = []
    real = printing.Pages
    monkeypatch.setattr(printing, "print_text", print_text)
    monkeypatch.setattr(
        printing, "Pages", lambda body, large=False: made.append(body) or real(body, large)
    )
    context.names.close()
    assert "Ana" not in made[-1]
    assert "A." in made[-1]
    assert "Names are closed on this page" in dialog.note.text()
    qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    assert ">Ana<" in bodies[-1]
    qtbot.mouseClick(dialog.note.button, Qt.MouseButton.LeftButton)
    assert ">Ana<" in made[-1]
    assert dialog.note.text() == printing.stand_at_the_printer()
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    assert not context.names.is_open()
    dialog.hide()
    count = len(made)
    context.names.open()
    assert len(made) == count


def test_printing_keeps_the_numbers_and_says_so(
    dialog: PrintDialog, service: MeetingsService, tonight: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, object]] = []
    answers = [False, True]

    def print_text(body: str, parent: object, **how: object) -> bool:
        del body
        assert parent is dialog
        asked.append(how)
        return answers[len(asked) - 1]

    monkeypatch.setattr(printing, "print_text", print_text)
    dialog.options.copies.setValue(3)
    dialog.print_pages()
    assert not numbering.kept(service, tonight)
    assert dialog.message.isHidden()
    dialog.print_pages()
    assert asked[1] == {"large": False, "copies": 3}
    assert len(numbering.kept(service, tonight)) == 10
    assert dialog.message.text() == "It is on its way to the printer."


def test_an_older_sheet_can_be_thrown_away(
    qtbot: QtBot,
    service: MeetingsService,
    cabinet: Place,
    context: Context,
    dialog: PrintDialog,
    tonight: bytes,
) -> None:
    assert dialog.options.anew.isHidden()
    dialog.pack.went_to_paper(dialog.options.wanted())
    person(cabinet, "Aaron")
    again = shown(qtbot, service, context, tonight)
    assert not again.options.anew.isHidden()
    assert [r.name for r in again.pack.rows(again.options.wanted())][-1] == "Aaron"
    again.options.anew.setChecked(True)
    assert next(r.name for r in again.pack.rows(again.options.wanted())) == "Aaron"


def test_numbers_that_cannot_be_kept_are_told(
    dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise KnownError(translate("Test", "The disk is full."))

    monkeypatch.setattr(numbering, "keep", full)
    monkeypatch.setattr(printing, "print_text", lambda *_args, **_how: True)
    dialog.print_pages()
    assert dialog.message.text() == "The disk is full."


# -- files -----------------------------------------------------------------------------------


@pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="pdftotext is not installed (packaging/linux_needs.py does)",
)
def test_what_stands_in_the_pdf(
    qtbot: QtBot,
    service: MeetingsService,
    cabinet: Place,
    context: Context,
    group: object,
    tonight: bytes,
    tmp_path: Path,
) -> None:
    del group
    for name in ODD:
        person(cabinet, name)
    dialog = shown(qtbot, service, context, tonight)
    dialog.options.for_whom.setCurrentIndex(1)
    dialog.options.name.setText("Ana Kowalska")
    choose(dialog, *TITLES)
    path = tmp_path / "evening.pdf"
    assert dialog.save(path)
    said = text_of(path)
    assert said.count("\f") == dialog.preview.count
    for words in (
        "Running sheet: Tuesday Circle",
        "Check-in",
        "Our agreement",
        "If you need help right now",
        "Sign-in sheet",
        "<b>Tom</b>",
        "Maximiliana-Alexandrina",
        "First names to wear",
        "Ana Kowalska was here on Tuesday 24 November 2026, from 18:30 to 20:00.",
        "Our meetings in numbers",
        "Next dates",
        f"Page 1 of {dialog.preview.count}",
    ):
        assert words in said, words
    assert any(letter in said for letter in "محمدﻣﺤﻤﺪ")
    title = subprocess.run(
        ["pdfinfo", str(path)], capture_output=True, text=True, check=True
    ).stdout
    assert "Title:           PeerDesk" in title
    assert "Ana" not in title


def test_large_print_is_large(dialog: PrintDialog, tmp_path: Path) -> None:
    choose(dialog, "agreement")
    sizes = []
    for large in (False, True):
        dialog.options.print_size.set_current(int(large))
        assert dialog.save(tmp_path / "a.html")
        sizes.append((tmp_path / "a.html").read_text("utf-8"))
    assert "font-size: 12pt" in sizes[0]
    assert "font-size: 17pt" in sizes[1]


def test_odt_and_html(dialog: PrintDialog, cabinet: Place, tmp_path: Path) -> None:
    person(cabinet, ODD[0])
    choose(dialog, "agreement", "sign_in")
    assert dialog.save(tmp_path / "e.odt")
    with zipfile.ZipFile(tmp_path / "e.odt") as package:
        assert package.testzip() is None
        content = package.read("content.xml").decode()
    assert "Our agreement" in content
    assert "&lt;b&gt;Tom&lt;/b&gt;" in content
    assert dialog.save(tmp_path / "e.html")
    page = (tmp_path / "e.html").read_text("utf-8")
    assert '<html lang="en' in page
    assert "<title>PeerDesk</title>" in page
    assert "<h1>Our agreement</h1>" in page
    assert '<th scope="col"' in page
    assert "&lt;b&gt;Tom&lt;/b&gt;" in page
    assert "<b>Tom" not in page


@pytest.fixture
def stick(tmp_path: Path, context: Context, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What is plugged in on a computer that others use too: nothing yet."""
    context.names.set_shared(True)
    context.names.open()
    found: list[Path] = []
    monkeypatch.setattr(drives, "plugged", lambda beside: list(found) if beside else [])
    return found


def test_names_go_to_a_stick_alone_on_a_shared_computer(
    dialog: PrintDialog, stick: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def where(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(usb / "for tonight"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    usb = tmp_path / "usb"
    usb.mkdir()
    for ending in (".pdf", ".odt", ".html"):
        assert not dialog.save(tmp_path / f"here{ending}")
        assert "Nothing was saved" in dialog.message.text()
    dialog.pdf.click()
    assert not asked
    stick.append(usb)
    assert not dialog.save(usb / ".." / "here.pdf")
    dialog.pdf.click()
    assert asked == [str(usb / "PeerDesk.pdf")]
    assert dialog.message.text() == "Saved as for tonight.pdf."
    assert [p.name for p in usb.iterdir()] == ["for tonight.pdf"]
    choose(dialog, "agreement", "help")
    assert dialog.save(tmp_path / "here.pdf")
    assert (tmp_path / "here.pdf").exists()


def test_on_ones_own_computer_they_go_anywhere(
    dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([("", ""), (str(tmp_path / "mine.odt"), ""), (str(tmp_path / "mine.html"), "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: next(answers))
    dialog.pdf.click()
    assert dialog.message.isHidden()
    dialog.odt.click()
    dialog.html.click()
    assert {p.suffix for p in tmp_path.glob("mine.*")} == {".odt", ".html"}


def test_a_place_that_cannot_be_written(dialog: PrintDialog, tmp_path: Path) -> None:
    assert not dialog.save(tmp_path / "gone" / "e.pdf")
    assert "could not be written" in dialog.message.text()
    assert dialog.message.kind == "problem"
    dialog.options.people.setValue(5)
    assert dialog.message.isHidden()


def test_it_goes_when_it_is_closed(
    qtbot: QtBot, service: MeetingsService, context: Context, tonight: bytes
) -> None:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = print_for(service, context, tonight, window)
    assert made.isModal()
    with qtbot.waitSignal(made.destroyed):
        made.close_button.click()


def test_a_date_has_its_papers(qtbot: QtBot, page: MeetingsPage, tonight: bytes) -> None:
    page.open_item("meeting", tonight)
    qtbot.mouseClick(page.card.print_button, Qt.MouseButton.LeftButton)
    made = page.window().findChildren(PrintDialog)
    assert [d.pack.meeting for d in made] == [tonight]
    with qtbot.waitSignal(made[0].destroyed):
        made[0].close_button.click()


def test_words_that_cannot_be_saved_come_first(
    page: MeetingsPage, tonight: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise KnownError(translate("Test", "The disk is full."))

    page.open_item("meeting", tonight)
    with monkeypatch.context() as patch:
        patch.setattr(page.card, "flush", full)
        page.card.print_button.click()
    assert not page.window().findChildren(PrintDialog)
