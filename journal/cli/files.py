"""The journal file itself: made, opened again with the recovery words, checked, compacted."""

from __future__ import annotations

import os
from typing import Any

import click

from journal.book import AlreadyExists, Collection, Journal, check, look, new_recovery_words
from journal.cli import stdin
from journal.cli.door import Door, command, damage_words, json_option, say_what_was_found
from journal.cli.errors import Code, Refused
from journal.cli.output import count, put, tell
from journal.cli.passphrase import ask
from journal.strength import strength

EARLIER_COPIES = "Earlier copies beside the journal still open with the passphrase from before."


@command("new")
@click.option("--show-recovery-words", is_flag=True, help="Make recovery words, and print them once.")
@json_option
def new(door: Door, *, show_recovery_words: bool, as_json: bool) -> None:
    """Make a new, empty journal."""
    if os.path.lexists(door.path):
        raise AlreadyExists("Something stands at this place already; it was not touched.")
    passphrase = door.new_passphrase()
    words = new_recovery_words() if show_recovery_words else None
    with Journal.create(door.path, passphrase, words, holder=door.command) as journal:
        path = str(journal.path)
    tell(f"A new journal is at {path}. Its passphrase is {strength(passphrase)}.")
    if words:
        tell("Its recovery words open it, too. Write them down and keep them where nobody else looks:")
    else:
        tell("It has no recovery words: without the passphrase nobody can open it. Settings makes them later.")
    put([words] if words else [], {"path": path, "recovery_words": words}, as_json=as_json)


@command("recover")
@json_option
def recover(door: Door, *, as_json: bool) -> None:
    """Set a new passphrase with the recovery words.

    Without a terminal the words come from standard input, and the new passphrase with --passphrase-fd.
    """
    door.look()
    seen = look(door.path)
    if seen.cost is not None and not seen.has_recovery:  # its first page can be read, and has no such slot
        raise Refused("This journal has no recovery words; only its passphrase opens it.")
    given = door.new_passphrase() if door.descriptor is not None else None
    words = ask("Recovery words (not shown)") if stdin.is_terminal() else stdin.read_text()
    with door.writing(recovery_words=words) as journal:
        new_one = given or door.new_passphrase("A new passphrase")
        forget = stdin.is_terminal() and click.confirm(f"{EARLIER_COPIES} Replace them, too?", err=True)
        journal.set_passphrase(new_one, forget_generations=forget)
    if not forget:
        tell(EARLIER_COPIES)
    put(["The journal has a new passphrase. The recovery words stay as they are."], {"done": True}, as_json=as_json)


@command("check")
@click.option("--deep", is_flag=True, help="Open every record, too; this needs the passphrase.")
@json_option
def check_(door: Door, *, deep: bool, as_json: bool) -> None:
    """Look for damage. Nothing is changed, and without --deep no passphrase is needed."""
    seen = check(door.path)
    found = {
        "records": seen.records,
        "missing": seen.missing,
        "first_page_damaged": seen.header_damaged,
        "unfinished": seen.unfinished,
        "newer": seen.newer,
    }
    if deep:
        found |= _opened(door, seen.missing)
    elif seen.unfinished:
        tell("The last save is unfinished and does not count; everything saved before it is here.")
    damaged = bool(found["missing"] or found["first_page_damaged"])
    if damaged and not deep:
        tell(damage_words(seen.missing))
    said = f"{count(found['records'], 'record')} found, {'and damage' if damaged else 'no damage'}."
    put([said], found | {"damaged": damaged, "deep": deep}, as_json=as_json)
    if damaged:
        raise click.exceptions.Exit(Code.DAMAGED)


@command("compact")
@json_option
def compact(door: Door, *, as_json: bool) -> None:
    """Write the whole file anew.

    It is verified, and the one before is kept beside it.
    """
    with door.writing() as journal:
        before = journal.path.stat().st_size
        journal.compact()
        after = journal.path.stat().st_size
    said = f"Compacted: {before / 1024:,.0f} KiB before, {after / 1024:,.0f} KiB now."
    put([said], {"bytes_before": before, "bytes_after": after}, as_json=as_json)


def _opened(door: Door, missing: int) -> dict[str, int]:
    """What only opening shows: records that were changed or fell behind, and those this version can't read."""
    with door.opened(read_only=True) as journal:
        report = journal.report
        say_what_was_found(report)
        unreadable = sum(len(collection) - len(collection.all()) for collection in _collections(journal))
    if unreadable:
        tell(f"{count(unreadable, 'record')} of a newer version can't be read by this one.")
    return {
        "missing": max(missing, report.missing),
        "unreadable": unreadable,
        "unfinished": report.unfinished is not None,
        "behind": report.behind or 0,
        "forked": report.forked,
    }


def _collections(journal: Journal) -> tuple[Collection[Any], ...]:
    return (
        *(journal.focuses, journal.marks, journal.uses, journal.cravings, journal.triggers, journal.strategies),
        *(journal.goals, journal.checkins, journal.entries, journal.people, journal.reasons),
        *(journal.sessions, journal.shares),
    )


COMMANDS = {command.name: command for command in (new, recover, check_, compact)}
