"""With a mentor: commitments, what is due, needs, the agreement."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import click

from journal.cli.context import CommandContext, command, json_option
from journal.cli.output import columns, count, print_result
from journal.domain.agreements import GROUPS, ONE_TO_ONE, Agreement, current, describe, dose, ends_on, programme_week
from journal.domain.commitments import Commitment, due_by, kept
from journal.domain.commitments import in_order as commitments_in_order
from journal.domain.dates import day_words
from journal.domain.needs import Need, in_order
from journal.store.journal import Journal
from journal.text.debriefs import COMMITMENTS_NONE, due_words, kept_words, promise_words

NOTHING_DUE: Final = "Nothing is due."


@command("due")
@click.option("--details", is_flag=True, help="Say what is due, too.")
@json_option
def due(door: CommandContext, *, details: bool, as_json: bool) -> None:
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
        print_result(lines, values, as_json=as_json)


def _due_words(number: int) -> str:
    """``1 thing is due``, ``2 things are due``."""
    return f"{count(number, 'thing')} {'is' if number == 1 else 'are'} due" if number else NOTHING_DUE


def _commitment(one: Commitment) -> dict[str, Any]:
    return {"uid": one.uid, "text": one.text, "by": one.by, "due": one.due, "carried": one.carried}


@command("needs")
@json_option
def needs(door: CommandContext, *, as_json: bool) -> None:
    """What is needed: what is open first."""
    with door.reading() as journal:
        ordered = in_order(journal.needs)
        lines = columns((one.area, one.status, one.text, one.resource) for one in ordered)
        print_result(lines, map(_need, ordered), as_json=as_json, otherwise="No needs are written down yet.")


def _need(one: Need) -> dict[str, Any]:
    names = ("uid", "area", "text", "status", "resource", "asked_on", "solved_on")
    return {name: getattr(one, name) for name in names}


@command("agreement")
@json_option
def agreement(door: CommandContext, *, as_json: bool) -> None:
    """What was agreed with each mentor: week, hours, words."""
    with door.reading() as journal:
        found = [(one.name, agreed) for one in journal.people if (agreed := current(journal.agreements, one.uid))]
        lines = [line for name, one in found for line in _agreement_lines(journal, name, one)]
        values = (_agreement(journal, name, one) for name, one in found)
        print_result(lines, values, as_json=as_json, otherwise="Nothing is agreed yet.")


def _agreement_lines(journal: Journal, name: str, one: Agreement) -> list[str]:
    last = ends_on(one)
    stands = _stands(one, journal.today())
    head = f"{name}: version {one.version}, {stands}{f', to {day_words(last)}' if last else ''}"
    values = _agreement(journal, name, one)
    hours = [(kind, _had_words(values[kind])) for kind in _KINDS]
    said = [(about, words) for about, words in describe(one) if words]
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
    return values | {"words": dict(describe(one))}


@command("commitments")
@json_option
def commitments(door: CommandContext, *, as_json: bool) -> None:
    """What was promised: what is open first, by its day."""
    with door.reading() as journal:
        today, ordered = journal.today(), commitments_in_order(journal.commitments.all())
        lines = [*columns(_commitment_cells(one, today) for one in ordered), *kept_words(kept(ordered, today))]
        print_result(lines, map(_plain_commitment, ordered), as_json=as_json, otherwise=COMMITMENTS_NONE)


def _commitment_cells(commitment: Commitment, today: date) -> tuple[str, ...]:
    carried = f"carried over {commitment.carried} times" if commitment.carried > 1 else ""
    due = due_words(commitment, today) if commitment.is_open else ""
    return commitment.text, commitment.by, commitment.status, due, carried


def _plain_commitment(commitment: Commitment) -> dict[str, Any]:
    """What a script may want of it, under the names of its fields."""
    names = ("uid", "text", "by", "due", "status", "carried", "closed_on", "debrief", "session")
    return {name: getattr(commitment, name) for name in names} | {"open": commitment.is_open}


COMMANDS = {
    command.name: command
    for command in (
        commitments,
        due,
        needs,
        agreement,
    )
}
