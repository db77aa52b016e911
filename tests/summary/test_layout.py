"""Check that a page is one sheet: 60 rows of 80 columns at most, with any content in any script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from journal.cells import cell_width
from journal.domain.share_ledger import Level
from journal.sharing.page import Cell, Line, Page, PageDraft, Part, Rank, ReleasedLine
from journal.sharing.release import Choice, LineStatus, release
from journal.summary import Section, preview, render, rows
from journal.summary.layout import COLUMNS, ROWS, clipped, fit, page_rows, wrapped
from tests.support.extent import examples

ALL = Choice(level=Level.FULL)


def draft(*lines: Line) -> PageDraft:
    return PageDraft(title="CHECK-IN SUMMARY", first=date(2026, 11, 16), last=date(2026, 11, 23), lines=lines)


def line(key: str, text: str, section: Section = Section.GOALS, *, label: str = "", more: str = "") -> Line:
    return Line(key=key, section=section, label=Part(label), parts=(Part(text),), more=more)


def text(page: Page) -> str:
    return render(page, "text").decode()


TEXTS = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        ["日本語" * 4000, "a" * 10_000, "word " * 4000, "\n" * 500 + "x", "שלום " * 300, "👩\u200d🚀" * 900]
    ),
)
LINES = st.lists(st.tuples(st.sampled_from(list(Section)[1:]), st.booleans(), TEXTS), max_size=25)
Drawn = tuple[Section, bool, str]


def as_on_a_page(drawn: list[Drawn]) -> Iterator[Line]:
    """Draw sections in order: first lines that are always there (eight in all), then a list; days with strips."""
    weeks = tuple(Cell("31 Aug", ".......", "7 free") for _ in range(26))
    order = list(Section)
    fixed = 0
    for number, (section, listed, words) in enumerate(sorted(drawn, key=lambda d: (order.index(d[0]), d[1], d[2]))):
        key = str(number)
        if section is Section.DAYS:
            yield replace(line(key, words, section, label=words, more="lines about days"), cells=weeks)
        elif listed:
            yield line(key, words, section, more="others")
        elif (fixed := fixed + 1) <= 8:
            yield line(key, words, section, label="label")


@settings(max_examples=examples(10))
@given(LINES)
def test_no_page_is_more_than_a_sheet(drawn: list[Drawn]) -> None:
    page = fit(release(draft(*as_on_a_page(drawn)), ALL))
    shown = text(page).splitlines()
    assert len(shown) <= ROWS
    assert max(cell_len(row) for row in shown) <= COLUMNS
    assert fit(page) == page


def test_a_short_page_is_left_as_it_is() -> None:
    page = release(draft(line("a", "words"), line("b", "more words")), ALL)
    assert fit(page) == page


def test_what_does_not_fit_is_left_out_line_by_line_and_said_in_one_line() -> None:
    goals = [line(f"g{n}", f"goal number {n}", more="goal") for n in range(100)]
    page = release(draft(*goals, line("c", "7 cravings", Section.CRAVINGS)), ALL)
    shown = text(page).splitlines()
    assert len(shown) == ROWS
    assert shown[-1] == "Left out to keep this one sheet: 43 goals, 1 line on cravings."
    assert sum("goal number" in row for row in shown) == 57


def test_lines_of_a_high_rank_get_their_room_first_and_in_full() -> None:
    goals = [line(f"g{n}", f"goal number {n}", more="goal") for n in range(100)]
    agreed = replace(line("a", "word " * 40, Section.COMMITMENTS, label="me"), rank=Rank.AGREED, tick=False)
    page = fit(release(draft(agreed, *goals), ALL))
    assert page.lines[0].text == agreed.parts[0].text
    assert sum(said.section == Section.GOALS for said in page.lines) == 52


def test_only_so_many_lines_of_a_rank_come_first() -> None:
    agreed = [
        replace(line(f"a{n}", f"agreed {n}", Section.COMMITMENTS, more="thing we agreed"), rank=Rank.AGREED, tick=False)
        for n in range(80)
    ]
    goals = [replace(line(f"g{n}", f"goal {n}", more="goal"), rank=Rank.GOALS) for n in range(80)]
    page = fit(release(draft(*agreed, *goals), ALL))
    sections = Counter(said.section for said in page.lines)
    assert sections[Section.GOALS] == 3
    assert sections[Section.COMMITMENTS] == ROWS - 3 - len(("title", "agreed", "goals", "left out"))
    assert page.left_out == "Left out to keep this one sheet: 77 goals, 27 things we agreed."


def one_row(said: ReleasedLine) -> ReleasedLine:
    """Return a line in its shortest form: one row of text."""
    width = COLUMNS - 2 - (12 if said.label else 0) - (4 if said.tick is not None or said.boxed else 0)
    return replace(said, text=clipped(said.text, width), label=clipped(said.label, COLUMNS - 2))


RANKED = st.lists(
    st.tuples(st.sampled_from(list(Section)[1:]), st.sampled_from(Rank), st.booleans(), st.integers(1, 60)),
    min_size=1,
    max_size=90,
)


@settings(max_examples=examples(30))
@given(RANKED)
def test_no_line_is_left_out_that_would_still_fit(drawn: list[tuple[Section, Rank, bool, int]]) -> None:
    order = list(Section)
    lines = [
        replace(
            line(str(number), "word " * words, section, label="label" * labelled),
            rank=rank,
            tick=False if words % 3 else None,
            boxed=words % 7 == 0,
            cells=(Cell("Mo", "U", "used"),) * (words % 5 == 0 and section is Section.DAYS),
        )
        for number, (section, rank, labelled, words) in enumerate(sorted(drawn, key=lambda d: order.index(d[0])))
    ]
    whole = release(draft(*lines), ALL)
    page = fit(whole)
    shown = text(page).splitlines()
    assert len(shown) <= ROWS
    assert fit(page) == page
    there = {said.key for said in page.lines}
    left = [said for said in whole.lines if said.key not in there]
    assert bool(page.left_out) == bool(left)
    assert sum(map(int, re.findall(r"[0-9]+(?= )", page.left_out))) == len(left)
    for said in left:
        every = sorted((*page.lines, one_row(said)), key=lambda one: int(one.key))
        assert len(rows_of(replace(page, lines=tuple(every)))) > ROWS


def rows_of(page: Page) -> list[str]:
    return [row for _, row in page_rows(page)]


def test_a_long_entry_is_cut_and_goes_on_visibly_while_numbers_stay() -> None:
    numbers = line("n", "78 free days, 16 full days since last use, longest run 62", Section.DAYS, label="alcohol")
    entry = line("e", "It was a long day. " * 600, Section.ENTRIES, more="entry")
    page = text(release(draft(numbers, entry), ALL))
    assert "78 free days, 16 full days since last use, longest run 62" in page
    assert page.rstrip().endswith("…")
    assert len(page.splitlines()) > 30


@pytest.mark.parametrize(("word", "width"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("👋", 2), ("می\u200cخواهم", 7)])
def test_width_is_that_of_a_terminal(word: str, width: int) -> None:
    assert cell_width(word) == width


def test_words_wrap_where_they_end_and_long_ones_break() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrapped("a\n\nb\n", 9) == ["a", "", "b"]
    assert wrapped(" \n ", 9) == []


@given(st.text(), st.integers(4, 40))
@example("日本語日本語", 5)
def test_wrapping_loses_nothing_but_space(words: str, width: int) -> None:
    wrapped_rows = wrapped(words, width)
    assert "".join("".join(wrapped_rows).split()) == "".join(words.split())
    assert all(cell_width(row) <= width for row in wrapped_rows)


def test_what_is_clipped_says_that_it_goes_on() -> None:
    assert clipped("one two three", 9) == "one two …"
    assert clipped("one\ntwo", 9) == "one two"


def test_a_label_stands_before_its_line_or_above_it_when_long() -> None:
    page = release(draft(line("a", "first", label="alcohol"), line("b", "second", label="alcohol")), ALL)
    assert text(page).splitlines()[3:] == ["  alcohol     first", "              second"]
    page = release(draft(line("a", "first", label="late-night scrolling")), ALL)
    assert text(page).splitlines()[3:] == ["  late-night scrolling", "              first"]


def test_days_stand_under_their_weekdays() -> None:
    week = tuple(Cell(head, mark, "") for head, mark in (("Mo", "."), ("Tu", "U"), ("We", "?")))
    page = release(draft(replace(line("a", "", Section.DAYS, label="alcohol"), cells=week)), ALL)
    assert text(page).splitlines()[3:5] == ["  alcohol     Mo Tu We", "               .  U  ?"]


def test_nothing_to_say_is_said() -> None:
    assert text(release(draft(), ALL)) == "CHECK-IN SUMMARY\n\nNothing was logged in this period.\n"


def test_every_row_knows_its_line() -> None:
    page = release(draft(line("a", "word " * 40), line("b", "x")), ALL)
    assert [row.key for row in rows(page)] == [None, None, None, "a", "a", "a", "b"]


def test_a_preview_is_the_page_with_what_was_struck_out_covered() -> None:
    drafted = draft(line("a", "secret"), line("b", "shown"))
    choice = replace(ALL, struck=frozenset({"a"}))
    shown = preview(drafted, choice)
    assert [(row.key, row.standing) for row in shown[3:]] == [("a", LineStatus.STRUCK), ("b", LineStatus.GOES)]
    assert "secret" not in "".join(row.text for row in shown)
    assert preview(drafted, ALL) == rows(release(drafted, ALL))


def test_a_section_struck_out_whole_can_still_be_found() -> None:
    shown = preview(draft(line("a", "secret")), replace(ALL, struck=frozenset({"a"})))
    assert [row.key for row in shown if row.standing is LineStatus.STRUCK] == ["a"]


def test_a_section_left_out_is_one_covered_row_at_its_place() -> None:
    drafted = draft(line("a", "one"), line("b", "two"), line("n", "Thursday", Section.NEXT))
    shown = preview(drafted, replace(ALL, closed=frozenset({Section.GOALS})))
    assert [(row.key, row.standing) for row in shown if row.key] == [("a", LineStatus.CLOSED), ("n", LineStatus.GOES)]
    assert not {"one", "two"} & {row.text.strip() for row in shown}


def test_nothing_goes_that_a_preview_does_not_show() -> None:
    """Strike a line of a full list, which lets another one in: that is previewed, too."""
    drafted = draft(*(line(f"g{number}", f"goal {number}", more="goal") for number in range(80)))
    choice = replace(ALL, struck=frozenset({"g0", "g1"}))
    shown = [row.text for row in preview(drafted, choice) if row.standing is LineStatus.GOES]
    assert shown == text(release(drafted, choice)).splitlines()
