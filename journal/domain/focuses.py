"""Focuses: what a person is recovering from and what they want to reach with it.

Also the rules for each kind: units, withdrawal and tolerance warnings, pauses, costs. Goals, limits and tapers by day
are in ``focus_goals``.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta, Struct
from msgspec.structs import replace

from journal.domain.record import Instant, Label, Record, Sensitivity, check_finite
from journal.language import spoken

Minutes = Annotated[int, Meta(ge=0, le=527_040)]
"""Minutes, at most those of a leap year."""


class FocusKind(StrEnum):
    """The fixed list of kinds; ``CUSTOM`` is for the person's own label."""

    ALCOHOL = "alcohol"
    OPIOIDS = "opioids"
    SEDATIVES = "sedatives"
    STIMULANTS = "stimulants"
    CANNABIS = "cannabis"
    NICOTINE = "nicotine"
    OTHER = "other substance"
    GAMBLING = "gambling"
    SCREENS = "gaming and screens"
    FOOD = "food"
    SPENDING = "spending"
    SEX = "sex"
    CUSTOM = "custom"


class GoalMode(StrEnum):
    """What the person wants with a focus."""

    ABSTAIN = "abstain"
    ABSTAIN_FOR_NOW = "abstain for now"
    REDUCE = "reduce"
    TAPER = "taper"
    OBSERVE = "observe"


class Per(StrEnum):
    """The period of what the use cost or took before."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class TaperStep(Struct, kw_only=True, frozen=True):
    """From this date on, at most this amount per day."""

    from_date: date
    maximum: Decimal


class Pause(Struct, kw_only=True, frozen=True):
    """Days that do not count, both ends included. Without ``last`` the pause is still going on.

    ``reason`` is in the person's own words, and may be empty.
    """

    first: date
    last: date | None = None
    reason: Label = ""


class FocusGoal(Struct, kw_only=True, frozen=True):
    """What the person wants with a focus on a day: the mode, with its limit or the steps of its taper."""

    goal_mode: GoalMode
    limit: Decimal | None = None
    taper: list[TaperStep] = []

    def __post_init__(self) -> None:
        check_finite(self.limit, *(step.maximum for step in self.taper))


class EarlierGoal(FocusGoal, kw_only=True, frozen=True):
    """A goal that was changed later. It held up to and including the day ``until``."""

    until: date


class Focus(Record, kw_only=True, frozen=True):
    """One thing a person is recovering from. ``start`` is the first day that counts; ``None`` means "not yet".

    ``goal_mode``, ``limit`` and ``taper`` are those of today. ``earlier_goals`` are those of before, so that a change
    does not judge past days by the new goal. ``cost`` and ``minutes`` are what the use cost and took before, for each
    ``cost_per`` and ``minutes_per``. ``warned_at`` is when the withdrawal warning was last shown for it.
    """

    table: ClassVar[str] = "focuses"

    label: Label
    kind: FocusKind = FocusKind.CUSTOM
    goal_mode: GoalMode = GoalMode.ABSTAIN
    start: date | None = None
    clean_word: Label = "free"
    unit: Label = ""
    limit: Decimal | None = None
    taper: list[TaperStep] = []
    heavy_from: Decimal | None = None
    cost: Decimal | None = None
    cost_per: Per = Per.WEEK
    currency: Label = ""
    minutes: Minutes | None = None
    minutes_per: Per = Per.DAY
    pauses: list[Pause] = []
    archived: bool = False
    warned_at: Instant | None = None
    earlier_goals: list[EarlierGoal] = []
    sensitivity: Sensitivity = Sensitivity.NUMBERS

    def __post_init__(self) -> None:
        check_finite(self.limit, self.heavy_from, self.cost, *(step.maximum for step in self.taper))


CLEAN_WORDS = ("free", "sober", "clean", "smoke-free", "on plan")
"""Suggested words for a day without a use; the person may write another."""

UNITS = {
    FocusKind.ALCOHOL: "drinks",
    FocusKind.NICOTINE: "cigarettes",
    FocusKind.SCREENS: "hours",
}
"""The suggested unit for an amount. A drink differs by country: US 14 g, UK unit 8 g, AU 10 g of alcohol."""


def usual_unit(focus: Focus) -> str:
    """Return the unit for asking an amount: the focus's own, else the one suggested for its kind; may be empty."""
    return focus.unit or spoken(UNITS.get(focus.kind, ""))


def clean_word_of(focus: Focus) -> str:
    """Return the person's word for a day without a use. Where less is wanted, "on plan" means more than such a day."""
    less = focus.goal_mode in (GoalMode.REDUCE, GoalMode.TAPER)
    word = CLEAN_WORDS[0] if less and focus.clean_word == CLEAN_WORDS[-1] else focus.clean_word
    return spoken(word) if word in CLEAN_WORDS else word


