"""If-then plans: if this sets it off, or this is going on, then I do that.

Picked from the person's own lists, which is what helps (volitional help sheet, d = −0.34, Cooke 2022), and renewed
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
    """One trigger (its uid) or one situation → one strategy (its uid); ``words`` say it in the person's own way.

    ``renewed_on`` is the day it was last looked at and kept.
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
    """The day on which a plan is to be looked at again: a calendar month after it last was."""
    return add_months(plan.local_date if plan.renewed_on == UNDATED else plan.renewed_on, 1)


def due(plans: Iterable[Plan], today: date) -> list[Plan]:
    """The plans to renew, of those that are not put away."""
    return [plan for plan in plans if not plan.archived and due_on(plan) <= today]


def in_order(plans: Iterable[Plan], today: date) -> list[Plan]:
    """The plans to renew first, then the others, those put away last."""
    return sorted(plans, key=lambda plan: (plan.archived, due_on(plan) > today))


def meant_for(plans: Iterable[Plan], triggers: Collection[str], situation: Situation | None = None) -> list[Plan]:
    """The plans made for one of these triggers (uids) or for this situation, of those that are not put away."""
    return [
        plan
        for plan in plans
        if not plan.archived and (plan.trigger in triggers or (situation and plan.situation is situation))
    ]
