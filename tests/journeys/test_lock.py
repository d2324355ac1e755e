"""Locking as people meet it: by hand, by leaving, by closing the lid, with a disk that is full."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from peerdesk.app.ending import Ending
from peerdesk.app.locking import leaving
from peerdesk.app.locking.watch import LockWatch
from peerdesk.app.page_area import Cover
from peerdesk.app.platform import System
from peerdesk.features.notes.service import NotesService
from peerdesk.safe.files import NoRoom, in_plain_words

from .conftest import Seat, TestDesk
from .person import Person
from .walks import make_group, signs_in

ENTER = Qt.Key.Key_Return
WORDS = "A canary about Bartholomew that nobody saved"


class Computer(System):
    """A computer that tells what the test wants, and writes down what is asked of it."""

    def __init__(self) -> None:
        self.tell = None
        self.awake = 1_000_000
        self.captures: list[bool] = []

    def watch(self, tell) -> None:
        self.tell = tell

    def stop(self) -> None:
        self.tell = None

    def awake_ms(self) -> int:
        return self.awake

    def hide_from_capture(self, window: int, hide: bool) -> bool:
        assert window
        self.captures.append(hide)
        return True


class Disk:
    """Notes cannot be saved while it is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        for name in ("new_note", "save_title", "save_body"):
            monkeypatch.setattr(NotesService, name, self._wrap(getattr(NotesService, name)))

    def _wrap(self, real):
        def verb(*arguments):
            if self.full:
                from pathlib import Path

                raise in_plain_words(OSError(28, "full"), Path("drawer.safe"))
            return real(*arguments)

        return verb


