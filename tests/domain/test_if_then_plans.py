"""Test which if-then plan applies, and when it is due for review."""

from __future__ import annotations

from datetime import date

import pytest

from journal.domain.if_then_plans import Plan, due, due_on, in_order, meant_for
from journal.domain.uses import Situation
from journal.text.if_then_plans import PLAN_GONE, format_plan, plans_title

DAY = date(2026, 11, 23)
DAN = Plan(uid="dan", trigger="dan", strategy="leave", words="I say I am driving, and leave", renewed_on=DAY)
ROW = Plan(uid="row", situation=Situation.CONFLICT, strategy="walk", renewed_on=date(2026, 10, 23))
AWAY = Plan(uid="away", trigger="dan", strategy="walk", renewed_on=date(2026, 1, 1), archived=True)


@pytest.mark.parametrize(("renewed", "on"), [(date(2026, 10, 23), DAY), (date(2026, 1, 31), date(2026, 2, 28))])
def test_a_plan_is_renewed_after_a_calendar_month(renewed: date, on: date) -> None:
    assert due_on(Plan(renewed_on=renewed)) == on


def test_a_plan_never_renewed_counts_from_the_day_it_was_made() -> None:
    assert due_on(Plan(local_date=date(2026, 10, 30))) == date(2026, 11, 30)


def test_what_is_due_comes_first_and_what_is_put_away_last_and_is_never_due() -> None:
    assert due([DAN, ROW, AWAY], DAY) == [ROW]
    assert in_order([AWAY, DAN, ROW], DAY) == [ROW, DAN, AWAY]


def test_a_plan_is_meant_by_its_trigger_or_its_situation() -> None:
    assert meant_for([DAN, ROW, AWAY], ["dan", "stress"]) == [DAN]
    assert meant_for([DAN, ROW, AWAY], [], Situation.CONFLICT) == [ROW]
    assert meant_for([DAN, ROW, AWAY], ["stress"]) == []


def test_a_plan_is_said_as_one_sentence() -> None:
    triggers, strategies = {"dan": "Dan"}, {"walk": "walk round the block"}
    assert format_plan(DAN, triggers, strategies) == "If it is Dan → I say I am driving, and leave."
    assert format_plan(ROW, triggers, strategies) == "If it is conflict → walk round the block."
    assert format_plan(Plan(trigger="gone", words="go."), {}, {}) == f"If it is {PLAN_GONE} → go."


def test_the_list_says_how_many_are_to_renew() -> None:
    assert plans_title(0) == "if … then …"
    assert plans_title(2) == "if … then … · 2 to renew"
