"""Everything on the disk."""
