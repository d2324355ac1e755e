"""Locking: when, with which warning, and how the next process starts."""
