"""The records of the format and what they add up to."""
