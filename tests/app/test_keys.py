"""The steps about keys with real widgets: what the journeys do not come past."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.app.keys import sheet as keys_sheet
from peerdesk.app.keys import stick as keys_stick
from peerdesk.app.keys.flow import KeysFlow
from peerdesk.app.keys.flows import TakeOut
from peerdesk.app.keys.forgot import Forgot
from peerdesk.app.keys.leave import FolderStep, free_name
from peerdesk.app.keys.own_place import OwnPlace
from peerdesk.app.keys.page import KeysPage
from peerdesk.app.keys.steps import ChooseStep, KeyAnswers, SayStep, TryStep, WorkStep
from peerdesk.app.keys.who import WhoStep
from peerdesk.app.keys.window import StepsWindow
from peerdesk.app.settings.rows import SettingRow
from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.keys import stick
from peerdesk.features.keys.errors import NoStick, StickDamaged
from peerdesk.features.keys.facilitators import Holder, Renewed
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.safe.accounts import WrongNameOrPassword
from peerdesk.safe.kdf import Kdf
from peerdesk.store.workspace import Workspace, build
from peerdesk.ui import a11y, printing, theme
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.widgets import ChoiceCard

PULLED_OUT = KnownError(translate("Keys", "The stick was pulled out."))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 16, 0), "Europe/London")


@pytest.fixture
def home(workspace: Path, clock: FixedClock) -> Workspace:
    with build(workspace, clock):
        pass
    return Workspace(workspace)


@pytest.fixture
def shows(qtbot: QtBot) -> Callable[[QWidget], None]:
    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.show()

    return show


def press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def window_of(*makes: Callable[[KeyAnswers], object]) -> StepsWindow:
    answers = KeyAnswers()
    return StepsWindow(answers, lambda: [lambda make=make: make(answers) for make in makes])  # type: ignore[misc, return-value]


def say(words: str) -> Callable[[KeyAnswers], SayStep]:
    return lambda answers: SayStep(answers, words, [words], go="On")


# -- the window ------------------------------------------------------------------------------


def test_back_before_the_first_step_leads_out(
    qtbot: QtBot, shows: Callable[[QWidget], None]
) -> None:
    window = window_of(say("one"), say("two"))
    shows(window)
    press(qtbot, window.next_button)
    press(qtbot, window.back_button)
    assert window.step is not None
    assert window.step.heading.text() == "one"
    with qtbot.waitSignal(window.left):
        press(qtbot, window.back_button)


def test_escape_asks_and_the_bar_leads_out(qtbot: QtBot, shows: Callable[[QWidget], None]) -> None:
    window = window_of(say("one"))
    shows(window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert "nothing is changed" in window.leave_bar.text()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.leave_bar.text()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    with qtbot.waitSignal(window.left):
        press(qtbot, window.leave_bar.button)


def test_what_did_not_work_can_be_tried_again_and_then_there_is_no_way_back(
    qtbot: QtBot, shows: Callable[[QWidget], None]
) -> None:
    tries: list[int] = []

    def work() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise PULLED_OUT
        return "done"

    window = window_of(lambda a: WorkStep(a, "working", work), say("end"))
    shows(window)
    step = window.step
    assert isinstance(step, WorkStep)
    qtbot.waitUntil(lambda: bool(step.message.text()))
    qtbot.waitUntil(lambda: not step.busy())
    assert step.message.text() == "The stick was pulled out."
    assert not window.back_button.isHidden()
    press(qtbot, step.message.button)
    qtbot.waitUntil(lambda: isinstance(window.step, SayStep))
    assert window.answers.result == "done"
    assert window.back_button.isHidden()
    window.back()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.leave_bar.text()
    window.answers.own_password = "secret"
    with qtbot.waitSignal(window.over):
        qtbot.keyClick(window, Qt.Key.Key_Return)
    assert window.answers.own_password == ""


def test_neither_back_nor_twice_while_it_works(
    qtbot: QtBot, shows: Callable[[QWidget], None]
) -> None:
    go, runs = threading.Event(), []

    def work() -> None:
        runs.append(1)
        go.wait(10)

    window = window_of(say("one"), lambda a: WorkStep(a, "working", work))
    shows(window)
    window.go_on()
    step = window.step
    assert isinstance(step, WorkStep)
    qtbot.waitUntil(lambda: bool(runs))
    assert step.busy()
    window.back()
    window.go_on()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.step is step
    assert not window.leave_bar.text()
    with qtbot.waitSignal(window.over):
        go.set()
    assert runs == [1]


def test_closing_waits_for_what_runs(qtbot: QtBot, shows: Callable[[QWidget], None]) -> None:
    ended: list[int] = []
    window = window_of(lambda a: WorkStep(a, "working", lambda: ended.append(1)))
    shows(window)
    window.answers.sheet_words = "secret"
    window.close()
    assert ended in ([1], [])
    assert isinstance(window.step, TryStep)
    assert window.answers.sheet_words == ""


def test_an_answer_that_is_nothing_special_goes_on(
    qtbot: QtBot, shows: Callable[[QWidget], None]
) -> None:
    window = window_of(lambda a: TryStep(a, "try"), say("end"))
    shows(window)
    window.go_on()
    qtbot.waitUntil(lambda: isinstance(window.step, SayStep))


def test_secrets_do_not_show_in_what_is_printed_by_mistake() -> None:
    answers = KeyAnswers(sheet_words="secret words", sheet_secret=b"secret", own_password="secret")
    assert "secret" not in repr(answers).replace("sheet_secret", "")


# -- the sheet -------------------------------------------------------------------------------


@pytest.fixture
def sheet(home: Workspace, shows: Callable[[QWidget], None]) -> keys_sheet.SheetStep:
    step = keys_sheet.SheetStep(KeyAnswers(shared=True), home.path)
    shows(step)
    return step


def test_not_now_keeps_nothing_and_asks_nothing(
    qtbot: QtBot, sheet: keys_sheet.SheetStep, home: Workspace
) -> None:
    with qtbot.waitSignal(sheet.go_on):
        press(qtbot, sheet.later_button)
    answers = sheet.answers
    assert isinstance(answers, KeyAnswers)
    assert not answers.sheet_kept
    assert len(keys_sheet.steps(answers, home.path)) == 1


def test_the_sheet_is_the_same_when_one_comes_back(
    sheet: keys_sheet.SheetStep, home: Workspace, shows: Callable[[QWidget], None]
) -> None:
    answers = sheet.answers
    assert isinstance(answers, KeyAnswers)
    before = answers.sheet_words
    shows(keys_sheet.SheetStep(answers, home.path))
    assert answers.sheet_words == before


def test_printing_that_was_called_off_stays_here(
    qtbot: QtBot, sheet: keys_sheet.SheetStep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "can_print", lambda: False)
    with qtbot.assertNotEmitted(sheet.go_on):
        press(qtbot, sheet.print_button)
    assert sheet.message.text().startswith("This computer knows no printer.")
    monkeypatch.setattr(printing, "can_print", lambda: True)
    monkeypatch.setattr(printing, "print_text", lambda _body, _window: False)
    with qtbot.assertNotEmitted(sheet.go_on):
        press(qtbot, sheet.print_button)
    assert sheet.message.isHidden()


def test_a_pdf_goes_to_another_drive_only(
    qtbot: QtBot, sheet: keys_sheet.SheetStep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [""]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen[0])
    with qtbot.assertNotEmitted(sheet.go_on):
        press(qtbot, sheet.save_button)
        chosen[0] = str(tmp_path)
        press(qtbot, sheet.save_button)
    assert "same drive" in sheet.message.text()
    monkeypatch.setattr(keys_sheet, "same_drive", lambda *_: False)

    def full(*_: object) -> None:
        raise PULLED_OUT

    with monkeypatch.context() as broken:
        broken.setattr(printing, "save_pdf", full)
        press(qtbot, sheet.save_button)
    assert sheet.message.text() == "The stick was pulled out."
    with qtbot.waitSignal(sheet.go_on):
        press(qtbot, sheet.save_button)
    assert (tmp_path / "PeerDesk sheet.pdf").stat().st_size > 1000


# -- sticks ----------------------------------------------------------------------------------


def test_three_words_need_their_stick(tmp_path: Path) -> None:
    secret = stick.new_secret()
    right = stick.password(["river", "lunar", "artist"], secret)
    seen: list[str] = []

    def sign_in(_name: str, password: str) -> SignedIn:
        seen.append(password)
        if password != right:
            raise WrongNameOrPassword
        return SignedIn("", b"")

    keys_stick.open_keys(lambda _n, _p: SignedIn("", b""), "sam", "not three words", [])
    with pytest.raises(NoStick):
        keys_stick.open_keys(sign_in, "sam", "rive luna arti", [tmp_path])
    stick.write(tmp_path, stick.new_secret())
    with pytest.raises(WrongNameOrPassword):
        keys_stick.open_keys(sign_in, "sam", "rive luna arti", [tmp_path])
    stick.write(tmp_path, secret)
    assert keys_stick.open_keys(sign_in, "sam", "rive luna arti", [tmp_path])
    for path in stick.found_in([tmp_path]):
        path.write_bytes(b"?")
    with pytest.raises(StickDamaged):
        keys_stick.open_keys(sign_in, "sam", "rive luna arti", [tmp_path])


def test_the_systems_own_drive_is_no_stick() -> None:
    assert Path("/") not in keys_stick.plugged_in()


# -- the ways --------------------------------------------------------------------------------


def test_empty_words_are_asked_for(
    qtbot: QtBot, home: Workspace, tiny_kdf: Kdf, clock: FixedClock,
    shows: Callable[[QWidget], None],
) -> None:  # fmt: skip
    window = Forgot(home, tiny_kdf, clock, True, True)
    shows(window)
    window.go_on()
    step = window.step
    assert isinstance(step, ChooseStep)
    assert step.problem.text() == "Please choose one."
    window.answers.choice = "sheet"
    window.show_step(1)
    window.go_on()
    assert isinstance(window.step, TryStep)
    assert window.step.message.text() == "Please type the words from the paper."


def test_a_folder_is_needed(qtbot: QtBot, shows: Callable[[QWidget], None], monkeypatch) -> None:
    answers = KeyAnswers()
    step = FolderStep(answers, "title", "lead")
    shows(step)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    press(qtbot, step.choose_button)
    assert not step.check()
    assert step.message.text()


def test_files_that_are_there_are_not_replaced(tmp_path: Path) -> None:
    first = free_name(tmp_path)
    first.write_bytes(b"")
    second = free_name(tmp_path)
    second.write_bytes(b"")
    assert len({first, second, free_name(tmp_path)}) == 3


def test_copies_that_stay_readable_are_named(
    home: Workspace, tiny_kdf: Kdf, clock: FixedClock, shows: Callable[[QWidget], None]
) -> None:
    holder = Holder(b"x" * 16, "Tom", 0, False)
    flow = TakeOut(home, tiny_kdf, clock, SignedIn("", b""), holder=holder, shown="T.", shared=True)
    shows(flow)
    assert flow.step is not None
    assert flow.step.heading.text() == "Take T. out"
    assert flow.copies_left() == []
    flow.answers.result = Renewed(SignedIn("", b""), ("old.bak",))
    assert "old.bak" in flow.copies_left()[0]
    with pytest.raises(NotImplementedError):
        KeysFlow.steps(flow)


def test_a_place_that_was_given_up_is_nothing(
    qtbot: QtBot, home: Workspace, tiny_kdf: Kdf, clock: FixedClock,
    shows: Callable[[QWidget], None],
) -> None:  # fmt: skip
    window = OwnPlace(home, tiny_kdf, clock, True)
    shows(window)
    window.answers.choice = "new"
    for at in range(5):
        window.show_step(at)
    window.close()
    assert not home.has_drawers()


# -- the page --------------------------------------------------------------------------------


class Asked:
    """Stands for the desk: remembers what the page asks for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, object]] = []
        self.people = [
            Holder(b"a" * 16, "Maria Quill", 1_700_000_000_000, True),
            Holder(b"b" * 16, "Tom", 1_790_000_000_000, False),
        ]

    def holders(self) -> list[Holder]:
        return self.people

    def groups(self) -> list[tuple[bytes, str]]:
        return [(b"1", "Tuesday Circle"), (b"2", "Quiet group")]

    def closed_groups(self) -> list[str]:
        return ["Friday walk", ""]

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *what: self.asked.append((name, what[0] if what else None))


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def page(qtbot: QtBot, clock: FixedClock, asked: Asked) -> KeysPage:
    context = Context(clock=clock, names=NamesCurtain(False), jobs=Jobs(), cabinet=object())
    made = KeysPage(context, asked)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_the_page_leads_everywhere(qtbot: QtBot, page: KeysPage, asked: Asked) -> None:
    from peerdesk.ui.widgets import Button

    shown = [b for b in page.findChildren(Button) if b.isVisibleTo(page)]
    for button in shown:
        button.click()
    assert [name for name, _ in asked.asked] == [
        "new_key", "take_out", "let_in", "change_password", "make_sheet", "make_stick", "leave",
        "activate", "add_group",
    ]  # fmt: skip
    assert asked.asked[0][1] == asked.people[1]
    assert asked.asked[7][1] == b"2"


