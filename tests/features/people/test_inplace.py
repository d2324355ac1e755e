from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.features.people import editors
from peerdesk.features.people.page import PeoplePage
from peerdesk.features.people.words import PREFER_NOT
from peerdesk.store.place import Place

from .acting import box, listed, press, read, typed, uid_of

Key = Qt.Key


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
    qtbot.waitUntil(lambda: page.service.detail(uid_of(page, "Ana"))["safe_contact"] == "Call only")
    press(qtbot, Key.Key_Escape, place.editor.box)
    assert page.service.detail(uid_of(page, "Ana"))["safe_contact"] == "Text only, evenings."


def test_a_long_text_is_kept_with_control_and_enter(page: PeoplePage, qtbot: QtBot) -> None:
    place = page.detail.reading.places["safe_contact"]
    place.button.click()
    assert place.editor is not None
    qtbot.keyClicks(place.editor.box, "Call")
    press(qtbot, Key.Key_Return, place.editor.box)
    qtbot.keyClicks(place.editor.box, "Mornings")
    qtbot.keyClick(place.editor.box, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.service.detail(uid_of(page, "Ana"))["safe_contact"] == "Call\nMornings"


def test_leaving_a_value_keeps_it(page: PeoplePage, qtbot: QtBot) -> None:
    place = page.detail.reading.places["phone"]
    place.button.click()
    typed(qtbot, box(place.editor), "0123")
    page.table.setFocus()
    qtbot.waitUntil(lambda: place.editor is None)
    assert page.service.detail(uid_of(page, "Ana"))["phone"] == "0123"


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
    page.service.edit(uid_of(page, "Ana"), "pronouns", "they/them")
    form = page.detail.form
    assert box(form.fields["pronouns"]).text() == "they/them"
    assert box(form.fields["languages"]).text().endswith("French")


def test_keys_reach_a_value_and_its_prefer_not_to_say(page: PeoplePage, qtbot: QtBot) -> None:
    page.open_item("person", uid_of(page, "Bo"))
    place = page.detail.reading.places["phone"]
    press(qtbot, Key.Key_Return, place.button)
    editor = place.editor
    assert editor is not None
    place.start()
    assert place.editor is editor
    assert editor.rather_not is not None
    press(qtbot, Key.Key_Tab, editor.box)
    QApplication.processEvents()
    assert editor.rather_not.hasFocus()
    assert place.editor is editor
    press(qtbot, Key.Key_Return, editor.rather_not)
    assert box(editor).text() == "prefer not to say"
    press(qtbot, Key.Key_Return, editor.box)
    assert page.service.detail(uid_of(page, "Bo"))["phone"] == PREFER_NOT
    assert page.detail.reading.phone.words.text() == "Prefers not to say"


def test_going_past_prefer_not_to_say_ends_the_writing(page: PeoplePage, qtbot: QtBot) -> None:
    page.open_item("person", uid_of(page, "Bo"))
    place = page.detail.reading.places["phone"]
    place.start()
    press(qtbot, Key.Key_Tab, place.editor.box if place.editor else None)
    page.table.setFocus()
    qtbot.waitUntil(lambda: place.editor is None)


def test_space_presses_a_value(page: PeoplePage, qtbot: QtBot) -> None:
    place = page.detail.reading.places["name"]
    press(qtbot, Key.Key_Space, place.button)
    assert place.editor is not None
    page.detail.flush()
