"""PySide6 takes references from None; there have to be enough of them for any session."""

from __future__ import annotations

import sys

import pytest

from peerdesk.ui.keep_none import PLENTY, keep_none

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None lasts by itself")


def test_none_lasts() -> None:
    assert sys.getrefcount(None) > PLENTY // 2
    before = sys.getrefcount(None)
    keep_none()
    assert sys.getrefcount(None) < before + PLENTY // 2
