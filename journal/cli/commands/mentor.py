"""``journal commitments``, ``due``, ``needs`` and ``agreement``: what concerns a mentor, as lines or as JSON.

All of them only read. ``due`` without ``--details`` prints no word that the person wrote, so that it can stand in a
shell prompt.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import click

from journal.cli.context import CommandContext, command, json_option
from journal.cli.output import columns, print_result
from journal.domain.agreements import (
    AGREED_ON,
    GROUPS,
    ONE_TO_ONE,
    Agreement,
    current,
    dose,
    ends_on,
    programme_week,
    standing,
)
from journal.domain.commitments import Commitment, due_by, kept
from journal.domain.commitments import in_order as commitments_in_order
from journal.domain.goals import goals_due_by
from journal.domain.needs import Need, in_order
from journal.reminders import GOALS, STEPS, Notice, notices
from journal.store.journal import Journal
from journal.text import agreement as agreement_text
from journal.text import debriefs as debriefs_text
from journal.text import labels as labels_text
from journal.text.commands import mentor as command_text


@command("due", command_text.DUE_HELP)
@click.option("--details", is_flag=True, help=command_text.DETAILS_HELP)
@json_option
def due(context: CommandContext, *, details: bool, as_json: bool) -> None:
    """Print how many commitments and goals are due by today and tomorrow, and the reminders; ``details`` says which."""
    with context.reading() as journal:
        today = journal.today()
        tomorrow = today + timedelta(days=1)
        promised, goals = due_by(journal.commitments, tomorrow), goals_due_by(journal.goals, tomorrow)
        days = [*(one.due for one in promised), *(goal.due for goal in goals)]
        number, coming = sum(day != tomorrow for day in days), days.count(tomorrow)
        lines = [command_text.due_line(number, coming)]
        values: dict[str, Any] = {"due": number, "tomorrow": coming}
        if details:
            lines += [debriefs_text.format_promise(one, today) for one in promised]
            lines += [command_text.goal_due(goal.title, goal.due, today) for goal in goals if goal.due]
            values["details"] = [_commitment(one) for one in promised]
            values["goals"] = [{"uid": goal.uid, "title": goal.title, "due": goal.due} for goal in goals]
        found = list(notices(journal))
        values["reminders"] = [_reminder(code, one, details=details) for code, one in found]
        lines += [
            command_text.reminder(one.words if details else one.brief) for code, one in found if code not in COUNTED
        ]
        print_result(lines, values, as_json=as_json)


COUNTED: Final = (STEPS, GOALS)
"""Reminders of what the first line has counted."""


def _reminder(code: str, one: Notice, *, details: bool) -> dict[str, Any]:
    return {"code": code, "until": one.until} | ({"words": one.words} if details else {})


def _commitment(one: Commitment) -> dict[str, Any]:
    return {"uid": one.uid, "text": one.text, "by": one.by, "due": one.due, "carried": one.carried}


@command("needs", command_text.NEEDS_HELP)
@json_option
def needs(context: CommandContext, *, as_json: bool) -> None:
    """Print every need, open ones first."""
    with context.reading() as journal:
        ordered = in_order(journal.needs)
        rows = ((labels_text.label(one.area), labels_text.label(one.status), one.text, one.resource) for one in ordered)
        lines = columns(rows, command_text.NEED_HEADINGS)
        print_result(lines, map(_need, ordered), as_json=as_json, otherwise=command_text.NO_NEEDS)


def _need(one: Need) -> dict[str, Any]:
    names = ("uid", "area", "text", "status", "resource", "asked_on", "solved_on")
    return {name: getattr(one, name) for name in names}


@command("agreement", command_text.AGREEMENT_HELP)
@json_option
def agreement(context: CommandContext, *, as_json: bool) -> None:
    """Print the current agreement with each mentor, and the hours had of those planned."""
    with context.reading() as journal:
        found = [(one.name, agreed) for one in journal.people if (agreed := current(journal.agreements, one.uid))]
        lines = [line for name, one in found for line in _agreement_lines(journal, name, one)]
        values = (_agreement(journal, name, one) for name, one in found)
        print_result(lines, values, as_json=as_json, otherwise=command_text.NOTHING_AGREED)


def _agreement_lines(journal: Journal, name: str, one: Agreement) -> list[str]:
    head = command_text.agreement_heading(
        name, one.version, command_text.format_stands(one, journal.today()), ends_on(one)
    )
    values = _agreement(journal, name, one)
    hours = [(heading, _had(values[kind])) for kind, heading in _HEADINGS.items()]
    said = [(about, words) for about, words in agreement_text.describe(one) if words]
    return [*columns([(head,)]), *(f"  {line}" for line in columns([*hours, *said]))]


def _had(had: dict[str, Any]) -> str:
    return command_text.format_had(had["hours"], had["planned"], had["meetings"], had["meetings_planned"])


_KINDS: Final = {"one-to-one": ONE_TO_ONE, "groups": GROUPS}
"""Name in JSON → the kinds of meetings that count for it."""

_HEADINGS: Final = {"one-to-one": command_text.ONE_TO_ONE_LABEL, "groups": command_text.GROUPS_LABEL}


def _agreement(journal: Journal, name: str, one: Agreement) -> dict[str, Any]:
    today: date = journal.today()
    week = programme_week(one, today)
    values: dict[str, Any] = {"person": name, "version": one.version, "agreed": one.agreed, "start": one.start}
    values |= {"week": week.number if week else None, "weeks": one.weeks, "ends_on": ends_on(one)}
    values |= {"stands": standing(one, today), "ending": one.ending}
    for kind, kinds in _KINDS.items():
        had = dose(one, journal.sessions, kinds, today)
        planned = None if had.hours_planned is None else float(had.hours_planned)
        values[kind] = {
            "hours": float(had.hours),
            "planned": planned,
            "meetings": had.meetings,
            "meetings_planned": had.meetings_planned,
        }
    return values | {"words": {name: getattr(one, name) for name in AGREED_ON}}


@command("commitments", command_text.COMMITMENTS_HELP)
@json_option
def commitments(context: CommandContext, *, as_json: bool) -> None:
    """Print every commitment, open ones first by their day, and how many were kept in time."""
    with context.reading() as journal:
        today, ordered = journal.today(), commitments_in_order(journal.commitments.all())
        lines = [
            *columns((_commitment_cells(one, today) for one in ordered), command_text.COMMITMENT_HEADINGS),
            *debriefs_text.format_kept(kept(ordered, today)),
        ]
        print_result(lines, map(_plain_commitment, ordered), as_json=as_json, otherwise=debriefs_text.COMMITMENTS_NONE)


def _commitment_cells(commitment: Commitment, today: date) -> tuple[str, ...]:
    due = debriefs_text.format_due(commitment, today) if commitment.is_open else ""
    carried = command_text.format_carried(commitment.carried)
    return commitment.text, labels_text.label(commitment.by), labels_text.label(commitment.status), due, carried


def _plain_commitment(commitment: Commitment) -> dict[str, Any]:
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
