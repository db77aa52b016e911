"""Tests of the records of the format."""
