"""The made-up group: believable, entirely fictional, and always as of today.

Its workspace holds ``demo.key`` with its keys in plain text: nothing in it is secret, and it can
be opened signed in. A workspace without that file is never opened this way.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.store.workspace import Workspace, build

if TYPE_CHECKING:
    from peerdesk.core.clock import Clock
    from peerdesk.safe.kdf import Kdf

KEY_FILE = "demo.key"


def open_demo(workspace: Workspace, kdf: Kdf | None, clock: Clock) -> SignedIn:
    """The keys of the made-up group in ``workspace``, which is made when it is not there.

    Raises KnownError when the folder holds a real workspace, and those of writing.
    """
    if not workspace.exists():
        from peerdesk.app.demo_group import make

        with build(workspace.path, clock) as fresh:
            made = make(fresh, kdf, clock)
            (fresh.path / KEY_FILE).write_text(
                json.dumps(
                    {
                        "drawer": made.drawer_id,
                        "key": made.drawer_key.hex(),
                        "cabinets": [(u.hex(), f, k.hex()) for u, f, k in made.cabinets],
                    }
                ),
                "ascii",
            )
    try:
        kept = json.loads((workspace.path / KEY_FILE).read_text("ascii"))
        return SignedIn(
            kept["drawer"],
            bytes.fromhex(kept["key"]),
            [(bytes.fromhex(u), f, bytes.fromhex(k)) for u, f, k in kept["cabinets"]],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError(
            translate(
                "Demo",
                "The folder {folder} is not one of the made-up group. It was not touched. "
                "To look round, choose an empty folder, or none.",
            ).format(folder=str(workspace.path))
        ) from error
