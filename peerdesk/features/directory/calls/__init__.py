"""Needs a call: ten listings to ring each week, and what came of it."""
