"""The arithmetic and the words of recovery."""
