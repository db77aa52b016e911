"""The share ledger: what was given, to whom, when, in which form, and what was struck out."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace
from textual.app import ComposeResult

from journal.domain.dates import date_words, day_words
from journal.domain.share_ledger import Paper, Share
from journal.text import sharing as sharing_text
from screens.base.form import RecordForm
from screens.base.list_screen import ListScreen
from screens.keymap import bindings
from screens.sharing.share_options import FORMS
from screens.widgets.fields.base import TextField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.text_fit import truncate

STAYS: Final = "This list stays as it is: it says what is out of the house. enter says where a copy is now."
FORM_WORDS: Final = {"txt": "text", "ics": "calendar"}


class Given(ListScreen[Share]):
    """What may still be read by others first; what was given is given, but where a copy is can be said."""

    KEY_SCOPE = "given"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "share.tcss"

    def body(self) -> ComposeResult:
        """The pages, and all that is known of the marked one."""
        with Panel("given so far, and where the copies are", "enter where it is · x gone", id="home"):
            yield self.list_of("Nothing was given yet. p on a place makes a page.")
        with Panel("this page", id="whole"):
            yield Plain()

    def items(self) -> list[Share]:
        """The pages, the newest first, those that are gone last."""
        newest = self.journal.shares.all()[::-1]
        return sorted(newest, key=lambda share: share.gone_on is not None)

    def row(self, share: Share, width: int) -> str:
        """``Thu 19 Nov  12–19 Nov       HTML  R.  2 struck out``."""
        struck = sum(share.struck.values())
        parts = (
            f"{day_words(share.local_date, self.journal.today()):<10}",
            f"{date_words(share.first, share.last):<14}",
            f"{'sealed' if share.sealed else _form(share):<8}",
            "" if share.what is Paper.PAGE else share.what.value,
            self._whom(share),
            f"gone {day_words(share.gone_on)}" if share.gone_on else share.whereabouts,
            f"{struck} struck out" if struck else "",
        )
        return truncate("  ".join(part for part in parts if part), width)

    def _whom(self, share: Share) -> str:
        people = self.journal.people
        return people.get(share.person).name if share.person in people else "nobody named"

    def details(self, share: Share) -> str:
        """All that is known of the marked page."""
        struck = ", ".join(f"{sharing_text.section_words(section)} {count}" for section, count in share.struck.items())
        count = f"{share.lines} lines"
        parts = (
            f"Given {day_words(share.local_date, self.journal.today())}, {self.journal.local(share.at):%H:%M}, "
            f"{share.what.value} for {self._whom(share)}; {', '.join(part for part in (count, share.level) if part)}.",
            f"Sealed: {share.sealed}." if share.sealed else "Not encrypted: whoever has the file can read it.",
            f"On it: {', '.join(map(sharing_text.section_words, share.sections))}." if share.sections else "",
            f"Struck out: {struck}." if struck else "Nothing was struck out.",
            f"Written to {share.place}." if share.place else "",
            f"Where it is now: {share.whereabouts}." if share.whereabouts else "",
            f"Destroyed or given back {day_words(share.gone_on)}." if share.gone_on else "",
        )
        return "\n".join(part for part in parts if part)

    def edit_item(self, share: Share) -> None:
        """Say where the copy is now."""
        self.app.show("copy", record=share)

    def delete_item(self, share: Share) -> None:
        """What was given is given."""
        self.app.tell(STAYS)

    def action_gone(self) -> None:
        """The copy was destroyed or given back; or it is still out after all."""
        share = self.marked
        if share is not None:
            self.app.save(replace(share, gone_on=None if share.gone_on else self.journal.today()))


def _form(share: Share) -> str:
    return FORMS.get(share.form, FORM_WORDS.get(share.form, share.form))


class CopySheet(RecordForm[Share]):
    """Where one copy is now; the rest of the ledger stays as it was written."""

    NAME = "where it is now"
    ROUTE = "copy"
    RECORD = Share

    def fields(self) -> ComposeResult:
        """In the person's own words."""
        yield TextField("It is", id="whereabouts", hint="“In R.'s folder”, “sent by e-mail”, “in my coat”.")

    can_erase = False
    """What was given is given."""
