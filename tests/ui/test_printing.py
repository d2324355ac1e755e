"""Files of a text: whole or not at all, with a neutral title."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from peerdesk.core.errors import KnownError
from peerdesk.ui import printing, theme

BODY = "<h1>Help right now</h1><p>Crisis line: 988 &amp; more</p>"

pytestmark = pytest.mark.usefixtures("qapp")
READER = pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="pdftotext is not installed (packaging/linux_needs.py does)",
)


def read(path: Path) -> str:
    """The words of a PDF; a form feed ends a page."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout


def test_pdf(tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    printing.save(BODY, path)
    written = path.read_bytes()
    assert written.startswith(b"%PDF-")
    assert [p.name for p in tmp_path.iterdir()] == ["card.pdf"]


def test_html_says_its_language_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "card.html"
    printing.save(BODY, path, large=True)
    page = path.read_text("utf-8")
    assert "<title>PeerDesk</title>" in page
    assert "Crisis line: 988 &amp; more" in page
    assert 'lang="' in page
    assert "17pt" in page


def test_odt(tmp_path: Path) -> None:
    path = tmp_path / "card.odt"
    printing.save(BODY, path)
    with zipfile.ZipFile(path) as package:
        assert b"Crisis line" in package.read("content.xml")


@pytest.mark.parametrize("name", ["card.pdf", "card.html", "card.odt"])
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError) as caught:
        printing.save(BODY, tmp_path / "gone" / name)
    assert name in str(caught.value.text)


def test_half_a_pdf_is_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, path: str) -> None:
            Path(path).write_bytes(b"%PDF-1.4 half")

        def __getattr__(self, name: str) -> object:
            return lambda *_args: None

    class Silent:
        page = QPageSize.PageSizeId.A4

        def put_on(self, writer: object) -> None:
            del writer

    monkeypatch.setattr(printing, "QPdfWriter", Full)
    monkeypatch.setattr(printing, "Pages", lambda *_args: Silent())
    old = tmp_path / "card.pdf"
    old.write_bytes(b"the old one")
    with pytest.raises(KnownError):
        printing.save_pdf(BODY, old)
    assert old.read_bytes() == b"the old one"
    assert [p.name for p in tmp_path.iterdir()] == ["card.pdf"]


def test_large_print_is_larger() -> None:
    long = "<p>" + "Words to read. " * 900 + "</p>"
    assert printing.document(long, large=True).defaultFont().pointSizeF() == 17
    assert printing.page_count(long, large=True) > printing.page_count(long)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("lines", [1, 60, 300])
def test_the_pages_counted_are_the_pages_of_the_file(
    tmp_path: Path, lines: int, large: bool
) -> None:
    body = "".join(f"<p>Line {n} of the evening</p>" for n in range(lines))
    printing.save_pdf(body, tmp_path / "t.pdf", large=large)
    written = (tmp_path / "t.pdf").read_bytes()
    assert written.count(b"/Type /Page\n") == printing.page_count(body, large=large)


@READER
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("table", [False, True])
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    tmp_path: Path, large: bool, table: bool
) -> None:
    full = next(n for n in range(5, 80) if printing.page_count("<p>Line</p>" * n, large=large) > 1)
    after = "<table><tr><td>Words</td></tr></table>" if table else "<p>Words</p>"
    alone = 0
    for lines in range(full - 5, full):
        body = "<p>Line</p>" * lines + "<h2>Heading</h2>"
        alone += printing.page_count(body, large=large) == 1
        printing.save_pdf(body + after, tmp_path / "t.pdf", large=large)
        pages = read(tmp_path / "t.pdf").split("\f")
        with_heading = next(page for page in pages if "Heading" in page)
        assert "Words" in with_heading, lines
        assert pages[0].count("Line") == lines
    assert alone >= 2  # at some of these the heading was the last that fits


def test_tables_begin_at_the_right_where_one_reads_from_there(qapp: QApplication) -> None:
    body = (
        "<table width='100%'><thead><tr><th>No.</th><th>Name</th><th>Here</th></tr></thead>"
        "<tr>\n<td><b>1</b></td>\n<td>Ana B</td><td></td>\n</tr></table><p>one two</p>"
    )

    def order(right_to_left: bool) -> list[str]:
        made = printing.document(body, right_to_left=right_to_left)
        return made.toPlainText().split("\n")

    del qapp
    read_on = [words for words in order(False) if words]
    back = [words for words in order(True) if words]
    assert read_on == ["No.", "Name", "Here", "1", "Ana B", "one two"]
    assert back == ["Here", "Name", "No.", "Ana B", "1", "one two"]


