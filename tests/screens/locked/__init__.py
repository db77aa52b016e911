"""Tests of the screens while locked."""
