"""Rewards that the person promised themselves for a milestone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from journal.domain.record import Label, Record, Sensitivity


class MilestoneReward(Record, kw_only=True, frozen=True):
    """One reward, for the milestone with the code ``what`` of a focus (empty where it is about no focus alone).

    ``taken_on`` is the day on which the person marked it as taken.
    """

    table: ClassVar[str] = "milestone_rewards"

    focus: str = ""
    what: str
    text: Label
    taken_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.NEVER


def rewards_by_code(rewards: Iterable[MilestoneReward], focus: str) -> Mapping[str, MilestoneReward]:
    """Return the rewards of a focus by the code of their milestone; of two for one, the one written later."""
    of_focus = (one for one in rewards if one.focus == focus)
    return {one.what: one for one in sorted(of_focus, key=lambda one: (one.made_at, one.uid))}
