"""The forms that write the papers of what is agreed ahead: their lines are chosen, then they go to a file to print."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult

from journal.domain.quiet_plan import QuietPlan
from journal.domain.record import Record
from journal.domain.safety_lines import emergency_number
from journal.domain.share_ledger import Level, Paper
from journal.sharing.ahead_papers import guide, hard_days_paper, home_paper, quiet_card
from journal.sharing.page import Page, PageDraft
from journal.sharing.recovery_sheet import form_of
from journal.sharing.release import Choice, release
from journal.sharing.wallet_card import print_card
from journal.text import find_mentor as find_mentor_text
from journal.text import forms as forms_text
from journal.text import hard_days as hard_days_text
from journal.text import home_walk as home_walk_text
from journal.text import printing as printing_text
from journal.text import quiet_plan as quiet_plan_text
from screens.base.print_form import PaperToPrint
from screens.mentor.lines_to_print import LinesToPrint
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain


class HardDaysPaper(LinesToPrint):
    """The hard days to come."""

    NAME = hard_days_text.SHEET
    EMPTY = hard_days_text.SHEET_EMPTY
    PLACE = "~/hard-days.html"

    def every_line(self) -> PageDraft:
        return hard_days_paper(self.journal)


class HomePaper(LinesToPrint):
    """What leaves the home, and where the naloxone is."""

    NAME = home_walk_text.SHEET
    ABOUT = home_walk_text.SHEET_ABOUT
    EMPTY = home_walk_text.SHEET_EMPTY
    PLACE = "~/home-walk-through.html"

    def every_line(self) -> PageDraft:
        return home_paper(self.journal)


class QuietCard(LinesToPrint):
    """The card for the mentor."""

    NAME = quiet_plan_text.CARD
    ABOUT = quiet_plan_text.CARD_ABOUT
    EMPTY = quiet_plan_text.CARD_EMPTY
    FORMS = forms_text.PRINT_OR_TEXT
    PAPER = Paper.CARD
    PLACE = "~/if-i-go-quiet.html"

    def __init__(self, *, record: Record) -> None:
        super().__init__()
        assert isinstance(record, QuietPlan)
        self._plan = record

    def every_line(self) -> PageDraft:
        return quiet_card(self._plan, self.journal.today(), emergency_number(self.app.settings.region))

    def printed(self, path: Path) -> bytes:
        return print_card(self.page, form_of(path))


class GuidePaper(PaperToPrint):
    """How to find a mentor, or the page for mentors. Nothing of the person is on it, so the ledger notes nothing."""

    PLACE = "~/find-a-mentor.html"
    WARNING = find_mentor_text.PRINT_WHAT

    def body(self) -> ComposeResult:
        """Ask which of the two pages, and for a file."""
        pages = [(False, find_mentor_text.PRINT_MINE), (True, find_mentor_text.PRINT_MENTORS)]
        with Panel(find_mentor_text.PRINT, printing_text.KEYS):
            yield Plain(find_mentor_text.PRINT_WHAT, id="what")
            yield ChoiceField(find_mentor_text.PRINT_WHICH, pages, id="which", default=False)
            yield PathField(printing_text.FILE, id="place", example=self.PLACE)
            yield Plain(forms_text.PRINT_FORMS, classes="muted")

    @property
    def page(self) -> Page:
        """Return the page that is chosen."""
        for_mentor = bool(self.query_one("#which", ChoiceField).value)
        return release(guide(self.journal.today(), for_mentor=for_mentor), Choice(level=Level.MINIMAL))
