"""Keys that stay a while: since when a sheet could not be read, and the in-tray's key before.

And whoever was erased before leaves the orders of printed sheets, where a line of nobody stays.
"""

from __future__ import annotations

from typing import Any

COLUMNS = (
    "ALTER TABLE tonight ADD COLUMN missed_at INTEGER",
    "ALTER TABLE support_group ADD COLUMN former_secret BLOB",
)


def up(migrator: Any, db: Any) -> None:
    """Add the columns; take out who is not there any more."""
    for sql in COLUMNS:
        db.execute_sql(sql)
    people = {bytes(uid).hex() for (uid,) in db.execute_sql("SELECT uid FROM person")}
    sheets = "SELECT id, value FROM group_setting WHERE substr(key, 1, 6) = 'sheet '"
    for row, value in db.execute_sql(sheets).fetchall():
        lines = [uid if uid in people or not uid else "-" for uid in value.split(",")]
        db.execute_sql("UPDATE group_setting SET value = ? WHERE id = ?", (",".join(lines), row))
