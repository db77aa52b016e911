"""Test reading recovery words as people type them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journal.recovery_words import Misspelt, first_misspelt, split, word_list
from journal.text.errors import word_not_listed

LISTED = st.lists(st.sampled_from(word_list()), min_size=1, max_size=24)


@given(words=LISTED, data=st.data())
def test_the_numbers_decide_the_order_if_each_word_has_one(words: list[str], data: st.DataObject) -> None:
    numbered = data.draw(st.permutations(list(enumerate(words, 1))))
    assert split(" ".join(f"{number}. {word}" for number, word in numbered)) == words


def test_a_sheet_with_columns_can_be_typed_row_by_row() -> None:
    assert split("1 apple 3 river\n2 zoo   4 lamp") == ["apple", "zoo", "river", "lamp"]


def test_without_a_number_for_each_word_the_order_is_as_typed() -> None:
    assert split("2 apple river 1 zoo") == ["apple", "river", "zoo"]
    assert split("2 apple 2 river") == ["apple", "river"]
    assert split("7 apple 8 river") == ["apple", "river"]


@given(text=st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(word and word == word.lower() for word in split(text)) or not text.isascii()


def test_the_first_word_that_is_not_listed_is_found_with_its_number_and_those_like_it() -> None:
    wrong = first_misspelt("1 apple 3 zoo 2 hopefl")
    assert wrong is not None
    assert wrong[:2] == (2, "hopefl")
    assert "hope" in wrong.nearest
    assert first_misspelt("apple zoo") is None


def test_a_word_that_is_not_listed_is_named_and_others_are_offered() -> None:
    assert word_not_listed(Misspelt(7, "hopefl", ("hope", "hotel", "help"))) == (
        "Word 7, “hopefl”, is not one of the recovery words. Did you mean hope, hotel or help?"
    )
    assert word_not_listed(Misspelt(7, "qqqq", ())) == "Word 7, “qqqq”, is not one of the recovery words."
    assert word_not_listed(Misspelt(1, "aple", ("apple",))).endswith("Did you mean apple?")
