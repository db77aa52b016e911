"""Another copy of the journal brought in: those beside it are listed, and any other is named by its path."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.domain.dates import day_words
from journal.file_facts import MergeResult
from journal.text import errors as errors_text
from screens.base.file_form import FileForm
from screens.keymap import bindings
from screens.messages import Changed
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import F7_SHOWS, RecoveryWords, Secret
from screens.widgets.fields.path import PathField, short
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain
from screens.widgets.record_list import RecordList
from screens.widgets.text_fit import truncate

if TYPE_CHECKING:
    from journal.file_facts import Copy

ROOMY: Final = 70
"""Cells from which on a line has room for the time of day."""

LOOKING: Final = "Looking for copies beside the journal …"
NONE_HERE: Final = "No other copy with anything new is beside the journal."
WHAT: Final = "Nothing of either is lost: what both changed is kept twice. The other copy is only read."
ANOTHER_KEY: Final = "That copy has a key of its own. Its passphrase opens it, or its recovery words."
NEITHER: Final = "One of the two is needed."
MERGING: Final = "Bringing it in …"
OPENING: Final = "Opening that copy. This takes a few seconds."
NO_NEWS: Final = "There was nothing in it that the journal lacks."
KEPT: Final = "The file as it is now is kept beside, as the first of three."


class Merge(FileForm[None]):
    """Choose a copy; asked, and where it has another key after its passphrase, it is brought in."""

    KEY_SCOPE = "merge"
    BINDINGS = bindings(KEY_SCOPE)
    CSS_PATH = "merge.tcss"
    AUTO_FOCUS = "RecordList"

    def __init__(self) -> None:
        super().__init__()
        self._other = Path()

    def body(self) -> ComposeResult:
        """The copies, a place for another, and what opens one with a key of its own."""
        with Panel("another copy", "enter bring it in · tab on · esc back"):
            yield Plain(WHAT, classes="muted")
            yield RecordList(self._line, empty=LOOKING)
            yield PathField("From elsewhere", id="place", example="~/stick/journal.rj", hint="A file; enter goes on.")
            yield Plain(ANOTHER_KEY, id="another-key")
            yield SecretField("Its passphrase", Secret(), id="passphrase")
            yield SecretField("or its 24 words", RecoveryWords(), id="words", hint=F7_SHOWS)
            yield Plain(id="said")

    async def on_mount(self) -> None:
        """Look for copies, beside the screen."""
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
        copies = await self.app.keeper.do(self.journal.copies)
        self.app.apart = len(copies)
        self._list.show(copies, empty=NONE_HERE)
        self._list.styles.height = max(1, len(copies))
        if not copies and self._list.has_focus:
            self._place.focus()

    def _line(self, copy: Copy, width: int) -> str:
        """``journal (conflict).rj   Thu 19 Nov 21:40   brings 3, changes 1``; the time where there is room."""
        local = datetime.fromtimestamp(copy.modified / 1000, UTC).astimezone(ZoneInfo(self.journal.zone()))
        when = day_words(local.date(), self.journal.today()) + (f" {local:%H:%M}" if width > ROOMY else "")
        rest = f"  {when}  {brings(copy, nothing=False)}"
        return truncate(copy.path.name, max(8, width - len(rest))) + rest

    # What is to be brought in.

    @on(RecordList.Chosen)
    def take_copy(self, message: RecordList.About) -> None:
        """One of those beside the journal."""
        copy: Copy = message.item
        self._other = copy.path
        if copy.added is None:
            self._want_key()
        else:
            self._ask(f"It {brings(copy)}.")

    def take(self, path: Path) -> None:
        """One from elsewhere."""
        self._other = path
        self._ask("What is in it is told afterwards.")

    def _ask(self, what: str) -> None:
        self._ask_key(False)
        detail = f"{what} {KEPT} What you did today can't be taken back with u afterwards."
        self.app.ask(f"Bring in {self._other.name}?", "Bring it in", self._bring_in, detail=detail)

    def _want_key(self) -> None:
        self._ask_key(True)
        self._say("")
        self.query_one("#passphrase", SecretField).focus()

    @on(Input.Submitted, "#passphrase Input, #words Input")
    def take_key(self, message: Input.Submitted) -> None:
        """Its passphrase, or its recovery words."""
        passphrase, words = (self.query_one(name, SecretField) for name in ("#passphrase", "#words"))
        if passphrase.secret.value or words.secret.value:
            self._bring_in(passphrase.secret.value or None, None if passphrase.secret.value else words.secret.value)
        elif message.input is passphrase.secret:
            words.focus()
        else:
            words.show_error(NEITHER)

    # Bringing it in.

    def _bring_in(self, passphrase: str | None = None, words: str | None = None) -> None:
        if self._busy:
            return
        self._say(OPENING if passphrase or words else MERGING)
        self.start(partial(self._brought_in, passphrase, words))

    async def _brought_in(self, passphrase: str | None, words: str | None) -> None:
        from journal.errors import VaultError, WrongPassphrase

        app, journal, other = self.app, self.journal, self._other
        try:
            merged = await app.keeper.do(partial(journal.merge, other, passphrase, recovery_words=words))
        except WrongPassphrase as error:
            self._want_key_again(errors_text.error_text(error), first=passphrase is None and words is None)
        except VaultError as error:
            self._say(errors_text.error_text(error))
            app.tell(errors_text.error_text(error), wrong=True)
        else:
            await self._told(merged)

    def _want_key_again(self, why: str, *, first: bool) -> None:
        if self.is_mounted:
            self._want_key()
            self._say("" if first else why)

    async def _told(self, merged: MergeResult) -> None:
        app = self.app
        app.keeper.look_again()
        if self.is_mounted:
            self._ask_key(False)
            self._say(f"{short(self._other)}: {merged_words(merged)}")
            await self._look()
        else:
            app.tell(merged_words(merged))
        app.broadcast(Changed)


def brings(copy: Copy, *, nothing: bool = True) -> str:
    """``brings 3, changes 1, takes away 0``, or without the last; that only its passphrase tells."""
    if copy.added is None:
        return "has another key"
    counts = {"brings": copy.added, "changes": copy.changed, "takes away": copy.deleted}
    return ", ".join(f"{what} {count}" for what, count in counts.items() if count or nothing)


def merged_words(merged: MergeResult) -> str:
    """``4 came, 1 changed. 2 were changed on both sides: both are kept.``"""
    if not merged.is_news:
        return NO_NEWS
    counts = {"came": len(merged.added), "changed": len(merged.changed), "went": len(merged.deleted)}
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count or what == "came") + "."
    if both := len(merged.both):
        told += f" {both} {'was' if both == 1 else 'were'} changed on both sides: both are kept."
    return told
