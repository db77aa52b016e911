"""``journal summary``, ``card``, ``calendar``, ``attendance``, ``given``: files for others, and what was given.

``journal.sharing.release`` decides what may leave; this module only collects the choice, asks on a terminal and says
what was written. No file is replaced without ``--replace``. The page and its formats are imported when a page is made,
as loading them takes long.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any, Final

import click
import msgspec
from msgspec.structs import replace as msgspec_replace

from journal.cli import stdin
from journal.cli.context import CommandContext, Day, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import columns, confirmed, print_error, print_lines, print_result
from journal.domain.dates import format_date, format_day
from journal.domain.share_ledger import Level, Share, every_file, still_out
from journal.errors import NoPdf
from journal.passphrase_length import refusal
from journal.passphrase_strength import strength
from journal.sharing.page import Page, PageDraft
from journal.sharing.release import Choice, release
from journal.store.journal import Journal
from journal.text import sharing as sharing_text
from journal.text.commands import share as command_text

FORMS: Final = ("text", "html", "pdf", "json")
"""As ``journal.summary.FORMS``, repeated so that ``--help`` need not load it; a test compares the two."""

KEY, PASSWORD = "key", "password"
SEALS: Final = ("passphrase", KEY, PASSWORD)
NOBODY: Final = "-"


def _since(context: click.Context, option: click.Parameter, value: str) -> date | None:
    """Return the date that was given, or ``None`` for ``last``: since the last page."""
    return None if value == "last" else Day().convert(value, option, context)


@command("summary", command_text.SUMMARY_HELP)
@click.option("--to", "file", required=True, type=click.Path(path_type=Path), metavar="FILE", help=command_text.TO_HELP)
@click.option("--since", "first", callback=_since, default="last", metavar="last|DATE", help=command_text.SINCE_HELP)
@click.option("--until", "last", type=Day(), help=command_text.UNTIL_HELP)
@click.option("--for", "name", metavar="NAME", help=command_text.FOR_HELP)
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True)
@click.option("--share", "level", type=click.Choice([level.value for level in Level]), help=command_text.SHARE_HELP)
@click.option("--seal", type=click.Choice(SEALS), help=command_text.SEAL_HELP)
@click.option("--replace", is_flag=True, help=command_text.REPLACE_HELP)
@json_option
def summary(
    context: CommandContext,
    *,
    file: Path,
    first: date | None,
    last: date | None,
    name: str | None,
    form: str,
    level: str | None,
    seal: str | None,
    replace: bool,
    as_json: bool,
) -> None:
    """Write one page of a period to a file, and note it in the share ledger.

    On a terminal the page is shown first, and written only when the person agrees.
    """
    from journal.errors import LedgerNotSaved, NotSealed
    from journal.summary import usual_choice, usual_person, write_page

    refuse_existing(file, replace=replace)
    if seal == PASSWORD and form != "pdf":
        raise click.UsageError(command_text.PASSWORD_NEEDS_PDF)
    with context.writing() as journal:
        who = usual_person(journal) if name is None else person_named(journal, name)
        period = _period(journal, first, last, who)
        choice = usual_choice(journal, who)
        choice = msgspec_replace(choice, level=Level(level)) if level else choice
        page = release(_drafted(journal, period, who), choice)
        how = how_sealed(context, journal, who, seal)
        if stdin.is_terminal():
            _agree(page, file, sealed=bool(how))
        try:
            share = write_page(journal, page, form, file, replace=replace, **how)
        except FileExistsError:
            raise CommandError(command_text.FILE_IS_THERE_NOW) from None
        except (LedgerNotSaved, NotSealed, NoPdf) as error:
            raise CommandError(str(error)) from None
    value = {"file": str(file), "first": period[0], "last": period[1], "lines": share.lines, "format": form}
    value["sealed"] = sealed = share.files[-1].sealed
    print_result([command_text.page_written(*period, share.lines, sealed)], value, as_json=as_json)


def _drafted(journal: Journal, period: tuple[date, date], who: str) -> PageDraft:
    """Return every line of the page, with the emergency number of the region that was chosen."""
    from journal.summary import draft

    return draft(journal, *period, who, emergency=number_here())


def number_here() -> str:
    """Return the emergency number of the region that was chosen; empty where none was."""
    from journal.config.settings import Settings
    from journal.domain.safety_lines import emergency_number

    return emergency_number(Settings.load().region)


def refuse_existing(file: Path, *, replace: bool) -> None:
    """Raise ``CommandError`` where there is a file already and it is not to be replaced."""
    if os.path.lexists(file) and not replace:
        raise CommandError(command_text.FILE_IS_THERE)


def person_named(journal: Journal, name: str) -> str:
    """Return the uid of the person of that name, empty for ``-``. Raises ``click.UsageError``."""
    if name == NOBODY:
        return ""
    found = [one.uid for one in journal.people if one.name.casefold() == name.casefold()]
    if len(found) != 1:
        raise click.UsageError(command_text.NOBODY_OF_THAT_NAME)
    return found[0]


def how_sealed(context: CommandContext, journal: Journal, who: str, seal: str | None) -> dict[str, Any]:
    """Return how the file is sealed, as arguments of ``write_page``. Raises ``click.UsageError``."""
    from journal.sharing.age import Seal

    if seal is None:
        return {}
    if seal == KEY:
        key = next((one.age_key for one in journal.people if one.uid == who), "")
        if not key:
            raise click.UsageError(command_text.NO_KEY_OF_THEIRS)
        return {"sealed": Seal(key=key)}
    words = context.secret(command_text.ASK_FILE_PASSPHRASE)
    if not words:
        raise click.UsageError(command_text.EMPTY_SEAL)
    if refused := refusal(words, pdf=seal == PASSWORD):
        raise click.UsageError(refused)
    print_error(command_text.file_passphrase(strength(words)))
    return {"password": words} if seal == PASSWORD else {"sealed": Seal(passphrase=words)}


def _period(journal: Journal, first: date | None, last: date | None, who: str) -> tuple[date, date]:
    """Return the first and the last day of the page. Raises ``click.UsageError`` where they are in the wrong order."""
    from journal.summary import since_last

    since, last = since_last(journal, last, who)
    first = first or since
    if first > last:
        raise click.UsageError(command_text.FIRST_AFTER_LAST)
    return first, last


def _agree(page: Page, file: Path, *, sealed: bool) -> None:
    """Show the page and ask whether it may be written. Raises ``CommandError`` if not."""
    from journal.summary import render

    print_lines(render(page, "text").decode().splitlines(), err=True)
    print_lines(["", sharing_text.SEALED_FILE if sealed else sharing_text.OPEN_FILE], err=True)
    print_lines([sharing_text.BEFORE_IT_LEAVES], err=True)
    if not confirmed(command_text.page_asks(file.name)):
        raise CommandError(command_text.NOTHING_WRITTEN)


@command("card", command_text.CARD_HELP)
@click.option("--to", "file", required=True, type=click.Path(path_type=Path), metavar="FILE", help=command_text.TO_HELP)
@click.option("--people", is_flag=True, help=command_text.PEOPLE_HELP)
@click.option("--format", "form", type=click.Choice(("text", "html")), help=command_text.FORMAT_HELP)
@click.option("--replace", is_flag=True, help=command_text.REPLACE_HELP)
@json_option
def card(context: CommandContext, *, file: Path, people: bool, form: str | None, replace: bool, as_json: bool) -> None:
    """Write a card for the wallet, with the region's emergency number on it, to a file."""
    from journal.config.settings import Settings
    from journal.domain.safety_lines import emergency_number
    from journal.sharing import release, wallet_card
    from journal.sharing.recovery_sheet import form_of
    from journal.text import if_then_plans as if_then_plans_text

    refuse_existing(file, replace=replace)
    with context.reading() as journal:
        draft = wallet_card.draft(journal, emergency_number(Settings.load().region))
    sections = [if_then_plans_text.WALLET_PLANS, if_then_plans_text.WALLET_REASONS]
    sections += [if_then_plans_text.WALLET_PEOPLE] if people else []
    picked = [key for section in sections for key in wallet_card.ticked(draft, section)]
    if not picked:
        raise CommandError(if_then_plans_text.WALLET_EMPTY)
    form = form or form_of(file)
    try:
        release.write(file, wallet_card.print_card(wallet_card.card(draft, picked), form), replace=replace)
    except FileExistsError:
        raise CommandError(command_text.FILE_IS_THERE_NOW) from None
    value = {"file": str(file), "lines": len(picked), "format": form}
    print_result(
        [command_text.card_written(len(picked), if_then_plans_text.WALLET_NOT_ENCRYPTED)], value, as_json=as_json
    )


