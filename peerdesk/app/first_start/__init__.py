"""The first start: calm steps, one question per screen; nothing is kept until the end."""

from peerdesk.app.first_start.window import FirstStart

__all__ = ["FirstStart"]
