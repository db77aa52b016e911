"""Everything on the disk: reading, writing, locks, copies beside the journal, the rollback anchor."""
