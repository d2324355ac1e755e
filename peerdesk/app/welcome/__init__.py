"""The window for everyone: help right now, signing in, what anyone may know."""
