from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peerdesk.features.people.erase import EraseDialog
from peerdesk.features.people.page import PeoplePage
from peerdesk.features.people.service import PeopleService
from peerdesk.store.connection import DiskFull
from peerdesk.store.place import Place
from peerdesk.ui.a11y import walk
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.table import TAGS

from .acting import box, listed, press, read, uid_of

Key = Qt.Key


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
    page.open_item("person", uid_of(page, "Bo"))
    assert phone.words.text() == "Not written down"
    page.open_item("person", uid_of(page, "Ana"))
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
    people.edit(uid_of(page, "Bo"), "access_needs", "large print")
    names.set_shared(True)
    page.refresh(frozenset())
    assert listed(page) == ["A.", "B.", "J.", "T."]
    words = read(page)
    for hidden in ("Ana", "she/her", "Text only", "Sister", "photos"):
        assert hidden not in words
    assert "Names are closed" in words
    assert not page.detail.footer.isVisible()
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
    assert page.service.detail(uid_of(page, "Ana"))["languages"] == "Welsh"


def test_archive_and_bring_back(page: PeoplePage, cabinet: Place) -> None:
    assert not page.archived.isVisible()
    page.detail.archive.click()
    assert listed(page) == ["Bo", "Jo", "Tom"]
    assert str(cabinet.undo_label) == "Archived Ana"
    assert page.archived.isVisible()
    page.archived.click()
    assert listed(page) == ["Ana", "Bo", "Jo", "Tom"]
    assert page.model.index(0, 3).data(TAGS) == [("archived", "neutral")]
    page.detail.bring_back.click()
    assert page.service.count() == 4


def test_somebody_archived_can_be_opened_from_elsewhere(page: PeoplePage) -> None:
    bo = uid_of(page, "Bo")
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


@pytest.mark.parametrize("evenings", [0, 2])
def test_the_question_says_what_erasing_gives_up(
    page: PeoplePage, evenings: int, qtbot: QtBot
) -> None:
    """Only when there is something: an evening whose sheet nobody could read so far."""
    page.context.extra["given_up_by_erasing"] = lambda: evenings
    page.detail.erase.click()
    words = read(page.dialog)
    assert ("cannot be read just now" in words) == bool(evenings)
    assert ("gives up what they still hold" in words) == bool(evenings)
    assert not evenings or str(evenings) in words
    qtbot.waitUntil(page.dialog.keep.hasFocus)
    assert walk(page.dialog) == []
    page.dialog.reject()


def test_erasing_for_good(page: PeoplePage, qtbot: QtBot, cabinet: Place) -> None:
    page.detail.erase.click()
    qtbot.mouseClick(page.dialog.erase, Qt.MouseButton.LeftButton)
    assert listed(page) == ["Bo", "Jo", "Tom"]
    assert "Nobody is chosen" in read(page.detail)
    assert not page.detail.message.isVisible()
    assert cabinet.undo() is None


def test_what_waits_elsewhere_is_taken_over_before(page: PeoplePage) -> None:
    """Or nobody is erased: a name could stay in an evening that was not taken over."""
    said: list[str] = []

    def before() -> None:
        said.append("before")
        raise DiskFull

    page.detail.before_erasing = before
    page.detail.erase_now()
    assert said == ["before"]
    assert "no room left" in page.detail.message.text()
    assert listed(page)[0] == "Ana"
    page.detail.before_erasing = lambda: said.append("again")
    page.detail.erase_now()
    assert (said, listed(page)) == (["before", "again"], ["Bo", "Jo", "Tom"])


def test_what_cannot_be_erased_stays(page: PeoplePage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_uid: bytes) -> None:
        raise DiskFull()

    monkeypatch.setattr(page.service, "erase", full)
    page.detail.erase_now()
    assert "no room left" in page.detail.message.text()
    assert "How to reach Ana safely" in read(page.detail)


def test_undoing_an_add_leaves_nobody_chosen(page: PeoplePage, cabinet: Place) -> None:
    page.service.add_person("Cy")
    page.open_item("person", uid_of(page, "Cy"))
    cabinet.undo()
    assert "Nobody is chosen" in read(page.detail)
    assert not page.detail.message.isVisible()


def test_somebody_gone_meanwhile_is_said(page: PeoplePage) -> None:
    page.open_item("person", b"?" * 16)
    assert "not in the list any more" in page.detail.message.text()
