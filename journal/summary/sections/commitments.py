"""The sections on what was promised by both sides, and on what is needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journal.domain.commitments import By, Commitment, CommitmentStatus, in_order, kept
from journal.domain.dates import day_words
from journal.domain.needs import Need, NeedStatus
from journal.domain.needs import in_order as needs_in_order
from journal.sharing.page import Line, Part
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest, own_words, sharable

_BY = {By.ME: "me", By.MENTOR: "you", By.BOTH: "both"}
"""Who keeps it, as the mentor reads it."""


def commitment_lines(journal: Journal, who: str, first: date, last: date) -> Iterator[Line]:
    """What is open, overdue first, then what was closed in the period; then how many of those due were kept.

    Of commitments with ``who`` (a uid; empty for anyone) and of those with nobody named.
    """
    told = [one for one in in_order(journal.commitments) if _belongs(one, who) and _of_period(one, first, last)]
    for one in told:
        yield _commitment_line(one, last)
    counted = sharable(told)
    figure = kept(counted, last)
    if figure.n:
        yield Line(
            key="commitments/kept",
            section=Section.COMMITMENTS,
            parts=(Part(f"kept in time: {figure.kept} of {figure.n} whose day came"),),
            sensitivity=closest(counted),
            basic=True,
        )


def _belongs(one: Commitment, who: str) -> bool:
    return not who or one.person in ("", who)


def _of_period(one: Commitment, first: date, last: date) -> bool:
    """Open on the last day of the period, or closed in it."""
    return one.local_date <= last and (one.is_open or first <= (one.closed_on or last) <= last)


def _commitment_line(one: Commitment, last: date) -> Line:
    """``me  text R. the date: by Wed 25 Nov``."""
    return Line(
        key=f"commitments/{one.uid}",
        section=Section.COMMITMENTS,
        label=Part(_BY[one.by]),
        parts=(own_words(one.text, one, "a commitment"), Part(f": {_became(one, last)}")),
        sensitivity=one.sensitivity,
        basic=True,
        more="commitments",
    )


def _became(one: Commitment, last: date) -> str:
    """``by Wed 25 Nov``, ``since Mon 16 Nov, carried twice``, ``done Fri 20 Nov``, ``let go``."""
    if not one.is_open:
        name = "let go" if one.status is CommitmentStatus.DROPPED else one.status.value
        return f"{name} {day_words(one.closed_on)}" if one.closed_on else name
    due = "no day set" if one.due is None else f"{'by' if one.due >= last else 'was due'} {day_words(one.due)}"
    times = {0: "", 1: ", carried once", 2: ", carried twice"}.get(one.carried, f", carried {one.carried} times")
    return f"{due}{times}"


def need_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """What is open or asked for, and what was solved in the period; what was put aside stays home."""
    for need in needs_in_order(journal.needs):
        solved = need.status is NeedStatus.SOLVED and first <= (need.solved_on or need.local_date) <= last
        if need.local_date <= last and (need.is_open or solved):
            yield _need_line(need)


def _need_line(need: Need) -> Line:
    """``housing  a flat away from the old street (city office): asked``."""
    words = " ".join(part for part in (need.text, f"({need.resource})" if need.resource else "") if part)
    return Line(
        key=f"needs/{need.uid}",
        section=Section.NEEDS,
        label=Part(need.area),
        parts=(own_words(f"{words}: " if words else "", need), Part(need.status)),
        sensitivity=need.sensitivity,
        more="needs",
    )
