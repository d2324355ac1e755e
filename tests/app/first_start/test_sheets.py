"""The recovery sheets: printed, kept on another drive, and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from peerdesk.app.first_start import parts
from peerdesk.app.first_start.drives import disk_of, same_drive
from peerdesk.app.first_start.parts import CheckStep, PartsStep
from peerdesk.app.first_start.sheets import in_one, sheets
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.ui import printing

from .walk import (
    Ended,
    Make,
    on,
    press_next,
    to_parts,
    type_words,
)


def test_words_of_the_sheets_that_do_not_fit(qtbot: QtBot, make: Make, ended: Ended) -> None:
    window = make()
    step = to_parts(qtbot, window)
    step.go_on.emit()
    check = on(window, CheckStep)
    assert isinstance(check, CheckStep)
    type_words(qtbot, window)
    _part, _number, field, typed = check.fields[3]
    typed.setText("wrong")
    press_next(qtbot, window)
    assert "another word here" in field.problem.text()
    assert field.y() == check.fields[2][2].y()  # the one beside it stays where it was
    assert ended == []
    qtbot.keyClicks(typed, "x")
    assert field.problem.text() == ""  # not read as wrong while it is put right
    typed.clear()
    press_next(qtbot, window)
    assert field.problem.text() == "This word is missing yet."
    type_words(qtbot, window)
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert len(ended) == 1


def test_printing_thought_better_of(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "print_text", lambda _body, _window: False)
    monkeypatch.setattr(printing, "can_print", lambda: True)
    window = make()
    step = to_parts(qtbot, window)
    step.message.say("Something else")
    qtbot.mouseClick(step.print_button, Qt.MouseButton.LeftButton)
    assert step.message.isHidden()
    on(window, PartsStep)


def test_without_a_printer_it_says_what_to_do(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "can_print", lambda: False)
    window = make()
    step = to_parts(qtbot, window)
    qtbot.mouseClick(step.print_button, Qt.MouseButton.LeftButton)
    assert step.message.text().startswith("This computer knows no printer.")
    on(window, PartsStep)


def test_sheets_go_to_another_drive_only(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    chosen = [str(stick)]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen[0])
    window = make()
    step = to_parts(qtbot, window)
    qtbot.mouseClick(step.save_button, Qt.MouseButton.LeftButton)
    assert "same drive" in step.message.text()
    assert list(stick.iterdir()) == []
    chosen[0] = ""
    step.message.clear()
    qtbot.mouseClick(step.save_button, Qt.MouseButton.LeftButton)
    assert step.message.text() == ""
    chosen[0] = str(stick)
    monkeypatch.setattr(parts, "same_drive", lambda _one, _other: False)
    qtbot.mouseClick(step.save_button, Qt.MouseButton.LeftButton)
    assert sorted(p.name for p in stick.iterdir()) == [f"PeerDesk {n}.pdf" for n in (1, 2, 3)]
    check = on(window, CheckStep)
    assert str(stick) in check.lead.text()
    assert "PeerDesk 1.pdf" in check.lead.text()
    window.back()
    step = on(window, PartsStep)  # type: ignore[assignment]

    def full(*_: object) -> None:
        raise KnownError(translate("Test", "No room left."))

    monkeypatch.setattr(printing, "save_pdf", full)
    step.save_sheets()
    assert step.message.text() == "No room left."


def test_on_ones_own_computer_one_sheet_may_do(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: Ended
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window = make()
    step = to_parts(qtbot, window, "My own computer")
    assert step.one_sheet.isVisible()
    step.one_sheet.click()
    assert len(step.parts) == 1
    qtbot.mouseClick(step.save_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "PeerDesk 1.pdf").exists()
    type_words(qtbot, window)
    press_next(qtbot, window)
    assert len(ended) == 1


def test_drives(tmp_path: Path) -> None:
    assert disk_of("/dev/sda2") == disk_of("/dev/sda1") == "/dev/sda"
    assert disk_of("/dev/nvme0n1p3") == "/dev/nvme0n1"
    assert disk_of("/dev/mmcblk0p1") == "/dev/mmcblk0"
    assert disk_of("/dev/sdb") == "/dev/sdb"
    assert disk_of("/dev/mapper/home") == "/dev/mapper/home"
    assert same_drive(tmp_path, tmp_path / "not" / "there")


def test_sheets_mark_the_words_that_are_asked() -> None:
    words = [f"word{n}" for n in range(1, 21)]
    (text,) = sheets([" ".join(words)], [(5, 20)])
    assert text.count("▸ word") == 2
    assert "<b>▸ word5</b>" in text
    assert "recovery sheet" in text
    both = in_one(sheets([" ".join(words)] * 2, [(5, 20), (6, 7)]))
    assert both.count("page-break-before") == 1
    assert "part 2 of 2" in both
