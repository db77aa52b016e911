"""The sections on cravings and on what worked: counts, each with how many stand behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain
from statistics import median
from zoneinfo import ZoneInfo

from journal.domain.coping import Strategy, evidence
from journal.domain.cravings import Craving, Halt, Trigger, came_through
from journal.domain.dates import day_words
from journal.domain.record import Precision, Sensitivity
from journal.domain.uses import Situation
from journal.sharing.page import Chart, Line, Part, Plot, Point
from journal.store.journal import Journal
from journal.summary.sections.section import Section, closest, closest_of, counted, own_words, sharable, things
from journal.text.cravings import came_through_words, strategy_words

_PARTS_OF_DAY = {"morning": range(5, 12), "afternoon": range(12, 17), "evening": range(17, 22)}
_DOTS = 60
"""Cravings that a chart can show side by side."""

_NIGHT, _TIME_NOT_KNOWN = "night", "time not known"


def craving_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """How many, how strong, when, where, in what situation, set off by what, and how many were come through."""
    cravings = sharable(journal.cravings.between(first, last))
    if not cravings:
        return
    kept = closest(cravings)
    for key, label, part, sensitivity in (
        ("count", "", Part(f"{things(len(cravings), 'craving')}, {_strength(cravings)}"), kept),
        ("when", "When", Part(_when(cravings)), kept),
        ("where", "Where", Part(_where(cravings)), closest_of(kept, Sensitivity.ASK)),
        ("halt", "HALT", Part(_halt(cravings)), kept),
        ("situations", "Situations", Part(_situations(cravings)), kept),
        ("triggers", "Set off by", _triggers(journal, cravings), kept),
        ("through", "Outcome", Part(_outcome(cravings)), kept),
    ):
        if part.text:
            yield Line(
                key=f"cravings/{key}",
                section=Section.CRAVINGS,
                label=Part(label),
                parts=(part,),
                chart=_chart(cravings) if key == "count" else None,
                sensitivity=sensitivity,
            )


def _chart(cravings: list[Craving]) -> Chart | None:
    """How strong each was, in the order they came; of more than a chart can hold, the strongest of each day."""
    title = "how strong, 0 to 10"
    strong = [(craving.local_date, max(craving.intensity, craving.peak or 0)) for craving in cravings]
    if len(strong) > _DOTS:
        by_day: dict[date, int] = {}
        for day, intensity in strong:
            by_day[day] = max(intensity, by_day.get(day, 0))
        strong = list(by_day.items())[-_DOTS:]
        title = f"the strongest of each of the last {len(strong)} days with one, 0 to 10"
    points = tuple(Point(day_words(day), intensity) for day, intensity in strong)
    return Chart(plot=Plot.DOTS, title=title, points=points, most=10) if points else None


def strategy_lines(journal: Journal, first: date, last: date) -> Iterator[Line]:
    """What was tried in the period, the best first, with the evidence for it over all cravings up to ``last``.

    A strategy's own label asks; its family stands for it.
    """
    cravings = sharable(craving for craving in journal.cravings if craving.local_date <= last)
    strategies = {strategy.uid: strategy for strategy in journal.strategies}
    for found in evidence(strategies.values(), cravings):
        tried = [craving for craving in cravings if _tried(found.strategy, craving)]
        times = sum(craving.local_date >= first for craving in tried)
        if times:
            strategy = strategies[found.strategy]
            kept = strategy.sensitivity if strategy.sensitivity is Sensitivity.NEVER else closest(tried)
            words = f": {strategy_words(found)}; tried {things(times, 'time')} in this period"
            yield _strategy_line(strategy, words, kept)


def _strategy_line(strategy: Strategy, words: str, sensitivity: Sensitivity) -> Line:
    return Line(
        key=f"worked/{strategy.uid}",
        section=Section.WORKED,
        parts=(own_words(strategy.label, strategy, strategy.family), Part(words)),
        sensitivity=sensitivity,
        more="strategies",
    )


def _tried(strategy: str, craving: Craving) -> bool:
    return any(attempt.strategy == strategy for attempt in craving.attempts)


def _strength(cravings: list[Craving]) -> str:
    """``strongest 8, typical 6 of 10``: the highest that was noted, and the median of how strong they began."""
    strongest = max(max(craving.intensity, craving.peak or 0) for craving in cravings)
    return f"strongest {strongest}, typical {median(craving.intensity for craving in cravings):g} of 10"


def _when(cravings: list[Craving]) -> str:
    count = Counter(_part_of_day(craving) for craving in cravings)
    return counted((part, count[part]) for part in (*_PARTS_OF_DAY, _NIGHT, _TIME_NOT_KNOWN))


def _part_of_day(craving: Craving) -> str:
    """By the clock of where it happened."""
    if craving.precision is Precision.DAY:
        return _TIME_NOT_KNOWN
    hour = craving.at.astimezone(ZoneInfo(craving.zone)).hour
    return next((part for part, hours in _PARTS_OF_DAY.items() if hour in hours), _NIGHT)


def _where(cravings: list[Craving]) -> str:
    count = Counter(place for craving in cravings if (place := craving.place.strip()))
    return _of(counted(count.most_common()), count.total(), cravings)


def _of(words: str, noted: int, cravings: list[Craving]) -> str:
    """The counts, and behind them in how many of all cravings it was noted, where that is not all of them."""
    return f"{words} (noted in {noted} of {len(cravings)})" if words and noted < len(cravings) else words


def _halt(cravings: list[Craving]) -> str:
    count = Counter(state for craving in cravings for state in set(craving.halt))
    words = counted((state, count[state]) for state in Halt)
    return _of(words, sum(bool(craving.halt) for craving in cravings), cravings)


def _situations(cravings: list[Craving]) -> str:
    count = Counter(craving.situation for craving in cravings if craving.situation)
    return _of(counted((situation, count[situation]) for situation in Situation), count.total(), cravings)


def _triggers(journal: Journal, cravings: list[Craving]) -> Part:
    """Triggers by their labels, which ask; by their kinds, a fixed list, where the labels stay home."""
    triggers = {trigger.uid: trigger for trigger in sharable(journal.triggers)}
    found = [[triggers[uid] for uid in dict.fromkeys(craving.triggers) if uid in triggers] for craving in cravings]
    met, noted = list(chain.from_iterable(found)), sum(map(bool, found))

    def words(*named: Sensitivity) -> str:
        counts = counted(Counter(_trigger_name(trigger, named) for trigger in met).most_common())
        return _of(counts, noted, cravings)

    return Part(words(Sensitivity.ASK, Sensitivity.SHARE), Sensitivity.ASK, instead=words(Sensitivity.SHARE))


def _trigger_name(trigger: Trigger, named: tuple[Sensitivity, ...]) -> str:
    return trigger.label if trigger.sensitivity in named else trigger.kind or "other"


def _outcome(cravings: list[Craving]) -> str:
    through, known = came_through(cravings)
    return came_through_words(through, known) if known else ""
