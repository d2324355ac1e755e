"""The staging file holds only what the package has."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.exchange.staging import Staging


def test_rows_and_filled_columns(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "s.db")
    uids, owners = [b"1" * 16, b"2" * 16], [b"3" * 16, None]
    staging.add("phone", uids, {"service_id": owners, "number": ["555", "556"]})
    staging.finish()
    staging.close()
    assert list(staging.filled["phone"]) == ["service_id", "number"]
    assert not staging.filled["service"]
    connection = sqlcipher.connect(str(tmp_path / "s.db"))
    rows = connection.execute("SELECT uid, service_id, number, type FROM phone").fetchall()
    assert rows == [(b"1" * 16, b"3" * 16, "555", ""), (b"2" * 16, None, "556", "")]
    connection.close()
