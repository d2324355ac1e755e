"""The words PeerDesk understands on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path


def parser() -> argparse.ArgumentParser:
    """The public arguments; the hidden ones are what one PeerDesk says to the next at a lock."""
    words = argparse.ArgumentParser(
        prog="peerdesk", description="A calm, private, offline desk for peer support groups."
    )
    words.add_argument("--workspace", type=Path, metavar="DIR", help="where everything is kept")
    words.add_argument("--demo", action="store_true", help="look round a made-up group")
    words.add_argument("--version", action="store_true", help="print the version and stop")
    words.add_argument(
        "--self-test", action="store_true", help="do the whole job without a screen and say how"
    )
    words.add_argument(
        "--gallery", type=Path, metavar="DIR", help="draw every screen into DIR as PNG files"
    )
    hidden = argparse.SUPPRESS
    # After a lock: write one byte to stdout once painted, so that the old process may end.
    words.add_argument("--greet", action="store_true", help=hidden)
    # Words that could not be saved come on stdin, locked (safe.carried).
    words.add_argument("--carry", action="store_true", help=hidden)
    shown = ("welcome", "local-help", "ended", "in-tray")
    words.add_argument("--show", choices=shown, default="welcome", help=hidden)
    # The process of a running meeting: its sheet; the key comes on stdin, before carried words.
    words.add_argument("--tonight", metavar="FILE_ID", help=hidden)
    words.add_argument(
        "--face", choices=("facilitator", "door"), default="facilitator", help=hidden
    )
    # How whoever started it likes to read: light or dark, and the text size in per cent.
    words.add_argument("--look", default="", metavar="SCHEME:PERCENT", help=hidden)
    # Started by the process of a running meeting, which waits behind this window.
    words.add_argument("--beside", metavar="FILE_ID", help=hidden)
    # Where the window before a lock stood (ui.window_size); nothing about who sat there.
    words.add_argument("--window", default="", help=hidden)
    # A demo that was locked: show its welcome page, and remove its folder at the end.
    words.add_argument("--locked", action="store_true", help=hidden)
    words.add_argument("--throw-away", action="store_true", help=hidden)
    return words


def default_workspace() -> Path:
    """``data`` beside a portable program, else the user's own data folder."""
    import sys

    if getattr(sys, "frozen", False):
        portable = Path(sys.executable).parent / "data"
        if portable.is_dir():
            return portable / "workspace"
    from platformdirs import user_data_path

    return user_data_path("peerdesk", appauthor=False) / "workspace"
