"""Promises that cut across the folders."""
