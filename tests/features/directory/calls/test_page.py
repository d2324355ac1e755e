"""Ten calls on the screen and on paper, and one key for what came of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.directory.calls import words as calls_words
from peerdesk.features.directory.calls.notes import Notes
from peerdesk.features.directory.calls.page import CallsPage
from peerdesk.features.directory.calls.paper import printing
from peerdesk.features.directory.calls.room import cards, room
from peerdesk.features.directory.calls.today import CallsButton, CallsRow
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.cabinet import open_cabinet
from peerdesk.store.connection import DiskFull
from peerdesk.store.listing_reports import Report, keep
from peerdesk.store.place import Place
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain

LABEL = translate("Test", "test")


pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, shelf: Place, clock: FixedClock) -> Iterator[Context]:
    jobs = Jobs()
    cabinet = open_cabinet(tmp_path / "c.safe", bytes(range(32)), clock, tmp_path / "backups")
    made = Context(clock=clock, names=NamesCurtain(), jobs=jobs, shelf=shelf, cabinet=cabinet)
    made.extra["went"] = []
    made.extra["go"] = made.extra["went"].append
    yield made
    jobs.cancel_all()
    cabinet.close()


@pytest.fixture
def four(service: DirectoryService, clock: FixedClock) -> dict[str, bytes]:
    days = {"Warm Rooms": 300, "Food Bank": 200, "Night Shelter": 100, "Clinic": 70}
    return {
        name: service.add_service(
            name,
            phone=f"555 0{n}",
            address="Canary Lane 9",
            hide_address=name == "Night Shelter",
            checked_at=clock.now_ms() - ago * 86_400_000,
            checked_how="phone",
        )
        for n, (name, ago) in enumerate(days.items())
    }


@pytest.fixture
def page(qtbot: QtBot, context: Context, four: dict[str, bytes]) -> Iterator[CallsPage]:
    made = room().page(context)
    assert isinstance(made, CallsPage)
    for widget in (made, *made.header_buttons()):
        qtbot.addWidget(widget)
    made.resize(1100, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.list.setFocus()
    stops = [
        p.subscribe(lambda c: made.refresh(c.tables)) for p in (context.shelf, context.cabinet)
    ]
    yield made
    for stop in stops:
        stop()


def ends(page: CallsPage) -> list[str]:
    return [calls_words.row_end(call) for call in page.calls.values()]


def press(qtbot: QtBot, page: CallsPage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.focusWidget() or page, key)


def tell(context: Context, uid: bytes, words: str) -> None:
    with context.cabinet.operation(LABEL):
        keep(context.cabinet, uid[::-1], Report(uid, "Any", words), "desk")


def test_one_key_each(qtbot: QtBot, page: CallsPage) -> None:
    assert (page.title(), page.subtitle()) == ("Needs a call", "4 still to ring this week")
    assert page.card.name.text() == "Warm Rooms"
    assert page.card.phone.text() == "555 00"
    assert not page.card.tags.isVisible()
    press(qtbot, page, Qt.Key.Key_R)
    assert page.card.name.text() == "Food Bank"
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.card.name.text() == "Night Shelter"
    assert "not shown" in page.card.facts["Where"].words.text()
    press(qtbot, page, Qt.Key.Key_N, Qt.Key.Key_X)
    assert page.card.name.text() == "Food Bank"  # the one that waits
    assert ends(page) == ["All is right", "", "No answer", "Has closed"]
    assert not page.message.isVisible()
    press(qtbot, page, Qt.Key.Key_R)
    assert "calls are done" in page.message.text()
    assert page.subtitle().startswith("0 ")
    assert page.card.result.text() in ("All is right", "No answer", "Has closed")
    press(qtbot, page, Qt.Key.Key_Space)


def test_taken_back_one_after_the_other(qtbot: QtBot, page: CallsPage) -> None:
    before = page.calls
    press(qtbot, page, Qt.Key.Key_R, Qt.Key.Key_X, Qt.Key.Key_Z)
    assert page.card.name.text() == "Food Bank"
    assert ends(page)[:2] == ["All is right", ""]
    press(qtbot, page, Qt.Key.Key_Z)
    assert page.calls == before
    press(qtbot, page, Qt.Key.Key_Z)
    assert page.calls == before
    page.service.record(page.calls[page.list.current_id()].uid, "right")  # by somebody else
    press(qtbot, page, Qt.Key.Key_Z)
    assert page.calls == before


def test_something_changed_opens_the_fields(qtbot: QtBot, page: CallsPage) -> None:
    page.card.how.buttons()[1].click()
    page.list.setFocus()
    press(qtbot, page, Qt.Key.Key_C)
    assert page.form is not None
    assert page.right.currentWidget() is page.form
    page.form.write("phone", "")
    qtbot.keyClicks(page.form.fields["phone"].editor, "555 9 RCNXZ")
    page.form.done_button.setFocus()
    press(qtbot, page, Qt.Key.Key_N)  # no key of the list while the form is there
    page.form.finish()
    assert page.right.currentWidget() is page.card
    assert page.card.name.text() == "Food Bank"
    uid = next(c.uid for c in page.calls.values() if c.name == "Warm Rooms")
    found = page.directory.detail(uid)
    assert found is not None
    assert (found.phones[0].number, found.checked_how) == ("555 9 RCNXZ", "visit")
    assert ends(page)[0] == "Changed"
    press(qtbot, page, Qt.Key.Key_C)
    page.form.write("description", "Soup")
    page.list.show_id(next(iter(page.calls)))
    page.list.picked.emit(next(iter(page.calls)))
    assert page.right.currentWidget() is page.card
    assert page.unsaved() == ""
    page.flush()


def test_words_for_who_rings_there(qtbot: QtBot, page: CallsPage, four: dict[str, bytes]) -> None:
    assert page.card.ring.placeholderText() == calls_words.what_to_say()
    page.card.ring.setFocus()
    qtbot.keyClicks(page.card.ring, "Ask for Rcnxz")
    assert page.card.name.text() == "Warm Rooms"
    page.next_one()
    found = page.directory.detail(four["Warm Rooms"])
    assert found is not None
    assert found.when_you_ring == "Ask for Rcnxz"
    assert page.card.ring.toPlainText() == ""


def test_words_that_cannot_be_saved_are_no_other_listings(
    qtbot: QtBot, page: CallsPage, four: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_values: object) -> bool:
        raise DiskFull

    with monkeypatch.context() as full:
        full.setattr(page.directory, "set_text", no_room)
        qtbot.keyClicks(page.card.ring, "Ask for Bo")
        page.next_one()
        assert "Ask for Bo" in page.unsaved()
    page.flush()
    names = {n: page.directory.detail(uid) for n, uid in four.items()}
    said = {n: d.when_you_ring for n, d in names.items() if d is not None}
    assert said == {**dict.fromkeys(four, ""), "Warm Rooms": "Ask for Bo"}


def test_what_somebody_told_us(page: CallsPage, context: Context, four: dict[str, bytes]) -> None:
    tell(context, four["Clinic"], "They <b>moved</b>")
    assert next(iter(page.calls.values())).name == "Warm Rooms"  # its place stays this week
    number = next(c.id for c in page.calls.values() if c.name == "Clinic")
    page.list.picked.emit(number)
    assert page.card.problems.text() == "Told us on 24 November: They <b>moved</b>"
    assert ends(page)[-1] == "Someone told us"


def test_disk_full_is_said(
    page: CallsPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    context.notice = told.append

    def no_room(*_values: object) -> None:
        raise DiskFull

    monkeypatch.setattr(page.service, "record", no_room)
    monkeypatch.setattr(page.service, "take_back", no_room)
    page.card.buttons["right"].click()
    page.card.back_button.click()
    assert len(told) == 2
    assert page.card.name.text() == "Warm Rooms"


def test_what_could_not_be_taken_back_is_what_the_next_press_takes_back(
    qtbot: QtBot, page: CallsPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    context.notice = told.append

    def no_room(*_values: object) -> None:
        raise DiskFull

    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_N)
    with monkeypatch.context() as full:
        full.setattr(page.service, "take_back", no_room)
        qtbot.keyClick(page.list, Qt.Key.Key_Z)
    assert len(told) == 1
    qtbot.keyClick(page.list, Qt.Key.Key_Z)
    assert {call.name for call in page.calls.values() if call.done} == {"Warm Rooms"}
    assert page.card.name.text() == "Food Bank"
    qtbot.keyClick(page.list, Qt.Key.Key_Z)
    assert not any(call.done for call in page.calls.values())


def test_the_list_on_paper(
    qtbot: QtBot,
    page: CallsPage,
    context: Context,
    monkeypatch: pytest.MonkeyPatch,
    four: dict[str, bytes],
) -> None:
    tell(context, four["Clinic"], "They <b>moved</b>")
    tell(context, four["Food Bank"], "")
    page.directory.set_text(four["Clinic"], "when_you_ring", "Ask for Bo")
    printed: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        printing, "print_text", lambda body, _parent, *, large: printed.append((body, large))
    )
    page.print_button.click()
    assert page.paper is not None
    assert page.right.currentWidget() is page.paper
    assert page.paper.print_button.hasFocus()
    page.paper.large.click()
    page.paper.print_button.click()
    body, large = printed[0]
    assert large
    for words in ("1. Warm Rooms", "<b>555 00</b>", "☐&nbsp;No answer", "Ask for Bo", "Checked by"):
        assert words in body
    assert "They &lt;b&gt;moved&lt;/b&gt;" in body
    assert "The number did not work." in body
    assert body.count("Canary Lane 9") == 3
    assert page.paper.preview.words.text().startswith("Page 1 of ")
    page.paper.preview.on.click()
    assert page.paper.preview.number == 2

    def no_printer(*_args: object, **_more: object) -> None:
        raise KnownError(translate("Test", "No printer."))

    monkeypatch.setattr(printing, "print_text", no_printer)
    page.paper.print_pages()
    assert page.paper.message.text() == "No printer."
    page.paper.close_button.click()
    assert page.right.currentWidget() is page.card
    page.show_paper()
    assert page.paper.message.text() == ""


def test_nobody_to_ring(qtbot: QtBot, context: Context, service: DirectoryService) -> None:
    page = CallsPage(context)
    for widget in (page, *page.header_buttons()):
        qtbot.addWidget(widget)
    assert page.faces.currentIndex() == 1
    assert page.empty.words.text() == "There are no services in Local help yet."
    assert not page.print_button.isEnabled()
    page.say("right")
    page.take_back()
    page.next_one()
    page.empty.acted.emit()
    page.local_button.click()
    assert context.extra["went"] == ["directory", "directory"]
    service.add_service("Checked", phone="5", checked_at=context.clock.now_ms())
    page.refresh(frozenset({"service"}))
    assert page.empty.words.text().startswith("Every service with a number was checked")
    service.add_service("New", phone="5")
    page.refresh(frozenset({"person"}))
    assert page.faces.currentIndex() == 1
    page.refresh(frozenset({"service"}))
    assert page.faces.currentIndex() == 0


def test_on_today_and_in_local_help(
    qtbot: QtBot, context: Context, four: dict[str, bytes], service: DirectoryService
) -> None:
    row = cards()[0].widget(context)
    assert isinstance(row, CallsRow)
    button = CallsButton(context)
    for widget in (row, button):
        qtbot.addWidget(widget)
    assert row.words.text() == "4 services need a call"
    assert button.text() == "Needs a call: 4"
    tell(context, four["Clinic"], "")
    row.refresh()
    assert row.words.text() == "4 services need a call. Someone told us about 1 of them."
    for uid in four.values():
        row._service.record(uid, "right")
    row.refresh()
    button.refresh()
    assert row.isHidden()
    assert button.text() == "Needs a call"
    row.button.click()
    button.click()
    assert context.extra["went"] == ["calls", "calls"]


def test_words() -> None:
    assert calls_words.trouble_words(Notes()) == ""
    assert "did not work" in calls_words.trouble_words(Notes(told=True))
    assert "nobody answered" in calls_words.trouble_words(Notes(unanswered=2))
    assert calls_words.trouble_words(Notes(unanswered=1)) == ""
