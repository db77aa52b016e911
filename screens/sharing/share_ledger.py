"""The share ledger: what was given, to which person, when, in which form, and where the copy is now."""

from __future__ import annotations

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.dates import format_date, format_day
from journal.domain.share_ledger import Share, every_file, is_usual_page
from journal.text import entry_pages as entry_pages_text
from journal.text import sharing as sharing_text
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.widgets.fields.base import TextField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate


class Given(ListScreen[Share]):
    """What may still be read by others first; what was given is given, but where a copy is can be said."""

    KEY_SCOPE = "given"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "share.tcss"

    def body(self) -> ComposeResult:
        with Panel(sharing_text.GIVEN, sharing_text.GIVEN_KEYS, id="home"):
            yield self.list_of(sharing_text.GIVEN_NOTHING)
        with Panel(sharing_text.GIVEN_PAGE, id="whole"):
            yield Plain()

    def items(self) -> list[Share]:
        """Return the pages, newest first, destroyed ones last."""
        newest = self.journal.shares.all()[::-1]
        return sorted(newest, key=lambda share: share.gone_on is not None)

    def row(self, share: Share, width: int) -> str:
        """Return ``Thu 19 Nov  12–19 Nov       HTML  R.  2 struck out``."""
        parts = (
            f"{format_day(share.local_date, self.journal.today()):<10}",
            f"{format_date(share.first, share.last):<14}",
            f"{sharing_text.format_forms(every_file(share)):<8}",
            "" if is_usual_page(share) else sharing_text.format_paper(share),
            self._name_of(share),
            sharing_text.format_gone(share.gone_on) if share.gone_on else share.whereabouts,
            sharing_text.struck_out(sum(share.struck.values())),
        )
        return truncate("  ".join(part for part in parts if part), width)

    def _name_of(self, share: Share) -> str:
        people = self.journal.people
        return people.get(share.person).name if share.person in people else sharing_text.NOBODY_NAMED

    def details(self, share: Share) -> str:
        at, today = self.journal.local(share.at), self.journal.today()
        said = sharing_text.format_share(share, self._name_of(share), at, today)
        return f"{said}\n{self._entries_of(share)}" if share.entries else said

    def _entries_of(self, share: Share) -> str:
        """Say which entries were shared, by their day and title as they are now."""
        entries = self.journal.entries
        there = [entries.get(uid) for uid in share.entries if uid in entries]
        headings = (entry_pages_text.format_heading(one.local_date, one.title) for one in there)
        return entry_pages_text.format_given(headings, len(share.entries) - len(there))

    def edit_item(self, share: Share) -> None:
        """Say where the copy is now."""
        self.app.show("copy", record=share)

    def delete_item(self, share: Share) -> None:
        """Say that the ledger stays as it is."""
        self.app.notify(sharing_text.GIVEN_STAYS)

    def action_gone(self) -> None:
        """Note that the copy was destroyed or given back, or that it is still out after all."""
        share = self.marked
        if share is not None:
            self.app.save(replace(share, gone_on=None if share.gone_on else self.journal.today()))


class CopySheet(RecordForm[Share]):
    """Where one copy is now; the rest of the ledger stays as it was written."""

    NAME = sharing_text.COPY
    ROUTE = "copy"
    RECORD = Share

    def fields(self) -> ComposeResult:
        yield TextField(sharing_text.COPY_IS, id="whereabouts", hint=sharing_text.COPY_HINT)

    can_erase = False
    """What was given is given."""
