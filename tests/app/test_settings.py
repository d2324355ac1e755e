"""The settings page on real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk import __version__
from peerdesk.app.settings.page import SettingsPage
from peerdesk.app.settings.rows import SettingRow
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store.cabinet import Group, open_cabinet
from peerdesk.store.drawer import open_drawer
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.widgets import Button, LineEdit

# Qt's offscreen screen says this of every window; it means nothing.
pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.usefixtures("english")]

CLOCK = FixedClock(datetime(2026, 11, 24, 20, 21), "Europe/London")
KEY = bytes(range(32))
Make = Callable[..., SettingsPage]


@pytest.fixture
def places(tmp_path: Path) -> Iterator[dict[str, Place]]:
    backups = tmp_path / "backups"
    made = {
        "shelf": open_shelf(tmp_path / "shelf.db", CLOCK, backups),
        "cabinet": open_cabinet(tmp_path / "c.safe", KEY, CLOCK, backups),
        "drawer": open_drawer(tmp_path / "d.safe", KEY, CLOCK, backups),
    }
    with made["cabinet"].operation(translate("Test", "Make a group")):
        Group.create(
            uid=new_uid(),
            name="Tuesday Circle",
            public_key=b"p" * 32,
            secret_key=b"s" * 32,
            recovery_public=b"r" * 32,
        )
    yield made
    for place in made.values():
        place.close()


@pytest.fixture
def pressed() -> list[str]:
    return []


@pytest.fixture
def make(qtbot: QtBot, places: dict[str, Place], pressed: list[str]) -> Iterator[Make]:
    stops: list[Callable[[], None]] = []

    def build(*, open_places: tuple[str, ...] = ("cabinet", "drawer"), **extra: object) -> object:
        names = NamesCurtain()
        context = Context(
            clock=CLOCK,
            names=names,
            jobs=None,  # type: ignore[arg-type]
            shelf=places["shelf"],
            cabinet=places["cabinet"] if "cabinet" in open_places else None,
            drawer=places["drawer"] if "drawer" in open_places else None,
            extra=extra
            or {
                "edit_help_now": lambda: pressed.append("help"),
                "print_recovery": lambda: pressed.append("print"),
            },
        )
        page = SettingsPage(context)
        names.setParent(page)
        qtbot.addWidget(page)
        stops.extend(p.subscribe(lambda c: page.refresh(c.tables)) for p in places.values())
        page.resize(1008, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    yield build  # type: ignore[misc]
    for stop in stops:
        stop()


def test_words_of_the_header(make: Make) -> None:
    page = make()
    assert (page.title(), page.subtitle()) == ("Settings", "Everything here saves itself.")
    assert page.header_buttons() == []


def test_typing_a_name_saves_it_and_is_one_step(
    make: Make, places: dict[str, Place], qtbot: QtBot
) -> None:
    page = make()
    page.centre.setFocus()
    qtbot.keyClicks(page.centre, "Riverside Centre")
    assert page.computer.centre == "Riverside Centre"
    page.my_name.setFocus()
    qtbot.keyClicks(page.my_name, "Maria")
    assert page.mine is not None
    assert page.mine.name == "Maria"
    page.flush()
    places["shelf"].undo()
    assert page.centre.text() == ""
    places["shelf"].redo()
    assert page.centre.text() == "Riverside Centre"


def test_choices_of_the_computer(make: Make, places: dict[str, Place]) -> None:
    page = make()
    assert page.shared.current() == 0
    page.shared.buttons()[1].click()
    assert not page.computer.shared
    page.idle.setValue(7)
    assert page.computer.idle_minutes == 7
    assert page.idle.text() == "7 minutes"
    page.idle.setValue(1)
    assert page.idle.text() == "1 minute"
    page.language.setCurrentIndex(1)
    assert page.computer.language == "en"
    places["shelf"].undo()
    assert page.language.currentIndex() == 0
    places["shelf"].undo()
    assert page.idle.value() == 7


def test_choices_of_one_person(make: Make, places: dict[str, Place]) -> None:
    page = make()
    assert page.mine is not None
    page.scheme.buttons()[2].click()
    assert page.mine.scheme == "dark"
    page.text_size.buttons()[-1].click()
    assert page.mine.text_scale == 200
    assert page.text_size.buttons()[1].text() == "110 %"
    places["drawer"].undo()
    places["drawer"].undo()
    assert (page.scheme.current(), page.text_size.current()) == (0, 0)


def test_the_group_keeps_a_name(make: Make, qtbot: QtBot) -> None:
    page = make()
    page.group_name.setFocus()
    page.group_name.selectAll()
    qtbot.keyClicks(page.group_name, "Wednesday Circle")
    assert page.group is not None
    assert page.group.name == "Wednesday Circle"
    page.group_name.selectAll()
    qtbot.keyClick(page.group_name, Qt.Key.Key_Backspace)
    assert page.group_name.text() == ""
    page.centre.setFocus()
    assert page.group_name.text() == "Wednesday Circle"


def test_recovery_parts_say_whether_they_were_printed(
    make: Make, places: dict[str, Place], pressed: list[str]
) -> None:
    page = make()
    assert page.recovery.hint.text().startswith("Not printed yet.")
    with places["cabinet"].operation(translate("Test", "Print")):
        Group.update(recovery_printed_at=CLOCK.now_ms()).execute()
    assert "24 November 2026" in page.recovery.hint.text()
    assert page.print_parts.accessibleDescription() == page.recovery.hint.text()
    page.print_parts.click()
    page.help_now.click()
    assert pressed == ["print", "help"]


def test_only_what_is_open_and_works_is_there(make: Make) -> None:
    page = make(open_places=(), other=True)
    assert page.group is None
    assert page.mine is None
    assert not hasattr(page, "help_now")
    page.flush()
    page = make(open_places=("cabinet",), other=True)
    assert not page.print_parts.isVisible()


def test_a_full_disk_is_said_and_the_page_shows_what_is_kept(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make()

    def full(_minutes: int) -> bool:
        raise KnownError(translate("Store", "There is no room left."))

    with monkeypatch.context() as patch:
        patch.setattr(page.computer, "set_idle_minutes", full)
        page.idle.setValue(9)
        assert page.message.text() == "There is no room left."
        assert page.idle.value() == 3
    page.idle.setValue(9)
    assert not page.message.isVisible()


def test_the_field_being_typed_in_is_left_alone(make: Make) -> None:
    page = make()
    page.centre.setFocus()
    page.centre.setText("Half a na")
    page.refresh(frozenset({"setting"}))
    assert page.centre.text() == "Half a na"


def test_about_says_versions_and_licence(make: Make) -> None:
    page = make()
    assert f"PeerDesk {__version__}" in page.about.versions.text()
    assert "SQLCipher 4" in page.about.versions.text()
    assert "GPL-3.0-or-later" in page.about.licence.text()


def test_every_control_has_a_label_and_is_tall_enough(make: Make) -> None:
    page = make()
    for row in page.findChildren(SettingRow):
        assert row.title.buddy() is row.control
        assert row.control.accessibleName()
        assert row.control.height() >= theme.px(32)
    reached = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert page.centre in reached


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [1008, 792, 587])  # the last in a window of 800 pixels
def test_nothing_stands_outside_the_page(
    make: Make, qapp: QApplication, scale: float, width: int
) -> None:
    try:
        theme.apply(qapp, "light", scale, "Inter")
        page = make()
        page.resize(width, 600)
        page.restyle()
        qapp.processEvents()
        inside = page.column.inside
        assert page.minimumSizeHint().width() <= width, "the page need not scroll sideways"
        assert inside.width() <= page.column.viewport().width()
        for row in page.findChildren(SettingRow):
            right = row.control.mapTo(inside, row.control.rect().topRight()).x()
            assert right <= inside.width()
    finally:
        theme.apply(qapp, "light", 1.0)


def test_a_row_takes_what_room_there_is(qtbot: QtBot, qapp: QApplication) -> None:
    """Fields become narrower, buttons leave their icon out; with room both are as always."""
    button = Button("My password and my sheet", icon="lock")
    rows = SettingRow("Name", LineEdit(), width=280), SettingRow("Password", button)
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    for row in rows:
        row.setParent(host)
        row.show()
        for width in (700, 230, 700):
            row.resize(max(width, row.minimumSizeHint().width()), 120)
            qapp.processEvents()
            assert row.width() == width
            assert row.control.geometry().right() <= width
    assert rows[0].control.width() == theme.px(280)
    assert button.width() == button.full_width() > button.bare_width()
    rows[1].resize(button.bare_width() + 1, 120)
    qapp.processEvents()
    assert button.sizeHint().width() == button.bare_width()
