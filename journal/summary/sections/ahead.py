"""The section on hard days ahead, and the line that says that "If I go quiet" is agreed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.hard_days import HardDay, ahead
from journal.domain.quiet_plan import plan_with
from journal.domain.record import Sensitivity
from journal.sharing.page import Line, Part, Rank
from journal.store.journal import Journal
from journal.summary.sections.section import Section, own_words
from journal.text import hard_days as hard_days_text
from journal.text import quiet_plan as quiet_plan_text

MOST: Final = 3
"""Hard days on the page, the next one first."""


def hard_day_lines(journal: Journal, last: date) -> Iterator[Line]:
    """Yield the next hard days from the last day of the page on."""
    for one in ahead(journal.hard_days, last)[:MOST]:
        yield _hard_day_line(one)


def _hard_day_line(one: HardDay) -> Line:
    """Return ``Fri 12 Dec  payday; call Ana before; way out: own car``; names are marked *ask*."""
    named = (
        (one.call_before, hard_days_text.before_words, hard_days_text.A_CALL_BEFORE),
        (one.call_after, hard_days_text.after_words, hard_days_text.A_CALL_AFTER),
        (one.who_knows, hard_days_text.knows_words, hard_days_text.SOMEONE_KNOWS),
    )
    names = [_asked(words(name), one, instead) for name, words, instead in named if name]
    way = [own_words(hard_days_text.way_out_words(one.way_out), one)] if one.way_out else []
    return Line(
        key=f"hard_days/{one.uid}",
        section=Section.AHEAD,
        label=Part(format_day(one.day)),
        parts=(own_words(one.what, one, hard_days_text.A_HARD_DAY), *names, *way),
        sensitivity=one.sensitivity,
        more=hard_days_text.ON_PAGE,
        rank=Rank.ASKED,
    )


def _asked(words: str, one: HardDay, instead: str) -> Part:
    """Return words with a name in them: *ask* where the record would be shared."""
    part = own_words(words, one, instead)
    return Part(words, Sensitivity.ASK, instead) if part.sensitivity is Sensitivity.SHARE else part


def quiet_lines(journal: Journal, who: str, last: date) -> Iterator[Line]:
    """Yield that "If I go quiet" is agreed with the reader, and since when; its words are never on the page."""
    plan = plan_with(journal.quiet_plans, who)
    if plan is not None and plan.agreed_on is not None:
        words = quiet_plan_text.page_line(plan.agreed_on, last)
        yield Line(
            key="next/quiet",
            section=Section.NEXT,
            parts=(Part(words),),
            sensitivity=plan.sensitivity,
            rank=Rank.ASKED,
        )
