"""Local help on the screen, signed in and without signing in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.exchange.hours import Line, Opening
from peerdesk.features.directory import form_hours as forms
from peerdesk.features.directory import reading, words
from peerdesk.features.directory.finding import Filters
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.public import PublicDirectory
from peerdesk.features.directory.room import room
from peerdesk.features.directory.service import DirectoryService
from peerdesk.ui.context import Context
from peerdesk.ui.speech import Speaker

Few = dict[str, bytes]


pytestmark = pytest.mark.usefixtures("english")


forms_of_place = ("address", "town", "postcode")


@pytest.fixture
def page(qtbot: QtBot, context: Context, few: Few) -> DirectoryPage:
    made = DirectoryPage(context)
    for widget in (made, *made.header_buttons()):
        qtbot.addWidget(widget)
    made.resize(1100, 760)
    made.show()
    context.shelf.subscribe(lambda change: made.refresh(change.tables))  # as app does
    return made


@pytest.fixture
def public(qtbot: QtBot, context: Context, few: Few) -> PublicDirectory:
    made = PublicDirectory(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def listed(page: DirectoryPage | PublicDirectory) -> list[str]:
    model = page.browser.model
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def shown(page: DirectoryPage | PublicDirectory) -> str:
    detail = page.browser.reading.detail
    return "" if detail is None else detail.name


def test_without_signing_in(qtbot: QtBot, public: PublicDirectory) -> None:
    assert public.header.subtitle.text() == "4 services near here. Nothing you look at is recorded."
    assert shown(public) == "Food Bank"
    qtbot.keyClicks(public.search, "evicton")
    assert listed(public) == ["Riverside Housing Clinic"]
    assert public.browser.instead.text() == "Showing “eviction”"
    pane = public.browser.reading
    assert pane.phone.text() == "555 0198"
    assert pane.ring_words.text() == "Have the letter in front of you."
    assert pane.edit_button.isHidden()
    assert "3 November" in pane.checked.text()
    with qtbot.waitSignal(public.back):
        qtbot.mouseClick(public.back_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(public.help_now):
        qtbot.mouseClick(public.help_button, Qt.MouseButton.LeftButton)


def test_filters_by_chips_and_nothing_found(qtbot: QtBot, public: PublicDirectory) -> None:
    chips = public.browser.chips
    assert list(chips.languages) == ["Spanish"]
    chips.categories["food"].click()
    assert listed(public) == ["Food Bank"]
    chips.step_free.click()
    assert listed(public) == []
    assert shown(public) == ""
    assert not public.browser.reading.nothing.isHidden()
    public.browser.empty.acted.emit()
    assert len(listed(public)) == 4
    assert not chips.step_free.isChecked()


def test_the_keyboard_walks_the_list(qtbot: QtBot, public: PublicDirectory) -> None:
    public.browser.list.setFocus()
    qtbot.keyClick(public.browser.list, Qt.Key.Key_Down)
    assert shown(public) == "Night Shelter"
    assert "not shown" in words.where_words(public.browser.reading.detail)  # type: ignore[arg-type]


def test_a_change_on_the_shelf_is_seen(public: PublicDirectory, few: Few) -> None:
    public.service.set_phone(few["bank"], "555 7777")
    assert public.browser.reading.phone.text() == "555 7777"
    public.service.remove(few["bank"])
    assert public.header.subtitle.text().startswith("3 services")


def test_a_need_in_ones_own_words(qtbot: QtBot, public: PublicDirectory) -> None:
    qtbot.keyClicks(public.search, "I am hungry")
    assert listed(public) == ["Food Bank"]
    assert public.browser.instead.text() == "Showing “Food”"
    public.search.clear()
    assert not public.browser.instead.isVisible()


def test_escape_empties_the_search_and_then_leads_back(
    qtbot: QtBot, public: PublicDirectory
) -> None:
    public.start_typing()
    qtbot.keyClicks(public.search, "food")
    qtbot.keyClick(public.search, Qt.Key.Key_Escape)
    assert public.search.text() == ""
    with qtbot.waitSignal(public.back):
        qtbot.keyClick(public.search, Qt.Key.Key_Escape)


def test_an_empty_directory(qtbot: QtBot, context: Context) -> None:
    public = PublicDirectory(context)
    qtbot.addWidget(public)
    assert listed(public) == []
    public.browser.empty.acted.emit()
    page = DirectoryPage(context)
    for widget in (page, *page.header_buttons()):
        qtbot.addWidget(widget)
    page.browser.empty.acted.emit()
    assert page.browser.right.currentWidget() is page.imports


def test_the_first_service_of_all_is_written_to_its_end(qtbot: QtBot, context: Context) -> None:
    page = DirectoryPage(context)
    for widget in (page, *page.header_buttons()):
        qtbot.addWidget(widget)
    page.add_button.click()
    assert page.form is not None
    page.form.write("name", "Warm Rooms")
    page.flush()
    page.refresh(frozenset())
    assert page.browser.right.currentWidget() is page.form
    assert shown(page) == "Warm Rooms"


def test_a_service_that_is_chosen_is_shown_over_a_panel_that_rests(
    qtbot: QtBot, page: DirectoryPage, few: Few
) -> None:
    page.share_button.click()
    assert page.share is not None
    page.browser.list.picked.emit(page.service.id_of(few["bank"]))
    assert page.browser.right.currentWidget() is page.browser.reading
    page.share_button.click()
    page.share.run("Writing", lambda job: job.check(), lambda _nothing: None)
    page.browser.list.picked.emit(page.service.id_of(few["clinic"]))
    assert page.browser.right.currentWidget() is page.share
    qtbot.waitUntil(lambda: not page.share.busy())


def test_another_service_is_read_from_its_beginning(
    qtbot: QtBot, page: DirectoryPage, few: Few
) -> None:
    page.resize(700, 420)
    page.show()
    pane = page.browser.reading
    page.browser.open_service(few["clinic"])
    bar = pane.body.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.refresh(frozenset())
    assert bar.value() > 0
    page.browser.open_service(few["shelter"])
    assert bar.value() == 0


def test_read_to_me(
    qtbot: QtBot, context: Context, few: Few, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    speaker = Speaker([sys.executable, "-c", "import sys, time; sys.stdin.read(); time.sleep(60)"])
    pane = reading.ReadingPane(context.clock, speaker)
    qtbot.addWidget(pane)
    pane.show_service(DirectoryService(context.shelf).detail(few["clinic"]))
    assert not pane.read_button.isHidden()
    said: list[str] = []
    speak = speaker.speak
    monkeypatch.setattr(speaker, "speak", lambda text: said.append(text) or speak(text))
    pane.trouble_of = lambda _uid: ("Needs a call.", True)
    pane.besides = lambda _uid: ("A blog", "Bo is kind", "")
    pane.read_button.click()
    assert "555 0198.\nNeeds a call.\nWhen you ring: " in said[0]
    assert said[0].startswith("Riverside Housing Clinic.\nA blog.\n")
    assert "Our own note: Bo is kind\nChecked by phone" in said[0]
    assert speaker.speaking()
    assert pane.read_button.text() == "Stop reading"
    pane.read_button.click()
    assert not speaker.speaking()
    pane.hush()


def test_words() -> None:
    assert words.line_words(Line((0, 1, 2, 3, 4), 570, 1020)).startswith("Mon to Fri 0")
    assert words.line_words(Line((5, 6), 0, 1440)) == "Sat, Sun day and night"
    assert words.line_words(Line(tuple(range(7)), 0, 60)).startswith("Every day")
    text = translate("Hours", "Opens {time}").format(time="18:00")
    assert words.opening_words(Opening("later", text, 1080)) == "Opens 18:00"


def test_words_of_an_imported_service(context: Context, tmp_path: Path, clock: FixedClock) -> None:
    service = DirectoryService(context.shelf)
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "services.csv").write_text(
        "id,name,assured_date,application_process\n1,A,2025-03-04,By appointment\n2,B,,"
    )
    (tmp_path / "p" / "phones.csv").write_text(
        "id,service_id,number,extension,description\n1,1,555 1,7,\n2,1,555 2,,Night"
    )
    service.import_package(tmp_path / "p")
    one, two = (service.detail(service.uid_of(n) or b"") for n in (1, 2))
    assert one is not None
    assert two is not None
    assert words.phone_words(one) == "555 1, extension 7"
    assert words.more_phones(one) == "555 2 Night"
    assert words.checked_words(one, clock) == "Checked by its directory, 4 March 2025"
    assert words.checked_words(two, clock) == "Not checked yet. Ask before you go."
    rung = replace(one, assured="")
    assert words.checked_words(rung, clock) == "Not checked yet. Ring before you go."
    assert words.when_words(one) == "By appointment"
    assert words.day_with_year(date(2026, 1, 2), clock.now()) == "2 January"
    assert "More numbers" in words.spoken(one)


# -- signed in -------------------------------------------------------------------------------------


def test_the_page(qtbot: QtBot, page: DirectoryPage, few: Few) -> None:
    assert (page.title(), page.subtitle()) == ("Local help", "4 services near here")
    assert page.header_buttons() == [page.share_button, page.import_button, page.add_button]
    page.open_item("service", few["voice"])
    assert shown(page) == "Tenants’ Voice"
    page.search.setText("food")
    page.open_item("service", few["voice"])
    assert shown(page) == "Tenants’ Voice"
    page.refresh(frozenset())
    assert shown(page) == "Tenants’ Voice"
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def test_edit_in_place(qtbot: QtBot, page: DirectoryPage, few: Few) -> None:
    page.open_item("service", few["clinic"])
    page.browser.reading.edit_button.click()
    form = page.form
    assert form is not None
    assert form.value("hours").startswith("Mon to Fri 09:30-17:00")
    form.write("hours", "Mon to Wed 10-12\nwhenever")
    page.flush()
    assert form.fields["hours"].problem.text()
    form.write("hours", "Mon to Wed 10:00-12:00\nSat 20:00–24:00")
    form.write("phone", "555 3333")
    form.write("languages", "Polish, Somali")
    form.write("documents", "Your tenancy agreement\n\n The last letter ")
    form.hide_address.setChecked(True)
    form.free.setChecked(False)
    form.kinds["rights"].setChecked(True)
    form.write("name", "")
    page.flush()
    assert form.fields["name"].problem.text()
    form.write("name", "Housing Advice")
    form.done_button.click()
    found = page.service.detail(few["clinic"])
    assert found is not None
    assert found.name == "Housing Advice"
    assert [(x.days, x.opens, x.closes) for x in found.lines] == [
        ((0, 1, 2), 600, 720),
        ((5,), 1200, 1440),
    ]
    assert found.hidden
    assert not found.free
    assert found.languages == ("Polish", "Somali")
    assert found.documents == ("Your tenancy agreement", "The last letter")
    assert page.browser.reading.entry._facts[1].words.text() == "\n".join(found.documents)
    assert "rights" in found.category
    assert shown(page) == "Housing Advice"
    assert page.browser.right.currentWidget() is page.browser.reading
    page.edit_service()
    assert form.value("hours").endswith("Sat 20:00-24:00")
    assert form.value("documents") == "Your tenancy agreement\nThe last letter"
    form.hide_address.setChecked(False)
    again = page.service.detail(few["clinic"])
    assert again is not None
    assert again.where == ("12 Mill Lane",), "hiding never loses an address"
    form.checked_button.click()
    checked = page.service.detail(few["clinic"])
    assert checked is not None
    assert checked.checked_at == page.context.clock.now_ms()


def test_add_and_take_off(qtbot: QtBot, page: DirectoryPage) -> None:
    page.add_button.click()
    form = page.form
    assert form is not None
    assert form.remove_button.isHidden()
    form.write("phone", "555 1")
    page.flush()
    assert page.service.count() == 4
    with qtbot.waitSignal(page.header_changed):
        form.write("name", "Warm Rooms")
        page.flush()
    assert page.service.count() == 5
    form.remove_button.click()
    assert page.service.count() == 4
    assert "Warm Rooms" not in listed(page)


def test_what_filters_ask_for_can_be_written(page: DirectoryPage, few: Few) -> None:
    """A directory that is typed in here is found by town, age and steps as any other."""
    page.browser.open_service(few["bank"])
    page.edit_service()
    form = page.form
    assert form is not None
    assert [form.value(key) for key in forms_of_place] == ["", "", ""]
    form.write("address", "3 Quay")
    form.write("town", "Millbrook")
    form.write("postcode", "X1 2ZZ")
    form.ages[0].setValue(18)
    page.flush()
    form.step_free.click()
    form.finish()
    detail = page.service.detail(few["bank"])
    assert detail is not None
    assert (detail.where, detail.step_free) == (("3 Quay, Millbrook, X1 2ZZ",), True)
    assert detail.ages == (18, None)
    assert page.browser.reading.terms._facts[0].words.text() == "From 18 years"
    wanted = Filters(age=20, area="Millbrook", step_free=True)
    assert page.service.search("", wanted) == [detail.id]
    assert page.service.search("", replace(wanted, age=17)) == []
    page.edit_service()
    assert [form.value(key) for key in forms_of_place] == ["3 Quay", "Millbrook", "X1 2ZZ"]
    assert (form.ages[0].value(), form.step_free.isChecked()) == (18, True)
    form.ages[0].setValue(-1)
    form.ages[1].setValue(25)
    form.step_free.click()
    form.write("postcode", "")
    form.finish()
    detail = page.service.detail(few["bank"])
    assert detail is not None
    assert (detail.ages, detail.step_free) == ((None, 25), False)
    assert detail.where == ("3 Quay, Millbrook",)
    assert words.who_words(detail) == "Up to 25 years"
    assert words.who_words(replace(detail, ages=(16, 25))) == "16 to 25 years"
    said = replace(detail, who="For people of 16 to 25", ages=(16, 25))
    assert words.who_words(said) == "For people of 16 to 25"


def test_days_that_do_not_follow_each_other(page: DirectoryPage) -> None:
    uid = page.service.add_service("Odd days", hours=[("MO,WE,FR", "09:00", "12:00")])
    detail = page.service.detail(uid)
    assert detail is not None
    assert "to Fri" not in words.when_words(detail)


def test_a_pause_saves(qtbot: QtBot, page: DirectoryPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.edit_service()
    assert page.form is not None
    page.form.write("description", "Bread and soup")
    with qtbot.waitSignal(page.form._timer.timeout):
        pass
    assert page.form.saved.text() == "Saved 16:20"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("", []),
        ("Mon to Fri 9:30-17:00", [("MO,TU,WE,TH,FR", "09:30", "17:00")]),
        ("1MO 9:00-10:00", None),
        ("Mon 9:00-late", None),
        ("Mon", None),
    ],
)
def test_hours_as_typed(text: str, hours: object) -> None:
    assert forms.read_hours(text) == hours


def test_hours_in_the_words_of_the_screen(page: DirectoryPage) -> None:
    page.service.set_hours(
        uid := page.service.add_service("Odd days"),
        [("MO,TU,WE,TH,FR", "09:00", "12:00"), ("SA", "10:00", "24:00")],
    )
    detail = page.service.detail(uid)
    assert detail is not None
    assert forms.write_hours(detail) == "Mon to Fri 09:00-12:00\nSat 10:00-24:00"
    hours = forms.read_hours(forms.write_hours(detail))
    was = QLocale()
    QLocale.setDefault(QLocale("es"))
    try:
        assert forms.read_hours("lun., mié. 9:00-12:00") == [("MO,WE", "09:00", "12:00")]
        assert forms.read_hours("Lunes 9:00-12:00") == [("MO", "09:00", "12:00")]
        assert forms.read_hours(forms.write_hours(detail)) == hours
        assert forms.read_hours("nunca 9:00-12:00") is None
        QLocale.setDefault(QLocale("ar"))
        assert forms.read_hours(forms.write_hours(detail)) == hours
    finally:
        QLocale.setDefault(was)


def test_import(
    qtbot: QtBot, page: DirectoryPage, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(package))
    page.import_button.click()
    panel = page.imports
    assert panel is not None
    panel.folder_button.click()
    assert not panel.cancel_button.isHidden()
    qtbot.waitUntil(lambda: not panel.faces.isHidden())
    assert panel.preview.title.text() == "What would change: riverside"
    assert panel.preview.summary.text() == "1 new service"
    assert "Imported Help" not in listed(page)
    panel.preview.bring_button.click()
    qtbot.waitUntil(lambda: not panel.result.isHidden())
    assert "1 service came in from riverside." in panel.result.summary.text()
    assert panel.result.rows.count() == 1
    assert panel.result.rows.item(0).text() == "services.csv, row 3: The service has no name."
    assert "Imported Help" in listed(page)
    assert page.browser.right.currentWidget() is panel
    assert "riverside" in panel.batch.text()
    panel.undo_button.click()
    qtbot.waitUntil(lambda: panel.message.text() == "The import was taken back.")
    assert "Imported Help" not in listed(page)
    assert panel.undo_button.isHidden()
    panel.take_back()
    panel.close_button.click()
    assert page.browser.right.currentWidget() is page.browser.reading


def test_an_import_says_which_services_are_not_on_the_list(
    qtbot: QtBot, page: DirectoryPage, package: Path
) -> None:
    rows = "1,A,inactive\n2,B,defunct\n3,C,active\n4,D,active\n"
    (package / "services.csv").write_text(f"id,name,status\n{rows}")
    page.import_button.click()
    panel = page.imports
    assert panel is not None
    service = panel._service
    before = service.count()
    panel.start(package)
    qtbot.waitUntil(lambda: not panel.faces.isHidden())
    panel.preview.bring_button.click()
    qtbot.waitUntil(lambda: not panel.result.isHidden())
    resting = "Not on the list: 2 services, closed or not running now, as the directory says."
    assert panel.result.summary.text().split("\n")[:2] == [
        "4 services came in from riverside.",
        resting,
    ]
    assert service.count() == before + 2
    three = next(row.uid for row in service.rows(service.search("C")) if row.name == "C")
    service.remove(three)
    panel.start(package)
    qtbot.waitUntil(lambda: not panel.faces.isHidden())
    panel.preview.bring_button.click()
    took = "Not on the list: 1 service that somebody here took off."
    qtbot.waitUntil(lambda: took in panel.result.summary.text())
    assert service.count() == before + 1


def test_import_of_something_else(
    qtbot: QtBot, page: DirectoryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.zip").write_text("no zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x.zip"), ""))
    page.show_import()
    panel = page.imports
    assert panel is not None
    panel.zip_button.click()
    qtbot.waitUntil(lambda: "not a zip file" in panel.message.text())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    panel.choose_zip()
    panel.choose_folder()
    assert panel.cancel_button.isHidden()


def test_a_cancelled_import(qtbot: QtBot, page: DirectoryPage, package: Path) -> None:
    page.show_import()
    panel = page.imports
    assert panel is not None
    panel.cancel()
    panel.start(package)
    panel.cancel()
    qtbot.waitUntil(lambda: "Cancelled" in panel.message.text())
    assert "Imported Help" not in listed(page)
    panel._told(1, 2, "")
    assert panel.progress.value() > 0


def test_the_room(context: Context, few: Few) -> None:
    made = room()
    assert (made.title(), made.place) == ("Local help", "everyone")
    assert made.find is not None
    (found,) = made.find(context, "riverside")
    assert (found.kind, found.uid) == ("service", few["clinic"])
    context.shelf, shelf = None, context.shelf
    assert made.find(context, "riverside") == []
    context.shelf = shelf
    opened = made.page(context)
    for widget in (opened, *opened.header_buttons()):
        widget.deleteLater()
