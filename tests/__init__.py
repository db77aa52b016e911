"""Tests of what the journal promises."""
