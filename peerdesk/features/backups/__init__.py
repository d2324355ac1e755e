"""Copies of everything: made, kept, looked into, and brought back."""
