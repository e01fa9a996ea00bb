"""Foreign formats, a file for each."""
