"""TinyDB's own tests, run on the vault; the table of those that cannot hold there is in ``conftest``."""
