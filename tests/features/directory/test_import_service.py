"""What kind of thing is brought in is known by what it is, and a list by what was said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.exchange.pack import NotAPack
from peerdesk.features.directory.import_service import ImportService
from peerdesk.features.directory.pack_sharing import Sharing
from peerdesk.store.place import Place


def test_a_list_a_pack_and_what_must_be_one(
    shelf: Place, few: dict[str, bytes], tmp_path: Path
) -> None:
    imports = ImportService(shelf)
    sheet = tmp_path / "Warm places.csv"
    sheet.write_text("Name,Phone\nLibrary,555 1\n", encoding="utf-8")
    found = imports.look_at_list(sheet)
    imports.remember(found, found.columns)
    assert imports.look_at_list(sheet).known
    with imports.read(sheet, columns=found.columns).prepared as prepared:
        assert prepared.kind == "table"
    sharing = Sharing(shelf)
    sharing.run_pack(tmp_path / "p.zip", "Millbrook")
    sharing.run_package(tmp_path / "h.zip")
    for name, kind in (("p.zip", "pack"), ("h.zip", "directory")):
        with imports.read(tmp_path / name).prepared as prepared:
            assert prepared.kind == kind
    with pytest.raises(NotAPack):
        imports.read(tmp_path / "h.zip", pack=True)
    del few
