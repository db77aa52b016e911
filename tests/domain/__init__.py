"""Tests of the records and the figures of recovery."""
