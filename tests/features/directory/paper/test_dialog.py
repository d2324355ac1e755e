"""Choosing, looking, printing, saving and hearing services, and the list."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.directory.calls.notes import UNANSWERED
from peerdesk.features.directory.paper import dialog as dialogs
from peerdesk.features.directory.paper.basket import Basket
from peerdesk.features.directory.paper.dialog import Offer, ServicesDialog
from peerdesk.features.directory.public import PublicDirectory
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.listing_reports import Report, show
from peerdesk.store.place import Place
from peerdesk.store.shelf import CrisisLine
from peerdesk.ui import printing
from peerdesk.ui.a11y import walk
from peerdesk.ui.card_sheets import CardSheets
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.sheets import Sheets
from peerdesk.ui.speech import Speaker

Few = dict[str, bytes]
READER = pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="pdftotext is not installed (packaging/linux_needs.py does)",
)


pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def context(qtbot: QtBot, shelf: Place, clock: FixedClock) -> Iterator[Context]:
    jobs = Jobs()
    settings = {"centre": "Riverside Centre", "country": "GB"}
    yield Context(clock=clock, names=NamesCurtain(), jobs=jobs, shelf=shelf, setting=settings.get)
    jobs.cancel_all()


class Voices:
    """Voices that were asked for, by language; each reads for a minute."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, code: str, parent: QWidget) -> Speaker:
        self.asked.append(code)
        wait = "import sys, time; sys.stdin.read(); time.sleep(60)"
        return Speaker([sys.executable, "-c", wait], parent)


@pytest.fixture
def voices() -> Voices:
    return Voices()


@pytest.fixture
def make(qtbot: QtBot, service: DirectoryService, context: Context, few: Few, voices: Voices):
    def made(*listed: str, shown: str | None = "clinic", **how: bool) -> ServicesDialog:
        basket = Basket()
        for name in listed:
            basket.turn(few[name])
        uid = few[shown] if shown is not None else None
        offer = Offer(uid, basket, lambda: service.search(""), **how)
        window = ServicesDialog(service, context, offer, speaker=voices)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return made


