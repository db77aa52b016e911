"""What is said about milestones and about what was saved: on Today, in the list of all, and by the command."""

from __future__ import annotations

from datetime import date
from typing import Final

from journal.domain.dates import format_day
from journal.domain.milestone_rewards import MilestoneReward
from journal.domain.milestones import Ahead, Aim, Measure, Reached
from journal.language import translated
from journal.text import figures as figures_text
from journal.text.counting import count

COMING_UP: Final = "coming up"
"""The panel of Today."""

TITLE: Final = "milestones"
REACHED: Final = "reached"
AHEAD: Final = "ahead"
NO_STREAK: Final = "no streak needed"
LINE_KEYS: Final = "enter reward · space taken · w token"
SCHEME_KEYS: Final = "o which ones"
NOTHING: Final = "No milestones yet. They begin with the start of what you track."

NAME: Final = "Milestones"
"""The line of Settings."""

SCHEME_FORM: Final = "which milestones"
SCHEME: Final = "Milestones"
SCHEME_HINT: Final = "What you reached already stays in the list."
OWN_DAYS: Final = "Days of my own"
OWN_DAYS_HINT: Final = "Numbers of days: 10, 45, 120"
OWN_DAYS_WRONG: Final = "Numbers of days with commas between: 10, 45, 120"
OWN_DAYS_NEEDED: Final = "Enter at least one number of days."
KEY_TAGS: Final = "Key tags"
KEY_TAGS_HINT: Final = (
    "Colours differ by group: write yours, one per line. "
    "24 hours, 30, 60, 90 days, 6, 9 months, 1 year, 18 months, 2 years."
)
TAG_NAMES: Final = ("white", "orange", "green", "red", "blue", "yellow", "glow in the dark", "grey", "black")
"""The usual names of the key tags, in the order of ``journal.domain.milestone_schemes``."""

REWARD_FORM: Final = "a reward"
REWARD: Final = "Reward"
REWARD_HINT: Final = "Promised to yourself: something that's no risk to you."
REWARD_NEEDED: Final = "Write what you promise yourself."
TAKEN_ON: Final = "Taken on"
TAKEN_ON_HINT: Final = "Empty until you've had it."
NO_REWARD: Final = "No reward here. Press enter to promise yourself one."
NOT_REACHED: Final = "Not reached yet. The reward waits for it."
TAKEN: Final = "Reward marked as taken. Press u to undo."
NOT_TAKEN: Final = "Reward is not taken. Press u to undo."
THIS_REWARD: Final = "this reward"

_ONE_DAY: Final = "24 hours"
_IN_A_ROW: Final = "in a row"


def format_aim(aim: Aim, clean_word: str = "", *, on_plan: bool = False) -> str:
    """Return ``30 days in a row``, ``30 days on plan`` or ``100 days free in total``; ``clean_word`` is the person's.

    ``on_plan``: the days are a number of days on plan, not a streak.
    """
    number = aim.number
    match aim.measure:
        case Measure.TOTAL:
            return f"{count(number, 'day')} {clean_word} in total"
        case Measure.CRAVINGS:
            return f"{count(number, 'craving')} passed"
        case Measure.WEEKS:
            return f"{count(number, 'week')} with a mentor"
        case Measure.TOLD:
            return "a slip told within a day"
        case Measure.DAYS if number == 1 and not on_plan:
            return _ONE_DAY
        case Measure.DAYS | Measure.MONTHS | Measure.YEARS:
            return f"{count(number, aim.measure.removesuffix('s'))} {figures_text.ON_PLAN if on_plan else _IN_A_ROW}"


def format_of_focus(label: str, name: str) -> str:
    """Return ``alcohol: 30 days``, in fewer words, so that it fits a line."""
    return f"{label}: {name.replace(f' {_IN_A_ROW}', '')}"


def format_tag(name: str, tag: str) -> str:
    """Return ``30 days in a row (orange)``: the name of a milestone, with that of its key tag where it has one."""
    return f"{name} ({tag})" if tag else name


def format_reward(reward: MilestoneReward | None, today: date) -> str:
    """Return ``reward: new shoes``, ``reward: new shoes, taken Mon 5 Oct``; empty for none."""
    if reward is None:
        return ""
    taken = f", taken {format_day(reward.taken_on, today)}" if reward.taken_on else ""
    return f"reward: {reward.text}{taken}"


def format_to_go(ahead: Ahead, *, on_plan: bool = False) -> str:
    """Return ``in 13 days``, ``tomorrow``; ``13 to go`` for days that need not be in a row."""
    if on_plan or ahead.aim.measure is Measure.TOTAL:
        return f"{ahead.to_go:,} to go"
    return "tomorrow" if ahead.to_go == 1 else f"in {count(ahead.to_go, 'day')}"


def format_next(ahead: Ahead, clean_word: str, *, on_plan: bool, label: str = "", tag: str = "") -> str:
    """Return ``30 days in a row, in 13 days``; with the ``label`` of a focus ``alcohol: 30 days, in 13 days``."""
    name = format_aim(ahead.aim, clean_word, on_plan=on_plan)
    return _of(label, name, tag, format_to_go(ahead, on_plan=on_plan))


def format_reached_today(
    aim: Aim, clean_word: str, *, on_plan: bool, label: str = "", tag: str = "", reward: str = ""
) -> str:
    """Return ``30 days in a row, reached today``, with the ``label`` of the focus before it where it has one.

    The ``reward`` that was promised for it follows.
    """
    words = _of(label, format_aim(aim, clean_word, on_plan=on_plan), tag, "reached today")
    return f"{words} · {reward}" if reward else words


def _of(label: str, name: str, tag: str, when: str) -> str:
    """Return both, after the ``label`` in fewer words, so that they fit a line of Today."""
    if label:
        return f"{label}: {format_tag(name.removesuffix(f' {_IN_A_ROW}'), tag)}, {when}"
    return f"{format_tag(name, tag)}, {when}"


def format_again(name: str, ahead: Ahead) -> str:
    """Return the name of a milestone, with ``again`` where an earlier streak reached it."""
    return f"{name}, again" if ahead.again else name


def format_when(reached: Reached, today: date) -> str:
    """Return ``Mon 5 Oct``, or ``Mon 5 Oct, as logged then`` where the days of now no longer show it."""
    return format_day(reached.on, today) + ("" if reached.holds else ", as logged then")


translated(__name__)
