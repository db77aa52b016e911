"""Test what leaves a journal as files that other programs can read."""
