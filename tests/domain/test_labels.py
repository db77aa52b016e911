"""Texts are compared without case, accents, and letters that keyboards lack."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.labels import without_accents

LETTERS = st.text(st.characters(categories=["L", "M", "N", "P", "Z"]) | st.sampled_from("øØłŁđĐœŒæÆßẞðÐþÞıİıŋħŧſ’"))


@given(LETTERS)
def test_folding_is_done_once_and_for_all(text: str) -> None:
    once = without_accents(text)
    assert without_accents(once) == once


@given(LETTERS)
def test_case_and_composition_make_no_difference(text: str) -> None:
    assert without_accents(text.casefold()) == without_accents(text)
    for form in ("NFC", "NFD"):
        assert without_accents(unicodedata.normalize(form, text)) == without_accents(text)


@given(st.text(st.characters(max_codepoint=0x17F, categories=["L"], exclude_characters="µ")))
def test_every_letter_of_a_latin_alphabet_is_typed_with_plain_letters(text: str) -> None:
    assert without_accents(text).isascii()
    assert without_accents(text.upper()) == without_accents(text.lower()) == without_accents(text)


@given(LETTERS, LETTERS, LETTERS)
def test_a_part_of_a_text_is_found_in_the_text(before: str, part: str, after: str) -> None:
    assert without_accents(part) in without_accents(f"{before} {part} {after}")
