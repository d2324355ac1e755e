"""How it went, on the page of the person."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.referrals.of_person import OfPerson
from peerdesk.features.referrals.service import REACHED, ReferralsService
from peerdesk.ui.context import Context

from .conftest import ANA, BO, HOUSING


def test_there_only_while_something_was_suggested(
    qtbot: QtBot, context: Context, service: ReferralsService, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = service.suggest(HOUSING, "Housing Clinic", ANA)
    part = OfPerson(context)
    qtbot.addWidget(part)
    part.show_person(BO)
    assert part.isHidden()
    part.show_person(ANA)
    assert not part.isHidden()
    (row,) = part.list.rows
    assert row.title.text() == "Housing Clinic"
    assert row.when.text() == "today", "whose page it is need not be said"

    def full(*_values: object) -> None:
        raise KnownError(translate("Test", "There is no room."))

    monkeypatch.setattr(part.service, "record", full)
    row.buttons[1].click()
    assert part.message.text() == "There is no room."
    service.record(uid, REACHED)
    part.show_person(ANA)
    assert part.list.rows[0].when.text() == "today · Got through"
    assert part.message.text() == ""
