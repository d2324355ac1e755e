"""Help pages: what they say, on the screen and on paper."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from peerdesk.app.help_pages import getting_started, keys, paper
from peerdesk.app.help_pages.gone import GONE
from peerdesk.app.help_pages.page import OTHERS, HelpPage, page
from peerdesk.app.help_pages.parts import Key, Line, Point, Section, Sheet, Tick
from peerdesk.app.help_pages.protected import PROTECTED
from peerdesk.app.help_pages.public import PublicProtected
from peerdesk.app.help_pages.view import HelpView
from peerdesk.app.rooms import rooms
from peerdesk.core.clock import FixedClock
from peerdesk.core.text import Text, translate
from peerdesk.ui import printing
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.text import render

SHEETS = {
    "protected": PROTECTED,
    "gone": GONE,
    "start": getting_started.sheet(True),
    "own place": getting_started.sheet(False),
}


@pytest.fixture
def context(qapp: object) -> Context:
    return Context(
        clock=FixedClock(datetime(2026, 11, 24, 16, 20)),
        names=NamesCurtain(),
        jobs=Jobs(),
        cabinet=object(),
    )


def said(sheet: Sheet) -> list[str]:
    return [render(words) for words in sheet.texts()]


def on_paper(body: str, *, large: bool = False) -> str:
    document: QTextDocument = printing.document(body, large)
    return " ".join(document.toPlainText().replace("\u00a0", " ").split())


# -- the words ---------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_sentences_are_short_enough_to_read_on_a_bad_day(sheet: Sheet) -> None:
    sentences = [s for words in said(sheet) for s in re.split(r"(?<=[.?!])\s", words) if s]
    lengths = [len(s.split()) for s in sentences]
    assert sum(lengths) / len(lengths) <= 12
    assert max(lengths) <= 26, max(sentences, key=lambda s: len(s.split()))


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_words_are_not_hard(sheet: Sheet) -> None:
    words = re.findall(r"[A-Za-z]+", " ".join(said(sheet)))
    assert sum(len(w) for w in words) / len(words) < 5
    assert "http" not in words
    assert "www" not in words


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_sentence_is_one_translators_find(sheet: Sheet) -> None:
    assert all(isinstance(words, Text) for words in sheet.texts())


def test_what_is_not_protected_is_said() -> None:
    whole = " ".join(said(PROTECTED))
    for word in (
        "harmful program",
        "manages the computer from afar",
        "forces you",
        "waiting list",
        "stay in the printer",
        "swap",
        "sleep files",
        "how many people have a place",
        "when each place last changed",
        "A copy that someone took before can still be opened",
        "On Linux, other programs can take a picture",
        "BitLocker",
        "FileVault",
        "LUKS",
        "no back door",
    ):
        assert word in whole


def test_where_to_press_are_words_that_stand_on_the_screen() -> None:
    """A button that is renamed is renamed here too."""
    house = Path(getting_started.__file__).parents[2]
    source = "\n".join(
        path.read_text("utf-8") for path in house.rglob("*.py") if "help_pages" not in path.parts
    )
    named = {
        name
        for sheet in (getting_started.sheet(True), getting_started.sheet(False), GONE)
        for words in said(sheet)
        for name in re.findall("“(.+?)”", words)
    }
    assert len(named) >= 12
    assert [name for name in named if f'"{name}"' not in source] == []


def test_a_place_of_ones_own_has_steps_of_its_own() -> None:
    assert "People" not in " ".join(said(getting_started.sheet(False)))
    (steps,) = [s for s in getting_started.sheet(True).sections if s.numbered]
    assert len(steps.parts) == 6


# -- paper -------------------------------------------------------------------------------------


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_paper_says_all_that_the_screen_says(qapp: object, sheet: Sheet, large: bool) -> None:
    text = on_paper(paper.page(sheet), large=large)
    for words in said(sheet):
        assert " ".join(words.split()) in text


def test_every_kind_of_part_comes_to_paper(qapp: object) -> None:
    sheet = Sheet(
        translate("Test", "Title & more"),
        translate("Test", "Lead"),
        (
            Section("Lines", (Line(translate("Test", "Who")), Tick(translate("Test", "Yes")))),
            Section("Steps", (Point(translate("Test", "Do <it>")),), numbered=True),
            Section("Keys", (Key("Find", "Ctrl+K", ("F3",)), Key("Hide", "Shift ×3"))),
        ),
    )
    body = paper.page(sheet)
    assert "border-bottom:1px solid" in body
    assert "Title &amp; more" in body
    assert "<ol><li>Do &lt;it&gt;</li></ol>" in body
    text = on_paper(body)
    assert f"Who {paper.BOX} Yes" in text
    assert f"Find {paper.key_words('Ctrl+K')} {paper.key_words('F3')}" in text
    assert "Hide Shift ×3" in text


def test_the_page_for_a_bad_day_is_one_sheet_of_paper(qapp: object, tmp_path: Path) -> None:
    """Both sides of one: what to do now stands on the first."""
    body = paper.page(GONE)
    path = tmp_path / "gone.pdf"
    printing.save_pdf(body, path)
    pages = re.findall(rb"/Type\s*/Page\b", path.read_bytes())
    assert len(pages) == 2
    lines = [part for section in GONE.sections for part in section.parts if isinstance(part, Line)]
    assert len(lines) >= 12


def test_print_asks_for_the_size_that_was_ticked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        printing, "print_text", lambda body, _window, large: printed.append((body, large))
    )
    view = HelpView(GONE)
    qtbot.addWidget(view)
    view.show()
    qtbot.mouseClick(view.print_button, Qt.MouseButton.LeftButton)
    view.large.setChecked(True)
    qtbot.mouseClick(view.print_button, Qt.MouseButton.LeftButton)
    assert printed == [(paper.page(GONE), False), (paper.page(GONE), True)]


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("page.pdf", "To print (PDF) (*.pdf)", "page.pdf"),
        ("page", "For a screen reader (HTML) (*.html)", "page.html"),
        ("page.odt", "To print (PDF) (*.pdf)", "page.odt"),
        ("v1.2", "", "v1.2.pdf"),
    ],
)
def test_saved_as_what_was_chosen(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    typed: str,
    kind: str,
    written: str,
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / typed), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    view = HelpView(GONE)
    qtbot.addWidget(view)
    view.show()
    view.save_button.click()
    assert asked == ["If the computer is gone.pdf"]
    assert [p.name for p in tmp_path.iterdir()] == [written]
    start = {".pdf": b"%PDF", ".html": b"<!do", ".odt": b"PK"}[Path(written).suffix]
    assert (tmp_path / written).read_bytes().startswith(start)
    assert written in view.message.words.text()


def test_thinking_better_of_it_saves_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: ("", ""))
    view = HelpView(GONE)
    qtbot.addWidget(view)
    view.save_sheet()
    assert view.message.isHidden()


def test_where_nothing_can_be_written_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    view = HelpView(GONE)
    qtbot.addWidget(view)
    view.write(tmp_path / "not there" / "page.pdf")
    assert "could not be written" in view.message.words.text()
    assert view.message.kind == "problem"


# -- the screen --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [key for key, _words in OTHERS])
def test_pages_of_the_window(qtbot: QtBot, context: Context, key: str) -> None:
    went: list[str] = []
    context.extra["go"] = went.append
    made = page(key, context)
    assert isinstance(made, HelpPage)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    assert made.title() == render(dict(OTHERS)[key])
    assert made.subtitle() == render(made.sheet.lead)
    shown = {label.text() for label in made.findChildren(QLabel)}
    missing = [words for words in said(made.sheet)[2:] if words not in shown]
    assert missing == []
    for link in made.links.values():
        link.click()
    assert went == [other for other, _words in OTHERS if other != key]


def test_links_need_a_house(qtbot: QtBot, context: Context) -> None:
    made = page("help-gone", context)
    qtbot.addWidget(made)
    assert isinstance(made, HelpPage)
    assert made.links == {}


def test_page_down_reads_on_with_nothing_to_press_in_the_text(
    qtbot: QtBot, context: Context
) -> None:
    made = page("help-protected", context)
    assert isinstance(made, HelpPage)
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    assert made.view.print_button.hasFocus()
    bar = made.column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 800)
    qtbot.keyClick(made.view.print_button, Qt.Key.Key_PageDown)
    assert bar.value() > 200
    qtbot.keyClick(made.view.print_button, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(made.view.print_button, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    qtbot.keyClick(made.view.print_button, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_without_signing_in(qtbot: QtBot) -> None:
    public = PublicProtected()
    qtbot.addWidget(public)
    public.resize(900, 400)
    public.show()
    bar = public.column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 800)
    qtbot.keyClick(public.back_button, Qt.Key.Key_PageDown)
    assert bar.value() > 200
    with qtbot.waitSignal(public.back):
        qtbot.keyClick(public, Qt.Key.Key_Escape)
    with qtbot.waitSignal(public.back):
        public.back_button.click()


def test_rooms_and_commands_name_their_own_keys(context: Context) -> None:
    class Own:
        title, keys = "Do this", "Ctrl+J"

    class Known:
        title, keys = "Lock", "Ctrl+L"

    class None_:
        title, keys = "Nothing", ""

    sheet = keys.sheet(rooms(context), [Own(), Known(), None_()])
    go, everywhere = sheet.sections[:2]
    assert {part.keys for part in go.parts if isinstance(part, Key)} == {
        room.shortcut for room in rooms(context) if room.shortcut
    }
    words = [part.words for part in everywhere.parts]
    assert "Do this" in words
    assert "Lock" not in words
    assert "Nothing" not in words
