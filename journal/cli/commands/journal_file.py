"""``journal new``, ``check``, ``go-on``, ``compact`` and ``erase``: the commands about the file as a whole.

``check`` and ``erase`` work without the passphrase. What damage means for the person, and what brings records back, is
worded in ``journal.text``; this module decides what to print and which exit code to end with.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from journal.cli import stdin
from journal.cli.commands.copies import copy_words
from journal.cli.commands.keys import refuse_existing, sheet_option, show_words
from journal.cli.context import CommandContext, command, json_option, say_what_was_found
from journal.cli.errors import Code, CommandError
from journal.cli.output import confirmed, fitted, print_error, print_result
from journal.domain.kinds import KINDS
from journal.errors import AlreadyExists, ErrorCode, NoJournal
from journal.file_facts import EarlierCopy, Report
from journal.passphrase_strength import strength
from journal.store.journal import Journal
from journal.store.locked import check, look
from journal.store.maintenance import erase
from journal.store.new_secrets import new_recovery_words
from journal.text import earlier_copies as earlier_copies_text
from journal.text.commands import all_commands as all_commands_text
from journal.text.commands import journal_file as command_text
from journal.text.commands import keys as keys_text


@command("new", command_text.NEW_HELP)
@click.option("--show-recovery-words", is_flag=True, help=command_text.SHOW_WORDS_HELP)
@sheet_option
@json_option
def new(context: CommandContext, *, show_recovery_words: bool, file: Path | None, as_json: bool) -> None:
    """Create an empty journal with its inbox, and recovery words where they are asked for."""
    if os.path.lexists(context.path):
        raise AlreadyExists(ErrorCode.PLACE_TAKEN)
    refuse_existing(file)
    passphrase = context.new_passphrase()
    words = new_recovery_words() if show_recovery_words or file else None
    with Journal.create(context.path, passphrase, words, holder=context.command) as journal:
        print_error(command_text.made(journal.path, strength(passphrase)))
        if journal.has_weak_key_cost:
            print_error(keys_text.SHORT_OF_MEMORY)
        if words:
            file = show_words(words, journal, file)
        else:
            print_error(command_text.NO_RECOVERY_WORDS)
        path = str(journal.path)
    shown = words if words and not file else None
    print_result([shown] if shown else [], {"path": path, "recovery_words": shown}, as_json=as_json)


@command("check", command_text.CHECK_HELP)
@click.option("--deep", is_flag=True, help=command_text.DEEP_HELP)
@json_option
def check_(context: CommandContext, *, deep: bool, as_json: bool) -> None:
    """Look for damage, with ``deep`` in every record; ends with exit code 4 if there is any."""
    seen = check(context.path)
    found: dict[str, Any] = {
        "records": seen.records,
        "missing": seen.missing,
        "missing_at_least": seen.missing_at_least,
        "first_page_damaged": seen.header_damaged,
        "unfinished": seen.unfinished,
        "newer": seen.newer,
    }
    if deep:
        found |= _opened(context, seen.missing, at_least=seen.missing_at_least)
    elif seen.unfinished:
        print_error(all_commands_text.UNFINISHED)
    damaged = bool(found["missing"] or found["first_page_damaged"])
    if damaged and not deep:
        print_error(all_commands_text.format_damage(seen.missing, at_least=seen.missing_at_least))
    print_result(
        [command_text.checked(found["records"], damaged=damaged)],
        found | {"damaged": damaged, "deep": deep},
        as_json=as_json,
    )
    if damaged:
        raise click.exceptions.Exit(Code.DAMAGED)


@command("go-on", command_text.GO_ON_HELP)
@click.option("--yes", is_flag=True, help=all_commands_text.DO_NOT_ASK_HELP)
@json_option
def go_on(context: CommandContext, *, yes: bool, as_json: bool) -> None:
    """Accept a damaged journal, or an older copy of it, so that it can be written again.

    Lost records that earlier copies still hold are added, after each copy was named.
    """
    with context.opened() as journal:
        report = journal.report
        say_what_was_found(report)
        if not (report.damaged or report.rolled_back):
            raise CommandError(command_text.NOTHING_TO_DECIDE)
        copies = journal.healable_from
        if report.unreadable:
            for sentence in earlier_copies_text.sentences(copies, journal.local):
                print_error(sentence)
        if not yes and not (stdin.is_terminal() and confirmed(command_text.GO_ON_ASKS)):
            raise CommandError(command_text.GO_ON_UNASKED)
        if report.damaged:
            journal.accept_damage()
        journal.accept_rollback()
    value = {"brought_back": sum(copy.documents for copy in copies), "brought_back_from": _copies_value(copies)}
    print_result([command_text.WRITABLE_AGAIN], value, as_json=as_json)


@command("compact", command_text.COMPACT_HELP)
@json_option
def compact(context: CommandContext, *, as_json: bool) -> None:
    """Rewrite the whole file without what is no longer needed."""
    with context.writing() as journal:
        before = journal.path.stat().st_size
        journal.compact()
        after = journal.path.stat().st_size
    print_result(
        [command_text.compacted(before, after)], {"bytes_before": before, "bytes_after": after}, as_json=as_json
    )


@command("erase", command_text.ERASE_HELP)
@click.option("--yes", is_flag=True, help=all_commands_text.DO_NOT_ASK_HELP)
@json_option
def erase_(context: CommandContext, *, yes: bool, as_json: bool) -> None:
    """Erase the journal and what belongs to it, after the person typed the word or gave ``--yes``."""
    if not look(context.path).exists:
        raise NoJournal()
    if not yes:
        if not stdin.is_terminal():
            raise CommandError(command_text.ERASE_UNASKED)
        print_error(command_text.ERASING)
        question = "\n".join(fitted(command_text.erase_asks(context.path), err=True))
        if click.prompt(question, default="", show_default=False, err=True) != command_text.ERASE_WORD:
            raise CommandError(command_text.NOTHING_ERASED)
    erase(context.path, holder=context.command)
    print_result([command_text.ERASED], {"erased": str(context.path)}, as_json=as_json)


def _opened(context: CommandContext, missing: int, *, at_least: bool) -> dict[str, Any]:
    """Open the journal and return what only opening shows, as values for JSON.

    That is records that were changed or fell behind, those this version can't read, and the state of the copies next
    to it. ``missing`` and ``at_least`` are what was found without opening.
    """
    with context.opened(read_only=True) as journal:
        report = journal.report
        say_what_was_found(report)
        collections = [journal.collection(kind.type) for kind in KINDS]
        not_read = sum(len(collection) - len(collection.all()) for collection in collections)
        healable, bad, copies = journal.healable_from, journal.damaged_generations(), journal.copies()
        comes_back = earlier_copies_text.sentences(healable, journal.local)
    if not_read:
        print_error(command_text.unreadable(not_read))
    for sentence in _what_to_do(report, comes_back, [path.name for path in bad]):
        print_error(sentence)
    for copy in copies:
        print_error(copy_words(copy))
    if report.missing >= missing:
        missing, at_least = report.missing, report.missing_at_least
    return {
        "missing": missing,
        "missing_at_least": at_least,
        "unreadable": not_read,
        "unfinished": report.unfinished is not None,
        "behind": report.behind or 0,
        "forked": report.forked,
        "healable": sum(copy.documents for copy in healable),
        "healable_from": _copies_value(healable),
        "damaged_copies": [path.name for path in bad],
        "other_copies": [copy.path.name for copy in copies],
    }


def _copies_value(copies: list[EarlierCopy]) -> list[dict[str, Any]]:
    return [
        {
            "file": copy.path.name,
            "last_saved": earlier_copies_text.last_saved(copy),
            "records": copy.documents,
            "certain": copy.certain,
        }
        for copy in copies
    ]


def _what_to_do(report: Report, comes_back: list[str], bad: list[str]) -> Iterator[str]:
    if report.unreadable:
        yield from comes_back
        yield command_text.GO_ON_DAMAGED
    if report.rolled_back:
        yield command_text.GO_ON_OLDER
    for name in bad:
        yield command_text.earlier_copy_damaged(name)


COMMANDS = {command.name: command for command in (new, check_, go_on, compact, erase_)}
