"""The settings screen: one line for each setting with its value, in groups; enter opens what the line names.

To add a setting, add a line to its group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from journal.config.emergency_card import Card
from journal.domain.dates import format_day
from journal.domain.focuses import Focus, paused
from journal.domain.safety_lines import REGIONS
from journal.domain.safety_plan import PARTS
from journal.language import language, spoken
from journal.text import bin as bin_text
from journal.text import errors as errors_text
from journal.text import exporting as exporting_text
from journal.text import focuses as focuses_text
from journal.text import import_screen as import_text
from journal.text import key_file as key_file_text
from journal.text import labels as labels_text
from journal.text import milestones as milestones_text
from journal.text import settings as settings_text
from screens.base.screen import BaseScreen
from screens.keymap import bindings
from screens.messages import Changed
from screens.security.backup import last_copy
from screens.settings.preferences_form import clock_time
from screens.theme import theme_named
from screens.widgets.panel import Panel
from screens.widgets.record_list import Heading, RecordList
from screens.widgets.text_fit import truncate

NAME: Final = 18
"""Cells of a line's name, so that the values stand in a column."""


class Line(NamedTuple):
    """One setting: its name, its value, and what opens it."""

    name: str
    value: str
    opens: Callable[[], object]


class SettingsScreen(BaseScreen[None]):
    """Lists the settings: what is personal is stored in the journal, the rest on this computer."""

    KEY_SCOPE = "settings"
    BINDINGS = bindings(KEY_SCOPE)

    def body(self) -> ComposeResult:
        with Panel(settings_text.TITLE, settings_text.HINTS):
            yield RecordList(_drawn, id="lines")

    def on_mount(self) -> None:
        """Focus the list, so that the arrows go through the lines."""
        self.query_one(RecordList).focus()

    def on_screen_resume(self) -> None:
        """Refresh after a form."""
        self.show_lines()

    @on(Changed)
    def show_lines(self) -> None:
        """Show the settings as they are now."""
        if self.app.journal is None:
            return
        lines: list[Line] = []
        headings: list[Heading] = []
        for name, group in self._groups():
            headings += [Heading(len(lines), "")] if lines else []
            headings.append(Heading(len(lines), name))
            lines += group
        self.query_one(RecordList).show(lines, headings=headings)

    @on(RecordList.Chosen)
    @on(RecordList.Edit)
    def change(self, message: RecordList.About) -> None:
        """Open the form of a line."""
        message.item.opens()

    def action_add(self) -> None:
        """Add another focus."""
        self.app.show("focus")

    def _groups(self) -> tuple[tuple[str, Iterator[Line]], ...]:
        """Return the name of each group and its lines."""
        return (
            (settings_text.YOU, self._you()),
            (settings_text.TRACKED, self._tracked()),
            (settings_text.SAFETY, self._safety()),
            (settings_text.SECURITY, self._security()),
            (settings_text.BACKUPS, self._backups()),
            (settings_text.LOOKS_AND_KEYS, self._looks_and_keys()),
            (settings_text.EXPORTS, self._exports()),
            (settings_text.ERASING, self._erasing()),
        )

    def _you(self) -> Iterator[Line]:
        preferences = self.journal.preferences
        begins = f"{clock_time(preferences.day_starts_at):%H:%M}"
        yield Line(
            settings_text.PREFERENCES,
            settings_text.words_and_days(preferences.slip_word, labels_text.label(preferences.since), begins),
            partial(self.app.show, "preferences", record=preferences),
        )
        scheme = labels_text.label(preferences.milestone_scheme)
        yield Line(milestones_text.NAME, scheme, partial(self.app.show, "milestone_scheme", record=preferences))
        region = spoken(REGIONS.get(self.app.settings.region, settings_text.NO_REGION))
        value = settings_text.region_and_language(region, labels_text.label(language()))
        yield Line(settings_text.REGION_AND_LANGUAGE, value, partial(self.app.show, "region"))

    def _tracked(self) -> Iterator[Line]:
        for focus in self.journal.focuses.all():
            yield Line(focus.label, self._stands(focus), partial(self.app.show, "focus", record=focus))
        yield Line("+", settings_text.ADD_FOCUS, self.action_add)

    def _safety(self) -> Iterator[Line]:
        show, own = self.app.show, self.app.settings.lines
        plan = settings_text.parts_written(len(self.journal.safety_plan.parts()), len(PARTS))
        yield Line(settings_text.SAFETY_PLAN, plan, partial(show, "safety_plan"))
        card = settings_text.CARD_SHOWN if Card.load() else settings_text.NO_CARD
        yield Line(settings_text.EMERGENCY_CARD, card, partial(show, "card"))
        lines = settings_text.own_lines(len(own)) if own else settings_text.NO_OWN_LINES
        yield Line(settings_text.OWN_LINES, lines, partial(show, "own_lines"))

    def _security(self) -> Iterator[Line]:
        has_words, settings = self.journal.has_recovery, self.app.settings
        words = settings_text.HAS_RECOVERY_WORDS if has_words else settings_text.NO_RECOVERY_WORDS
        opens = key_file_text.beside(words) if self.journal.has_key_file else words
        yield Line(settings_text.ACCESS, opens, partial(self.app.show, "what_opens"))
        after = settings_text.locks_after(settings.idle_minutes, settings.meeting_idle_minutes)
        yield Line(settings_text.LOCK, after, partial(self.app.show, "lock_after"))

    def _backups(self) -> Iterator[Line]:
        path = self.journal.path
        yield Line(settings_text.COPIES, last_copy(self), partial(self.app.show, "backup"))
        yield Line(settings_text.MERGE, settings_text.MERGE_WHAT, partial(self.app.show, "merge"))
        yield Line(settings_text.COMPACT, settings_text.compact_what(path.stat().st_size), self._ask_compact)
        yield Line(settings_text.FILE, str(path), partial(self.app.notify, str(path)))
        kept = self.journal.preferences.keep_deleted
        deleted = bin_text.setting(len(self.journal.bin.items())) if kept else bin_text.SETTING_OFF
        yield Line(bin_text.SETTING, deleted, self._keep_deleted)

    def _keep_deleted(self) -> None:
        """Ask before nothing is kept any more; the other way nothing can be lost."""
        if not self.journal.preferences.keep_deleted:
            self.app.keep_deleted(True)
            return
        detail = bin_text.turn_off_detail(len(self.journal.bin.items()), len(self.journal.versions))
        off = partial(self.app.keep_deleted, False)
        self.app.ask(bin_text.TURN_OFF_ASK, bin_text.TURN_OFF_YES, off, detail=detail)

    def _looks_and_keys(self) -> Iterator[Line]:
        settings, way = self.app.settings, partial(self.app.show, "computer")
        yield Line(settings_text.THEME, settings_text.THEME_LABELS[theme_named(settings.theme)], way)
        moves = settings_text.motion_and_keys(settings.key_pause_ms, motion=settings.motion)
        yield Line(settings_text.MOTION_AND_KEYS, moves, way)

    def _exports(self) -> Iterator[Line]:
        yield Line(settings_text.PAGE, settings_text.PAGE_WHAT, partial(self.app.show, "share"))
        yield Line(exporting_text.SETTING, exporting_text.SETTING_WHAT, partial(self.app.show, "export"))
        yield Line(import_text.SETTING, import_text.SETTING_WHAT, partial(self.app.show, "import_programs"))
        yield Line(import_text.UNDO_SETTING, import_text.UNDO_SETTING_WHAT, partial(self.app.show, "undo_import"))

    def _erasing(self) -> Iterator[Line]:
        yield Line(settings_text.ERASE, settings_text.ERASE_WHAT, partial(self.app.show, "erase_journal"))

    def _stands(self, focus: Focus) -> str:
        today = self.journal.today()
        parts = [focuses_text.GOAL_MODE_WORDS[focus.goal_mode]]
        parts.append(settings_text.since(format_day(focus.start, today)) if focus.start else settings_text.NOT_STARTED)
        parts += [settings_text.PAUSED] if paused(focus, today) else []
        parts += [settings_text.ARCHIVED] if focus.archived else []
        return " · ".join(parts)

    def _ask_compact(self) -> None:
        ask, detail = settings_text.COMPACT_ASK, settings_text.COMPACT_DETAIL
        self.app.ask(ask, settings_text.COMPACT_YES, self._compact, detail=detail)

    def _compact(self) -> None:
        self.app.run_worker(self._compacted(), group="journal")

    async def _compacted(self) -> None:
        from journal.errors import VaultError

        journal = self.journal
        try:
            await self.app.keeper.run(journal.compact)
        except VaultError as error:
            self.app.notify(errors_text.error_text(error), severity="error")
            return
        self.app.notify(settings_text.compacted(journal.path.stat().st_size))
        self.app.broadcast(Changed)


def _drawn(item: Line, width: int) -> str:
    """Return the name of a line in its column, and its value."""
    name = truncate(item.name, NAME)
    return f"{name}{' ' * (NAME - Content(name).cell_length)}  {item.value}"
