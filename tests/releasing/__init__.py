"""Tests of what is released: the wheel, the sdist, the list of dependencies."""
