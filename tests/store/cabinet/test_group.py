"""The group's own rows."""

from __future__ import annotations

import peewee
import pytest

from peerdesk.core.ids import new_uid
from peerdesk.store.cabinet import Group, GroupSetting, TonightKey
from peerdesk.store.place import Place


def test_a_word_of_sql_is_no_table() -> None:
    assert Group._meta.table_name == "support_group"


def test_a_setting_stands_once(cabinet: Place) -> None:
    GroupSetting.create(uid=new_uid(), key="tone", value="yes")
    with pytest.raises(peewee.IntegrityError):
        GroupSetting.create(uid=new_uid(), key="tone", value="no")


def test_the_key_of_tonight_is_kept_to_the_byte(cabinet: Place) -> None:
    key = bytes(range(32))
    TonightKey.create(uid=new_uid(), file_id="a", key=key, meeting_uid=new_uid(), started_at=1)
    assert bytes(TonightKey.get().key) == key
