"""Tests of the one API to a journal."""
