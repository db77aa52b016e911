"""``journal milestones``: what was reached and when, and what comes next, as lines or as JSON.

It only reads: what was reached is saved by the screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journal.cli.context import CommandContext, command, json_option
from journal.cli.output import columns, on_one_line, print_result
from journal.domain.focuses import clean_word_of
from journal.domain.milestone_rewards import MilestoneReward, rewards_by_code
from journal.domain.milestones import Aim, Reached, parse_code
from journal.milestone_support import FocusMilestones, focus_days, focus_milestones, saved, tags, without_streak
from journal.store.journal import Journal
from journal.text import milestones as milestones_text
from journal.text import savings as savings_text
from journal.text.commands import milestones as command_text


@command("milestones", command_text.MILESTONES_HELP)
@json_option
def milestones(context: CommandContext, *, as_json: bool) -> None:
    """Print the milestones of every focus, those that are no streak, and what was saved."""
    with context.reading() as journal:
        days = focus_days(journal)
        found, general = focus_milestones(journal, days), without_streak(journal)
        since, month = saved(days), saved(days, this_month=True)
        lines = [line for one in found for line in _focus_lines(journal, one)]
        if general:
            lines += [milestones_text.NO_STREAK, *_reached_lines(journal, "", general, "", on_plan=False)]
        spared = (
            savings_text.format_saved(since.money, month.money),
            savings_text.format_time_saved(since.minutes, month.minutes),
        )
        lines += [words for words in spared if words]
        values = {
            "focuses": [_focus(one) for one in found],
            "no_streak": [_reached(one) for one in general],
            "saved": since.money,
            "saved_month": month.money,
            "saved_minutes": since.minutes,
            "saved_minutes_month": month.minutes,
            "scheme": journal.preferences.milestone_scheme,
            "rewards": [_reward(journal, one) for one in journal.milestone_rewards],
        }
        print_result(lines, values, as_json=as_json, otherwise=milestones_text.NOTHING)


def _focus_lines(journal: Journal, one: FocusMilestones) -> Iterator[str]:
    if not one.reached and not one.ahead:
        return
    word, names = clean_word_of(one.focus), tags(journal)
    rewards = rewards_by_code(journal.milestone_rewards, one.focus.uid)
    yield on_one_line(one.focus.label)
    yield from _reached_lines(journal, one.focus.uid, one.reached, word, on_plan=one.on_plan)
    rows = []
    for ahead in one.ahead:
        name = milestones_text.format_aim(ahead.aim, word, on_plan=one.on_plan)
        name = milestones_text.format_tag(name, on_one_line(names.get(ahead.aim, "")))
        to_go = milestones_text.format_to_go(ahead, on_plan=one.on_plan)
        rows.append((milestones_text.format_again(name, ahead), _with_reward(journal, to_go, rewards, ahead.aim)))
    yield from _under(milestones_text.AHEAD, rows)


def _reached_lines(
    journal: Journal, focus: str, reached: Iterable[Reached], word: str, *, on_plan: bool
) -> Iterator[str]:
    today, names, rows = journal.today(), tags(journal), []
    rewards = rewards_by_code(journal.milestone_rewards, focus)
    for one in reached:
        name = milestones_text.format_aim(one.aim, word, on_plan=on_plan)
        when = milestones_text.format_when(one, today)
        tagged = milestones_text.format_tag(name, on_one_line(names.get(one.aim, "")))
        rows.append((tagged, _with_reward(journal, when, rewards, one.aim)))
    yield from _under(milestones_text.REACHED, rows)


def _with_reward(journal: Journal, said: str, rewards: Mapping[str, MilestoneReward], aim: Aim) -> str:
    reward = milestones_text.format_reward(rewards.get(aim.code), journal.today())
    return f"{said} · {on_one_line(reward)}" if reward else said


def _under(heading: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    if rows:
        yield f"  {heading}"
        yield from (f"    {line}" for line in columns(rows))


def _reached(one: Reached) -> dict[str, Any]:
    return {"what": one.aim.measure, "number": one.aim.number, "on": one.on, "holds": one.holds}


def _reward(journal: Journal, one: MilestoneReward) -> dict[str, Any]:
    focus, aim = journal.focuses, parse_code(one.what)
    return {
        "focus": focus.get(one.focus).label if one.focus in focus else None,
        "what": aim.measure if aim else one.what,
        "number": aim.number if aim else None,
        "text": one.text,
        "taken_on": one.taken_on,
    }


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
