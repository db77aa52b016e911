"""``journal patterns``: the counts of the Patterns screen, as lines or as JSON.

It only reads. JSON holds stored values as keys, and the person's own labels of triggers, places and company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import click

from journal.cli.context import DOWN_TO, UP_TO, CommandContext, TypedDay, command, json_option
from journal.cli.output import columns, print_result
from journal.domain.coping import proof
from journal.domain.cravings import Craving, certainty
from journal.domain.dates import days_before
from journal.domain.patterns import (
    CravingCounts,
    Stretch,
    around_uses,
    count_cravings,
    days_with_use,
    helped_with,
    passed_with,
    ratings_beside,
    usual_period,
)
from journal.store.journal import Journal
from journal.summary.sections.section import period_before
from journal.text import patterns as patterns_text
from journal.text.commands import all_commands as all_commands_text
from journal.text.commands import patterns as command_text


@command("patterns", command_text.PATTERNS_HELP)
@click.option("--from", "first", type=TypedDay(), help=command_text.PATTERNS_FROM_HELP)
@click.option("--until", "last", type=TypedDay(), help=command_text.PATTERNS_UNTIL_HELP)
@json_option
def patterns(context: CommandContext, *, first: str | None, last: str | None, as_json: bool) -> None:
    """Print the counts of the cravings of these days, both included."""
    with context.reading() as journal:
        end = _last_day(context, journal, last)
        start = context.day(journal, first) or max(DOWN_TO, usual_period(end)[0])
        if start > end:
            raise click.UsageError(all_commands_text.FIRST_AFTER_LAST)
        cravings = journal.cravings.between(days_before(start, end)[0], end)
        counts = count_cravings(cravings, journal.triggers, start, end)
        value = {
            "from": start,
            "until": end,
            "cravings": _counts(counts),
            **_beside(journal, cravings, start, end),
        }
        compared = period_before(journal, start, end) is not None
        lines = _lines(counts, compared=compared) if counts.total else ()
        print_result(lines, value, as_json=as_json, otherwise=command_text.NO_CRAVINGS_THEN)


def _last_day(context: CommandContext, journal: Journal, typed: str | None) -> date:
    """Return the last day of the period; a full date may be one to come, so that a script can ask for a whole year."""
    if typed and re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
        return min(date.fromisoformat(typed), UP_TO)
    return context.day(journal, typed) or journal.today()


def _lines(counts: CravingCounts, *, compared: bool) -> Iterator[str]:
    """Yield the total and every count; the period before only where the journal was kept for all of it."""
    yield patterns_text.format_total(counts, compared=compared)
    yield patterns_text.format_strength(counts)
    rows: Sequence[Sequence[str]] = [
        (heading, what, str(number)) for heading, found in patterns_text.tables(counts) for what, number in found
    ]
    yield from columns(rows, command_text.PATTERN_HEADINGS)


def _counts(counts: CravingCounts) -> dict[str, Any]:
    return {
        "total": counts.total,
        "before": counts.before,
        "evidence": certainty(counts.total),
        "by_hour": counts.by_hour,
        "by_weekday": counts.by_weekday,
        "without_hour": counts.without_hour,
        "by_trigger": counts.by_trigger,
        "by_situation": counts.by_situation,
        "by_halt": counts.by_halt,
        "by_place": counts.by_place,
        "by_company": counts.by_company,
        "strongest": counts.strongest if counts.total else None,
        "typical": counts.typical,
        "passed": counts.passed,
        "ended": counts.ended,
        "by_week": list(map(_stretch, counts.weeks)),
    }


def _stretch(week: Stretch) -> dict[str, Any]:
    names = ("cravings", "strength", "minutes", "timed")
    return {"from": week.first, **{name: getattr(week, name) for name in names}}


def _beside(journal: Journal, cravings: Sequence[Craving], first: date, last: date) -> dict[str, Any]:
    """Return what went together with the cravings of a period: ratings, days around a use, what helped."""
    inside = [craving for craving in cravings if first <= craving.local_date <= last]
    used = days_with_use(journal.focuses, journal.uses, journal.marks, first, last, journal.today())
    helped = helped_with(journal.strategies, journal.triggers, inside)
    rated = ratings_beside(journal.checkins, inside, first, last)
    return {
        "passed": {
            name: {label: {"passed": k, "ended": n} for label, (k, n) in found.items()}
            for name, found in passed_with(inside, journal.triggers)._asdict().items()
        },
        "check_ins": {name: found._asdict() for name, found in rated.items()},
        "around_uses": {"use_days": len(used), "cravings": around_uses(inside, used)},
        "helped": [
            {
                "trigger": one.trigger.label,
                "strategy": one.strategy.label,
                "n": one.known.n,
                "came_through": one.known.came_through,
                "evidence": proof(one.known),
            }
            for one in helped
        ],
    }


COMMANDS = {patterns.name: patterns}
