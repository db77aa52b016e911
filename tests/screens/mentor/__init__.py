"""Tests of the screens of mentor."""