def test_groups_that_do_not_open_stand_there_quietly(page: KeysPage) -> None:
    titles = [row.title.text() for row in page.findChildren(SettingRow) if row.isVisibleTo(page)]
    assert titles[-2:] == ["Friday walk", "A group without a public name"]


def test_nobody_can_take_themselves_out_here(page: KeysPage, asked: Asked) -> None:
    (mine, _), (toms, _) = page.rows
    assert not mine.take_out.isVisibleTo(page)
    assert mine.tag.isVisibleTo(page)
    assert toms.take_out.isVisibleTo(page)


def test_names_close_and_open(page: KeysPage) -> None:
    curtain = page._context.names
    curtain.close()
    page.refresh(frozenset())
    assert [row.name.text() for row, _ in page.rows] == ["M.", "T."]
    assert page.rows[1][0].take_out.accessibleName() == "Take T. out"
    curtain.open()
    page.refresh(frozenset())
    assert [row.name.text() for row, _ in page.rows] == ["Maria Quill", "Tom"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_two_facilitators_fit_at_every_size(
    qapp: QApplication, qtbot: QtBot, clock: FixedClock, asked: Asked, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    try:
        context = Context(clock=clock, names=NamesCurtain(False), jobs=Jobs(), cabinet=object())
        page = KeysPage(context, asked)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(900, 700)
        page.show()
        for _ in range(4):
            qapp.processEvents()
        problems = a11y.walk(page, QSize(900, 700))
        assert not problems, "\n".join(map(str, problems))
    finally:
        theme.apply(qapp, "light", 1.0)


# -- who somebody was --------------------------------------------------------------------------


HOLDERS = [Holder(b"m" * 16, "Maria", 0, False), Holder(b"t" * 16, "Tom Q", 0, False)]


@pytest.mark.parametrize("shared", [True, False])
def test_who_runs_the_group_stands_there_as_names_do(
    qtbot: QtBot, clock: FixedClock, shared: bool
) -> None:
    answers = KeyAnswers(shared=shared)
    step = WhoStep(answers, HOLDERS, clock)
    qtbot.addWidget(step)
    with qtbot.waitActive(step):
        step.show()
        step.activateWindow()
    step.entered()

    def said() -> list[str]:
        cards = step.choices.findChildren(ChoiceCard)
        return [f"{card.text()} {card.accessibleName()}".strip() for card in cards]

    closed, open_ = ["M.", "T.", "None of these"], ["Maria", "Tom Q", "None of these"]
    assert said() == (closed if shared else open_)
    assert step.names_button.text() == ("Show names" if shared else "Close names")
    step.choices.set_current(HOLDERS[1].uid.hex())
    QTest.keyClick(step, Qt.Key.Key_F8)
    assert said() == (open_ if shared else closed)
    step.names_button.click()
    assert said() == (closed if shared else open_)
    step.keep()
    assert answers.was == HOLDERS[1].uid.hex(), "what was chosen stays chosen"
    step.names.open()
    assert step.names._timer.isActive() == shared, "after a minute they close"


def test_where_nobody_stands_in_the_list_there_are_no_names(
    qtbot: QtBot, clock: FixedClock
) -> None:
    step = WhoStep(KeyAnswers(shared=True), [], clock)
    qtbot.addWidget(step)
    step.show()
    assert not step.names_button.isVisible()
