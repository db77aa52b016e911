"""``journal days``, ``cravings``, ``coping``, ``goals`` and ``entries``: records as lines or as JSON.

All of them only read, but for ``entries --to``, which ``entry_pages`` writes. JSON has the records under their field
names, with labels in place of uids; lines are for people and go through ``columns``, which removes what could steer the
terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import starmap
from typing import Any, Final

import click
import msgspec

from journal.cli import accessible, stdin
from journal.cli.commands import entry_pages
from journal.cli.context import CommandContext, Day, TypedDay, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import columns, on_one_line, print_result
from journal.cli.prompts import Prompts
from journal.domain.coping import Evidence, Strategy, evidence, proof
from journal.domain.cravings import Craving, duration
from journal.domain.dates import format_moment
from journal.domain.day_statistics import DIGITS, Figures, focus_figures, plan_figures
from journal.domain.days import by_focus
from journal.domain.entries import Entry
from journal.domain.focuses import Focus, clean_word_of, usual_unit
from journal.domain.goals import Goal, next_step, open_goals, progress
from journal.domain.kinds import kind_of
from journal.domain.record import Record
from journal.domain.record_filter import RecordFilter, matching
from journal.domain.tags import format_tags
from journal.sharing.sanitize import sanitize
from journal.store.journal import Journal
from journal.text import cravings as cravings_text
from journal.text import goals as goals_text
from journal.text import labels as labels_text
from journal.text.commands import all_commands as all_commands_text
from journal.text.commands import records as command_text

MOST_FOCUSES: Final = 1_000
"""Focuses at most, so that their figures are there within a second."""


@command("days", command_text.DAYS_HELP)
@click.option("--from", "first", type=Day(), help=command_text.FROM_HELP)
@click.option("--as-of", "as_of", type=Day(), help=command_text.AS_OF_HELP)
@json_option
def days(context: CommandContext, *, first: date | None, as_of: date | None, as_json: bool) -> None:
    """Print the figures of each focus."""
    with context.reading() as journal:
        today = journal.today()
        last = as_of or today
        if first is not None and first > last:
            raise click.UsageError(all_commands_text.FIRST_AFTER_LAST)
        focuses = journal.focuses.all()
        if len(focuses) > MOST_FOCUSES:
            raise CommandError(command_text.too_many_focuses(len(focuses), MOST_FOCUSES))
        uses, marks = by_focus(journal.uses), by_focus(journal.marks)
        found = [
            (focus, focus_figures(focus, uses[focus.uid], marks[focus.uid], first=first, as_of=last, today=today))
            for focus in focuses
        ]
        lines = _apart(_focus_lines(*pair, today) for pair in found)
        print_result(lines, starmap(_figures, found), as_json=as_json, otherwise=command_text.NO_FOCUS)


@command("cravings", command_text.CRAVINGS_HELP)
@json_option
def cravings(context: CommandContext, *, as_json: bool) -> None:
    """Print every craving, newest first."""
    with context.reading() as journal:
        labels = _labels(journal)
        newest = journal.cravings.all()[::-1]
        lines = columns((_craving_cells(journal, craving, labels) for craving in newest), command_text.CRAVING_HEADINGS)
        values = (_craving(craving, labels) for craving in newest)
        print_result(lines, values, as_json=as_json, otherwise=command_text.NO_CRAVINGS)


@command("coping", command_text.COPING_HELP)
@json_option
def coping(context: CommandContext, *, as_json: bool) -> None:
    """Print every coping strategy, best evidence first."""
    with context.reading() as journal:
        strategies = {strategy.uid: strategy for strategy in journal.strategies.all()}
        ranked = [(strategies[known.strategy], known) for known in evidence(strategies.values(), journal.cravings)]
        rows = (
            (s.label, labels_text.label(s.family), cravings_text.format_strategy(known), _format_drop(known))
            for s, known in ranked
        )
        lines = columns(rows, command_text.COPING_HEADINGS)
        print_result(lines, starmap(_strategy, ranked), as_json=as_json, otherwise=command_text.NO_STRATEGIES)


@command("goals", command_text.GOALS_HELP)
@json_option
def goals(context: CommandContext, *, as_json: bool) -> None:
    """Print every goal, open ones first by the day they are due."""
    with context.reading() as journal:
        every = journal.goals.all()
        active = open_goals(every)
        ordered = active + [goal for goal in every if goal not in active]
        lines = columns((_goal_cells(goal, journal.today()) for goal in ordered), command_text.GOAL_HEADINGS)
        values = (_plain(goal) | {"progress": progress(goal)} for goal in ordered)
        print_result(lines, values, as_json=as_json, otherwise=command_text.NO_GOALS)


@command("entries", command_text.ENTRIES_HELP)
@click.option("--from", "first", type=TypedDay(), help=command_text.ENTRIES_FROM_HELP)
@click.option("--until", "last", type=TypedDay(), help=command_text.ENTRIES_UNTIL_HELP)
@click.option("--tag", default="", help=command_text.TAG_HELP)
@click.option("--search", "searches", is_flag=True, help=command_text.SEARCH_HELP)
@entry_pages.options
@json_option
def entries(
    context: CommandContext,
    *,
    first: str | None,
    last: str | None,
    tag: str,
    searches: bool,
    as_json: bool,
    **saving: Any,
) -> None:
    """Print the entries of these days that have the tag and the words searched for, in full, newest first.

    ``saving`` are the options of ``entry_pages``: with a file, the entries are saved to it instead.
    """
    wanted = entry_pages.Wanted(**saving)
    wanted.check(chooses=bool(first or last or tag or searches))
    with context.writing() if wanted.file else context.reading() as journal:
        start, end = context.day(journal, first), context.day(journal, last)
        if start and end and start > end:
            raise click.UsageError(all_commands_text.FIRST_AFTER_LAST)
        found = _with_words(journal, _search_words()) if searches else journal.entries.all()[::-1]
        found = matching(found, RecordFilter(tag=tag, first=start, last=end))
        if wanted.file:
            entry_pages.save(context, journal, found, wanted, wanted.file, (start, end), as_json=as_json)
            return
        lines = _apart(_entry_lines(journal, entry) for entry in found)
        otherwise = command_text.NO_ENTRIES if not len(journal.entries) else command_text.NO_ENTRIES_FOUND
        print_result(lines, map(_plain, found), as_json=as_json, otherwise=otherwise)


def _search_words() -> str:
    """Ask for the words to search for, or read them from standard input. Raises ``click.UsageError`` without any."""
    words = Prompts.here().text(command_text.ASK_SEARCH) if stdin.is_terminal() else stdin.read_text()
    if not words.strip():
        raise click.UsageError(command_text.NOTHING_TO_SEARCH)
    return words


def _with_words(journal: Journal, words: str) -> list[Entry]:
    """Return the entries that have all these words, as the search of the screens finds them, newest first."""
    from journal.search import Search

    found = Search(journal).find(words, [kind_of(Entry)])
    return [one for one in found if isinstance(one, Entry)]


COMMANDS = {command.name: command for command in (days, cravings, coping, goals, entries)}


def _apart(blocks: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of all blocks, with an empty line between blocks."""
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield from block


