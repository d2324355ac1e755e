"""My notes as a person uses it: real widgets on a real drawer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.notes.page import NotesPage
from peerdesk.features.notes.room import room
from peerdesk.features.notes.service import NotesService
from peerdesk.store.place import Place
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.room import FoundItem

# Qt's offscreen screen says this of every window; it means nothing.
pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.usefixtures("english")]

EVENING, ANA = new_uid(), new_uid()
Make = Callable[..., NotesPage]


def subjects(typed: str) -> list[FoundItem]:
    made = [
        FoundItem("meeting of 24 Nov", "Sleep", "calendar", "group", "meeting", EVENING),
        FoundItem("Ana", "", "person", "group", "person", ANA, names=True),
    ]
    return [f for f in made if typed.lower() in f.title.lower()]


@pytest.fixture
def said() -> list[tuple[str, Callable[[], object] | None]]:
    return []


@pytest.fixture
def make(qtbot: QtBot, drawer: Place, clock: FixedClock, said: list[object]) -> Iterator[Make]:
    left: list[Callable[[], None]] = []

    def build(*, cabinet: object = object(), width: int = 1064) -> NotesPage:
        names = NamesCurtain(shared=True)
        context = Context(
            clock=clock,
            names=names,
            jobs=None,  # type: ignore[arg-type]
            drawer=drawer,
            cabinet=cabinet,
            notice=lambda text, undo=None: said.append((text, undo)),
            extra={"note_subjects": subjects},
        )
        page = NotesPage(context)
        names.setParent(page)
        qtbot.addWidget(page)
        left.append(drawer.subscribe(lambda change: page.refresh(change.tables)))
        page.resize(width, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    yield build
    for leave in left:
        leave()


def shown(page: NotesPage) -> list[str]:
    model = page.model
    return [str(model.index(n).data()) for n in range(model.rowCount())]


def test_nothing_written_yet_offers_to_write(make: Make, notes: NotesService) -> None:
    page = make()
    assert page.empty.isVisible()
    assert not page.card.isVisible()
    page.empty.button.click()
    assert page.card.isVisible()
    assert page.card.title.hasFocus()
    assert not page.card.erase.isVisible()
    assert notes.count() == 0


def test_words_of_the_header(make: Make) -> None:
    page = make()
    assert page.title() == "My notes"
    assert page.subtitle() == "Only you can open these. They lock after 3 minutes away."
    assert page.header_buttons() == [page.new]
    page._context.setting = lambda *_: 1
    assert page.subtitle().endswith("after 1 minute away.")


def test_a_new_note_saves_itself_after_a_pause(
    make: Make, notes: NotesService, qtbot: QtBot
) -> None:
    page = make()
    page.new.click()
    qtbot.keyClicks(page.card.title, "After tonight")
    assert notes.count() == 0
    qtbot.waitUntil(lambda: notes.count() == 1)
    assert shown(page) == ["After tonight"]
    assert page.card.saved.text() == "Saved 20:21"
    assert page.list.currentIndex().row() == 0
    assert page.card.title.hasFocus()
    qtbot.keyClick(page.card.title, Qt.Key.Key_Return)
    assert page.card.body.hasFocus()
    qtbot.keyClicks(page.card.body, "Quiet start.")
    page.flush()
    assert page.card.uid is not None
    assert getattr(notes.note(page.card.uid), "body", "") == "Quiet start."


def test_leaving_the_field_saves_at_once(
    make: Make, notes: NotesService, clock: FixedClock, qtbot: QtBot
) -> None:
    uid = notes.new_note("A", "b")
    page = make()
    assert page.card.uid == uid
    clock.advance(minutes=3)
    page.card.body.setFocus()
    qtbot.keyClicks(page.card.body, "x")
    page.search.setFocus()
    assert getattr(notes.note(uid), "body", "") == "xb"
    assert page.card.saved.text() == "Saved 20:24"


def test_an_empty_new_note_leaves_nothing(make: Make, notes: NotesService, qtbot: QtBot) -> None:
    notes.new_note("A")
    page = make()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.card.uid is None
    qtbot.keyClicks(page.card.body, "  ")
    page.flush()
    assert notes.count() == 1


def test_each_stay_in_a_field_is_one_step_for_undo(
    make: Make, notes: NotesService, drawer: Place, qtbot: QtBot
) -> None:
    uid = notes.new_note("A", "")
    page = make()
    page.card.body.setFocus()
    for words in ("one ", "two "):
        qtbot.keyClicks(page.card.body, words)
        page.card._save()
    page.card.title.setFocus()
    page.card.body.setFocus()
    qtbot.keyClicks(page.card.body, "three")
    page.search.setFocus()
    drawer.undo()
    assert getattr(notes.note(uid), "body", "") == "one two "
    assert page.card.body.note() == "one two "
    drawer.undo()
    assert page.card.body.note() == ""


def test_the_field_being_typed_in_is_not_reloaded(make: Make, notes: NotesService) -> None:
    uid = notes.new_note("A", "b")
    page = make()
    page.card.body.setFocus()
    notes.save_body(uid, "from elsewhere")
    assert page.card.body.note() == "b"
    page.search.setFocus()
    page.refresh(frozenset({"note"}))
    assert page.card.body.note() == "from elsewhere"
    notes.save_title(uid, "Other")
    assert page.card.title.title() == "Other"


def test_refresh_for_other_tables_does_nothing(make: Make, notes: NotesService) -> None:
    notes.new_note("A")
    page = make()
    page.model._ids = []
    page.refresh(frozenset({"preference"}))
    assert shown(page) == []
    page.refresh(frozenset())
    assert shown(page) == ["A"]


def test_going_through_the_list_by_keyboard(
    make: Make, notes: NotesService, clock: FixedClock, qtbot: QtBot
) -> None:
    notes.new_note("Older", "old words")
    clock.advance(minutes=1)
    notes.new_note("Newer", "new words")
    page = make()
    assert page.card.title.title() == "Newer"
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.card.title.title() == "Older"
    assert page.card.body.note() == "old words"
    index = page.model.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Older, Today 20:21"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_search_as_you_type(make: Make, notes: NotesService, qtbot: QtBot) -> None:
    notes.new_note("After tonight", "the breathing card")
    notes.new_note("For myself", "a walk")
    page = make()
    qtbot.keyClicks(page.search, "breat")
    assert shown(page) == ["After tonight"]
    row = Qt.ItemDataRole.UserRole
    assert page.model.index(0).data(row) == ""
    page._context.names.open()
    assert page.model.index(0).data(row) == "the breathing card"
    qtbot.keyClicks(page.search, "xyz")
    assert shown(page) == []
    assert page.none.isVisible()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(shown(page)) == 2
    assert not page.none.isVisible()


def test_archive_undo_and_bring_back(make: Make, notes: NotesService, drawer: Place) -> None:
    notes.new_note("A")
    page = make()
    assert not page.other.isVisible()
    page.card.archive.click()
    assert shown(page) == []
    assert page.search.hasFocus()
    drawer.undo()
    assert shown(page) == ["A"]
    page.card.archive.click()
    page.other.click()
    assert shown(page) == ["A"]
    assert page.card.archive.text() == "Bring back"
    page.card.archive.click()
    assert shown(page) == []
    assert page.empty.title.text() == "Nothing is archived"
    page.other.click()
    assert shown(page) == ["A"]


def test_erase_asks_first_and_can_be_left(
    make: Make, notes: NotesService, said: list[tuple[str, object]]
) -> None:
    notes.new_note("A")
    page = make()
    page.card.erase.click()
    assert "“A”" in page.card.asking_words.text()
    assert page.card.keep.hasFocus()
    page.card.keep.click()
    assert not page.card.asking.isVisible()
    assert notes.count() == 1
    page.card.erase.click()
    page.card.really.click()
    assert notes.count() == 0
    assert said[-1] == ("The note is erased.", None)
    assert page.empty.isVisible()
    page.card._erase()
    page.card._archive()
    assert len(said) == 1


def test_undoing_a_new_note_closes_it(make: Make, notes: NotesService, drawer: Place) -> None:
    page = make()
    page.open_item("new", b"")
    page.card.title.setPlainText("Hasty")
    page.search.setFocus()
    assert notes.count() == 1
    drawer.undo()
    assert notes.count() == 0
    assert page.empty.isVisible()


def test_belongs_to_a_meeting_or_a_person(make: Make, notes: NotesService, qtbot: QtBot) -> None:
    uid = notes.new_note("A")
    page = make()
    card, panel = page.card, page.card.panel
    assert panel is not None
    card.belongs.click()
    assert panel.search.hasFocus()
    assert not panel.nothing.isVisible()
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(panel.search, Qt.Key.Key_Up)
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert card.about.text() == "meeting of 24 Nov"
    assert not panel.isVisible()
    card.belongs.click()
    qtbot.keyClicks(panel.search, "Ana")
    assert panel.results.item(0).text() == "A."
    page._context.names.open()
    assert panel.results.item(0).text() == "Ana"
    panel.results.itemClicked.emit(panel.results.item(0))
    assert card.about.text() == "about Ana"
    page._context.names.close()
    assert card.about.text() == "about A."
    assert getattr(notes.note(uid), "belongs_to", None) == ANA
    card.belongs.click()
    qtbot.keyClicks(panel.search, "nobody")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert not panel.results.isVisible()
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    card.belongs.click()
    panel.close_button.click()
    assert not panel.isVisible()
    card.belongs.click()
    panel.nothing.click()
    assert not card.about.isVisible()
    assert getattr(notes.note(uid), "kind", None) == ""


def test_without_a_group_there_is_nothing_to_belong_to(make: Make, notes: NotesService) -> None:
    uid = notes.new_note("A")
    notes.belong_to(uid, "meeting", EVENING, "meeting of 24 Nov")
    page = make(cabinet=None)
    assert not page.card.belongs.isVisible()
    assert page.card.about.text() == "meeting of 24 Nov"


def test_open_item_comes_from_elsewhere(make: Make, notes: NotesService, clock: FixedClock) -> None:
    archived = notes.new_note("Kept away")
    notes.archive(archived)
    clock.advance(minutes=1)
    notes.new_note("Newer")
    page = make()
    page.search.setText("newer")
    page.open_item("note", archived)
    assert page.card.title.title() == "Kept away"
    assert shown(page) == ["Kept away"]
    page.open_item("note", new_uid())
    page.open_item("person", archived)
    assert not page.card.title.title() or page.empty.isVisible()


def test_a_full_disk_is_said_and_the_words_stay(
    make: Make, notes: NotesService, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    uid = notes.new_note("A", "b")
    page = make()

    def full(*_: object) -> bool:
        raise KnownError(translate("Store", "There is no room left."))

    with monkeypatch.context() as patch:
        patch.setattr(page.notes, "save_body", full)
        patch.setattr(page.notes, "erase", full)
        qtbot.keyClicks(page.card.body, "words ")
        page.flush()
        assert page.card.message.text() == "There is no room left."
        assert page.card.body.note() == "words b"
        page.card.erase.click()
        page.card.really.click()
        assert page.card.message.isVisible()
    page.card.message.clear()
    page.card._save()
    assert getattr(notes.note(uid), "body", "") == "words b"


def test_list_and_note_take_turns_in_a_narrow_window(make: Make, notes: NotesService) -> None:
    notes.new_note("A")
    page = make(width=480)
    assert page.list.isVisible()
    assert not page.card.isVisible()
    page.list.setCurrentIndex(page.model.index(0))
    assert page.card.isVisible()
    assert not page.list.isVisible()
    page.card.back_button.click()
    assert page.list.isVisible()
    page.list.clearSelection()
    page.list.chosen.emit(page.card.uid)
    assert page.card.isVisible()
    page.resize(1000, 700)
    assert page.list.isVisible()
    assert page.card.isVisible()


def test_with_little_room_the_note_scrolls_as_a_whole_and_follows_the_cursor(
    make: Make, notes: NotesService, qtbot: QtBot
) -> None:
    notes.new_note("A", "\n".join(["line"] * 60))
    page = make(width=480)
    page.list.setCurrentIndex(page.model.index(0))
    body, bar = page.card.body, page._right.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert body.height() >= body.document().size().height()
    body.setFocus()
    qtbot.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bar.value() > bar.maximum() // 2)
    before = body.height()
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: body.height() > before)
    page.resize(1000, 700)
    qtbot.waitUntil(lambda: body.height() < before)


def test_every_control_has_a_name_and_is_tall_enough(make: Make, notes: NotesService) -> None:
    notes.new_note("A")
    page = make()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, widget
            assert widget.height() >= theme.px(24), widget
    assert page.new.toolTip() == QKeySequence("Ctrl+N").toString(
        QKeySequence.SequenceFormat.NativeText
    )


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_paints_in_every_size_and_direction(
    make: Make, notes: NotesService, way: Qt.LayoutDirection, scale: float, qapp: QApplication
) -> None:
    notes.new_note("What I want to ask in supervision about pauses", "# a\n- the breathing card")
    try:
        theme.apply(qapp, "light", scale)
        page = make()
        page.setLayoutDirection(way)
        page._context.names.open()
        page.search.setText("breathing")
        page.restyle()
        assert not page.grab().isNull()
        hint = page.list.sizeHintForIndex(page.model.index(0))
        assert hint.height() > theme.px(46)
    finally:
        theme.apply(qapp, "light", 1.0)


def test_the_room_gives_page_and_find(
    qtbot: QtBot, drawer: Place, clock: FixedClock, notes: NotesService
) -> None:
    uid = notes.new_note("Garden day")
    notes.new_note("", "- garden")
    made = room()
    context = Context(
        clock=clock,
        names=NamesCurtain(),
        jobs=None,
        drawer=drawer,  # type: ignore[arg-type]
    )
    assert (made.key, made.place, made.title()) == ("notes", "me", "My notes")
    assert made.find is not None
    found = made.find(context, "gard")
    assert [f.title for f in found] == ["Garden day", "garden"]
    assert (found[0].uid, found[0].kind, found[0].detail) == (uid, "note", "Today 20:21")
    page = made.page(context)
    qtbot.addWidget(page)
    assert isinstance(page, NotesPage)
    context.drawer = None
    assert made.find(context, "gard") == []


def test_a_note_about_somebody_who_was_erased_asks_to_be_read(
    make: Make, notes: NotesService
) -> None:
    mine = notes.new_note("Walk with Ana")
    notes.belong_to(mine, "person", ANA, "Ana")
    notes.new_note("Another")
    page = make()
    assert not page.forgotten.isVisible()
    page._context.extra["erased_people"] = lambda: {ANA}
    page.refresh(frozenset())
    assert "asked to be forgotten" in page.forgotten.text()
    page.forgotten.acted.emit()
    assert page.card.title.toPlainText() == "Walk with Ana"
    notes.belong_to(mine, "", None, "")
    page.refresh(frozenset({"note"}))
    assert page.forgotten.text() == ""
