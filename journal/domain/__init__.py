"""What the journal is about: records and their arithmetic. No files, no clock."""
