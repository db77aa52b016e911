"""Check that the independent reader and the product say the same of ten thousand damaged files: verdict and content.

The files are drawn from seeds, see `damaging`. What is compared: the verdict, the number of missing records, a bad copy
of the first page, how far behind the anchor, notes, documents, deletions, what healing brings back and from which
generation, the bytes of an unfinished save that are set aside, and what importing the inbox leads to.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.support.extent import thinned
from tests.support.vault.agreement import differences, said_by_both
from tests.support.vault.damaging import Recipe, recipe, shortened

FILES, AT_ONCE, EVERY = 10_000, 200, 25
"""All files; those of one test; `make test` runs every so many of the tests."""


@pytest.mark.parametrize("first", thinned(range(0, FILES, AT_ONCE), EVERY))
def test_the_reader_and_the_journal_say_the_same_of_damaged_files(first: int) -> None:
    verdicts: Counter[str] = Counter()
    for seed in range(first, first + AT_ONCE):
        drawn = recipe(seed)
        by_reader, by_product = said_by_both(drawn)
        assert by_reader == by_product, told(seed, drawn)
        verdicts[by_reader["verdict"]] += 1
    assert {"opens", "unfinished", "damaged", "newer", "unreadable", "wrong passphrase"} <= verdicts.keys()
    assert verdicts["damaged"] < 0.7 * AT_ONCE, verdicts


def told(seed: int, drawn: Recipe) -> str:
    """Return what they say differently of the fewest edits that still make them differ in the same."""
    names = differences(drawn).keys()
    least = shortened(drawn, lambda shorter: differences(shorter).keys() == names)
    return f"seed {seed}, {least.edits}: {differences(least)}"
