"""Settings and their forms."""
