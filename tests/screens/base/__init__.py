"""Tests of what all screens are made from."""