@command("calendar", command_text.CALENDAR_HELP)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--replace", is_flag=True, help=command_text.REPLACE_HELP)
@json_option
def calendar(context: CommandContext, *, file: Path, replace: bool, as_json: bool) -> None:
    """Write meetings and due days to a calendar file with neutral titles, and note it in the share ledger."""
    from journal.domain.share_ledger import Paper
    from journal.errors import LedgerNotSaved
    from journal.sharing.ics_calendar import calendar as made
    from journal.sharing.ledger import give

    refuse_existing(file, replace=replace)
    with context.writing() as journal:
        data, today = made(journal), journal.today()
        number = data.count(b"BEGIN:VEVENT")
        if stdin.is_terminal() and not confirmed(command_text.calendar_asks(number, file.name)):
            raise CommandError(command_text.NOTHING_WRITTEN)
        share = Share(first=today, last=today, what=Paper.CALENDAR, form="ics", lines=number)
        try:
            give(journal, file, data, share, over=replace)
        except FileExistsError:
            raise CommandError(command_text.FILE_IS_THERE_NOW) from None
        except LedgerNotSaved as error:
            raise CommandError(str(error)) from None
    print_result([command_text.calendar_written(number)], {"file": str(file), "events": number}, as_json=as_json)


@command("attendance", command_text.ATTENDANCE_HELP)
@click.option("--to", "file", required=True, type=click.Path(path_type=Path), metavar="FILE", help=command_text.TO_HELP)
@click.option("--since", "first", required=True, type=Day(), help=command_text.ATTENDANCE_SINCE_HELP)
@click.option("--until", "last", type=Day(), help=command_text.UNTIL_HELP)
@click.option("--places", is_flag=True, help=command_text.PLACES_HELP)
@click.option("--contacts", is_flag=True, help=command_text.CONTACTS_HELP)
@click.option("--replace", is_flag=True, help=command_text.REPLACE_HELP)
@json_option
def attendance(
    context: CommandContext,
    *,
    file: Path,
    first: date,
    last: date | None,
    places: bool,
    contacts: bool,
    replace: bool,
    as_json: bool,
) -> None:
    """Write the meetings of a period to a file, to be signed, and note it in the share ledger."""
    from journal.domain.share_ledger import Paper
    from journal.errors import LedgerNotSaved
    from journal.sharing import attendance as sharing_attendance
    from journal.sharing.ledger import give, noted
    from journal.sharing.recovery_sheet import form_of

    refuse_existing(file, replace=replace)
    with context.writing() as journal:
        until = last or journal.today()
        if first > until:
            raise click.UsageError(command_text.FIRST_AFTER_LAST)
        made = sharing_attendance.draft(journal, first, until, contacts=contacts)
        page = release(made, Choice(level=Level.FULL if places else Level.STANDARD))
        if not page.lines:
            raise CommandError(command_text.NO_MEETINGS)
        if stdin.is_terminal():
            _agree_to(sharing_attendance.slip(page, "text"), file)
        data, share = sharing_attendance.slip(page, form_of(file)), noted(Paper.ATTENDANCE, page, file)
        try:
            give(journal, file, data, share, over=replace)
        except FileExistsError:
            raise CommandError(command_text.FILE_IS_THERE_NOW) from None
        except LedgerNotSaved as error:
            raise CommandError(str(error)) from None
    value = {"file": str(file), "first": first, "last": until, "lines": len(page.lines), "format": form_of(file)}
    print_result([command_text.page_written(first, until, len(page.lines), "")], value, as_json=as_json)


