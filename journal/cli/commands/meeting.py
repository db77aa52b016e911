"""``journal meeting``: log a meeting attended or a contact, with options or asked line by line.

Text comes from the questions, never from arguments, which other users of the computer can see; a name that the journal
has may be given.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import click
from msgspec.structs import replace

from journal.cli import stdin
from journal.cli.context import CommandContext, Day, Whole, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import print_result
from journal.domain.labels import folded
from journal.domain.sessions import Session, SessionKind
from journal.store.journal import Journal
from journal.text.commands import meeting as command_text

KINDS: Final = {
    "fellowship": SessionKind.FELLOWSHIP,
    "group": SessionKind.GROUP,
    "house": SessionKind.HOUSE,
    "one-to-one": SessionKind.ONE_TO_ONE,
    "contact": SessionKind.CONTACT,
}
"""The words of ``--kind``: each is one word, so that no quotes are needed."""


@command("meeting", command_text.MEETING_HELP)
@click.option("--kind", "name", type=click.Choice(tuple(KINDS)), help=command_text.KIND_HELP)
@click.option("--date", "day", type=Day(), help=command_text.DATE_HELP)
@click.option("--minutes", metavar="N", type=Whole(0, 1440, command_text.MINUTES_RANGE), help=command_text.MINUTES_HELP)
@click.option("--with", "person", metavar="NAME", help=command_text.WITH_HELP)
@json_option
def meeting(
    context: CommandContext,
    *,
    name: str | None,
    day: date | None,
    minutes: int | None,
    person: str | None,
    as_json: bool,
) -> None:
    """Save a meeting or contact as held, or ask about it line by line where no kind is given."""
    if name is None and not stdin.is_terminal():
        raise click.UsageError(command_text.NOBODY_TO_ASK)
    from journal.cli.meeting_dialog import MeetingDialog, at_day

    with context.writing() as journal:
        if day is not None and day > journal.today():
            raise CommandError(command_text.TO_COME)
        session = Session(minutes=minutes, person="" if person is None else _person(journal, person))
        session = at_day(journal, session, day or journal.today())
        if name is not None:
            _save(journal, replace(session, kind=KINDS[name]), as_json=as_json)
            return
        from journal.cli.prompts import Prompts

        dialog = MeetingDialog(Prompts.here(), journal, session)
        if dialog.go(day=day is None, person=person is None, minutes=minutes is None):
            _save(journal, dialog.session, as_json=as_json)
        else:
            print_result([command_text.NOTHING_SAVED], {"uid": None}, as_json=as_json)


def _person(journal: Journal, name: str) -> str:
    """Return the uid of the one person of that name. Raises ``CommandError``."""
    found = [one.uid for one in journal.people if folded(one.name) == folded(name)]
    if len(found) != 1:
        raise CommandError(command_text.NOBODY_OF_THAT_NAME)
    return found[0]


def _save(journal: Journal, session: Session, *, as_json: bool) -> None:
    """Save it, and say so with the counts of the last seven days."""
    from journal.domain.contacts import contacts
    from journal.text import contacts as contacts_text

    (saved,) = journal.save(session)
    today = journal.today()
    had = contacts(journal.sessions, journal.checkins, today - timedelta(days=6), today)
    lines = [command_text.saved(contacts_text.KINDS[session.kind], saved.local_date, today)]
    if counts := contacts_text.format_contacts(had._replace(last_meeting=None)):
        lines.append(command_text.last_week(counts))
    value: dict[str, Any] = {
        "uid": saved.uid,
        "kind": session.kind,
        "date": saved.local_date,
        "minutes": session.minutes,
    }
    value["last_7_days"] = {"meetings": had.meetings, "contacts": had.contacts}
    print_result(lines, value, as_json=as_json)


COMMANDS = {meeting.name: meeting}
