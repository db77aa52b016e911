"""Tests of the screens of plan."""
