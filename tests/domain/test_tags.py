"""Test how tags are typed, told from each other, ranked and completed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entries import Entry
from journal.domain.labels import without_accents
from journal.domain.tags import completed, format_tags, joined, split_tags, tags_by_use

words = st.text(st.characters(exclude_categories=["Z", "C"], exclude_characters="#,;"), min_size=1, max_size=12)
known = st.lists(words, max_size=8)


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", []),
        (" , # ;", []),
        ("family work", ["family", "work"]),
        ("#family, #work", ["family", "work"]),
        ("family,work;sleep", ["family", "work", "sleep"]),
        ("##family  C#", ["family", "C#"]),
    ],
)
def test_tags_are_words_apart_by_spaces_or_commas_and_the_sign_is_optional(typed: str, tags: list[str]) -> None:
    assert split_tags(typed) == tags


def test_a_tag_that_differs_by_case_or_accents_is_the_one_that_exists() -> None:
    assert joined("FAMILY, cafe  Café", ["Family", "café"]) == ["Family", "café"]
    assert joined("New new NEW", []) == ["New"]


@given(st.lists(words, max_size=10), known)
def test_tags_come_once_in_order_and_what_is_saved_reads_back_as_itself(typed: list[str], before: list[str]) -> None:
    tags = joined(format_tags(typed), before)
    keys = [without_accents(tag) for tag in tags]
    assert keys == list(dict.fromkeys(without_accents(tag) for tag in typed))
    assert joined(format_tags(tags), before) == tags
    assert joined(", ".join(tags), []) == tags


def test_the_most_used_tag_comes_first_in_its_latest_spelling() -> None:
    entries = [
        Entry(text="", tags=["work", "Family"]),
        Entry(text="", tags=["family", "family"]),
        Entry(text="", tags=["sleep"]),
    ]
    assert tags_by_use(entries) == ["family", "sleep", "work"]


@given(st.lists(st.lists(words, max_size=4).map(lambda tags: Entry(text="", tags=tags)), max_size=6))
def test_every_tag_is_known_once(entries: list[Entry]) -> None:
    found = [without_accents(tag) for tag in tags_by_use(entries)]
    assert len(found) == len(set(found))
    assert set(found) == {without_accents(tag) for entry in entries for tag in entry.tags}


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("", None),
        ("fa", "family"),
        ("#FA", "#family"),
        ("work, fa", "work, family"),
        ("work ", None),
        ("ca", "Café"),
        ("family fa", "family fast"),
        ("family", None),
        ("x", None),
    ],
)
def test_the_last_tag_is_completed_to_the_first_that_begins_so(typed: str, line: str | None) -> None:
    assert completed(typed, ["family", "fast", "work", "Café"]) == line


@given(st.lists(words, min_size=1, max_size=4).map(" ".join), known)
def test_a_completion_only_makes_the_line_longer_and_gives_a_known_tag(typed: str, before: list[str]) -> None:
    line = completed(typed, before)
    if line is not None:
        assert len(line) > len(typed)
        assert split_tags(line)[:-1] == split_tags(typed)[:-1]
        assert split_tags(line)[-1] in before