def counts_amounts(kind: FocusKind) -> bool:
    """Return whether to ask for amounts. For food there are no amounts, weights or calories."""
    return kind is not FocusKind.FOOD


MANY_USE_DAYS = 3
"""After so many days with a use in a row the withdrawal warning is shown, where the kind has one."""


def needs_withdrawal_warning(kind: FocusKind) -> bool:
    """Return whether stopping suddenly may be dangerous, so that the warning must come before any date.

    This is so for alcohol, and for benzodiazepines, GHB and gabapentinoids, which are sedatives or may have been
    entered as "other substance".
    """
    return kind in (FocusKind.ALCOHOL, FocusKind.SEDATIVES, FocusKind.OTHER)


def withdrawal_warning_first(kind: FocusKind, mode: GoalMode, before: Focus | None = None) -> bool:
    """Return whether to show the withdrawal warning first: for a new focus, or when it will now be stopped or reduced.

    ``before`` is the focus as it was. If kind and goal mode are unchanged, the warning was shown already.
    """
    if not needs_withdrawal_warning(kind):
        return False
    if before is None or before.kind is not kind:
        return True
    return mode not in (before.goal_mode, GoalMode.OBSERVE)


def may_be_prescribed(kind: FocusKind) -> bool:
    """Return whether it may also be a medicine, so that "taken as prescribed" must be possible."""
    return kind in (FocusKind.OPIOIDS, FocusKind.SEDATIVES, FocusKind.STIMULANTS, FocusKind.CANNABIS, FocusKind.OTHER)


def needs_tolerance_warning(kind: FocusKind) -> bool:
    """Return whether an earlier dose can kill after days without."""
    return kind in (FocusKind.OPIOIDS, FocusKind.SEDATIVES)


def tolerance_warning_first(kind: FocusKind, *, clean_days: int) -> bool:
    """Return whether to show the tolerance warning for a use after so many clean days."""
    return needs_tolerance_warning(kind) and clean_days > 0


def needs_fentanyl_warning(kind: FocusKind) -> bool:
    """Return whether it may be a street drug that contains fentanyl without the person's knowing."""
    return kind in (FocusKind.STIMULANTS, FocusKind.OTHER)


def use_warning_first(kind: FocusKind, intensity: int) -> bool:
    """Return whether to show a warning before a use in a craving of ``intensity`` 0–10: from 8 on."""
    return intensity >= 8 and (needs_tolerance_warning(kind) or needs_fentanyl_warning(kind))


def begun(focus: Focus, day: date) -> bool:
    """Return whether a focus has started on or before a day."""
    return focus.start is not None and focus.start <= day


def paused(focus: Focus, day: date) -> bool:
    """Return whether a day is in one of the focus's pauses."""
    return any(lies_in(day, pause) for pause in focus.pauses)


def pause_from(focus: Focus, day: date) -> Focus:
    """Return the focus with an open-ended pause from a day on; unchanged if it is paused then already."""
    return focus if paused(focus, day) else replace(focus, pauses=[*focus.pauses, Pause(first=day)])


def resume_on(focus: Focus, day: date) -> Focus:
    """Return the focus with the pause around a day ended the day before. A pause that began that day is removed."""
    ended = [replace(pause, last=day - timedelta(days=1)) if lies_in(day, pause) else pause for pause in focus.pauses]
    return replace(focus, pauses=[pause for pause in ended if pause.last is None or pause.first <= pause.last])


def lies_in(day: date, pause: Pause) -> bool:
    """Return whether a day is in a pause; both ends are."""
    return pause.first <= day and (pause.last is None or day <= pause.last)


def counts_money(kind: FocusKind) -> bool:
    """Return whether to say what was saved in money. For gambling and spending the money is what it is about."""
    return kind not in (FocusKind.GAMBLING, FocusKind.SPENDING)


def cost_per_day(focus: Focus) -> Fraction | None:
    """Return the baseline cost of one day: a week / 7, a month / (365.25 / 12), a year / 365.25; None without one."""
    return None if focus.cost is None else Fraction(focus.cost) / _days_of(focus.cost_per)


def minutes_per_day(focus: Focus) -> Fraction | None:
    """Return the minutes that the use took on one day, by the same rule; None where they are not known."""
    return None if focus.minutes is None else Fraction(focus.minutes) / _days_of(focus.minutes_per)


def _days_of(per: Per) -> Fraction:
    year = Fraction(1461, 4)
    return {Per.DAY: Fraction(1), Per.WEEK: Fraction(7), Per.MONTH: year / 12, Per.YEAR: year}[per]
