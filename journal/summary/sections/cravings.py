"""The sections on cravings and on what worked: counts, each with the number of records behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from statistics import median

from journal.domain.coping import Strategy, evidence
from journal.domain.cravings import Craving, Trigger, came_through, strongest
from journal.domain.dates import format_day
from journal.domain.patterns import count_halt, count_labels, count_situations, local_hour
from journal.domain.record import Sensitivity
from journal.sharing.page import Chart, Line, Part, Plot, Point, Rank
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest, closest_of, counted, own_words, period_before, sharable
from journal.text import cravings as cravings_text
from journal.text import labels as labels_text
from journal.text import page_sections as page_sections_text

_RANKS = {"count": Rank.CRAVINGS, "through": Rank.SOON}
_DOTS = 60
"""Dots that a chart can show side by side."""


def craving_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """Yield how many cravings there were, how strong, when, where, set off by what, and how they ended."""
    cravings = sharable(journal.cravings.between(first, last))
    before = period_before(journal, first, last)
    if cravings:
        yield from lines_about(journal, cravings, len(sharable(journal.cravings.between(*before))) if before else None)


def lines_about(journal: Journal, cravings: Sequence[Craving], before: int | None = None) -> Iterator[Line]:
    """Yield what there is to say about one or more cravings; ``before`` is how many the period before had."""
    kept = closest(cravings)
    for key, label, part, sensitivity in (
        ("count", "", Part(_strength(cravings, before)), kept),
        ("when", page_sections_text.WHEN, Part(_when(cravings)), kept),
        ("where", page_sections_text.WHERE, Part(_where(cravings)), closest_of(kept, Sensitivity.ASK)),
        ("halt", page_sections_text.HALT, Part(_halt(cravings)), kept),
        ("situations", page_sections_text.SITUATIONS, Part(_situations(cravings)), kept),
        ("triggers", page_sections_text.SET_OFF_BY, _triggers(journal, cravings), kept),
        ("through", page_sections_text.OUTCOME, Part(_outcome(cravings)), kept),
    ):
        if part.text:
            yield Line(
                key=f"cravings/{key}",
                section=Section.CRAVINGS,
                label=Part(label),
                parts=(part,),
                chart=_chart(cravings) if key == "count" else None,
                rank=_RANKS.get(key, Rank.REST),
                sensitivity=sensitivity,
            )


def _chart(cravings: Sequence[Craving]) -> Chart | None:
    """Return how strong each was, in order; of more than a chart can hold, the strongest of each day."""
    title = page_sections_text.CHART_OF_EACH
    strong = [(craving.local_date, strongest(craving)) for craving in cravings]
    if len(strong) > _DOTS:
        by_day: dict[date, int] = {}
        for day, intensity in strong:
            by_day[day] = max(intensity, by_day.get(day, 0))
        strong = list(by_day.items())[-_DOTS:]
        title = page_sections_text.chart_of_days(len(strong))
    points = tuple(Point(format_day(day), intensity) for day, intensity in strong)
    return Chart(plot=Plot.DOTS, title=title, points=points, most=10) if points else None


def strategy_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """Yield what was tried in the period, best first, with the evidence from all cravings up to ``last``.

    The label of a strategy is as sensitive as the strategy; where it stays home, its family stands for it.
    """
    cravings = sharable(craving for craving in journal.cravings if craving.local_date <= last)
    strategies = {strategy.uid: strategy for strategy in journal.strategies}
    for found in evidence(strategies.values(), cravings):
        tried = [craving for craving in cravings if _tried(found.strategy, craving)]
        times = sum(craving.local_date >= first for craving in tried)
        if times:
            strategy = strategies[found.strategy]
            kept = strategy.sensitivity if strategy.sensitivity is Sensitivity.NEVER else closest(tried)
            yield _strategy_line(
                strategy, page_sections_text.format_tried(cravings_text.format_strategy(found), times), kept
            )


def _strategy_line(strategy: Strategy, words: str, sensitivity: Sensitivity) -> Line:
    return Line(
        key=f"worked/{strategy.uid}",
        section=Section.WORKED,
        parts=(own_words(strategy.label, strategy, labels_text.label(strategy.family)), Part(words)),
        sensitivity=sensitivity,
        more=page_sections_text.STRATEGY,
        rank=Rank.HARDEST,
    )


def _tried(strategy: str, craving: Craving) -> bool:
    return any(attempt.strategy == strategy for attempt in craving.attempts)


def _strength(cravings: Sequence[Craving], before: int | None) -> str:
    """Return ``4 cravings, strongest 8, typical 6 of 10``: the highest rating, and the median of the first ratings."""
    return page_sections_text.format_cravings(
        len(cravings), before, max(map(strongest, cravings)), median(craving.intensity for craving in cravings)
    )


def _when(cravings: Sequence[Craving]) -> str:
    count = Counter(_part_of_day(craving) for craving in cravings)
    return counted(
        (part, count[part])
        for part in (*page_sections_text.PARTS_OF_DAY, page_sections_text.NIGHT, page_sections_text.TIME_NOT_KNOWN)
    )


def _part_of_day(craving: Craving) -> str:
    """Return the part of the day in the time zone where it happened."""
    hour = local_hour(craving)
    if hour is None:
        return page_sections_text.TIME_NOT_KNOWN
    return next(
        (part for part, hours in page_sections_text.PARTS_OF_DAY.items() if hour in hours), page_sections_text.NIGHT
    )


def _where(cravings: Sequence[Craving]) -> str:
    count = count_labels(craving.place for craving in cravings)
    return _of(counted(count.items()), sum(count.values()), cravings)


def _of(words: str, noted: int, cravings: Sequence[Craving]) -> str:
    """Add in how many of all cravings it was noted, where that is not all of them."""
    return page_sections_text.noted_in(words, noted, len(cravings)) if words and noted < len(cravings) else words


def _halt(cravings: Sequence[Craving]) -> str:
    words = counted((labels_text.label(state), number) for state, number in count_halt(cravings).items())
    return _of(words, sum(bool(craving.halt) for craving in cravings), cravings)


def _situations(cravings: Sequence[Craving]) -> str:
    count = count_situations(cravings)
    words = counted((labels_text.label(situation), number) for situation, number in count.items())
    return _of(words, sum(count.values()), cravings)


def _triggers(journal: Journal, cravings: Sequence[Craving]) -> Part:
    """Count triggers by their labels, marked *ask*; by their kinds, a fixed list, where the labels stay home."""
    triggers = {trigger.uid: trigger for trigger in sharable(journal.triggers)}
    found = [[triggers[uid] for uid in dict.fromkeys(craving.triggers) if uid in triggers] for craving in cravings]
    met, noted = list(chain.from_iterable(found)), sum(map(bool, found))

    def words(*named: Sensitivity) -> str:
        counts = counted(count_labels(_trigger_name(trigger, named) for trigger in met).items())
        return _of(counts, noted, cravings)

    return Part(words(Sensitivity.ASK, Sensitivity.SHARE), Sensitivity.ASK, instead=words(Sensitivity.SHARE))


def _trigger_name(trigger: Trigger, named: tuple[Sensitivity, ...]) -> str:
    if trigger.sensitivity in named:
        return trigger.label
    return labels_text.label(trigger.kind) if trigger.kind else page_sections_text.OTHER_TRIGGER


def _outcome(cravings: Sequence[Craving]) -> str:
    through, known = came_through(cravings)
    return cravings_text.format_came_through(through, known) if known else ""
