"""Our own description of HSDS 3.0 says what the standard's says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peerdesk.exchange.hsds_shape import FILES, LINKS, SHAPES
from peerdesk.exchange.hsds_standard import ENUMS, RESOURCES, Column

STANDARDS = Path(__file__).parents[3] / "shared" / "standards"


def test_our_description_of_the_standard_is_the_standards() -> None:
    paper = STANDARDS / "hsds-3.0" / "datapackage.json"
    if not paper.is_file():
        pytest.skip("the standard's schema is not here")
    theirs = {r["name"]: r for r in json.loads(paper.read_text())["resources"]}
    assert set(RESOURCES) == set(theirs)
    for name, resource in RESOURCES.items():
        ours, their = resource.descriptor([]), theirs[name]
        assert ours["path"] == their["path"]
        mine, schema = ours["schema"], their["schema"]
        assert isinstance(mine, dict)
        keep = ("name", "type", "format", "constraints")
        fields = [{k: f[k] for k in keep if k in f} for f in schema["fields"]]
        if name == "program":
            fields[1]["constraints"]["unique"] = False  # the one difference
        assert mine["fields"] == fields, name
        keys = [sorted(map(str, s.get("foreignKeys", []))) for s in (mine, schema)]
        assert keys[0] == keys[1], name


def test_columns_of_a_kind() -> None:
    assert Column("x").descriptor() == {
        "name": "x",
        "type": "string",
        "constraints": {"required": False, "unique": False},
    }
    status = {c.name: c for c in RESOURCES["service"].columns}["status"].descriptor()
    assert status["constraints"] == {
        "required": True,
        "unique": False,
        "enum": list(ENUMS["status"]),
    }
    described = RESOURCES["phone"].descriptor(["language"])
    assert isinstance(described["schema"], dict)
    assert described["schema"]["fields"][-1]["name"] == "language"
    assert len(described["schema"]["foreignKeys"]) == 5


def test_every_table_has_a_place_here_and_every_column_too() -> None:
    for name, resource in RESOURCES.items():
        assert FILES[resource.path.removesuffix(".csv")] in (name, "service_taxonomy")
        shape = SHAPES[LINKS if name == "attribute" else name]
        for column in resource.columns[1:]:
            known = column.name in shape.columns or column.name in shape.refs
            assert known or (name, column.name) == ("service", "fees")  # kept beside the others
