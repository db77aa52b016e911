"""The page for the mentor."""