def words_of(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_as_it_opens(make) -> None:
    window = make("bank", "voice")
    assert [window.which.itemText(n) for n in range(3)] == [
        "Only Riverside Housing Clinic",
        "My list: 2 services",
        "What the search found: 4 services",
    ]
    assert window.what() == "cards"
    assert isinstance(window.sheets(), CardSheets)
    assert [entry.name for entry in window.entries()] == ["Riverside Housing Clinic"]
    assert "Stand at the printer" in window.note.text()
    assert window.preview.count == 1
    assert not walk(window)


@pytest.mark.parametrize(
    ("listed", "kind"),
    [(("bank",), "handout"), (("bank", "voice", "clinic", "shelter"), "booklet")],
)
def test_my_list_as_it_opens(make, listed: tuple[str, ...], kind: str) -> None:
    window = make(*listed, listed=True)
    assert window.what() == kind
    assert len(window.entries()) == len(listed)


def test_each_kind_and_size(make) -> None:
    window = make("bank", "voice", "shelter", listed=True)
    assert window.preview.count == 3
    for kind in dialogs.KINDS:
        window.choose(kind)
        counts = []
        for large in (0, 1):
            window.print_size.set_current(large)
            window.make_pages()
            counts.append(window.preview.count)
        assert 0 < counts[0] <= counts[1]
        assert window.each_field.isVisible() is (kind == "cards")
        assert window.help.isVisible() is (kind != "handout")


def test_cards_of_each_and_help_first(make, shelf: Place) -> None:
    window = make()
    window.each.setValue(3)
    sheets = window.sheets()
    assert isinstance(sheets, CardSheets)
    assert len(sheets.cards) == 3
    window.help.setChecked(True)  # nothing of the house's own: the numbers of the country
    sheets = window.sheets()
    assert isinstance(sheets, CardSheets)
    assert "999" in "".join(sheets.cards[0].lines)
    with shelf.operation(translate("Test", "Added")):
        CrisisLine.create(uid=b"x" * 16, position=0, title="Desk", number="Front", hours="9 to 5")
    sheets = window.sheets()
    assert isinstance(sheets, CardSheets)
    assert len(sheets.cards) == 6
    assert sheets.cards[0].lines[1] == "<p>Desk: <b>Front</b><br>9 to 5</p>"
    assert window.text().count("Riverside Housing Clinic") == 1  # a file needs each once
    assert window.words().startswith("Desk: Front\nRiverside Housing Clinic.")


def test_another_language(make) -> None:
    window = make()
    window.choose("handout")
    window.language.setCurrentIndex(window.language.findData("es"))
    assert "Español" in window.text()
    assert window.locale_of_text().language() == QLocale.Language.Spanish
    window.language.addItem("العربية", "ar")  # once somebody translates it
    window.language.setCurrentIndex(window.language.findData("ar"))
    assert window.reader().right_to_left
    window.choose("cards")
    assert window.sheets() is not None


def test_the_code_is_chosen(make) -> None:
    window = make()
    assert window.entries()[0].code == "tel:5550198"
    window.scan.setCurrentIndex(2)
    assert window.entries()[0].code == ""
    assert "scan:" not in window.text()


def test_a_number_that_did_not_work_says_so_on_paper(make, shelf: Place, few: Few) -> None:
    show(shelf, b"k" * 16, Report(few["clinic"], "Clinic", ""))
    assert make().entries()[0].alert == "Someone told us that this number did not work."
    with shelf.operation("x"):
        db = shelf.database.connection()
        db.execute("DELETE FROM service_check")
        db.execute("UPDATE service SET checked_at = NULL")
        for n in range(UNANSWERED):
            db.execute(
                "INSERT INTO service_check (uid, service_uid, at, how, result)"
                " VALUES (?, ?, ?, 'phone', 'no answer')",
                (bytes([n]) * 16, few["clinic"], 1000 + n),
            )
    assert make().entries()[0].alert == "We rang several times, and nobody answered."


def test_many_services_say_that_they_take_a_moment(make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "AT_ONCE", 1)
    made = make()
    made.show()
    said: list[tuple[str, bool]] = []
    sheets = made.sheets
    monkeypatch.setattr(
        made,
        "sheets",
        lambda: said.append((made.message.text(), made.message.isVisible())) or sheets(),
    )
    made.make_pages()
    made.which.setCurrentIndex(made.which.count() - 1)
    made.make_pages()
    assert said == [("", False), ("Making the pages for 4 services. One moment.", True)]
    assert not made.message.isVisible()
    assert made.preview.isEnabled()


def test_a_directory_larger_than_paper(make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "MOST", 3)
    window = make()
    window.which.setCurrentIndex(1)
    assert len(window.entries()) == 3
    assert window.cut.text().startswith("Only the first 3")
    window.which.setCurrentIndex(0)
    assert not window.cut.isVisible()


def test_nothing_to_print(qtbot: QtBot, service: DirectoryService, context: Context) -> None:
    window = ServicesDialog(service, context, Offer(b"gone" * 4, Basket(), list))
    qtbot.addWidget(window)
    assert window.sheets() is None
    assert window.uids() == ()
    assert not window.print_button.isEnabled()
    window.print_pages()
    assert window.message.text() == ""


@READER
def test_what_is_saved_can_be_read(make, tmp_path: Path, few: Few) -> None:
    window = make("shelter", "clinic", listed=True)
    for kind in dialogs.KINDS:
        window.choose(kind)
        path = tmp_path / f"{kind}.pdf"
        assert window.save(path)
        said = " ".join(words_of(path).split())
        assert "Riverside Housing Clinic" in said
        assert "555 0198" in said
        assert "Safe House" not in said  # the shelter's address
        assert "Night Shelter" in said
        assert window.save(tmp_path / f"{kind}.html")
        page = (tmp_path / f"{kind}.html").read_text("utf-8")
        assert "Safe House" not in page
        assert 'alt="Scan with a phone to ring 555 0198"' in page
        assert "Scan with a phone to ring 555 0198</" in page.replace("</td>", "</")
        assert window.save(tmp_path / f"{kind}.odt")
        with zipfile.ZipFile(tmp_path / f"{kind}.odt") as package:
            assert "Safe House" not in package.read("content.xml").decode()
            assert [n for n in package.namelist() if n.startswith("Pictures/")]
    assert window.message.text() == "Saved as booklet.odt."


def test_what_cannot_be_saved(make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make()

    def full(*_args: object, **_how: object) -> None:
        raise KnownError(translate("Test", "No room."))

    monkeypatch.setattr(printing, "save_sheets", full)
    assert not window.save(tmp_path / "a.pdf")
    assert window.message.text() == "No room."


def test_where_to_save(make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make()
    answers = iter(["", str(tmp_path / "a"), str(tmp_path / "b.html")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(answers), ""))
    window.pdf.click()
    assert list(tmp_path.glob("[ab]*.*")) == []
    window.odt.click()
    window.html.click()
    assert sorted(p.name for p in tmp_path.glob("[ab].*")) == ["a.odt", "b.html"]


def test_printing(make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    window = make("bank", listed=True)
    asked: list[tuple[Sheets, int]] = []
    answers = iter([True, False])

    def print_sheets(made, _parent: object, *, page: object, copies: int) -> bool:
        assert page == made().page
        asked.append((made(), copies))
        return next(answers)

    monkeypatch.setattr(printing, "print_sheets", print_sheets)
    window.number.setValue(2)
    window.choose("cards")  # what was chosen last is printed, also when it is pressed at once
    window.print_button.click()
    assert isinstance(asked[0][0], CardSheets)
    assert asked[0][1] == 2
    assert "on its way" in window.message.text()
    writer: QPagedPaintDevice = QPdfWriter(str(tmp_path / "a.pdf"))
    assert asked[0][0].put_on(writer)
    window.message.clear()
    window.print_button.click()
    assert window.message.text() == ""


def test_read_aloud(make, voices: Voices) -> None:
    window = make()
    assert window.read_button.isVisible()
    window.read_button.click()
    assert window.read_button.text() == "Stop reading"
    window.read_button.click()
    assert window.read_button.text() == "Read to me"
    window.language.setCurrentIndex(window.language.findData("es"))
    window.read_button.click()
    assert voices.asked[-1] == "es"
    assert window.read_button.text() == "Stop reading"
    window.close()
    assert window.read_button.text() == "Read to me"


# -- the list --------------------------------------------------------------------------------


@pytest.fixture
def public(qtbot: QtBot, context: Context, few: Few) -> PublicDirectory:
    made = PublicDirectory(context)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_services_are_put_on_the_list(qtbot: QtBot, public: PublicDirectory, few: Few) -> None:
    bar, reading = public.browser.paper, public.browser.reading
    assert not bar.isVisible()
    public.browser.open_service(few["bank"])
    click(qtbot, reading.list_button)
    assert bar.words.text() == "1 service on my list"
    assert reading.list_button.text() == "Take off my list"
    public.browser.open_service(few["voice"])
    assert reading.list_button.text() == "Put on my list"
    click(qtbot, reading.list_button)
    assert bar.basket.uids() == (few["bank"], few["voice"])
    click(qtbot, reading.list_button)
    assert bar.basket.uids() == (few["bank"],)
    click(qtbot, bar.print_button)
    (window,) = public.findChildren(ServicesDialog)
    assert window.what() == "handout"
    assert [entry.name for entry in window.entries()] == ["Food Bank"]
    click(qtbot, window.close_button)
    assert bar.basket.uids() == (few["bank"],)
    bar.empty_button.setFocus()
    click(qtbot, bar.empty_button)
    assert not bar.isVisible()
    assert reading.list_button.hasFocus()


def test_one_service_is_printed_from_its_card(qtbot: QtBot, public: PublicDirectory) -> None:
    qtbot.keyClicks(public.search, "riverside")
    click(qtbot, public.browser.reading.print_button)
    (window,) = public.findChildren(ServicesDialog)
    assert window.what() == "cards"
    assert [entry.name for entry in window.entries()] == ["Riverside Housing Clinic"]
    window.close()


def test_the_list_is_gone_with_its_page(qtbot: QtBot, public: PublicDirectory, few: Few) -> None:
    public.browser.open_service(few["bank"])
    click(qtbot, public.browser.reading.list_button)
    public.hide()
    public.show()
    assert len(public.browser.paper.basket) == 0
    assert public.browser.reading.list_button.text() == "Put on my list"


def test_nothing_is_written(qtbot: QtBot, public: PublicDirectory, few: Few, shelf: Place) -> None:
    def state() -> list[object]:
        run = shelf.database.connection().execute
        tables = [r[0] for r in run("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [(t, run(f"SELECT count(*) FROM {t}").fetchone()[0]) for t in tables]

    before, version = state(), shelf.rows("PRAGMA data_version")
    total = shelf.database.connection().total_changes
    public.browser.open_service(few["bank"])
    click(qtbot, public.browser.reading.list_button)
    click(qtbot, public.browser.paper.print_button)
    (window,) = public.findChildren(ServicesDialog)
    window.choose("booklet")
    window.make_pages()
    window.close()
    assert state() == before
    assert shelf.rows("PRAGMA data_version") == version
    assert shelf.database.connection().total_changes == total


def test_a_full_list_says_so(qtbot: QtBot, public: PublicDirectory, few: Few) -> None:
    basket = public.browser.paper.basket
    public.browser.open_service(few["bank"])
    for number in range(200):
        if not basket.full():
            basket.turn(number.to_bytes(16))
    assert not public.browser.reading.list_button.isEnabled()