def _agree_to(shown: bytes, file: Path) -> None:
    """Show what is written, and ask whether it may be. Raises ``CommandError`` if not."""
    click.echo(shown.decode(), err=True)
    click.echo(sharing_text.OPEN_FILE, err=True)
    if not click.confirm(command_text.page_asks(file.name), err=True):
        raise CommandError(command_text.NOTHING_WRITTEN)


@command("given", command_text.GIVEN_HELP)
@json_option
def given(context: CommandContext, *, as_json: bool) -> None:
    """Print what was given to others, newest first, and how much of it they may still have."""
    with context.reading() as journal:
        names = {person.uid: person.name for person in journal.people}
        newest = journal.shares.all()[::-1]
        lines = [*columns((_share_cells(journal, one, names) for one in newest), command_text.GIVEN_HEADINGS)]
        if newest:
            lines.append(command_text.format_still_out(len(still_out(newest))))
        values = (_share(one, names) for one in newest)
        print_result(lines, values, as_json=as_json, otherwise=command_text.NOTHING_GIVEN)


def _share_cells(journal: Journal, one: Share, names: dict[str, str]) -> tuple[str, ...]:
    where = command_text.format_gone(one.gone_on) if one.gone_on else one.whereabouts or one.place
    return (
        format_day(one.local_date, journal.today()),
        sharing_text.format_paper(one),
        names.get(one.person, ""),
        format_date(one.first, one.last),
        ", ".join(dict.fromkeys(file.sealed or file.form for file in every_file(one))),
        command_text.format_struck(sum(one.struck.values())),
        where,
    )


def _share(one: Share, names: dict[str, str]) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(one)
    files = msgspec.to_builtins(every_file(one))
    left = {name: value for name, value in plain.items() if name not in ("schema", "content")}
    return left | {"files": files, "name": names.get(one.person)}


COMMANDS = {
    command.name: command
    for command in (
        summary,
        card,
        calendar,
        attendance,
        given,
    )
}
