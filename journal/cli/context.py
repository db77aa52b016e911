"""What all commands share: the common options, opening the journal, and saying what opening found.

Every module of ``journal.cli.commands`` makes its commands with ``command`` from here and gets a ``CommandContext``.
``journal.store.journal``, which is slow to load, is imported only when a journal is opened: ``journal craving 7`` opens
none.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from journal.cli import accessible
from journal.cli.errors import Code, CommandError, exit_code_and_message
from journal.cli.output import print_error
from journal.cli.passphrase import ask, ask_twice, read_line
from journal.config.places import default_journal_path
from journal.date_order import is_month_first
from journal.domain.dates import EARLIEST_YEAR, format_moment, parse_day
from journal.errors import Damaged, InUse, NoJournal
from journal.passphrase_length import refusal
from journal.text import passphrases as passphrases_text
from journal.text.commands import all_commands as all_commands_text

if TYPE_CHECKING:
    from journal.file_facts import Report
    from journal.store.journal import Journal

OpenScreens = Callable[..., int]
"""``open_screens(path, demo=False)`` shows the journal on this terminal and returns the exit code."""

DOWN_TO = date(EARLIEST_YEAR, 1, 1)
UP_TO = date(2999, 12, 31)
"""The first and the last date that an option takes."""


class RootContext(Struct, frozen=True):
    """What ``journal`` itself was given: how to open the screens, and the path of the journal, if there was one.

    ``journal`` is the open one, where the menu runs a command on it.
    """

    open_screens: OpenScreens
    place: Path | None = None
    journal: Journal | None = None


class CommandContext(Struct, frozen=True):
    """Opens the journal for one command; ``descriptor`` is the file descriptor with the passphrase, if any.

    ``journal`` is one that is open already: the command works on it, and leaves it open. ``key_file`` is the path that
    an option names.
    """

    path: Path
    descriptor: int | None
    command: str
    journal: Journal | None = None
    key_file: Path | None = None

    @property
    def opens_unasked(self) -> bool:
        """Return whether the journal is open, or opens without a question."""
        return self.descriptor is not None or self.journal is not None or self.key_file is not None

    def passphrase(self, question: str = passphrases_text.ASK_PASSPHRASE) -> str:
        """Return the next line of the file descriptor, or else what is typed."""
        return ask(question) if self.descriptor is None else read_line(self.descriptor)

    def new_passphrase(self, question: str = passphrases_text.ASK_NEW) -> str:
        """Return a new passphrase, typed twice unless it comes from the file descriptor.

        Raises ``click.UsageError`` where it is empty or too long.
        """
        passphrase = self.secret(question)
        if not passphrase:
            raise click.UsageError(passphrases_text.EMPTY)
        if refused := refusal(passphrase):
            raise click.UsageError(refused)
        return passphrase

    def secret(self, question: str) -> str:
        """Return a new secret, typed twice unless it comes from the file descriptor; it may be empty."""
        return ask_twice(question) if self.descriptor is None else read_line(self.descriptor)

    @contextmanager
    def reading(self, *, takes_in: bool = False) -> Iterator[Journal]:
        """Open the journal read-only, as far as it can be read; ends the command with exit code 4 on damage.

        ``takes_in``: import first what was written without the passphrase, where the journal can be written.
        """
        if self.journal is not None:
            yield self.journal
            return
        with self.opened(read_only=not takes_in) as journal:
            say_what_was_found(journal.report)
            yield journal
        if journal.report.damaged:
            raise click.exceptions.Exit(Code.DAMAGED)

    @contextmanager
    def writing(self, *, passphrase: str | None = None, recovery_words: str | None = None) -> Iterator[Journal]:
        """Open the journal for writing. Raises ``CommandError`` where writing could lose something."""
        if self.journal is not None:
            yield self.journal
            return
        with self.opened(passphrase=passphrase, recovery_words=recovery_words) as journal:
            say_what_was_found(journal.report)
            refuse_writing(journal.report)
            yield journal

    def opened(
        self, *, passphrase: str | None = None, recovery_words: str | None = None, read_only: bool = False
    ) -> Journal:
        """Open the journal with what is given, else with a key file that is named, else with the passphrase.

        Raises what ``Journal.open`` does.
        """
        from journal.store.journal import Journal

        self.look()
        key_file = None
        if passphrase is None and recovery_words is None:
            key_file = self.key_file or self._key_file_at_hand()
            passphrase = self.passphrase() if key_file is None else None
        journal = Journal.open(
            self.path,
            passphrase,
            recovery_words=recovery_words,
            key_file=key_file,
            read_only=read_only,
            holder=self.command,
        )
        if key_file is not None:
            _say_who_can_read(key_file)
        say_what_came(journal)
        return journal

    def _key_file_at_hand(self) -> Path | None:
        """Return the key file that the environment names, if its drive is there and no passphrase is given."""
        from journal.store.key_files import is_there, named_key_file

        named = None if self.descriptor is not None else named_key_file()
        if named is None or is_there(named):
            return named
        from journal.text.commands import key_file as key_file_text

        print_error(key_file_text.not_plugged_in(named))
        return None

    def day(self, journal: Journal, typed: str | None, *, ahead: bool = False) -> date | None:
        """Return the day that an option means, and print what was understood unless it is typed as a full date.

        Raises ``click.UsageError`` for a day to come, unless ``ahead``.
        """
        if typed is None:
            return None
        today = journal.today()
        day = parse_day(typed, today, ahead=ahead, month_first=is_month_first()) or today
        if typed != day.isoformat():
            from journal.text import dates as dates_text

            print_error(dates_text.understood_day(day, today))
        if day > today and not ahead:
            from journal.text import forms as forms_text

            raise click.UsageError(forms_text.TO_COME)
        return day

    def look(self) -> None:
        """Raise ``NoJournal`` or ``InUse`` before a passphrase is asked for."""
        from journal.store.locked import look

        seen = look(self.path)
        if not seen.exists:
            raise NoJournal()
        if seen.holder is not None:
            raise InUse(seen.holder)


def _say_who_can_read(key_file: Path) -> None:
    """Print to standard error that other accounts may read the key file."""
    from journal.store.key_files import is_readable_by_others

    if is_readable_by_others(key_file):
        from journal.text import key_file as key_file_text

        print_error(key_file_text.OTHERS_READ)


def say_what_was_found(report: Report) -> None:
    """Print to standard error what is wrong with the file or with its place in time."""
    if report.damaged:
        print_error(all_commands_text.format_damage(report.missing, at_least=report.missing_at_least))
    if report.unfinished:
        print_error(all_commands_text.UNFINISHED)
    if report.newer:
        print_error(all_commands_text.NEWER_WROTE_HERE)
    if report.behind:
        print_error(all_commands_text.older_copy(report.behind, _seen(report), at_most=report.rewritten))
    if report.forked:
        print_error(all_commands_text.forked_copy(_seen(report)))


def say_what_came(journal: Journal) -> None:
    """Print to standard error what is wrong with the inbox; the journal reports it only the first time."""
    intake = journal.inbox.intake
    if intake.is_wrong:
        from journal.text import inbox as inbox_text

        for paragraph in inbox_text.format_news(intake.set_aside, foreign=intake.foreign_key):
            print_error(paragraph)


def _seen(report: Report) -> str:
    """Return when this computer last saw the journal, in its own time zone; empty where that is not known."""
    if report.anchor_time is None:
        return ""
    return format_moment(datetime.fromtimestamp(report.anchor_time / 1000, UTC).astimezone())


def refuse_writing(report: Report) -> None:
    """Raise ``CommandError`` for a journal that nothing may be saved in until the person decides how to go on."""
    if report.unreadable:
        raise CommandError(all_commands_text.SAVES_NOTHING_DAMAGED, Code.DAMAGED)
    if report.newer:
        raise CommandError(all_commands_text.SAVES_NOTHING_NEWER, Code.NEWER)
    if report.rolled_back:
        raise CommandError(all_commands_text.SAVES_NOTHING_OLDER)


class Day(click.ParamType[date]):
    """The type of an option that takes a date like ``2026-11-23``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        option = param.opts[0] if param else "This"
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            raise click.UsageError(all_commands_text.date_needed(option), ctx) from None
        if not DOWN_TO <= day <= UP_TO:
            raise click.UsageError(all_commands_text.date_out_of_range(option, DOWN_TO.year, UP_TO.year), ctx)
        return day


