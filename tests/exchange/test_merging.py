"""What is put right here and what comes in again."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packages import Tables, Write, column, dump, plain

from peerdesk.exchange.corrections import changed_here, note_cell, noting_set
from peerdesk.exchange.hsds import import_package, undo_batch
from peerdesk.exchange.hsds_export import export_package
from peerdesk.exchange.merging import Key
from peerdesk.exchange.prepared import Prepared
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place


def everything(shelf: Place) -> dict[str, list[str]]:
    notes = "SELECT row_uid, table_name, column_name, ours, theirs FROM local_change"
    return {**dump(shelf), "local_change": sorted(map(repr, shelf.rows(notes)))}


def number(job: Connection, table: str, where: str = "true") -> int:
    return int(job.execute(f"SELECT min(id) FROM {table} WHERE {where}").fetchone()[0])


def put(job: Connection, table: str, name: str, value: str, where: str = "true") -> None:
    """Edit a cell as a person does."""
    row = number(job, table, where)
    note_cell(job, table, name, row, value, 5)
    job.execute(f"UPDATE {table} SET {name} = ? WHERE id = ?", (value, row))


CLINIC = "name = 'Housing Clinic'"
UID = iter(range(10_000, 99_999))


def put_hours(job: Connection, days: str) -> None:
    service = number(job, "service", CLINIC)
    with noting_set(job, "schedule", service, 5):
        job.execute("DELETE FROM schedule WHERE service_id = ?", (service,))
        job.execute(
            "INSERT INTO schedule(uid, service_id, freq, byday, opens_at, closes_at)"
            " VALUES (?, ?, 'WEEKLY', ?, '10:00', '11:00')",
            (next(UID).to_bytes(16), service, days),
        )


def bring(job: Connection, path: Any, now: int, *, theirs: bool = False) -> tuple[int, set[str]]:
    """(batch, fields in conflict)."""
    with Prepared(path) as prepared:
        conflicts = prepared.look(job).conflicts
        taken: set[Key] = {c.key for c in conflicts} if theirs else set()
        batch = prepared.bring_in(job, now, taken=taken).batch
    return batch, {f"{c.key[0]}.{c.key[2]}" for c in conflicts}


def hours(shelf: Place) -> list[object]:
    return column(shelf, "SELECT byday FROM schedule ORDER BY byday")


def test_a_name_put_right_here_survives(shelf: Place, job: Connection, package: Write) -> None:
    import_package(job, package(plain()), 1)
    put(job, "service", "name", "The Clinic", CLINIC)
    assert bring(job, package(plain()), 2)[1] == set(), "the source says what it said"
    assert column(shelf, "SELECT name FROM service WHERE name LIKE '%Clinic'") == ["The Clinic"]
    service = number(job, "service", "name = 'The Clinic'")
    assert changed_here(job, service) == [("service", "name")]


@pytest.mark.parametrize("theirs", [False, True])
def test_a_conflict_is_decided_and_can_be_taken_back(
    shelf: Place, job: Connection, package: Write, theirs: bool
) -> None:
    import_package(job, package(plain()), 1)
    put(job, "service", "description", "Ask for Jo", CLINIC)
    put(job, "phone", "number", "555 7777", "number = '555 0198'")
    put_hours(job, "SU")
    before = everything(shelf)
    tables = plain()
    tables["services"][0]["description"] = "New words"
    tables["phones"][0]["number"] = "555 1111"
    tables["schedules"][0]["byday"] = "FR"
    batch, conflicts = bring(job, package(tables), 2, theirs=theirs)
    assert conflicts == {"service.description", "phone.number", "schedule.*"}
    (words,) = column(shelf, f"SELECT description FROM service WHERE {CLINIC}")
    assert words == ("New words" if theirs else "Ask for Jo")
    assert hours(shelf) == (["FR"] if theirs else ["SU"])
    first = "555 1111" if theirs else "555 7777"
    assert sorted(map(str, column(shelf, "SELECT number FROM phone"))) == sorted(
        ["555 0199", first]
    )
    assert column(shelf, "SELECT count(*) FROM local_change") == [0 if theirs else 3]
    again, conflicts = bring(job, package(tables), 3)
    assert conflicts == set(), "it was decided; the same is not asked twice"
    undo_batch(job, again, 4)
    undo_batch(job, batch, 5)
    assert everything(shelf) == before


def test_the_source_came_round(shelf: Place, job: Connection, package: Write) -> None:
    import_package(job, package(plain()), 1)
    put(job, "service", "description", "Ask for Jo", CLINIC)
    put_hours(job, "FR")
    before = everything(shelf)
    tables = plain()
    tables["services"][0]["description"] = "Ask for Jo"
    tables["schedules"][0] |= {"byday": "FR", "opens_at": "10:00", "closes_at": "11:00"}
    batch, conflicts = bring(job, package(tables), 2)
    assert conflicts == set()
    assert column(shelf, "SELECT count(*) FROM local_change") == [0]
    assert hours(shelf) == ["FR"]
    undo_batch(job, batch, 3)
    assert everything(shelf) == before


def test_a_number_taken_away_here(shelf: Place, job: Connection, package: Write) -> None:
    tables = plain()
    tables["languages"].append({"id": "g2", "phone_id": "p1", "name": "Welsh", "code": "cy"})
    import_package(job, package(tables), 1)
    row = number(job, "phone", "number = '555 0198'")
    note_cell(job, "phone", "number", row, "", 5)
    job.execute("DELETE FROM phone WHERE id = ?", (row,))
    before = everything(shelf)
    assert bring(job, package(tables), 2)[1] == set()
    assert column(shelf, "SELECT number FROM phone") == ["555 0199"]
    assert column(shelf, "SELECT name FROM language") == ["English"]
    tables["phones"][0]["number"] = "555 2222"
    batch, conflicts = bring(job, package(tables), 3, theirs=True)
    assert conflicts == {"phone.number"}
    assert "555 2222" in column(shelf, "SELECT number FROM phone")
    undo_batch(job, batch, 4)
    assert everything(shelf) == before


@pytest.mark.parametrize("theirs", [False, True])
def test_a_number_put_right_here_that_its_source_drops(
    shelf: Place, job: Connection, package: Write, theirs: bool
) -> None:
    import_package(job, package(plain()), 1)
    put(job, "phone", "number", "555 7777", "number = '555 0198'")
    before = everything(shelf)
    tables = plain()
    del tables["phones"][0]
    batch, conflicts = bring(job, package(tables), 2, theirs=theirs)
    assert conflicts == {"phone.number"}
    assert ("555 7777" in column(shelf, "SELECT number FROM phone")) is not theirs
    undo_batch(job, batch, 3)
    assert everything(shelf) == before


def test_an_address_and_what_a_package_does_not_speak_of(
    shelf: Place, job: Connection, package: Write, tmp_path: Any
) -> None:
    import_package(job, package(plain()), 1)
    place = number(job, "location")
    with noting_set(job, "address", place, 5):
        job.execute("UPDATE address SET address_1 = '1 New Street', batch_id = NULL")
    with noting_set(job, "address", place, 6):
        pass  # nothing was changed
    put(job, "phone", "number", "555 7777", "number = '555 0198'")
    few = {"services": plain()["services"]}
    assert bring(job, package(few, name="package"), 2)[1] == set()
    assert changed_here(job, number(job, "service", CLINIC)) == [
        ("address", "*"),
        ("phone", "number"),
    ]
    job.execute("UPDATE location SET hide_address = 1")
    export_package(job, tmp_path / "out.zip", 3)
    assert bring(job, tmp_path / "out.zip", 4)[1] == set(), "our own export left it out"
    assert column(shelf, "SELECT address_1 FROM address") == ["1 New Street"]


def test_what_is_written_here_has_no_source(job: Connection, package: Write) -> None:
    import_package(job, package(plain()), 1)
    job.execute("UPDATE service SET batch_id = NULL")
    put(job, "service", "name", "Ours", CLINIC)
    note_cell(job, "service", "name", 999, "Nobody", 5)
    with noting_set(job, "language", number(job, "service"), 5):
        job.execute("DELETE FROM language")
    assert job.execute("SELECT count(*) FROM local_change").fetchone() == (0,)


def test_back_to_what_the_source_says(job: Connection, package: Write) -> None:
    import_package(job, package(plain()), 1)
    put(job, "service", "free", "0", CLINIC)
    assert job.execute("SELECT ours, theirs FROM local_change").fetchall() == [("0", "1")]
    put(job, "service", "free", "1", CLINIC)
    assert job.execute("SELECT count(*) FROM local_change").fetchone() == (0,)


def test_gone_and_back_again(shelf: Place, job: Connection, package: Write) -> None:
    import_package(job, package(plain()), 1)
    before = everything(shelf)
    tables = plain()
    bank = tables["services"].pop()
    listed = "SELECT name FROM service WHERE archived_at IS NULL ORDER BY name"
    batch = import_package(job, package(tables), 2)
    assert batch.gone == 1
    assert column(shelf, listed) == ["Housing Clinic"]
    undo_batch(job, batch.batch, 3)
    assert everything(shelf) == before
    import_package(job, package(tables), 4)
    off = everything(shelf)
    tables["services"].append(bank)
    back = import_package(job, package(tables), 5)
    assert column(shelf, listed) == ["Food Bank", "Housing Clinic"]
    undo_batch(job, back.batch, 6)
    assert everything(shelf) == off
    job.execute("UPDATE service SET archived_at = NULL")  # somebody put it on the list again
    tables["services"].pop()
    assert import_package(job, package(tables), 7).gone == 0


def test_what_is_put_right_after_an_import_outlives_its_undoing(
    shelf: Place, job: Connection, package: Write
) -> None:
    import_package(job, package(plain()), 1)
    put_hours(job, "SA")
    tables = plain()
    tables["services"][0] |= {"description": "New words", "url": "new.org"}
    tables["schedules"][0]["byday"] = "FR"
    tables["languages"] = [{"id": "g9", "service_id": "s1", "name": "Irish", "code": "ga"}]
    batch, _ = bring(job, package(tables), 2, theirs=True)
    put(job, "service", "description", "Ours", CLINIC)
    put(job, "service", "url", "", CLINIC)
    put_hours(job, "SU")
    service = number(job, "service", CLINIC)
    with noting_set(job, "language", service, 5):
        job.execute("DELETE FROM language")
    undo_batch(job, batch, 3)
    assert shelf.rows(f"SELECT description, url FROM service WHERE {CLINIC}") == [("Ours", "")]
    assert hours(shelf) == ["SU"]
    assert column(shelf, "SELECT name FROM language") == []
    notes = "SELECT table_name, column_name, ours, theirs FROM local_change ORDER BY 1, 2"
    assert shelf.rows(notes) == [
        ("language", "*", "", "Irish"),
        ("schedule", "*", "SU 10:00-11:00", "MO,TU 09:00-17:00"),
        ("service", "description", "Ours", "Advice on eviction. Free of charge."),
        ("service", "url", "", "new.org"),
    ]
    assert bring(job, package(plain()), 4)[1] == {"language.*"}


def test_taken_back_whole_and_brought_in_again(
    shelf: Place, job: Connection, package: Write
) -> None:
    batch = import_package(job, package(plain()), 1).batch
    put(job, "service", "description", "Ours", CLINIC)
    put_hours(job, "SU")
    undo_batch(job, batch, 2)
    assert column(shelf, "SELECT column_name FROM local_change") == ["description"]
    import_package(job, package(plain()), 3)
    assert column(shelf, f"SELECT description FROM service WHERE {CLINIC}") == ["Ours"]
    assert hours(shelf) == ["MO,TU"]


FIELDS = ("name", "description", "url", "email", "fees_description", "eligibility_description")


def version(seed: int) -> Tables:
    """One issue of a made-up directory: ten services, of which some come, change and go."""
    chance = random.Random(seed)
    services: list[dict[str, object]] = []
    for n in range(10):
        if n == 0 or chance.random() < 0.8:
            row: dict[str, object] = {f: f"{f} {chance.choice('abc')}" for f in FIELDS}
            services.append({**row, "id": f"s{n}", "organization_id": "o1"})
            services[-1]["name"] = f"Service {n} {chance.choice('ab')}"
    return {
        "organizations": [{"id": "o1", "name": "Trust", "description": ""}],
        "services": services,
        "phones": [
            {"id": f"p{s['id']}", "service_id": s["id"], "number": f"555 {chance.choice('12')}"}
            for s in services
            if s["id"] == "s0" or chance.random() < 0.8
        ],
        "schedules": [
            {
                "id": f"h{s['id']}{day}",
                "service_id": s["id"],
                "freq": "WEEKLY",
                "byday": day,
                "opens_at": "09:00",
                "closes_at": "10:00",
            }
            for s in services
            for day in chance.sample(["MO", "TU", "FR"], 2)
        ],
    }


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    seeds=st.lists(st.integers(0, 50), min_size=2, max_size=4),
    edits=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(FIELDS)), max_size=6),
    sets=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["MO", "SU"])), max_size=3),
    numbers=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["", "555 9"])), max_size=3),
    theirs=st.booleans(),
)
def test_ours_where_edited_and_kept_else_theirs_and_undo_is_exact(
    shelf: Place,
    job: Connection,
    package: Write,
    seeds: list[int],
    edits: list[tuple[int, str]],
    sets: list[tuple[int, str]],
    numbers: list[tuple[int, str]],
    theirs: bool,
) -> None:
    for table in ("import_before", "local_change", "phone", "schedule", "service"):
        job.execute(f"DELETE FROM {table}")
    job.execute("DELETE FROM organization")
    job.execute("DELETE FROM import_batch")
    import_package(job, package(version(seeds[0])), 1)
    uids = {
        str(s["id"]): bytes(row[0])
        for s in version(seeds[0])["services"]
        for row in job.execute("SELECT uid FROM service WHERE name = ?", (s["name"],))
    }

    def row(key: str) -> int | None:
        found = job.execute("SELECT id FROM service WHERE uid = ?", (uids.get(key, b""),))
        one = found.fetchone()
        return None if one is None else int(one[0])

    ours: dict[tuple[str, str], str] = {}
    for place, (at, name) in enumerate(edits):
        if row(f"s{at}") is not None:
            put(job, "service", name, f"ours {place}", f"id = {row(f's{at}')}")
            ours[f"s{at}", name] = f"ours {place}"
    weeks: dict[str, str] = {}
    for at, day in sets:
        service = row(f"s{at}")
        if service is not None:
            weeks[f"s{at}"] = day
            with noting_set(job, "schedule", service, 5):
                job.execute("DELETE FROM schedule WHERE service_id = ?", (service,))
                job.execute(
                    "INSERT INTO schedule(uid, service_id, freq, byday, opens_at, closes_at)"
                    " VALUES (?, ?, 'WEEKLY', ?, '09:00', '10:00')",
                    (next(UID).to_bytes(16), service, day),
                )
    phones: dict[str, str] = {}
    for at, value in numbers:
        mine = f"service_id = {row(f's{at}')}"
        if row(f"s{at}") and job.execute(f"SELECT 1 FROM phone WHERE {mine}").fetchone():
            phones[f"s{at}"] = value
            put(job, "phone", "number", value, mine)
            job.execute("DELETE FROM phone WHERE number = ''")

    dumps, batches = [], []
    for now, seed in enumerate(seeds[1:], 2):
        dumps.append(everything(shelf))
        tables = version(seed)
        batches.append(bring(job, package(tables), now, theirs=theirs)[0])
        for one in tables["services"]:
            key = str(one["id"])
            if key not in uids:
                continue
            found = job.execute(
                f"SELECT {', '.join(FIELDS)} FROM service WHERE uid = ?", (uids[key],)
            ).fetchone()
            for name, value in zip(FIELDS, found, strict=True):
                kept = not theirs and (key, name) in ours
                if not theirs:
                    assert value == (ours[key, name] if kept else one[name])
                else:
                    assert value in (one[name], ours.get((key, name)))
            days = [
                d[0]
                for d in job.execute(
                    "SELECT byday FROM schedule WHERE service_id = ? ORDER BY byday", (row(key),)
                )
            ]
            said = sorted(str(h["byday"]) for h in tables["schedules"] if h["service_id"] == key)
            if not theirs:
                assert days == ([weeks[key]] if key in weeks else said)
            told = [
                p[0]
                for p in job.execute("SELECT number FROM phone WHERE service_id = ?", (row(key),))
            ]
            if not theirs and phones.get(key):
                assert phones[key] in told
    for batch, before in zip(reversed(batches), reversed(dumps), strict=True):
        undo_batch(job, batch, 99)
        assert everything(shelf) == before


def test_a_row_that_names_what_is_not_there_is_passed_over(
    shelf: Place, job: Connection, package: Write
) -> None:
    import_package(job, package(plain()), 1)
    put(job, "service", "name", "Ours", CLINIC)
    odd = [
        ("nothing", "name"),
        ("service", "x; DROP TABLE service"),
        ("phone", "*"),
        ("service", "id"),
    ]
    job.executemany(
        "INSERT INTO local_change(uid, row_uid, table_name, column_name, ours, theirs, changed_at)"
        " VALUES (randomblob(16), (SELECT uid FROM service), ?, ?, 'a', 'b', 1)",
        odd,
    )
    tables = plain()
    tables["services"][0]["name"] = "Theirs"
    batch, fields = bring(job, package(tables), 2)
    assert fields == {"service.name"}
    undo_batch(job, batch, 3)
    assert "Ours" in column(shelf, "SELECT name FROM service")
    kept = shelf.rows("SELECT table_name, column_name FROM local_change WHERE ours = 'a'")
    assert sorted(map(tuple, kept)) == sorted(odd)
