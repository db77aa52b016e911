"""Builders and drivers that tests share."""
