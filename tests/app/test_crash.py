"""A crash report says where, never what."""

from __future__ import annotations

import sys

from peerdesk.app.crash import report


def boom(name: str) -> None:
    canary = "Canary " + name
    raise ValueError(canary)


def test_a_report_holds_places_and_no_values() -> None:
    try:
        boom("Ana")
    except ValueError as error:
        words = report(type(error), error.__traceback__)
    assert "ValueError" in words
    assert "boom" in words
    assert "Canary" not in words
    assert "Ana" not in words
    assert sys.version.split()[0] in words
