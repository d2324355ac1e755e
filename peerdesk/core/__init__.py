"""What every part may use: time, identifiers, errors and lazy words. Imports nothing of ours."""
