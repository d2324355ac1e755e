"""The directory's tables, as the migration makes them, are those the models describe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.store import directory
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

NOON = datetime(2026, 11, 24, 12, 0)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", FixedClock(NOON), tmp_path / "backups")
    yield place
    place.close()


@pytest.mark.parametrize("model", directory.MODELS, ids=lambda m: m.__name__)
def test_the_tables_are_those_of_the_models(shelf: Place, model: type) -> None:
    meta = model._meta  # type: ignore[attr-defined]
    made = {str(r[1]) for r in shelf.rows(f"PRAGMA table_info({meta.table_name})")}
    assert made == set(meta.columns)


@pytest.mark.parametrize("model", directory.MODELS, ids=lambda m: m.__name__)
def test_every_reference_has_an_index(shelf: Place, model: type) -> None:
    meta = model._meta  # type: ignore[attr-defined]
    table = meta.table_name
    indexed = {
        str(shelf.rows(f"PRAGMA index_info({r[1]})")[0][2])
        for r in shelf.rows(f"PRAGMA index_list({table})")
    }
    refs = {str(r[3]) for r in shelf.rows(f"PRAGMA foreign_key_list({table})")}
    assert refs == {f.column_name for f in meta.refs}
    assert refs - {"batch_id"} <= indexed


def test_refresh_works_out_what_the_search_knows(shelf: Place) -> None:
    run = shelf.database.connection().execute
    run("INSERT INTO organization(id, uid, name) VALUES (1, x'01', 'Riverside Trust')")
    run(
        "INSERT INTO service(id, uid, organization_id, name, category, free)"
        " VALUES (1, x'01', 1, 'Housing Clinic', 'housing rights', 1)"
    )
    run("INSERT INTO service(id, uid, organization_id, name) VALUES (2, x'02', 1, 'Plain')")
    run("INSERT INTO location(id, uid, name, step_free) VALUES (1, x'01', 'Mill House', 1)")
    run("INSERT INTO location(id, uid, name, hide_address) VALUES (2, x'02', 'Safe House', 1)")
    for place in (1, 2):
        run(
            "INSERT INTO address(uid, location_id, address_1, city) VALUES (?, ?, ?, ?)",
            (bytes([place]), place, f"{place} Mill Lane", f"Town{place}"),
        )
        run(
            "INSERT INTO service_at_location(uid, service_id, location_id) VALUES (?, 1, ?)",
            (bytes([place]), place),
        )
    run("INSERT INTO language(uid, service_id, name) VALUES (x'01', 1, 'Sign language')")
    run("INSERT INTO taxonomy_term(id, uid, name) VALUES (1, x'01', 'Evictions')")
    run("INSERT INTO service_taxonomy(uid, service_id, taxonomy_term_id) VALUES (x'01', 1, 1)")
    directory.refresh(shelf.database.connection(), "s.id IN (?, ?)", 1, 2)
    found = shelf.rows(
        "SELECT words_organization, words_place, words_category, marks FROM service ORDER BY id"
    )
    organization, place_words, category, marks = (str(v) for v in found[0])
    assert organization == "Riverside Trust"
    assert "Mill House" in place_words
    assert "1 Mill Lane" in place_words
    assert "Town2" in place_words
    assert "Safe House" not in place_words
    assert "2 Mill Lane" not in place_words
    assert category == "housing rights Evictions"
    assert marks.split() == ["xfree", "xstepfree", "xcathousing", "xcatrights", "xlangsignlanguage"]
    assert found[1] == ("Riverside Trust", "", "", "")
    for word, count in (("evictions", 1), ("town2", 1), ("riverside", 2), ("safe", 0)):
        rows = shelf.rows("SELECT rowid FROM service_search WHERE service_search MATCH ?", word)
        assert len(rows) == count, word


def test_long_names_are_cut_where_they_stand_beside_a_service(shelf: Place) -> None:
    run = shelf.database.connection().execute
    long = "word " * 1_000
    run("INSERT INTO organization(id, uid, name) VALUES (71, x'71', ?)", (long,))
    run("INSERT INTO service(id, uid, organization_id, name) VALUES (71, x'71', 71, 'n')")
    run("INSERT INTO location(id, uid, name) VALUES (71, x'71', ?)", (long,))
    run("INSERT INTO service_at_location(uid, service_id, location_id) VALUES (x'71', 71, 71)")
    run("INSERT INTO address(uid, location_id, city) VALUES (x'71', 71, ?)", (long,))
    run("INSERT INTO language(uid, service_id, name) VALUES (x'71', 71, ?)", (long,))
    run("INSERT INTO taxonomy_term(id, uid, name) VALUES (71, x'71', ?)", (long,))
    run("INSERT INTO service_taxonomy(uid, service_id, taxonomy_term_id) VALUES (x'71', 71, 71)")
    directory.refresh(shelf.database.connection(), "s.id = ?", 71)
    letters, _, _ = directory.derived(shelf.database.connection(), "s.id = 71")
    assert 400 < letters < 1_000


def test_only_places_with_much_to_say_are_crossed(shelf: Place) -> None:
    run = shelf.database.connection().execute
    run("INSERT INTO organization(id, uid, name) VALUES (71, x'71', 'o')")
    for place, addresses in ((71, 4), (72, 5)):
        run(f"INSERT INTO location(id, uid, name) VALUES ({place}, x'{place}', 'l')")
        for number in range(addresses):
            uid = f"x'{place}{number:02}'"
            run(f"INSERT INTO address(uid, location_id, city) VALUES ({uid}, {place}, 'c')")
    for service in (71, 72, 73):
        run(
            "INSERT INTO service(id, uid, organization_id, name)"
            f" VALUES ({service}, x'{service}', 71, 'n')"
        )
        for place in (71, 72):
            run(
                "INSERT INTO service_at_location(uid, service_id, location_id)"
                f" VALUES (x'{service}{place}', {service}, {place})"
            )
    assert directory.crossed(shelf.database.connection(), "s.id IN (71, 72)") == 10
