"""Measure speed, as ratios against a peer measured in the same run: ``make bench``. Never part of the test suite."""
