"""Tests of the screens of security."""
