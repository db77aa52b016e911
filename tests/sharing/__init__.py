"""What leaves the journal."""
