"""Ctrl+K: one field that finds everything this person may open."""
