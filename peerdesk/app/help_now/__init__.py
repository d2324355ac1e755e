"""Help right now: the card, its editor, and the verbs behind it."""