def test_pages_are_numbered_when_there_is_more_than_one() -> None:
    def foot(body: str, number: int) -> bool:
        """Whether something black stands in the last line of the page."""
        made = printing.Pages(body)
        picture = QImage(600, 900, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        made.draw_sheet(painter, number, 600)
        painter.end()
        top = round(600 * made.shape.height() / made.shape.width())
        rows = range(top - 51 - 24, top - 51 + 4)  # 18 mm of 210 are 51 of 600
        return any(picture.pixelColor(x, y).lightness() < 128 for y in rows for x in range(600))

    long = "<p>Words</p>" * 200
    assert printing.Pages(long).count > 1
    assert foot(long, 1)
    assert foot(long, 2)
    assert not foot("<p>Words</p>", 1)


@READER
def test_times_and_numbers_can_be_read_out_of_the_file(qapp: QApplication, tmp_path: Path) -> None:
    theme.apply(qapp, "light", 1.0, "Inter")
    line = "Ends: 18:30 to 20:05 (24-11), 1/2 + 3"
    printing.save_pdf(f"<h1>{line}</h1><p>{line}</p>", tmp_path / "t.pdf")
    assert read(tmp_path / "t.pdf").count(line) == 2


def test_words_are_black_in_the_dark(qapp: QApplication) -> None:
    theme.apply(qapp, "dark", 1.0, "Inter")
    try:
        picture = QImage(600, 849, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        printing.Pages("<h1>MMMM</h1><p>" + "M " * 40 + "</p>").draw_sheet(painter, 1, 600)
        painter.end()
    finally:
        theme.apply(qapp, "light", 1.0, "Inter")
    dark = sum(
        picture.pixelColor(x, y).lightness() < 40 for x in range(600) for y in range(40, 140)
    )
    assert dark > 200


@pytest.mark.qt_log_ignore("Returned false")
def test_a_device_that_cannot_be_painted_on(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "gone" / "t.pdf"))
    assert not printing.Pages(BODY).put_on(writer)


def test_print_support_is_imported_late() -> None:
    code = (
        "import sys, peerdesk.ui.printing, peerdesk.ui.widgets, peerdesk.ui.views\n"
        "heavy = [m for m in sys.modules if m.startswith('PySide6.Qt')]\n"
        "print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['PySide6.QtCore', 'PySide6.QtGui', 'PySide6.QtWidgets']"


@READER
def test_what_belongs_together_is_not_torn(tmp_path: Path) -> None:
    """A table of one row stays on one page, with the headings over it; a longer one runs on."""
    words = "<p>word</p>" * 5
    entry = f"<table><tr><td><h2>Entry {{n}}</h2>{words}<p>end {{n}}</p></td></tr></table>"
    body = "".join(f"<h1>Part {n}</h1>" + entry.format(n=n) for n in range(12))
    path = tmp_path / "a.pdf"
    printing.save_pdf(body, path)
    pages = [page.split() for page in read(path).split("\f")]
    assert len(pages) > 3
    for n in range(12):
        (at,) = [number for number, page in enumerate(pages) if f"Entry {n} word" in " ".join(page)]
        said = " ".join(pages[at])
        assert f"Part {n} " in said
        assert f"end {n}" in said
    plain = "".join(f"<p>over</p>{entry.format(n=n)}<hr>" for n in range(12))
    printing.save_pdf(plain, path)
    whole = [" ".join(page.split()) for page in read(path).split("\f")]
    assert all(page.count("Entry") == page.count("end") for page in whole)
    rows = "<table>" + "".join(f"<tr><td>row {n}</td></tr>" for n in range(90)) + "</table>"
    printing.save_pdf("<h1>List</h1>" + rows, path)
    first = read(path).split("\f")[0]
    assert "row 5" in first
    assert "row 89" not in first


def test_an_entry_larger_than_a_page_runs_on() -> None:
    long = "<table><tr><td>" + "<p>word</p>" * 90 + "</td></tr></table>"
    assert printing.Pages("<p>before</p>" + long).count > 1


@pytest.mark.parametrize("chosen", [0, 1])
def test_a_printer_is_never_a_file(qapp, monkeypatch, tmp_path: Path, chosen: int) -> None:
    """Else names would stay on a computer that others use, past every question where to save."""
    from PySide6 import QtPrintSupport

    offered: list[bool] = []

    class Dialog(QtPrintSupport.QPrintDialog):
        def exec(self) -> int:
            offered.append(self.testOption(self.PrintDialogOption.PrintToFile))
            self.printer().setOutputFileName(str(tmp_path / "names.pdf"))
            return chosen

    monkeypatch.setattr(QtPrintSupport, "QPrintDialog", Dialog)
    assert not printing.print_text("<p>Ana</p>")
    assert offered == [False]
    assert list(tmp_path.iterdir()) == []
