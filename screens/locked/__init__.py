"""What can be done before the journal opens, and what waits right after."""
