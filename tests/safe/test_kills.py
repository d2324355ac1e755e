"""A process that is really killed while it writes key files and seals loses neither."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from peerdesk.safe import accounts, seals
from peerdesk.safe.accounts import Accounts
from tests.safe.tiny import OTHER, PASSWORD, WORKSPACE_ID, CountingKdf

KILLS = 25
GROUP = b"the tuesday one."
ME, RECOVERY = seals.keypair_of(b"\1" * 32), seals.keypair_of(b"\2" * 32)

_CHILD = """
import sys
from pathlib import Path
from peerdesk.safe import seals
from peerdesk.safe.accounts import Accounts
from tests.safe.test_kills import GROUP, ME, RECOVERY
from tests.safe.tiny import OTHER, PASSWORD, WORKSPACE_ID, CountingKdf

workspace, number = Path(sys.argv[1]), 0
people = Accounts(workspace, WORKSPACE_ID, CountingKdf())
try:
    robin = people.sign_in("Robin", PASSWORD)
except Exception:
    robin = people.sign_in("Robin", OTHER)
while True:
    number += 1
    people.change_password(robin, "Robin", (PASSWORD, OTHER)[number % 2])
    seals.write_seals(
        workspace / "a.seals", GROUP, number, bytes([number % 256]) * 32, [ME.public],
        RECOVERY.public,
    )
    sys.stdout.write("x" * 4096)
    sys.stdout.flush()
"""


def test_killed_at_random_moments_everything_opens(workspace: Path) -> None:
    people = Accounts(workspace, WORKSPACE_ID, CountingKdf())
    robin = people.create("Robin", PASSWORD)
    seals.write_seals(workspace / "a.seals", GROUP, 0, bytes(32), [ME.public], RECOVERY.public)
    rng = random.Random(39)
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", _CHILD, str(workspace)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        ) as child:
            assert child.stdout is not None
            # Bytes read decide how far it came; after that it runs on until the signal arrives.
            read = child.stdout.read(4096 * rng.randint(1, 40) - rng.randrange(4096))
            child.kill()
        assert read
        try:
            assert people.sign_in("Robin", PASSWORD) == robin
        except accounts.WrongNameOrPassword:
            assert people.sign_in("Robin", OTHER) == robin
        generation, key = seals.open_seals(workspace / "a.seals", GROUP, ME.secret)
        assert key == bytes([generation % 256]) * 32
        assert seals.open_seals(workspace / "a.seals", GROUP, RECOVERY.secret)[1] == key
