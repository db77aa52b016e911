"""Compare a checked-in document with what the program makes of it; ``UPDATE_GOLDEN=1 pytest …`` rewrites it."""

from __future__ import annotations

import os
from pathlib import Path


def assert_document(document: Path, wanted: str) -> None:
    """Assert that a document is as it should be; with ``UPDATE_GOLDEN`` it is written first."""
    if os.environ.get("UPDATE_GOLDEN"):
        document.parent.mkdir(parents=True, exist_ok=True)
        document.write_text(wanted, encoding="utf-8")
    assert document.exists(), f"{document.name} is missing: run with UPDATE_GOLDEN=1 and look at it"
    assert document.read_text(encoding="utf-8") == wanted, f"UPDATE_GOLDEN=1 rewrites {document.name}: look at it"
