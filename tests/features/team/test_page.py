"""Team notes as two facilitators use them: real widgets on a real cabinet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.notes.belongs import BelongsPanel
from peerdesk.features.notes.editor import NoteBody, NoteTitle
from peerdesk.features.team.page import TeamPage
from peerdesk.features.team.room import room
from peerdesk.features.team.service import TeamService
from peerdesk.store.cabinet import Keyholder
from peerdesk.store.drawer import Identity, open_drawer
from peerdesk.store.place import Place
from peerdesk.ui import a11y, theme
from peerdesk.ui.context import Context
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.room import FoundItem

from .conftest import ANA, EVENING, MARIA, TOM

Make = Callable[..., TeamPage]


def subjects(typed: str) -> list[FoundItem]:
    made = [
        FoundItem("meeting of 24 Nov", "Sleep", "calendar", "group", "meeting", EVENING),
        FoundItem("Ana", "", "person", "group", "person", ANA, names=True),
    ]
    return [f for f in made if typed.lower() in f.title.lower()]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def drawer(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_drawer(tmp_path / "mine.safe", b"d" * 32, clock, tmp_path / "backups")
    Identity.create(uid=MARIA, public_key=b"p" * 32, secret_key=b"s" * 32)
    yield place
    place.close()


@pytest.fixture
def context(cabinet: Place, drawer: Place, clock: FixedClock) -> Context:
    names = NamesCurtain(shared=True)
    names.open()
    return Context(
        clock=clock,
        names=names,
        jobs=None,  # type: ignore[arg-type]
        cabinet=cabinet,
        drawer=drawer,
        extra={
            "note_fields": lambda: (NoteTitle(), NoteBody()),
            "belongs_panel": lambda: BelongsPanel(subjects, names),
        },
    )


@pytest.fixture
def make(qtbot: QtBot, cabinet: Place, context: Context) -> Iterator[Make]:
    left: list[Callable[[], None]] = []

    def build(width: int = 1064) -> TeamPage:
        page = TeamPage(context)
        context.names.setParent(page)
        qtbot.addWidget(page)
        left.append(cabinet.subscribe(lambda change: page.refresh(change.tables)))
        page.resize(width, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    yield build
    for leave in left:
        leave()


def shown(page: TeamPage) -> list[str]:
    return [str(page.model.index(n, 0).data()) for n in range(page.model.rowCount())]


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


# -- the list ------------------------------------------------------------------------------------


@pytest.fixture
def several(maria: TeamService, tom: TeamService, clock: FixedClock) -> dict[str, bytes]:
    made = {"Old": maria.write("Old", "the caretaker has it")}
    clock.advance(days=5)
    made["Mine"] = maria.write("Mine")
    made["Theirs"] = tom.write("Theirs", "ask the caretaker for the key")
    maria.belong_to(made["Mine"], "meeting", EVENING, "meeting of 24 Nov")
    tom.belong_to(made["Theirs"], "person", ANA, "Ana")
    return made


def test_going_through_the_list_by_keyboard(
    make: Make, several: dict[str, bytes], qtbot: QtBot
) -> None:
    page = make()
    assert shown(page) == ["Theirs", "Mine", "Old"]
    assert page.card.uid == several["Theirs"]
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.card.uid == several["Old"]
    assert page.list.hasFocus()
    assert page.card.entry.byline.text() == "Maria · 24 Nov, 20:21"
    assert page.card.saved.text() == "Saved 24 Nov"
    assert page.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Old, Maria, 24 Nov"


def test_narrowing(make: Make, several: dict[str, bytes]) -> None:
    page = make()
    words = [page.filter.itemText(n) for n in range(page.filter.count())]
    assert words == ["Everything", "by Maria", "by Tom Q", "meeting of 24 Nov", "about Ana"]
    for place, titles in ((1, ["Mine", "Old"]), (2, ["Theirs"]), (3, ["Mine"]), (4, ["Theirs"])):
        page.filter.setCurrentIndex(place)
        page.filter.activated.emit(place)
        assert shown(page) == titles
        assert page.filter.currentIndex() == place
    page.search.setText("Old")
    assert shown(page) == []
    assert page.none.text() == "No team note holds this."
    page.open_item("team_note", several["Old"])
    assert shown(page) == ["Theirs", "Mine", "Old"]


def test_search_looks_inside(make: Make, several: dict[str, bytes]) -> None:
    page = make()
    page.search.setText("caretaker")
    assert sorted(shown(page)) == ["Old", "Theirs"]
    assert page._detail(page.team.rows(page.team.ids("key"), "key")[0]).startswith("ask the")


def test_archive_and_bring_back(make: Make, maria: TeamService, cabinet: Place) -> None:
    maria.write("A")
    page = make()
    page.card.archive.click()
    assert page.empty.isVisible()
    assert page.other.text() == "Archived notes (1)"
    page.other.click()
    assert shown(page) == ["A"]
    assert page.card.archive.text() == "Bring back"
    page.card.archive.click()
    assert page.empty.title.text() == "Nothing is archived"
    page.other.click()
    assert shown(page) == ["A"]
    cabinet.undo()
    assert shown(page) == []
    (uid,) = [row.uid for row in maria.rows(maria.ids(archived=True))]
    page.open_item("team_note", uid)
    assert page.other.text() == "Back to team notes"


def test_belonging_to_a_meeting_or_a_person(make: Make, maria: TeamService, qtbot: QtBot) -> None:
    uid = maria.write("A")
    page = make()
    card = page.card
    card.belongs.click()
    qtbot.keyClick(card.panel.search, Qt.Key.Key_Return)
    assert card.about.text() == "meeting of 24 Nov"
    assert card.belongs.text() == "Change…"
    card.belongs.click()
    qtbot.keyClicks(card.panel.search, "ana")
    qtbot.keyClick(card.panel.search, Qt.Key.Key_Return)
    assert card.about.text() == "about Ana"
    card.belongs.click()
    card.panel.nothing.click()
    assert not card.about.isVisible()
    assert getattr(maria.note(uid), "kind", None) == ""
    card.belongs.click()
    qtbot.keyClick(card.panel, Qt.Key.Key_Escape)
    assert card.belongs.hasFocus()


def test_open_item_comes_from_elsewhere(make: Make, tom: TeamService, maria: TeamService) -> None:
    uid = tom.write("Tuesday")
    reply = maria.see_differently(uid, "Nine.")
    page = make(width=500)
    page.open_item("team_note", reply or b"")
    assert page.card.uid == uid
    page.open_item("team_note", b"gone")
    assert page.card.uid == uid
    page.open_item("new", b"")
    assert page.card.uid is None


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
