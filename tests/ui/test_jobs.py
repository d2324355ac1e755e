"""Long work: results on the main thread, progress when it takes long, cancel without a trace."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.ui.jobs import Job, Jobs, Running


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    del qapp
    made = Jobs()
    yield made
    assert made.cancel_all()


def test_result_arrives_on_the_main_thread(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[object] = []

    def work(job: Job) -> int:
        job.check()
        seen.append(threading.current_thread() is threading.main_thread())
        return 42

    def done(result: int) -> None:
        seen.append((result, threading.current_thread() is threading.main_thread()))

    with qtbot.waitSignal(jobs.start(work, done).finished):
        pass
    assert seen == [False, (42, True)]
    assert jobs.running() == 0


def test_a_known_error_is_a_sentence(qtbot: QtBot, jobs: Jobs) -> None:
    words: list[Text] = []

    def work(_job: Job) -> None:
        raise KnownError(translate("x", "The drive is full."))

    with qtbot.waitSignal(jobs.start(work, problem=words.append).finished):
        pass
    assert str(words[0]) == "The drive is full."


def test_our_own_mistakes_are_raised(qtbot: QtBot, jobs: Jobs) -> None:
    def work(_job: Job) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught, qtbot.waitSignal(jobs.start(work).finished):
        pass
    assert caught[0][0] is ZeroDivisionError


def test_cancel(qtbot: QtBot, jobs: Jobs) -> None:
    started, told = threading.Event(), []

    def work(job: Job) -> None:
        started.set()
        while True:
            job.progress(1, 2)

    running = jobs.start(work, lambda _r: told.append("done"), cancelled=lambda: told.append("no"))
    assert started.wait(5)
    with qtbot.waitSignal(running.finished):
        running.cancel()
    assert told == ["no"]


def test_progress_waits_until_it_takes_long(qtbot: QtBot, jobs: Jobs) -> None:
    go_on, told = threading.Event(), threading.Event()

    def work(job: Job) -> None:
        job.progress(1, 4, "reading")
        told.set()
        go_on.wait(5)
        job.progress(2, 4, "reading")

    running = jobs.start(work)
    seen: list[tuple[int, int, object]] = []
    running.progress.connect(lambda *args: seen.append(args))
    assert told.wait(5)
    QApplication.processEvents()
    assert seen == []
    running._patience.timeout.emit()
    assert seen == [(1, 4, "reading")]
    running._patience.stop()
    with qtbot.waitSignal(running.finished):
        go_on.set()
    assert seen[-1] == (2, 4, "reading")


def test_cancel_all_ends_everything(qtbot: QtBot, jobs: Jobs) -> None:
    def work(job: Job) -> None:
        while not job.cancelled():
            pass

    counts: list[int] = []
    jobs.changed.connect(counts.append)
    last = [jobs.start(work) for _ in range(3)][-1]
    with qtbot.waitSignal(last.finished):
        assert jobs.cancel_all()
    qtbot.waitUntil(lambda: jobs.running() == 0)
    assert counts == [1, 2, 3, 2, 1, 0]


def _late(jobs: Jobs, told: list[object], *, wrong: Exception | None = None) -> Running[int]:
    """Work whose cancel comes after its last look at it."""
    ready, go_on = threading.Event(), threading.Event()

    def work(_job: Job) -> int:
        ready.set()
        assert go_on.wait(10)
        if wrong is not None:
            raise wrong
        return 3

    def cancelled() -> None:
        told.append("no")

    running = jobs.start(work, told.append, lambda text: told.append(str(text)), cancelled)
    assert ready.wait(10)
    running.cancel()
    go_on.set()
    return running


def test_what_was_done_before_its_cancel_came_is_done(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[object] = []
    with qtbot.waitSignal(_late(jobs, told).finished):
        pass
    assert told == [3]


def test_what_went_wrong_before_its_cancel_came_is_said(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[object] = []
    full = KnownError(translate("x", "The drive is full."))
    with qtbot.waitSignal(_late(jobs, told, wrong=full).finished):
        pass
    assert told == ["The drive is full."]


def test_nobody_is_told_what_came_of_what_was_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[object] = []
    for wrong in (None, KnownError(translate("x", "The drive is full.")), ZeroDivisionError()):
        running = _late(jobs, told, wrong=wrong)
        with qtbot.waitSignal(running.finished):
            assert jobs.cancel_all()
    assert told == []
    assert jobs.running() == 0
