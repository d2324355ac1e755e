"""One service is read, and read aloud, in plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.exchange.hours import Line, Opening
from peerdesk.features.directory import reading, words
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.service import DirectoryService
from peerdesk.ui.context import Context
from peerdesk.ui.speech import Speaker

Few = dict[str, bytes]

pytestmark = pytest.mark.usefixtures("english")


def test_another_service_is_read_from_its_beginning(
    qtbot: QtBot, page: DirectoryPage, few: Few
) -> None:
    page.resize(700, 440)  # not so low that the page scrolls as a whole
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
