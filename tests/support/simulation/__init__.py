"""Simulate lives of a journal from plans: generate, run, shrink, write as text and read again."""