class TypedDay(click.ParamType[str]):
    """The type of an option that takes a day as people write one: ``yesterday``, ``-3``, ``19 Nov``, ``2026-11-19``.

    Its value stays text, because only the open journal knows which day is today: see ``CommandContext.day``.
    """

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if parse_day(value, UP_TO, month_first=is_month_first()) is None:
            option = param.opts[0] if param else "This"
            raise click.UsageError(all_commands_text.day_needed(option), ctx)
        return str(value)


class Whole(click.ParamType[int]):
    """The type of an option that takes a whole number from ``least`` to ``most``; else the error is ``sentence``.

    Help does not add the range, as ``click.IntRange`` does: the sentence of the option says it where it matters.
    """

    name = "n"

    def __init__(self, least: int, most: int | None, sentence: str) -> None:
        self.least, self.most, self.sentence = least, most, sentence

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            number = int(value)
        except ValueError:
            raise click.UsageError(self.sentence, ctx) from None
        if number < self.least or (self.most is not None and number > self.most):
            raise click.UsageError(self.sentence, ctx)
        return number


class Help(click.HelpFormatter):
    """Help as click prints it; in accessible mode options and commands are ``name: what it does``."""

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        if not accessible.is_on():
            super().write_dl(rows, col_max, col_spacing)
            return
        for name, words in rows:
            self.write_text(f"{name}: {' '.join(words.split())}")


