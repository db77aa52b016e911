"""One focus on Today: the number that the person chose, the other two in words, and the last weeks.

``today.py`` fills it with figures of ``journal.domain.day_statistics``; this module only finds the wording that fits
the width. Only the first focus has room for all of it in a small window; the others are a line each, without a frame.
"""

from __future__ import annotations

from itertools import product
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Digits

from journal.domain.day_statistics import Figures
from journal.domain.days import DayWord
from journal.domain.focuses import Focus, clean_word_of, usual_unit
from journal.domain.preferences import BigNumber, Preferences
from journal.text import days as days_text
from journal.text import figures as figures_text
from journal.text import today as today_text
from screens.keymap import bindings
from screens.widgets.day_signs import legend
from screens.widgets.link_row import Openable
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate
from screens.widgets.week_grid import WeekGrid

MOST_LABEL: Final = 24
"""Cells of a focus's name in front of its numbers."""


class NumbersLine(Widget):
    """Numbers of a focus on one line, in as many words as there is room for."""

    DEFAULT_CSS = """
    NumbersLine { height: 1; }
    """

    def __init__(self, *, classes: str) -> None:
        super().__init__(classes=classes)
        self._label = ""
        self._wordings: list[tuple[str, ...]] = []

    def show(self, label: str, wordings: list[tuple[str, ...]]) -> None:
        """Show other numbers after a label, which may be empty; of each the longest wording comes first."""
        self._label, self._wordings = truncate(label, MOST_LABEL), wordings
        self.refresh()

    def render(self) -> Content:
        """The longest of the wordings that fits: the last number's words are shortened first, then it is left out."""
        label = Content.assemble((self._label, "bold"), "  " if self._label else "")
        parts = [self._wordings[:number] for number in range(len(self._wordings), 0, -1)]
        told = [today_text.SEPARATOR.join(words) for some in parts for words in product(*some)]
        lines = [label + Content(words) for words in told] or [label]
        width = self.content_size.width
        return next((line for line in lines if line.cell_length <= width), lines[-1])


class FocusPanel(Panel, Openable):
    """The panel of one focus; enter opens its days."""

    BINDINGS = bindings("ways")

    DEFAULT_CSS = """
    FocusPanel { height: auto; }
    FocusPanel > .number { height: 3; }
    FocusPanel > .number > Digits { width: auto; margin-right: 1; text-style: bold; color: $accent; }
    FocusPanel > .number > .caption { width: 1fr; }
    FocusPanel:focus { border: round $accent; border-title-style: bold; }
    FocusPanel > .few, FocusPanel > .plan, FocusPanel > .below { display: none; height: auto; }
    FocusPanel > .below { text-style: bold; color: $warning; }
    FocusPanel > .line { display: none; }
    """

    def __init__(self) -> None:
        super().__init__(reads=True)
        self._digits, self._caption = Digits(), Plain(classes="caption")
        self._others = NumbersLine(classes="others")
        self._line = NumbersLine(classes="line")
        self._few = Plain(classes="few")
        self._plan = Plain(classes="plan")
        self._below = Plain(days_text.BELOW_PLAN, classes="below")
        self._weeks = WeekGrid()

    def compose(self) -> ComposeResult:
        yield from super().compose()
        with Horizontal(classes="number"):
            yield self._digits
            yield self._caption
        yield self._others
        yield self._line
        yield self._few
        yield self._plan
        yield self._below
        yield self._weeks

    def show(
        self, focus: Focus, figures: Figures, days: DayWord, preferences: Preferences, *, below_plan: bool
    ) -> None:
        """Show a focus: its figures up to today, and the ``days`` that the weeks have room for.

        ``below_plan``: the latest day is below the plan of a taper, which may be dangerous.
        """
        word = clean_word_of(focus)
        few = _format_quiet(focus, figures) or _format_few(focus, figures)
        self.set_class(not figures.total, "-quiet")
        no_numbers = bool(few) or figures.is_observing
        self.set_class(no_numbers, "-no-numbers")
        self.rename(focus.label, legend(days, word, limited=figures.is_on_plan) if figures.total else "")
        self._show_numbers(figures, preferences, word)
        self._line.show(focus.label, [] if no_numbers else self._wordings(figures, preferences, word))
        self._few.show(few)
        self._few.display = bool(few)
        self._plan.show(today_text.format_plan(figures, usual_unit(focus)))
        self._plan.display = bool(figures.total) and (figures.is_on_plan or figures.is_observing)
        self._below.display = below_plan
        self._weeks.show(days, figures.as_of)

    def _show_numbers(self, figures: Figures, preferences: Preferences, word: str) -> None:
        since, big = preferences.since, preferences.big_number
        if figures.longest_run is None and big is BigNumber.LONGEST_RUN:
            big = BigNumber.GOOD_DAYS
        self._digits.update(today_text.format_number(figures, big, since))
        percent = figures_text.format_percentages(figures, word)
        caption = today_text.number_caption(figures, big, since, word)
        self._caption.show("\n".join([caption, today_text.format_logged_days(figures), percent]))
        self._others.show("", self._wordings(figures, preferences, word, leave_out=big))

    @staticmethod
    def _wordings(
        figures: Figures, preferences: Preferences, word: str, leave_out: BigNumber | None = None
    ) -> list[tuple[str, ...]]:
        """Return the words for each number that is defined but the one that stands elsewhere."""
        undefined = BigNumber.LONGEST_RUN if figures.longest_run is None else None
        shown = [one for one in BigNumber if one not in (undefined, leave_out)]
        return [today_text.number_words(figures, one, preferences.since, word) for one in shown]


def _format_few(focus: Focus, figures: Figures) -> str:
    """Return how few days are logged, with an offer to fill in the others; empty where a number can stand."""
    few = today_text.format_few(figures)
    if not figures.is_mostly_unknown:
        return few
    return f"{few}\n{today_text.format_fill_in(focus.start, figures.as_of)}"


def _format_quiet(focus: Focus, figures: Figures) -> str:
    """Return what is shown in place of numbers while there is nothing to count; empty when there is."""
    if figures.total:
        return ""
    if focus.start is None:
        return today_text.NO_START
    if focus.start > figures.as_of:
        return today_text.format_begins(focus.start, figures.as_of)
    return ""
