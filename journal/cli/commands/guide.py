"""``journal guide``: print the guide, or a page of it."""

from __future__ import annotations

from pathlib import Path

import click

from journal.cli import accessible, stdin
from journal.cli.context import Command, accessible_option
from journal.cli.errors import CommandError
from journal.cli.output import print_lines
from journal.cli.prompts import Prompts
from journal.clock import SystemClock
from journal.guide import NAMES, Chapter, chapter, chapters, plain
from journal.text.commands import guide as command_text
from journal.text.guide import showing as guide_text


@click.command("guide", cls=Command, help=command_text.GUIDE_HELP)
@click.argument("name", metavar="[CHAPTER]", required=False, type=click.Choice(NAMES))
@click.option("--to", "file", type=click.Path(path_type=Path), metavar="FILE", help=command_text.TO_HELP)
@click.option("--replace", is_flag=True, help=command_text.REPLACE_HELP)
@accessible_option
def guide(*, name: str | None, file: Path | None, replace: bool) -> None:
    """List the chapters, print one, or write one to a file."""
    if name is None and file is not None:
        raise click.UsageError(guide_text.NEEDS_CHAPTER)
    if name is None and accessible.is_on() and stdin.is_terminal():
        _ask()
    elif name is None:
        _say_mode()
        print_lines([*(guide_text.row(one.name, one.title, one.about) for one in chapters()), guide_text.READ_ONE])
    elif file is None:
        _say_mode()
        print_lines(_lines(chapter(name)))
    else:
        _write(chapter(name), file, replace=replace)


def _ask() -> None:
    """Ask which chapter to read, by number, and print it; without an answer nothing."""
    _say_mode()
    name = Prompts.here().choice(guide_text.WHICH, [(one.name, one.title) for one in chapters()])
    if name is not None:
        print_lines(_lines(chapter(name)))


def _say_mode() -> None:
    if news := accessible.take_news():
        click.echo(news)


def _lines(shown: Chapter) -> list[str]:
    steps = [guide_text.numbered(number, step) for number, step in enumerate(shown.steps, 1)]
    parts = [[shown.title], [*shown.intro], steps, [*shown.after]]
    lines = [line for part in parts if part for line in ("", *map(plain, part))]
    return lines[1:]


def _write(shown: Chapter, file: Path, *, replace: bool) -> None:
    from journal.sharing import release
    from journal.sharing.guide_paper import page
    from journal.sharing.recovery_sheet import form_of
    from journal.summary import render

    made = page(shown, SystemClock().now().astimezone().date())
    try:
        release.write(file, render(made, form_of(file)), replace=replace)
    except FileExistsError:
        raise CommandError(guide_text.FILE_IS_THERE) from None
    print_lines([guide_text.written(file.name)])


COMMANDS = {command.name: command for command in (guide,)}
