"""Counts a noun, for sentences in every part of the program."""

from __future__ import annotations


def count(number: int, noun: str) -> str:
    """Return ``1 record`` or ``3,000 records``; only nouns that take a plain ``s``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
