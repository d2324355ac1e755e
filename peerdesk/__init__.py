"""PeerDesk: a calm, private, offline desk for peer support groups."""

__version__ = "0.1.0"
