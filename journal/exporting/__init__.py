"""Writes everything that is in a journal to files that other programs can read, one module per format."""
