"""Keys, passwords and recovery: the only place that knows how anything is locked. No database."""
