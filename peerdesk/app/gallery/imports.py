"""A directory that comes in again: what would change, what was changed here as well, and a list
whose columns have to be said."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface

if TYPE_CHECKING:
    from peerdesk.features.directory.import_panel import ImportPanel
    from peerdesk.features.directory.page import DirectoryPage

SERVICES = (
    ("1", "Harbour Advice Desk", "Help with letters and forms", "555 0141", "MO,TU"),
    ("2", "Evening Listening Line", "Somebody to talk to", "555 0142", "FR"),
    ("3", "Garden Mornings", "Work outside with others", "555 0143", "WE"),
)
NAMES = ("Harbour Advice Desk", "Evening Listening Line")
NEXT = (
    ("1", "Harbour Advice Desk", "Help with letters, forms and debts", "555 0160", "MO,WE"),
    ("2", "Evening Listening Line", "Somebody to talk to", "555 0150", "FR,SA"),
    ("4", "Bread and Soup", "A warm meal, nobody has to sign up", "555 0144", "TH"),
)


def _issue(folder: Path, services: tuple[tuple[str, ...], ...]) -> Path:
    folder.mkdir(exist_ok=True)
    tables: dict[str, list[tuple[str, ...]]] = {
        "services": [("id", "name", "description")],
        "phones": [("id", "service_id", "number")],
        "schedules": [("id", "service_id", "freq", "byday", "opens_at", "closes_at")],
    }
    for uid, name, about, number, days in services:
        tables["services"].append((uid, name, about))
        tables["phones"].append((uid, uid, number))
        tables["schedules"].append((uid, uid, "WEEKLY", days, "09:00", "12:00"))
    for table, rows in tables.items():
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
    return folder


def _panel(stage: Stage) -> tuple[QWidget, ImportPanel]:
    window = stage.signed_in("directory").window
    page = cast("DirectoryPage", window.pages["directory"])
    page.show_import()
    assert page.imports is not None
    return window, page.imports


def preview(stage: Stage) -> QWidget:
    """The next issue, of which something was put right here."""
    stage.spoil()
    window, panel = _panel(stage)
    service = panel._service
    folder = stage.desk.workspace.path.with_name("Harbour directory")
    service.import_package(_issue(folder, SERVICES))
    rows = service.rows([i for name in NAMES for i in service.search(name)])
    uids = {row.name: row.uid for row in rows}
    service.set_phone(uids[NAMES[0]], "555 0199")
    service.set_hours(uids[NAMES[1]], [("FR", "18:00", "22:00")])
    panel._seen(panel._imports.read(_issue(folder, NEXT)))
    return window


def conflicts(stage: Stage) -> QWidget:
    """Here and in the new directory."""
    window = preview(stage)
    page = cast("DirectoryPage", window.pages["directory"])  # type: ignore[attr-defined]
    assert page.imports is not None
    page.imports.decide()
    return window


def pack(stage: Stage) -> QWidget:
    """A pack of another centre, with listings of ours as they were when it got them."""
    from peerdesk.features.directory.pack_sharing import Sharing

    stage.spoil()
    window, panel = _panel(stage)
    service = panel._service
    path = stage.desk.workspace.path.with_name("northgate.peerdesk-pack.zip")
    Sharing(service.shelf).run_pack(path, "Northgate Centre")
    first = service.rows(service.search("")[:1])[0]
    service.set_phone(first.uid, "555 0177")
    panel._seen(panel._imports.read(path, pack=True))
    return window


def twins(stage: Stage) -> QWidget:
    """A directory in which two listings look like listings of ours."""
    stage.spoil()
    window, panel = _panel(stage)
    service = panel._service
    mine = service.rows(service.search("")[:2])
    folder = stage.desk.workspace.path.with_name("Northgate directory")
    more = []
    for at, row in enumerate(mine, 1):
        service.set_phone(row.uid, f"555 018{at}")
        more.append((str(at), row.name, "Somebody else wrote this", f"555-018{at}", "MO"))
    panel._seen(panel._imports.read(_issue(folder, (*more, *SERVICES[2:]))))
    return window


def twins_decided(stage: Stage) -> QWidget:
    """Each of them beside the one here."""
    window = twins(stage)
    page = cast("DirectoryPage", window.pages["directory"])  # type: ignore[attr-defined]
    assert page.imports is not None
    page.imports.compare()
    page.imports.twins.choices[0].buttons()[1].click()
    return window


def twice(stage: Stage) -> QWidget:
    """Listings that somebody wrote down again, and one that a directory brought as well."""
    window = twins(stage)
    page = cast("DirectoryPage", window.pages["directory"])  # type: ignore[attr-defined]
    panel = page.imports
    assert panel is not None
    panel.leave()
    panel._service.import_package(stage.desk.workspace.path.with_name("Northgate directory"))
    panel._service.add_service(SERVICES[2][1], phone=SERVICES[2][3])
    panel._twice(panel._joining.may_be_twice())
    return window


def columns(stage: Stage) -> QWidget:
    """A list from a spreadsheet."""
    window, panel = _panel(stage)
    path = stage.desk.workspace.path.with_name("Warm places.csv")
    path.write_text(
        "Place;What they offer;Tel.;Street;Town;Opening times;Room key\n"
        "Tea at Nan’s;Tea and a chat;555 0161;2 Mill Lane;Millbrook;Mon to Fri 14:00-17:00;7\n"
        "Reading corner;Warm and quiet;555 0162;Library Square;Millbrook;Sat 10:00-13:00;\n",
        encoding="utf-8",
    )
    panel.start_list(path)
    return window


SURFACES: tuple[Surface, ...] = (
    Surface("import-preview", preview),
    Surface("import-conflicts", conflicts),
    Surface("import-twins", twins),
    Surface("import-twins-face", twins_decided),
    Surface("import-twice", twice),
    Surface("csv-columns", columns),
    Surface("directory-pack", pack),
)
