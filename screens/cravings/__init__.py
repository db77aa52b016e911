"""A craving, while the journal is open and while it is locked."""
