"""Tests of what the vault promises."""
