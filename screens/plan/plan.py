"""Plan: goals, what helps in a craving, if-then plans, triggers and reasons.

Each is a list in a panel. A key opens a form of this folder by its route; the forms do not import this module.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from journal.domain.coping import Evidence, Strategy, evidence
from journal.domain.cravings import Trigger
from journal.domain.goals import Goal, GoalStatus, in_order, next_step, progress, step_done
from journal.domain.if_then_plans import Plan as IfThen
from journal.domain.if_then_plans import due
from journal.domain.if_then_plans import in_order as plans_in_order
from journal.domain.reasons import Reason
from journal.domain.record import Record
from journal.text import cravings as cravings_text
from journal.text import goals as goals_text
from journal.text import if_then_plans as if_then_plans_text
from journal.text import plan as plan_text
from journal.text import reasons as reasons_text
from journal.text import strategies as strategies_text
from journal.text import triggers as triggers_text
from journal.text.labels import label
from screens.base.main_screen import ListsScreen
from screens.keymap import bindings
from screens.routes import RECORD_ROUTES
from screens.widgets.panel import Panel
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import pad, progress_bar, truncate

KEYS_OF: Final = {
    "goals": (plan_text.ADD, goals_text.LINE_KEYS),
    "strategies": (strategies_text.LIST_KEYS, strategies_text.LINE_KEYS),
    "plans": (if_then_plans_text.PLAN_LIST_KEYS, if_then_plans_text.PLAN_LINE_KEYS),
    "triggers": (plan_text.ADD, plan_text.CHANGE),
    "reasons": (plan_text.ADD, plan_text.CHANGE),
}
"""List → hints of the keys that always do something, and of those that need a line."""


class Plan(ListsScreen):
    """Shows five lists; on a small screen the focused one takes the room."""

    FIRST_LIST = "goals"

    PLACE = "plan"
    KEY_SCOPE = "plan"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = "#goals"

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, Evidence] = {}
        self._used: Counter[str] = Counter()
        self._triggers: dict[str, str] = {}
        self._strategies: dict[str, str] = {}

    def body(self) -> ComposeResult:
        with Container(id="lists"):
            with Panel(goals_text.TITLE, id="of-goals"):
                yield RecordList(self._goal_line, empty=goals_text.EMPTY, id="goals")
            with Panel(strategies_text.TITLE, id="of-strategies"):
                yield RecordList(self._strategy_line, empty=strategies_text.EMPTY, id="strategies")
            with Panel(if_then_plans_text.plans_title(0), id="of-plans"):
                yield RecordList(self._plan_line, empty=if_then_plans_text.PLAN_EMPTY, id="plans")
            with Horizontal(id="below"):
                with Panel(triggers_text.TITLE, id="of-triggers"):
                    yield RecordList(self._trigger_line, empty=triggers_text.EMPTY, id="triggers")
                with Panel(reasons_text.TITLE, id="of-reasons"):
                    yield RecordList(_reason_line, empty=reasons_text.EMPTY, id="reasons")

    def show_journal(self) -> None:
        """Fill the lists: open first, what helped most first, put away last."""
        journal, cravings = self.journal, self.journal.cravings.all()
        strategies, triggers = journal.strategies.all(), journal.triggers.all()
        self._known = {known.strategy: known for known in evidence(strategies, cravings)}
        self._used = Counter(uid for craving in cravings for uid in craving.triggers)
        strategies.sort(key=lambda one: (one.retired, not one.favourite, -self._known[one.uid].low))
        triggers.sort(key=lambda one: (one.archived, -self._used[one.uid]))
        self._triggers = {one.uid: one.label for one in triggers}
        self._strategies = {one.uid: one.label for one in strategies}
        reasons = sorted(journal.reasons.all(), key=lambda one: one.archived)
        self._show("goals", in_order(journal.goals.all()))
        self._show("strategies", strategies)
        self._show("plans", plans_in_order(journal.plans, journal.today()))
        self._show("triggers", triggers)
        self._show("reasons", reasons)
        to_renew = len(due(journal.plans, journal.today())) if journal.preferences.notices else 0
        self.query_one("#of-plans", Panel).rename(if_then_plans_text.plans_title(to_renew))

    def _show(self, name: str, records: Sequence[Record]) -> None:
        """Fill one list, and name the keys that do something in it."""
        always, of_a_line = KEYS_OF[name]
        self.query_one(f"#{name}", RecordList).show(records)
        self.query_one(f"#of-{name}", Panel).set_hints(always, of_a_line if records else "")

    # What the lines say.

    def _goal_line(self, goal: Goal, width: int) -> str:
        title = max(12, min(40, width // 3))
        after = [goals_text.format_progress(goal), self._standing(goal)]
        step = next_step(goal)
        if step and goal.status is GoalStatus.ACTIVE:
            after.append(goals_text.next_step(step.text))
        line = f"{pad(goal.title, title)} {progress_bar(progress(goal))} {' · '.join(part for part in after if part)}"
        return truncate(line, width)

    def _standing(self, goal: Goal) -> str:
        if goal.status is not GoalStatus.ACTIVE:
            return label(goal.status)
        return goals_text.format_due(goal.due, self.journal.today()) if goal.due else ""

    def _strategy_line(self, strategy: Strategy, width: int) -> str:
        mark = "★" if strategy.favourite else " "
        said = plan_text.PUT_AWAY if strategy.retired else cravings_text.format_strategy(self._known[strategy.uid])
        needs = f" · {strategies_text.format_needs(strategy.needs)}" if strategy.needs else ""
        return truncate(f"{mark} {pad(strategy.label, max(16, width // 3))} {said}{needs}", width)

    def _plan_line(self, plan: IfThen, width: int) -> str:
        renew = bool(due([plan], self.journal.today()))
        said = plan_text.PUT_AWAY if plan.archived else if_then_plans_text.PLAN_TO_RENEW if renew else ""
        words = if_then_plans_text.format_plan(plan, self._triggers, self._strategies)
        if not said:
            return truncate(words, width)
        return f"{truncate(words, width - len(said) - 3)} · {said}"

    def _trigger_line(self, trigger: Trigger, width: int) -> str:
        said = plan_text.PUT_AWAY if trigger.archived else triggers_text.format_times(self._used[trigger.uid])
        return truncate(" · ".join(part for part in (trigger.label, said) if part), width)

    # What the keys do.

    def action_add(self) -> None:
        """Add to the focused list."""
        self.app.show(RECORD_ROUTES[str(self.marked.id)])

    def action_starters(self) -> None:
        """Offer strategies and triggers to begin with."""
        self.app.show("starters")

    def action_card(self) -> None:
        """Open the wallet card."""
        self.app.show("wallet_card")

    def action_mooring(self) -> None:
        """Open the weekly anchors."""
        self.app.show("mooring")

    def action_tick(self) -> None:
        """Mark the goal's next step as done, the strategy as a favourite or not, or renew the plan."""
        item = self.marked.item
        if isinstance(item, Strategy):
            self.app.save(replace(item, favourite=not item.favourite))
        elif isinstance(item, IfThen):
            self.app.save(replace(item, renewed_on=self.journal.today()), said=if_then_plans_text.PLAN_RENEWED)
        elif isinstance(item, Goal) and item.steps:
            self.app.save(step_done(item, self.journal.today()))
        elif isinstance(item, Goal):
            self.app.notify(goals_text.NO_STEPS)


def _reason_line(reason: Reason, width: int) -> str:
    return truncate(f"{reason.text} · {plan_text.PUT_AWAY}" if reason.archived else reason.text, width)
