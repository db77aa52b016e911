"""The screen that merges another copy into the journal.

Copies in the same folder are listed; any other is named by its path. A copy with another key asks for its passphrase
or its recovery words.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.domain.dates import format_day
from journal.file_facts import MergeResult
from journal.text import errors as errors_text
from journal.text import merging as merging_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import RecoveryWords, Secret
from screens.widgets.fields.path import PathField, short
from screens.widgets.fields.recovery_words import RecoveryWordsField
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate

if TYPE_CHECKING:
    from journal.file_facts import Copy

ROOMY: Final = 70
"""Cells a line needs to have room for the time of day."""


class Merge(FileForm[None]):
    """Merges the copy that is chosen, once the question about it is answered."""

    KEY_SCOPE = "merge"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "merge.tcss"
    AUTO_FOCUS = "RecordList"

    def __init__(self) -> None:
        super().__init__()
        self._other = Path()

    def body(self) -> ComposeResult:
        with Panel(merging_text.TITLE, merging_text.HINTS):
            yield Plain(merging_text.WHAT, classes="muted")
            yield RecordList(self._line, empty=merging_text.LOOKING)
            yield PathField(
                merging_text.ELSEWHERE, id="place", example="~/stick/journal.rj", hint=merging_text.ELSEWHERE_HINT
            )
            yield Plain(merging_text.ANOTHER_KEY, id="another-key")
            yield SecretField(merging_text.ITS_PASSPHRASE, Secret(), id="passphrase")
            yield RecoveryWordsField(merging_text.ITS_WORDS, RecoveryWords(), id="words")
            yield Plain(id="said")

    async def on_mount(self) -> None:
        """Look for copies in a worker."""
        self._ask_key(False)
        self.run_worker(self._look())

    @property
    def _list(self) -> RecordList[Copy]:
        return self.query_one(RecordList)

    def _say(self, sentence: str) -> None:
        if self.is_mounted:
            self.query_one("#said", Plain).show(sentence)

    def _ask_key(self, asked: bool) -> None:
        for name in ("#another-key", "#passphrase", "#words"):
            self.query_one(name).display = asked
        for secret in self.query(Secret):
            secret.value = ""

    async def _look(self) -> None:
        copies = await self.app.keeper.run(self.journal.copies)
        self.app.other_copies = len(copies)
        self._list.show(copies, empty=merging_text.NONE_HERE)
        self._list.styles.height = max(1, len(copies))
        if not copies and self._list.has_focus:
            self._place.focus()

    def _line(self, copy: Copy, width: int) -> str:
        """Return ``journal (conflict).rj   Thu 19 Nov 21:40   brings 3, changes 1``; the time where there is room."""
        local = datetime.fromtimestamp(copy.modified / 1000, UTC).astimezone(ZoneInfo(self.journal.zone()))
        when = format_day(local.date(), self.journal.today()) + (f" {local:%H:%M}" if width > ROOMY else "")
        rest = f"  {when}  {merging_text.news(copy, with_zeros=False)}"
        return truncate(copy.path.name, max(8, width - len(rest))) + rest

    # Choosing a copy.

    @on(RecordList.Chosen)
    def take_copy(self, message: RecordList.About) -> None:
        """Ask about a copy in the journal's folder."""
        copy: Copy = message.item
        self._other = copy.path
        if copy.added is None:
            self._want_key()
        else:
            self._ask(merging_text.known_news(copy))

    def take(self, path: Path) -> None:
        """Ask about a copy in another place."""
        self._other = path
        self._ask(merging_text.UNKNOWN)

    def _ask(self, brings: str) -> None:
        self._ask_key(False)
        question = merging_text.ask(self._other.name)
        self.app.ask(question, merging_text.YES, self._bring_in, detail=merging_text.ask_detail(brings))

    def _want_key(self) -> None:
        self._ask_key(True)
        self._say("")
        self.query_one("#passphrase", SecretField).focus()

    @on(Input.Submitted, "#passphrase Input, #words Input")
    def take_key(self, message: Input.Submitted) -> None:
        """Merge the copy with its passphrase or its recovery words."""
        passphrase, words = (self.query_one(name, SecretField) for name in ("#passphrase", "#words"))
        if passphrase.secret.value or words.secret.value:
            self._bring_in(passphrase.secret.value or None, None if passphrase.secret.value else words.secret.value)
        elif message.input is passphrase.secret:
            words.focus()
        else:
            words.show_error(merging_text.NEITHER)

    # Merging.

    def _bring_in(self, passphrase: str | None = None, words: str | None = None) -> None:
        if self._busy:
            return
        self._say(merging_text.OPENING if passphrase or words else merging_text.MERGING)
        self.start(partial(self._brought_in, passphrase, words))

    async def _brought_in(self, passphrase: str | None, words: str | None) -> None:
        from journal.errors import VaultError, WrongPassphrase, WrongWord

        app, journal, other = self.app, self.journal, self._other
        try:
            merged = await app.keeper.run(partial(journal.merge, other, passphrase, recovery_words=words))
        except WrongPassphrase as error:
            self._want_key_again(errors_text.error_text(error), first=passphrase is None and words is None)
        except WrongWord as error:
            self._say("")
            for field in self.query(RecoveryWordsField):
                field.say_why(error)
        except VaultError as error:
            self._say(errors_text.error_text(error))
            app.notify(errors_text.error_text(error), severity="error")
        else:
            await self._show_result(merged)

    def _want_key_again(self, why: str, *, first: bool) -> None:
        if self.is_mounted:
            self._want_key()
            self._say("" if first else why)

    async def _show_result(self, merged: MergeResult) -> None:
        app = self.app
        app.keeper.reload_drafts()
        if self.is_mounted:
            self._ask_key(False)
            self._say(f"{short(self._other)}: {merging_text.merged(merged)}")
            await self._look()
        else:
            app.notify(merging_text.merged(merged))
        app.broadcast(Changed)
