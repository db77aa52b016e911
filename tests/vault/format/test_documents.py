"""Check that a table may be read while a save in another thread changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec import Raw

from journal.vault.format.documents import Documents


@pytest.mark.parametrize("view", [iter, Documents.items, Documents.values])
def test_a_loop_goes_over_what_was_there_at_its_start(view: Callable[[Documents], Any]) -> None:
    documents = Documents({"a": Raw(b"{}"), "b": Raw(b"{}")})
    loop: Iterator[Any] = iter(view(documents))
    next(loop)
    del documents.raw["b"]
    documents.raw["c"] = Raw(b"{}")
    assert len(list(loop)) == 1
