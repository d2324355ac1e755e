"""The page as a person uses it: real widgets, real keys, a real encrypted cabinet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.features.people import editors
from peerdesk.features.people.editors import FieldEditor
from peerdesk.features.people.erase import EraseDialog
from peerdesk.features.people.page import PeoplePage
from peerdesk.features.people.room import room
from peerdesk.features.people.service import PeopleService
from peerdesk.features.people.words import PREFER_NOT, Field
from peerdesk.store.connection import DiskFull
from peerdesk.store.place import Place
from peerdesk.ui import theme
from peerdesk.ui.a11y import walk
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.widgets import Tag

from .conftest import mark

Key = Qt.Key
ROOM = room()


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    theme.apply(qapp, "light")
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, "light")
    QLocale.setDefault(before)


@pytest.fixture
def group(people: PeopleService, meetings: dict[str, int]) -> dict[str, bytes]:
    """Ana, Bo, Jo (away three times) and Tom (new)."""
    uids = {n: people.add_person(n) for n in ("Ana", "Bo", "Jo")}
    uids["Tom"] = people.add_person("Tom", "new")
    ana = uids["Ana"]
    mark(ana, meetings["2026-10-20"], "phone")
    mark(ana, meetings["2026-11-17"], "here")
    mark(uids["Jo"], meetings["2026-10-27"], "here")
    for day in ("2026-11-03", "2026-11-10", "2026-11-17"):
        mark(uids["Jo"], meetings[day], "away")
    values: dict[Field, str] = {
        "pronouns": "she/her",
        "since": "2026-03",
        "languages": "Spanish, English",
        "safe_contact": "Text only, evenings.",
        "phone": "07700 900123",
        "emergency_who": "Sister",
        "emergency_phone": "07700 900456",
    }
    for field, value in values.items():
        people.edit(ana, field, value)
    people.agree(ana, "agreement", "yes")
    people.agree(ana, "photos", "no")
    people.settle()
    return uids


@pytest.fixture
def names(qapp: QApplication) -> NamesCurtain:
    del qapp
    return NamesCurtain(shared=False)


@pytest.fixture
def context(clock: FixedClock, names: NamesCurtain, cabinet: Place) -> Context:
    return Context(clock=clock, names=names, jobs=Jobs(), cabinet=cabinet)


def open_page(qtbot: QtBot, context: Context, width: int = 1008) -> PeoplePage:
    page = PeoplePage(context)
    qtbot.addWidget(page)
    context.cabinet.subscribe(lambda change: page.refresh(change.tables))
    page.resize(width, 686)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def page(qtbot: QtBot, context: Context, group: dict[str, bytes]) -> PeoplePage:
    del group
    return open_page(qtbot, context)


def listed(page: PeoplePage) -> list[str]:
    return [str(page.model.index(n, 0).data()) for n in range(page.model.rowCount())]


def read(widget: QWidget) -> str:
    """Every word that can be seen."""
    labels = (w for w in widget.findChildren(QLabel) if w.isVisible())
    return " | ".join(w.text() for w in labels)


def press(qtbot: QtBot, key: Qt.Key, widget: QWidget | None = None) -> None:
    qtbot.keyClick(widget or cast(QWidget, QApplication.focusWidget()), key)


def box(editor: FieldEditor | None) -> QLineEdit:
    assert editor is not None
    assert isinstance(editor.box, QLineEdit)
    return editor.box


def typed(qtbot: QtBot, widget: QWidget, text: str) -> None:
    if isinstance(widget, QLineEdit):
        widget.selectAll()
    qtbot.keyClicks(widget, text)


# -- the list ------------------------------------------------------------------------------------


def test_everybody_is_listed_and_the_first_is_read(page: PeoplePage) -> None:
    assert listed(page) == ["Ana", "Bo", "Jo", "Tom"]
    assert (page.title(), page.subtitle()) == ("People", "4 in this group")
    cells = [page.model.index(0, c).data() for c in range(4)]
    assert cells == ["Ana", "Member", "17 Nov", ""]
    words = read(page.detail)
    for part in (
        "Ana",
        "she/her · here since March 2026 · Spanish, English",
        "How to reach Ana safely",
        "Text only, evenings.",
        "Hidden",
        "Sister",
        "17 Nov, by phone 20 Oct",
        "Saved 16:12",
    ):
        assert part in words
    assert "07700" not in words
    tags = [t.text() for t in page.detail.findChildren(Tag) if t.isVisible()]
    assert tags == ["group agreement, November", "no photos"]


def test_the_tag_says_who_was_away(page: PeoplePage) -> None:
    from peerdesk.ui.table import TAGS

    assert page.model.index(2, 3).data(TAGS) == [("away three times", "accent")]
    spoken = page.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Jo, Member, last here 27 Oct, away three times"


def test_arrow_keys_choose_and_a_press_on_the_header_sorts(page: PeoplePage, qtbot: QtBot) -> None:
    page.table.setFocus()
    press(qtbot, Key.Key_Down)
    assert "How to reach Bo safely" in read(page.detail)
    header = page.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(2) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert listed(page) == ["Ana", "Jo", "Bo", "Tom"]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert listed(page)[:2] == ["Jo", "Ana"]
    assert page.table.current_id() == page.service.detail(_uid(page, "Bo")).id


def _uid(page: PeoplePage, name: str) -> bytes:
    return page.service.find(name)[0].uid


def test_the_filter_narrows_and_says_when_nobody_matches(page: PeoplePage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filter.hasFocus()
    qtbot.keyClicks(page.filter, "to")
    qtbot.waitUntil(lambda: listed(page) == ["Tom"])
    qtbot.keyClicks(page.filter, "zz")
    qtbot.waitUntil(lambda: page.faces.currentWidget() is page.empty)
    assert "Nobody matches" in read(page.list_card)
    page.empty.button.click()
    qtbot.waitUntil(lambda: len(listed(page)) == 4)
    press(qtbot, Key.Key_Down, page.filter)
    assert page.table.hasFocus()


def test_nobody_yet(qtbot: QtBot, context: Context, people: PeopleService) -> None:
    page = open_page(qtbot, context)
    assert page.subtitle() == "0 in this group"
    assert "Nobody is here yet" in read(page.list_card)
    assert "Nobody is chosen" in read(page.detail)
    page.empty.button.click()
    qtbot.keyClicks(box(page.detail.form.fields["name"]), "Ana")
    press(qtbot, Key.Key_Return)
    assert people.count() == 1
    assert listed(page) == ["Ana"]
    assert page.subtitle() == "1 in this group"


# -- adding --------------------------------------------------------------------------------------


def test_adding_needs_only_a_name_and_goes_on_with_the_rest(
    page: PeoplePage, qtbot: QtBot, cabinet: Place
) -> None:
    (add,) = page.header_buttons()
    add.show()
    with qtbot.waitSignal(page.header_changed):
        qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
        form = page.detail.form
        assert box(form.fields["name"]).hasFocus()
        assert not form.fields["phone"].isVisible()
        qtbot.keyClicks(box(form.fields["name"]), "Cy")
        press(qtbot, Key.Key_Return)
    assert str(cabinet.undo_label) == "Added Cy"
    assert listed(page) == ["Ana", "Bo", "Cy", "Jo", "Tom"]
    assert box(form.fields["pronouns"]).hasFocus()
    qtbot.keyClicks(box(form.fields["pronouns"]), "they/them")
    press(qtbot, Key.Key_Return)
    assert page.service.detail(_uid(page, "Cy"))["pronouns"] == "they/them"
    form.finish.click()
    assert "How to reach Cy safely" in read(page.detail)
    assert "they/them" in read(page.detail)
    press(qtbot, Key.Key_F2, page.table)
    assert page.detail.is_writing()


@pytest.mark.parametrize("way", ["escape", "button"])
def test_not_adding_leaves_nothing(page: PeoplePage, qtbot: QtBot, way: str) -> None:
    qtbot.keyClick(page.table, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = page.detail.form
    qtbot.keyClicks(box(form.fields["name"]), "Cy")
    if way == "escape":
        press(qtbot, Key.Key_Escape)
    else:
        qtbot.mouseClick(form.finish, Qt.MouseButton.LeftButton)
    qtbot.wait(1)
    assert listed(page) == ["Ana", "Bo", "Jo", "Tom"]
    assert "How to reach Ana safely" in read(page.detail)


def test_a_name_that_was_typed_is_not_lost_on_leaving(page: PeoplePage, qtbot: QtBot) -> None:
    page.add_somebody()
    qtbot.keyClicks(box(page.detail.form.fields["name"]), "Cy")
    page.flush()
    assert "Cy" in listed(page)


def test_adding_without_a_name_says_what_is_needed(page: PeoplePage, qtbot: QtBot) -> None:
    page.add_somebody()
    press(qtbot, Key.Key_Return)
    assert "A name is needed here" in page.detail.form.fields["name"].problem.text()
    page.table.show_id(page.service.detail(_uid(page, "Bo")).id)
    page._picked(page.table.current_id() or 0)
    assert "How to reach Bo safely" in read(page.detail)


# -- writing in place ----------------------------------------------------------------------------


def test_a_value_is_changed_where_it_stands(page: PeoplePage, qtbot: QtBot, cabinet: Place) -> None:
    place = page.detail.reading.places["name"]
    qtbot.mouseClick(place.button, Qt.MouseButton.LeftButton)
    edit = box(place.editor)
    assert edit.hasFocus()
    typed(qtbot, edit, "Anita")
    press(qtbot, Key.Key_Return, edit)
    assert place.editor is None
    assert place.button.hasFocus()
    assert listed(page)[0] == "Anita"
    assert "How to reach Anita safely" in read(page.detail)
    cabinet.undo()
    assert listed(page)[0] == "Ana"


def test_escape_puts_back_what_stood_there(
    page: PeoplePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editors, "PAUSE", 1)
    place = page.detail.reading.places["safe_contact"]
    press(qtbot, Key.Key_F2, place.button)
    assert place.editor is not None
    qtbot.keyClicks(place.editor.box, "Call only")
    qtbot.waitUntil(lambda: page.service.detail(_uid(page, "Ana"))["safe_contact"] == "Call only")
    press(qtbot, Key.Key_Escape, place.editor.box)
    assert page.service.detail(_uid(page, "Ana"))["safe_contact"] == "Text only, evenings."


def test_a_long_text_is_kept_with_control_and_enter(page: PeoplePage, qtbot: QtBot) -> None:
    place = page.detail.reading.places["safe_contact"]
    place.button.click()
    assert place.editor is not None
    qtbot.keyClicks(place.editor.box, "Call")
    press(qtbot, Key.Key_Return, place.editor.box)
    qtbot.keyClicks(place.editor.box, "Mornings")
    qtbot.keyClick(place.editor.box, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.service.detail(_uid(page, "Ana"))["safe_contact"] == "Call\nMornings"


def test_leaving_a_value_keeps_it(page: PeoplePage, qtbot: QtBot) -> None:
    place = page.detail.reading.places["phone"]
    place.button.click()
    typed(qtbot, box(place.editor), "0123")
    page.table.setFocus()
    qtbot.waitUntil(lambda: place.editor is None)
    assert page.service.detail(_uid(page, "Ana"))["phone"] == "0123"


def test_an_empty_name_is_not_kept_and_says_so(page: PeoplePage, qtbot: QtBot) -> None:
    place = page.detail.reading.places["name"]
    place.button.click()
    box(place.editor).clear()
    press(qtbot, Key.Key_Return)
    assert place.editor is not None
    assert "A name is needed" in place.editor.problem.text()
    page.flush()
    assert "A name is needed" in page.detail.message.text()
    assert listed(page)[0] == "Ana"


def test_the_field_somebody_writes_in_is_not_reloaded(page: PeoplePage, qtbot: QtBot) -> None:
    page.detail.edit("languages")
    qtbot.keyClicks(box(page.detail.form.fields["languages"]), ", French")
    page.service.edit(_uid(page, "Ana"), "pronouns", "they/them")
    form = page.detail.form
    assert box(form.fields["pronouns"]).text() == "they/them"
    assert box(form.fields["languages"]).text().endswith("French")


# -- the form ------------------------------------------------------------------------------------


def test_the_form_has_every_field_and_saves_each(page: PeoplePage, qtbot: QtBot) -> None:
    page.detail.reading.edit.click()
    form = page.detail.form
    assert box(form.fields["name"]).hasFocus()
    values: dict[Field, str] = {
        "code": "A7",
        "email": "ana@example.org",
        "since": "April 2025",
    }
    for field, value in values.items():
        form.focus(field)
        typed(qtbot, box(form.fields[field]), value)
    combo = form.fields["role"].box
    combo.setFocus()
    press(qtbot, Key.Key_Up, combo)
    cast(FieldEditor, form.fields["role"]).flush()
    form.answers["text"].buttons()[0].click()
    form.answers["photos"].buttons()[2].click()
    form.finish.click()
    detail = page.service.detail(_uid(page, "Ana"))
    assert (detail["code"], detail["email"], detail["since"], detail["role"]) == (
        "A7",
        "ana@example.org",
        "2025-04",
        "helper",
    )
    assert [a.purpose for a in detail.agreed] == ["agreement", "text"]
    words = read(page.detail)
    assert "here since April 2025" in words
    assert "A7" in words
    assert "ana@example.org" not in words


def test_phones_are_dots_until_somebody_is_in_the_field(page: PeoplePage, qtbot: QtBot) -> None:
    page.detail.edit()
    phone = box(page.detail.form.fields["phone"])
    qtbot.waitUntil(lambda: phone.echoMode() == QLineEdit.EchoMode.Password)
    page.detail.form.focus("phone")
    qtbot.waitUntil(lambda: phone.echoMode() == QLineEdit.EchoMode.Normal)
    page.detail.form.focus("name")
    qtbot.waitUntil(lambda: phone.echoMode() == QLineEdit.EchoMode.Password)


def test_rather_not_say_is_kept_apart_from_blank(page: PeoplePage, qtbot: QtBot) -> None:
    page.open_item("person", _uid(page, "Bo"))
    page.detail.edit("pronouns")
    field = page.detail.form.fields["pronouns"]
    assert field.rather_not is not None
    assert field.rather_not.isVisible()
    qtbot.mouseClick(field.rather_not, Qt.MouseButton.LeftButton)
    assert page.service.detail(_uid(page, "Bo"))["pronouns"] == PREFER_NOT
    assert not field.rather_not.isVisible()
    page.detail.form.focus("phone")
    phone = page.detail.form.fields["phone"]
    assert phone.rather_not is not None
    phone.rather_not.click()
    page.detail.form.finish.click()
    assert "Prefers not to say" in read(page.detail)
    page.detail.edit("pronouns")
    box(field).clear()
    page.flush()
    assert page.service.detail(_uid(page, "Bo"))["pronouns"] == ""


def test_enter_goes_through_the_form_and_escape_ends_it(page: PeoplePage, qtbot: QtBot) -> None:
    page.detail.edit("name")
    press(qtbot, Key.Key_Return)
    assert box(page.detail.form.fields["pronouns"]).hasFocus()
    qtbot.keyClicks(box(page.detail.form.fields["pronouns"]), "x")
    press(qtbot, Key.Key_Escape)
    assert page.detail.is_writing()
    assert page.service.detail(_uid(page, "Ana"))["pronouns"] == "she/her"
    press(qtbot, Key.Key_Escape)
    assert not page.detail.is_writing()
    assert page.detail.reading.edit.hasFocus()


def test_a_date_that_cannot_be_read_says_how(page: PeoplePage, qtbot: QtBot) -> None:
    page.detail.edit("since")
    since = page.detail.form.fields["since"]
    typed(qtbot, box(since), "last spring")
    press(qtbot, Key.Key_Return)
    assert "could not be read" in since.problem.text()
    assert page.service.detail(_uid(page, "Ana"))["since"] == "2026-03"


def test_a_full_disk_is_said_in_the_field(
    page: PeoplePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object, **_named: object) -> bool:
        raise DiskFull()

    page.detail.edit("languages")
    monkeypatch.setattr(page.service, "edit", full)
    monkeypatch.setattr(page.service, "archive", full)
    qtbot.keyClicks(box(page.detail.form.fields["languages"]), "!")
    page.flush()
    assert "no room left" in page.detail.form.fields["languages"].problem.text()
    page.detail.archive.click()
    assert "no room left" in page.detail.message.text()


# -- hidden things -------------------------------------------------------------------------------


def test_a_phone_shows_for_thirty_seconds(page: PeoplePage, qtbot: QtBot) -> None:
    phone = page.detail.reading.phone
    assert phone.link.text() == "show for 30 s"
    qtbot.mouseClick(phone.link, Qt.MouseButton.LeftButton)
    assert phone.words.text() == "07700 900123"
    assert phone._timer.interval() == 30_000
    phone._timer.timeout.emit()
    assert phone.words.text() == "Hidden"
    phone.link.click()
    phone.link.click()
    assert phone.words.text() == "Hidden"
    phone.link.click()
    page.open_item("person", _uid(page, "Bo"))
    assert phone.words.text() == "Not written down"
    page.open_item("person", _uid(page, "Ana"))
    assert phone.words.text() == "Hidden"


def test_leaving_the_page_hides_phones(page: PeoplePage) -> None:
    emergency = page.detail.reading.emergency
    emergency.link.click()
    assert emergency.words.text() == "Sister 07700 900456"
    page.hide()
    assert emergency.words.text() == "Sister"


def test_closed_names_leave_only_initials(
    page: PeoplePage, names: NamesCurtain, qtbot: QtBot, people: PeopleService
) -> None:
    people.edit(_uid(page, "Bo"), "access_needs", "large print")
    names.set_shared(True)
    page.refresh(frozenset())
    assert listed(page) == ["A.", "B.", "J.", "T."]
    words = read(page)
    for hidden in ("Ana", "she/her", "Text only", "Sister", "photos"):
        assert hidden not in words
    assert "Names are closed" in words
    assert not page.detail.footer.isVisible()
    from peerdesk.ui.table import TAGS

    assert page.model.index(1, 3).data(TAGS) == []
    page.detail.edit()
    assert not page.detail.is_writing()
    press(qtbot, Key.Key_Return, page.table)
    assert page.detail.closed.button.hasFocus()
    page.detail.closed.button.click()
    page.refresh(frozenset())
    assert listed(page)[0] == "Ana"
    assert "How to reach Ana safely" in read(page.detail)
    assert page.model.index(1, 3).data(TAGS) == [("large print", "accent")]


def test_closing_names_keeps_what_is_being_written(page: PeoplePage, names: NamesCurtain) -> None:
    page.detail.edit("languages")
    box(page.detail.form.fields["languages"]).setText("Welsh")
    names.close()
    assert not page.detail.is_writing()
    assert page.service.detail(_uid(page, "Ana"))["languages"] == "Welsh"


# -- archive and erase ---------------------------------------------------------------------------


def test_archive_and_bring_back(page: PeoplePage, cabinet: Place) -> None:
    assert not page.archived.isVisible()
    page.detail.archive.click()
    assert listed(page) == ["Bo", "Jo", "Tom"]
    assert str(cabinet.undo_label) == "Archived Ana"
    assert page.archived.isVisible()
    page.archived.click()
    assert listed(page) == ["Ana", "Bo", "Jo", "Tom"]
    from peerdesk.ui.table import TAGS

    assert page.model.index(0, 3).data(TAGS) == [("archived", "neutral")]
    page.detail.bring_back.click()
    assert page.service.count() == 4


def test_somebody_archived_can_be_opened_from_elsewhere(page: PeoplePage) -> None:
    bo = _uid(page, "Bo")
    page.service.archive(bo)
    page.open_item("person", bo)
    assert "Bo" in listed(page)
    assert "How to reach Bo safely" in read(page.detail)


def test_erasing_asks_once_and_keep_keeps(page: PeoplePage, qtbot: QtBot) -> None:
    page.detail.erase.click()
    dialog = page.dialog
    assert isinstance(dialog, EraseDialog)
    words = read(dialog)
    assert "Erase Ana for good?" in words
    assert "It cannot come back" in words
    qtbot.waitUntil(dialog.keep.hasFocus)
    assert walk(dialog) == []
    qtbot.keyClick(dialog.keep, Key.Key_Return)
    assert listed(page)[0] == "Ana"


def test_erasing_for_good(page: PeoplePage, qtbot: QtBot, cabinet: Place) -> None:
    page.detail.erase.click()
    qtbot.mouseClick(page.dialog.erase, Qt.MouseButton.LeftButton)
    assert listed(page) == ["Bo", "Jo", "Tom"]
    assert "Nobody is chosen" in read(page.detail)
    assert not page.detail.message.isVisible()
    assert cabinet.undo() is None


def test_what_cannot_be_erased_stays(page: PeoplePage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_uid: bytes) -> None:
        raise DiskFull()

    monkeypatch.setattr(page.service, "erase", full)
    page.detail.erase_now()
    assert "no room left" in page.detail.message.text()
    assert "How to reach Ana safely" in read(page.detail)


def test_undoing_an_add_leaves_nobody_chosen(page: PeoplePage, cabinet: Place) -> None:
    page.service.add_person("Cy")
    page.open_item("person", _uid(page, "Cy"))
    cabinet.undo()
    assert "Nobody is chosen" in read(page.detail)
    assert not page.detail.message.isVisible()


def test_somebody_gone_meanwhile_is_said(page: PeoplePage) -> None:
    page.open_item("person", b"?" * 16)
    assert "not in the list any more" in page.detail.message.text()


# -- room and shapes -----------------------------------------------------------------------------


def test_narrow_pages_show_one_at_a_time(
    qtbot: QtBot, context: Context, group: dict[str, bytes]
) -> None:
    page = open_page(qtbot, context, width=500)
    assert page.list_card.isVisible()
    assert not page.detail.isVisible()
    press(qtbot, Key.Key_Return, page.table)
    assert page.detail.isVisible()
    assert not page.list_card.isVisible()
    page.detail.back_button.click()
    assert page.list_card.isVisible()
    page.open_item("person", group["Bo"])
    assert "How to reach Bo safely" in read(page.detail)
    page.resize(1200, 686)
    assert page.list_card.isVisible()
    assert page.detail.isVisible()


@pytest.mark.parametrize("face", ["reading", "form", "new", "place", "closed", "nobody"])
@pytest.mark.parametrize(("scale", "rtl"), [(1.0, False), (2.0, False), (1.0, True)])
def test_every_face_can_be_reached_read_and_named(
    page: PeoplePage, qapp: QApplication, names: NamesCurtain, face: str, scale: float, rtl: bool
) -> None:
    long = "Anastasia-Wilhelmine von der Hohenstein-Rautenberg"
    page.service.edit(_uid(page, "Ana"), "name", long)
    theme.apply(qapp, "dark", scale)
    direction = Qt.LayoutDirection
    qapp.setLayoutDirection(direction.RightToLeft if rtl else direction.LeftToRight)
    page._arrange(True)
    if face == "form":
        page.detail.edit()
    elif face == "new":
        page.add_somebody()
    elif face == "place":
        page.detail.reading.places["phone"].start()
    elif face == "closed":
        names.close()
    elif face == "nobody":
        page.detail.show_nobody()
    for _ in range(4):
        qapp.processEvents()
    assert [str(p) for p in walk(page)] == []


def test_the_room_counts_and_finds(context: Context, group: dict[str, bytes]) -> None:
    assert ROOM.title() == "People"
    assert ROOM.count is not None
    assert ROOM.find is not None
    assert ROOM.count(context) == 4
    (item,) = ROOM.find(context, "tom")
    assert (item.title, item.detail, item.uid, item.names) == ("Tom", "New", group["Tom"], True)
    PeopleService(context.cabinet).archive(group["Tom"])
    assert ROOM.find(context, "tom")[0].detail == "archived"
    closed = Context(clock=context.clock, names=context.names, jobs=context.jobs)
    assert ROOM.count(closed) is None
    assert ROOM.find(closed, "tom") == []


def test_the_room_makes_its_page(qtbot: QtBot, context: Context) -> None:
    made = ROOM.page(context)
    qtbot.addWidget(made)
    assert made.title() == "People"
