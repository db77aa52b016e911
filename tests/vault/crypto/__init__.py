"""The ciphers."""
