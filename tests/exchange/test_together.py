"""A staged listing becomes one that is here: what was met, and what is to be taken.

What comes of it on the shelf stands in ``test_same``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from packages import Write, plain

from peerdesk.exchange.hsds import import_package
from peerdesk.exchange.merging import Key
from peerdesk.exchange.prepared import Prepared
from peerdesk.exchange.together import Together, bring_together
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place


@contextmanager
def staged(job: Connection, path: Path) -> Iterator[None]:
    with Prepared(path) as prepared:
        job.execute("ATTACH ? AS staging", (str(prepared._staged),))
        try:
            yield
        finally:
            job.execute("DETACH staging")


def uids(job: Connection, schema: str) -> dict[str, bytes]:
    return {str(n): bytes(u) for u, n in job.execute(f"SELECT uid, name FROM {schema}.service")}


def met(job: Connection, same: Together, key: str = "") -> tuple[int, set[tuple[str, str]]]:
    """(how many were met, table and column of what is to be taken)."""
    pairs, blank = bring_together(job, same, key, "directory")
    assert all(isinstance(one, tuple) for one in blank)
    return len(pairs), {_field(key) for key in blank}


def _field(key: Key) -> tuple[str, str]:
    return key[0], key[2]


def test_nothing_said_nothing_done(job: Connection, package: Write) -> None:
    with staged(job, package(plain())):
        before = uids(job, "staging")
        assert met(job, {}) == (0, set())
        assert met(job, {b"nobody": b"nowhere"}) == (0, set())
        assert uids(job, "staging") == before


def test_into_one_that_was_written_here_comes_what_it_does_not_say(
    shelf: Place, job: Connection, package: Write
) -> None:
    centre = DirectoryService(shelf)
    here = centre.add_service("housing clinic", description="Ours", languages=["Welsh"])
    with staged(job, package(plain())):
        there = uids(job, "staging")["Housing Clinic"]
        count, blank = met(job, {there: here})
        assert count == 1
        assert {("phone", "number"), ("schedule", "*"), ("service", "fees_description")} <= blank
        assert not {("language", "*"), ("service", "description"), ("service", "name")} & blank
        assert uids(job, "staging")["housing clinic"] == here
        said = "SELECT service_id FROM staging.phone WHERE number = '555 0198'"
        assert job.execute(said).fetchall() == [(here,)]
        # the organization is of another staged listing as well, and comes in for that
        assert job.execute("SELECT count(*) FROM staging.organization").fetchone() == (1,)


def test_of_one_that_another_directory_keeps_nothing_comes_in(
    shelf: Place, job: Connection, package: Write
) -> None:
    import_package(job, package(plain()), 1)
    here = uids(job, "main")["Food Bank"]
    tables = plain()
    tables["services"] = [{"id": "z1", "name": "Food bank", "organization_id": "o9"}]
    tables["organizations"] = [{"id": "o9", "name": "Another"}]
    tables["service_at_location"] = [{"id": "x9", "service_id": "z1", "location_id": "l1"}]
    tables["phones"] = [{"id": "p9", "service_id": "z1", "number": "555 0199"}]
    with staged(job, package(tables, name="other")):
        there = uids(job, "staging")["Food bank"]
        assert met(job, {there: here}, "another directory") == (1, set())
        for table in ("service", "phone", "organization", "service_at_location", "location"):
            assert job.execute(f"SELECT count(*) FROM staging.{table}").fetchone() == (0,)
