"""If-then plans: if this sets it off, or this is going on, then I do that.

Picking them from the person's own lists is what helps (volitional help sheet, d = −0.34, Cooke 2022). They are renewed
once a month.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import ClassVar

from journal.domain.dates import add_months
from journal.domain.record import UNDATED, Label, Record, Sensitivity
from journal.domain.uses import Situation


class Plan(Record, kw_only=True, frozen=True):
    """One trigger (its uid) or one situation → one strategy (its uid). ``words`` say it in the person's own way.

    ``renewed_on`` is the day on which the person last looked at it and kept it.
    """

    table: ClassVar[str] = "plans"

    trigger: str = ""
    situation: Situation | None = None
    strategy: str = ""
    words: Label = ""
    renewed_on: date = UNDATED
    archived: bool = False
    sensitivity: Sensitivity = Sensitivity.ASK


def due_on(plan: Plan) -> date:
    """Return the day to renew a plan: one calendar month after the last time."""
    return add_months(plan.local_date if plan.renewed_on == UNDATED else plan.renewed_on, 1)


def due(plans: Iterable[Plan], today: date) -> list[Plan]:
    """Return the plans to renew, without archived ones."""
    return [plan for plan in plans if not plan.archived and due_on(plan) <= today]


def in_order(plans: Iterable[Plan], today: date) -> list[Plan]:
    """Return the plans to renew first, then the others, archived ones last."""
    return sorted(plans, key=lambda plan: (plan.archived, due_on(plan) > today))


def meant_for(plans: Iterable[Plan], triggers: Collection[str], situation: Situation | None = None) -> list[Plan]:
    """Return the plans for one of these triggers (uids) or for this situation, without archived ones."""
    return [
        plan
        for plan in plans
        if not plan.archived and (plan.trigger in triggers or (situation and plan.situation is situation))
    ]
