"""Tests of promises that concern several folders."""
