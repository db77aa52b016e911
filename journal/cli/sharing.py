"""The page for the mentor, as a file; what leaves is decided in ``journal.leaving`` and nowhere else."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from journal.book import Journal
from journal.cli import stdin
from journal.cli.door import Day, Door, command, json_option
from journal.cli.errors import Refused
from journal.cli.output import count, put
from journal.domain.sharing import Level
from journal.domain.time import date_words
from journal.leaving import Choice, Page, release


def _since(context: click.Context, option: click.Parameter, value: str) -> date | None:
    """The date that was given, or ``None`` for ``last``, since the last page."""
    return None if value == "last" else Day().convert(value, option, context)


@command("summary")
@click.option(
    "--to", "file", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The file to be written, 0600."
)
@click.option(
    "--since",
    "first",
    callback=_since,
    default="last",
    metavar="last|DATE",
    help="The first day, by default since the last page.",
)
@click.option("--until", "last", type=Day(), help="The last day, instead of today.")
@click.option("--format", "form", type=click.Choice(("text", "html", "json")), default="text", show_default=True)
@click.option(
    "--share",
    "level",
    type=click.Choice([level.value for level in Level]),
    default=Level.STANDARD.value,
    show_default=True,
    help="How much goes on it.",
)
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@json_option
def summary(
    door: Door,
    *,
    file: Path,
    first: date | None,
    last: date | None,
    form: str,
    level: str,
    replace: bool,
    as_json: bool,
) -> None:
    """Write one page of a period for the mentor.

    On a terminal it is shown first, and written when you agree. It is noted in the share ledger.
    """
    from journal.summary import LedgerNotSaved, draft, write_page

    if os.path.lexists(file) and not replace:
        raise Refused("The file is there already and was not touched; --replace writes over it.")
    with door.writing() as journal:
        period = _period(journal, first, last)
        page = release(draft(journal, *period), Choice(level=Level(level)))
        if stdin.is_terminal():
            _agree(page, file)
        try:
            share = write_page(journal, page, form, file, replace=replace)
        except FileExistsError:
            raise Refused("The file is there by now and was not touched; --replace writes over it.") from None
        except LedgerNotSaved as error:
            raise Refused(str(error)) from None
    told = {"file": str(file), "first": period[0], "last": period[1], "lines": share.lines, "format": form}
    put([f"Written: {date_words(*period)}, {count(share.lines, 'line')}."], told, as_json=as_json)


COMMANDS = {command.name: command for command in (summary,)}


def _period(journal: Journal, first: date | None, last: date | None) -> tuple[date, date]:
    """From the last page, or the day asked for, to the last day. Raises ``click.UsageError``."""
    from journal.summary import since_last

    since, last = since_last(journal, last)
    first = first or since
    if first > last:
        raise click.UsageError("The first day is after the last one; --since and --until say which they are.")
    return first, last


def _agree(page: Page, file: Path) -> None:
    """Show the page and ask whether it may be written. Raises ``Refused`` if not."""
    from journal.summary import render

    click.echo(render(page, "text").decode(), err=True)
    if not click.confirm(f"Write it to {file.name}?", err=True):
        raise Refused("Nothing was written.")
