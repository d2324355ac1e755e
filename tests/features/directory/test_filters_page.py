"""More filters, nearest and saved searches on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.features.directory.finding import Filters, Spot
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.public import PublicDirectory
from peerdesk.features.directory.trailing import distance_words
from peerdesk.features.directory.words import when_words
from peerdesk.store.place import Place
from peerdesk.ui.context import Context

Few = dict[str, bytes]


pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def context(context: Context, shelf: Place, few: Few) -> Context:
    connection = shelf.database.connection()
    connection.execute("UPDATE address SET city = 'Millbrook', postal_code = 'X1 2ZZ'")
    connection.execute("UPDATE location SET latitude = 51.5, longitude = -0.1")
    connection.execute("UPDATE service SET kind = 'warm line' WHERE name LIKE 'Tenant%'")
    return context


@pytest.fixture
def public(qtbot: QtBot, context: Context) -> PublicDirectory:
    made = PublicDirectory(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> DirectoryPage:
    made = DirectoryPage(context)
    for widget in (made, *made.header_buttons()):
        qtbot.addWidget(widget)
    made.resize(1100, 760)
    made.show()
    context.shelf.subscribe(lambda change: made.refresh(change.tables))
    return made


def listed(page: DirectoryPage | PublicDirectory) -> list[str]:
    model = page.browser.model
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_several_filters_are_cleared_at_once(public: PublicDirectory) -> None:
    chips = public.browser.chips
    chips.free.click()
    assert chips.clear_button.isHidden(), "one is taken back where it was pressed"
    chips.open_now.click()
    assert not chips.clear_button.isHidden()
    chips.clear_button.click()
    assert chips.filters() == Filters()
    assert chips.clear_button.isHidden()
    assert chips.more_button.hasFocus()


def test_more_filters_open_choose_and_close(public: PublicDirectory) -> None:
    chips = public.browser.chips
    assert chips.more.isHidden()
    chips.more_button.click()
    assert chips.more.isVisible()
    assert chips.more.first.hasFocus()
    chips.more.kinds["warm line"].click()
    assert listed(public) == ["Tenants’ Voice"]
    assert chips.more_button.text() == "More filters (1)"
    chips.more_button.click()
    assert chips.more.isHidden()
    assert chips.more_button.isChecked()  # something is chosen there
    chips.clear()
    assert not chips.more_button.isChecked()
    assert chips.more_button.text() == "More filters"
    assert len(listed(public)) == 4


def test_age_area_and_language(public: PublicDirectory) -> None:
    chips = public.browser.chips
    chips.more_button.click()
    more = chips.more
    more.age.setValue(30)
    more.area.setCurrentText("Millbrook")
    assert listed(public) == ["Night Shelter", "Riverside Housing Clinic"]
    more.language.setCurrentText("English")
    more.no_referral.click()
    assert listed(public) == []
    assert more.chosen() == 4
    public.browser.empty.button.click()
    assert len(listed(public)) == 4


def test_near_a_postcode(qtbot: QtBot, public: PublicDirectory) -> None:
    chips = public.browser.chips
    chips.more_button.click()
    qtbot.keyClicks(chips.more.near, "x12")
    (place,) = chips.more.places
    assert place.text() == "X1 2ZZ"
    qtbot.keyClick(chips.more.near, Qt.Key.Key_Return)
    assert chips.filters().near == Spot("X1 2ZZ", 51.5, -0.1)
    assert listed(public)[0] == "Riverside Housing Clinic"
    first = public.browser.model.index(0, 0)
    assert "miles" in str(first.data(Qt.ItemDataRole.AccessibleTextRole))
    place.click()
    assert chips.filters().near is None
    place.click()
    qtbot.keyClicks(chips.more.near, "q")
    assert chips.filters().near is None
    assert "No such place" in chips.more.near.accessibleDescription()
    qtbot.keyClick(chips.more.near, Qt.Key.Key_Return)
    assert chips.filters().near is None


def test_saved_for_everyone(page: DirectoryPage, context: Context, qtbot: QtBot) -> None:
    browser = page.browser
    assert browser.save_search is not None
    assert browser.saved_bar.isHidden()
    browser.chips.more_button.click()
    browser.search.setText("clinic")
    browser.chips.free.click()
    assert not browser.save_search.button.isEnabled()
    qtbot.keyClick(browser.save_search.name, Qt.Key.Key_Return)
    browser.save_search.name.setText("Letters")
    browser.save_search.button.click()
    assert browser.saved_bar.isHidden()  # something is being looked for
    browser.search.clear()
    browser.chips.clear()
    (button,) = browser.saved_bar.buttons
    assert browser.saved_bar.isVisible()
    public = PublicDirectory(context)
    qtbot.addWidget(public)
    public.show()
    assert public.browser.save_search is None
    public.browser.saved_bar.buttons[0].click()
    assert listed(public) == ["Riverside Housing Clinic"]
    assert public.browser.chips.filters() == Filters(free=True)
    button.click()
    assert browser.search.text() == "clinic"
    assert browser.save_search.name.text() == "Letters"
    assert browser.save_search.other_name.isHidden()
    browser.save_search.name.setText("Forms")
    assert browser.save_search.other_name.text() == "Only change the name of “Letters”"
    browser.save_search.other_name.click()
    assert [one.name for one in browser.saved.everything()] == ["Forms"]
    assert browser.save_search.other_name.isHidden()
    browser.save_search.away.click()
    assert browser.save_search.name.text() == ""
    assert browser.saved_bar.buttons == []


def test_a_search_with_everything_is_chosen_again(public: PublicDirectory) -> None:
    wanted = Filters(
        categories=frozenset({"housing", "loss"}),
        languages=frozenset({"Spanish", "Klingon"}),
        kinds=frozenset({"app"}),
        open_now=True,
        offline=True,
        age=16,
        area="Atlantis",
        near=Spot("Here", 1.0, 2.0),
    )
    chips = public.browser.chips
    chips.choose(wanted)
    assert chips.filters() == wanted
    chips.more.load()
    assert chips.filters() == wanted


@pytest.mark.parametrize(
    ("country", "kilometres", "words"),
    [
        (QLocale.Country.UnitedKingdom, 1.609344, "1.0 miles"),
        (QLocale.Country.Ireland, 1.26, "1.3 km"),
        (QLocale.Country.Ireland, 1234.4, "1,234 km"),
    ],
)
def test_distances_as_the_reader_measures(
    country: QLocale.Country, kilometres: float, words: str
) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, country))
    assert distance_words(kilometres) == words


def test_opens_next_stands_with_the_times(public: PublicDirectory, clock: FixedClock) -> None:
    clock.advance(hours=2)
    public.browser.search.setText("food bank")
    detail = public.browser.reading.detail
    assert detail is not None
    assert when_words(detail).endswith("Opens next Friday 27 November, 12:00")


def test_near_without_a_map_says_so(qtbot: QtBot, public: PublicDirectory, few: Few) -> None:
    public.service._db.execute("UPDATE location SET latitude = NULL, longitude = NULL")
    chips = public.browser.chips
    chips.more_button.click()
    qtbot.keyClicks(chips.more.near, "mill")
    qtbot.keyClick(chips.more.near, Qt.Key.Key_Return)
    assert listed(public)[0] == "Riverside Housing Clinic"
    assert chips.more.said.text() == "No map here: the same postcode or town comes first."
    chips.more.places[0].click()
    assert chips.more.said.isHidden()
