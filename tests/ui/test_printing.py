"""Files of a text: whole or not at all, with a neutral title."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.ui import printing

BODY = "<h1>Help right now</h1><p>Crisis line: 988 &amp; more</p>"

pytestmark = pytest.mark.usefixtures("qapp")


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
        def print_(self, writer: object) -> None:
            del writer

    monkeypatch.setattr(printing, "QPdfWriter", Full)
    monkeypatch.setattr(printing, "document", lambda *_args: Silent())
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


def test_print_support_is_imported_late() -> None:
    code = (
        "import sys, peerdesk.ui.printing, peerdesk.ui.widgets, peerdesk.ui.views\n"
        "heavy = [m for m in sys.modules if m.startswith('PySide6.Qt')]\n"
        "print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['PySide6.QtCore', 'PySide6.QtGui', 'PySide6.QtWidgets']"
