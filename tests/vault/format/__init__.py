"""The records of the format."""
