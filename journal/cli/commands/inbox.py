"""What was written down without unlocking: listed, kept, dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click
import msgspec

from journal.cli.context import CommandContext, command, json_option
from journal.cli.errors import CommandError
from journal.cli.output import columns, print_result
from journal.domain.captures import Capture
from journal.domain.dates import moment_words
from journal.store.journal import Journal
from journal.text.inbox import INBOX_EMPTY, INBOX_NONE_WITH_THIS_ID, captured_words

SHORTEST = 8
"""Digits of an id that are shown at least."""


@command("inbox")
@click.option("--keep-all", is_flag=True, help="Make everything that waits part of the journal.")
@click.option("--keep", metavar="ID", multiple=True, help="Make this one part of the journal; can be given again.")
@click.option("--drop", metavar="ID", multiple=True, help="Let this one go; can be given again.")
@json_option
def inbox(door: CommandContext, *, keep_all: bool, keep: tuple[str, ...], drop: tuple[str, ...], as_json: bool) -> None:
    """List, keep or drop what was written while locked.

    Each is named by the beginning of its id. What is dropped is gone, and --keep-all keeps all but that. Without an
    option nothing is decided: it goes on waiting.
    """
    with door.writing() as journal:
        waiting = journal.inbox.waiting()
        dropped = {_meant(given, waiting) for given in drop}
        kept = {_meant(given, waiting) for given in keep}
        if kept & dropped:
            raise click.UsageError("The same id can't be kept and dropped; nothing was changed.")
        if keep_all:
            kept |= {capture.uid for capture in waiting} - dropped
        journal.inbox.decide(keep=[capture.uid for capture in waiting if capture.uid in kept], drop=dropped)
        left = [capture for capture in waiting if capture.uid not in kept | dropped]
        ids = _short([capture.uid for capture in waiting])
        lines = [*_done(len(kept), len(dropped)), *columns(_cells(journal, capture, ids) for capture in left)]
        value = {"waiting": [_plain(capture) for capture in left], "kept": sorted(kept), "dropped": sorted(dropped)}
        taken = journal.inbox.taken
        value |= {"set_aside": taken.set_aside, "foreign_key": taken.foreign_key}
        print_result(lines, value, as_json=as_json, otherwise=INBOX_EMPTY)


COMMANDS = {command.name: command for command in (inbox,)}


def _meant(given: str, waiting: Sequence[Capture]) -> str:
    """The uid that begins so. Raises ``Refused`` unless it is one."""
    found = [capture.uid for capture in waiting if capture.uid.startswith(given.lower())]
    if len(given) < SHORTEST or len(found) != 1:
        raise CommandError(INBOX_NONE_WITH_THIS_ID)
    return found[0]


def _short(uids: Iterable[str]) -> dict[str, str]:
    """The shortest beginning of each uid that no other has."""
    uids = list(uids)
    length = SHORTEST
    while len({uid[:length] for uid in uids}) < len(uids):
        length += 1
    return {uid: uid[:length] for uid in uids}


def _done(kept: int, dropped: int) -> list[str]:
    """What was kept and what dropped."""
    said = [f"{number:,} {what}" for number, what in ((kept, "kept"), (dropped, "dropped")) if number]
    return [f"{', '.join(said)}."] if said else []


def _cells(journal: Journal, capture: Capture, ids: dict[str, str]) -> tuple[str, ...]:
    return ids[capture.uid], moment_words(journal.local(capture.at)), captured_words(capture)


def _plain(capture: Capture) -> dict[str, Any]:
    """All of it."""
    values: dict[str, Any] = msgspec.to_builtins(capture)
    return values
