"""One focus on Today: its three numbers, and the last months as a strip of days.

``today.py`` fills it with figures of ``journal.domain.day_statistics``; this module only finds the wording that fits
the width.
"""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Digits

from journal.domain.day_statistics import Figures
from journal.domain.days import DayWord
from journal.domain.focuses import Focus, clean_word_of, usual_unit
from journal.domain.preferences import SinceConvention
from journal.text import days as days_text
from journal.text import figures as figures_text
from journal.text import today as today_text
from screens.keymap import bindings
from screens.widgets.day_strip import DayStrip, legend
from screens.widgets.link_row import Openable
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate

WIDE: Final = 999
"""Greater numbers need a wider column to stand side by side as digits."""

WIDEST: Final = 9_999
"""Greater ones don't stand side by side as digits at all."""


class Figure(Vertical):
    """One number as large digits, and what it counts on two lines under it."""

    DEFAULT_CSS = """
    Figure { width: 1fr; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._digits = Digits()
        self._caption = Plain(classes="muted")

    def compose(self) -> ComposeResult:
        yield self._digits
        yield self._caption

    def show(self, number: int | None, *caption: str) -> None:
        """Show another number; None is not defined."""
        self._digits.update("-" if number is None else f"{number}")
        self._caption.show("\n".join(truncate(part, 12) for part in caption))


class Summary(Widget):
    """The three numbers on one line, in as many words as there is room for."""

    DEFAULT_CSS = """
    Summary { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._figures: Figures | None = None
        self._word = ""
        self._since = SinceConvention.FULL_DAYS

    def show(self, figures: Figures, word: str, since: SinceConvention) -> None:
        """Show other numbers; ``word`` is the person's for a day without a use."""
        self._figures, self._word, self._since = figures, word, since
        self.refresh()

    def render(self) -> Content:
        """The longest of the wordings that fits."""
        if self._figures is None:
            return Content()
        wordings = [self._wording(self._figures, length) for length in range(4)]
        width = self.content_size.width
        return next((words for words in wordings if words.cell_length <= width), wordings[-1])

    def _wording(self, figures: Figures, shorter: int) -> Content:
        word = truncate(self._word, 12)
        since = figures.since(self._since)
        run = Content.assemble(today_text.LONGEST_RUN[shorter], (figures_text.format_run(figures), "bold"))
        return Content.assemble(
            (f"{figures.good_days}", "bold"),
            today_text.after_good(word, figures)[shorter],
            ("–" if since is None else f"{since}", "bold"),
            today_text.after_since(self._since, figures)[shorter],
            Content() if figures.longest_run is None else run,
        )


class FocusPanel(Panel, Openable):
    """The panel of one focus; enter opens its days."""

    BINDINGS = bindings("ways")

    DEFAULT_CSS = """
    FocusPanel { height: auto; }
    FocusPanel > .figures { height: auto; }
    FocusPanel:focus { border: round $accent; border-title-style: bold; }
    FocusPanel > .plan, FocusPanel > .below { display: none; height: auto; }
    FocusPanel > .below { text-style: bold; color: $warning; }
    FocusPanel.-quiet > .figures, FocusPanel.-quiet > Summary, FocusPanel.-quiet > DayStrip { display: none; }
    """

    def __init__(self) -> None:
        super().__init__(reads=True)
        self._numbers = (Figure(), Figure(), Figure())
        self._summary = Summary()
        self._logged = Plain(classes="logged muted")
        self._plan = Plain(classes="plan")
        self._below = Plain(days_text.BELOW_PLAN, classes="below")
        self._strip = DayStrip()

    def compose(self) -> ComposeResult:
        yield from super().compose()
        with Horizontal(classes="figures"):
            yield from self._numbers
        yield self._summary
        yield self._logged
        yield self._plan
        yield self._below
        yield self._strip

    def show(self, focus: Focus, figures: Figures, days: DayWord, since: SinceConvention, *, below_plan: bool) -> None:
        """Show a focus: its figures up to today, and the ``days`` that the strip has room for.

        ``below_plan``: the latest day is below the plan of a taper, which may be dangerous.
        """
        word = clean_word_of(focus)
        quiet = _format_quiet(focus, figures)
        self.set_class(bool(quiet), "-quiet")
        self.set_class(figures.is_mostly_unknown or figures.is_observing, "-no-numbers")
        greatest = max(figures.good_days, figures.longest_run or 0, figures.since(since) or 0)
        self.set_class(greatest > WIDE, "-wide-numbers")
        self.set_class(greatest > WIDEST, "-widest-numbers")
        self.rename(focus.label, "" if quiet else legend(days, word, limited=figures.is_on_plan))
        self._summary.show(figures, word, since)
        self._logged.show(quiet or _format_logged(focus, figures))
        self._plan.show(today_text.format_plan(figures, usual_unit(focus)))
        self._plan.display = not quiet and (figures.is_on_plan or figures.is_observing)
        self._below.display = below_plan
        self._strip.show(days)
        total, latest, longest = self._numbers
        total.show(figures.good_days, *today_text.good_captions(word, figures))
        latest.show(figures.since(since), *today_text.since_captions(since, figures))
        longest.show(figures.longest_run, today_text.LONGEST, today_text.run_caption(_strict(figures)))
        longest.display = figures.longest_run is not None


def _format_logged(focus: Focus, figures: Figures) -> str:
    """Return how many days are logged; where they are too few, an offer to fill in the others."""
    logged = today_text.format_logged(figures, clean_word_of(focus))
    if not figures.is_mostly_unknown:
        return logged
    return f"{logged}\n{today_text.format_fill_in(focus.start, figures.as_of)}"


def _strict(figures: Figures) -> str:
    """Return the strict longest run in brackets where it differs from the claimed one."""
    return figures_text.format_run(figures).partition(" ")[2]


def _format_quiet(focus: Focus, figures: Figures) -> str:
    """Return what is shown in place of numbers while there is nothing to count; empty when there is."""
    if figures.total:
        return ""
    if focus.start is None:
        return today_text.NO_START
    if focus.start > figures.as_of:
        return today_text.format_begins(focus.start, figures.as_of)
    return ""
