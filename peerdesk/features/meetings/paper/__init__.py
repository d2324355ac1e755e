"""An evening on paper, and what was written there keyed back in."""
