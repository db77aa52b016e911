"""Test goals on the page: the mentor's part and the one decision wanted, as sensitive as the goal."""

from __future__ import annotations

from datetime import date

import pytest

from journal.domain.goals import Goal, GoalStatus
from journal.domain.record import Sensitivity
from journal.domain.sessions import SupportRole
from journal.domain.share_ledger import Level
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.summary import Section, draft

DECISION = "One decision I want from you: class or job first?"


def said(journal: Journal, level: Level = Level.STANDARD, *picked: str) -> list[str]:
    page = release(
        draft(journal, date(2026, 11, 16), date(2026, 11, 23)), Choice(level=level, picked=frozenset(picked))
    )
    return [line.text for line in page.sections.get(Section.GOALS, [])]


def goal(sensitivity: Sensitivity = Sensitivity.SHARE, status: GoalStatus = GoalStatus.ACTIVE) -> Goal:
    return Goal(
        title="Evening class",
        decision="class or job first?",
        role=SupportRole.GUIDANCE,
        reward="rewardword",
        sensitivity=sensitivity,
        status=status,
    )


def test_the_decision_follows_its_goal_and_the_reward_stays_home(journal: Journal) -> None:
    journal.goals.add(goal())
    assert said(journal) == ["Evening class; your part: guidance", DECISION]


@pytest.mark.parametrize(
    ("sensitivity", "level", "goes"),
    [
        (Sensitivity.SHARE, Level.MINIMAL, False),
        (Sensitivity.ASK, Level.STANDARD, False),
        (Sensitivity.ASK, Level.FULL, True),
        (Sensitivity.NUMBERS, Level.FULL, False),
        (Sensitivity.NEVER, Level.FULL, False),
    ],
)
def test_the_decision_is_as_sensitive_as_the_goal(
    journal: Journal, sensitivity: Sensitivity, level: Level, *, goes: bool
) -> None:
    uid = journal.goals.add(goal(sensitivity))
    assert (DECISION in said(journal, level)) is goes
    assert DECISION in said(journal, level, f"goals/{uid}/decision")


def test_a_goal_that_is_over_wants_no_decision(journal: Journal) -> None:
    journal.goals.add(goal(status=GoalStatus.ACHIEVED))
    assert said(journal) == []
