"""What was put right here is noted with what its source said."""

from __future__ import annotations

import pytest
from packages import Write, plain

from peerdesk.exchange.corrections import SETS, WHOLE_SET, changed_here, note_cell, noting_set
from peerdesk.exchange.hsds import import_package
from peerdesk.store.connection import Connection

NOTES = "SELECT table_name, column_name, ours, theirs, changed_at FROM local_change ORDER BY 1, 2"


@pytest.fixture
def clinic(job: Connection, package: Write) -> int:
    tables = plain()
    tables["required_documents"] = [{"id": "d1", "service_id": "s1", "document": "A letter"}]
    import_package(job, package(tables), 1)
    row = job.execute("SELECT id FROM service WHERE name = 'Housing Clinic'").fetchone()
    return int(row[0])


def test_the_first_edit_keeps_what_the_source_said(job: Connection, clinic: int) -> None:
    for at, name in enumerate(("One", "Two"), 5):
        note_cell(job, "service", "name", clinic, name, at)
        job.execute("UPDATE service SET name = ? WHERE id = ?", (name, clinic))
    assert job.execute(NOTES).fetchall() == [("service", "name", "Two", "Housing Clinic", 6)]


def test_numbers_and_nothing_are_noted_as_words(job: Connection, clinic: int) -> None:
    note_cell(job, "service", "minimum_age", clinic, 18, 5)
    note_cell(job, "service", "free", clinic, None, 5)
    assert [n[1:4] for n in job.execute(NOTES)] == [("free", "", "1"), ("minimum_age", "18", "")]


def test_each_set_says_its_rows_in_words(job: Connection, clinic: int) -> None:
    place = int(job.execute("SELECT id FROM location").fetchone()[0])
    of_service = [(table, clinic) for table in ("schedule", "language", "required_document")]
    for table, owner in (*of_service, ("address", place)):
        with noting_set(job, table, owner, 7):
            job.execute(f"DELETE FROM {table}")
    assert [n[:4] for n in job.execute(NOTES)] == [
        ("address", WHOLE_SET, "", "12 Mill Lane, Millbrook"),
        ("language", WHOLE_SET, "", "English"),
        ("required_document", WHOLE_SET, "", "A letter"),
        ("schedule", WHOLE_SET, "", "MO,TU 09:00-17:00"),
    ]
    assert changed_here(job, clinic) == [(table, WHOLE_SET) for table in sorted(SETS)]


def test_times_of_a_service_at_its_place_belong_to_it(job: Connection, clinic: int) -> None:
    job.execute(
        "UPDATE schedule SET service_id = NULL,"
        " service_at_location_id = (SELECT id FROM service_at_location)"
    )
    with noting_set(job, "schedule", clinic, 7):
        job.execute(
            "INSERT INTO schedule(uid, service_id, freq, byday, opens_at, notes)"
            " VALUES (x'01', ?, 'MONTHLY', '1MO', '10:00', 'if dry')",
            (clinic,),
        )
    ((_, _, ours, theirs, _),) = job.execute(NOTES).fetchall()
    assert theirs == "MO,TU 09:00-17:00"
    assert ours == "MO,TU 09:00-17:00\nmonthly 1MO 10:00 if dry"


def test_a_set_that_says_the_same_again_is_kept_in_mind_but_not_told(
    job: Connection, clinic: int
) -> None:
    for name in ("Welsh", "English"):
        with noting_set(job, "language", clinic, 7):
            job.execute("UPDATE language SET name = ?, batch_id = NULL", (name,))
    assert job.execute(NOTES).fetchall() == [("language", "*", "English", "English", 7)]
    assert changed_here(job, clinic) == []
