"""Tests of the screens of slips."""
