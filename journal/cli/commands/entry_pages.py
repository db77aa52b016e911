"""``journal entries --to FILE``: save chosen entries in full, as pages with numbers, for a counsellor.

``journal.cli.commands.records`` finds the entries; what leaves is decided by ``journal.sharing.release``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import click

from journal.cli import stdin
from journal.cli.commands.share import PASSWORD, how_sealed, number_here, person_named, refuse_existing
from journal.cli.context import CommandContext
from journal.cli.errors import CommandError
from journal.cli.output import confirmed, on_one_line, print_lines, print_result
from journal.domain.entries import Entry
from journal.sharing.page import Page
from journal.store.journal import Journal
from journal.text import entry_pages as entry_pages_text
from journal.text import sharing as sharing_text
from journal.text.commands import share as share_text

_OPTIONS = (
    click.option("--to", "file", type=click.Path(path_type=Path), metavar="FILE", help=entry_pages_text.TO_HELP),
    click.option("--pick", "picked", multiple=True, metavar="UID", help=entry_pages_text.PICK_HELP),
    click.option("--for", "name", metavar="NAME", help=entry_pages_text.FOR_HELP),
    click.option("--password", is_flag=True, help=entry_pages_text.PASSWORD_HELP),
    click.option("--replace", is_flag=True, help=share_text.REPLACE_HELP),
    click.option("--yes", is_flag=True, help=entry_pages_text.YES_HELP),
)


def options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that save entries to a command; they are the fields of ``Wanted``."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


class Wanted(NamedTuple):
    """What the options ask for."""

    file: Path | None = None
    picked: Sequence[str] = ()
    name: str | None = None
    password: bool = False
    replace: bool = False
    yes: bool = False

    @property
    def form(self) -> str:
        """The form, as the name of the file ends."""
        return "text" if self.file and self.file.suffix == ".txt" else "pdf"

    def check(self, *, chooses: bool) -> None:
        """Refuse options that cannot be, before the passphrase is asked for.

        ``chooses``: other options say which entries. Raises ``click.UsageError`` and ``CommandError``.
        """
        if self.file is None:
            if any(self[1:]):
                raise click.UsageError(entry_pages_text.NEEDS_TO)
            return
        if not chooses and not self.picked:
            raise click.UsageError(entry_pages_text.NEEDS_CHOICE)
        if self.password and self.form == "text":
            raise click.UsageError(entry_pages_text.NOT_WITH_TEXT)
        if not self.yes and not stdin.is_terminal():
            raise CommandError(entry_pages_text.NEEDS_YES)
        refuse_existing(self.file, replace=self.replace)


def save(
    context: CommandContext,
    journal: Journal,
    found: Sequence[Entry],
    wanted: Wanted,
    file: Path,
    period: tuple[date | None, date | None],
    *,
    as_json: bool,
) -> None:
    """Save the entries that were found, or those of them that were picked, after asking.

    The period on the paper is from the first to the last entry where ``period`` has no such day.
    """
    from journal.errors import LedgerNotSaved, NoPdf
    from journal.summary.entry_pages import number_of_pages, write_entries

    page = _page(journal, _picked(found, wanted.picked), wanted, period)
    password = how_sealed(context, journal, page.person, PASSWORD)["password"] if wanted.password else ""
    if not wanted.yes:
        _agree(page, file, sealed=bool(password))
    try:
        share = write_entries(journal, page, wanted.form, file, replace=wanted.replace, password=password)
    except FileExistsError:
        raise CommandError(share_text.FILE_IS_THERE_NOW) from None
    except (LedgerNotSaved, NoPdf) as error:
        raise CommandError(str(error)) from None
    pages = number_of_pages(page) if wanted.form == "pdf" else 0
    said = entry_pages_text.written(share.lines, pages, entry_pages_text.format_days(page.first, page.last))
    value = {"file": str(file), "first": page.first, "last": page.last, "entries": share.entries, "format": wanted.form}
    print_result([said], value | {"pages": pages, "sealed": share.files[-1].sealed}, as_json=as_json)


def _picked(found: Sequence[Entry], picked: Sequence[str]) -> list[Entry]:
    """Return the entries that were picked, or all where no single one was. Raises ``CommandError``."""
    there = {entry.uid for entry in found}
    for uid in picked:
        if uid not in there:
            raise CommandError(entry_pages_text.no_such_entry(on_one_line(uid)))
    if not found:
        raise CommandError(entry_pages_text.NOTHING_CHOSEN)
    return [entry for entry in found if entry.uid in picked or not picked]


def _page(journal: Journal, picked: list[Entry], wanted: Wanted, period: tuple[date | None, date | None]) -> Page:
    """Release the picked entries."""
    from journal.summary.entry_pages import chosen, draft

    who = "" if wanted.name is None else person_named(journal, wanted.name)
    days = [entry.local_date for entry in picked]
    first, last = period[0] or min(days), period[1] or max(days)
    return chosen(journal, draft(journal, first, last, who, emergency=number_here()), [entry.uid for entry in picked])


def _agree(page: Page, file: Path, *, sealed: bool) -> None:
    """List the entries, say what saving means, and ask. Raises ``CommandError`` where the answer is no."""
    from journal.domain.share_ledger import CHOSEN_ENTRIES

    headings = [on_one_line(said.label) for said in page.sections[CHOSEN_ENTRIES]]
    means = sharing_text.SEALED_FILE if sealed else sharing_text.OPEN_FILE
    print_lines([*headings, "", means, sharing_text.BEFORE_IT_LEAVES], err=True)
    if not confirmed(entry_pages_text.asks(len(headings), on_one_line(file.name))):
        raise CommandError(share_text.NOTHING_WRITTEN)
