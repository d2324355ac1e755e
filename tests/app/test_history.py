"""Undo over several places goes back in the order things were done."""

from __future__ import annotations

import os
from pathlib import Path

from peerdesk.app.history import History
from peerdesk.core.clock import Clock
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store.cabinet import Person, open_cabinet
from peerdesk.store.drawer import Note, open_drawer


def test_the_last_thing_done_is_taken_back_first_wherever_it_was(tmp_path: Path) -> None:
    cabinet = open_cabinet(tmp_path / "c.safe", os.urandom(32), Clock(), tmp_path)
    drawer = open_drawer(tmp_path / "d.safe", os.urandom(32), Clock(), tmp_path)
    history = History((cabinet, drawer))

    def add(name: str) -> None:
        with cabinet.operation(translate("T", "person")):
            Person.create(uid=new_uid(), name=name, added_at=1, changed_at=1)

    def write(body: str, merge: object = None) -> None:
        with drawer.operation(translate("T", "note"), merge):
            Note.create(uid=new_uid(), body=body, created_at=1, changed_at=1)

    add("Ana")
    write("a", "typing")
    write("b", "typing")
    add("Bo")
    assert [str(c.label) for c in (history.undo(), history.undo(), history.undo()) if c] == [
        "person",
        "note",
        "person",
    ]
    assert history.undo() is None
    assert Note.select().count() == Person.select().count() == 0
    again = [history.redo(), history.redo(), history.redo()]
    assert [c.place for c in again if c] == ["cabinet", "drawer", "cabinet"]
    assert history.redo() is None
    history.undo()
    add("Cy")
    assert history.redo() is None
    history.close()
    assert [p.name for p in Person.select()] == ["Ana", "Cy"]
    cabinet.close()
    drawer.close()
