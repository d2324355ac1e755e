"""Tonight: a meeting that runs, as a process of its own that holds only its own sheet."""
