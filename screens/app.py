"""The app: the five main screens, the lock, and what happens when time passes or a signal ends the program.

``journal.__main__`` calls ``run``. The app opens screens by their names in ``screens.routes`` and imports none of them:
the locked screen has to be there at once.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from textual import events
from textual.screen import Screen

from journal.clock import Clock, SystemClock
from journal.errors import UnsuitableLibrary
from journal.text import app as app_text
from journal.text import errors as errors_text
from screens.key import EVERYWHERE
from screens.keymap import bindings
from screens.messages import Changed, DayChanged
from screens.routes import PLACES, ROUTES, new_screen, screen_class
from screens.runtime import first_frame
from screens.runtime.actions import JOURNAL, SavingApp
from screens.runtime.journal_worker import RESUME_STATE, Draft, Forgets, HasDraft
from screens.runtime.key_queue import KeyQueue
from screens.runtime.paste import LONGEST, PasteCut
from screens.runtime.queued_tasks import QueuedTasks
from screens.runtime.requirements import check_textual
from screens.runtime.shutdown import Shutdown
from screens.runtime.stopwatch import Stopwatch
from screens.runtime.stylesheet import ParsedOnce
from screens.runtime.terminal import SIZES_ACROSS, SIZES_DOWN, forget_size, unsupported_reason
from screens.runtime.tremor import Tremor
from screens.theme import THEMES, theme_named

if TYPE_CHECKING:
    from datetime import date

    from textual.driver import Driver

    from journal.config.settings import Settings
    from journal.file_facts import Cost
    from journal.store.journal import Journal
    from screens.runtime.craving_timer import CravingTimer

CLOSED: Final = "closed"
"""The mode without an open journal: the locked screen, with Welcome on top where there is no journal yet."""

SEALING_SECONDS: Final = 10.0
INBOX_SECONDS: Final = 60.0


class JournalApp(QueuedTasks, KeyQueue, SavingApp):
    """Shows one journal, open or locked.

    ``timing`` is the craving timer that runs on through a lock; ``tremor`` knows which key has just answered;
    ``copied_to`` the folder of the last copy made;
    ``other_copies`` how many copies in its folder hold something new; ``demo`` shows the passphrase of the sample;
    ``opening`` is true until a journal that is being opened is shown; ``exit_drafts`` is what was half-typed at exit;
    ``restored`` is true from a restore until the next unlock; ``cost``, what new keys cost, and ``anchors``, the folder
    of the rollback anchors, are for tests to change.
    """

    TITLE = "journal"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    BINDINGS = bindings(EVERYWHERE)
    DEFAULT_MODE = CLOSED
    HORIZONTAL_BREAKPOINTS = SIZES_ACROSS
    VERTICAL_BREAKPOINTS = SIZES_DOWN

    def __init__(
        self, path: Path, *, clock: Clock | None = None, settings: Settings | None = None, demo: bool = False
    ) -> None:
        super().__init__()
        self.stylesheet = ParsedOnce(variables=self.get_css_variables())
        for theme in THEMES:
            self.register_theme(theme)
        self.path = path
        self.clock: Clock = clock or SystemClock()
        self.demo = demo
        self.cost: Cost | None = None
        self.anchors: Path | None = path.parent if demo else None
        self.timing: CravingTimer | None = None
        self.copied_to: Path | None = None
        self.other_copies = 0
        self.restored = False
        self.exit_drafts: dict[str, Draft] = {}
        self.opening = False
        self._given_up = False
        self._settings = settings
        self._settings_problems: list[str] = []
        self._idle = Stopwatch(self.clock)
        self.tremor = Tremor(self.clock)
        self._place = PLACES[0]
        self._today: date | None = None
        self._offered: set[str] = set()
        self.add_mode(CLOSED, partial(new_screen, "locked"))
        for place in PLACES:
            self.add_mode(place, partial(new_screen, place))

    # What works on every screen.

    def action_craving(self) -> None:
        """Show the form for a craving; while locked, the breath, the timer and the lines."""
        name = "breathing" if self.journal is None else "craving"
        if not self._back_to(screen_class(name)):
            self.show(name)

    def action_safety(self) -> None:
        """Show the safety lines."""
        self.show("safety")

    def action_help_quit(self) -> None:
        """Say how to quit: ctrl+c ends other programs, but not this one."""
        self.notify(app_text.HOW_TO_QUIT)

    def action_help(self) -> None:
        """Show all keys of the current screen."""
        self.show("commands", of=self.screen)

    def action_commands(self) -> None:
        """Show every command, to search among."""
        self.show("commands", of=self.screen, everything=True)

    def action_open(self, name: str) -> None:
        """Push a screen by its name in ``ROUTES``."""
        self.show(name)

    def action_place(self, place: str) -> None:
        """Go to one of the five main screens."""
        self._place = place
        self.switch_mode(place)

    async def action_quit(self) -> None:
        """Quit after all pending saves; ask first if a draft can't be saved."""
        waiting = [worker for worker in self.workers if worker.group == JOURNAL and not worker.is_finished]
        if waiting:
            await self.workers.wait_for_complete(waiting)
        reason = await self.keeper.save_drafts(self.drafts())
        if not reason:
            await self.keeper.compact()
            self.exit(return_code=0)
            return
        leave, detail = partial(self.exit, return_code=0), app_text.leave_detail(reason)
        self.ask(app_text.LEAVE_ASK, app_text.LEAVE_YES, leave, no=app_text.LEAVE_NO, detail=detail)

    def show(self, name: str, **options: Any) -> None:
        """Push a screen by its name in ``ROUTES``, unless one of its class is on top."""
        if not isinstance(self.screen, screen_class(name)):
            self.push_screen(new_screen(name, **options))

    def _back_to(self, kind: type[Screen[Any]]) -> bool:
        """Pop the screens above one of this class, saving their drafts; return whether there is one."""
        if not any(isinstance(screen, kind) for screen in self.screen_stack):
            return False
        while not isinstance(self.screen, kind):
            if isinstance(self.screen, HasDraft) and (draft := self.screen.draft()):
                self.keep(draft)
            self.pop_screen()
        return True

    @property
    def new_key_options(self) -> dict[str, Any]:
        """Return more options for ``Journal.create`` and ``set_passphrase``: the cost, if it is not the usual."""
        return {} if self.cost is None else {"cost": self.cost}

    @property
    def settings(self) -> Settings:
        """Return the settings in ``settings.toml``; setting them changes the theme at once."""
        if self._settings is None:
            from journal.config.settings import Settings

            found = Settings.read()
            self._settings, self._settings_problems = found.settings, found.problems()
        return self._settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        self._settings = settings
        self._apply_theme()

    # Opening and locking.

    def may_open(self) -> bool:
        """Return whether a journal may be opened now, and reserve that: ``open_journal`` follows."""
        if self.opening:
            return False
        self.opening, self._given_up = True, False
        return True

    async def open_journal(self, opening: Callable[[], Journal]) -> bool:
        """Open a journal and show it; return false if it was locked meanwhile. Raises ``VaultError``."""
        try:
            journal = await self.keeper.open(opening)
            if not self._given_up:
                self.run_worker(self.show_opened_journal(journal), group="open")
                return True
            await self.keeper.close({})
        except BaseException:
            self.opening = False
            raise
        self.opening = False
        return False

    def give_up(self) -> bool:
        """Keep a journal that is being opened locked; return whether one is being opened."""
        self._given_up = self.opening
        return self.opening

    async def show_opened_journal(self, journal: Journal) -> None:
        """Show an opened journal; lock it afterwards if that was asked for meanwhile."""
        self.opening = True
        await self._show_all(journal)
        self.call_after_refresh(self.keeper.read_ahead)
        self.opening = False
        if self._given_up:
            self.action_lock()

    async def _show_all(self, journal: Journal) -> None:
        """Show the main screen and the drafts from before the lock, then what opening found."""
        from journal.file_facts import Report

        drafts = {**journal.drafts.all(), **self.keeper.unsaved}
        back = drafts.get(RESUME_STATE, {})
        place = back.get("place")
        self.action_place(place if place in PLACES else self._place)
        await self._replace_mode(CLOSED, partial(new_screen, "locked"))
        self._today = journal.today()
        self._idle.touch()
        await self._apply_timer_rating(journal)
        for key in back.get("open", ()):
            if key in drafts and key.partition(":")[0] in ROUTES:
                await self.push_screen(new_screen(key.partition(":")[0], draft=(key, drafts[key])))
        self._ask_region()
        self._offer_what_waits(journal)
        if journal.report != Report():
            self.show("opened", report=journal.report)

    def _ask_region(self) -> None:
        """Ask for the country after a restore, once: it is a setting of the computer, so no backup has it."""
        if self.restored and not self.settings.region:
            from journal.text import backups as backups_text

            no_region, choose, later = backups_text.NO_REGION, backups_text.CHOOSE_REGION, backups_text.REGION_LATER
            self.ask(no_region, choose, partial(self.show, "region"), no=later)
        self.restored = False

    def _offer_what_waits(self, journal: Journal) -> None:
        """Show what was written while locked, once: what is left for later is a line on Today."""
        waiting = {capture.uid for capture in journal.inbox.waiting()}
        if (waiting - self._offered and not journal.read_only) or journal.inbox.intake.is_wrong:
            self.show("inbox")
        self._offered |= waiting

    def look_into_inbox(self) -> None:
        """Import what was written in a shell meanwhile; Today then says so."""
        if self.journal is not None and not self.journal.read_only and not self.demo:
            self.run_worker(self._take_in(self.journal), group=JOURNAL)

    async def _take_in(self, journal: Journal) -> None:
        from journal.errors import VaultError
        from journal.store.capture import is_waiting

        if is_waiting(self.path):
            with suppress(VaultError):  # it stays in the inbox
                if (await self.keeper.run(journal.inbox.take_in)).is_news:
                    self.broadcast(lambda: Changed("captures"))

    async def _apply_timer_rating(self, journal: Journal) -> None:
        """Save the rating that was given while locked in its craving."""
        timing, self.timing = self.timing, None
        if timing is None or timing.answer is None or timing.craving not in journal.cravings:
            self.timing = timing
            return
        from msgspec.structs import replace

        from journal.domain.cravings import with_rating
        from journal.errors import VaultError

        if timing.craving in {capture.uid for capture in journal.inbox.waiting()}:
            with suppress(VaultError):  # the save below says so
                await self.keeper.run(partial(journal.inbox.keep, timing.craving))
                return
        craving = with_rating(journal.cravings.get(timing.craving), timing.answer)
        await self.save_and_wait(replace(craving, timer_seconds=timing.seconds))

    def action_lock(self) -> None:
        """Hide everything personal at once; then save the drafts, remove every screen, and close the journal.

        While locked, clear the secrets that are typed; a journal that is being opened stays locked.
        """
        self.clear_notifications()
        self._clipboard = ""
        for screen in self.every_screen():
            if isinstance(screen, Forgets):
                screen.forget()
        if self.give_up():
            return
        welcome = self.current_mode == CLOSED  # the journal may be made while it still asks questions
        if self.journal is None or (welcome and not any(isinstance(screen, HasDraft) for screen in self.screen_stack)):
            return
        drafts = self.drafts()
        if self.timing and self.timing.craving in self.journal.cravings:
            self.timing.intensity = self.journal.cravings.get(self.timing.craving).intensity
        self.locking = True
        while welcome and len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_mode(CLOSED)
        if self.timing and self.timing.is_active:
            self.push_screen(new_screen("breathing"))
        self.run_worker(self._close(drafts), group="lock")

    async def _close(self, drafts: dict[str, Draft]) -> None:
        for place in PLACES:
            await self._replace_mode(place, partial(new_screen, place))
        await self.keeper.close(drafts)
        self.call_later(setattr, self, "locking", False)  # after all notifications that are queued

    async def _replace_mode(self, mode: str, made: Callable[[], Screen[Any]]) -> None:
        await self.remove_mode(mode)
        self.add_mode(mode, made)

    def drafts(self) -> dict[str, Draft]:
        """Return the drafts of every screen, by key, and under ``RESUME_STATE`` where to come back to."""
        found = [draft for screen in self.every_screen() if isinstance(screen, HasDraft) and (draft := screen.draft())]
        if not found and self.keeper.draft(RESUME_STATE) is None:
            return {}
        return {**dict(found), RESUME_STATE: {"place": self._place, "open": [key for key, _ in found]}}

    # Timers, and the end.

    def get_driver_class(self) -> type[Driver]:
        """Return the driver that survives a terminal that goes away; on Windows, Textual's own."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from screens.runtime.driver import TerminalDriver

        return TerminalDriver

    def on_load(self) -> None:
        """Set the theme before anything is styled: later, Textual would style and paint all of it once more."""
        self.set_reactive(JournalApp.theme, theme_named(self.settings.theme))
        theme = self.current_theme
        classes = {f"-theme-{theme.name}": True, "-dark-mode": theme.dark, "-light-mode": not theme.dark}
        self.update_classes(classes, update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Start the timers; show Welcome where there is no journal."""
        self.install_handlers()
        self.use_keys(self.settings.keys, self._settings_problems)
        self._apply_theme()
        self.call_after_refresh(collect_garbage)
        self.app_resume_signal.subscribe(self, lambda _: self.action_lock())
        self.set_interval(1.0, self._tick)
        self.set_interval(SEALING_SECONDS, self.seal)
        self.set_interval(INBOX_SECONDS, self.look_into_inbox)
        if not (self.path.exists() or self.path.is_symlink()):
            self.show("welcome")

    async def on_event(self, event: events.Event) -> None:
        """Restart the idle time here, as inputs consume keys before ``on_key`` would see them."""
        if isinstance(event, events.InputEvent | events.Paste):
            self._idle.touch()
        await super().on_event(event)

    def is_ignored(self, key: events.Key) -> bool:
        """Return whether the key has just answered and comes again; typed text is never ignored.

        Another key takes away what was said before it.
        """
        if self.tremor.repeats(key.key, self.settings.key_pause_ms / 1000) and not self.is_text(key):
            return True
        self.tremor.press(key.key)
        self.clear_read()
        return False

    def on_paste_cut(self, message: PasteCut) -> None:
        """Say how much of a paste is missing."""
        self.notify(app_text.paste_cut(LONGEST, message.left_out), severity="error")

    def idle_minutes(self) -> int:
        """Return the minutes without a key until the lock: more while a screen has ``long_idle``."""
        meeting = any(getattr(screen, "long_idle", False) for screen in self.screen_stack)
        return self.settings.meeting_idle_minutes if meeting else self.settings.idle_minutes

    def _tick(self) -> None:
        if self._idle.seconds() >= self.idle_minutes() * 60:
            self.action_lock()
        elif self.journal is not None and (today := self.journal.today()) != self._today:
            self._today = today
            self.broadcast(DayChanged)

    def seal(self) -> None:
        """Save the drafts of every screen, and where to come back to."""
        if self.journal is not None and not self.journal.read_only:
            self.run_worker(self.keeper.save_drafts(self.drafts()), group="journal")

    def _apply_theme(self) -> None:
        self.theme = theme_named(self.settings.theme)
        self.animation_level = "basic" if self.settings.motion else "none"

    def end_on_signal(self, number: int) -> None:
        """End on a signal; a second one changes nothing."""
        if self.exit_code is None:
            self.exit_drafts = self.drafts()
            self.exit(return_code=128 + number)

    def _fatal_error(self) -> None:
        first = self.exit_code is None
        super()._fatal_error()
        if first:
            self.exit_drafts = self.drafts()


def collect_garbage() -> None:
    """Collect garbage from now on, if ``journal.__main__`` has put that off; what was imported is not looked at."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run(path: Path, *, demo: bool = False) -> int:
    """Show the journal at ``path`` on this terminal until it is left; return the exit code."""
    try:
        check_textual()
    except UnsuitableLibrary as error:
        first_frame.give_back()
        print(errors_text.error_text(error), file=sys.stderr)
        return 1
    if sentence := unsupported_reason():  # also one that was made smaller since the first frame
        first_frame.give_back()
        print(sentence, file=sys.stderr)
        return 2
    forget_size()
    app = JournalApp(path, demo=demo)
    app.ending = Shutdown(app)
    app.ending.watch()
    try:
        app.run()
    finally:
        app.keeper.shutdown(app.exit_drafts)
    return app.exit_code or 0
