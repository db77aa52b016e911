"""The share ledger: what was given, to whom, when, in which form, and what was struck out."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from journal.domain.sharing import Share
from journal.domain.time import date_words, day_words
from screens.keys import bindings
from screens.messages import Changed
from screens.view import View
from screens.what_goes import FORMS, section_words
from screens.widgets.panel import Panel
from screens.widgets.plain import Plain
from screens.widgets.record_list import RecordList


class Given(View[None]):
    """Newest first; nothing in it can be changed, because what was given is given."""

    WHERE = "reading"
    BINDINGS = bindings(WHERE)
    CSS_PATH = "share.tcss"
    AUTO_FOCUS = "RecordList"

    def body(self) -> ComposeResult:
        """The pages, and all that is known of the marked one."""
        with Panel("given so far", "↑ ↓ page · esc back", id="home"):
            yield RecordList(self._row, empty="Nothing was given yet. p on a place makes a page.")
        with Panel("this page", id="whole"):
            yield Plain()

    def on_mount(self) -> None:
        """Fill the list."""
        self.follow()

    @on(Changed)
    def follow(self) -> None:
        """Bring it up to what the journal holds now."""
        if self.app.journal is not None:
            self.query_one(RecordList).show(self.journal.shares.all()[::-1])
            self.show_whole()

    def _row(self, share: Share, width: int) -> str:
        """``Thu 19 Nov  12–19 Nov       HTML  R.  2 struck out``."""
        struck = sum(share.struck.values())
        parts = (
            f"{day_words(share.local_date, self.journal.today()):<10}",
            f"{date_words(share.first, share.last):<14}",
            f"{FORMS.get(share.form, share.form):<4}",
            self._whom(share),
            f"{struck} struck out" if struck else "",
        )
        return "  ".join(part for part in parts if part)

    def _whom(self, share: Share) -> str:
        people = self.journal.people
        return people.get(share.person).name if share.person in people else "nobody named"

    @on(RecordList.Moved)
    def show_whole(self) -> None:
        """All that is known of the marked page."""
        share = self.query_one(RecordList).item
        self.query_one("#whole Plain", Plain).show("" if share is None else self._whole(share))

    def _whole(self, share: Share) -> str:
        struck = ", ".join(f"{section_words(section)} {count}" for section, count in share.struck.items())
        parts = (
            f"Given {day_words(share.local_date, self.journal.today())}, {self.journal.local(share.at):%H:%M}, "
            f"for {self._whom(share)}; {share.lines} lines, {share.level}.",
            f"On it: {', '.join(map(section_words, share.sections))}." if share.sections else "",
            f"Struck out: {struck}." if struck else "Nothing was struck out.",
            f"Written to {share.place}." if share.place else "",
        )
        return "\n".join(part for part in parts if part)

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    @on(RecordList.Delete)
    def keep_all(self) -> None:
        """What was given is given."""
        self.app.tell("This list stays as it is: it says what is out of the house.")

    def action_back(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)
