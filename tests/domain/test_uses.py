"""Test uses: the amount as people type it, and whether it was prescribed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain.focuses import Focus, FocusKind, may_be_prescribed
from journal.domain.uses import Amount, format_amount, in_own_unit, is_prescribed, parse_amount, unit_beside
from tests.support.builders import alcohol, day, use


@pytest.mark.parametrize(
    ("typed", "number", "unit"),
    [
        ("3", "3", ""),
        ("0", "0", ""),
        ("2.5", "2.5", ""),
        ("2,5", "2.5", ""),
        (",5", "0.5", ""),
        ("3 drinks", "3", "drinks"),
        ("  2,5   large   glasses ", "2.5", "large glasses"),
        ("20mg", "20", "mg"),
        ("10 µg", "10", "µg"),
        ("40 €", "40", "€"),
        ("2\u00a0pills", "2", "pills"),
        ("999999999999 steps", "999999999999", "steps"),
    ],
)
def test_a_number_is_understood_with_a_unit_and_without(typed: str, number: str, unit: str) -> None:
    assert parse_amount(typed) == Amount(Decimal(number), unit)


@pytest.mark.parametrize(
    "typed",
    ["", "three", "drinks", "-1", "3-4", "3 – 4", "2 1/2", "1/2", "20:30", "1e15", "NaN", "Infinity", "٣", "1.000.000"],
)
def test_what_does_not_say_how_much_is_not_guessed_at(typed: str) -> None:
    assert parse_amount(typed) is None


@given(
    st.decimals(min_value=0, max_value=10**12 - 1, places=3),
    st.sampled_from(["", "pills", "large glasses", "µg", "€"]),
)
def test_an_amount_in_words_is_understood_again(number: Decimal, unit: str) -> None:
    assert parse_amount(format_amount(number, unit)) == Amount(number, unit)


@pytest.mark.parametrize("typed", ["", "drinks", "Drinks", "drink"])
def test_no_unit_is_kept_where_it_is_the_focuss_own(typed: str) -> None:
    assert unit_beside(alcohol(), typed) == ""


def test_another_unit_is_kept_as_it_was_typed() -> None:
    assert unit_beside(alcohol(), "Bottles") == "Bottles"
    assert unit_beside(Focus(label="opioids", kind=FocusKind.OPIOIDS), "pills") == "pills"


def test_where_the_focus_has_no_unit_the_one_that_was_asked_for_is_kept() -> None:
    without = replace(alcohol(), unit="")

    assert unit_beside(without, "") == unit_beside(without, "drink") == "drinks"
    assert unit_beside(Focus(label="opioids", kind=FocusKind.OPIOIDS), "") == ""


@pytest.mark.parametrize("kind", list(FocusKind))
def test_what_an_earlier_version_called_planned_was_prescribed_where_that_can_be(kind: FocusKind) -> None:
    focus = replace(alcohol(), kind=kind)
    planned = replace(use(focus, day(1)), planned=True)

    assert is_prescribed(planned, focus) == may_be_prescribed(kind)
    assert not is_prescribed(replace(planned, prescribed=False), focus)
    assert is_prescribed(replace(planned, planned=None, prescribed=True), focus)
    assert not is_prescribed(replace(planned, planned=False), focus)


def test_an_amount_in_singular_or_plural_is_in_the_same_unit() -> None:
    focus = replace(alcohol(), unit="Drinks")

    assert in_own_unit(replace(use(focus, day(1), amount="1"), unit="drink"), focus)
    assert not in_own_unit(replace(use(focus, day(1), amount="1"), unit="joints"), focus)
    assert not in_own_unit(replace(use(focus, day(1)), unit="drink"), focus)
    assert not in_own_unit(replace(use(focus, day(1), amount="3"), unit="joints"), replace(focus, unit=""))
