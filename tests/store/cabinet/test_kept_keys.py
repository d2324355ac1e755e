"""The step of the cabinet's form that keeps keys a while, and takes out who was erased before."""

from __future__ import annotations

from pathlib import Path

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store.cabinet import Group, GroupSetting, Person, TonightKey, open_cabinet
from peerdesk.store.connection import connect

KEY = bytes(32)


def test_whoever_was_erased_before_leaves_the_orders_of_sheets(
    tmp_path: Path, clock: FixedClock
) -> None:
    path, ana = tmp_path / "c.safe", new_uid()
    place = open_cabinet(path, KEY, clock, tmp_path / "backups")
    with place.operation(translate("Test", "As it was")):
        Person.create(uid=ana, name="Ana", added_at=1, changed_at=1)
        order = f"{'ab' * 16},{ana.hex()},,{'cd' * 16}"
        GroupSetting.create(uid=new_uid(), key="sheet " + "00" * 16, value=order)
        GroupSetting.create(uid=new_uid(), key="tone", value="ab" * 16)
    place.close()
    raw = connect(path, KEY)
    raw.execute("ALTER TABLE tonight DROP COLUMN missed_at")
    raw.execute("ALTER TABLE support_group DROP COLUMN former_secret")
    raw.execute("DELETE FROM schema_migration WHERE name LIKE '0006%'")
    raw.execute("PRAGMA user_version = 5")
    raw.close()
    place = open_cabinet(path, KEY, clock, tmp_path / "backups")
    try:
        kept = [str(row.value) for row in GroupSetting.select().order_by(GroupSetting.id)]
        assert kept == [f"-,{ana.hex()},,-", "ab" * 16]
        assert TonightKey.select().where(TonightKey.missed_at.is_null(True)).count() == 0
        assert Group.select().where(Group.former_secret.is_null(True)).count() == 0
    finally:
        place.close()
