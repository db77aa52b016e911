"""The sections on commitments of both sides and on needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from journal.domain.commitments import Commitment, CommitmentStatus, in_order, kept
from journal.domain.needs import Need, NeedStatus
from journal.domain.needs import in_order as needs_in_order
from journal.sharing.page import Line, Part, Rank
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest, own_words, sharable
from journal.text import labels as labels_text
from journal.text import page_sections as page_sections_text
from journal.text import receipt as receipt_text


def commitment_lines(journal: Journal, who: str, first: date, last: date) -> Iterator[Line]:
    """Yield open commitments, overdue first, then those closed in the period, then how many of those due were kept.

    Only commitments with ``who`` (a uid; empty for anyone) or with nobody named are among them.
    """
    shown = [one for one in in_order(journal.commitments) if _belongs(one, who) and _of_period(one, first, last)]
    for one in shown:
        yield _commitment_line(one, last)
    counted = sharable(shown)
    figure = kept(counted, last)
    if figure.n:
        yield Line(
            key="commitments/kept",
            section=Section.COMMITMENTS,
            parts=(Part(page_sections_text.kept_in_time(figure.kept, figure.n)),),
            sensitivity=closest(counted),
            basic=True,
        )


def _belongs(one: Commitment, who: str) -> bool:
    return not who or one.person in ("", who)


def _of_period(one: Commitment, first: date, last: date) -> bool:
    """Return whether it was open on the last day of the period, or closed in it."""
    return one.local_date <= last and (one.is_open or first <= (one.closed_on or last) <= last)


def _commitment_line(one: Commitment, last: date) -> Line:
    """Return ``me  [ ] text R. the date: by Wed 25 Nov``; the box of one that was dropped is left out."""
    is_dropped = one.status is CommitmentStatus.DROPPED
    return Line(
        key=f"commitments/{one.uid}",
        section=Section.COMMITMENTS,
        label=Part(receipt_text.WHO[one.by]),
        parts=(own_words(one.text, one, page_sections_text.A_COMMITMENT), Part(f": {_became(one, last)}")),
        sensitivity=one.sensitivity,
        basic=True,
        more=page_sections_text.COMMITMENT,
        rank=Rank.AGREED if one.is_open else Rank.REST,
        tick=None if is_dropped else not one.is_open,
    )


def _became(one: Commitment, last: date) -> str:
    """Return ``by Wed 25 Nov``, ``was due Mon 16 Nov, carried twice``, ``done Fri 20 Nov`` or ``dropped``."""
    if one.is_open:
        return page_sections_text.format_open(one.due, last, one.carried)
    return page_sections_text.format_closed(labels_text.label(one.status), one.closed_on)


def need_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """Yield needs that are open, asked for, or solved in the period; those put aside stay home."""
    for need in needs_in_order(journal.needs):
        solved = need.status is NeedStatus.SOLVED and first <= (need.solved_on or need.local_date) <= last
        if need.local_date <= last and (need.is_open or solved):
            yield _need_line(need)


def _need_line(need: Need) -> Line:
    """Return ``housing  a flat away from the old street (city office): asked``."""
    need = replace(need, sensitivity=need.page_sensitivity)
    words = " ".join(part for part in (need.text, f"({need.resource})" if need.resource else "") if part)
    return Line(
        key=f"needs/{need.uid}",
        section=Section.NEEDS,
        label=Part(labels_text.label(need.area)),
        parts=(own_words(f"{words}: " if words else "", need), Part(labels_text.label(need.status))),
        sensitivity=need.sensitivity,
        more=page_sections_text.NEED,
        rank=Rank.NEEDS,
    )
