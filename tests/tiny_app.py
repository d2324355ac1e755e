"""PeerDesk as tests start it in a process of its own: small key derivation, itself as the
relaunch command. The product has no switch for this."""

from __future__ import annotations

import sys

from peerdesk.app.start import main
from peerdesk.safe.kdf import Bounds, Kdf, KdfParams

LEAST = KdfParams(memory_kib=8, passes=1)
TINY = Kdf(Bounds(LEAST, KdfParams(memory_kib=1024, passes=4)), LEAST, target_seconds=0.0)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], kdf=TINY, relaunch=[sys.executable, __file__]))