@pytest.fixture
def disk(monkeypatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def computer(monkeypatch) -> Computer:
    made = Computer()
    monkeypatch.setattr(TestDesk, "system", made)
    monkeypatch.setattr(leaving, "LISTEN_AFTER_MS", 0)
    return made


def writes(sit_down: Seat, tiny_kdf) -> tuple[TestDesk, Person]:
    """Somebody has half a sentence in a new note."""
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("My notes")
    person.waits_for("Write a first note")
    person.presses("Write a first note")
    person.keys("After the call")
    person.key(ENTER)
    person.keys(WORDS)
    return desk, person


def locked(desk: TestDesk) -> bool:
    return desk.next_start is not None


def test_by_hand_on_a_full_disk(sit_down, tiny_kdf, computer, disk) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    disk.full = True
    person.holds(Qt.Key.Key_L)
    assert not locked(desk), "somebody sits there and is told first"
    assert person.sees("no room left")
    assert person.sees("keeps your last words locked until you sign in again")
    person.presses("Copy my words")
    assert WORDS in QApplication.clipboard().text()
    person.button("Save again")
    desk.signed_in.leaving.unsaved.again_button.click()
    assert person.sees("keeps your last words locked"), "still full"
    disk.full = False
    desk.signed_in.leaving.unsaved.again_button.click()
    person.waits_for("Everything is saved.")
    assert not desk.signed_in.leaving.unsaved.isVisible()
    person.holds(Qt.Key.Key_L)
    assert locked(desk)
    assert desk.carried == []
    assert QApplication.clipboard().text() == "", "copies go at a lock"


def test_staying_a_moment_and_locking_all_the_same(sit_down, tiny_kdf, computer, disk) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    disk.full = True
    person.holds(Qt.Key.Key_L)
    person.presses("Stay")
    assert not locked(desk)
    assert person.sees(WORDS)
    person.holds(Qt.Key.Key_L)
    person.presses("Lock now")
    assert locked(desk)
    assert len(desk.carried) == 1
    assert b"canary" not in desk.carried[0]


def test_words_wait_for_their_writer(sit_down, tiny_kdf, computer, disk) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    disk.full = True
    desk.lock("welcome", "session")
    assert locked(desk), "nobody waits when the session is locked"
    somebody_else = b"x" * 60
    boxes = [*desk.carried, somebody_else]

    desk, person = sit_down.come_back()
    disk.full = False
    desk.carried = boxes
    desk.show_welcome()
    person.waits_for("Some words could not be saved before PeerDesk locked.")
    assert not person.sees("Bartholomew")
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.waits_for("The words that could not be saved are in My notes now.")
    assert desk.carried == [somebody_else]
    person.presses("My notes")
    person.waits_for("Words from before the lock")
    person.waits_for(WORDS)


def test_words_that_still_cannot_be_saved_go_on_waiting(sit_down, tiny_kdf, computer, disk) -> None:
    desk, _person = writes(sit_down, tiny_kdf)
    disk.full = True
    desk.lock("welcome", "sleep")
    boxes = desk.carried
    desk, person = sit_down.come_back()
    desk.carried = list(boxes)
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.waits_for("no room left")
    assert desk.carried == boxes
    desk.lock("welcome", "session")
    assert desk.carried == boxes


def passes(desk: TestDesk, computer: Computer, ms: int) -> None:
    computer.awake += ms
    desk.signed_in.leaving.watch.look()


def test_idle_warns_and_locks(sit_down, tiny_kdf, computer, disk) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    minutes = desk.signed_in.leaving.watch.limit
    passes(desk, computer, minutes - 20_000)
    person.waits_for("PeerDesk locks in 20 s. Press any key to stay.")
    QTest.keyClick(person.window.windowHandle(), Qt.Key.Key_X)
    assert not person.sees("PeerDesk locks in")
    passes(desk, computer, minutes - 12_000)
    person.waits_for("PeerDesk locks in 12 s")
    person.presses("Stay")
    assert not person.sees("PeerDesk locks in")
    passes(desk, computer, minutes)
    assert locked(desk)


def test_idle_on_a_full_disk_says_so_once_and_then_locks(
    sit_down, tiny_kdf, computer, disk
) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    disk.full = True
    passes(desk, computer, desk.signed_in.leaving.watch.limit)
    assert not locked(desk)
    assert person.sees("Lock now")
    assert person.sees("PeerDesk locks in 20 s")
    passes(desk, computer, 20_000)
    assert locked(desk)
    assert len(desk.carried) == 1


@pytest.mark.parametrize("reason", ["session", "sleep"])
def test_the_system_locks(qtbot, sit_down, tiny_kdf, computer, disk, reason) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    qtbot.waitUntil(lambda: computer.tell is not None)
    computer.tell(reason)
    assert locked(desk)
    assert desk.carried == []
    _desk, person = sit_down.come_back()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("My notes")
    person.waits_for(WORDS)


def test_hide_shows_local_help(sit_down, tiny_kdf, computer, disk) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    disk.full = True
    person.presses("Hide")
    assert locked(desk)
    assert desk.next_start is not None
    assert "local-help" in desk.next_start
    assert len(desk.carried) == 1


def test_the_window_is_covered_before_anything_is_saved(
    sit_down, tiny_kdf, computer, disk, monkeypatch
) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    window = person.window
    seen: list[str] = []
    page = desk.signed_in.window.pages["notes"]
    real = page.flush

    def flush() -> None:
        at = window.rect().center()
        seen.append(type(window.childAt(at)).__name__)
        real()

    monkeypatch.setattr(page, "flush", flush)
    person.holds(Qt.Key.Key_L)
    assert seen[0] == "Cover"
    assert window.windowTitle() == "PeerDesk"


@pytest.mark.parametrize(("key", "words"), [(b"k" * 32, "Opening…"), (b"", "")])
def test_only_who_waits_for_a_meeting_reads_that_it_opens(
    sit_down, tiny_kdf, computer, disk, monkeypatch, key, words
) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    monkeypatch.setattr("peerdesk.app.locking.relaunch.relaunch", lambda *_: None)
    monkeypatch.setattr(desk, "end_process", lambda: None)
    Ending._hand_over(desk, [], key)
    (cover,) = person.window.findChildren(Cover)
    assert (cover.words, cover.accessibleName()) == (words, words)
    assert cover.grab().toImage().width() == person.window.width()


def test_closing_the_window_on_a_full_disk_asks_first(sit_down, tiny_kdf, computer, disk) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    window = person.window
    disk.full = True
    assert not window.close()
    person.waits_for("If PeerDesk is closed now, your last words are lost.")
    person.presses("Stay")
    assert not window.close()
    QTest.mouseClick(desk.signed_in.leaving.unsaved.go_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert not locked(desk), "closing ends the program"


def test_closing_the_window_saves(sit_down, tiny_kdf, computer, disk) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    assert person.window.close()
    assert not locked(desk)
    sit_down.leave()
    assert computer.tell is None, "nothing is listened to any more"
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("My notes")
    person.waits_for(WORDS)


def test_a_page_that_cannot_save_gives_its_words(
    sit_down, tiny_kdf, computer, disk, monkeypatch
) -> None:
    """Pages that know no better: what stands in their texts goes along."""
    desk, _person = writes(sit_down, tiny_kdf)
    page = desk.signed_in.window.pages["notes"]

    def full() -> None:
        raise NoRoom(in_plain_words(OSError(28, "full"), sit_down.workspace).text)

    monkeypatch.setattr(page, "flush", full)
    assert WORDS in desk.signed_in.leaving.save()[1]
    page.search.setFocus()
    page.search.setText("a word in one line")
    trouble, words = desk.signed_in.leaving.save()
    assert "a word in one line" in words
    assert "no room" in trouble

    def mistake() -> None:
        raise RuntimeError

    monkeypatch.setattr(page, "flush", mistake)
    trouble, words = desk.signed_in.leaving.save()
    assert WORDS in words
    assert trouble == "Your last words could not be saved."
    monkeypatch.undo()


def test_my_notes_stay_out_of_screenshots(sit_down, tiny_kdf, computer, disk, monkeypatch) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    active = [False]
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: active[0]))
    desk.signed_in.leaving.cover_from_capture()
    assert computer.captures == [True]
    person.presses("Settings")
    assert computer.captures == [True, False]
    person.presses("My notes")
    assert computer.captures[-1]
    active[0] = True
    desk.signed_in.leaving.cover_from_capture()
    assert not computer.captures[-1], "a reading aid needs to see them"
    active[0] = False
    desk.signed_in.leaving.cover_from_capture()
    assert computer.captures[-1]
    desk.signed_in.personal.set_capture(seen=True)
    assert not computer.captures[-1], "switched off in Settings"


