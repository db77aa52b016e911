"""What can be read while the journal is locked."""
