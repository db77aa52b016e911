"""Patterns: the third of the places, with the cravings of the last weeks and what helped."""
