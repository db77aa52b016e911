"""If I go quiet: what a mentor does after how many hours without a word, agreed in advance.

It is edited in place. Its words are agreed again after a change: ``after_change`` removes the day of the agreement.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Final

from msgspec import Meta
from msgspec.structs import replace

from journal.domain.record import Label, Record, Sensitivity, Text

MOST_HOURS: Final = 720
"""Hours without a word, at most: 30 days."""

Hours = Annotated[int, Meta(ge=0, le=MOST_HOURS)]
"""Hours since the last word."""


class EmergencyCall(StrEnum):
    """Whether the mentor may call emergency services because of the silence."""

    YES = "yes"
    NO = "no"
    ASK_FIRST = "ask me first"


class QuietPlan(Record, kw_only=True, frozen=True):
    """What ``person`` (a uid, empty for nobody named) does. All hours count from the last word.

    After ``text_after`` hours they text, after ``call_after`` they call, after ``then_after`` they ask ``then_ask``.
    ``agreed_on`` is the day on which both agreed to these words.
    """

    table: ClassVar[str] = "quiet_plans"

    person: str = ""
    text_after: Hours | None = None
    call_after: Hours | None = None
    then_after: Hours | None = None
    then_ask: Label = ""
    say: Text = ""
    not_say: Text = ""
    emergency: EmergencyCall | None = None
    agreed_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.NUMBERS


_AGREED_ON: Final = (*("person", "text_after", "call_after", "then_after", "then_ask", "say", "not_say", "emergency"),)


def plan_with(plans: Iterable[QuietPlan], person: str) -> QuietPlan | None:
    """Return the plan with a person (a uid), else one with nobody named, or None; of several the newest."""
    newest = sorted(plans, key=lambda plan: (plan.made_at, plan.uid), reverse=True)
    mine = (plan for who in dict.fromkeys((person, "")) for plan in newest if plan.person == who)
    return next(mine, None)


def after_change(before: QuietPlan, changed: QuietPlan) -> QuietPlan:
    """Return the changed plan; if its words differ and the day does not, it is not agreed to yet."""
    same = all(getattr(before, name) == getattr(changed, name) for name in _AGREED_ON)
    return changed if same or changed.agreed_on != before.agreed_on else replace(changed, agreed_on=None)