def _plain(record: Record) -> dict[str, Any]:
    """Return a record as plain values, without its schema number, which says nothing outside the file."""
    values: dict[str, Any] = msgspec.to_builtins(record, builtin_types=(Decimal,))
    return {name: value for name, value in values.items() if name != "schema"}


def _labels(journal: Journal) -> dict[str, str]:
    """Return the label of each focus, trigger and strategy, by uid."""
    named: Sequence[Focus | Any] = [*journal.focuses, *journal.triggers, *journal.strategies]
    return {record.uid: record.label for record in named}


def _figures(focus: Focus, figures: Figures) -> dict[str, Any]:
    def rounded(figure: float | None) -> float | None:
        return None if figure is None else round(figure, DIGITS)

    return {
        "focus": focus.label,
        "as_of": figures.as_of,
        "pda": rounded(figures.pda),
        "pda_low": rounded(figures.pda_low),
        "pda_high": rounded(figures.pda_high),
        "coverage": rounded(figures.coverage),
        "clean_days": figures.clean,
        "used_days": figures.used,
        "unknown_days": figures.unknown,
        "full_days": figures.full_days,
        "day_number": figures.day_number,
        "longest_run": figures.longest_run,
        "longest_run_strict": figures.longest_run_strict,
        "steadiness": rounded(figures.steadiness),
        "last_use": figures.last_use,
        "return_time_last": figures.return_time_last,
        "return_time_median": rounded(figures.return_time_median),
        **plan_figures(figures),
        "currency": focus.currency,
        "saved": figures.saved.money,
        "saved_month": figures.saved_month.money,
        "saved_minutes": figures.saved.minutes,
        "saved_minutes_month": figures.saved_month.minutes,
    }


