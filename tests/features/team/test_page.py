"""Team notes as two facilitators use them: real widgets on a real cabinet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.team.page import TeamPage
from peerdesk.features.team.room import room
from peerdesk.features.team.service import TeamService
from peerdesk.store.cabinet import Keyholder
from peerdesk.store.place import Place
from peerdesk.ui import a11y, theme
from peerdesk.ui.context import Context

from .conftest import ANA, TOM, Make, shown


def replies(page: TeamPage) -> list[str]:
    return [entry.byline.text() for _box, entry in page.card.replies.values()]


# -- writing -------------------------------------------------------------------------------------


def test_nothing_written_yet_offers_to_write(make: Make, maria: TeamService) -> None:
    page = make()
    assert page.title() == "Team notes"
    assert page.header_buttons() == [page.new]
    assert page.empty.isVisible()
    assert not page.filter_row.isVisible()
    page.empty.button.click()
    assert page.card.entry.title.hasFocus()
    assert page.card.entry.hint.isVisible()
    assert not page.card.archive.isVisible()
    assert not page.card.differ.isVisible()
    assert not page.card.entry.erase.isVisible()
    assert maria.count() == 0


def test_a_new_note_saves_itself_after_a_pause(
    make: Make, maria: TeamService, qtbot: QtBot
) -> None:
    page = make()
    page.new.click()
    entry = page.card.entry
    qtbot.keyClicks(entry.title, "Tuesday")
    assert maria.count() == 0
    qtbot.waitUntil(lambda: maria.count() == 1)
    assert shown(page) == ["Tuesday"]
    assert page.card.saved.text() == "Saved 20:21"
    assert entry.title.hasFocus()
    qtbot.keyClick(entry.title, Qt.Key.Key_Return)
    qtbot.keyClicks(entry.body, "Eight people.")
    page.flush()
    assert page.card.uid is not None
    assert getattr(maria.note(page.card.uid), "body", "") == "Eight people."
    assert entry.byline.text() == "Maria · Today 20:21"


def test_an_empty_new_note_leaves_nothing(make: Make, maria: TeamService, qtbot: QtBot) -> None:
    page = make()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.card.entry.body, "  ")
    page.flush()
    assert maria.count() == 0


def test_undoing_a_new_note_closes_it(make: Make, maria: TeamService, cabinet: Place) -> None:
    page = make()
    page.begin()
    page.card.entry.title.insertPlainText("Tuesday")
    page.flush()
    cabinet.undo()
    assert not page.card.isVisible()
    assert page.empty.isVisible()


def test_the_field_being_typed_in_is_not_reloaded(make: Make, maria: TeamService) -> None:
    uid = maria.write("A", "b")
    page = make()
    page.card.entry.body.setFocus()
    maria.save_body(uid, "elsewhere")
    maria.save_title(uid, "New")
    assert page.card.entry.body.note() == "b"
    assert page.card.entry.title.title() == "New"
    page.search.setFocus()
    page.refresh(frozenset())
    assert page.card.entry.body.note() == "elsewhere"
    page.refresh(frozenset({"meeting"}))


def test_a_full_disk_is_said_and_the_words_stay(
    make: Make, maria: TeamService, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = maria.write("A", "b")
    page = make()
    entry = page.card.entry

    def full(*_: object) -> bool:
        raise KnownError(translate("Store", "There is no room left."))

    monkeypatch.setattr(page.team, "save_body", full)
    monkeypatch.setattr(page.team, "erase", full)
    entry.body.insertPlainText("more ")
    page.flush()
    assert entry.message.text() == "There is no room left."
    assert entry.body.note() == "more b"
    monkeypatch.undo()
    entry.message.button.click()
    assert entry.message.isHidden()
    assert getattr(maria.note(uid), "body", "") == "more b"
    monkeypatch.setattr(page.team, "erase", full)
    entry.erase.click()
    entry.really.click()
    assert entry.message.text() == "There is no room left."


# -- I saw it differently ------------------------------------------------------------------------


def test_anothers_note_can_be_read_and_answered_but_not_changed(
    make: Make, tom: TeamService, maria: TeamService, clock: FixedClock, qtbot: QtBot
) -> None:
    uid = tom.write("Tuesday", "# Who\n- eight people")
    clock.advance(minutes=3)
    page = make()
    card = page.card
    assert card.entry.heading.text() == "Tuesday"
    assert card.entry.words.text() == "Who\n• eight people"
    for hidden in (card.entry.title, card.entry.body, card.entry.erase, card.archive, card.belongs):
        assert not hidden.isVisible()
    assert card.saved.text() == ""
    card.differ.click()
    card.see_differently()
    assert card.draft is not None
    draft = card.draft
    assert draft.body.hasFocus()
    assert not card.differ.isVisible()
    qtbot.keyClicks(draft.body, "Nine, I think.")
    page.flush()
    assert card.draft is None
    assert replies(page) == ["Maria · Today 20:24"]
    assert draft.body.hasFocus()
    assert draft.erase.text() == "Erase for good…"
    note = maria.note(uid)
    assert note is not None
    assert [r.body for r in note.replies] == ["Nine, I think."]
    qtbot.keyClicks(draft.body, " Or ten.")
    page.flush()
    assert draft.body.note() == "Nine, I think. Or ten."
    assert not draft.later.isVisible()
    clock.advance(minutes=1)
    tom.save_body(uid, "nine people")
    assert draft.later.isVisible()
    assert card.saved.text() == "Changed Today 20:25"
    assert card.differ.isVisible()


def test_a_view_beneath_can_be_left_and_erased(
    make: Make, tom: TeamService, maria: TeamService
) -> None:
    uid = tom.write("Tuesday")
    mine = maria.see_differently(uid, "Nine.")
    theirs = tom.see_differently(uid, "Eight.")
    page = make()
    page.card.differ.click()
    assert page.card.draft is not None
    page.card.draft.erase.click()
    assert page.card.draft is None
    assert page.card.differ.isVisible()
    assert mine is not None
    assert theirs is not None
    assert not page.card.replies[theirs][1].foot.isVisible()
    entry = page.card.replies[mine][1]
    entry.erase.click()
    assert entry.keep.hasFocus()
    entry.keep.click()
    assert entry.foot.isVisible()
    entry.erase.click()
    entry.really.click()
    assert list(page.card.replies) == [theirs]


def test_a_draft_without_words_is_not_kept(make: Make, tom: TeamService) -> None:
    tom.write("Tuesday")
    tom.write("Wednesday")
    page = make()
    page.card.differ.click()
    page.open_item("team_note", tom.write("Thursday"))
    assert page.card.draft is None
    assert tom.count() == 3


def test_my_own_note_is_answered_only_after_others_have(
    make: Make, tom: TeamService, maria: TeamService
) -> None:
    uid = maria.write("Tuesday")
    page = make()
    assert not page.card.differ.isVisible()
    tom.see_differently(uid, "Eight.")
    assert page.card.differ.isVisible()


def test_what_stood_beneath_an_erased_note_says_so(
    make: Make, tom: TeamService, maria: TeamService
) -> None:
    uid = maria.write("Tuesday")
    reply = tom.see_differently(uid, "Eight.")
    page = make()
    page.card.entry.erase.click()
    assert "What others wrote" in page.card.entry.asking_words.text()
    page.card.entry.really.click()
    assert page.card.uid == reply
    assert page.card.alone.isVisible()


def test_somebody_who_left_is_named(make: Make, tom: TeamService) -> None:
    tom.write("Tuesday")
    Keyholder.delete().where(Keyholder.uid == TOM).execute()
    page = make()
    assert page.card.entry.byline.text() == "Tom Q, no longer here · Today 20:21"


# -- names closed --------------------------------------------------------------------------------


def test_while_names_are_closed_nothing_of_a_text_is_shown(
    make: Make, maria: TeamService, tom: TeamService, context: Context
) -> None:
    maria.write("", "Ana cried.")
    uid = maria.write("Walk with Ana", "Ana was tired.")
    maria.belong_to(uid, "person", ANA, "Ana")
    tom.see_differently(uid, "Ana was angry.")
    page = make()
    page.open_item("team_note", uid)
    page.card.entry.body.setFocus()
    page.card.entry.body.insertPlainText("x")
    context.names.close()
    assert getattr(maria.note(uid), "body", "").startswith("x")
    assert shown(page) == ["Walk with A.", "Note without a title"]
    details = [page._detail(row) for row in page.team.rows(page.team.ids())]
    assert details == ["M., T. · about A.", "M."]
    page.search.setText("tired")
    assert page._detail(page.team.rows(page.team.ids("tired"), "tired")[0]) == "M., T. · about A."
    card = page.card
    assert card.closed.isVisible()
    assert card.closed.words.text() == "Press F8 to read."
    assert card.closed_title.text() == "Walk with A."
    assert card.closed_byline.text() == "M. · Today 20:21"
    assert card.about.text() == "about A."
    seen = [
        w.text()
        for w in page.findChildren(QWidget)
        if w.isVisible() and callable(getattr(w, "text", None))
    ]
    assert not [words for words in seen if "Ana" in words]
    assert not card.entry.isVisible()
    assert not card.beneath.isVisible()
    assert "about A." in [page.filter.itemText(n) for n in range(page.filter.count())]
    card.closed.button.click()
    assert card.entry.isVisible()
    assert card.beneath.isVisible()
    assert card.entry.title.title() == "Walk with Ana"


def test_writing_opens_names(make: Make, context: Context) -> None:
    page = make()
    context.names.close()
    page.new.click()
    assert context.names.is_open()
    assert page.card.entry.title.hasFocus()
    context.names.close()
    assert not page.card.closed_title.isVisible()


# -- the house -----------------------------------------------------------------------------------


def test_a_long_view_stays_in_sight_while_it_is_written(
    make: Make, tom: TeamService, qtbot: QtBot
) -> None:
    tom.write("Tuesday", "one line\n" * 40)
    page = make()
    page.card.differ.click()
    assert page.card.draft is not None
    body = page.card.draft.body
    qtbot.keyClicks(body, "now")
    at = body.viewport().mapTo(page.card.column.viewport(), body.cursorRect().center())
    assert page.card.column.viewport().rect().contains(at)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_can_be_used(
    make: Make, qapp: QApplication, tom: TeamService, maria: TeamService, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    try:
        uid = tom.write("Tuesday with a long title that goes on and on", "Eight people.")
        maria.see_differently(uid, "Nine.")
        page = make(width=1064 if scale == 1.0 else 760)
        page.card.differ.click()
        for _ in range(5):
            qapp.processEvents()
        problems = [p for p in a11y.walk(page, QSize(1280, 800)) if p.kind != "window"]
        assert not problems, "\n".join(map(str, problems))
    finally:
        theme.apply(qapp, "light", 1.0)


def test_the_room_gives_page_and_find(
    context: Context, maria: TeamService, qtbot: QtBot, make: Make
) -> None:
    uid = maria.write("Spare key", "caretaker")
    maria.write("", "with the caretaker")
    made = room()
    assert (made.key, made.place, made.title(), made.shortcut) == (
        "team",
        "group",
        "Team notes",
        "Ctrl+6",
    )
    assert made.find is not None
    (item,) = made.find(context, "spare")
    assert (item.title, item.detail, item.kind, item.uid, item.names) == (
        "Spare key",
        "Team note, Today 20:21",
        "team_note",
        uid,
        True,
    )
    assert {i.title for i in made.find(context, "caretaker")} == {"Spare key", "with the caretaker"}
    page = made.page(context)
    qtbot.addWidget(page)
    assert isinstance(page, TeamPage)
    context.cabinet = None
    assert made.find(context, "spare") == []
