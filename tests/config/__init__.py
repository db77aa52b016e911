"""Tests of what can be read while the journal is locked."""
