"""Test how templates are ordered, named, and fitted into what stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.record import Sensitivity
from journal.domain.templates import LONGEST_TITLE, Template, fitted, in_order, title_of
from journal.text.templates import STARTERS


def test_templates_come_by_title_and_archived_ones_last() -> None:
    b, a, old = Template(title="b", text=""), Template(title="A", text=""), Template(title="0", text="", archived=True)
    assert in_order([old, b, a]) == [a, b, old]


def test_a_template_never_leaves() -> None:
    assert Template(title="", text="").sensitivity is Sensitivity.NEVER


@pytest.mark.parametrize(
    ("title", "text", "made"),
    [(" Canal ", "x", "Canal"), ("", "\n  first line \nsecond", "first line"), ("", "x" * 61, "x" * 59 + "…")],
)
def test_a_title_is_that_of_the_entry_or_its_first_line(title: str, text: str, made: str) -> None:
    assert title_of(title, text) == made
    assert len(made) <= LONGEST_TITLE


@given(st.text(), st.text(max_size=20), st.text(max_size=20))
def test_a_template_stands_on_lines_of_its_own(template: str, before: str, after: str) -> None:
    text = fitted(template, before, after)
    assert template.strip() in text
    assert not before.strip() or text.startswith("\n\n")
    assert not after.strip() or text.endswith("\n\n")


def test_each_suggestion_has_a_title_of_its_own_and_room_under_each_question() -> None:
    assert len({title for title, _ in STARTERS}) == len(STARTERS) == 11
    for _, text in STARTERS:
        assert all(not line for line in text.splitlines()[1::2])
