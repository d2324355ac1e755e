"""What would come in and may be the same as a listing here: seen, decided, remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.exchange.alike import Looks, plain
from peerdesk.exchange.same import Twin
from peerdesk.features.directory.import_panel import ImportPanel
from peerdesk.features.directory.import_twins import TwinsFace, looks_words
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.place import Place
from peerdesk.ui.context import Context
from peerdesk.ui.widgets import Paragraph

Few = dict[str, bytes]

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Another centre's directory: the clinic once more, a bank elsewhere, a listing of its own."""
    folder = tmp_path / "northgate"
    folder.mkdir()
    (folder / "services.csv").write_text(
        "id,name,description,email\n1,riverside housing clinic,Letters,a@b.example\n"
        "2,Food Bank,Other,\n3,Warm Rooms,,\n"
    )
    (folder / "phones.csv").write_text("id,service_id,number\n1,1,5550198\n2,2,555 0999\n")
    return folder


@pytest.fixture
def panel(qtbot: QtBot, context: Context, service: DirectoryService, few: Few) -> ImportPanel:
    service.set_phone(few["bank"], "555 0111")
    made = ImportPanel(context, service)
    qtbot.addWidget(made)
    made.resize(540, 700)
    made.show()
    return made


def look(qtbot: QtBot, panel: ImportPanel, path: Path) -> None:
    panel.start(path)
    qtbot.waitUntil(lambda: not panel.faces.isHidden())


def bring(qtbot: QtBot, panel: ImportPanel) -> None:
    panel.preview.bring_button.click()
    qtbot.waitUntil(lambda: not panel.result.isHidden())


def said(panel: ImportPanel) -> list[str]:
    found = panel.preview.lists.findChildren(Paragraph)
    return [p.text() for p in found if not p.isHidden()]


def test_seen_and_left_as_they_are(
    qtbot: QtBot, panel: ImportPanel, service: DirectoryService, theirs: Path
) -> None:
    look(qtbot, panel, theirs)
    assert panel.preview.alike.text() == (
        "1 service in it may be the same as one that is here."
        " Both will be listed, unless you say that they are the same."
    )
    assert said(panel)[0] == (
        "riverside housing clinic: may be the same as Riverside Housing Clinic"
        " (Riverside Advice · 555 0198 · 12 Mill Lane)"
    )
    bring(qtbot, panel)
    assert service.count() == 7
    look(qtbot, panel, theirs)
    assert panel.preview.compare_button.isHidden()


def test_said_to_be_one_and_remembered(
    qtbot: QtBot, panel: ImportPanel, service: DirectoryService, theirs: Path, few: Few
) -> None:
    look(qtbot, panel, theirs)
    panel.preview.compare_button.click()
    face = panel.twins
    assert panel.faces.currentWidget() is face
    assert face.done_button.hasFocus()
    assert [c.accessibleName() for c in face.choices] == ["riverside housing clinic"]
    face.done_button.click()  # nothing was said: nothing is looked at again
    assert not panel.runs()
    panel.preview.compare_button.click()
    face.choices[0].buttons()[1].click()
    face.choices[0].buttons()[0].click()
    face.choices[0].buttons()[1].click()
    face.done_button.click()
    qtbot.waitUntil(lambda: not panel.faces.isHidden())
    assert "1 of them will be one with it." in panel.preview.alike.text()
    assert said(panel)[0].startswith("riverside housing clinic: the same as Riverside")
    assert panel.preview.summary.text().split("\n")[0] == "2 new services"
    panel.preview.decide_button.click()  # both say what it does, and not alike
    names = [c.accessibleName() for c in panel.conflicts.choices]
    assert "Riverside Housing Clinic: What it does" in names
    panel.conflicts.done_button.click()
    bring(qtbot, panel)
    assert service.count() == 6
    detail = service.detail(few["clinic"])
    assert detail is not None
    assert (detail.name, detail.email) == ("Riverside Housing Clinic", "a@b.example")
    assert detail.description.startswith("Free advice")
    assert [p.number for p in detail.phones] == ["555 0198"]
    # next month nobody is asked again, and may still say otherwise
    look(qtbot, panel, theirs)
    assert "1 of them will be one with it." in panel.preview.alike.text()
    panel.preview.compare_button.click()
    assert face.choices[0].current() == 1
    face.both_button.click()
    face.done_button.click()
    qtbot.waitUntil(lambda: not panel.faces.isHidden())
    bring(qtbot, panel)
    assert service.count() == 7
    panel.take_back()
    qtbot.waitUntil(lambda: not panel.runs())
    assert service.count() == 6


def test_all_at_once_and_more_than_are_shown(qtbot: QtBot) -> None:
    face = TwinsFace()
    qtbot.addWidget(face)
    twins = tuple(Twin(_looks(n.to_bytes(16)), _looks((n + 500).to_bytes(16))) for n in range(102))
    face.show_twins(twins)
    assert len(face.choices) == 100
    face.same_button.click()
    assert len(face.same()) == 102
    assert face.choices[0].current() == 1
    face.both_button.click()
    assert face.same() == {}


def _looks(uid: bytes) -> Looks:
    name = "Food Bank"
    empty = frozenset[str]()
    return Looks(uid, plain(name), plain(name), empty, "", "", (), name, "", (), (), (), False)


def test_one_that_says_nothing_else() -> None:
    one = _looks(b"\0" * 16)
    assert looks_words(one, "Food Bank") == "–"
    assert looks_words(one, "food bank") == "Food Bank"


def test_what_cannot_be_looked_at_again_is_said(
    qtbot: QtBot, panel: ImportPanel, theirs: Path, shelf: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(qtbot, panel, theirs)

    def broken(*_: object) -> None:
        raise KnownError(translate("Test", "The disk is gone."))

    monkeypatch.setattr(panel._imports, "look_again", broken)
    panel.preview.compare_button.click()
    panel.twins.same_button.click()
    panel.twins.done_button.click()
    qtbot.waitUntil(lambda: not panel.runs())
    assert panel.message.text() == "The disk is gone."
    assert not panel.zip_button.isHidden()
