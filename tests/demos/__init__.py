"""Scripted walks through the journal, by keys only; each is a test, and makes the pictures of the README and guide."""
