"""The sections of the page for the mentor."""
