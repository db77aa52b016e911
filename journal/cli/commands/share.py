"""Files for others: the page, the wallet card, a calendar; and what was given. ``journal.sharing.release`` decides."""

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
from journal.cli.output import columns, count, print_result
from journal.domain.dates import date_words, day_words
from journal.domain.share_ledger import Level, Share, still_out
from journal.errors import NoPdf
from journal.passphrase_length import refusal
from journal.sharing.page import Page
from journal.sharing.release import release
from journal.store.journal import Journal

FORMS: Final = ("text", "html", "pdf", "json")
"""As in ``journal.summary``, which is not loaded to say them."""

KEY, PASSWORD = "key", "password"
SEALS: Final = ("passphrase", KEY, PASSWORD)
NOBODY: Final = "-"


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
@click.option("--for", "name", metavar="NAME", help="Whom it is for, instead of whoever is met next; - for nobody.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True)
@click.option(
    "--share",
    "level",
    type=click.Choice([level.value for level in Level]),
    help="How much goes on it, instead of what they see by default.",
)
@click.option(
    "--seal",
    type=click.Choice(SEALS),
    help="Seal the file with age by a passphrase, which is asked for, or to their key; a PDF by a password.",
)
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@json_option
def summary(
    door: CommandContext,
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
    """Write one page of a period for the mentor.

    On a terminal it is shown first, and written when you agree. It is noted in the share ledger. The file is not
    encrypted unless --seal says how; what a mentor knows is not privileged. With --passphrase-fd the passphrase of the
    seal is the line after that of the journal.
    """
    from journal.errors import LedgerNotSaved, NotSealed
    from journal.summary import draft, usual_choice, usual_person, write_page

    if os.path.lexists(file) and not replace:
        raise CommandError("The file is there already and was not touched; --replace writes over it.")
    if seal == PASSWORD and form != "pdf":
        raise click.UsageError("Only a PDF takes a password; --seal passphrase seals any form.")
    with door.writing() as journal:
        who = usual_person(journal) if name is None else _person(journal, name)
        period = _period(journal, first, last, who)
        choice = usual_choice(journal, who)
        page = release(draft(journal, *period, who), msgspec_replace(choice, level=Level(level)) if level else choice)
        how = _sealed(door, journal, who, seal)
        if stdin.is_terminal():
            _agree(page, file)
        try:
            share = write_page(journal, page, form, file, replace=replace, **how)
        except FileExistsError:
            raise CommandError("The file is there by now and was not touched; --replace writes over it.") from None
        except (LedgerNotSaved, NotSealed, NoPdf) as error:
            raise CommandError(str(error)) from None
    told = {"file": str(file), "first": period[0], "last": period[1], "lines": share.lines, "format": form}
    told["sealed"] = share.sealed
    print_result([_written(period, share)], told, as_json=as_json)


def _written(period: tuple[date, date], share: Share) -> str:
    sealed = f", sealed ({share.sealed})" if share.sealed else ""
    return f"Written: {date_words(*period)}, {count(share.lines, 'line')}{sealed}."


def _person(journal: Journal, name: str) -> str:
    """The uid of the person of that name, nobody for ``-``. Raises ``click.UsageError``."""
    if name == NOBODY:
        return ""
    found = [one.uid for one in journal.people if one.name.casefold() == name.casefold()]
    if len(found) != 1:
        raise click.UsageError("There is nobody of that name in the journal; --for - is for nobody named.")
    return found[0]


def _sealed(door: CommandContext, journal: Journal, who: str, seal: str | None) -> dict[str, Any]:
    """How the file is sealed, as ``write_page`` wants to know it. Raises ``click.UsageError``."""
    from journal.sharing.age import Seal

    if seal is None:
        return {}
    if seal == KEY:
        key = next((one.age_key for one in journal.people if one.uid == who), "")
        if not key:
            raise click.UsageError("There is no age key of theirs in the journal.")
        return {"sealed": Seal(key=key)}
    words = door.secret("A passphrase for the file")
    if not words:
        raise click.UsageError("A seal needs a passphrase, and this one is empty; nothing was written.")
    if refused := refusal(words, pdf=seal == PASSWORD):
        raise click.UsageError(refused)
    return {"password": words} if seal == PASSWORD else {"sealed": Seal(passphrase=words)}


def _period(journal: Journal, first: date | None, last: date | None, who: str) -> tuple[date, date]:
    """From the last page, or the day asked for, to the last day. Raises ``click.UsageError``."""
    from journal.summary import since_last

    since, last = since_last(journal, last, who)
    first = first or since
    if first > last:
        raise click.UsageError("The first day is after the last one; --since and --until say which they are.")
    return first, last


def _agree(page: Page, file: Path) -> None:
    """Show the page and ask whether it may be written. Raises ``Refused`` if not."""
    from journal.summary import render

    click.echo(render(page, "text").decode(), err=True)
    if not click.confirm(f"Write it to {file.name}?", err=True):
        raise CommandError("Nothing was written.")


@command("card")
@click.option(
    "--to", "file", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The file to be written, 0600."
)
@click.option("--people", is_flag=True, help="Whom to call, too: names and numbers of others.")
@click.option("--format", "form", type=click.Choice(("text", "html")), help="By default as FILE's name ends.")
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@json_option
def card(door: CommandContext, *, file: Path, people: bool, form: str | None, replace: bool, as_json: bool) -> None:
    """Write a card to print: if-then plans and reasons.

    It has the region's emergency number, too. The file is not encrypted: print it, then delete it.
    """
    from journal.config.settings import Settings
    from journal.domain.safety_lines import emergency_number
    from journal.sharing import release, wallet_card
    from journal.sharing.recovery_sheet import form_of
    from journal.text.if_then_plans import (
        WALLET_EMPTY,
        WALLET_NOT_ENCRYPTED,
        WALLET_PEOPLE,
        WALLET_PLANS,
        WALLET_REASONS,
    )

    if os.path.lexists(file) and not replace:
        raise CommandError("The file is there already and was not touched; --replace writes over it.")
    with door.reading() as journal:
        draft = wallet_card.draft(journal, emergency_number(Settings.load().region))
    sections = {WALLET_PLANS, WALLET_REASONS, *([WALLET_PEOPLE] if people else [])}
    picked = [line.key for line in draft.lines if line.section in sections]
    if not picked:
        raise CommandError(WALLET_EMPTY)
    form = form or form_of(file)
    try:
        release.write(file, wallet_card.print_card(wallet_card.card(draft, picked), form), replace=replace)
    except FileExistsError:
        raise CommandError("The file is there by now and was not touched; --replace writes over it.") from None
    told = {"file": str(file), "lines": len(picked), "format": form}
    print_result([f"Written: {count(len(picked), 'line')}. {WALLET_NOT_ENCRYPTED}"], told, as_json=as_json)


@command("calendar")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@json_option
def calendar(door: CommandContext, *, file: Path, replace: bool, as_json: bool) -> None:
    """Write meetings and due days to a calendar file (.ics).

    The titles are neutral: never what, where or with whom. It is noted in the ledger of what was given.
    """
    from journal.domain.share_ledger import Paper
    from journal.errors import LedgerNotSaved
    from journal.sharing.ics_calendar import calendar as made
    from journal.sharing.ledger import give

    if os.path.lexists(file) and not replace:
        raise CommandError("The file is there already and was not touched; --replace writes over it.")
    with door.writing() as journal:
        data, today = made(journal), journal.today()
        number = data.count(b"BEGIN:VEVENT")
        if stdin.is_terminal() and not click.confirm(f"Write {count(number, 'event')} to {file.name}?", err=True):
            raise CommandError("Nothing was written.")
        share = Share(first=today, last=today, what=Paper.CALENDAR, form="ics", lines=number)
        try:
            give(journal, file, data, share, over=replace)
        except FileExistsError:
            raise CommandError("The file is there by now and was not touched; --replace writes over it.") from None
        except LedgerNotSaved as error:
            raise CommandError(str(error)) from None
    print_result([f"Written: {count(number, 'event')}."], {"file": str(file), "events": number}, as_json=as_json)


@command("given")
@json_option
def given(door: CommandContext, *, as_json: bool) -> None:
    """What was given away, and where it is now."""
    with door.reading() as journal:
        names = {person.uid: person.name for person in journal.people}
        newest = journal.shares.all()[::-1]
        lines = [*columns(_share_cells(journal, one, names) for one in newest)]
        if newest:
            lines.append(_out_words(len(still_out(newest))))
        values = (_share(one, names) for one in newest)
        print_result(lines, values, as_json=as_json, otherwise="Nothing was given away yet.")


def _out_words(number: int) -> str:
    """``1 of them may still be read by others.``"""
    return f"{number or 'None'} of them may still be read by others."


def _share_cells(journal: Journal, one: Share, names: dict[str, str]) -> tuple[str, ...]:
    struck = sum(one.struck.values())
    where = f"gone {day_words(one.gone_on)}" if one.gone_on else one.whereabouts or one.place
    return (
        day_words(one.local_date, journal.today()),
        one.what,
        names.get(one.person, ""),
        date_words(one.first, one.last),
        one.sealed or one.form,
        f"{struck} struck out" if struck else "",
        where,
    )


def _share(one: Share, names: dict[str, str]) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(one)
    return {name: value for name, value in plain.items() if name != "schema"} | {"name": names.get(one.person)}


COMMANDS = {
    command.name: command
    for command in (
        summary,
        card,
        calendar,
        given,
    )
}
