"""A copy that is let go of while something is still done with it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.backups.bring_back import BringBackCard
from peerdesk.features.backups.service import BackupsService
from peerdesk.ui.jobs import Jobs
from tests.store.copies import House


@pytest.fixture
def card(qtbot: QtBot, service: BackupsService) -> Iterator[BringBackCard]:
    jobs = Jobs()
    made = BringBackCard(service, jobs)
    qtbot.addWidget(made)
    yield made
    made.release()
    assert jobs.cancel_all()


def opened(qtbot: QtBot, card: BringBackCard) -> BringBackCard:
    copy = card._service.make_here()
    with qtbot.waitSignal(card.opened, timeout=10_000):
        card.show_copy(copy.path)
    return card


def late(
    monkeypatch: pytest.MonkeyPatch,
    card: BringBackCard,
    verb: str,
    act: Callable[[], object],
    work: Callable[..., object] | None = None,
) -> None:
    """``act``, and a cancel that comes when the service has done ``verb`` (or ``work``)."""
    done, go_on = threading.Event(), threading.Event()
    real = work or getattr(card._service, verb)

    def slow(*args: object) -> object:
        try:
            return real(*args)
        finally:
            done.set()
            assert go_on.wait(10)

    with monkeypatch.context() as held:
        held.setattr(card._service, verb, slow)
        act()
        assert done.wait(10)
    running = card._running
    assert running is not None
    cancel = running.job.cancel

    def cancel_too_late() -> None:
        cancel()
        go_on.set()

    monkeypatch.setattr(running.job, "cancel", cancel_too_late)


def settled(qtbot: QtBot, card: BringBackCard) -> None:
    qtbot.waitUntil(lambda: card._jobs.running() == 0, timeout=10_000)


def rooms(house: House) -> int:
    return len(list(house.workspace.backups.glob(".looking-*")))


def test_a_copy_that_was_read_too_late_is_let_go_of(
    qtbot: QtBot, card: BringBackCard, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = card._service.make_here()
    late(monkeypatch, card, "look", lambda: card.show_copy(copy.path))
    assert rooms(house) == 1
    card.leave()
    settled(qtbot, card)
    assert card.looked is None
    assert rooms(house) == 0


def test_another_copy_is_shown_though_the_first_was_read_too_late(
    qtbot: QtBot, card: BringBackCard, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = card._service.make_here()
    late(monkeypatch, card, "look", lambda: card.show_copy(copy.path))
    with qtbot.waitSignal(card.opened, timeout=10_000):
        card.show_copy(copy.path)
    settled(qtbot, card)
    assert card.looked is not None
    assert rooms(house) == 1


def test_what_lay_ready_before_somebody_went_back_is_put_in_place(
    qtbot: QtBot, card: BringBackCard, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(qtbot, card).boxes[house.safe].setChecked(True)
    late(monkeypatch, card, "bring_back", card.bring_back)
    with qtbot.waitSignal(card.ready, timeout=10_000):
        card.leave()
    settled(qtbot, card)
    assert rooms(house) == 0
    assert card._service.finish()


def test_what_a_password_opened_too_late_is_not_shown(
    qtbot: QtBot, card: BringBackCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(qtbot, card)
    late(monkeypatch, card, "unlock", card.open_more, lambda *_: None)
    card.leave()
    settled(qtbot, card)
    assert card.looked is None


def test_what_went_wrong_after_somebody_went_back_is_not_said(
    qtbot: QtBot, card: BringBackCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise KnownError(translate("Test", "No."))

    opened(qtbot, card)
    late(monkeypatch, card, "unlock", card.open_more, refuse)
    card.leave()
    settled(qtbot, card)
    assert card.message.text() == ""
