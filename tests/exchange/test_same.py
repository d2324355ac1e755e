"""Two centres wrote the same service down by hand, and give each other their packs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packages import Write, another_centre, column, dump, found

from peerdesk.exchange import alike
from peerdesk.exchange.hsds import import_package, undo_batch
from peerdesk.exchange.pack import make_pack, open_pack
from peerdesk.exchange.prepared import Prepared, Result
from peerdesk.exchange.preview import Preview
from peerdesk.exchange.together import Together
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place

NOTES = "SELECT hex(row_uid), table_name, column_name, ours FROM local_change"


@pytest.fixture
def theirs(shelf: Place, tmp_path: Path) -> Iterator[DirectoryService]:
    place = another_centre(tmp_path / "theirs", shelf.clock)
    yield DirectoryService(place)
    place.close()


@pytest.fixture
def ours(shelf: Place) -> DirectoryService:
    return DirectoryService(shelf)


def everything(shelf: Place) -> dict[str, list[str]]:
    return {**dump(shelf), "local_change": sorted(map(repr, shelf.rows(NOTES)))}


def packed(centre: DirectoryService, path: Path) -> Path:
    with closing(centre.shelf.another()) as connection:
        make_pack(connection, path, "Northgate", 1)
    return path


def look(job: Connection, path: Path, together: Together | None = None) -> Preview:
    with Prepared(path, opened=open_pack) as prepared:
        return prepared.look(job, same=together)


def bring(job: Connection, path: Path, together: Together | None = None, now: int = 9) -> Result:
    with Prepared(path, opened=open_pack) as prepared:
        return prepared.bring_in(job, now, same=together)


def clinic(centre: DirectoryService, phone: str = "555 0198", **more: str) -> bytes:
    uid = centre.add_service("Riverside Clinic", phone=phone, **more)  # type: ignore[arg-type]
    centre.set_address(uid, "12 Mill Lane", False, "Millbrook", "MB1 2CD")
    return uid


def test_the_same_twice_is_seen_and_said_to_be_one(
    ours: DirectoryService, theirs: DirectoryService, job: Connection, tmp_path: Path
) -> None:
    here = clinic(ours, "+44 1632 5550198", description="Ours")
    there = clinic(theirs, "01632 555 0198", description="Theirs")
    theirs.set_documents(there, ["A letter"])
    theirs.set_hours(there, [("MO", "09:00", "12:00")])
    theirs.add_service("Warm Rooms", phone="555 0300")
    path = packed(theirs, tmp_path / "p.zip")
    before = everything(ours.shelf)
    seen = look(job, path)
    ((twin,), new) = seen.twins, seen.new_names
    assert (twin.key, twin.known, new) == ((there, here), False, ("Riverside Clinic", "Warm Rooms"))
    assert twin.there.places == ("12 Mill Lane, Millbrook, MB1 2CD",)
    seen = look(job, path, {there: here})
    assert (seen.services, seen.new_names, seen.changed) == (2, ("Warm Rooms",), 1)
    assert len(seen.twins) == 1
    assert [(c.ours, c.theirs) for c in seen.conflicts] == [("Ours", "Theirs")]
    assert {(f.table, f.before, f.after) for f in seen.changes[0].fields} == {
        ("required_document", "", "A letter"),
        ("schedule", "", "MO 09:00-12:00"),
    }
    assert everything(ours.shelf) == before
    batch = bring(job, path, {there: here}).batch
    assert column(ours.shelf, "SELECT name FROM service ORDER BY 1") == [
        "Riverside Clinic", "Warm Rooms",
    ]  # fmt: skip
    detail = ours.detail(here)
    assert detail is not None
    assert (detail.description, detail.documents) == ("Ours", ("A letter",))
    assert (len(detail.phones), len(detail.lines)) == (1, 1)
    assert detail.where == ("12 Mill Lane, Millbrook, MB1 2CD",)
    assert column(ours.shelf, "SELECT count(*) FROM organization") == [2]
    # the next pack finds it
    theirs.set_text(there, "name", "Riverside Housing Clinic")
    later = packed(theirs, tmp_path / "later.zip")
    seen = look(job, later)
    assert [(t.key, t.known) for t in seen.twins] == [((there, here), True)]
    assert (seen.new, {c.ours for c in seen.conflicts if c.key[2] == "name"}) == (
        0, {"Riverside Clinic"},
    )  # fmt: skip
    # and taking the import back takes that back as well
    undo_batch(job, batch, 10)
    assert everything(ours.shelf) == before
    assert [t.known for t in look(job, path).twins] == [False]


def test_what_the_other_does_not_tell_and_capitals_are_no_question(
    ours: DirectoryService, job: Connection, package: Write
) -> None:
    here = clinic(ours, hours=[("MO", "09:00", "12:00")], languages=["Welsh"])  # type: ignore[arg-type]
    ours.set_documents(here, ["A letter"])
    path = package(
        {
            "services": [{"id": "1", "name": "riverside clinic", "email": "a@b.example"}],
            "phones": [{"id": "1", "service_id": "1", "number": "5550198"}],
        }
    )
    with Prepared(path) as prepared:
        (twin,) = prepared.look(job).twins
        seen = prepared.look(job, same=dict([twin.key]))
    assert seen.conflicts == ()
    assert [(f.column, f.after) for f in seen.changes[0].fields] == [("email", "a@b.example")]


def test_kept_both_they_stand_beside_each_other(
    ours: DirectoryService, theirs: DirectoryService, job: Connection, tmp_path: Path
) -> None:
    here, there = clinic(ours), clinic(theirs)
    path = packed(theirs, tmp_path / "p.zip")
    bring(job, path, {there: here})
    bring(job, path, {}, 10)  # it was said before, and is not so
    assert column(ours.shelf, "SELECT count(*) FROM service") == [2]
    assert ours.shelf.rows(NOTES) == []
    assert look(job, path).twins == ()


def test_what_nobody_said_here_comes_in_and_stays(
    ours: DirectoryService, theirs: DirectoryService, job: Connection, tmp_path: Path
) -> None:
    """Listing there: a place, areas, costs; here: a name and a number."""
    here = ours.add_service("Riverside Clinic", phone="555 0198")
    there = clinic(theirs)
    number = theirs.id_of(there)
    run = theirs.shelf.database.connection().execute
    run("INSERT INTO service_area(uid, service_id, name) VALUES (x'01', ?, 'Mill')", (number,))
    run("INSERT INTO contact(uid, service_id, name) VALUES (x'02', ?, 'Desk')", (number,))
    run("INSERT INTO phone(uid, contact_id, number) VALUES (x'03', 1, '555 9')")
    run("INSERT INTO language(uid, phone_id, name) SELECT x'04', max(id), 'Welsh' FROM phone")
    path = packed(theirs, tmp_path / "p.zip")
    for now in (9, 10, 11):
        bring(job, path, {there: here} if now == 9 else None, now)
        detail = ours.detail(here)
        assert detail is not None
        assert detail.where == ("12 Mill Lane, Millbrook, MB1 2CD",)
        assert column(ours.shelf, "SELECT name FROM service_area") == ["Mill"]
        assert column(ours.shelf, "SELECT name FROM language") == ["Welsh"]
        assert column(ours.shelf, "SELECT number FROM phone ORDER BY 1") == ["555 0198", "555 9"]
    run = ours.shelf.database.connection().execute
    run("UPDATE service_area SET batch_id = NULL, name = 'Ours'")
    run("UPDATE contact SET batch_id = NULL, name = 'Ours', uid = x'09'")
    bring(job, path, None, 12)
    assert column(ours.shelf, "SELECT name FROM service_area") == ["Ours"]
    assert column(ours.shelf, "SELECT name FROM contact") == ["Ours"]


def test_what_came_for_a_listing_that_was_here_is_not_found_any_more_when_it_went(
    ours: DirectoryService, theirs: DirectoryService, job: Connection, tmp_path: Path
) -> None:
    here = ours.add_service("Riverside Clinic", phone="555 0198")
    there = clinic(theirs, "555 0198")
    batch = bring(job, packed(theirs, tmp_path / "p.zip"), {there: here}).batch
    assert found(ours.shelf, "Millbrook") == ["Riverside Clinic"]
    undo_batch(job, batch, 10)
    assert found(ours.shelf, "Millbrook") == []


def test_a_hidden_place_stays_the_only_one(
    ours: DirectoryService, theirs: DirectoryService, job: Connection, tmp_path: Path
) -> None:
    here = ours.add_service("Riverside Clinic", phone="555 0198")
    ours.set_hidden(here, True)
    ours.set_address(here, "Safe House", True)
    there = clinic(theirs)
    theirs.shelf.database.connection().execute(
        "UPDATE schedule SET service_at_location_id = 1, service_id = NULL"
    )
    path = packed(theirs, tmp_path / "p.zip")
    ((twin,),) = [look(job, path).twins]
    assert twin.here.places == ()
    bring(job, path, {there: here})
    detail = ours.detail(here)
    assert detail is not None
    assert (detail.hidden, detail.where) == (True, ())
    assert column(ours.shelf, "SELECT count(*) FROM address") == [1]


def test_times_at_a_place_that_stays_away_are_still_told(
    ours: DirectoryService, theirs: DirectoryService, job: Connection, tmp_path: Path
) -> None:
    here, there = clinic(ours), clinic(theirs)
    theirs.set_hours(there, [("MO", "09:00", "12:00")])
    theirs.shelf.database.connection().execute(
        "UPDATE schedule SET service_id = NULL,"
        " service_at_location_id = (SELECT id FROM service_at_location)"
    )
    seen = look(job, packed(theirs, tmp_path / "p.zip"), {there: here})
    assert [(f.table, f.after) for f in seen.changes[0].fields] == [("schedule", "MO 09:00-12:00")]
    ours.set_hours(here, [("TU", "10:00", "11:00")])
    seen = look(job, tmp_path / "p.zip", {there: here})
    assert [(c.ours, c.theirs) for c in seen.conflicts] == [("TU 10:00-11:00", "MO 09:00-12:00")]


def test_one_that_has_a_directory_of_its_own_stays_as_that_has_it(
    ours: DirectoryService, theirs: DirectoryService, job: Connection, package: Write,
    tmp_path: Path,
) -> None:  # fmt: skip
    directory = package(
        {
            "services": [{"id": "1", "name": "Riverside Clinic", "description": "Of 211"}],
            "phones": [{"id": "1", "service_id": "1", "number": "555 0198"}],
        }
    )
    import_package(job, directory, 1)
    here = bytes(ours.uid_of(1) or b"")
    there = clinic(theirs, description="Theirs")
    shared = theirs.add_service("Reading Room", phone="555 0200")
    run = theirs.shelf.database.connection().execute
    run("UPDATE service SET organization_id = 1")
    run(
        "INSERT INTO service_at_location(uid, service_id, location_id) VALUES (x'07', ?, 1)",
        (theirs.id_of(shared),),
    )
    before = ours.detail(here)
    seen = look(job, path := packed(theirs, tmp_path / "p.zip"), {there: here})
    assert (seen.services, seen.new_names, seen.conflicts) == (1, ("Reading Room",), ())
    bring(job, path, {there: here})
    assert ours.detail(here) == before
    assert column(ours.shelf, "SELECT address_1 FROM address") == ["12 Mill Lane"]
    # the pack that brought a listing may bring it anew, under another id
    import_package(job, directory, 2)
    assert ours.detail(here) == before


def test_the_same_directory_under_a_new_id_brings_it_up_to_date(
    ours: DirectoryService, job: Connection, package: Write
) -> None:
    first = {
        "services": [{"id": "1", "name": "Riverside Clinic", "description": "Old"}],
        "phones": [{"id": "1", "service_id": "1", "number": "555 0198"}],
    }
    import_package(job, package(first), 1)
    here = bytes(ours.uid_of(1) or b"")
    second = {
        "services": [{"id": "7", "name": "Riverside Clinic", "description": "New"}],
        "phones": [{"id": "7", "service_id": "7", "number": "555 0198"}],
    }
    with Prepared(package(second)) as prepared:
        (twin,) = prepared.look(job).twins
        prepared.bring_in(job, 2, same=dict([twin.key]))
    detail = ours.detail(here)
    assert detail is not None
    assert (detail.description, len(detail.phones), ours.count()) == ("New", 1, 1)


def test_what_is_here_itself_or_nowhere_is_passed_over(
    ours: DirectoryService, theirs: DirectoryService, job: Connection, tmp_path: Path
) -> None:
    here = clinic(ours)
    bring_back = packed(ours, tmp_path / "ours.zip")
    with closing(theirs.shelf.another()) as connection:
        with Prepared(bring_back, opened=open_pack) as prepared:
            prepared.bring_in(connection, 1)
        twin = clinic(theirs, "555 0777")
        both = packed(theirs, tmp_path / "both.zip")
    gone = b"\x00" * 16
    seen = look(job, both, {twin: here, gone: here, here: gone})
    assert (seen.new, seen.services, seen.conflicts) == (0, 1, ())  # it is in the pack itself
    assert look(job, both, {twin: gone}).new == 1
    bring(job, both, {twin: gone})
    assert ours.shelf.rows(NOTES) == []


def test_two_that_are_one_here(
    ours: DirectoryService, theirs: DirectoryService, job: Connection, tmp_path: Path
) -> None:
    here = clinic(ours)
    twice = [clinic(theirs), clinic(theirs)]
    path = packed(theirs, tmp_path / "p.zip")
    assert len(look(job, path).twins) == 1
    bring(job, path, dict.fromkeys(twice, here))
    assert ours.count() == 1
    seen = look(job, path)
    assert {t.there.uid for t in seen.twins if t.known} == set(twice)
    assert seen.new == 0


def test_too_many_are_not_looked_at(
    ours: DirectoryService, theirs: DirectoryService, job: Connection, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    clinic(ours)
    clinic(theirs)
    path = packed(theirs, tmp_path / "p.zip")
    monkeypatch.setattr(alike, "MOST", 1)
    assert look(job, path).twins == ()


WORDS = st.sampled_from(["Riverside Clinic", "Warm Rooms", "Night Café"])
LISTINGS = st.lists(
    st.tuples(
        WORDS,
        st.sampled_from(["", "555 0198", "555 0200"]),
        st.sampled_from(["", "12 Mill Lane", "3 Quay"]),
        st.booleans(),
        st.sampled_from([(), ("A letter",)]),
    ),
    min_size=1,
    max_size=3,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(mine=LISTINGS, others=LISTINGS, data=st.data())
def test_whatever_is_decided_is_taken_back_whole(
    tmp_path_factory: pytest.TempPathFactory,
    shelf: Place,
    mine: list[tuple[str, str, str, bool, tuple[str, ...]]],
    others: list[tuple[str, str, str, bool, tuple[str, ...]]],
    data: st.DataObject,
) -> None:
    """What was written here is never changed; the next pack changes nothing more; undo undoes."""
    folder = tmp_path_factory.mktemp("centres")
    places = [another_centre(folder / name, shelf.clock) for name in ("a", "b")]
    try:
        centres = [DirectoryService(place) for place in places]
        for centre, listings in zip(centres, (mine, others), strict=True):
            for name, phone, street, hide, papers in listings:
                uid = centre.add_service(name, phone=phone, address=street, hide_address=hide)
                centre.set_documents(uid, papers)
        ours, theirs = centres
        before = everything(ours.shelf)
        uids = [row.uid for row in ours.rows(ours.search(""))]
        details = [ours.detail(uid) for uid in uids]
        path = packed(theirs, folder / "p.zip")
        with closing(ours.shelf.another()) as job:
            chosen = {
                t.there.uid: t.here.uid for t in look(job, path).twins if data.draw(st.booleans())
            }
            result = bring(job, path, chosen)
            for old, uid in zip(details, uids, strict=True):
                new = ours.detail(uid)
                assert new is not None
                assert old is not None
                assert new.name == old.name
                assert new.hidden == old.hidden or not old.where
                assert new.documents == old.documents or not old.documents
                assert new.where == old.where or not old.where
                assert new.phones == old.phones or not old.phones
            assert ours.count() == len(mine) + len(others) - len(chosen)
            seen = look(job, path)
            assert (seen.new, seen.changed) == (0, 0)
            undo_batch(job, result.batch, 20)
        assert everything(ours.shelf) == before
    finally:
        for place in places:
            place.close()
