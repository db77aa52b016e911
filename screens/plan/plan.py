"""Plan: goals, what helps in a craving, if-then plans, triggers and reasons.

Each is a list in a panel. A key opens a form of this folder by its route; the forms do not import this module.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace
from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import DescendantFocus, Resize

from journal.domain.coping import Evidence, Strategy, evidence
from journal.domain.cravings import Trigger
from journal.domain.goals import Goal, GoalStatus, in_order, next_step, progress
from journal.domain.if_then_plans import Plan as IfThen
from journal.domain.if_then_plans import due
from journal.domain.if_then_plans import in_order as plans_in_order
from journal.domain.reasons import Reason
from journal.domain.record import Record
from journal.text import cravings as cravings_text
from journal.text import goals as goals_text
from journal.text import if_then_plans as if_then_plans_text
from journal.text import labels as labels_text
from journal.text import plan as plan_text
from journal.text import reasons as reasons_text
from journal.text import strategies as strategies_text
from journal.text import triggers as triggers_text
from screens.base.main_screen import ListsScreen
from screens.key import Key
from screens.keymap import bindings
from screens.plan.reached import save_step
from screens.routes import RECORD_ROUTES
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import columns, progress_bar, truncate

KEYS_OF: Final = {
    "goals": (plan_text.ADD, goals_text.LINE_KEYS),
    "strategies": (strategies_text.LIST_KEYS, strategies_text.LINE_KEYS),
    "plans": (if_then_plans_text.PLAN_LIST_KEYS, if_then_plans_text.PLAN_LINE_KEYS),
    "triggers": (plan_text.ADD, plan_text.CHANGE),
    "reasons": (reasons_text.LIST_KEYS, plan_text.CHANGE),
}
"""List → hints of the keys that always do something, and of those that need a line."""

SHOWN: Final = 2
"""Lines that a list shows at least on a screen of 80 × 24; of a longer one its frame says how many there are."""

STEP_SHOWN: Final = 15
"""Cells that a goal's next step needs at least; with fewer it would be cut to nothing."""


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
        lists = (
            ("goals", goals_text.TITLE, self._goal_line, goals_text.EMPTY),
            ("strategies", strategies_text.TITLE, self._strategy_line, strategies_text.EMPTY),
            ("plans", if_then_plans_text.plans_title(0), self._plan_line, if_then_plans_text.PLAN_EMPTY),
            ("triggers", triggers_text.TITLE, self._trigger_line, triggers_text.EMPTY),
            ("reasons", reasons_text.TITLE, self._reason_line, reasons_text.EMPTY),
        )
        with VerticalScroll(id="lists", can_focus=False):
            for name, title, line, empty in lists:
                with Panel(title, quiet=True, id=f"of-{name}"):
                    yield RecordList(line, empty=empty, id=name)
                    yield Plain(classes="whole muted")

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
        self.show_whole()

    @on(RecordList.Moved)
    @on(DescendantFocus)
    @on(Resize)
    def show_whole(self) -> None:
        """Show all of the marked line below its list, where the list has no room for it."""
        for panel in self.query(Panel):
            shown, place = panel.query_one(".whole", Plain), panel.query_one(RecordList)
            item = place.item if place is self.marked else None
            words = self._words(item)
            width = place.scrollable_content_region.width - 2
            is_cut = item is not None and any(word not in str(place.draw(item, width)) for word in words)
            shown.show(" · ".join(words) if is_cut else "")
            shown.display = is_cut

    def _show(self, name: str, records: Sequence[Record]) -> None:
        """Fill one list, and name the keys that do something in it."""
        always, of_a_line = KEYS_OF[name]
        self.query_one(f"#{name}", RecordList).show(records)
        panel = self.query_one(f"#of-{name}", Panel)
        panel.set_hints(always, of_a_line if records else "")
        panel.set_count(plan_text.format_count(len(records)) if len(records) > SHOWN else "")

    # What the lines say.

    def _goal_line(self, goal: Goal, width: int) -> str:
        measure = f"{progress_bar(progress(goal))} {goals_text.format_progress(goal)}".rstrip()
        standing = self._standing(goal)
        if not measure and standing:
            measure, standing = f"{progress_bar(None)} {standing}", ""
        title = max(12, min(40, width // 3))
        if max(title, cell_len(goal.title)) + 1 + cell_len(measure) > width:
            measure = measure.lstrip("█░ ")  # the numbers say it without the bar
        line = columns(goal.title, title, [measure, standing], width)
        longer = f"{line} · {_next_step(goal)}" if _next_step(goal) else line
        fits = cell_len(longer) <= width or width - cell_len(line) >= STEP_SHOWN
        return truncate(longer, width) if fits else line

    def _standing(self, goal: Goal) -> str:
        if goal.status is not GoalStatus.ACTIVE:
            return " · ".join(filter(None, (labels_text.label(goal.status), goals_text.format_reward(goal))))
        return goals_text.format_due(goal.due, self.journal.today()) if goal.due else ""

    def _strategy_line(self, strategy: Strategy, width: int) -> str:
        mark = "★" if strategy.favourite else " "
        return columns(f"{mark} {strategy.label}", max(18, width // 3), self._said(strategy), width)

    def _said(self, strategy: Strategy) -> list[str]:
        """Return how often it was followed by a craving that passed, or that it is archived, and what it needs."""
        known = cravings_text.format_strategy(self._known[strategy.uid])
        needs = [strategies_text.format_needs(strategy.needs)] if strategy.needs else []
        return [plan_text.PUT_AWAY if strategy.retired else known, *needs]

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

    def _reason_line(self, reason: Reason, width: int) -> str:
        return truncate(reasons_text.format_line(reason), width)

    def _words(self, item: Record | None) -> list[str]:
        """Return what a line is to say, whole."""
        if isinstance(item, Goal):
            return [item.title, *filter(None, [_next_step(item), goals_text.format_reward(item)])]
        if isinstance(item, Strategy):
            return [item.label, *self._said(item)]
        if isinstance(item, IfThen):
            return [if_then_plans_text.format_plan(item, self._triggers, self._strategies)]
        if isinstance(item, Trigger):
            return [item.label]
        return [reasons_text.format_line(item)] if isinstance(item, Reason) else []

    # What the keys do.

    def key_rows(self) -> list[Key]:
        """Say of space what it does in the focused list."""
        ticked = plan_text.TICKED.get(str(self.marked.id))
        rows = [key for key in super().key_rows() if ticked or key.action != "tick"]
        return [key._replace(label=ticked) if ticked and key.action == "tick" else key for key in rows]

    def action_add(self) -> None:
        """Add to the focused list."""
        self.app.show(RECORD_ROUTES[str(self.marked.id)])

    def action_starters(self) -> None:
        """Offer strategies and triggers to begin with."""
        self.app.show("starters")

    def action_card(self) -> None:
        """Open the wallet card."""
        self.app.show("wallet_card")

    def action_pros_and_cons(self) -> None:
        """Open the pros and cons."""
        self.app.show("pros_and_cons")

    def action_values(self) -> None:
        """Open the values of the marked goal."""
        goal = self.query_one("#goals", RecordList).item
        if self.marked.id != "goals" or not isinstance(goal, Goal):
            self.app.notify(goals_text.NO_GOAL)
        else:
            self.app.show("goal_values", goal=goal.uid)

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
            save_step(self.app, item, self.journal.today())
        elif isinstance(item, Goal):
            self.app.notify(goals_text.NO_STEPS)


def _next_step(goal: Goal) -> str:
    step = next_step(goal)
    return goals_text.next_step(step.text) if step and goal.status is GoalStatus.ACTIVE else ""
