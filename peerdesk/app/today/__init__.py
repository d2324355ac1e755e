"""Today: what comes next, what to do before, who is expected, what is good to remember."""
