"""Set how much is tested: `make test` takes a sample of the long tests, `make test-all` (JOURNAL_TESTS=all) all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any, Final

import pytest
from hypothesis import settings

ALL: Final = os.environ.get("JOURNAL_TESTS") == "all"

SMALL: Final = 20
"""The number of Hypothesis examples where a test sets none."""
LARGE: Final = 300


def load_profile() -> None:
    """Set a profile of Hypothesis: few examples, the same in each run, or many and new ones if everything is tested."""
    settings.register_profile("journal", deadline=None, max_examples=SMALL, derandomize=True)
    settings.register_profile("large", deadline=None, max_examples=LARGE)
    settings.load_profile("large" if ALL else "journal")


def examples(few: int) -> int:
    """Return the number of examples: ``few`` in `make test`, else LARGE / SMALL times as many."""
    return few * LARGE // SMALL if ALL else few


def long(*values: Any) -> Any:
    """Return a parameter that only `make test-all` uses."""
    return pytest.param(*values, marks=pytest.mark.long)


def thinned(cases: Iterable[Any], every: int, first: int = 0) -> list[Any]:
    """Return the cases as parameters: each ``every``-th from the ``first`` on always runs, the others are long."""
    return [case if number % every == first else long(case) for number, case in enumerate(cases)]


def only(cases: Sequence[Any], *taken: Any) -> list[Any]:
    """Return the cases as parameters: those ``taken`` always run, the others are long; each of ``taken`` is a case."""
    assert all(case in cases for case in taken)
    return [case if case in taken else long(case) for case in cases]
