"""``journal milestones``: what was reached and when, and what comes next, as lines or as JSON.

It only reads: what was reached is saved by the screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from journal.cli.context import CommandContext, command, json_option
from journal.cli.output import columns, on_one_line, print_result
from journal.domain.focuses import clean_word_of
from journal.domain.milestones import Reached
from journal.milestone_support import FocusMilestones, focus_days, focus_milestones, saved, without_streak
from journal.store.journal import Journal
from journal.text import milestones as milestones_text


@command("milestones", milestones_text.HELP)
@json_option
def milestones(context: CommandContext, *, as_json: bool) -> None:
    """Print the milestones of every focus, those that are no streak, and what was saved."""
    with context.reading() as journal:
        days = focus_days(journal)
        found, general, money = focus_milestones(journal, days), without_streak(journal), saved(days)
        lines = [line for one in found for line in _focus_lines(journal, one)]
        if general:
            lines += [milestones_text.NO_STREAK, *_reached_lines(journal, general, "", on_plan=False)]
        lines += [words] if (words := milestones_text.format_saved(money)) else []
        values = {
            "focuses": [_focus(one) for one in found],
            "no_streak": [_reached(one) for one in general],
            "saved": dict(money),
        }
        print_result(lines, values, as_json=as_json, otherwise=milestones_text.NOTHING)


def _focus_lines(journal: Journal, one: FocusMilestones) -> Iterator[str]:
    if not one.reached and not one.ahead:
        return
    word = clean_word_of(one.focus)
    yield on_one_line(one.focus.label)
    yield from _reached_lines(journal, one.reached, word, on_plan=one.on_plan)
    rows = []
    for ahead in one.ahead:
        name = milestones_text.format_aim(ahead.aim, word, on_plan=one.on_plan)
        to_go = milestones_text.format_to_go(ahead, on_plan=one.on_plan)
        rows.append((milestones_text.format_again(name, ahead), to_go))
    yield from _under(milestones_text.AHEAD, rows)


def _reached_lines(journal: Journal, reached: Iterable[Reached], word: str, *, on_plan: bool) -> Iterator[str]:
    today = journal.today()
    names = [(milestones_text.format_aim(one.aim, word, on_plan=on_plan), one) for one in reached]
    yield from _under(milestones_text.REACHED, [(name, milestones_text.format_when(one, today)) for name, one in names])


def _under(heading: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    if rows:
        yield f"  {heading}"
        yield from (f"    {line}" for line in columns(rows))


def _reached(one: Reached) -> dict[str, Any]:
    return {"what": one.aim.measure, "number": one.aim.number, "on": one.on, "holds": one.holds}


def _focus(one: FocusMilestones) -> dict[str, Any]:
    ahead = [
        {"what": each.aim.measure, "number": each.aim.number, "to_go": each.to_go, "again": each.again}
        for each in one.ahead
    ]
    return {
        "focus": one.focus.label,
        "on_plan": one.on_plan,
        "reached": [_reached(each) for each in one.reached],
        "ahead": ahead,
    }


COMMANDS = {"milestones": milestones}
