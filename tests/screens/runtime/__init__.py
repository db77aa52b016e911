"""Tests of the parts that run the app."""
