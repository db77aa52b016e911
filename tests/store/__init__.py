"""The one API to a journal."""
