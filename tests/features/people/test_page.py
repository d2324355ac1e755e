"""The page as a person uses it: real widgets, real keys, a real locked cabinet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.features.people.page import PeoplePage
from peerdesk.features.people.service import PeopleService
from peerdesk.store.place import Place
from peerdesk.ui import theme
from peerdesk.ui.a11y import walk
from peerdesk.ui.context import Context
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.table import TAGS
from peerdesk.ui.widgets import Tag

from .acting import box, listed, open_page, press, read, uid_of

Key = Qt.Key


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
    assert page.table.current_id() == page.service.detail(uid_of(page, "Bo")).id


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
    assert page.service.detail(uid_of(page, "Cy"))["pronouns"] == "they/them"
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
    QApplication.processEvents()
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
    page.table.show_id(page.service.detail(uid_of(page, "Bo")).id)
    page._picked(page.table.current_id() or 0)
    assert "How to reach Bo safely" in read(page.detail)


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


@pytest.mark.parametrize("face", ["reading", "blank", "form", "new", "place", "closed", "nobody"])
@pytest.mark.parametrize(("scale", "rtl"), [(1.0, False), (2.0, False), (1.0, True)])
def test_every_face_can_be_reached_read_and_named(
    page: PeoplePage, qapp: QApplication, names: NamesCurtain, face: str, scale: float, rtl: bool
) -> None:
    long = "Anastasia-Wilhelmine von der Hohenstein-Rautenberg"
    page.service.edit(uid_of(page, "Ana"), "name", long)
    theme.apply(qapp, "dark", scale)
    direction = Qt.LayoutDirection
    qapp.setLayoutDirection(direction.RightToLeft if rtl else direction.LeftToRight)
    page._arrange(True)
    if face == "blank":
        page.open_item("person", uid_of(page, "Bo"))
    elif face == "form":
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
