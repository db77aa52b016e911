"""Between two meetings: what is due, a calendar file, what is needed, what was given away."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any, Final

import click
import msgspec

from journal.cli import stdin
from journal.cli.context import Door, command, json_option
from journal.cli.errors import Refused
from journal.cli.output import columns, count, put
from journal.domain.agreements import GROUPS, ONE_TO_ONE, Agreement, current, dose, ends_on, programme_week, told
from journal.domain.commitments import Commitment, due_by
from journal.domain.dates import date_words, day_words
from journal.domain.needs import Need, in_order
from journal.domain.share_ledger import Share, still_out
from journal.store.journal import Journal
from journal.text.debriefs import promise_words

NOTHING_DUE: Final = "Nothing is due."


@command("due")
@click.option("--details", is_flag=True, help="Say what is due, too.")
@json_option
def due(door: Door, *, details: bool, as_json: bool) -> None:
    """Say how many things are due, and no word of yours.

    Those of yours whose day is today or was before.

    For a shell prompt or a timer: ``journal due --passphrase-fd 3 3< FILE`` asks nothing.
    """
    with door.reading() as journal:
        today = journal.today()
        waiting = due_by(journal.commitments, today)
        lines = [_due_words(len(waiting))]
        values: dict[str, Any] = {"due": len(waiting)}
        if details:
            lines += [promise_words(one, today) for one in waiting]
            values["details"] = [_commitment(one) for one in waiting]
        put(lines, values, as_json=as_json)


def _due_words(number: int) -> str:
    """``1 thing is due``, ``2 things are due``."""
    return f"{count(number, 'thing')} {'is' if number == 1 else 'are'} due" if number else NOTHING_DUE


def _commitment(one: Commitment) -> dict[str, Any]:
    return {"uid": one.uid, "text": one.text, "by": one.by, "due": one.due, "carried": one.carried}


@command("calendar")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
@json_option
def calendar(door: Door, *, file: Path, replace: bool, as_json: bool) -> None:
    """Write meetings and due days to a calendar file (.ics).

    The titles are neutral: never what, where or with whom. It is noted in the ledger of what was given.
    """
    from journal.domain.share_ledger import Paper
    from journal.sharing.ics_calendar import calendar as made
    from journal.sharing.ledger import LedgerNotSaved, give

    if os.path.lexists(file) and not replace:
        raise Refused("The file is there already and was not touched; --replace writes over it.")
    with door.writing() as journal:
        data, today = made(journal), journal.today()
        number = data.count(b"BEGIN:VEVENT")
        if stdin.is_terminal() and not click.confirm(f"Write {count(number, 'event')} to {file.name}?", err=True):
            raise Refused("Nothing was written.")
        share = Share(first=today, last=today, what=Paper.CALENDAR, form="ics", lines=number)
        try:
            give(journal, file, data, share, over=replace)
        except FileExistsError:
            raise Refused("The file is there by now and was not touched; --replace writes over it.") from None
        except LedgerNotSaved as error:
            raise Refused(str(error)) from None
    put([f"Written: {count(number, 'event')}."], {"file": str(file), "events": number}, as_json=as_json)


@command("needs")
@json_option
def needs(door: Door, *, as_json: bool) -> None:
    """What is needed: what is open first."""
    with door.reading() as journal:
        ordered = in_order(journal.needs)
        lines = columns((one.area, one.status, one.text, one.resource) for one in ordered)
        put(lines, map(_need, ordered), as_json=as_json, otherwise="No needs are written down yet.")


def _need(one: Need) -> dict[str, Any]:
    names = ("uid", "area", "text", "status", "resource", "asked_on", "solved_on")
    return {name: getattr(one, name) for name in names}


@command("given")
@json_option
def given(door: Door, *, as_json: bool) -> None:
    """What was given away, and where it is now."""
    with door.reading() as journal:
        names = {person.uid: person.name for person in journal.people}
        newest = journal.shares.all()[::-1]
        lines = [*columns(_share_cells(journal, one, names) for one in newest)]
        if newest:
            lines.append(_out_words(len(still_out(newest))))
        values = (_share(one, names) for one in newest)
        put(lines, values, as_json=as_json, otherwise="Nothing was given away yet.")


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


@command("agreement")
@json_option
def agreement(door: Door, *, as_json: bool) -> None:
    """What was agreed with each mentor: week, hours, words."""
    with door.reading() as journal:
        found = [(one.name, agreed) for one in journal.people if (agreed := current(journal.agreements, one.uid))]
        lines = [line for name, one in found for line in _agreement_lines(journal, name, one)]
        values = (_agreement(journal, name, one) for name, one in found)
        put(lines, values, as_json=as_json, otherwise="Nothing is agreed yet.")


def _agreement_lines(journal: Journal, name: str, one: Agreement) -> list[str]:
    last = ends_on(one)
    stands = _stands(one, journal.today())
    head = f"{name}: version {one.version}, {stands}{f', to {day_words(last)}' if last else ''}"
    values = _agreement(journal, name, one)
    hours = [(kind, _had_words(values[kind])) for kind in _KINDS]
    said = [(about, words) for about, words in told(one) if words]
    return [*columns([(head,)]), *(f"  {line}" for line in columns([*hours, *said]))]


def _stands(one: Agreement, today: date) -> str:
    """``week 5 of 12``, or that it has not begun, rests, or is over and how it ended."""
    week = programme_week(one, today)
    if week is None:
        return f"begins {day_words(one.start)}"
    if week.over:
        return f"over{f', {one.ending}' if one.ending else ''}"
    return "rests for now" if week.rests else f"week {week.number} of {week.weeks}"


def _had_words(had: dict[str, Any]) -> str:
    """``0.8 h of 2.0 h, 1 of 2 meetings``."""
    planned = had["meetings_planned"]
    of = "" if planned is None else f" of {planned}"
    return f"{had['hours']:.1f} h of {_or_open(had['planned'])}, {had['meetings']}{of} meetings"


_KINDS: Final = {"one-to-one": ONE_TO_ONE, "groups": GROUPS}


def _or_open(planned: float | None) -> str:
    return "nothing planned" if planned is None else f"{planned:.1f} h"


def _agreement(journal: Journal, name: str, one: Agreement) -> dict[str, Any]:
    today: date = journal.today()
    week = programme_week(one, today)
    values: dict[str, Any] = {"person": name, "version": one.version, "agreed": one.agreed, "start": one.start}
    values |= {"week": week.number if week else None, "weeks": one.weeks, "ends_on": ends_on(one)}
    values |= {"stands": _stands(one, today), "ending": one.ending}
    for kind, kinds in _KINDS.items():
        had = dose(one, journal.sessions, kinds, today)
        planned = None if had.hours_planned is None else float(had.hours_planned)
        values[kind] = {
            "hours": float(had.hours),
            "planned": planned,
            "meetings": had.meetings,
            "meetings_planned": had.meetings_planned,
        }
    return values | {"words": dict(told(one))}


COMMANDS = {command.name: command for command in (due, calendar, needs, given, agreement)}
