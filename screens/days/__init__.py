"""The days of a focus."""
