"""Builders and drivers that several tests use."""
