"""Team notes: what facilitators of a group write to each other."""
