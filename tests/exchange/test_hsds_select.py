"""An export can read the directory and nothing else, whatever it is asked."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.exchange.hsds_export import reading
from peerdesk.exchange.hsds_select import TABLES, choose, only, selects
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place

PRIVATE = ("setting", "in_tray", "public_meeting", "cabinet_card", "published_agenda", "erased",
           "crisis_step", "service_check", "local_change", "saved_search", "import_batch",
           "import_before")  # fmt: skip


@pytest.mark.parametrize("table", PRIVATE)
def test_nothing_but_the_directory_can_be_read(job: Connection, table: str) -> None:
    job.execute(f"SELECT * FROM {table}")
    with only(job, TABLES):
        for sql in (
            f"SELECT * FROM {table}",
            f"SELECT (SELECT count(*) FROM {table} AS x WHERE x.id > 0) FROM service",
        ):
            with pytest.raises(sqlcipher.DatabaseError, match=r"prohibited|not authorized"):
                job.execute(sql)
    job.execute(f"SELECT * FROM {table}")


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM service",
        "INSERT INTO service(uid, organization_id) VALUES (x'00', 1)",
        "UPDATE service SET name = ''",
        "CREATE TABLE other (id)",
        "ATTACH ':memory:' AS beside",
        "PRAGMA user_version = 3",
    ],
)
def test_nothing_can_be_written_or_opened(job: Connection, sql: str) -> None:
    with only(job, TABLES), pytest.raises(sqlcipher.DatabaseError):
        job.execute(sql)


def test_another_file_beside_the_shelf_is_refused(job: Connection) -> None:
    job.execute("ATTACH ':memory:' AS beside")
    with pytest.raises(RuntimeError, match="beside the shelf"), reading(job):
        pass


def test_temporary_tables_go_with_the_reading(shelf: Place, job: Connection) -> None:
    for _ in range(2):
        with reading(job):
            assert choose(job) == (0, 0)
    assert not job.execute("SELECT * FROM sqlite_temp_master").fetchall()
    assert {s.table for parts in selects().values() for s in parts} == TABLES
