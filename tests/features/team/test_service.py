"""Team notes: everyone reads, nobody changes another's, and nothing goes with somebody who left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.features.team.errors import NotYours
from peerdesk.features.team.records import Author, Written
from peerdesk.features.team.service import TeamService, keyholder_here
from peerdesk.features.team.service_reads import TeamReading, first_words
from peerdesk.store.cabinet import Keyholder, Person, TeamNote
from peerdesk.store.drawer import Identity, open_drawer
from peerdesk.store.erased import apply, erased_in
from peerdesk.store.place import Place

from .conftest import ANA, EVENING, MARIA, TOM


def whole(team: TeamReading, uid: bytes | None) -> Written:
    assert uid is not None
    note = team.note(uid)
    assert note is not None
    return note


def titles(team: TeamReading, ids: list[int]) -> list[str]:
    return [row.title for row in team.rows(ids)]


# -- whose words ---------------------------------------------------------------------------------


def test_a_note_carries_its_author(maria: TeamService, tom: TeamService) -> None:
    uid = maria.write(" Tuesday ", "Eight people came.")
    note = whole(tom, uid)
    assert (note.title, note.body) == ("Tuesday", "Eight people came.")
    assert note.author == Author(MARIA, "Maria", here=True, me=False)
    assert whole(maria, uid).author.me
    assert (note.kind, note.belongs_to, note.replies) == ("", None, ())
    assert not note.archived
    assert not note.alone


@pytest.mark.parametrize(
    "act",
    [
        lambda team, uid: team.save_title(uid, "other"),
        lambda team, uid: team.save_body(uid, "other"),
        lambda team, uid: team.belong_to(uid, "meeting", EVENING, "meeting of 24 Nov"),
        lambda team, uid: team.archive(uid),
        lambda team, uid: team.bring_back(uid),
        lambda team, uid: team.erase(uid),
    ],
)
def test_nobody_changes_anothers(
    cabinet: Place,
    maria: TeamService,
    tom: TeamService,
    act: Callable[[TeamService, bytes], object],
) -> None:
    uid = maria.write("Tuesday", "Eight people came.")
    reply = tom.see_differently(uid, "Nine, I think.")
    assert reply is not None
    before = cabinet.rows("SELECT * FROM team_note"), cabinet.undo_depth
    with pytest.raises(NotYours, match="Maria wrote this"):
        act(tom, uid)
    with pytest.raises(NotYours, match="Tom Q wrote this"):
        act(maria, reply)
    assert (cabinet.rows("SELECT * FROM team_note"), cabinet.undo_depth) == before


def test_undo_of_one_sign_in_cannot_reach_what_another_wrote(
    tmp_path: Path, cabinet: Place, maria: TeamService, clock: FixedClock
) -> None:
    from peerdesk.store.cabinet import open_cabinet

    uid = maria.write("Tuesday")
    cabinet.close()
    again = open_cabinet(cabinet.path, b"k" * 32, clock, tmp_path / "backups")
    tom = TeamService(again, TOM, clock)
    reply = tom.see_differently(uid, "Nine, I think.")
    while again.undo() is not None:
        pass
    assert whole(tom, uid).replies == ()
    assert whole(tom, uid).title == "Tuesday"
    assert reply is not None
    assert tom.note(reply) is None
    again.close()


def test_somebody_who_left_is_still_named(maria: TeamService, tom: TeamService) -> None:
    uid = tom.write("Keys of the cupboard", "Second drawer.")
    Keyholder.update(name="Tom").where(Keyholder.uid == TOM).execute()
    assert whole(maria, uid).author.name == "Tom"
    tom.save_body(uid, "Third drawer.")
    Keyholder.delete().where(Keyholder.uid == TOM).execute()
    author = whole(maria, uid).author
    assert (author.name, author.here) == ("Tom", False)
    assert maria.rows(maria.ids())[0].author == author
    with pytest.raises(NotYours, match="Tom wrote this"):
        maria.save_body(uid, "mine now")
    reply = tom.see_differently(uid, "written in the moment of leaving")
    assert whole(maria, reply).replies[0].author.name == ""


# -- I saw it differently ------------------------------------------------------------------------


def test_seeing_it_differently_stands_beneath(
    maria: TeamService, tom: TeamService, clock: FixedClock
) -> None:
    uid = maria.write("Tuesday", "It was calm.")
    clock.advance(minutes=3)
    first = tom.see_differently(uid, "Two people left early.")
    clock.advance(minutes=1)
    assert first is not None
    second = maria.see_differently(first, "I had not seen that.")
    note = whole(maria, second)
    assert (note.uid, [r.uid for r in note.replies]) == (uid, [first, second])
    assert not any(r.alone for r in note.replies)
    assert [(r.author.name, r.body) for r in note.replies] == [
        ("Tom Q", "Two people left early."),
        ("Maria", "I had not seen that."),
    ]
    assert note.replies[0].created_at == note.created_at + 180_000
    assert tom.save_body(first, "Three people left early.")
    assert whole(maria, uid).replies[0].body == "Three people left early."
    assert maria.count() == len(maria.ids()) == 1
    (row,) = maria.rows(maria.ids())
    assert row.others == ("Tom Q",)
    assert maria.id_of(first) == row.id


def test_beneath_a_note_that_is_gone_nothing_is_written(maria: TeamService) -> None:
    assert maria.see_differently(new_uid(), "late") is None
    assert maria.count() == 0


def test_erasing_mine_leaves_what_others_wrote_beneath(
    cabinet: Place, maria: TeamService, tom: TeamService
) -> None:
    uid = maria.write("Tuesday", "It was calm. canary")
    reply = tom.see_differently(uid, "Two people left early.")
    assert reply is not None
    maria.erase(uid)
    assert maria.note(uid) is None
    left = whole(maria, reply)
    assert (left.uid, left.body, left.alone) == (reply, "Two people left early.", True)
    assert maria.ids() == [maria.id_of(reply)]
    assert cabinet.undo() is None
    below = maria.see_differently(reply, "And one came late.")
    assert whole(maria, below).uid == reply
    tom.erase(reply)
    assert [r.title for r in maria.rows(maria.ids())] == [""]
    assert {(g.uid, g.kind) for g in erased_in(cabinet.database.connection())} == {
        (uid, "team_note"),
        (reply, "team_note"),
    }


def test_a_copy_from_before_loses_the_erased_note_and_keeps_the_others(
    tmp_path: Path, cabinet: Place, maria: TeamService, tom: TeamService, clock: FixedClock
) -> None:
    from peerdesk.store.cabinet import open_cabinet
    from peerdesk.store.connection import backup

    uid = maria.write("Tuesday")
    reply = tom.see_differently(uid, "Two people left early.")
    assert reply is not None
    backup(cabinet.database.connection(), tmp_path / "copy.safe", b"k" * 32)
    maria.erase(uid)
    gone = erased_in(cabinet.database.connection())
    cabinet.close()
    copy = open_cabinet(tmp_path / "copy.safe", b"k" * 32, clock, tmp_path / "other")
    apply(copy.database.connection(), gone)
    team = TeamReading(copy, MARIA)
    assert team.note(uid) is None
    assert whole(team, reply).body == "Two people left early."
    copy.close()


# -- writing -------------------------------------------------------------------------------------


def test_typing_is_one_step_until_the_field_is_left(
    cabinet: Place, maria: TeamService, clock: FixedClock
) -> None:
    uid = maria.write("T")
    maria.settle()
    clock.advance(minutes=2)
    assert maria.save_body(uid, "a")
    assert maria.save_body(uid, "ab")
    assert not maria.save_body(uid, "ab")
    assert maria.save_title(uid, " Title ")
    assert not maria.save_title(uid, "Title")
    assert whole(maria, uid).changed_at == clock.now_ms()
    cabinet.undo()
    cabinet.undo()
    assert (whole(maria, uid).title, whole(maria, uid).body) == ("T", "")
    cabinet.undo()
    assert maria.note(uid) is None


def test_verbs_about_a_note_that_is_gone_do_nothing(cabinet: Place, maria: TeamService) -> None:
    gone = new_uid()
    assert not maria.save_title(gone, "a")
    maria.belong_to(gone, "meeting", EVENING, "meeting of 24 Nov")
    maria.archive(gone)
    maria.bring_back(gone)
    maria.erase(gone)
    assert maria.id_of(gone) is None
    assert maria.rows([77]) == []
    assert cabinet.undo_depth == 0
    assert erased_in(cabinet.database.connection()) == frozenset()


def test_copying_is_one_step_that_is_said(cabinet: Place, maria: TeamService) -> None:
    said = []
    cabinet.subscribe(lambda change: said.append((change.label.source, change.autosaved)))
    uid = maria.copy("After tonight", "Quiet start.")
    assert said == [("Copied to team notes", False)]
    assert whole(maria, uid).title == "After tonight"
    cabinet.undo()
    assert maria.count() == 0


def test_archiving_and_bringing_back(maria: TeamService, tom: TeamService) -> None:
    uid = maria.write("Old")
    tom.see_differently(uid, "older")
    maria.archive(uid)
    assert (maria.ids(), maria.count(), maria.count(archived=True)) == ([], 0, 1)
    assert titles(maria, maria.ids(archived=True)) == ["Old"]
    assert titles(tom, tom.ids("older", archived=True)) == ["Old"]
    assert whole(maria, uid).archived
    assert maria.find("Old") == []
    maria.bring_back(uid)
    assert maria.count() == 1


def test_a_note_belongs_to_a_meeting_or_a_person(cabinet: Place, maria: TeamService) -> None:
    uid = maria.write("Tuesday")
    maria.belong_to(uid, "meeting", EVENING, "meeting of 24 Nov")
    note = whole(maria, uid)
    assert (note.kind, note.belongs_to, note.about) == ("meeting", EVENING, "meeting of 24 Nov")
    maria.belong_to(uid, "person", ANA, "Ana")
    assert whole(maria, uid).about == "Ana"
    assert cabinet.rows("SELECT about FROM team_note") == [("",)]
    Person.update(name="Anna").where(Person.uid == ANA).execute()
    assert (whole(maria, uid).about, maria.rows(maria.ids())[0].about) == ("Anna", "Anna")
    Person.delete().where(Person.uid == ANA).execute()
    note = whole(maria, uid)
    assert (note.kind, note.belongs_to, note.about) == ("", None, "")
    maria.belong_to(uid, "", None, "")
    assert cabinet.rows("SELECT person_uid, meeting_uid FROM team_note") == [(None, None)]


# -- lists ---------------------------------------------------------------------------------------


@pytest.fixture
def several(maria: TeamService, tom: TeamService, clock: FixedClock) -> dict[str, bytes]:
    made = {}
    for team, title, body in (
        (maria, "Tuesday", "# Who\n- eight people, one by phone"),
        (tom, "Cupboard", "The spare key is with the caretaker."),
        (maria, "", "- \n# The room\nwas cold"),
    ):
        clock.advance(minutes=1)
        made[title] = team.write(title, body)
    maria.belong_to(made["Tuesday"], "meeting", EVENING, "meeting of 24 Nov")
    tom.belong_to(made["Cupboard"], "person", ANA, "Ana")
    return made


def test_the_newest_stand_first(maria: TeamService, several: dict[str, bytes]) -> None:
    rows = maria.rows(maria.ids())
    assert [(r.title, r.begins) for r in rows] == [
        ("", "The room"),
        ("Cupboard", "The spare key is with the caretaker."),
        ("Tuesday", "Who"),
    ]
    assert [(r.kind, r.about) for r in rows] == [
        ("", ""),
        ("person", "Ana"),
        ("meeting", "meeting of 24 Nov"),
    ]
    assert rows[2].uid == several["Tuesday"]
    assert maria.id_of(several["Tuesday"]) == rows[2].id


def test_narrowing_by_author_meeting_and_person(
    maria: TeamService, tom: TeamService, several: dict[str, bytes]
) -> None:
    assert titles(maria, maria.ids(author=TOM)) == ["Cupboard"]
    tom.see_differently(several["Tuesday"], "Nine people.")
    assert titles(maria, maria.ids(author=TOM)) == ["Cupboard", "Tuesday"]
    assert titles(maria, maria.ids(about=EVENING)) == ["Tuesday"]
    assert titles(maria, maria.ids(about=ANA)) == ["Cupboard"]
    assert maria.ids("caretaker", author=MARIA, about=ANA) == []
    found = maria.filters()
    assert [(a.name, a.me) for a in found.authors] == [("Maria", True), ("Tom Q", False)]
    assert found.meetings == ((EVENING, "meeting of 24 Nov"),)
    assert found.people == ((ANA, "Ana"),)
    assert maria.filters(archived=True).authors == ()


def test_searching_looks_inside_and_beneath(
    maria: TeamService, tom: TeamService, several: dict[str, bytes]
) -> None:
    tom.see_differently(several["Tuesday"], "Some sat in the cupboard corner.")
    ids = maria.ids("cupb")
    assert titles(maria, ids) == ["Cupboard", "Tuesday"]
    by_title, beneath = maria.rows(ids, "cupb")
    assert by_title.snippet == ""
    assert beneath.snippet == "Some sat in the cupboard corner."
    (row,) = maria.rows(maria.ids("phone"), "phone")
    assert row.snippet == "Who eight people, one by phone"
    assert maria.ids("…") == []
    assert [r.title for r in maria.find("spare")] == ["Cupboard"]
    assert maria.find(" ") == []


def test_words_of_names_are_known(maria: TeamService) -> None:
    assert maria.name_words() == {"ana", "maria", "tom", "q"}


def test_first_words() -> None:
    assert first_words("\n- \n# Who\nmore") == "Who"
    assert first_words("") == ""


def test_erased_words_leave_the_search(maria: TeamService, cabinet: Place) -> None:
    uid = maria.write("canary", "canary")
    maria.erase(uid)
    assert maria.ids("canary") == []
    assert TeamNote.select().count() == 0


# -- who sits here -------------------------------------------------------------------------------


def test_the_identity_that_holds_a_key_here_is_me(
    tmp_path: Path, cabinet: Place, clock: FixedClock
) -> None:
    drawer = open_drawer(tmp_path / "mine.safe", b"d" * 32, clock, tmp_path / "backups")
    for uid in (new_uid(), TOM):
        Identity.create(uid=uid, public_key=b"p" * 32, secret_key=b"s" * 32)
    assert keyholder_here(cabinet, drawer) == TOM
    Keyholder.delete().where(Keyholder.uid == TOM).execute()
    assert (
        keyholder_here(cabinet, drawer) == drawer.rows("SELECT uid FROM identity ORDER BY id")[0][0]
    )
    drawer.close()
