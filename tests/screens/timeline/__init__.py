"""Tests of the screens of timeline."""
