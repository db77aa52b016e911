"""``journal inbox``: list, keep or drop what was written without unlocking.

Opening the journal takes the sealed inbox in; this command decides about what waits then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click
import msgspec

from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import columns, print_result
from journal.domain.captures import Capture
from journal.domain.dates import format_moment
from journal.store.journal import Journal
from journal.text import inbox as inbox_text
from journal.text.commands import inbox as command_text

SHORTEST = 8
"""The fewest digits of an id that are shown, and that name a capture."""


@command("inbox", command_text.INBOX_HELP)
@click.option("--keep-all", is_flag=True, help=command_text.KEEP_ALL_HELP)
@click.option("--keep", metavar="ID", multiple=True, help=command_text.KEEP_HELP)
@click.option("--drop", metavar="ID", multiple=True, help=command_text.DROP_HELP)
@json_option
def inbox(
    context: CommandContext, *, keep_all: bool, keep: tuple[str, ...], drop: tuple[str, ...], as_json: bool
) -> None:
    """Decide about the captures that the options name, and print those that still wait."""
    with context.writing() as journal:
        waiting = journal.inbox.waiting()
        dropped = {_meant(given, waiting) for given in drop}
        kept = {_meant(given, waiting) for given in keep}
        if kept & dropped:
            raise click.UsageError(command_text.SAME_ID)
        if keep_all:
            kept |= {capture.uid for capture in waiting} - dropped
        journal.inbox.decide(keep=[capture.uid for capture in waiting if capture.uid in kept], drop=dropped)
        left = [capture for capture in waiting if capture.uid not in kept | dropped]
        ids = _short([capture.uid for capture in waiting])
        done = command_text.decided(len(kept), len(dropped))
        lines = [
            *([done] if done else []),
            *columns((_cells(journal, capture, ids) for capture in left), command_text.HEADINGS),
        ]
        value = {"waiting": [_plain(capture) for capture in left], "kept": sorted(kept), "dropped": sorted(dropped)}
        intake = journal.inbox.intake
        value |= {"set_aside": intake.set_aside, "foreign_key": intake.foreign_key}
        print_result(lines, value, as_json=as_json, otherwise=inbox_text.INBOX_EMPTY)


COMMANDS = {command.name: command for command in (inbox,)}


def _meant(given: str, waiting: Sequence[Capture]) -> str:
    """Return the uid that begins with ``given``. Raises ``CommandError`` unless exactly one does."""
    found = [capture.uid for capture in waiting if capture.uid.startswith(given.lower())]
    if len(given) < SHORTEST or len(found) != 1:
        raise CommandError(inbox_text.INBOX_NONE_WITH_THIS_ID)
    return found[0]


def _short(uids: Iterable[str]) -> dict[str, str]:
    """Return for each uid its beginning, long enough that no two are the same."""
    uids = list(uids)
    length = SHORTEST
    while len({uid[:length] for uid in uids}) < len(uids):
        length += 1
    return {uid: uid[:length] for uid in uids}


def _cells(journal: Journal, capture: Capture, ids: dict[str, str]) -> tuple[str, ...]:
    return ids[capture.uid], format_moment(journal.local(capture.at)), inbox_text.format_captured(capture)


def _plain(capture: Capture) -> dict[str, Any]:
    values: dict[str, Any] = msgspec.to_builtins(capture)
    return values
