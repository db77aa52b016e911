"""``journal goal``: list open goals, add one, tick off a step, or say how far one is.

Goals and steps are named by their number in the list, because their words would show in the list of processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import click
from msgspec.structs import replace

from journal.cli import stdin
from journal.cli.context import CommandContext, TypedDay, Whole, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import columns, print_result
from journal.cli.prompts import Prompts, number_in
from journal.domain.goals import Goal, Step, measured, next_step, open_goals, progress
from journal.store.journal import Journal
from journal.text import goals as goals_text
from journal.text import prompts as prompts_text
from journal.text.commands import goal as command_text
from journal.text.commands import records as records_text

NEW = "n"
"""The answer for a new goal."""


class Number(click.ParamType[Decimal]):
    """The type of an option that takes a number of 0 or more."""

    name = "n"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        number = value if isinstance(value, Decimal) else number_in(str(value))
        if number is None:
            raise click.UsageError(command_text.NUMBER_NEEDED, ctx)
        return number


@command("goal", command_text.GOAL_HELP)
@click.option("--add", is_flag=True, help=command_text.ADD_HELP)
@click.option("--goal", "number", type=Whole(1, None, command_text.NO_SUCH_GOAL), help=command_text.GOAL_NUMBER_HELP)
@click.option("--done", "step", type=Whole(1, None, command_text.NO_SUCH_STEP), help=command_text.DONE_HELP)
@click.option("--value", type=Number(), help=command_text.VALUE_HELP)
@click.option("--due", "typed", type=TypedDay(), metavar="DAY", help=command_text.DUE_HELP)
@click.option("--target", type=Number(), help=command_text.TARGET_HELP)
@click.option("--baseline", type=Number(), help=command_text.BASELINE_HELP)
@click.option("--unit", metavar="U", default="", help=command_text.UNIT_HELP)
@click.option("--yes", is_flag=True, help=command_text.YES_HELP)
@json_option
def goal(
    context: CommandContext,
    *,
    add: bool,
    number: int | None,
    step: int | None,
    value: Decimal | None,
    typed: str | None,
    target: Decimal | None,
    baseline: Decimal | None,
    unit: str,
    yes: bool,
    as_json: bool,
) -> None:
    """Add a goal, change one, or list the open ones and ask which."""
    if number is None and (step is not None or value is not None) and not add:
        raise click.UsageError(command_text.GOAL_NEEDED)
    with context.writing() as journal:
        prompts = Prompts.here(asks=not yes and not as_json)
        goals = open_goals(journal.goals)
        if not add and number is None:
            _list(journal, goals, as_json=as_json)
            which = prompts.read(command_text.ASK_WHICH, lambda said: _which(said, len(goals)), command_text.WHICH_ONLY)
            if which is None:
                return
            add, number = which == 0, which or None
        if add:
            due = context.day(journal, typed, ahead=True)
            new = Goal(title="", due=due, target=target, baseline=baseline, unit=unit)
            _add(journal, prompts, new, value, as_json=as_json)
            return
        if number is None or number > len(goals):
            raise CommandError(command_text.NO_SUCH_GOAL)
        _change(journal, prompts, goals[number - 1], step, value, as_json=as_json)


def _which(said: str, most: int) -> int | None:
    """Return the number of a goal that was answered, 0 for a new one, ``None`` where it is neither."""
    if said.lower() == NEW:
        return 0
    return int(said) if said.isdecimal() and 1 <= int(said) <= most else None


def _list(journal: Journal, goals: Sequence[Goal], *, as_json: bool) -> None:
    rows = [
        (
            str(place),
            one.title,
            goals_text.format_progress(one),
            records_text.format_due(one.due, journal.today()) if one.due else "",
            records_text.format_next(step.text) if (step := next_step(one)) else "",
        )
        for place, one in enumerate(goals, 1)
    ]
    values = [{"number": place, **_plain(one)} for place, one in enumerate(goals, 1)]
    print_result(columns(rows, command_text.HEADINGS), values, as_json=as_json, otherwise=records_text.NO_GOALS)


def _plain(one: Goal) -> dict[str, Any]:
    steps = [{"text": step.text, "done_on": step.done_on} for step in one.steps]
    return {"uid": one.uid, "title": one.title, "due": one.due, "progress": progress(one), "steps": steps}


def _add(journal: Journal, prompts: Prompts, new: Goal, value: Decimal | None, *, as_json: bool) -> None:
    """Add a goal from questions or standard input. Raises ``click.UsageError`` where it has no words."""
    if prompts.asks:
        prompts.say(prompts_text.SKIP)
        title, steps = prompts.text(command_text.ASK_TITLE), prompts.lines(command_text.ASK_STEPS)
        due = new.due or prompts.day(command_text.ASK_DUE, journal.today(), ahead=True)
        new = replace(new, due=due)
    else:
        given = [] if stdin.is_terminal() else [line.strip() for line in stdin.read_text().splitlines()]
        title, *steps = [line for line in given if line] or [""]
    if not title:
        raise click.UsageError(command_text.TITLE_NEEDED)
    new = replace(new, title=title, steps=[Step(text=text) for text in steps])
    new = replace(new, values=measured(new, value, journal.today()))
    uid = journal.goals.add(new)
    print_result([command_text.added(title)], _plain(replace(new, uid=uid)), as_json=as_json)


def _change(
    journal: Journal, prompts: Prompts, one: Goal, step: int | None, value: Decimal | None, *, as_json: bool
) -> None:
    """Tick off a step, or save where the goal is now, as given or answered. Raises ``CommandError`` for no step."""
    today = journal.today()
    if step is None and value is None:
        step, value = _asked(prompts, one)
    if step is None and value is None:
        raise click.UsageError(command_text.NOTHING_CHANGED)
    if value is not None and one.target is None:
        raise CommandError(command_text.NOT_COUNTED)
    steps = list(one.steps)
    if step is not None:
        if step > len(steps) or steps[step - 1].done_on is not None:
            raise CommandError(command_text.NO_SUCH_STEP)
        steps[step - 1] = replace(steps[step - 1], done_on=today)
    saved = journal.goals.put(one.uid, replace(one, steps=steps, values=measured(one, value, today)))
    lines = [command_text.changed(saved.title, goals_text.format_progress(saved))]
    lines += [command_text.ALL_DONE] if steps and next_step(saved) is None else []
    print_result(lines, _plain(saved), as_json=as_json)


def _asked(prompts: Prompts, one: Goal) -> tuple[int | None, Decimal | None]:
    """Return the number of the step that is done, or where the goal is now, as far as it has either."""
    if prompts.asks and one.steps:
        rows = (
            (str(place), step.text, command_text.DONE if step.done_on else command_text.TO_DO)
            for place, step in enumerate(one.steps, 1)
        )
        prompts.say(*columns(rows))
        left = {place for place, step in enumerate(one.steps, 1) if step.done_on is None}
        answer = prompts.read(
            command_text.ASK_DONE,
            lambda typed: int(typed) if typed.isdecimal() and int(typed) in left else None,
            command_text.NO_SUCH_STEP,
        )
        if answer is not None:
            return answer, None
    return None, prompts.number(command_text.ASK_VALUE) if one.target is not None else None


COMMANDS = {command.name: command for command in (goal,)}
