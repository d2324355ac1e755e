"""Closing the evening: what is written down in five minutes, and what waits for Today."""
