"""Tests of the screens of days."""
