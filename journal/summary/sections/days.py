"""The section on days: for each focus a strip of the period, its counts, and the figures since the start."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from journal.domain.agreements import current
from journal.domain.date_names import short_month, short_weekday
from journal.domain.dates import days_before
from journal.domain.day_statistics import Figures, focus_figures, plan_figures
from journal.domain.days import DayState, DayWord, Mark, day_word
from journal.domain.focuses import Focus, counts_amounts, usual_unit
from journal.domain.mentor_trends import use_days
from journal.domain.preferences import SinceConvention
from journal.domain.record import Record, Sensitivity
from journal.domain.slips import is_back, is_slip
from journal.domain.uses import Use, counted_uses
from journal.sharing.page import Cell, Line, Part, Rank, ReleasedLine, Value
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest, with_clean_word
from journal.text import amounts as amounts_text
from journal.text import figures as figures_text
from journal.text import labels as labels_text
from journal.text import page_sections as page_sections_text
from journal.text import savings as savings_text

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
_USE = page_sections_text.USE


def legend(lines: Iterable[ReleasedLine]) -> str:
    """Return what the marks of strips mean; a use within the plan is named only where there is one."""
    within = any(MARKS[DayState.WITHIN] in cell.mark for said in lines for cell in said.cells)
    shown = (state for state in DayState if MARKS[state].strip() and (within or state is not DayState.WITHIN))
    return "   ".join(f"{MARKS[state]} {page_sections_text.MEANINGS[state]}" for state in shown)


def day_lines(journal: Journal, who: str, first: date, last: date) -> Iterator[Line]:
    """Yield the lines of each focus that has days; the counts are those of ``day_statistics.focus_figures``.

    A use or mark that is marked *never* is not left out, as that would make its day look different from what it was.
    Instead the lines that are computed from it become *never* themselves. ``who`` is the uid of the mentor, whose
    programme use days are counted.
    """
    agreement = current(journal.agreements, who)
    for focus in journal.focuses:
        if not focus.archived:
            days = _Days(journal, focus, last)
            yield from days.lines(first)
            yield from days.use_lines(first)
            if agreement is not None:
                yield from days.programme_lines(agreement.start)


class _Days:
    """The lines of one focus, up to ``last``."""

    def __init__(self, journal: Journal, focus: Focus, last: date) -> None:
        self._focus, self._last, self._today = focus, last, journal.today()
        self._convention = journal.preferences.since
        self._uses = [use for use in journal.uses if use.focus == focus.uid and use.local_date <= last]
        self._marks = [mark for mark in journal.marks if mark.focus == focus.uid and mark.local_date <= last]
        self._label = Part(focus.label)
        self._key = f"days/{focus.uid}"

    def lines(self, first: date) -> Iterator[Line]:
        """Yield the strip of the period, the figures since the start, and the counts of the period."""
        period, whole = self._figures(first, self._last), self._figures(None, self._last)
        inside = self._closest(first)
        drawn = False
        if period.total:
            word = _from_its_start(self._word(first))
            drawn = len(word) <= _WEEK_BY_WEEK
            if drawn:
                yield self._line("strip", inside, cells=tuple(_cells(word)))
        kept = self._closest()
        if whole.total and whole.is_on_plan:
            yield self._line("plan", kept, Part(page_sections_text.format_plan(whole, usual_unit(self._focus))))
        if whole.total:
            for name, part, values in _whole_parts(self._focus, whole, self._convention):
                yield self._line(name, kept, part, values=values)
        if period.total:
            earlier = self._earlier(first, inside)
            rank = Rank.DAYS if not drawn else Rank.SOON if earlier else Rank.REST
            if rank is not Rank.REST or period.total < whole.total or period.used or period.within:
                yield self._line("period", inside, _format_period(self._focus, period, earlier), rank=rank)
        yield from self._saved_lines(whole)

    def _saved_lines(self, whole: Figures) -> Iterator[Line]:
        """Yield what was saved; it is *never* on a page unless the person includes this line."""
        currency = self._focus.currency
        since = savings_text.format_both(whole.saved.money, currency, whole.saved.minutes)
        if since:
            month = savings_text.format_both(whole.saved_month.money, currency, whole.saved_month.minutes)
            words = Part(savings_text.format_since_start(since, month, self._last, self._today))
            yield self._line("saved", Sensitivity.NEVER, words, rank=Rank.REST, basic=False)

    def _earlier(self, first: date, inside: Sensitivity) -> Figures | None:
        """Return the figures of the period before, or ``None``.

        There are none where the focus began later or rested, where no day is logged, and where they would be more
        sensitive than those ``inside``.
        """
        before = days_before(first, self._last)
        if self._closest(before[0]) is not inside:
            return None
        earlier = self._figures(*before)
        return earlier if earlier.logged and earlier.total > (self._last - first).days else None

    def use_lines(self, first: date) -> Iterator[Line]:
        """Yield each slip of the period, the latest first: when, how much, the situation, and what came after it."""
        slips = [
            use
            for use in counted_uses(self._focus, self._uses)
            if use.local_date >= first and is_slip(use, self._focus, self._uses, self._marks)
        ]
        for use in sorted(slips, key=lambda one: (one.local_date, one.at), reverse=True):
            told, back = (
                instant and instant.astimezone(ZoneInfo(use.zone)).date()
                for instant in (use.told_mentor_at, use.back_on_track_at)
            )
            is_it = is_back(use, self._focus, self._uses, self._marks, self._today)
            situation = labels_text.label(use.situation) if use.situation else ""
            words = page_sections_text.format_one_use(use.local_date, self._amount(use), situation)
            response = page_sections_text.format_response(told, back, is_back=is_it)
            since = closest([self._focus, use, *_since(self._uses, use), *_since(self._marks, use)])
            yield self._line(
                f"use/{use.uid}", since, Part(f"{words}{response}"), rank=Rank.SOON, basic=False, more=_USE
            )

    def _amount(self, use: Use) -> str:
        if use.amount is None or not counts_amounts(self._focus.kind):
            return ""
        return amounts_text.in_unit(use.amount, use.unit or usual_unit(self._focus))

    def programme_lines(self, start: date) -> Iterator[Line]:
        """Yield the use days since the programme began, the outcome that MAP counts."""
        if start > self._last:
            return
        found = use_days(self._focus, self._uses, self._marks, start, min(self._last, self._today))
        if found.days:
            words = page_sections_text.format_use_days(found.used, found.days, found.most - found.used)
            yield self._line("programme", self._closest(start), Part(words), rank=Rank.REST, basic=False)

    def _figures(self, first: date | None, last: date) -> Figures:
        return focus_figures(self._focus, self._uses, self._marks, first=first, as_of=last, today=self._today)

    def _word(self, first: date) -> DayWord:
        return day_word(self._focus, self._uses, self._marks, first=first, last=self._last, today=self._today)

    def _closest(self, first: date = date.min) -> Sensitivity:
        """Return the sensitivity of a figure about the days from ``first`` on."""
        return closest([self._focus, *_inside(self._uses, first), *_inside(self._marks, first)])

    def _line(
        self,
        name: str,
        sensitivity: Sensitivity,
        *parts: Part,
        cells: tuple[Cell, ...] = (),
        values: dict[str, Value] | None = None,
        rank: Rank = Rank.DAYS,
        basic: bool = True,
        more: str = "",
    ) -> Line:
        return Line(
            key=f"{self._key}/{name}",
            section=Section.DAYS,
            label=self._label,
            parts=parts,
            cells=cells,
            values=values or {},
            sensitivity=sensitivity,
            basic=basic,
            more=more,
            rank=rank,
        )


def _since(records: list[Use] | list[Mark], use: Use) -> Iterator[Record]:
    return _inside(records, use.local_date)


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
        yield "share", _format_share(focus, whole), values
    numbers = _format_numbers(focus, whole, convention)
    if numbers.text:
        yield "numbers", numbers, {}


def _format_share(focus: Focus, whole: Figures) -> Part:
    """Return ``24 of 25 logged days free; 3 not logged``, with the person's word for a day without use."""

    def words(word: str) -> str:
        return page_sections_text.format_share(whole.clean, whole.logged, whole.unknown, word)

    return with_clean_word(focus, words)


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
            yield Cell(short_weekday(day.weekday())[:2], MARKS[state], page_sections_text.MEANINGS[state])
        return
    for start in range(0, len(days), 7):
        week = days[start : start + 7]
        begin, count = week[0][0], Counter(state for _, state in week)
        meaning = page_sections_text.count_states({state: count[state] for state in DayState if count[state]})
        yield Cell(f"{begin.day} {short_month(begin.month)}", "".join(MARKS[state] for _, state in week), meaning)


