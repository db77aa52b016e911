"""The page exactly as the mentor will hold it, and which of its lines go.

The places open it with p. It makes the page through ``journal.summary`` and lets lines out only through
``journal.sharing.release``; the questions are in ``share_options.py``, the rows in ``page_preview.py``, writing the
file in ``save_page.py``. What was chosen is kept as a draft.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec.structs import replace
from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Container

from journal.domain.dates import format_date
from journal.domain.people import Person
from journal.domain.safety_lines import emergency_number
from journal.domain.sessions import next_mentor_meeting
from journal.sharing.page import PageDraft
from journal.sharing.release import LineStatus, line_status, release
from journal.text import page as page_text
from journal.text import sharing as sharing_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed, DayChanged
from screens.routes import new_screen
from screens.runtime.journal_worker import HasDraft
from screens.sharing.page_preview import PageRows
from screens.sharing.share_options import Period, Sealed, ShareRequest, WhatGoes
from screens.widgets.fields.base import InvalidInput
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain, one_line

KEY: Final = "share:new"


class ShareScreen(BaseScreen[None], HasDraft):
    """``_wanted`` is what was chosen, ``_draft`` all lines there could be; what is shown is made from the two."""

    KEY_SCOPE = "share"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "share.tcss"
    AUTO_FOCUS = "PageRows"

    def __init__(self, *, draft: tuple[str, dict[str, Any]] | None = None) -> None:
        super().__init__()
        self._kept = draft[1] if draft else None
        self._wanted = self._blank = ShareRequest()
        self._draft: PageDraft | None = None

    def body(self) -> ComposeResult:
        with Container(id="halves"):
            with Panel(id="page"):
                yield PageRows()
            yield WhatGoes(self._people(), self.journal.today(), id="goes")
        yield Plain(id="comes-to")
        yield Plain(sharing_text.OPEN_FILE, id="warning", classes="muted")

    def _people(self) -> list[Person]:
        """Return the people a page may be for: the mentors on record, and the person of the next meeting."""
        coming = next_mentor_meeting(self.journal.sessions, self.journal.now())
        met = coming.person if coming else ""
        return [one for one in self.journal.people if one.uid == met or (one.role.mentors and not one.archived)]

    def on_mount(self) -> None:
        """Begin where it was left."""
        self._begin_anew()
        if kept := self._kept or self.app.keeper.draft(KEY):
            self._wanted = msgspec.convert(kept, ShareRequest)
        self._goes.show(self._wanted)
        self.make()

    def _begin_anew(self) -> None:
        self._wanted = ShareRequest()
        self._begin_with(None)
        self._blank = self._wanted

    def _begin_with(self, person: str | None) -> None:
        """Choose what a page for them usually has on it; what was struck out or picked stays so."""
        from journal.summary import usual_choice, usual_person

        usual = usual_choice(self.journal, usual_person(self.journal) if person is None else person)
        choice = replace(self._wanted.choice, level=usual.level, closed=usual.closed)
        self._wanted = replace(self._wanted, choice=choice)

    @property
    def _goes(self) -> WhatGoes:
        return self.query_one(WhatGoes)

    @property
    def _page(self) -> PageRows:
        return self.query_one(PageRows)

    # The page as it would be.

    @on(WhatGoes.Answered)
    def choose(self) -> None:
        """Take over what the fields say now."""
        before, self._wanted = self._wanted, self._goes.read(self._wanted)
        if self._draft and self._wanted.person not in (None, self._draft.person):
            self._begin_with(self._wanted.person)
        if self._draft and self._wanted.period is Period.DATES is not before.period:
            self._wanted = replace(self._wanted, first=f"{self._draft.first}", last=f"{self._draft.last}")
        self._goes.show(self._wanted)
        self.make()

    @on(Changed)
    @on(DayChanged)
    def make(self) -> None:
        """Make it from the journal as it is now."""
        self._make()

    @work(exclusive=True, group="page")
    async def _make(self) -> None:
        """Make the page on the journal's thread: years take a moment."""
        from journal.summary import draft

        if self.app.journal is None:
            return
        try:
            first, last = self._goes.days(self.journal, self._wanted.period, self._wanted.person)
        except InvalidInput:
            return  # perhaps half-typed; saving shows the error
        number = emergency_number(self.app.settings.region)
        making = partial(draft, self.journal, first, last, self._wanted.person, emergency=number)
        self._draft = await self.app.keeper.run(making)
        self.show_page()

    def show_page(self) -> None:
        """Show the rows, and a summary of what goes."""
        from journal.summary import Section, preview

        if self._draft is not None:
            self._page.show(
                preview(self._draft, self._wanted.choice), [page_text.format_heading(one) for one in Section]
            )
            self._goes.offer(self._draft, self._wanted)
            self.query_one("#page", Panel).rename(f" {self._title(self._draft)} ", self._hint())
            self.query_one("#comes-to", Plain).show(self._comes_to(self._draft))
            opens = self._wanted.sealed is Sealed.NO
            self.query_one("#warning", Plain).show(sharing_text.OPEN_FILE if opens else sharing_text.SEALED_FILE)

    def _title(self, draft: PageDraft) -> str:
        people = self.journal.people
        name = one_line(people.get(draft.person).name, 20) if draft.person in people else ""
        days = format_date(draft.first, draft.last)
        return sharing_text.page_title(name, days, self._wanted.choice.level, self._wanted.form)

    def _hint(self) -> str:
        """Return the keys of the page; in a narrow window those that show the rest of it."""
        return sharing_text.NARROW_PAGE_KEYS if self.has_class("-narrow") else sharing_text.PAGE_KEYS

    def _comes_to(self, draft: PageDraft) -> str:
        """Return ``1 page of 1 · 4 lines struck out · 2 at home, o picks``."""
        standings = [line_status(one, self._wanted.choice) for one in draft.lines]
        if LineStatus.GOES not in standings:
            return sharing_text.NOTHING_GOES
        return sharing_text.comes_to(standings.count(LineStatus.STRUCK), standings.count(LineStatus.WITHHELD))

    # Choosing.

    @on(PageRows.Strike)
    def strike(self, message: PageRows.Strike) -> None:
        """Cover the line, or uncover it."""
        self._choose(struck=self._wanted.choice.struck ^ {message.key})

    @on(PageRows.Leave)
    def leave_out(self, message: PageRows.Leave) -> None:
        """Leave the section of the line out, or take it in again; the mark stays there."""
        lines = self._draft.lines if self._draft else ()
        section = next((one.section for one in lines if one.key == message.key), "")
        if section:
            self._choose(closed=self._wanted.choice.closed ^ {str(section)})
            self._page.mark(message.key, *(one.key for one in lines if one.section == section))

    def _pick(self, key: str) -> None:
        self._choose(picked=self._wanted.choice.picked ^ {key})

    def _choose(self, **chosen: frozenset[str]) -> None:
        self._wanted = replace(self._wanted, choice=replace(self._wanted.choice, **chosen))
        self.show_page()

    def action_pick(self) -> None:
        """Pick from what stays home, one by one."""
        choice = self._wanted.choice
        home = replace(choice, picked=frozenset())
        lines = (
            [one for one in self._draft.lines if line_status(one, home) is LineStatus.WITHHELD] if self._draft else []
        )
        self.app.push_screen(new_screen("picking", lines=lines, picked=choice.picked, pick=self._pick))

    def action_goes(self) -> None:
        """Focus the questions about the page."""
        self._ask("#period Choice")

    def action_seal(self) -> None:
        """Focus the question of how the file is sealed."""
        from journal.text import sealing as sealing_text

        if self.query_one("#sealed").display:
            self._ask("#sealed Choice")
        else:
            self.app.notify(sealing_text.AGE_MISSING)

    def _ask(self, selector: str) -> None:
        self._goes.add_class("-open")
        self.call_after_refresh(self.query_one(selector).focus)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the questions open as long as one of them has the focus."""
        self._goes.set_class(self._goes in event.widget.ancestors, "-open")

    def action_given(self) -> None:
        """Show what was shared before."""
        self.app.show("given")

    # Giving it, and leaving.

    def action_save(self) -> None:
        """Ask where to; what is shown is what will be written."""
        try:
            days = self._goes.days(self.journal, self._wanted.period, self._wanted.person)
        except InvalidInput as problem:
            self._goes.show_error(str(problem))
            self._ask(f"#{problem.field.id} Input")
            return
        if self._draft is None or days != (self._draft.first, self._draft.last):
            self.app.notify(sharing_text.STILL_MADE)
            return
        page = release(self._draft, self._wanted.choice)
        self.app.push_screen(new_screen("save_as", page=page, wanted=self._wanted), self._given)

    def _given(self, path: Path | None) -> None:
        if path is not None:
            self._blank = self._wanted
            self.app.forget(KEY)

    def draft(self) -> tuple[str, dict[str, Any]] | None:
        """Return what was chosen, or ``None`` when nothing was."""
        return (KEY, msgspec.to_builtins(self._wanted)) if self._wanted != self._blank else None

    def action_back(self) -> None:
        """Go from the questions to the page; from the page, go back and keep what was chosen."""
        if self._goes.has_focus_within:
            self._page.focus()
            return
        if draft := self.draft():
            self.app.keep(draft)
            self.app.notify(sharing_text.CHOICE_KEPT)
        else:
            self.app.forget(KEY)
        self.dismiss(None)

    def action_discard(self) -> None:
        """Start again with the usual choice."""
        self._begin_anew()
        self._goes.show(self._wanted)
        self.app.forget(KEY)
        self.make()
