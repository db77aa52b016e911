"""The page for the mentor, and what was shared."""
