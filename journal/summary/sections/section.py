"""The sections of the page in order, and the helpers that the modules of the sections share."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from journal.domain.dates import days_before
from journal.domain.focuses import CLEAN_WORDS, Focus, clean_word_of
from journal.domain.people import Person
from journal.domain.record import Record, Sensitivity
from journal.language import spoken
from journal.sharing.page import Part
from journal.store.journal import Journal
from journal.text import page as page_text

R = TypeVar("R", bound=Record)
K = TypeVar("K", bound=Hashable)

_CLOSEST_FIRST = (Sensitivity.NEVER, Sensitivity.ASK, Sensitivity.NUMBERS, Sensitivity.SHARE)


class Section(StrEnum):
    """The headings of the page, in order. The first lines, who it is for and since when, have none."""

    HEADING = ""
    STATUS = page_text.STATUS_HEADING
    DAYS = page_text.DAYS_HEADING
    COMMITMENTS = page_text.COMMITMENTS_HEADING
    HARDEST = page_text.HARDEST_HEADING
    WORKED = page_text.WORKED_HEADING
    PROUD = page_text.PROUD_HEADING
    AHEAD = page_text.AHEAD_HEADING
    TODAY = page_text.TODAY_HEADING
    TOGETHER = page_text.TOGETHER_HEADING
    NEXT = page_text.NEXT_HEADING
    NEEDS = page_text.NEEDS_HEADING
    GOALS = page_text.GOALS_HEADING
    CRAVINGS = page_text.CRAVINGS_HEADING
    MOORING = page_text.MOORING_HEADING
    ENTRIES = page_text.ENTRIES_HEADING
    PROGRAMME = page_text.PROGRAMME_HEADING


def with_parts(closed: Iterable[str]) -> frozenset[str]:
    """Return the sections that are closed, with those that were part of one of them in earlier versions."""
    found = frozenset(closed)
    return found | {Section.HARDEST, Section.PROUD} if Section.STATUS in found else found


def period_before(journal: Journal, first: date, last: date) -> tuple[date, date] | None:
    """Return as many days just before a period, or ``None`` where the journal was not kept for all of them."""
    before = days_before(first, last)
    kept_from = min(
        (
            *(record.local_date for record in journal.checkins),
            *(record.local_date for record in journal.cravings),
        ),
        default=first,
    )
    return before if kept_from <= before[0] else None


def person(journal: Journal, uid: str) -> Person | None:
    """Return the person with a uid, or ``None``."""
    return next((one for one in journal.people if one.uid == uid), None)


def sharable(records: Iterable[R]) -> list[R]:
    """Return the records that are not marked *never*; only these are counted."""
    return [record for record in records if record.sensitivity is not Sensitivity.NEVER]


def closest(records: Iterable[Record]) -> Sensitivity:
    """Return the sensitivity of a figure: that of the most sensitive record behind it."""
    return closest_of(*(record.sensitivity for record in records))


def closest_of(*found: Sensitivity) -> Sensitivity:
    """Return the highest sensitivity of these; ``NUMBERS`` where there are none."""
    return next((sensitivity for sensitivity in _CLOSEST_FIRST if sensitivity in found), Sensitivity.NUMBERS)


def own_words(text: str, record: Record, instead: str = "") -> Part:
    """Return words that the person wrote in a record; in one marked "numbers only" they count as *never*."""
    numbers_only = record.sensitivity is Sensitivity.NUMBERS
    return Part(text, Sensitivity.NEVER if numbers_only else record.sensitivity, instead)


def with_clean_word(focus: Focus, words: Callable[[str], str]) -> Part:
    """Return the words with the person's word for a day without use.

    A word of their own is marked *ask*, and "free" stands for it.
    """
    word = clean_word_of(focus)
    if word in map(spoken, CLEAN_WORDS):
        return Part(words(word))
    return Part(words(word), Sensitivity.ASK, words(spoken(CLEAN_WORDS[0])))


def counted(counts: Iterable[tuple[K, int]]) -> str:
    """Return ``evening 4, night 1``, without those that were not seen."""
    return ", ".join(f"{name} {count}" for name, count in counts if count)
