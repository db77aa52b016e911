"""Asks whether a goal is reached once its last step is done."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from journal.domain.goals import Goal, GoalStatus, next_step, step_done
from journal.text import goals as goals_text
from screens.app import JournalApp


def save_step(app: JournalApp, goal: Goal, today: date) -> None:
    """Save the goal with its next step done; if that was the last one, ask whether the goal is reached."""
    saved = step_done(goal, today)
    app.save(saved)
    if is_complete(saved) and not is_complete(goal):
        ask_reached(app, saved)


def is_complete(goal: Goal) -> bool:
    """Return whether the goal is active, has steps, and all of them are done."""
    return goal.status is GoalStatus.ACTIVE and bool(goal.steps) and next_step(goal) is None


def ask_reached(app: JournalApp, goal: Goal) -> None:
    """Ask whether the goal is reached; yes marks it as achieved, in a change of its own that can be undone."""
    achieved = replace(goal, status=GoalStatus.ACHIEVED)
    app.ask(
        goals_text.ALL_DONE,
        goals_text.REACHED_YES,
        lambda: app.save(achieved, said=goals_text.format_reached(achieved)),
        no=goals_text.REACHED_NOT_YET,
        detail=goal.title,
    )
