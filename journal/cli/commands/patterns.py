"""``journal patterns``: the counts of the Patterns screen, as lines or as JSON.

It only reads. JSON holds stored values as keys, and the person's own labels of triggers, places and company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import click

from journal.cli import accessible
from journal.cli.context import DOWN_TO, UP_TO, CommandContext, TypedDay, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import columns, print_result
from journal.domain.coping import proof
from journal.domain.cravings import certainty
from journal.domain.dates import week_starts
from journal.domain.day_amounts import AmountStretch, amount_stretches
from journal.domain.days import by_focus
from journal.domain.focuses import Focus, GoalMode, counts_amounts, usual_unit
from journal.domain.labels import find_by_label
from journal.domain.patterns import CravingCounts, Findings, Stretch, usual_period
from journal.pattern_support import compare
from journal.store.journal import Journal
from journal.text import patterns as patterns_text
from journal.text.commands import all_commands as all_commands_text
from journal.text.commands import capture as capture_text
from journal.text.commands import patterns as command_text


@command("patterns", command_text.PATTERNS_HELP)
@click.option("--from", "first", type=TypedDay(), help=command_text.PATTERNS_FROM_HELP)
@click.option("--until", "last", type=TypedDay(), help=command_text.PATTERNS_UNTIL_HELP)
@click.option("--focus", "label", metavar="F", help=command_text.PATTERNS_FOCUS_HELP)
@json_option
def patterns(context: CommandContext, *, first: str | None, last: str | None, label: str | None, as_json: bool) -> None:
    """Print the counts of the cravings of these days, both included."""
    with context.reading() as journal:
        end = _last_day(context, journal, last)
        start = context.day(journal, first) or max(DOWN_TO, usual_period(end)[0])
        if start > end:
            raise click.UsageError(all_commands_text.FIRST_AFTER_LAST)
        focus = None if label is None else find_by_label(list(journal.focuses), label)
        if label is not None and focus is None:
            raise CommandError(capture_text.NO_SUCH_FOCUS)
        now, before, comparable = compare(journal, start, end, focus)
        value = _value(now)
        value["cravings"]["before"] = before.counts.total
        value["before"] = {"comparable": comparable, **_value(before)}
        value["amounts"] = _amounts(journal, focus, start, min(end, journal.today()))
        lines = _lines(now, before if comparable else None) if now.counts.total else ()
        print_result(lines, value, as_json=as_json, otherwise=command_text.NO_CRAVINGS_THEN)


def _last_day(context: CommandContext, journal: Journal, typed: str | None) -> date:
    """Return the last day of the period; a full date may be one to come, so that a script can ask for a whole year."""
    if typed and re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
        return min(date.fromisoformat(typed), UP_TO)
    return context.day(journal, typed) or journal.today()


def _lines(now: Findings, before: Findings | None) -> Iterator[str]:
    """Yield the total and every count; the period before only where the journal was kept for all of it."""
    counts, earlier = now.counts, before.counts if before else None
    yield patterns_text.format_total(counts, earlier)
    yield patterns_text.format_strength(counts, earlier)
    rows: Sequence[Sequence[str]] = [
        (heading, row.what, *patterns_text.table_cells(row, compared=before is not None))
        for heading, found in patterns_text.tables(now, before)
        for row in found
    ]
    headings = command_text.COMPARED_HEADINGS if before else command_text.PATTERN_HEADINGS
    if rows and not accessible.is_on():
        rows = [headings, *rows]
    yield from columns(rows, headings)


def _value(found: Findings) -> dict[str, Any]:
    """Return everything that was found as JSON holds it."""
    return {
        "from": found.counts.first,
        "until": found.counts.last,
        "cravings": _counts(found.counts),
        "passed": {
            name: {label: {"passed": k, "ended": n} for label, (k, n) in group.items()}
            for name, group in found.passed._asdict().items()
        },
        "check_ins": {name: beside._asdict() for name, beside in found.ratings.items()},
        "around_uses": {"use_days": found.use_days, "cravings": found.around},
        "tried": [
            {"strategy": one.strategy.label, "n": one.known.n, "came_through": one.known.came_through}
            for one in found.tried
        ],
        "helped": [
            {
                "trigger": one.trigger.label,
                "strategy": one.strategy.label,
                "n": one.known.n,
                "came_through": one.known.came_through,
                "evidence": proof(one.known),
            }
            for one in found.helped
        ],
    }


def _counts(counts: CravingCounts) -> dict[str, Any]:
    return {
        "total": counts.total,
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


def _amounts(journal: Journal, only: Focus | None, first: date, last: date) -> list[dict[str, Any]]:
    """Return the amounts of each focus, or of one, by week from Monday; weeks in which no day counts are left out.

    For food there are no amounts, and while a focus is only observed nothing is measured against a limit.
    """
    uses, marks, today = by_focus(journal.uses), by_focus(journal.marks), journal.today()
    starts = week_starts(first, last)
    return [
        {
            "focus": focus.label,
            "unit": usual_unit(focus),
            "by_week": [
                _amount_week(focus, week)
                for week in amount_stretches(focus, uses[focus.uid], marks[focus.uid], starts, last, today=today)
                if week.days
            ],
        }
        for focus in ([only] if only else journal.focuses)
        if only or not focus.archived
    ]


def _amount_week(focus: Focus, week: AmountStretch) -> dict[str, Any]:
    counted = counts_amounts(focus.kind)
    judged = counted and focus.goal_mode is not GoalMode.OBSERVE
    limited = judged and week.a_day is not None
    return {
        "from": week.use.first,
        "use_days": week.use.use_days,
        "not_logged": week.not_logged,
        "mixed": week.mixed,
        "amount": week.use.amount if counted else None,
        "complete": week.use.complete if counted else None,
        "limit": week.limit if limited else None,
        "on_plan": week.use.on_plan if limited else None,
        "over": week.use.over if limited else None,
        "heavy": week.heavy if judged else None,
    }


COMMANDS = {patterns.name: patterns}
