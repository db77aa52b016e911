"""TinyDB's own tests, run on the vault; ``conftest`` lists those that cannot pass there."""
