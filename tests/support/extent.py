"""How much is tested: `make test` takes a sample of what is long, `make test-all` (JOURNAL_TESTS=all) all of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any, Final

import pytest
from hypothesis import settings

ALL: Final = os.environ.get("JOURNAL_TESTS") == "all"

SMALL: Final = 20
"""Examples of Hypothesis where a test names no number."""
LARGE: Final = 300


def load_profile() -> None:
    """Let Hypothesis try few examples, or many where all is tested."""
    settings.register_profile("journal", deadline=None, max_examples=SMALL)
    settings.register_profile("large", deadline=None, max_examples=LARGE)
    settings.load_profile("large" if ALL else "journal")


def examples(few: int) -> int:
    """Return how many examples a test takes that takes ``few`` in `make test`: as many; else LARGE / SMALL times."""
    return few * LARGE // SMALL if ALL else few


def long(*values: Any) -> Any:
    """Return a parameter that only `make test-all` takes."""
    return pytest.param(*values, marks=pytest.mark.long)


def thinned(cases: Iterable[Any], every: int, first: int = 0) -> list[Any]:
    """Return the cases as parameters: each ``every``-th from the ``first`` on is always taken, the others are long."""
    return [case if number % every == first else long(case) for number, case in enumerate(cases)]


def only(cases: Sequence[Any], *taken: Any) -> list[Any]:
    """Return the cases as parameters: those ``taken`` always, the others are long; each of ``taken`` is a case."""
    assert all(case in cases for case in taken)
    return [case if case in taken else long(case) for case in cases]
