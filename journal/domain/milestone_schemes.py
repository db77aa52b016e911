"""Schemes of milestones: which days, months and years are listed and counted down to.

The person chooses one. ``TAG_AIMS`` are when groups usually give a key tag; the colours differ by group, so they are
names that the person can change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from journal.domain.milestones import DAYS, MONTHS, Aim, Aims, Measure, Milestone, parse_code, streak_aims
from journal.domain.preferences import MilestoneScheme, Preferences

TAG_AIMS: Final = (
    *(Aim(Measure.DAYS, number) for number in (1, 30, 60, 90)),
    *(Aim(Measure.MONTHS, number) for number in (6, 9)),
    Aim(Measure.YEARS, 1),
    Aim(Measure.MONTHS, 18),
    Aim(Measure.YEARS, 2),
)
"""The key tags, in order; the last one is given again each year."""

_STREAK: Final = (Measure.DAYS, Measure.MONTHS, Measure.YEARS)
_HUNDRED: Final = 100
_HUNDREDS_AHEAD: Final = 2


def scheme_aims(preferences: Preferences) -> Aims:
    """Return the function that gives the aims of the chosen scheme; own days without any are all milestones."""
    scheme = preferences.milestone_scheme
    own = [Aim(Measure.DAYS, number) for number in sorted({*preferences.milestone_days} - {0})]
    if scheme is MilestoneScheme.OWN and own:
        return lambda days: own
    chosen = {MilestoneScheme.DAYS: _days, MilestoneScheme.MONTHS: _months, MilestoneScheme.KEY_TAGS: _key_tags}
    return chosen.get(scheme, streak_aims)


def with_noticed_aims(aims: Aims, noticed: Iterable[Milestone]) -> Aims:
    """Return the aims, with those reached under another scheme, so that a change of scheme takes nothing back."""
    known = [aim for one in noticed if (aim := parse_code(one.what)) and aim.measure in _STREAK]
    return lambda days: list(dict.fromkeys((*aims(days), *known)))


def tag_names(preferences: Preferences, usual: Iterable[str]) -> Mapping[Aim, str]:
    """Return the name of each key tag, the last one for every year after it; empty in other schemes.

    ``usual`` are the names where the person has not changed them.
    """
    if preferences.milestone_scheme is not MilestoneScheme.KEY_TAGS:
        return {}
    names = [*usual]
    names[: len(preferences.key_tags)] = preferences.key_tags[: len(names)]
    found = dict(zip(TAG_AIMS, names, strict=True))
    years = range(TAG_AIMS[-1].number + 1, _HUNDRED)
    return found | {Aim(Measure.YEARS, number): names[-1] for number in years}


def _days(days: int) -> list[Aim]:
    hundreds = range(2 * _HUNDRED, days + (_HUNDREDS_AHEAD + 1) * _HUNDRED, _HUNDRED)
    return [Aim(Measure.DAYS, number) for number in sorted({*DAYS, *hundreds})]


def _months(days: int) -> list[Aim]:
    months = [Aim(Measure.MONTHS, number) for number in MONTHS]
    return [*months, *(aim for aim in streak_aims(days) if aim.measure is Measure.YEARS)]


def _key_tags(days: int) -> list[Aim]:
    years = [aim for aim in streak_aims(days) if aim.measure is Measure.YEARS]
    return list(dict.fromkeys((*TAG_AIMS, *years)))
