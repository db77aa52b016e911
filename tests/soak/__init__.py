"""Checks that run for hours, not in every test run: `make soak`."""
