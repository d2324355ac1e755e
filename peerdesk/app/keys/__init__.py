"""People with keys: letting in and taking out, recovery, a place of one's own."""
