"""Puts the house together: what starts, which window is shown, and who lends what to whom."""
