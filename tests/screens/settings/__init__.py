"""Tests of the screens of settings."""
