"""The section on goals: how far along each is, and its next step."""

from __future__ import annotations

from collections.abc import Iterator

from journal.domain.goals import Goal, next_step, open_goals, progress, progress_words
from journal.sharing.page import Chart, Line, Plot, Point
from journal.store.journal import Journal
from journal.summary.sections.section import Section, own_words

_WHOLE = 100.0


def goal_lines(journal: Journal) -> Iterator[Line]:
    """Each open goal, what is due first before the rest."""
    return (_goal_line(goal) for goal in open_goals(journal.goals))


def _goal_line(goal: Goal) -> Line:
    """``Evening class: 3 of 4; next: hand in the first piece``; of one marked "numbers only", the progress."""
    step = next_step(goal)
    how_far = progress_words(goal)
    return Line(
        key=f"goals/{goal.uid}",
        section=Section.GOALS,
        parts=(
            own_words(goal.title, goal, "a goal"),
            own_words(
                f": {how_far}" if how_far else "",
                goal,
                f": {how_far.removesuffix(goal.unit).rstrip()}" if how_far else "",
            ),
            own_words(f"; next: {step.text}" if step else "", goal),
        ),
        chart=_chart(goal),
        sensitivity=goal.sensitivity,
        more="goals",
    )


def _chart(goal: Goal) -> Chart | None:
    """How far along, in percent."""
    far = progress(goal)
    if far is None:
        return None
    return Chart(plot=Plot.BAR, title="how far along", points=(Point("per cent", round(far * _WHOLE)),), most=_WHOLE)
