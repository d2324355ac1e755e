"""Reads the arguments and hands over to :mod:`peerdesk.app.start`."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run PeerDesk with the arguments of this process; returns its exit code.

    ``--version`` is answered before anything else is imported, so that it works
    where Qt or its libraries are missing.
    """
    if sys.stdout is None or sys.stderr is None:  # a windowed Windows program has neither
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if "--version" in sys.argv[1:]:
        from peerdesk import __version__

        print(f"PeerDesk {__version__}")
        return 0
    from peerdesk.app.start import main as start

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
