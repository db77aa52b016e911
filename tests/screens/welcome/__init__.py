"""Tests of the screens of welcome."""
