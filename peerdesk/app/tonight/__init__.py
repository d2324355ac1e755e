"""A running meeting: its process, the way there from the main window, and the way back."""
