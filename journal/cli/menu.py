"""The plain menu of accessible mode: ``journal`` without a command, in lines instead of screens.

Each item runs a command as a shell would, on the journal that the menu holds open. Before it is opened there are only
the items that need no passphrase. When nobody types for the minutes of the setting, what was answered is saved and the
journal locks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import click
from msgspec.structs import replace

from journal.cli import stdin
from journal.cli.context import CommandContext, RootContext, refuse_writing, say_what_was_found
from journal.cli.errors import EXPECTED, Code, CommandError, exit_code_and_message
from journal.cli.output import print_error
from journal.cli.prompts import OnTerminal, Prompts
from journal.config.settings import Settings
from journal.store.locked import look
from journal.text.commands import all_commands as all_commands_text
from journal.text.commands import menu as menu_text

if TYPE_CHECKING:
    from journal.store.journal import Journal

Run = Callable[[RootContext, Sequence[str]], int]
"""Runs one command line, prints its error if it has one, and returns its exit code."""

Item = tuple[str, tuple[str, ...]]
"""A label, and the command line that it runs."""

ALWAYS: Final[tuple[Item, ...]] = (
    (menu_text.CRAVING, ("craving",)),
    (menu_text.SAFETY, ("safety",)),
    (menu_text.GUIDE, ("guide",)),
)
"""What needs no passphrase."""

OPEN: Final[tuple[Item, ...]] = (
    (menu_text.CHECKIN, ("checkin",)),
    (menu_text.SLIP, ("slip",)),
    (menu_text.CRAVING, ("craving",)),
    (menu_text.NOTE, ("note",)),
    (menu_text.DAY, ("day",)),
    (menu_text.GOAL, ("goal",)),
    (menu_text.MEDICINE, ("medicine",)),
    (menu_text.MEETING, ("meeting",)),
    (menu_text.FIGURES, ("days",)),
    (menu_text.DUE, ("due", "--details")),
    (menu_text.SAFETY, ("safety",)),
    (menu_text.GUIDE, ("guide",)),
)
"""What there is to do in an open journal; an item whose command does not exist is left out."""

REVIEW: Final[Item] = (menu_text.REVIEW, ("inbox", "--keep-all"))


class Menu:
    """The loop of menus on one terminal, until the person quits or the input ends."""

    def __init__(self, root: RootContext, context: CommandContext, run: Run, commands: Sequence[str]) -> None:
        self._root = root
        self._context = context
        self._run = run
        self._commands = commands
        found = Settings.read()
        self._minutes = found.settings.idle_minutes
        self._problems = found.problems()

    def go(self) -> int:
        """Show the menus, and return the exit code."""
        if not stdin.is_terminal():
            raise CommandError(all_commands_text.NEEDS_TERMINAL, Code.USAGE)
        for problem in self._problems:
            print_error(problem)
        OnTerminal.idle = self._minutes * 60
        try:
            while (chosen := self._chosen_locked()) is not None:
                if chosen == menu_text.OPEN and self._stays_open():
                    return Code.DONE
        finally:
            OnTerminal.idle = None
        return Code.DONE

    def _chosen_locked(self) -> str | None:
        """Show what needs no passphrase, run what is chosen of it, and return its label; ``None`` to quit."""
        is_there = look(self._context.path).exists
        first = (menu_text.OPEN, ()) if is_there else (menu_text.MAKE, ("new", "--show-recovery-words"))
        print_error(menu_text.LOCKED if is_there else menu_text.NO_JOURNAL)
        item = self._ask([first, *(ALWAYS if is_there else ALWAYS[1:])], menu_text.QUIT, waits=True)
        if item is not None and item[1]:
            self._run(self._root, item[1])
        return None if item is None else item[0]

    def _stays_open(self) -> bool:
        """Open the journal and show its menu; returns whether the person quits, not only locks."""
        try:
            with self._context.opened() as journal:
                say_what_was_found(journal.report)
                refuse_writing(journal.report)
                print_error(menu_text.OPENED)
                quits = self._in_open(journal)
        except (click.ClickException, *EXPECTED) as error:
            print_error(exit_code_and_message(error)[1])
            return False
        if OnTerminal.is_idle:
            print_error(menu_text.idle(self._minutes))
            OnTerminal.is_idle = False
        print_error(menu_text.LOCKED_AGAIN)
        return quits

    def _in_open(self, journal: Journal) -> bool:
        items = [item for item in OPEN if item[1][0] in self._commands]
        while not OnTerminal.is_idle:
            waiting = len(journal.inbox.waiting())
            if waiting:
                print_error(menu_text.waiting(waiting))
            offered = [*items, *([REVIEW] if waiting else []), (menu_text.LOCK, ())]
            item = self._ask(offered, menu_text.QUIT)
            if item is None or not item[1]:
                return item is None and not OnTerminal.is_idle
            self._run(replace(self._root, journal=journal), item[1])
        return False

    def _ask(self, items: Sequence[Item], last: str, *, waits: bool = False) -> Item | None:
        """List the items and return the chosen one; ``None`` for the last, or when the input ends.

        With ``waits`` nobody is hurried: there is nothing to lock.
        """
        OnTerminal.idle = None if waits else self._minutes * 60
        prompts = Prompts.here()
        prompts.show_list([*(label for label, _ in items), last])
        most = len(items) + 1
        while prompts.asks:
            answer = prompts.read(menu_text.CHOOSE, lambda typed: _number(typed, most), menu_text.IN_MENU)
            if answer is not None:
                return items[answer - 1] if answer < most else None
        return None


def _number(typed: str, most: int) -> int | None:
    return int(typed) if typed.isdecimal() and 1 <= int(typed) <= most else None
