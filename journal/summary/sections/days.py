"""The section on days: for each focus a strip of the period, what was in it, and the figures since the start."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from journal.domain.dates import MONTHS, WEEKDAYS
from journal.domain.day_statistics import Figures, focus_figures, percent_words, run_words
from journal.domain.days import DayState, DayWord, Mark, day_word
from journal.domain.focuses import CLEAN_WORDS, Focus
from journal.domain.preferences import SinceConvention
from journal.domain.record import Record, Sensitivity
from journal.domain.uses import Use
from journal.sharing.page import Cell, Line, Part, Value
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest, things

MARKS = {
    DayState.CLEAN: ".",
    DayState.USED: "U",
    DayState.UNKNOWN: "?",
    DayState.MIXED: "*",
    DayState.NOT_APPLICABLE: " ",
}
"""The marks of a strip, to be told apart without colour."""

MEANINGS = {
    DayState.CLEAN: "without use",
    DayState.USED: "used",
    DayState.UNKNOWN: "no entry",
    DayState.MIXED: "mixed",
    DayState.NOT_APPLICABLE: "does not count",
}

LEGEND = "   ".join(f"{MARKS[state]} {MEANINGS[state]}" for state in DayState if MARKS[state].strip())

_DAY_BY_DAY = 20
_WEEK_BY_WEEK = 26 * 7


def day_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """The lines of each focus that has days to tell of; the counts are those of ``figures.focus_figures``.

    A use or mark marked *never* is not left out, which would make a day seem what it was not: the lines it stands
    behind are then *never* themselves.
    """
    for focus in journal.focuses:
        if not focus.archived:
            yield from _focus_lines(journal, focus, first, last)


def _focus_lines(journal: Journal, focus: Focus, first: date, last: date) -> Iterator[Line]:
    uses = [use for use in journal.uses if use.focus == focus.uid and use.local_date <= last]
    marks = [mark for mark in journal.marks if mark.focus == focus.uid and mark.local_date <= last]
    today = journal.today()
    period = focus_figures(focus, uses, marks, first=first, as_of=last, today=today)
    whole = focus_figures(focus, uses, marks, as_of=last, today=today)
    label = Part(focus.label)
    inside = closest([focus, *_inside(uses, first), *_inside(marks, first)])
    key = f"days/{focus.uid}"
    if period.total:
        word = _from_its_start(day_word(focus, uses, marks, first=first, last=last, today=today))
        drawn = len(word) <= _WEEK_BY_WEEK
        if drawn:
            yield _line(f"{key}/strip", label, inside, cells=tuple(_cells(word)))
        yield _line(f"{key}/period", label, inside, _period_words(focus, period), spare=int(drawn))
    if whole.total:
        kept = closest([focus, *uses, *marks])
        yield _line(f"{key}/share", label, kept, Part(_share_words(whole)), values=_values(whole))
        yield _line(f"{key}/numbers", label, kept, _number_words(focus, whole, journal.preferences.since))


def _line(
    key: str,
    label: Part,
    sensitivity: Sensitivity,
    *parts: Part,
    cells: tuple[Cell, ...] = (),
    values: dict[str, Value] | None = None,
    spare: int = 0,
) -> Line:
    return Line(
        key=key,
        section=Section.DAYS,
        label=label,
        parts=parts,
        cells=cells,
        values=values or {},
        sensitivity=sensitivity,
        basic=True,
        more="lines about days",
        spare=spare,
    )


def _inside(records: list[Use] | list[Mark], first: date) -> Iterator[Record]:
    return (record for record in records if record.local_date >= first)


def _from_its_start(word: DayWord) -> DayWord:
    """The word without the days before the first that counts, of which there is one."""
    return word.between(word.applicable()[0][0], word.last)


def _cells(word: DayWord) -> Iterator[Cell]:
    """A cell a day, ``Mo .``; of a long period a cell a week, ``31 Aug ..U....``, each from the first day on."""
    days = list(word.items())
    if len(days) <= _DAY_BY_DAY:
        for day, state in days:
            yield Cell(WEEKDAYS[day.weekday()][:2], MARKS[state], MEANINGS[state])
        return
    for start in range(0, len(days), 7):
        week = days[start : start + 7]
        begin, count = week[0][0], Counter(state for _, state in week)
        meaning = ", ".join(f"{count[state]} {MEANINGS[state]}" for state in DayState if count[state])
        yield Cell(f"{begin.day} {MONTHS[begin.month - 1]}", "".join(MARKS[state] for _, state in week), meaning)


def _period_words(focus: Focus, period: Figures) -> Part:
    """``6 free, 1 used, 1 not known; last time 1 day in a row``."""
    rest = f", {period.used} used, {period.unknown} not known"
    if period.episodes:
        rest += f"; last time {things(period.episodes[-1].days, 'day')} in a row"
    return _with_clean_word(focus, f"{period.clean} ", rest)


def _share_words(whole: Figures) -> str:
    since_start = f"{percent_words(whole)} of {things(whole.logged, 'logged day')} without use"
    return since_start if not whole.unknown else f"{since_start}, {whole.unknown} not known"


def _number_words(focus: Focus, whole: Figures, convention: SinceConvention) -> Part:
    """``78 free days, 16 full days since last use, longest run 62``: the three numbers side by side."""
    since = whole.since(convention)
    beginning = "last use" if whole.last_use else "the start"
    middle = ""
    if since is not None:
        named = things(since, "full day") if convention is SinceConvention.FULL_DAYS else f"{convention} {since}"
        middle = f", {named} since {beginning}"
    noun = "day" if whole.clean == 1 else "days"
    return _with_clean_word(focus, f"{whole.clean} ", f" {noun}{middle}, longest run {run_words(whole)}")


def _with_clean_word(focus: Focus, before: str, after: str) -> Part:
    """The person's word for a day without use; one of their own making asks, "free" stands for it."""
    if focus.clean_word in CLEAN_WORDS:
        return Part(f"{before}{focus.clean_word}{after}")
    return Part(f"{before}{focus.clean_word}{after}", Sensitivity.ASK, f"{before}{CLEAN_WORDS[0]}{after}")


def _values(whole: Figures) -> dict[str, Value]:
    """The figures by the names that ``journal days --json`` has for them."""
    return {
        "as_of": whole.as_of.isoformat(),
        "pda": whole.pda,
        "pda_low": whole.pda_low,
        "pda_high": whole.pda_high,
        "coverage": whole.coverage,
        "clean_days": whole.clean,
        "used_days": whole.used,
        "unknown_days": whole.unknown,
        "full_days": whole.full_days,
        "day_number": whole.day_number,
        "longest_run": whole.longest_run,
        "longest_run_strict": whole.longest_run_strict,
    }
