"""The section on days: for each focus a strip of the period, its counts, and the figures since the start."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from journal.domain.dates import MONTHS, WEEKDAYS
from journal.domain.day_statistics import Figures, focus_figures, plan_figures
from journal.domain.days import DayState, DayWord, Mark, day_word
from journal.domain.focuses import CLEAN_WORDS, Focus, clean_word_of, usual_unit
from journal.domain.preferences import SinceConvention
from journal.domain.record import Record, Sensitivity
from journal.domain.uses import Use
from journal.sharing.page import Cell, Line, Part, ReleasedLine, Value
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest
from journal.text import figures as figures_text
from journal.text import labels as labels_text
from journal.text import page_sections as page_sections_text

MARKS = {
    DayState.CLEAN: ".",
    DayState.WITHIN: "=",
    DayState.USED: "U",
    DayState.UNKNOWN: "?",
    DayState.MIXED: "*",
    DayState.NOT_APPLICABLE: " ",
}
"""The marks of a strip, which differ without colour."""

_DAY_BY_DAY = 20
_WEEK_BY_WEEK = 26 * 7


def legend(lines: Iterable[ReleasedLine]) -> str:
    """Return what the marks of strips mean; a use within the plan is named only where there is one."""
    within = any(MARKS[DayState.WITHIN] in cell.mark for said in lines for cell in said.cells)
    shown = (state for state in DayState if MARKS[state].strip() and (within or state is not DayState.WITHIN))
    return "   ".join(f"{MARKS[state]} {page_sections_text.MEANINGS[state]}" for state in shown)


def day_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """Yield the lines of each focus that has days; the counts are those of ``day_statistics.focus_figures``.

    A use or mark that is marked *never* is not left out, as that would make its day look different from what it was.
    Instead the lines that are computed from it become *never* themselves.
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
    drawn = False
    if period.total:
        word = _from_its_start(day_word(focus, uses, marks, first=first, last=last, today=today))
        drawn = len(word) <= _WEEK_BY_WEEK
        if drawn:
            yield _line(f"{key}/strip", label, inside, cells=tuple(_cells(word)))
    kept = closest([focus, *uses, *marks])
    if whole.total and whole.is_on_plan:
        plan = Part(page_sections_text.format_plan(whole, usual_unit(focus)))
        yield _line(f"{key}/plan", label, kept, plan)
    if period.total:
        yield _line(f"{key}/period", label, inside, _format_period(focus, period), spare=int(drawn))
    if whole.total:
        for name, part, values in _whole_parts(focus, whole, journal.preferences.since):
            yield _line(f"{key}/{name}", label, kept, part, values=values)


def _whole_parts(
    focus: Focus, whole: Figures, convention: SinceConvention
) -> Iterator[tuple[str, Part, dict[str, Value]]]:
    """Yield name, words and values of the lines about all days.

    Where a focus is only observed they are about its amounts; where too few days are known there is no percentage.
    """
    unit, values = usual_unit(focus), _values(whole)
    if whole.is_observing:
        yield "use", Part(page_sections_text.format_observed(whole, unit)), values
        return
    if whole.is_mostly_unknown:
        yield "share", Part(figures_text.format_coverage(whole)), values
    elif whole.pda is None:
        yield "share", Part(page_sections_text.format_days_logged(whole.logged, whole.unknown)), values
    else:
        percent = figures_text.format_percent(whole)
        yield "share", Part(page_sections_text.format_share(percent, whole.logged, whole.unknown)), values
    yield "numbers", _format_number(focus, whole, convention), {}


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
        more=page_sections_text.LINES_ABOUT_DAYS,
        spare=spare,
    )


def _inside(records: list[Use] | list[Mark], first: date) -> Iterator[Record]:
    return (record for record in records if record.local_date >= first)


def _from_its_start(word: DayWord) -> DayWord:
    """Return the word from the first day that counts; there has to be one."""
    return word.between(word.applicable()[0][0], word.last)


def _cells(word: DayWord) -> Iterator[Cell]:
    """Yield a cell per day, ``Mo .``; of a long period one per seven days, ``31 Aug ..U....``, from the first on."""
    days = list(word.items())
    if len(days) <= _DAY_BY_DAY:
        for day, state in days:
            yield Cell(WEEKDAYS[day.weekday()][:2], MARKS[state], page_sections_text.MEANINGS[state])
        return
    for start in range(0, len(days), 7):
        week = days[start : start + 7]
        begin, count = week[0][0], Counter(state for _, state in week)
        meaning = ", ".join(
            f"{count[state]} {page_sections_text.MEANINGS[state]}" for state in DayState if count[state]
        )
        yield Cell(f"{begin.day} {MONTHS[begin.month - 1]}", "".join(MARKS[state] for _, state in week), meaning)


def _format_period(focus: Focus, period: Figures) -> Part:
    """Return ``6 free, 1 used, 1 not logged; last time 1 day in a row``; with a limit those within and over it."""
    last_episode = period.episodes[-1].days if period.episodes else None
    return _with_clean_word(
        focus,
        f"{period.clean} ",
        page_sections_text.format_period(period, last_episode),
    )


def _format_number(focus: Focus, whole: Figures, convention: SinceConvention) -> Part:
    """Return ``78 free days, 16 full days since last use, longest run 62``."""
    since, named = whole.since(convention), ""
    if since is not None:
        named = (
            page_sections_text.format_full_days(since)
            if convention is SinceConvention.FULL_DAYS
            else f"{labels_text.label(convention)} {since}"
        )
    run = "" if whole.longest_run is None else figures_text.format_run(whole)
    after = page_sections_text.format_numbers(
        whole.good_days, named, figures_text.since_what(whole), run, on_plan=whole.is_on_plan
    )
    if whole.is_on_plan:
        return Part(f"{whole.good_days}{after}")
    return _with_clean_word(focus, f"{whole.clean} ", after)


def _with_clean_word(focus: Focus, before: str, after: str) -> Part:
    """Return the words with the person's word for a day without use.

    A word of their own is marked *ask*, and "free" stands for it.
    """
    word = clean_word_of(focus)
    if word in CLEAN_WORDS:
        return Part(f"{before}{word}{after}")
    return Part(f"{before}{word}{after}", Sensitivity.ASK, f"{before}{CLEAN_WORDS[0]}{after}")


def _values(whole: Figures) -> dict[str, Value]:
    """Return the figures under the names of ``journal days --json``."""
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
        **plan_figures(whole),
    }
