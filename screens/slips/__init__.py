"""A slip, and looking back on it."""
