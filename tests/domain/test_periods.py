"""Test periods as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.periods import Period, parse_span

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("march", "2026-03-01", "2026-03-31"),
        ("in March 2025", "2025-03-01", "2025-03-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("this year", "2026-01-01", "2026-12-31"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("last 30 days", "2026-10-25", "2026-11-23"),
        ("past 4 weeks", "2026-10-27", "2026-11-23"),
        ("last 2 months", "2026-09-24", "2026-11-23"),
        ("yesterday", "2026-11-22", "2026-11-22"),
        ("since march", "2026-03-01", None),
        ("from 19 Nov", "2026-11-19", None),
        ("until 3 june", None, "2026-06-03"),
        ("before march", None, "2026-02-28"),
        ("after march", "2026-04-01", None),
        ("from march until may", "2026-03-01", "2026-05-31"),
        ("3 march - 19 nov", "2026-03-03", "2026-11-19"),
        ("march–may", "2026-03-01", "2026-05-31"),
        ("March .. today", "2026-03-01", "2026-11-23"),
        ("from october until may", "2025-10-01", "2026-05-31"),
        ("2024 to 2025", "2024-01-01", "2025-12-31"),
        ("", None, None),
        ("  ", None, None),
    ],
)
def test_a_period_is_understood(typed: str, first: str | None, last: str | None) -> None:
    wanted = Period(*(date.fromisoformat(day) if day else None for day in (first, last)))
    assert parse_span(typed, TODAY) == wanted


@pytest.mark.parametrize(
    "typed", ["zebra", "31 feb", "last 0 days", "from zebra until may", "19 Nov 2026 to 1 Nov 2026", "0001", "to"]
)
def test_what_is_no_period_is_not_read(typed: str) -> None:
    assert parse_span(typed, TODAY) is None


@given(first=st.dates(date(1950, 1, 1), TODAY), days=st.integers(0, 9000))
def test_a_period_of_two_dates_is_read_as_they_are(first: date, days: int) -> None:
    last = first + timedelta(days)
    assert parse_span(f"from {first} until {last}", TODAY) == Period(first, last)
    assert parse_span(f"{first} – {last}", TODAY) == Period(first, last)


@given(typed=st.text(max_size=40))
def test_any_text_is_a_period_in_order_or_none(typed: str) -> None:
    found = parse_span(typed, TODAY)
    assert found is None or found.first is None or found.last is None or found.first <= found.last
