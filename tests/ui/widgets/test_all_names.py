"""Every name the package promises can be had from it, and no other."""

from __future__ import annotations

import pytest

from peerdesk.ui import widgets


def test_every_promised_name_is_there() -> None:
    homes = vars(widgets)["_HOMES"]
    assert sorted(widgets.__all__) == sorted(n for names in homes.values() for n in names)
    for name in widgets.__all__:
        assert getattr(widgets, name).__module__.startswith("peerdesk.ui.widgets.")


def test_another_name_is_missed_as_in_any_module() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Carpet'"):
        widgets.Carpet  # type: ignore[attr-defined]  # noqa: B018
