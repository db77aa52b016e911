"""Tests of everything about files on disk."""
