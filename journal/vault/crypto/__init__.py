"""The ciphers: the AEAD, and the keys from a passphrase or recovery words."""
