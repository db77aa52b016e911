"""The locked screen: says that there is a journal and when it was saved last, never what or how much is in it.

It is the first screen, so it imports little; the rest is loaded in the background while the passphrase is typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.widgets import Input

from journal.passphrase_length import TOO_LONG, asks_for_help
from journal.text import errors as errors_text
from journal.text import fields as fields_text
from journal.text import passphrases as passphrases_text
from journal.text import unlock as unlock_text
from screens.base.screen import BaseScreen
from screens.key import Key
from screens.keymap import bindings
from screens.routes import new_screen
from screens.runtime.terminal import ZOOMED_ACROSS, ZOOMED_DOWN
from screens.widgets.fields.new_passphrase import SecretField
from screens.widgets.fields.passphrase import Secret
from screens.widgets.footer import KeyLine
from screens.widgets.panel import Panel
from screens.widgets.plain_text import Plain

if TYPE_CHECKING:
    from pathlib import Path

    from journal.file_facts import Look
    from journal.store.journal import Journal

HOLDER_SECONDS = 1.0
WARM_SECONDS = 0.1
WARMED = (
    "screens.cravings.locked_craving",
    "screens.safety.safety",
    "journal.domain.captures",
    "journal.store.journal",
    "cryptography.hazmat.primitives.kdf.argon2",
    "screens.today.today",
)


class Locked(BaseScreen[None]):
    """Looks at the file, then asks for the passphrase; a worker opens the journal.

    The first paint is what stays, so that nothing moves: ``screens.runtime.first_frame`` paints it even earlier. The
    file is looked at after it; the larger the journal, the longer that takes. Letters go into the field meanwhile. The
    enter key, what follows it, and what was typed before the field had the focus are held until then.
    """

    CSS_PATH = "lock_screen.tcss"
    HORIZONTAL_BREAKPOINTS = ZOOMED_ACROSS
    VERTICAL_BREAKPOINTS = ZOOMED_DOWN
    KEY_SCOPE = "locked"
    BINDINGS = bindings(KEY_SCOPE)
    AUTO_FOCUS = "#passphrase"

    def __init__(self) -> None:
        super().__init__()
        self._damaged = False
        self._unreadable = False
        self._lost = False
        self._has_key_file = False
        self._earlier: Path | None = None
        self._looked = False
        self._field = Secret(id="passphrase")
        self._early: list[events.Event] = []

    def body(self) -> ComposeResult:
        with Panel(unlock_text.TITLE, unlock_text.HINTS), Center(), Vertical(id="unlock"):
            yield Plain(unlock_text.SAFE_FIRST, id="safe-first")
            yield Plain(unlock_text.SCREEN_READER, id="screen-reader", classes="muted")
            known = Plain("", id="known")
            known.display = False
            yield known
            yield SecretField(passphrases_text.ASK_PASSPHRASE, self._field, id="ask")
            yield Plain("", id="said", classes="complaint")
            if self.app.demo:
                yield Plain(unlock_text.SAMPLE, id="demo")
            yield Plain("", id="saved", classes="muted")

    def on_mount(self) -> None:
        """Look at the file in a thread, after the first paint.

        After a lock the journal is still being closed, which may take a second. It can be opened again, so its
        passphrase is taken at once.
        """
        self.set_focus(self._field)  # before the first paint, which shows the cursor
        self._looked = self.app.journal is not None
        # Behind the keys that wait by now, so that they are painted first.
        self.call_after_refresh(self.app.call_later, self.call_after_refresh, self._start_looking)

    def _start_looking(self) -> None:
        self.run_worker(self._look_closely())

    async def _look_closely(self) -> None:
        """Look at the file once before the field is shown, then again every second."""
        await self._look_through()
        # As workers: no key is handled on this screen while it waits for the thread.
        self.set_interval(HOLDER_SECONDS, lambda: self.run_worker(self._look_again()))
        self.set_timer(WARM_SECONDS, lambda: self.run_worker(self._warm()))

    async def _look_through(self) -> None:
        """Check the whole file by its checksums; if it can't be opened at all, look for an earlier copy, too."""
        from journal.errors import VaultError
        from journal.store.locked import check, look

        keeper, path = self.app.keeper, self.app.path
        await keeper.closed()
        found = await keeper.run(partial(look, path))
        self._damaged = self._unreadable = False
        if found.exists and not (found.newer or found.foreign or found.damaged):
            try:
                self._damaged = (await keeper.run(partial(check, path))).damaged
            except VaultError:  # the disk cannot read it, or it is larger than any journal
                self._unreadable = True
        self._looked = True
        self._show(found)
        self.call_after_refresh(self._show_both)
        self.put_early()

    def _show_both(self) -> None:
        """Scroll so that the first line, which says where help is, can be seen together with the field if both fit."""
        for widget in self.query("#safe-first, #passphrase"):  # none, if the screen was removed meanwhile
            widget.scroll_visible(animate=False, immediate=True)

    async def _warm(self) -> None:
        """Import what a craving needs, then what opening needs, while the passphrase is typed."""
        for module in WARMED:
            await self.app.keeper.run(partial(import_module, module))

    async def _look_again(self) -> None:
        """Look whether somebody else opened or closed it."""
        from journal.store.locked import look

        if self.is_active and self.app.journal is None and not self.app.opening:
            self._show(await self.app.keeper.run(partial(look, self.app.path)))

    @on(events.ScreenResume)
    def look_after_return(self) -> None:
        """Look again after another screen: a copy may have been restored."""
        if self._lost:
            self.run_worker(self._look_through())

    async def _find_earlier(self) -> None:
        from journal.store.locked import latest_intact_generation

        self._earlier = await self.app.keeper.run(partial(latest_intact_generation, self.app.path))
        await self._look_again()

    def _show(self, found: Look) -> None:
        if not self.display:  # it is being removed, and what it would show in is gone already
            return
        lost = not found.exists or self._unreadable or (found.damaged and found.saved_at is None)
        if lost and not self._lost:
            self.run_worker(self._find_earlier())
        if (lost, found.has_key_file) != (self._lost, self._has_key_file):
            self._lost, self._has_key_file = lost, found.has_key_file
            self.query_one(KeyLine).refresh()
            unlock = unlock_text.KEY_FILE_HINT if found.has_key_file else unlock_text.UNLOCK_HINT
            self.query_one(Panel).set_hints(unlock_text.RESTORE_HINT if lost else unlock, unlock_text.HELP_HINT)
        said = "\n".join(self._state(found))
        self.query_one("#known", Plain).show(said)
        self.query_one("#known").display = bool(said)
        if found.saved_at is not None:
            self.query_one("#saved", Plain).show(unlock_text.last_saved(self._moment(found.saved_at)))
        shown = not (found.newer or found.foreign or lost)
        ask = self.query_one("#ask")
        if shown and not ask.display:
            self.call_after_refresh(self.set_focus, self._field)
        elif ask.display and not shown:
            self._field.clear()
        ask.display = shown
        ask.disabled = not shown  # in a hidden field F7 would show the passphrase, and restore nothing

    def hold(self, event: events.Event) -> bool:
        """Keep a key or a paste that is for the field until the file was looked at. Return whether it was kept.

        The field takes what it can at once: while it has the focus and nothing is kept, all but enter.
        """
        if self._looked or not (isinstance(event, events.Paste) or self._is_for_field(event)):
            return False
        if not self._early and self.focused is self._field and getattr(event, "key", "") != "enter":
            return False
        self._early.append(event)
        return True

    def _is_for_field(self, event: events.Event) -> bool:
        """Return whether this is a key that types into the field, or one of the keys that act there."""
        if not isinstance(event, events.Key):
            return False
        return event.is_printable or event.key in self._field._bindings.key_to_bindings

    @on(events.ScreenResume)
    def put_early(self) -> None:
        """Handle what was held, now that the file was looked at; not while another screen is on top."""
        if self._looked and self._early and self.is_active:
            early, self._early = self._early, []
            self.app.put_first(early)

    def _state(self, found: Look) -> Iterator[str]:
        if self.app.keeper.unsaved:
            yield unlock_text.IN_MEMORY
        if found.newer:
            yield unlock_text.NEWER
        elif found.foreign:
            yield unlock_text.FOREIGN
        elif self._lost:
            gone = unlock_text.LOST if found.exists else unlock_text.GONE
            yield unlock_text.nothing_to_open(gone, self._way_back)
        elif found.damaged or self._damaged:
            yield unlock_text.DAMAGED
        if found.holder is not None:
            yield unlock_text.held_elsewhere(found.holder.what, found.holder.pid)

    @property
    def _way_back(self) -> str:
        return unlock_text.restore_earlier(self._earlier.name) if self._earlier else unlock_text.RESTORE_ELSEWHERE

    def _moment(self, milliseconds: int) -> str:
        from zoneinfo import ZoneInfo

        from journal.domain.dates import format_moment

        zone = ZoneInfo(self.app.clock.zone())
        return format_moment(datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(zone))

    @on(Secret.Submitted, "#passphrase")
    def unlock(self, message: Secret.Submitted) -> None:
        """Try the passphrase in a worker."""
        field = self._field
        if asks_for_help(field.value):
            field.clear()
            self.app.action_safety()
            return
        if not field.value or not self.app.may_open():
            return
        self._say(unlock_text.OPENING)
        self.run_worker(self._open(field.value), group="open", exit_on_error=True)

    @on(Secret.TooLong)
    def say_too_long(self) -> None:
        """Say that what was pasted is too long to be a passphrase."""
        self.query_one("#said", Plain).show(TOO_LONG)

    async def _open(self, passphrase: str) -> None:
        from journal.errors import VaultError

        field = self._field
        try:
            shown = await self.app.open_journal(partial(self._opening, passphrase))
        except VaultError as error:
            field.action_select_all()
            self._say(errors_text.error_text(error))
            return
        if shown:
            field.clear()

    def forget(self) -> None:
        """Clear the passphrase and say so, or say that a journal being opened stays locked."""
        typed = self._early or any(field.value for field in self.query(Secret))
        self._early = []
        super().forget()
        if self.app.opening:
            self._say(unlock_text.STAYS_LOCKED)
        elif typed:
            self._say(fields_text.SECRET_CLEARED)

    @on(Input.Changed)
    def take_back(self, message: Input.Changed) -> None:
        """Clear the message: it was about something typed before."""
        if message.value and not self.app.opening:
            self._say("")

    def _say(self, sentence: str) -> None:
        for said in self.query("#said").results(Plain):  # none while the screen is composed
            said.show(sentence)

    def _opening(self, passphrase: str) -> Journal:
        from journal.store.journal import Journal

        return Journal.open(self.app.path, passphrase, clock=self.app.clock, anchors=self.app.anchors, holder="screen")

    def action_recover(self) -> None:
        """Show the screen for the recovery words."""
        self.app.push_screen(new_screen("recover"))

    def action_key_file(self) -> None:
        """Show the screen for a key file, where one opens the journal."""
        if self._has_key_file:
            self.app.push_screen(new_screen("key_file_unlock"))

    def action_put_back(self) -> None:
        """Show the screen that restores a copy, where there is nothing to open."""
        if self._lost:
            self.app.show("put_back")

    def key_rows(self) -> list[Key]:
        """Return the keys; one restores a copy where there is nothing to open, one is for a key file."""
        held = {"put_back": self._lost, "key_file": self._has_key_file}
        return [key for key in super().key_rows() if held.get(key.action, True)]
