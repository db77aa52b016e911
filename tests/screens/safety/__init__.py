"""Tests of the screens of safety."""
