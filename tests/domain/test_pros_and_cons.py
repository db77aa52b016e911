"""Test which tables of pros and cons there are, and what of them a craving shows."""

from __future__ import annotations

from datetime import timedelta

from journal.domain.pros_and_cons import ProsAndCons, by_its_focus, lines_of, shown_in_craving
from tests.conftest import NOON

TABLE = ProsAndCons(focus="f", gives=["ease"], costs=["money", "sleep"], change_gives=["mornings"], in_craving=True)


def test_lines_of_all_four_fields_are_counted() -> None:
    assert lines_of(TABLE) == 4
    assert lines_of(ProsAndCons(focus="f")) == 0


def test_of_two_tables_of_a_focus_the_later_counts() -> None:
    later = ProsAndCons(focus="f", made_at=NOON)
    earlier = ProsAndCons(focus="f", made_at=NOON - timedelta(days=2))
    other = ProsAndCons(focus="g")

    assert by_its_focus([later, other, earlier]) == {"f": later, "g": other}


def test_a_craving_shows_what_changing_gives_only_where_that_was_chosen() -> None:
    hidden = ProsAndCons(focus="g", change_gives=["secretword"])

    assert shown_in_craving([TABLE, hidden]) == ["mornings"]
