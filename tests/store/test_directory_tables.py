"""The tables an import fills: in an order in which they can be filled, all with what is kept."""

from __future__ import annotations

from peerdesk.store.directory_tables import IMPORTED, Attribute, TaxonomyTerm


def test_parents_come_before_children() -> None:
    seen: set[str] = set()
    for model in IMPORTED:
        meta = model._meta  # type: ignore[attr-defined]
        seen.add(meta.table_name)
        targets = {f.rel_model._meta.table_name for f in meta.refs if f.name != "batch"}
        assert targets <= seen


def test_every_table_knows_its_import_and_what_else_was_said() -> None:
    for model in IMPORTED:
        assert {"batch_id", "extra"} <= set(model._meta.columns)  # type: ignore[attr-defined]


def test_columns_that_are_called_as_in_the_standard() -> None:
    assert "taxonomy_id" in TaxonomyTerm._meta.columns  # type: ignore[attr-defined]
    assert "link_entity" in Attribute._meta.columns  # type: ignore[attr-defined]
