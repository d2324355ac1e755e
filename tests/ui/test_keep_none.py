"""PySide6 takes references from None and True; there are enough of them for any session."""

from __future__ import annotations

import sys

import pytest

from peerdesk.ui.keep_none import PLENTY, keep_none

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="they last by themselves")


@pytest.mark.parametrize("lasting", [None, True, False])
def test_they_last(lasting: bool | None) -> None:
    assert sys.getrefcount(lasting) > PLENTY // 2
    before = sys.getrefcount(lasting)
    keep_none()
    assert sys.getrefcount(lasting) < before + PLENTY // 2
