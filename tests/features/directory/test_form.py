"""A service is written in place, field by field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from peerdesk.features.directory import form_hours as forms
from peerdesk.features.directory import words
from peerdesk.features.directory.finding import Filters
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.ui.context import Context

from .conftest import listed, shown

Few = dict[str, bytes]

pytestmark = pytest.mark.usefixtures("english")

forms_of_place = ("address", "town", "postcode")


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
