"""The form about an attendance slip: days and lines are chosen, then it is written to a file to print."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.domain.share_ledger import Level, Paper, Share
from journal.sharing.attendance import Section, draft, slip
from journal.sharing.ledger import noted
from journal.sharing.page import Page, PageDraft
from journal.sharing.recovery_sheet import form_of
from journal.sharing.release import Choice, release
from journal.text import attendance as attendance_text
from journal.text import forms as forms_text
from journal.text import printing as printing_text
from screens.base.print_form import FORMS, ToPrint
from screens.keymap import bindings
from screens.widgets.fields.base import InvalidInput
from screens.widgets.fields.choices import ChoiceField
from screens.widgets.fields.dates import DayField
from screens.widgets.fields.path import PathField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

USUAL: Final = timedelta(days=27)
"""How long before today it begins, unless other days are chosen: four weeks with today."""


class AttendanceSlip(ToPrint):
    """Asks for the days, then which lines go on the slip. Meetings are ticked to begin with; contacts are not."""

    KEY_SCOPE = "to print"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "#first Input"
    PLACE = "~/attendance.html"
    WARNING = forms_text.NOT_ENCRYPTED

    def body(self) -> ComposeResult:
        """Ask for days, offer their lines, and ask for a file."""
        today = self.journal.today()
        rows: ChoiceField[str] = ChoiceField(attendance_text.ROWS, [], id="rows", multiple=True)
        rows.choice.column = True  # in the order of the paper
        with Panel(attendance_text.FORM, printing_text.KEYS):
            yield Plain(f"{attendance_text.ABOUT} {forms_text.NOT_ENCRYPTED}", id="what")
            yield DayField(attendance_text.FROM, id="first", today=today)
            yield DayField(attendance_text.TO, id="last", today=today)
            yield rows
            yield Plain(attendance_text.NO_ROWS, id="no-rows")
            yield PathField(printing_text.FILE, id="place", example=self.PLACE)
            yield Plain(FORMS, classes="muted")

    def on_mount(self) -> None:
        """Begin with the last four weeks."""
        today = self.journal.today()
        self._draft: PageDraft | None = None
        self.query_one("#first", DayField).from_record(today - USUAL)
        self.query_one("#last", DayField).from_record(today)
        self.offer_rows()

    @on(Input.Changed, "#first Input, #last Input")
    def offer_rows(self) -> None:
        """Offer the lines of the days that are typed; what was chosen of them stays as it was."""
        try:
            first, last = self._period
        except InvalidInput:  # still being typed; saving says it at the field
            return
        before = {line.key for line in self._draft.lines} if self._draft else set()
        chosen, made = set(self._rows.values), draft(self.journal, first, last)
        self._draft = made
        self._rows.choice.offer([(line.key, line.words) for line in made.lines])
        ticked = [line.key for line in made.lines if line.key not in before and line.section == Section.MEETINGS]
        self._rows.choice.choose(*chosen, *ticked)
        self._rows.display = bool(made.lines)
        self.query_one("#no-rows").display = not made.lines

    @property
    def _rows(self) -> ChoiceField[str]:
        return self.query_one("#rows", ChoiceField)

    @property
    def _period(self) -> tuple[date, date]:
        """Return the first and the last day. Raises ``InvalidInput``."""
        from_day, to_day = self.query_one("#first", DayField), self.query_one("#last", DayField)
        first, last = from_day.value, to_day.value or self.journal.today()
        if first is None:
            raise InvalidInput(from_day, attendance_text.FIRST_NEEDED)
        if last < first:
            raise InvalidInput(to_day, attendance_text.ENDS_BEFORE_IT_BEGINS)
        return first, last

    @property
    def page(self) -> Page:
        """Return the page with the ticked lines."""
        made = draft(self.journal, *self._period)
        ticked = frozenset(self._rows.values)
        struck = frozenset(line.key for line in made.lines) - ticked
        return release(made, Choice(level=Level.MINIMAL, picked=ticked, struck=struck))

    def is_ready(self) -> bool:
        """Say at its field what is wrong with the days, or that nothing is ticked."""
        try:
            self.query_one(Panel).show_error("" if self.page.lines else attendance_text.NOTHING_TICKED)
        except InvalidInput as problem:
            problem.field.show_error(str(problem))
            problem.field.focus()
            return False
        return bool(self.page.lines)

    def take(self, path: Path) -> None:
        """Ask, because anyone can read the file, then write it."""
        question = attendance_text.ask_to_save(len(self.page.lines), path.name)
        self.app.ask(question, attendance_text.SAVE_YES, partial(super().take, path))

    def printed(self, path: Path) -> bytes:
        return slip(self.page, form_of(path))

    def noted(self, path: Path) -> Share:
        return noted(Paper.ATTENDANCE, self.page, path)
