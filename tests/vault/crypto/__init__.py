"""Tests of the ciphers."""
