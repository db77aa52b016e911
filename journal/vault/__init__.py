"""The sealed file: bytes, keys and the disk. It knows nothing of recovery."""
