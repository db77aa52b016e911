"""Tests of Patterns."""
