"""A whole PeerDesk in this process, with small key derivation, for a person to sit at."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peerdesk.app.desk import Desk
from peerdesk.app.start import parser

from .person import Person


class Ended(Exception):
    """The process would be gone now."""


class TestDesk(Desk):
    """A desk that tells what it would start next instead of ending this process."""

    __test__ = False

    def __init__(self, *values: object) -> None:
        super().__init__(*values)  # type: ignore[arg-type]
        self.next_start: list[str] | None = None

    def _hand_over(self, arguments: list[str]) -> None:
        if self.signed_in is not None:
            self.signed_in.close()
            self.signed_in = None
        self.instance.release()
        self.next_start = arguments


@pytest.fixture
def sit_down(qapp, qtbot, tiny_kdf, tmp_path: Path) -> Iterator[Callable[..., tuple[Desk, Person]]]:
    """Start PeerDesk on ``tmp_path/workspace``; returns the desk and a person before it."""
    desks: list[TestDesk] = []

    def start(*arguments: str) -> tuple[TestDesk, Person]:
        leave()
        options: Namespace = parser().parse_args(
            ["--workspace", str(tmp_path / "workspace"), *arguments]
        )
        desk = TestDesk(qapp, options, tiny_kdf, None)
        desks.append(desk)
        assert desk.start()

        def window():
            assert desk.window is not None
            return desk.window

        return desk, Person(qtbot, window)

    def leave() -> None:
        while desks:
            desk = desks.pop()
            if desk.window is not None:
                desk.window.close()
                desk.window.deleteLater()
            desk.finish()
            desk.deleteLater()

    yield start
    leave()