class CommandLine(click.Context):
    """The context of every command, which formats its help."""

    formatter_class = Help


class Command(click.Command):
    """A command whose help is flat in accessible mode."""

    context_class = CommandLine


def _accept_accessible(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    """Turn accessible mode on at once, so that help and errors of usage are flat, too."""
    if value:
        accessible.turn_on()


accessible_option = click.option(
    accessible.OPTION,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_accept_accessible,
    help=all_commands_text.ACCESSIBLE_HELP,
)


def command(name: str, help_text: str) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function a command that takes the common options and gets a ``CommandContext`` first."""

    def decorate(function: Callable[..., None]) -> click.Command:
        def run(
            context: click.Context,
            /,
            *,
            place: Path | None,
            descriptor: int | None,
            key_file: Path | None,
            **options: Any,
        ) -> None:
            path = place or context.obj.place or default_journal_path()
            if not options.get("as_json") and (news := accessible.take_news()):
                click.echo(news)
            try:
                opened = CommandContext(path, descriptor, context.command_path, context.obj.journal, key_file)
                function(opened, **options)
            except Damaged as error:
                raise CommandError(_with_the_copy_before(error, path), Code.DAMAGED) from error

        functools.update_wrapper(run, function)  # click keeps options as an attribute of the function
        common = _place_option(_descriptor_option(_key_file_option(accessible_option(click.pass_context(run)))))
        return click.command(name, cls=Command, help=help_text)(common)

    return decorate


def _with_the_copy_before(error: Damaged, path: Path) -> str:
    """Return what the error says, and that there is an earlier copy, if there is one."""
    _, said = exit_code_and_message(error)
    before = path.with_name(f"{path.name}.1")
    return f"{said} {all_commands_text.COPY_BEFORE}" if before.exists() else said


_place_option = click.option(
    "--journal", "place", type=click.Path(path_type=Path), metavar="PATH", help=all_commands_text.PLACE_HELP
)
_descriptor_option = click.option(
    "--passphrase-fd",
    "descriptor",
    type=Whole(0, None, all_commands_text.DESCRIPTOR_NUMBER),
    metavar="N",
    help=all_commands_text.DESCRIPTOR_HELP,
)
_key_file_option = click.option(
    "--key-file",
    "key_file",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help=all_commands_text.KEY_FILE_HELP,
)
json_option = click.option("--json", "as_json", is_flag=True, help=all_commands_text.JSON_HELP)
