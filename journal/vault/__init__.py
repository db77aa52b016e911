"""The sealed file: bytes on disk, as `docs/format.md` describes them. Knows nothing of recovery."""
