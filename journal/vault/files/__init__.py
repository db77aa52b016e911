"""Everything about files on disk: reading, writing, locks, the journal's sibling files, the rollback anchor."""
