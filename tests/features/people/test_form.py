from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from peerdesk.features.people.editors import FieldEditor
from peerdesk.features.people.page import PeoplePage
from peerdesk.features.people.words import PREFER_NOT, Field
from peerdesk.store.connection import DiskFull

from .acting import box, press, read, typed, uid_of

Key = Qt.Key


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
    detail = page.service.detail(uid_of(page, "Ana"))
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
    page.open_item("person", uid_of(page, "Bo"))
    page.detail.edit("pronouns")
    field = page.detail.form.fields["pronouns"]
    assert field.rather_not is not None
    assert field.rather_not.isVisible()
    qtbot.mouseClick(field.rather_not, Qt.MouseButton.LeftButton)
    assert page.service.detail(uid_of(page, "Bo"))["pronouns"] == PREFER_NOT
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
    assert page.service.detail(uid_of(page, "Bo"))["pronouns"] == ""


def test_enter_goes_through_the_form_and_escape_ends_it(page: PeoplePage, qtbot: QtBot) -> None:
    page.detail.edit("name")
    press(qtbot, Key.Key_Return)
    assert box(page.detail.form.fields["pronouns"]).hasFocus()
    qtbot.keyClicks(box(page.detail.form.fields["pronouns"]), "x")
    press(qtbot, Key.Key_Escape)
    assert page.detail.is_writing()
    assert page.service.detail(uid_of(page, "Ana"))["pronouns"] == "she/her"
    press(qtbot, Key.Key_Escape)
    assert not page.detail.is_writing()
    assert page.detail.reading.edit.hasFocus()


def test_a_date_that_cannot_be_read_says_how(page: PeoplePage, qtbot: QtBot) -> None:
    page.detail.edit("since")
    since = page.detail.form.fields["since"]
    typed(qtbot, box(since), "last spring")
    press(qtbot, Key.Key_Return)
    assert "could not be read" in since.problem.text()
    assert page.service.detail(uid_of(page, "Ana"))["since"] == "2026-03"


def test_a_full_disk_is_said_in_the_field(
    page: PeoplePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object, **_named: object) -> bool:
        raise DiskFull()

    page.detail.edit("languages")
    monkeypatch.setattr(page.service, "edit", full)
    monkeypatch.setattr(page.service, "archive", full)
    qtbot.keyClicks(box(page.detail.form.fields["languages"]), "!")
    with pytest.raises(DiskFull):
        page.flush()
    assert "no room left" in page.detail.form.fields["languages"].problem.text()
    page.detail.archive.click()
    assert "no room left" in page.detail.message.text()


def test_two_of_one_name_are_noticed(page: PeoplePage) -> None:
    page.detail.edit()
    hint = page.detail.form.fields["name"].hint
    assert "Any name" in hint.text()
    page.service.add_person("ana")
    assert "Somebody else goes by this name too" in hint.text()


@pytest.mark.parametrize("field", ["line", "agreed"])
def test_what_has_no_place_of_its_own_opens_the_form(page: PeoplePage, field: str) -> None:
    reading = page.detail.reading
    (reading.line_button if field == "line" else reading.agreed).click()
    form = page.detail.form
    target = form.answers["agreement"].buttons()[0] if field == "agreed" else None
    assert (target or form.fields["pronouns"].box).hasFocus()


def test_a_role_of_another_version_stays_as_it_is(page: PeoplePage) -> None:
    page.service.edit(uid_of(page, "Ana"), "role", "treasurer")
    assert page.model.index(0, 1).data() == "treasurer"
    page.detail.edit()
    page.flush()
    assert page.service.detail(uid_of(page, "Ana"))["role"] == "treasurer"


def test_where_somebody_joins_from_is_asked_only_of_who_agreed(
    page: PeoplePage, qtbot: QtBot
) -> None:
    page.detail.edit()
    form = page.detail.form
    uid = uid_of(page, "Ana")
    where = form.fields["whereabouts"]
    assert where.isHidden()
    way = form.fields["usual_way"]
    way.box.setFocus()
    press(qtbot, Key.Key_Down, way.box)
    press(qtbot, Key.Key_Down, way.box)
    way.flush()
    assert page.service.detail(uid)["usual_way"] == "phone"
    assert "By phone" in page.detail.reading.line.text()
    form.answers["whereabouts"].buttons()[0].click()
    assert where.isVisible()
    form.focus("whereabouts")
    typed(qtbot, box(where), "12 Mill Lane")
    form.focus("name")
    assert page.service.detail(uid)["whereabouts"] == "12 Mill Lane"
    qtbot.waitUntil(lambda: box(where).echoMode() == QLineEdit.EchoMode.Password)
    form.answers["whereabouts"].buttons()[1].click()
    assert where.isHidden()
    assert page.service.detail(uid)["whereabouts"] == ""
