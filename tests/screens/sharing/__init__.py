"""Tests of the screens of sharing."""
