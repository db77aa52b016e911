"""The vault's promises, each with a test."""