def test_the_next_process_takes_the_words(sit_down, tiny_kdf, computer, monkeypatch) -> None:
    from peerdesk.safe import carried

    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    box = b"x" * 60
    monkeypatch.setattr(
        "peerdesk.app.locking.relaunch.take_carried", lambda most: carried.pack([box])[:most]
    )
    desk, person = sit_down("--carry")
    assert desk.carried == [box]
    person.waits_for("Some words could not be saved before PeerDesk locked.")


def test_nothing_looks_into_files_that_are_closed(sit_down, tiny_kdf, computer, qtbot) -> None:
    """Timers of a closed desk: the one that starts to listen came 800 ms after signing in, into
    files that somebody quick had closed."""
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.waits_for("Today")
    signed, window = desk.signed_in, desk.window
    signed.leaving._soon.start(60)
    sit_down.leave()
    running = [t for owner in (signed, window) for t in owner.findChildren(QTimer) if t.isActive()]
    assert running == []
    qtbot.wait(120)


@pytest.mark.parametrize("way", ["signed in", "forgot"])
def test_steps_about_keys_warn_before_they_lock(
    qtbot, sit_down, tiny_kdf, computer, way: str
) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    if way == "forgot":
        person.waits_for("I forgot my password")
        person.presses("I forgot my password")
    else:
        signs_in(person)
        person.waits_for_window("MainWindow")
        person.waits_for("Today")
        desk.signed_in.keys.change_password()
    watch = person.window.findChild(LockWatch)
    computer.awake += watch.limit - 15_000
    watch.look()
    person.waits_for("PeerDesk locks in 15 s. Press any key to stay.")
    person.presses("Stay")
    assert not person.sees("PeerDesk locks in")
    computer.awake += watch.limit - 10_000
    watch.look()
    QTest.keyClick(person.window.windowHandle(), Qt.Key.Key_Shift)
    assert not person.sees("PeerDesk locks in")
    computer.awake += watch.limit
    watch.look()
    assert locked(desk)


@pytest.mark.parametrize("way", ["hand", "hide"])
def test_the_next_window_stands_where_this_one_stood(sit_down, tiny_kdf, computer, way) -> None:
    desk, person = writes(sit_down, tiny_kdf)
    person.window.resize(1140, 770)
    person.window.move(20, 30)
    person.presses("Hide" if way == "hide" else "Lock")
    assert "--window=1140x770+20+30" in desk.next_start
    desk, person = sit_down.come_back()
    assert person.window.size().toTuple() == (1140, 770)
    person.window.showMaximized()
    if way == "hide":
        desk.show_welcome()
    signs_in(person)
    person.waits_for_window("MainWindow")
    desk.lock("welcome", "session")
    _desk, person = sit_down.come_back()
    assert person.window.isMaximized()
