"""Settings, by place, each saved as it is chosen."""
