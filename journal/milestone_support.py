"""The milestones of an open journal, and what was saved: what Today, the list of all and ``journal milestones`` show.

The rules are in ``journal.domain.milestones``. A milestone that is noticed is saved, so that it stays in the list when
the days it was counted from are changed later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.day_statistics import Figures, focus_figures
from journal.domain.days import DayWord, Mark, by_focus, day_word
from journal.domain.focus_goals import goal_on, is_abstinence
from journal.domain.focuses import Focus, clean_word_of
from journal.domain.milestone_rewards import rewards_by_code
from journal.domain.milestone_schemes import scheme_aims, tag_names, with_noticed_aims
from journal.domain.milestones import (
    Ahead,
    Aim,
    Milestone,
    Reached,
    ahead_by_days,
    has_milestones,
    parse_code,
    reached_by_days,
    reached_without_streak,
    to_notice,
    with_noticed,
)
from journal.domain.uses import Use
from journal.text import milestones as milestones_text

if TYPE_CHECKING:
    from journal.store.journal import Journal


class FocusDays(NamedTuple):
    """A focus with its uses and marks, its figures, and all its days up to today."""

    focus: Focus
    uses: list[Use]
    marks: list[Mark]
    figures: Figures
    word: DayWord


class FocusMilestones(NamedTuple):
    """The milestones of one focus: reached, the newest first, and still ahead, the nearest first.

    ``is_known``: at least half of its days are logged. Else a streak may be one only because nothing was written down,
    so that Today says nothing of it and nothing is saved.
    """

    focus: Focus
    on_plan: bool
    is_known: bool
    reached: list[Reached]
    ahead: list[Ahead]


def focus_days(journal: Journal) -> list[FocusDays]:
    """Return every focus that is not archived, with its figures and days."""
    today, all_uses, all_marks = journal.today(), by_focus(journal.uses), by_focus(journal.marks)
    found = []
    for focus in (focus for focus in journal.focuses.all() if not focus.archived):
        uses, marks = all_uses[focus.uid], all_marks[focus.uid]
        figures = focus_figures(focus, uses, marks, as_of=today, today=today)
        found.append(FocusDays(focus, uses, marks, figures, day_word(focus, uses, marks, last=today, today=today)))
    return found


def focus_milestones(journal: Journal, days: Iterable[FocusDays]) -> list[FocusMilestones]:
    """Return the milestones of each focus that has some."""
    today, noticed = journal.today(), by_focus(journal.milestones)
    aims = scheme_aims(journal.preferences)
    found = []
    for one in days:
        if not has_milestones(one.focus, today):
            continue
        known = noticed[one.focus.uid]
        reached = reached_by_days(one.focus, one.word, today, with_noticed_aims(aims, known))
        ahead = ahead_by_days(one.focus, one.word, today, reached, aims)
        listed = with_noticed(reached, known)
        found.append(
            FocusMilestones(one.focus, one.figures.is_on_plan, not one.figures.is_mostly_unknown, listed, ahead)
        )
    return found


def without_streak(journal: Journal) -> list[Reached]:
    """Return the milestones that are no streak and about no focus alone, the newest first."""
    reached = reached_without_streak(
        journal.focuses, journal.cravings, journal.agreements, journal.uses.all(), journal.marks.all(), journal.today()
    )
    return with_noticed(reached, by_focus(journal.milestones)[""])


def unnoticed(journal: Journal, found: Iterable[FocusMilestones], general: Iterable[Reached] = ()) -> list[Milestone]:
    """Return the records of the milestones that were reached and are not saved yet."""
    noticed = by_focus(journal.milestones)
    reached = {one.focus.uid: {each.aim: each.on for each in one.reached} for one in found if one.is_known}
    reached[""] = {each.aim: each.on for each in general}
    return [record for uid, days in reached.items() for record in to_notice(uid, days, noticed[uid])]


def notice(journal: Journal) -> None:
    """Save every milestone that was reached and is not saved yet. Raises the vault's errors."""
    if new := unnoticed(journal, focus_milestones(journal, focus_days(journal)), without_streak(journal)):
        journal.save(*new)


def tags(journal: Journal) -> Mapping[Aim, str]:
    """Return the name of each key tag; empty where the person chose another scheme."""
    return tag_names(journal.preferences, milestones_text.TAG_NAMES)


def format_next(journal: Journal, found: Iterable[FocusMilestones]) -> str:
    """Return what was reached today, or else the nearest milestone, of all focuses; empty for none."""
    several, today = sum(not focus.archived for focus in journal.focuses) > 1, journal.today()
    found, names = [one for one in found if one.is_known], tags(journal)
    for one in found:
        label, word = one.focus.label if several else "", clean_word_of(one.focus)
        if one.reached and one.reached[0].on == today and one.reached[0].holds:
            aim = one.reached[0].aim
            promised = rewards_by_code(journal.milestone_rewards, one.focus.uid).get(aim.code)
            reward = milestones_text.format_reward(promised, today)
            tag = names.get(aim, "")
            return milestones_text.format_reached_today(
                aim, word, on_plan=one.on_plan, label=label, tag=tag, reward=reward
            )
    nearest = min((one for one in found if one.ahead), key=lambda one: one.ahead[0].to_go, default=None)
    if nearest is None:
        return ""
    label, word = nearest.focus.label if several else "", clean_word_of(nearest.focus)
    tag = names.get(nearest.ahead[0].aim, "")
    return milestones_text.format_next(nearest.ahead[0], word, on_plan=nearest.on_plan, label=label, tag=tag)


def format_milestone(journal: Journal, focus: str, what: str) -> str:
    """Return what a milestone is called, with the label of its focus (a uid, or empty) where there are several."""
    aim, names = parse_code(what), tags(journal)
    if aim is None:
        return ""
    known = next((one for one in journal.focuses if one.uid == focus), None)
    word = clean_word_of(known) if known else ""
    on_plan = known is not None and not is_abstinence(goal_on(known, journal.today()).goal_mode)
    name = milestones_text.format_tag(milestones_text.format_aim(aim, word, on_plan=on_plan), names.get(aim, ""))
    return milestones_text.format_of_focus(known.label, name) if known and len(journal.focuses) > 1 else name


class Savings(NamedTuple):
    """What was saved: money by currency, and minutes of all focuses together; None where no time is counted."""

    money: dict[str, Decimal]
    minutes: int | None


def saved(days: Iterable[FocusDays], *, this_month: bool = False) -> Savings:
    """Return what was saved since each focus began, or in ``this_month`` up to today; never below 0.

    Money is left out for gambling and spending; both while a focus is only observed, and in a dangerous taper.
    """
    sums: dict[str, Decimal] = {}
    minutes: int | None = None
    for one in days:
        found = one.figures.saved_month if this_month else one.figures.saved
        if found.money is not None:
            sums[one.focus.currency] = sums.get(one.focus.currency, Decimal(0)) + found.money
        if found.minutes is not None:
            minutes = (minutes or 0) + found.minutes
    return Savings(sums, minutes)
