"""The inventory of every screen, and the pictures drawn from it."""
