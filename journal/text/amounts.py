"""Amounts as people read them: with their unit, and as the steps of a taper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from journal.domain.dates import format_day
from journal.domain.focuses import TaperStep
from journal.domain.uses import format_amount
from journal.language import translated


def in_unit(number: Decimal, unit: str) -> str:
    """Return ``2 drinks``, ``1 drink``: an amount with its unit, in the singular for one."""
    one = number == 1 and unit.endswith("s") and not unit.endswith("ss")
    return format_amount(number, unit[:-1] if one else unit)


def format_steps(steps: Sequence[TaperStep], today: date) -> str:
    """Return what was understood of a taper: ``6 a day now, since Sun 1 Nov · 4 from Tue 1 Dec``; empty for none."""
    past = [step for step in steps if step.from_date <= today]
    if not steps:
        return ""
    now = past[-1] if past else None
    said = [] if now is None else [f"{format_amount(now.maximum, '')} a day now, since {_step_day(now, today)}"]
    said += [
        f"{format_amount(step.maximum, '')}{'' if now or place else ' a day'} from {_step_day(step, today)}"
        for place, step in enumerate(steps[len(past) :])
    ]
    return " · ".join(said)


def _step_day(step: TaperStep, today: date) -> str:
    return "today" if step.from_date == today else format_day(step.from_date, today)


translated(__name__)
