"""Everything about files on disk."""
