"""One long thing at a time, and what is said of it is true."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.directory.work_panel import WorkPanel
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Job


class _Panel(WorkPanel):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.working: list[bool] = []
        self.add(self.message, self.stage, self.progress)

    def set_working(self, on: bool) -> None:
        self.working.append(on)
        self.message.clear()

    def nothing(self) -> str:
        return "Nothing was changed."


@pytest.fixture
def panel(qtbot: QtBot, context: Context) -> _Panel:
    made = _Panel(context)
    qtbot.addWidget(made)
    return made


def test_done(qtbot: QtBot, panel: _Panel) -> None:
    seen: list[int] = []
    panel.run("Counting", lambda _job: 3, seen.append)
    assert panel.stage.text() == "Counting"
    assert panel.progress.maximum() > 0
    qtbot.waitUntil(lambda: seen == [3])
    assert panel.working == [True, False]


def test_of_unknown_length(qtbot: QtBot, panel: _Panel) -> None:
    seen: list[int] = []
    panel.run("Counting", lambda _job: 3, seen.append, measured=False)
    assert panel.progress.maximum() == 0
    qtbot.waitUntil(lambda: seen == [3])


def _late(panel: _Panel) -> list[int]:
    """Cancelled when the work was done already."""
    seen: list[int] = []
    ready, cancelled = threading.Event(), threading.Event()

    def work(_job: Job) -> int:
        ready.set()
        assert cancelled.wait(10)
        return 3

    panel.run("Counting", work, seen.append)
    assert ready.wait(10)
    panel.cancel()
    assert panel.stage.text() == "Stopping"
    cancelled.set()
    return seen


def test_a_cancel_that_came_too_late_is_not_called_one(qtbot: QtBot, panel: _Panel) -> None:
    seen = _late(panel)
    qtbot.waitUntil(lambda: seen == [3])
    assert panel.message.text() == ""


def test_nothing_is_shown_after_the_end(qtbot: QtBot, panel: _Panel) -> None:
    def trouble(_job: Job) -> int:
        raise KnownError(translate("Test", "The drive is full."))

    def wait(job: Job) -> int:
        while True:
            job.check()

    seen: list[int] = []
    panel.run("Counting", lambda _job: 3, seen.append)
    panel.end()
    jobs = panel._context.jobs
    qtbot.waitUntil(lambda: jobs.running() == 0)
    panel.run("Counting", trouble, seen.append)
    qtbot.waitUntil(lambda: jobs.running() == 0)
    panel.run("Counting", wait, seen.append)
    panel.cancel()
    qtbot.waitUntil(lambda: jobs.running() == 0)
    assert seen == []
    assert panel.message.text() == ""
    assert panel.working == [True] * 3
