"""Tests of the screens of cravings."""
