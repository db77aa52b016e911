"""How a command gets at the journal: its common options, opening it, and saying what opening found.

What opens a journal is imported when one is opened: what is only sealed must be quick.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from journal.cli.errors import Code, CommandError, exit_code_and_message
from journal.cli.output import count, print_error
from journal.cli.passphrase import ask, ask_twice, read_line
from journal.config.settings import default_journal_path
from journal.domain.dates import EARLIEST_YEAR, moment_words
from journal.errors import Damaged, InUse, NoJournal
from journal.passphrase_length import refusal
from journal.store.locked import look

if TYPE_CHECKING:
    from journal.file_facts import Report
    from journal.store.journal import Journal

OpenScreens = Callable[..., int]
"""``open_screens(path, demo=False)`` shows the journal on this terminal and returns the exit code."""


DOWN_TO = date(EARLIEST_YEAR, 1, 1)
UP_TO = date(2999, 12, 31)


@dataclass(frozen=True)
class RootContext:
    """What the bare command was given: the way to the screens, and where the journal is, if it was said."""

    open_screens: OpenScreens
    place: Path | None = None


@dataclass(frozen=True)
class CommandContext:
    """The way to the journal: its path, the file descriptor with the passphrase, if any, and which command asks."""

    path: Path
    descriptor: int | None
    command: str

    def passphrase(self, question: str = "Passphrase") -> str:
        """The passphrase, the next line of the file descriptor or else asked for."""
        return ask(question) if self.descriptor is None else read_line(self.descriptor)

    def new_passphrase(self, question: str = "A passphrase for it") -> str:
        """A passphrase to be, asked for twice unless it comes from the file descriptor; never empty, never too long."""
        passphrase = self.secret(question)
        if not passphrase:
            raise click.UsageError("A journal needs a passphrase, and this one is empty; nothing was changed.")
        if refused := refusal(passphrase):
            raise click.UsageError(refused)
        return passphrase

    def secret(self, question: str) -> str:
        """Something to be, asked for twice, unless it is the next line of the file descriptor; empty, maybe."""
        return ask_twice(question) if self.descriptor is None else read_line(self.descriptor)

    @contextmanager
    def reading(self) -> Iterator[Journal]:
        """The journal, to read as far as it can be; ends the command with exit code 4 if there is damage."""
        with self.opened(read_only=True) as journal:
            say_what_was_found(journal.report)
            yield journal
        if journal.report.damaged:
            raise click.exceptions.Exit(Code.DAMAGED)

    @contextmanager
    def writing(self, *, passphrase: str | None = None, recovery_words: str | None = None) -> Iterator[Journal]:
        """The journal, to write in. Raises ``Refused`` where writing could lose something."""
        with self.opened(passphrase=passphrase, recovery_words=recovery_words) as journal:
            say_what_was_found(journal.report)
            refuse_writing(journal.report)
            yield journal

    def opened(
        self, *, passphrase: str | None = None, recovery_words: str | None = None, read_only: bool = False
    ) -> Journal:
        """The journal, by what is given, else by the passphrase asked for. Raises what ``Journal.open`` does."""
        from journal.store.journal import Journal

        self.look()
        if passphrase is None and recovery_words is None:
            passphrase = self.passphrase()
        journal = Journal.open(
            self.path, passphrase, recovery_words=recovery_words, read_only=read_only, holder=self.command
        )
        say_what_came(journal)
        return journal

    def look(self) -> None:
        """Raise what needs no passphrase to be known: ``NoJournal``, ``InUse``."""
        seen = look(self.path)
        if not seen.exists:
            raise NoJournal()
        if seen.holder is not None:
            raise InUse(seen.holder)


def say_what_was_found(report: Report) -> None:
    """Tell, on standard error, what opening found that is not well."""
    if report.damaged:
        print_error(damage_words(report.missing, at_least=report.missing_at_least))
    if report.unfinished:
        print_error("The last save is unfinished and does not count; everything saved before it is here.")
    if report.newer:
        print_error("A newer version wrote in this journal; what only that one knows is left out here.")
    if report.behind:
        from journal.file_facts import older_words

        print_error(f"This copy is {older_words(report)} older than what this computer saw{_when(report)}.")
    if report.forked:
        print_error(f"This copy went another way than the one this computer saw last{_when(report)}.")


def say_what_came(journal: Journal) -> None:
    """Tell, on standard error, what is not well with what was written without unlocking; it is told only once."""
    taken = journal.inbox.taken
    if taken.is_wrong:
        from journal.text.inbox import news_words

        for paragraph in news_words(taken.set_aside, foreign=taken.foreign_key):
            print_error(paragraph)


def _when(report: Report) -> str:
    """When this computer saw what it saw, as its wall clock shows it."""
    if report.anchor_time is None:
        return ""
    seen = datetime.fromtimestamp(report.anchor_time / 1000, UTC).astimezone()
    return f" on {moment_words(seen)}"


def damage_words(missing: int, *, at_least: bool) -> str:
    """What is damaged, and how much of it; ``at_least``: or more."""
    if not missing:
        return "There is damage to one copy of the file's first page; nothing is missing, `journal compact` mends it."
    number = f"{'at least ' if at_least else ''}{count(missing, 'record')}"
    return f"There is damage: {number} can't be read; everything else is here."


def refuse_writing(report: Report) -> None:
    """Raise ``Refused`` for a journal in which nothing may be saved until the person has chosen how to go on."""
    if report.unreadable:
        raise CommandError("Nothing was saved, so that nothing more is lost; `journal go-on` goes on.", Code.DAMAGED)
    if report.newer:
        raise CommandError("Nothing was saved; the newer version can.", Code.NEWER)
    if report.rolled_back:
        raise CommandError(
            "Nothing was saved; `journal go-on` goes on with this copy, `journal merge` brings in a newer one."
        )


class Day(click.ParamType[date]):
    """A date as ``2026-11-23``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or an error of usage."""
        option = param.opts[0] if param else "This"
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            raise click.UsageError(f"{option} takes a date like 2026-11-23.", ctx) from None
        if not DOWN_TO <= day <= UP_TO:
            raise click.UsageError(f"{option} takes a date from {DOWN_TO.year} to {UP_TO.year}.", ctx)
        return day


class Whole(click.IntRange):
    """A whole number from ``least`` to ``most``; of anything else it says the ``sentence``, an error of usage."""

    def __init__(self, least: int, most: int | None, sentence: str) -> None:
        super().__init__(least, most)
        self.sentence = sentence

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or the sentence."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            raise click.UsageError(self.sentence, ctx) from None


def command(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function a command that takes the common options and gets a ``CommandContext`` first.

    Its docstring is the help.
    """

    def decorate(function: Callable[..., None]) -> click.Command:
        def run(context: click.Context, /, *, place: Path | None, descriptor: int | None, **options: Any) -> None:
            path = place or context.obj.place or default_journal_path()
            try:
                function(CommandContext(path, descriptor, context.command_path), **options)
            except Damaged as error:
                raise CommandError(_with_the_copy_before(error, path), Code.DAMAGED) from error

        functools.update_wrapper(run, function)  # its options and docstring
        return click.command(name)(_place_option(_descriptor_option(click.pass_context(run))))

    return decorate


def _with_the_copy_before(error: Damaged, path: Path) -> str:
    """What to say of the damage, with the copy beside it where there is one."""
    _, said = exit_code_and_message(error)
    before = path.with_name(f"{path.name}.1")
    return f"{said} The copy beside it that ends in .1 is the one before." if before.exists() else said


_place_option = click.option(
    "--journal", "place", type=click.Path(path_type=Path), metavar="PATH", help="Where the journal is."
)
_descriptor_option = click.option(
    "--passphrase-fd",
    "descriptor",
    type=Whole(0, None, "--passphrase-fd takes the number of a file descriptor."),
    metavar="N",
    help="Read the passphrase from this file descriptor, up to the line's end.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
