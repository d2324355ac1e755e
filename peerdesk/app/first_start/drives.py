"""Which drive a folder is on; the same is asked where copies are made."""

from peerdesk.ui.drives import disk_of, same_drive

__all__ = ["disk_of", "same_drive"]
