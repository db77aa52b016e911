"""The locked screen: says that there is a journal and when it was saved last, never what or how much is in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.widgets import Input

from journal.domain.dates import moment_words
from journal.passphrase_length import TOO_LONG
from journal.text import errors as errors_text
from screens.base.screen import BaseScreen
from screens.keymap import Key, bindings
from screens.routes import new_screen
from screens.widgets.fields.passphrase import FORGOTTEN, Secret
from screens.widgets.footer import KeyLine
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from pathlib import Path

    from journal.file_facts import Look
    from journal.store.journal import Journal

DAMAGED = (
    "This file is damaged. What can be read will be shown; earlier versions may be whole: journal check says more."
)
LOST = "This file is damaged so that nothing can open it."
GONE = "There is no journal at its place any more."
BESIDE = "An earlier copy of it, {name}, is beside it and whole. F7 puts it back."
ELSEWHERE = "Where there is a copy of it elsewhere, F7 puts that back."
NEWER = "This journal was made by a newer version of the program. Nothing was opened and nothing changed."
FOREIGN = "What stands at this place is no journal. It was not touched."
IN_MEMORY = "What you were writing could not be saved. It is kept in memory: unlock to get it back."
OPENING = "Opening. This takes about a second."
STAYS_LOCKED = "It stays locked."
HOLDER_SECONDS = 1.0
WARM_SECONDS = 0.1
WARMED = (
    "screens.cravings.locked_craving",
    "screens.safety.safety",
    "journal.domain.captures",
    "journal.store.journal",
)


class Locked(BaseScreen[None]):
    """Looks at the file, then asks for the passphrase; opening goes on beside the screen.

    The field comes when the file was looked at, a moment after the first paint; what was typed until then is in it.
    """

    CSS_PATH = "lock_screen.tcss"
    KEY_SCOPE = "locked"
    BINDINGS = bindings(KEY_SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self._damaged = False
        self._unreadable = False
        self._lost = False
        self._earlier: Path | None = None
        self._early = ""

    def body(self) -> ComposeResult:
        """What is known first; the field comes when the file was looked at."""
        with Panel("journal", "enter unlock · F1 help"), Center(), Vertical(id="door"):
            yield Plain("", id="known")
            with Horizontal(id="ask"):
                yield Plain("Passphrase", classes="label")
                yield Secret(id="passphrase")
            yield Plain("", id="said", classes="complaint")
            if self.app.demo:
                yield Plain("A sample journal. Its passphrase is: demo", id="demo")
            yield Plain("", id="saved", classes="muted")

    def on_mount(self) -> None:
        """Look at the file, in a thread and after the first paint, which waits for nothing."""
        self.query_one("#passphrase").display = False
        self.call_after_refresh(lambda: self.run_worker(self._look_closely()))

    async def _look_closely(self) -> None:
        """Once, and before the field is there."""
        await self._look_through()
        self.set_interval(HOLDER_SECONDS, self._look_again)
        self.set_timer(WARM_SECONDS, self._warm)

    async def _look_through(self) -> None:
        """The whole file, by its checksums; where it can't be opened at all, what is beside it, too."""
        from journal.errors import VaultError
        from journal.store.locked import check, look

        keeper, path = self.app.keeper, self.app.path
        await keeper.closed()
        found = await keeper.do(partial(look, path))
        self._damaged = self._unreadable = False
        if found.exists and not (found.newer or found.foreign or found.damaged):
            try:
                self._damaged = (await keeper.do(partial(check, path))).damaged
            except VaultError:  # the disk cannot read it, or it is larger than any journal
                self._unreadable = True
        self._show(found)

    async def _warm(self) -> None:
        """Import what the worst moment needs, then what opening does, while the passphrase is typed."""
        for module in WARMED:
            await self.app.keeper.do(partial(import_module, module))

    async def _look_again(self) -> None:
        """Somebody else may have opened it, or closed it."""
        from journal.store.locked import look

        if self.is_active and self.app.journal is None and not self.app.opening:
            self._show(await self.app.keeper.do(partial(look, self.app.path)))

    @on(events.ScreenResume)
    def look_anew(self) -> None:
        """A copy may have been put back."""
        if self._lost:
            self.run_worker(self._look_through())

    async def _find_earlier(self) -> None:
        from journal.store.locked import latest_intact_generation

        self._earlier = await self.app.keeper.do(partial(latest_intact_generation, self.app.path))
        await self._look_again()

    def _show(self, found: Look) -> None:
        lost = not found.exists or self._unreadable or (found.damaged and found.saved_at is None)
        if lost and not self._lost:
            self.run_worker(self._find_earlier())
        if lost is not self._lost:
            self._lost = lost
            self.query_one(KeyLine).refresh()
            self.query_one(Panel).set_hints("F7 put back a copy" if lost else "enter unlock", "F1 help")
        said = "\n".join(self._told(found))
        self.query_one("#known", Plain).show(said)
        self.query_one("#known").display = bool(said)
        if found.saved_at is not None:
            self.query_one("#saved", Plain).show(f"last saved {self._moment(found.saved_at)}")
        shown = not (found.newer or found.foreign or (found.exists and lost))
        self.query_one("#ask").display = shown
        field = self.query_one("#passphrase", Secret)
        if shown and not field.display:
            field.display = True
            self.set_focus(field)
            field.insert_text_at_cursor(self._early)
            self._early = ""

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed before the field is there; afterwards it takes its keys itself."""
        if event.is_printable and event.character and not self.query_one("#passphrase").display:
            self._early += event.character

    def _told(self, found: Look) -> Iterator[str]:
        if self.app.keeper.unsaved:
            yield IN_MEMORY
        if found.newer:
            yield NEWER
        elif found.foreign:
            yield FOREIGN
        elif self._lost:
            yield f"{LOST if found.exists else GONE} {self._way_back}"
        elif found.damaged or self._damaged:
            yield DAMAGED
        if found.holder is not None:
            yield f"This journal is open elsewhere ({found.holder.what}, process {found.holder.pid}). Close it there."

    @property
    def _way_back(self) -> str:
        return BESIDE.format(name=self._earlier.name) if self._earlier else ELSEWHERE

    def _moment(self, milliseconds: int) -> str:
        zone = ZoneInfo(self.app.clock.zone())
        return moment_words(datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(zone))

    @on(Secret.Submitted, "#passphrase")
    def unlock(self, message: Secret.Submitted) -> None:
        """Try the passphrase, beside the screen."""
        field = self.query_one("#passphrase", Secret)
        if not field.value or not self.app.may_open():
            return
        self._say(OPENING)
        self.run_worker(self._open(field.value), group="open", exit_on_error=True)

    @on(Secret.TooLong)
    def say_too_long(self) -> None:
        """What was pasted is no passphrase."""
        self.query_one("#said", Plain).show(TOO_LONG)

    async def _open(self, passphrase: str) -> None:
        from journal.errors import VaultError

        field = self.query_one("#passphrase", Secret)
        try:
            shown = await self.app.open_journal(partial(self._opening, passphrase))
        except VaultError as error:
            field.action_select_all()
            self._say(errors_text.error_text(error))
            return
        if shown:
            field.clear()

    def forget(self) -> None:
        """Clear the passphrase; say so, or that what is being opened stays locked."""
        typed = self._early or any(field.value for field in self.query(Secret))
        self._early = ""
        super().forget()
        if self.app.opening:
            self._say(STAYS_LOCKED)
        elif typed:
            self._say(FORGOTTEN)

    @on(Input.Changed)
    def take_back(self, message: Input.Changed) -> None:
        """What was said of something else is true no more."""
        if message.value and not self.app.opening:
            self._say("")

    def _say(self, sentence: str) -> None:
        for said in self.query("#said").results(Plain):  # none yet on the way in
            said.show(sentence)

    def _opening(self, passphrase: str) -> Journal:
        from journal.store.journal import Journal

        return Journal.open(self.app.path, passphrase, clock=self.app.clock, anchors=self.app.anchors, holder="screen")

    def action_recover(self) -> None:
        """Forgotten it: the recovery words."""
        self.app.push_screen(new_screen("recover"))

    def action_put_back(self) -> None:
        """Put back a copy, where there is nothing to open."""
        if self._lost:
            self.app.show("put_back")

    def key_rows(self) -> list[Key]:
        """The key that puts a copy back only where there is nothing to open."""
        return [key for key in super().key_rows() if key.action != "put_back" or self._lost]
