"""The section on goals: the progress and the next step of each."""

from __future__ import annotations

from collections.abc import Iterator

from journal.domain.goals import Goal, next_step, open_goals, progress
from journal.sharing.page import Chart, Line, Plot, Point, Rank
from journal.store.journal import Journal
from journal.summary.sections.section import Section, own_words
from journal.text import goals as goals_text
from journal.text import labels as labels_text
from journal.text import page_sections as page_sections_text

_WHOLE = 100.0


def goal_lines(journal: Journal) -> Iterator[Line]:
    """Yield each open goal, by the day it is due, followed by the one decision wanted for it."""
    for goal in open_goals(journal.goals):
        yield _goal_line(goal)
        if goal.decision:
            yield _decision_line(goal)


def _goal_line(goal: Goal) -> Line:
    """Return ``Evening class: 3 of 4; next: hand in the first piece``; of a goal with only numbers, the progress."""
    step = next_step(goal)
    how_far = goals_text.format_progress(goal)
    return Line(
        key=f"goals/{goal.uid}",
        section=Section.GOALS,
        parts=(
            own_words(goal.title, goal, page_sections_text.A_GOAL),
            own_words(
                f": {how_far}" if how_far else "",
                goal,
                f": {how_far.removesuffix(goal.unit).rstrip()}" if how_far else "",
            ),
            own_words(page_sections_text.format_next_step(step.text) if step else "", goal),
            own_words(page_sections_text.format_your_part(labels_text.label(goal.role)) if goal.role else "", goal),
        ),
        chart=_chart(goal),
        sensitivity=goal.sensitivity,
        more=page_sections_text.GOAL,
        rank=Rank.GOALS,
    )


def _decision_line(goal: Goal) -> Line:
    """Return ``One decision I want from you: class or job first?``, as sensitive as the goal."""
    words = own_words(page_sections_text.format_decision(goal.decision), goal)
    return Line(
        key=f"goals/{goal.uid}/decision",
        section=Section.GOALS,
        parts=(words,),
        sensitivity=words.sensitivity,
        more=page_sections_text.GOAL,
        rank=Rank.ASKED,
    )


def _chart(goal: Goal) -> Chart | None:
    """Return the progress in percent; nothing for a goal without a measure or steps."""
    far = progress(goal)
    if far is None:
        return None
    return Chart(
        plot=Plot.BAR,
        title=page_sections_text.HOW_FAR,
        points=(Point(page_sections_text.PERCENT, round(far * _WHOLE)),),
        most=_WHOLE,
    )