def _focus_lines(focus: Focus, figures: Figures, today: date) -> list[str]:
    told = command_text.figure_rows(clean_word_of(focus), usual_unit(focus), figures, today)
    rows = columns([*told, *command_text.saved_rows(focus.currency, figures)])
    return [command_text.focus_heading(on_one_line(focus.label), figures, today), *(f"  {line}" for line in rows)]


def _craving(craving: Craving, labels: dict[str, str]) -> dict[str, Any]:
    attempts = [_plain_attempt(attempt, labels) for attempt in _plain(craving)["attempts"]]
    return _plain(craving) | {
        "focus": labels.get(craving.focus),
        "triggers": [labels[uid] for uid in craving.triggers if uid in labels],
        "attempts": attempts,
        "minutes": duration(craving),
    }


def _plain_attempt(attempt: dict[str, Any], labels: dict[str, str]) -> dict[str, Any]:
    return attempt | {"strategy": labels.get(attempt["strategy"])}


def _craving_cells(journal: Journal, craving: Craving, labels: dict[str, str]) -> tuple[str, ...]:
    after = "" if craving.after is None else f" → {craving.after}"
    triggers = [labels[uid] for uid in craving.triggers if uid in labels]
    return (
        format_moment(journal.local(craving.at)),
        f"{craving.intensity}{after}",
        labels.get(craving.focus, ""),
        command_text.format_ended(craving.outcome),
        ", ".join([*triggers, *map(labels_text.label, craving.halt)]),
        ", ".join(labels[a.strategy] for a in craving.attempts if a.strategy in labels),
    )


def _strategy(strategy: Strategy, known: Evidence) -> dict[str, Any]:
    return _plain(strategy) | {
        "n": known.n,
        "came_through": known.came_through,
        "mean_drop": known.mean_drop,
        "wilson_low": round(known.low, DIGITS),
        "evidence": proof(known),
    }


def _format_drop(known: Evidence) -> str:
    return "" if known.mean_drop is None else command_text.format_drop(known.mean_drop)


def _goal_cells(goal: Goal, today: date) -> tuple[str, ...]:
    step = next_step(goal)
    return (
        goal.title,
        labels_text.label(goal.status),
        goals_text.format_progress(goal),
        command_text.format_due(goal.due, today) if goal.due else "",
        command_text.format_next(step.text) if step else "",
    )


def _entry_lines(journal: Journal, entry: Entry) -> list[str]:
    heading = format_moment(journal.local(entry.at))
    if accessible.is_on():
        tags = on_one_line(format_tags(entry.tags))
        words = (heading, on_one_line(entry.title), tags, *sanitize(entry.text).split("\n"))
        names = (*command_text.ENTRY_HEADINGS, *[""] * (len(words) - len(command_text.ENTRY_HEADINGS)))
        return [f"{name}: {line}" if name else line for name, line in zip(names, words, strict=True) if line]
    for said in filter(None, (entry.title, format_tags(entry.tags))):
        heading += f"  {on_one_line(said)}"
    return [heading, *(f"  {line}".rstrip() for line in sanitize(entry.text).split("\n"))]
