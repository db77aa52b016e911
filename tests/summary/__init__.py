"""Tests of the page for the mentor."""
