"""Operations: one transaction, undo that restores every byte, and nobody told too early."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store import cabinet as cabinet_module
from peerdesk.store.cabinet import Consent, Person
from peerdesk.store.connection import DiskFull
from peerdesk.store.place import STEPS_KEPT, Change, Place

ADD = translate("Test", "Add")


def add(place: Place, name: str = "Ana") -> Person:
    with place.operation(ADD):
        return Person.create(uid=new_uid(), name=name, added_at=1, changed_at=1)


def rename(place: Place, person: Person, name: str, merge: object = None) -> None:
    with place.operation(translate("Test", "Rename"), merge):
        Person.update(name=name).where(Person.id == person.id).execute()


def names(place: Place) -> list[str]:
    return [str(r[0]) for r in place.rows("SELECT name FROM person ORDER BY id")]


def test_a_change_is_told_once_with_its_tables(cabinet: Place) -> None:
    told: list[Change] = []
    stop = cabinet.subscribe(told.append)
    add(cabinet)
    cabinet.undo()
    cabinet.redo()
    stop()
    add(cabinet)
    assert cabinet.undo_depth == 2
    assert not any(c.autosaved for c in told)
    assert [(c.kind, c.tables, c.place) for c in told] == [
        (kind, frozenset({"person"}), "cabinet") for kind in ("do", "undo", "redo")
    ]


def test_nothing_changed_is_nothing_to_undo(cabinet: Place) -> None:
    with cabinet.operation(ADD):
        pass
    assert cabinet.undo_label is None
    assert cabinet.undo() is None
    assert cabinet.redo() is None


def test_an_exception_changes_nothing(cabinet: Place) -> None:
    with pytest.raises(LookupError), cabinet.operation(ADD):
        Person.create(uid=new_uid(), name="Ana", added_at=1, changed_at=1)
        raise LookupError
    assert names(cabinet) == []
    add(cabinet, "Bo")
    cabinet.undo()
    assert names(cabinet) == []


def test_an_operation_inside_another_is_one_step(cabinet: Place) -> None:
    with cabinet.operation(ADD):
        add(cabinet, "Ana")
        add(cabinet, "Bo")
    cabinet.undo()
    assert names(cabinet) == []


def test_typing_in_one_field_is_one_step_until_focus_leaves(cabinet: Place) -> None:
    ana = add(cabinet)
    rename(cabinet, ana, "An", "field")
    rename(cabinet, ana, "A", "field")
    cabinet.settle()
    rename(cabinet, ana, "Anna", "field")
    cabinet.undo()
    assert names(cabinet) == ["A"]
    cabinet.undo()
    assert names(cabinet) == ["Ana"]
    assert str(cabinet.redo_label) == "Rename"
    rename(cabinet, ana, "Bo")
    assert cabinet.redo_label is None
    assert str(cabinet.undo_label) == "Rename"


def test_settling_before_anything_is_harmless(cabinet: Place) -> None:
    cabinet.settle()
    assert cabinet.undo_label is None


def test_a_cascade_comes_back_whole(cabinet: Place) -> None:
    ana = add(cabinet)
    with cabinet.operation(ADD):
        Consent.create(uid=new_uid(), person=ana, purpose="text", answer="yes", answered_at=5)
    before = cabinet.rows("SELECT * FROM person, consent")
    with cabinet.operation(translate("Test", "Remove")):
        ana.delete_instance()
    assert cabinet.rows("SELECT * FROM consent") == []
    change = cabinet.undo()
    assert change is not None
    assert change.tables == {"person", "consent"}
    assert cabinet.rows("SELECT * FROM person, consent") == before


def test_only_so_many_steps_are_kept(cabinet: Place) -> None:
    ana = add(cabinet)
    for index in range(STEPS_KEPT + 5):
        rename(cabinet, ana, str(index))
    count = 0
    while cabinet.undo():
        count += 1
    assert count == STEPS_KEPT


def test_what_a_job_wrote_ends_the_steps_that_rest_on_it(cabinet: Place) -> None:
    add(cabinet)
    told: list[Change] = []
    cabinet.subscribe(told.append)
    other = cabinet.another()
    other.execute("DELETE FROM person")
    other.close()
    cabinet.changed(translate("Test", "Import"), "person")
    assert cabinet.undo() is None
    assert told[-1].kind == "job"


def test_a_step_that_cannot_be_replayed_says_so_and_changes_nothing(cabinet: Place) -> None:
    ana = add(cabinet)
    with cabinet.operation(translate("Test", "Remove")):
        Person.delete().execute()
    other = cabinet.another()
    other.execute(
        "INSERT INTO person(id, uid, name, added_at, changed_at) VALUES (?, ?, 'Bo', 1, 1)",
        (ana.id, os.urandom(16)),
    )
    other.close()
    with pytest.raises(KnownError, match="cannot be undone"):
        cabinet.undo()
    assert names(cabinet) == ["Bo"]
    assert cabinet.undo() is None


def test_a_full_disk_is_a_sentence_and_nothing_is_lost(cabinet: Place) -> None:
    add(cabinet)
    raw = cabinet.database.connection()
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull, match="no room left"), cabinet.operation(ADD):
        for _ in range(2000):
            Person.create(uid=new_uid(), name="x" * 200, added_at=1, changed_at=1)
    assert names(cabinet) == ["Ana"]
    raw.execute("PRAGMA max_page_count = 1000000")
    add(cabinet, "Bo")
    assert names(cabinet) == ["Ana", "Bo"]


def test_our_own_mistake_is_not_hidden(cabinet: Place) -> None:
    with pytest.raises(sqlcipher.OperationalError, match="no such table"), cabinet.operation(ADD):
        cabinet.database.connection().execute("INSERT INTO nowhere VALUES (1)")


def test_erasing_leaves_nothing_in_the_file(tmp_path: Path) -> None:
    """On a plain file, so that every page can be read; the code is the same for all places."""
    database = cabinet_module.database
    place = Place(database, tmp_path / "p.db", None, Clock(), cabinet_module.SEARCH, tmp_path / "b")
    with place.operation(ADD):
        for index in range(200):
            Person.create(uid=new_uid(), name=f"Canary{index}name", added_at=1, changed_at=1)
    assert b"Canary7name" in b"".join(p.read_bytes() for p in tmp_path.glob("p.db*"))
    told: list[Change] = []
    place.subscribe(told.append)
    with place.erasing(translate("Test", "Erase")):
        Person.delete().execute()
    assert [change.kind for change in told] == ["erase"]
    assert place.undo() is None
    after = b"".join(p.read_bytes() for p in tmp_path.glob("p.db*")).lower()
    place.close()
    after += (tmp_path / "p.db").read_bytes().lower()
    assert b"canary" not in after


def test_closing_twice_is_harmless(cabinet: Place) -> None:
    cabinet.close()
    cabinet.close()
    assert cabinet.database.is_closed()


class UndoMachine(RuleBasedStateMachine):
    """Whatever is done, undone and redone, the rows are those of the model's history."""

    @initialize(folder=st.builds(lambda: os.urandom(6).hex()))
    def open(self, folder: str) -> None:
        self.folder = Path(os.environ["PYTEST_UNDO_FOLDER"]) / folder
        self.folder.mkdir()
        self.place = cabinet_module.open_cabinet(
            self.folder / "c.safe", bytes(32), Clock(), self.folder
        )
        self.history = [self.state()]
        self.at = 0

    def state(self) -> list[tuple[object, ...]]:
        return [
            *self.place.rows("SELECT * FROM person ORDER BY id"),
            *self.place.rows("SELECT * FROM consent ORDER BY id"),
        ]

    def done(self) -> None:
        state = self.state()
        if state != self.history[self.at]:
            del self.history[self.at + 1 :]
            self.history.append(state)
            self.at += 1

    @rule(name=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
    def add(self, name: str) -> None:
        add(self.place, name)
        self.done()

    @rule(pick=st.integers(0, 5), name=st.text("a'\"\\é\n", max_size=8))
    def change(self, pick: int, name: str) -> None:
        with self.place.operation(ADD):
            Person.update(name=name, archived_at=pick).where(Person.id % 6 == pick).execute()
        self.done()

    @rule(pick=st.integers(0, 5))
    def agree(self, pick: int) -> None:
        person = Person.get_or_none(Person.id % 6 == pick)
        if person is not None:
            with self.place.operation(ADD):
                Consent.create(
                    uid=new_uid(), person=person, purpose="p", answer="yes", answered_at=1
                )
            self.done()

    @rule(pick=st.integers(0, 5))
    def remove(self, pick: int) -> None:
        with self.place.operation(ADD):
            Person.delete().where(Person.id % 6 == pick).execute()
        self.done()

    @rule()
    def undo(self) -> None:
        if self.place.undo():
            self.at -= 1

    @rule()
    def redo(self) -> None:
        if self.place.redo():
            self.at += 1

    @invariant()
    def rows_are_those_of_the_history(self) -> None:
        if hasattr(self, "place"):
            assert self.state() == self.history[self.at]
            found = self.place.rows("SELECT count(*) FROM person_search")
            assert found == self.place.rows("SELECT count(*) FROM person")

    def teardown(self) -> None:
        if hasattr(self, "place"):
            self.place.rows("SELECT 1")
            self.place.database.connection().execute(
                "INSERT INTO person_search(person_search) VALUES ('integrity-check')"
            )
            self.place.close()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_UNDO_FOLDER", str(tmp_path))


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def test_a_text_with_a_nul_comes_back_whole(cabinet: Place) -> None:
    person = add(cabinet, "A\0na")
    rename(cabinet, person, "Bo\0b's")
    rename(cabinet, person, "Cy")
    cabinet.undo()
    assert names(cabinet) == ["Bo\0b's"]
    cabinet.undo()
    assert names(cabinet) == ["A\0na"]
    with cabinet.operation(translate("Test", "Remove")):
        Person.delete().execute()
    cabinet.undo()
    assert names(cabinet) == ["A\0na"]
