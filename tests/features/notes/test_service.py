"""Verbs of My notes on a real drawer."""

from __future__ import annotations

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.features.notes.service import NotesService
from peerdesk.store.place import Place


def titles(notes: NotesService, typed: str = "", *, archived: bool = False) -> list[str]:
    return [r.title for r in notes.rows(notes.ids(typed, archived=archived), typed)]


def test_a_new_note_is_kept_with_its_time(notes: NotesService, clock: FixedClock) -> None:
    uid = notes.new_note(" After tonight ", "Quiet start.")
    note = notes.note(uid)
    assert note is not None
    assert (note.title, note.body, note.kind, note.archived) == (
        "After tonight",
        "Quiet start.",
        "",
        False,
    )
    assert note.created_at == note.changed_at == clock.now_ms()
    assert notes.count() == 1


def test_the_newest_note_stands_first_and_writing_moves_nothing(
    notes: NotesService, clock: FixedClock
) -> None:
    older = notes.new_note("Older")
    begun = clock.now_ms()
    clock.advance(minutes=1)
    notes.new_note("Newer")
    clock.advance(minutes=1)
    assert notes.save_body(older, "More.")
    assert titles(notes) == ["Newer", "Older"]
    assert notes.rows(notes.ids())[1].created_at == begun
    assert getattr(notes.note(older), "changed_at", None) == clock.now_ms()


def test_saving_what_is_there_already_writes_nothing(
    notes: NotesService, drawer: Place, clock: FixedClock
) -> None:
    uid = notes.new_note("A", "b")
    said = []
    drawer.subscribe(said.append)
    clock.advance(minutes=5)
    assert not notes.save_title(uid, "A ")
    assert not notes.save_body(uid, "b")
    assert not notes.save_body(new_uid(), "into the void")
    assert said == []


def test_typing_is_one_step_for_undo_until_the_field_is_left(
    notes: NotesService, drawer: Place
) -> None:
    uid = notes.new_note("A")
    for words in ("Q", "Qu", "Quiet"):
        notes.save_body(uid, words)
    notes.settle()
    notes.save_body(uid, "Quiet start")
    drawer.undo()
    assert getattr(notes.note(uid), "body", None) == "Quiet"
    drawer.undo()
    assert getattr(notes.note(uid), "body", None) == ""
    drawer.undo()
    assert notes.note(uid) is None
    drawer.redo()
    assert getattr(notes.note(uid), "title", None) == "A"


def test_title_and_text_are_steps_of_their_own(notes: NotesService, drawer: Place) -> None:
    uid = notes.new_note()
    notes.save_title(uid, "A")
    notes.save_body(uid, "b")
    drawer.undo()
    note = notes.note(uid)
    assert note is not None
    assert (note.title, note.body) == ("A", "")


def test_a_note_without_a_title_is_listed_by_its_first_words(notes: NotesService) -> None:
    notes.new_note("", "\n# For myself\nmore")
    notes.new_note()
    assert sorted(titles(notes)) == ["", "For myself"]


def test_a_note_belongs_to_a_meeting_or_a_person_or_to_nothing(
    notes: NotesService, drawer: Place
) -> None:
    uid, evening, ana = notes.new_note("A"), new_uid(), new_uid()
    notes.belong_to(uid, "meeting", evening, "meeting of 24 Nov")
    note = notes.note(uid)
    assert note is not None
    assert (note.kind, note.belongs_to, note.about) == ("meeting", evening, "meeting of 24 Nov")
    assert len(notes.belonging_to(evening)) == 1
    notes.belong_to(uid, "person", ana, "Ana")
    note = notes.note(uid)
    assert note is not None
    assert (note.kind, note.belongs_to, note.about) == ("person", ana, "Ana")
    assert notes.belonging_to(evening) == []
    notes.belong_to(uid, "", None, "")
    note = notes.note(uid)
    assert note is not None
    assert (note.kind, note.belongs_to, note.about) == ("", None, "")
    drawer.undo()
    assert len(notes.belonging_to(ana)) == 1


def test_archive_bring_back_and_undo(notes: NotesService, drawer: Place) -> None:
    uid = notes.new_note("A")
    notes.archive(uid)
    assert (titles(notes), titles(notes, archived=True)) == ([], ["A"])
    assert notes.count(archived=True) == 1
    assert getattr(notes.note(uid), "archived", None) is True
    drawer.undo()
    assert titles(notes) == ["A"]
    notes.archive(uid)
    notes.bring_back(uid)
    assert titles(notes) == ["A"]


def test_erase_for_good_leaves_no_word_in_the_open_file(notes: NotesService, drawer: Place) -> None:
    stays = notes.new_note("Stays", "kept")
    uid = notes.new_note("Zanzibar", "marzipan secret")
    notes.archive(uid)
    notes.erase(uid)
    assert notes.note(uid) is None
    assert notes.note(stays) is not None
    assert drawer.undo() is None
    assert notes.ids("marzipan", archived=True) == []
    raw = drawer.another()
    try:
        words = [r[0] for r in raw.execute("SELECT hex(block) FROM note_search_data")]
    finally:
        raw.close()
    assert not any(b"marzipan".hex().upper() in w for w in words)


def test_search_finds_beginnings_in_titles_first_and_says_where(notes: NotesService) -> None:
    notes.new_note("After tonight", "Two people had tried the breathing card.\n- Dev saw it.")
    notes.new_note("Breathing", "A card for the wallet.")
    notes.new_note("Supervision questions", "About time.")
    assert titles(notes, "breath") == ["Breathing", "After tonight"]
    rows = notes.rows(notes.ids("breath"), "breath")
    assert rows[0].snippet == ""
    assert "breathing card. Dev" in rows[1].snippet
    assert titles(notes, "card wall") == ["Breathing"]
    assert titles(notes, "nothing here") == []
    assert titles(notes, "?!") == []
    assert len(titles(notes, "  ")) == 3


def test_search_keeps_to_the_list_it_is_in(notes: NotesService) -> None:
    uid = notes.new_note("Garden day")
    notes.archive(uid)
    assert titles(notes, "garden") == []
    assert titles(notes, "garden", archived=True) == ["Garden day"]


def test_find_gives_at_most_what_is_asked(notes: NotesService) -> None:
    for n in range(10):
        notes.new_note(f"Garden {n}", "soil and seeds")
    assert notes.find("") == []
    assert len(notes.find("garden")) == 8
    assert notes.find("seeds", limit=1)[0].snippet == "soil and seeds"


def test_a_note_is_found_among_the_ids(notes: NotesService) -> None:
    uid = notes.new_note("A")
    assert notes.id_of(uid) in notes.ids()
    assert notes.id_of(new_uid()) is None


def test_rows_leave_out_what_is_gone(notes: NotesService) -> None:
    uid = notes.new_note("A")
    ids = notes.ids()
    notes.erase(uid)
    assert notes.rows(ids) == []
    assert notes.rows([]) == []


def test_notes_about_somebody_who_was_erased_are_named(notes: NotesService) -> None:
    first = notes.new_note("About Ana")
    notes.belong_to(first, "person", b"a" * 16, "Ana")
    other = notes.new_note("About Bo")
    notes.belong_to(other, "person", b"b" * 16, "Bo")
    notes.new_note("About nobody")
    assert notes.about_any([b"a" * 16, b"c" * 16]) == [first]
    notes.belong_to(first, "", None, "")
    assert notes.about_any([b"a" * 16]) == []
