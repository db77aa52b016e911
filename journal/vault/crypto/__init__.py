"""The ciphers: the AEAD, and keys from a passphrase or recovery words."""