def _format_period(focus: Focus, period: Figures, before: Figures | None) -> Part:
    """Return ``6 free, before 5; 1 used, before 2; 0 not logged, before 0``; with a limit those within and over it."""
    last_episode = period.episodes[-1].days if period.episodes else None
    after = page_sections_text.format_period(period, before, last_episode)
    earlier = None if before is None else before.clean

    def said(word: str) -> str:
        return f"{page_sections_text.beside(page_sections_text.format_clean(period.clean, word), earlier)}{after}"

    return with_clean_word(focus, said)


def _format_numbers(focus: Focus, whole: Figures, convention: SinceConvention) -> Part:
    """Return ``16 full days since last use, best run 62``, after the number of good days where nothing else says it."""
    since, named = whole.since(convention), ""
    if since is not None:
        named = (
            page_sections_text.format_full_days(since)
            if convention is SinceConvention.FULL_DAYS
            else page_sections_text.format_since(labels_text.label(convention), since)
        )
    run = "" if whole.longest_run is None else figures_text.format_run(whole)
    numbers = page_sections_text.format_numbers(named, figures_text.since_what(whole), run)
    if not whole.is_mostly_unknown and (whole.is_on_plan or whole.pda is not None):
        return Part(numbers)
    if whole.is_on_plan:
        return Part(page_sections_text.format_good_total(whole.good_days, numbers))
    return with_clean_word(focus, lambda word: page_sections_text.format_clean_total(whole.clean, word, numbers))


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
