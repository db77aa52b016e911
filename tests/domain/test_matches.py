"""Test that the marked part of a text is what was searched for, whatever its letters become when they are compared."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.domain.labels import without_accents
from journal.domain.matches import _compared, match_spans, searched_words

LETTERS = st.characters() | st.sampled_from("aeosß øŒœÆæﬁİıé\u0301ς—·Ǆ가日ﷺᾳ\u0345")
TEXTS = st.text(LETTERS, max_size=40)


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Then the café, then home", "CAFE then", ["Then", "café", "then"]),
        ("cafe\u0301 au lait", "cafe", ["cafe\u0301"]),
        ("in the Straße", "strasse", ["Straße"]),
        ("Œuvre of Søren", "oeuvre soren", ["Œuvre", "Søren"]),
        ("Œuvre", "e", ["Œ", "e"]),
        ("İzmir and ﬁve", "izmir five", ["İzmir", "ﬁve"]),
        ("日本 tea", "tea", ["tea"]),
        ("anana", "ana", ["ana"]),
        ("teatea", "tea", ["teatea"]),
        ("nothing", "zebra", []),
        ("nothing", "", []),
    ],
)
def test_words_are_found_where_they_stand(text: str, query: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in match_spans(text, searched_words(query))] == marked


@given(text=TEXTS)
@example(text="ᾳ\u0345")
def test_a_text_is_compared_as_search_compares_it(text: str) -> None:
    plain, origins = _compared(text)
    assert plain == without_accents(text)
    assert len(origins) == len(plain)
    assert list(origins) == sorted(origins)


@given(text=TEXTS, bounds=st.tuples(st.integers(0, 40), st.integers(1, 8)))
def test_the_marked_part_of_any_text_is_the_word(text: str, bounds: tuple[int, int]) -> None:
    plain = without_accents(text)
    for word in plain[bounds[0] : sum(bounds)].split():
        spans = match_spans(text, [word])
        assert spans
        for start, end in spans:
            assert word in without_accents(text[start:end])
        marked = [without_accents(text[start:end]) for start, end in spans]
        assert sum(part.count(word) for part in marked) == plain.count(word)


@given(text=TEXTS, word=TEXTS.filter(str.strip))
def test_a_word_that_is_written_in_a_text_is_marked_whole(text: str, word: str) -> None:
    for one in searched_words(word):
        written = f"{text} {word} {text}"
        assert any(one in without_accents(written[start:end]) for start, end in match_spans(written, [one]))


@given(text=TEXTS, query=TEXTS)
def test_spans_are_in_order_and_apart(text: str, query: str) -> None:
    spans = match_spans(text, searched_words(query))
    ends = [0, *(end for _, end in spans)]
    assert all(before <= start < end for before, (start, end) in zip(ends, spans, strict=False))
